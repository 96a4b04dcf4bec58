//! Times that suit both: found by the bot, offered by one of the two, chosen by the other.

use jiff::{Timestamp, civil::DateTime};

use super::{
    Answers, Hearing, Speaker,
    presses::{appointment, unbookable},
    target::Own,
};
use crate::{
    app::AppError,
    domain::{
        availability::{Availability, Busy, suits_both},
        command::CommandName,
        draft::Draft,
        meeting::{Appointment, Half, Meeting},
        message::{Message, general::General, meeting::MeetingSays},
        moment::Moment,
        notice::{Notice, Urgency},
        person::first_name,
    },
};

/// How many times are shown to one of the two before it is theirs to suggest one.
const MOST_SHOWN: usize = 12;

impl Hearing<'_> {
    /// Passes one time on to the other of the two.
    pub(super) async fn propose(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        at: DateTime,
        place: Option<String>,
    ) -> Result<Answers, AppError> {
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let when = Appointment::At { local: at, zone: zone.clone() };
        let Some(at) = when.moment_in(&zone) else {
            return Ok(vec![MeetingSays::TooFar { at }.into()]);
        };
        if let Err(why) = own.situation(self.now).can_be_at(&when, None) {
            return Ok(vec![unbookable(&why, at.local, own.last_day())]);
        }
        let other = own.pair.seat(own.half.other()).clone();
        let draft = Draft::Book {
            pair: own.pair.id,
            at: at.local,
            zone: zone.iana_name().unwrap_or("UTC").to_owned(),
            place: place.clone(),
            proposed_by: Some(own.half),
        };
        let draft = self.begin_for(other.person, &draft).await?;
        let by = first_name(&own.pair.seat(own.half).name);
        let theirs = self.work.person(other.person).await?.and_then(|person| person.zone);
        let theirs = theirs.unwrap_or_else(|| own.held.outline.time_zone.clone());
        let there = Moment::of(at.instant, &theirs);
        let says = match place {
            Some(place) => MeetingSays::ProposalPlace { draft, by, at: there, place },
            None => MeetingSays::Proposal { draft, by, at: there },
        };
        let notice = Notice::to_person(other.person, says.into(), Urgency::AtOnce);
        self.tell(&notice, &own.held).await?;
        let mut answers = self.clashes(speaker, own, at).await?;
        answers.push(MeetingSays::Proposed { with: first_name(&other.name), at }.into());
        Ok(answers)
    }

    /// What is said before a time is echoed back at which one of the two meets somebody else. It is
    /// for them to decide: a mentor may well meet two adepts together.
    pub(super) async fn clashes(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        at: Moment,
    ) -> Result<Answers, AppError> {
        let wanted = Busy::meeting(at.instant);
        let mut answers: Answers = vec![];
        let on = at.local.date();
        if own.held.outline.calendar.rests_on(on) {
            answers
                .push(MeetingSays::RestDays { lines: vec![MeetingSays::Day { on }.into()] }.into());
        }
        for half in [own.half, own.half.other()] {
            let person = own.pair.seat(half).person;
            for pair in self.work.pairs_of_person(person).await? {
                let Some(seat) = pair.half_of(person).map(|half| pair.seat(half.other())) else {
                    continue;
                };
                let meetings = self.work.meetings_of(pair.id).await?;
                let clashes = |meeting: &Meeting| {
                    let begins = meeting.when.instant().filter(|_| meeting.is_booked());
                    begins.is_some_and(|begins| Busy::meeting(begins).overlaps(wanted))
                };
                if pair.id == own.pair.id || !meetings.iter().any(clashes) {
                    continue;
                }
                answers.push(if person == speaker.person.id {
                    MeetingSays::OwnClash { with: first_name(&seat.name), at }.into()
                } else {
                    // With whom is none of the speaker's business.
                    MeetingSays::TheirClash { with: own.with(), at }.into()
                });
                break;
            }
        }
        Ok(answers)
    }

    /// Shows whoever asks some times that suit both, and asks whether to offer them.
    pub(super) async fn suggest_times(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        shown: Vec<Timestamp>,
    ) -> Result<Message, AppError> {
        let (mine, theirs) = self.availability_of_both(own).await?;
        let calendar = &own.held.outline.calendar;
        let span = (self.now, own.last_day());
        let with = own.with();
        if shown.len() >= MOST_SHOWN {
            // Whoever goes on asking would learn when the other is busy.
            let command = self.example(CommandName::MeetingPropose);
            return Ok(MeetingSays::EnoughTimes { with, command }.into());
        }
        let times = suits_both(&mine, &theirs, calendar, span, &shown);
        if times.is_empty() {
            let command = self.example(CommandName::MeetingPropose);
            return Ok(MeetingSays::NothingSuits { with, command }.into());
        }
        let zone = &mine.hours.zone;
        let line = |at: &Timestamp| MeetingSays::Time { at: Moment::of(*at, zone) }.into();
        let lines = times.iter().map(line).collect();
        let draft = Draft::Suggest {
            pair: own.pair.id,
            times: times.iter().map(|at| zone.to_datetime(*at)).collect(),
            zone: zone.iana_name().unwrap_or("UTC").to_owned(),
            offered_by: None,
            shown,
        };
        let draft = self.begin(speaker, &draft).await?;
        Ok(MeetingSays::SuitBoth { draft, with, lines }.into())
    }

    async fn availability_of_both(
        &mut self,
        own: &Own,
    ) -> Result<(Availability, Availability), AppError> {
        let outline = &own.held.outline;
        let [me, other] = [own.half, own.half.other()].map(|half| own.pair.seat(half).person);
        let mine = self.app.availability(&mut self.work, me, outline).await?;
        let theirs = self.app.availability(&mut self.work, other, outline).await?;
        Ok((mine, theirs))
    }

    /// Those of the times that still suit both.
    async fn still_suit(
        &mut self,
        own: &Own,
        times: Vec<Timestamp>,
    ) -> Result<Vec<Timestamp>, AppError> {
        let (mine, theirs) = self.availability_of_both(own).await?;
        let still = times
            .into_iter()
            .filter(|at| *at > self.now && mine.is_free_at(*at) && theirs.is_free_at(*at));
        Ok(still.collect())
    }

    /// Books the time that the other of the two has chosen. What one of them has taken meanwhile isn't
    /// booked twice.
    pub(super) async fn choose_time(
        &mut self,
        speaker: &Speaker,
        suggested: Suggested,
        nth: usize,
    ) -> Result<Answers, AppError> {
        let Some(own) = self.own_of(speaker, suggested.pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(at) = suggested.times.get(nth).copied() else {
            return Ok(vec![General::Outdated.into()]);
        };
        let begins = appointment(at, &suggested.zone).and_then(|when| when.instant());
        let Some(begins) = begins else { return Ok(vec![General::Outdated.into()]) };
        if begins > self.now && self.still_suit(&own, vec![begins]).await?.is_empty() {
            let shown = suggested.all_shown();
            let taken = MeetingSays::NoLongerFree { at }.into();
            return Ok(vec![taken, self.suggest_times(speaker, &own, shown).await?]);
        }
        self.confirm_booking(speaker, own.pair.id, at, &suggested.zone, None).await
    }

    /// Offers the times to the other of the two, on their clock.
    pub(super) async fn offer_times(
        &mut self,
        speaker: &Speaker,
        suggested: Suggested,
    ) -> Result<Answers, AppError> {
        let Some(own) = self.own_of(speaker, suggested.pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let other = own.pair.seat(own.half.other()).clone();
        let known = self.work.person(other.person).await?;
        let theirs = known.and_then(|person| person.zone);
        let theirs = theirs.unwrap_or_else(|| own.held.outline.time_zone.clone());
        // Some time may have passed since they were shown.
        let instants = self.still_suit(&own, suggested.instants()).await?;
        if instants.is_empty() {
            let shown = suggested.all_shown();
            return Ok(vec![self.suggest_times(speaker, &own, shown).await?]);
        }
        let times: Vec<_> = instants.iter().map(|at| theirs.to_datetime(*at)).collect();
        let draft = Draft::Suggest {
            pair: own.pair.id,
            times: times.clone(),
            zone: theirs.iana_name().unwrap_or("UTC").to_owned(),
            offered_by: Some(own.half),
            shown: suggested.shown,
        };
        // What was offered before is taken back by this.
        self.work.end_offers(own.pair.id, self.now).await?;
        let draft = self.begin_for(other.person, &draft).await?;
        let by = first_name(&own.pair.seat(own.half).name);
        let says = MeetingSays::Offer { draft, by, times };
        let notice = Notice::to_person(other.person, says.into(), Urgency::AtOnce);
        self.tell(&notice, &own.held).await?;
        Ok(vec![MeetingSays::Offered { with: first_name(&other.name) }.into()])
    }

    /// None of what was offered suits: whoever offered it hears so, and whoever declined it is
    /// shown other times at once.
    pub(super) async fn decline_times(
        &mut self,
        speaker: &Speaker,
        suggested: Suggested,
        by: Half,
    ) -> Result<Answers, AppError> {
        let Some(own) = self.own_of(speaker, suggested.pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let to = own.pair.seat(by).person;
        let name = first_name(&own.pair.seat(own.half).name);
        let says = MeetingSays::OfferDeclined { by: name };
        self.tell(&Notice::to_person(to, says.into(), Urgency::AtOnce), &own.held).await?;
        let shown = suggested.all_shown();
        let passed_on = MeetingSays::NoneSuitsPassedOn { with: own.with() }.into();
        Ok(vec![passed_on, self.suggest_times(speaker, &own, shown).await?])
    }

    /// Shows other times than those.
    pub(super) async fn other_times(
        &mut self,
        speaker: &Speaker,
        suggested: Suggested,
    ) -> Result<Answers, AppError> {
        let Some(own) = self.own_of(speaker, suggested.pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let shown = suggested.all_shown();
        Ok(vec![self.suggest_times(speaker, &own, shown).await?])
    }
}

/// What was suggested.
pub(super) struct Suggested {
    pub pair: crate::domain::ids::PairId,
    pub times: Vec<DateTime>,
    pub zone: String,
    pub shown: Vec<Timestamp>,
}

impl Suggested {
    fn instants(&self) -> Vec<Timestamp> {
        let begins = |at: &DateTime| appointment(*at, &self.zone)?.instant();
        self.times.iter().filter_map(begins).collect()
    }

    fn all_shown(self) -> Vec<Timestamp> {
        let instants = self.instants();
        self.shown.into_iter().chain(instants).collect()
    }
}
