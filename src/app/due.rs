//! What has become due, one thing after the other.

use jiff::SignedDuration;

/// How long what can't be read is left alone before it is looked at again.
pub(super) const UNTIL_MENDED: SignedDuration = SignedDuration::from_hours(24);

/// Does something with each that is due, each for itself. What can't be done because something can't
/// be read is put off, and keeps nothing else waiting. The first words are what the log calls it.
///
/// It is no function because a future that calls closures which borrow can't be sent to a thread.
macro_rules! each_due {
    ($app:expr, $what:literal, $due:expr, |$work:ident, $one:pat_param| $act:expr, $put_off:expr $(,)?) => {
        for $one in $due {
            let mut $work = $app.store.begin().await?;
            match $act.await {
                Ok(()) => $work.save().await?,
                Err(error) if error.is_lasting() => {
                    drop($work);
                    tracing::error!(what = $what, "something that is due can't be read");
                    let mut $work = $app.store.begin().await?;
                    $put_off.await?;
                    $work.save().await?;
                }
                Err(error) => return Err(error),
            }
        }
    };
}

pub(super) use each_due;
