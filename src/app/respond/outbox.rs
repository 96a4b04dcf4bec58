//! What leaders see of what was sent and what wasn't.

use super::{Answers, Hearing, Held};
use crate::{
    app::AppError,
    domain::{
        ids::OutboxId,
        letter::{Fate, Reason, Receiver},
        message::{Message, general::General, nudge::Nudge, outbox::OutboxSays},
        moment::Moment,
        notice::Urgency,
    },
    store::Unsent,
};

/// How many letters a list shows.
const SHOWN: i64 = 20;

impl Hearing<'_> {
    pub(super) async fn show_outbox(&mut self, held: &Held) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        let counts = self.work.letter_counts(held.row.id).await?;
        let letters = self.work.unsent(held.row.id, SHOWN).await?;
        let sent = counts.sent;
        if letters.is_empty() {
            return Ok(vec![OutboxSays::Empty { programme, sent }.into()]);
        }
        let mut lines = vec![];
        for letter in &letters {
            lines.push(self.letter_line(held, letter).await?);
        }
        if counts.unsent > SHOWN {
            lines.push(OutboxSays::More { count: counts.unsent - SHOWN }.into());
        }
        Ok(vec![OutboxSays::List { programme, sent, waiting: counts.waiting, lines }.into()])
    }

    async fn letter_line(&mut self, held: &Held, letter: &Unsent) -> Result<Message, AppError> {
        let number = letter.id.get();
        let to = match letter.receiver {
            Receiver::Person(person) | Receiver::Among(_, person) => {
                self.work.person(person).await?.map(|person| person.name)
            }
            Receiver::Pair(pair) => {
                let pair = self.work.pair(pair).await?;
                pair.map(|pair| {
                    let (mentor, adept) = (pair.mentor.name, pair.adept.name);
                    self.app.words.line(&self.locale, &General::AboutPair { mentor, adept }.into())
                })
            }
            Receiver::Place(_) => None,
        };
        let to = to.unwrap_or_else(|| "–".to_owned());
        let what = Box::new(about(&letter.message));
        let at = Moment::of(letter.due_at, &held.outline.time_zone);
        let why = letter.reason.map(|reason| Box::new(why(reason)));
        Ok(match (letter.fate, why) {
            (Fate::Waiting, None) => OutboxSays::ItemWaiting { number, to, what, at },
            (Fate::Waiting, Some(why)) => OutboxSays::ItemPostponed { number, to, what, at, why },
            (Fate::Sending | Fate::Sent, _) => OutboxSays::ItemSending { number, to, what },
            (
                Fate::Expired | Fate::Refused | Fate::GivenUp | Fate::Unsure | Fate::Cancelled,
                why,
            ) => {
                let why = why.unwrap_or_else(|| Box::new(OutboxSays::WhyGivenUp.into()));
                OutboxSays::ItemUnsent { number, to, what, why }
            }
        }
        .into())
    }

    pub(super) async fn retry_letter(
        &mut self,
        held: &Held,
        number: i64,
    ) -> Result<Answers, AppError> {
        if !self.is_letter_of(held, number).await? {
            return Ok(vec![OutboxSays::NoSuchLetter { number }.into()]);
        }
        let stale_at = self.now + Urgency::InHours.stale_after();
        let is_retried = self.work.retry_letter(OutboxId::new(number), self.now, stale_at).await?;
        Ok(vec![if is_retried {
            OutboxSays::Retried { number }.into()
        } else {
            OutboxSays::TooLate { number }.into()
        }])
    }

    pub(super) async fn cancel_letter(
        &mut self,
        held: &Held,
        number: i64,
    ) -> Result<Answers, AppError> {
        if !self.is_letter_of(held, number).await? {
            return Ok(vec![OutboxSays::NoSuchLetter { number }.into()]);
        }
        let is_cancelled = self.work.cancel_letter(OutboxId::new(number), self.now).await?;
        Ok(vec![if is_cancelled {
            OutboxSays::Cancelled { number }.into()
        } else {
            OutboxSays::TooLate { number }.into()
        }])
    }

    async fn is_letter_of(&mut self, held: &Held, number: i64) -> Result<bool, AppError> {
        let letter = self.work.letter(OutboxId::new(number)).await?;
        Ok(letter.is_some_and(|letter| letter.programme == Some(held.row.id)))
    }
}

/// What a letter is about: leaders see that much of it, and no words.
pub(in crate::app) fn about(message: &Message) -> Message {
    match message {
        Message::Nudge(
            Nudge::DidMeet { .. }
            | Nudge::DidMeetAgain { .. }
            | Nudge::HaveMet { .. }
            | Nudge::HaveMetAgain { .. }
            | Nudge::MetToo { .. },
        ) => OutboxSays::AboutMeeting,
        Message::Nudge(_) | Message::Meeting(_) => OutboxSays::AboutBooking,
        Message::Pair(_) | Message::Agreement(_) => OutboxSays::AboutWelcome,
        Message::Matching(_) => OutboxSays::AboutMatching,
        Message::Application(_) | Message::Selection(_) => OutboxSays::AboutApplication,
        Message::Programme(_) => OutboxSays::AboutAnnouncement,
        Message::Gathering(_) => OutboxSays::AboutGathering,
        Message::CheckIn(_) => OutboxSays::AboutCheckIn,
        Message::Training(_) => OutboxSays::AboutLesson,
        Message::Report(_) => OutboxSays::AboutReport,
        Message::Farewell(_) => OutboxSays::AboutEnd,
        Message::Attention(_) | Message::Rights(_) => OutboxSays::AboutAttention,
        Message::Goal(_)
        | Message::Contact(_)
        | Message::Agenda(_)
        | Message::Reflection(_)
        | Message::Note(_)
        | Message::People(_)
        | Message::Settings(_)
        | Message::Outbox(_)
        | Message::Fault(_)
        | Message::General(_) => OutboxSays::AboutAnswer,
    }
    .into()
}

fn why(reason: Reason) -> Message {
    match reason {
        Reason::Stale => OutboxSays::WhyStale,
        Reason::DayFull => OutboxSays::WhyDayFull,
        Reason::WeekFull => OutboxSays::WhyWeekFull,
        Reason::MonthFull => OutboxSays::WhyMonthFull,
        Reason::Closed => OutboxSays::WhyOutsideHours,
        Reason::Paused => OutboxSays::WhyPaused,
        Reason::NoAccount => OutboxSays::WhyNoAccount,
        Reason::Unwilling => OutboxSays::WhyClosed,
        Reason::Gone => OutboxSays::WhyGone,
        Reason::Refused | Reason::Unreadable => OutboxSays::WhyRefused,
        Reason::Unsure => OutboxSays::WhyUnsure,
        Reason::Broken => OutboxSays::WhyGivenUp,
        Reason::Busy => OutboxSays::WhyBusy,
        Reason::Cancelled => OutboxSays::WhyCancelled,
        Reason::Overtaken => OutboxSays::WhyOvertaken,
        Reason::NoPlatform => OutboxSays::WhyNoPlatform,
    }
    .into()
}
