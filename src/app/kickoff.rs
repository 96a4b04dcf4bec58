//! The beginning of a pair: its clocks are set going, and the two are introduced to each other.

use jiff::Timestamp;

use super::{App, AppError, matching::list, promise::Under};
use crate::{
    domain::{
        asked::Asked,
        letter::Receiver,
        meeting::Half,
        message::{Message, pair::PairSays},
        notice::{Audience, Notice, Urgency},
        pair::{NextMeeting, Pair},
        person::first_name,
        programme::Outline,
    },
    store::Work,
};

impl App {
    /// Begins a pair, not before its programme begins.
    pub(super) async fn begin_pair(
        &self,
        work: &mut Work,
        under: Under<'_>,
        pair: &Pair,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let outline = under.outline;
        let not_before = first_moment(outline, now);
        let begun = Pair {
            stopped_since: None,
            began_at: pair.began_at.or(Some(now)),
            next: NextMeeting::Open { due_at: not_before, asked: Asked::Never },
            ..pair.clone()
        };
        let begun = if work.is_held_back(pair.id).await? { begun.stopped(now) } else { begun };
        work.put_pair(&begun, begun.acts_at(outline)).await?;
        for half in [Half::Mentor, Half::Adept] {
            let seat = pair.seat(half);
            let other = pair.seat(half.other()).name.clone();
            let person = work.person(seat.person).await?;
            let locale = person.map_or_else(|| outline.locale.clone(), |person| person.locale);
            let programme = outline.names.get(&locale).to_owned();
            let to = first_name(&seat.name);
            let says = match half {
                Half::Mentor => PairSays::WelcomeMentor { to, adept: other, programme },
                Half::Adept => PairSays::WelcomeAdept { to, mentor: other, programme },
            };
            let notice = Notice::to_person(seat.person, says.into(), Urgency::InHours);
            self.promise(work, &notice, under, not_before, now).await?;
        }
        // The name in the language that the two have in common, or else in the programme's own.
        let both = self.locales_of(work, &[pair.mentor.person, pair.adept.person]).await?;
        let locale = match both.as_slice() {
            [common] => common,
            _ => &outline.locale,
        };
        let (mentor, adept) = (first_name(&pair.mentor.name), first_name(&pair.adept.name));
        let programme = outline.names.get(locale).to_owned();
        let lines = told(work, pair).await?;
        let says = if lines.is_empty() {
            PairSays::Introduction { mentor, adept, programme }
        } else {
            PairSays::IntroductionTold { mentor, adept, programme, lines }
        };
        let to = Audience::Pair(pair.id);
        let notice = Notice { to, message: says.into(), urgency: Urgency::InHours };
        self.promise(work, &notice, under, not_before, now).await
    }

    /// Has a programme that was started begin on another day: whoever hasn't been welcomed is then,
    /// and pairs that wait for the first day wait for the new one.
    pub(super) async fn move_beginning(
        &self,
        work: &mut Work,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let begins = first_moment(under.outline, now);
        for (letter, receiver, message) in work.waiting_welcomes(under.programme).await? {
            let person = match receiver {
                Receiver::Person(person) | Receiver::Among(_, person) => person,
                Receiver::Pair(pair) => match work.pair(pair).await? {
                    Some(pair) => pair.adept.person,
                    None => continue,
                },
                Receiver::Place(_) => continue,
            };
            let notice = Notice::to_person(person, message, Urgency::InHours);
            let due_at = self.slot(work, person, &notice, under, begins).await?;
            work.reschedule(letter, due_at, due_at + Urgency::InHours.stale_after()).await?;
        }
        for pair in work.pairs_of_programme(under.programme).await? {
            let NextMeeting::Open { due_at, asked: Asked::Never } = pair.next else { continue };
            if due_at > now && work.meetings_of(pair.id).await?.is_empty() {
                let next = NextMeeting::Open { due_at: begins, asked: Asked::Never };
                let moved = pair.with_next(next);
                work.put_pair(&moved, moved.acts_at(under.outline)).await?;
            }
        }
        Ok(())
    }
}

/// What the two have told of themselves that the other may know.
async fn told(work: &mut Work, pair: &Pair) -> Result<Vec<Message>, AppError> {
    let mentor = work.member_row(pair.mentor.member).await?.unwrap_or_default();
    let adept = work.member_row(pair.adept.member).await?.unwrap_or_default();
    let (offers, wants) = (list(mentor.offers.as_deref()), list(adept.wants.as_deref()));
    let (mentor, adept) = (first_name(&pair.mentor.name), first_name(&pair.adept.name));
    let wants =
        (!wants.is_empty()).then(|| PairSays::AdeptWants { name: adept, topics: wants }.into());
    let offers = (!offers.is_empty())
        .then(|| PairSays::MentorOffers { name: mentor, topics: offers }.into());
    Ok(wants.into_iter().chain(offers).collect())
}

/// When a programme begins, or now if it has begun.
fn first_moment(outline: &Outline, now: Timestamp) -> Timestamp {
    let starts = outline.time_zone.to_timestamp(outline.starts_on.at(0, 0, 0, 0)).ok();
    starts.unwrap_or(now).max(now)
}
