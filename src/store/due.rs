//! When something is due next.

use jiff::Timestamp;

use super::{Store, StoreError, delivery, row};

impl Store {
    /// When something is due next: a pair, a break that begins or ends, a case, a proposal that isn't
    /// answered, whether somebody is still there, what leaders read once a week, a look at a recruitment or at a training, a letter. None if nothing is.
    pub async fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        let due: Option<i64> = sqlx::query_scalar(concat!(
            "select min(at) from (
                 select min(act_at) as at from pairs where act_at is not null
                 union all select min(look_at) from pairs where look_at is not null
                 union all select min(coalesce(digest_at, 0)) from programmes
                              where state = 'running'
                 union all select min(remind_at) from cases where remind_at is not null
                 union all select min(due_at) from reminders
                 union all select min(step_at) from gatherings where step_at is not null
                 union all select min(step_at) from rounds where step_at is not null
                 union all select min(checkin_at) from programmes where checkin_at is not null
                 union all select min(end_at) from programmes where end_at is not null
                 union all select min(event_at) from gatherings where event_at is not null
                 union all select min(look_at) from accounts where look_at is not null
                 union all select min(resume_at) from pairs where resume_at is not null
                              and ended_at is null
                 union all select min(pause_at) from members where pause_at is not null
                 union all select min(resume_at) from members where resume_at is not null
                              and paused_since is not null
                 union all select min(wake_at) from cases where wake_at is not null
                 union all select min(remind_at) from proposals where remind_at is not null
                              and state = 'asked'
                 union all select min(prepare_at) from programmes where prepare_at is not null
                 union all select min(train_at) from programmes where train_at is not null
                 union all select min(due_at) from outbox as mine where state = 'waiting' and not ",
            delivery::waits_for_another!("mine.due_at"),
            "    union all select min(lease_until) from outbox where state = 'sending'
             ) as due",
        ))
        .fetch_one(&self.pool)
        .await?;
        due.map(|at| row::moment("due", 0, at)).transpose()
    }
}
