//! Group sessions in the calendar that a platform keeps for a server: shown there as they are here, and
//! never the other way about.

use jiff::{SignedDuration, Timestamp};
use tracing::warn;

use crate::{
    app::{App, AppError},
    domain::{gathering::Gathering, ids::GatheringId, programme::Outline},
    platform::{EventWanted, PostError},
    store::Place,
};

/// When it is tried again where a platform was busy or broken.
const AGAIN: SignedDuration = SignedDuration::from_mins(10);

impl App {
    /// Has platforms show what has changed.
    pub(in crate::app) async fn mirror(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.gatherings_to_mirror(now).await?;
        drop(work);
        for (id, known, due_at) in due {
            let (event, again) = match self.mirror_one(id, known.clone(), now).await {
                Ok(Ok(event)) => (event, None),
                // What can't be read can't be shown, and is told of elsewhere.
                Err(error) if error.is_lasting() => (known, None),
                Err(error) => return Err(error),
                Ok(Err(PostError::Undeliverable(why))) => {
                    warn!(gathering.id = id.get(), %why, "a group session isn't in a calendar");
                    (known, None)
                }
                Ok(Err(PostError::Busy(_) | PostError::Halfway(_) | PostError::Interrupted(_))) => {
                    (known, Some(now + AGAIN))
                }
            };
            let mut work = self.store.begin().await?;
            work.put_event(id, event.as_deref(), due_at, again).await?;
            work.save().await?;
        }
        Ok(())
    }

    /// Has the platform of the programme's channel show one, if it has begun or ended nothing is to
    /// be shown any longer. Says what the platform calls it.
    async fn mirror_one(
        &self,
        id: GatheringId,
        known: Option<String>,
        now: Timestamp,
    ) -> Result<Result<Option<String>, PostError>, AppError> {
        let mut work = self.store.look().await?;
        let Some(gathering) = work.gathering(id).await? else { return Ok(Ok(None)) };
        let programme = self.programme(&mut work, gathering.programme).await?;
        let place = match work.channel_of(gathering.programme).await? {
            Some(place) => work.place(place).await?,
            None => None,
        };
        drop(work);
        let (Some((_, outline)), Some(place)) = (programme, place) else { return Ok(Ok(known)) };
        let Some(wanted) = wanted(&gathering, &outline, &place, known.clone(), now) else {
            return Ok(Ok(known));
        };
        Ok(match self.platforms.get(&place.platform) {
            Some(platform) => platform.show_event(&wanted).await,
            None => Ok(known),
        })
    }
}

/// The event as it is to be shown, in the programme's language. None if it is over: then it stays as
/// it was.
fn wanted(
    gathering: &Gathering,
    outline: &Outline,
    place: &Place,
    known: Option<String>,
    now: Timestamp,
) -> Option<EventWanted> {
    let (plan, zone) = (&gathering.plan, &outline.time_zone);
    let times = plan.begins(zone).zip(plan.ends(zone));
    // What has no time any longer isn't shown either.
    let (begins, ends) = times.unwrap_or((Timestamp::MAX, Timestamp::MAX));
    (begins > now).then(|| EventWanted {
        room: place.address.clone().unwrap_or_default(),
        known,
        name: plan.titles.get(&outline.locale).to_owned(),
        about: plan.about.as_ref().map(|about| about.get(&outline.locale).to_owned()),
        place: plan.place.clone(),
        begins,
        ends,
        is_off: !gathering.is_open(zone, now),
    })
}
