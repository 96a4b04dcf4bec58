//! Commands about a pair's own meetings.

use jiff::civil::DateTime;

use super::{
    Answers, Hearing, Speaker,
    presses::{appointment, unbookable},
    target::{Own, Target, found},
};
use crate::{
    app::AppError,
    domain::{
        command::{CommandName, PairCommand},
        draft::Draft,
        ids::{MeetingId, PairId},
        meeting::{Appointment, Meeting},
        message::{agenda::AgendaSays, general::General, meeting::MeetingSays},
        notice::Notice,
        pair::NextMeeting,
    },
};

impl Hearing<'_> {
    pub(super) async fn do_for_pair(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        command: PairCommand,
    ) -> Result<Answers, AppError> {
        if let Some(on) = own.held.row.last_on
            && is_about_what_comes(&command)
        {
            let programme = own.held.name(&self.locale);
            return Ok(vec![General::StatusOver { programme, on }.into()]);
        }
        match command {
            PairCommand::Agreement => self.show_agreement(own).await,
            PairCommand::Topic => self.show_card(speaker, own).await,
            PairCommand::MeetingBook { at, place } => {
                self.echo_booking(speaker, own, at, place).await
            }
            PairCommand::MeetingBookRow { first, repeat, place } => {
                self.echo_row(speaker, own, first, &repeat, place).await
            }
            PairCommand::MeetingBookSeveral { times, place } => {
                self.echo_several(speaker, own, &times, place).await
            }
            PairCommand::MeetingPropose { at, place } => {
                self.propose(speaker, own, at, place).await
            }
            PairCommand::MeetingProposeCommon => {
                Ok(vec![self.suggest_times(speaker, own, vec![]).await?])
            }
            PairCommand::MeetingList => Ok(vec![self.list_meetings(speaker, own).await?]),
            PairCommand::MeetingMove { number, at } => {
                self.echo_move(speaker, own, number, at).await
            }
            PairCommand::MeetingCancel { number } => self.echo_cancel(speaker, own, number).await,
            PairCommand::MeetingMet { number } => self.say_met(speaker, own, number).await,
            PairCommand::Goal(command) => self.do_about_goals(own, command).await,
            PairCommand::Note { words } => self.keep_note(own, &words).await,
            PairCommand::NoteList => self.list_notes(speaker, own).await,
            PairCommand::NoteRemove { number } => self.remove_note(own, number).await,
            PairCommand::Later => {
                if own.situation(self.now).put_off().is_none() {
                    let help = self.usage(CommandName::Help);
                    return Ok(vec![General::NothingAsked { help }.into()]);
                }
                self.put_off(speaker, own).await
            }
        }
    }

    /// What the two might talk about when they meet next.
    async fn show_card(&mut self, speaker: &Speaker, own: &Own) -> Result<Answers, AppError> {
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let to_come = own.meetings.iter().filter(|meeting| meeting.is_to_come(self.now));
        let next = to_come.filter_map(|meeting| meeting.when.instant()).min();
        let on = zone.to_datetime(next.unwrap_or(self.now)).date();
        let (whose, locale) = ((&own.pair, own.half), self.locale.clone());
        let outline = &own.held.outline;
        let lines = self.app.briefing(&mut self.work, whose, outline, &locale, on).await?;
        Ok(vec![AgendaSays::Card { with: own.with(), lines }.into()])
    }

    pub(super) async fn echo_booking(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        at: DateTime,
        place: Option<String>,
    ) -> Result<Answers, AppError> {
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let when = Appointment::At { local: at, zone: zone.clone() };
        // A time that the clock skips is echoed as the one it will be.
        let Some(at) = when.moment_in(&zone) else {
            return Ok(vec![MeetingSays::TooFar { at }.into()]);
        };
        if let Err(why) = own.situation(self.now).can_be_at(&when, None) {
            return Ok(vec![unbookable(&why, at.local, own.last_day())]);
        }
        let draft = Draft::Book {
            pair: own.pair.id,
            at: at.local,
            zone: zone.iana_name().unwrap_or("UTC").to_owned(),
            place: place.clone(),
            proposed_by: None,
        };
        let draft = self.begin(speaker, &draft).await?;
        let with = own.with();
        let mut answers = self.clashes(speaker, own, at).await?;
        answers.push(match place {
            Some(place) => MeetingSays::EchoPlace { draft, with, at, place }.into(),
            None => MeetingSays::Echo { draft, with, at }.into(),
        });
        Ok(answers)
    }

    /// Books what was echoed back or proposed.
    pub(super) async fn confirm_booking(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
        at: DateTime,
        zone: &str,
        place: Option<String>,
    ) -> Result<Answers, AppError> {
        let pair = self.work.pair(pair).await?.filter(|pair| pair.ended_at.is_none());
        let Some(pair) = pair else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(own) = self.own(speaker, pair).await? else {
            return Ok(vec![General::NotYours.into()]);
        };
        let Some(when) = appointment(at, zone) else { return Ok(vec![General::Outdated.into()]) };
        if let Err(why) = own.situation(self.now).can_be_at(&when, None) {
            return Ok(vec![unbookable(&why, at, own.last_day())]);
        }
        // A proposal is stored on the clock of whoever made it.
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let Some(at) = when.moment_in(&zone) else { return Ok(vec![General::Outdated.into()]) };
        let number = self.book_now(&own, when, place).await?;
        if self.is_told_here(&own).await? {
            return Ok(vec![]);
        }
        Ok(vec![MeetingSays::Booked { with: own.with(), at, number }.into()])
    }

    /// Books a meeting and tells both. Says which number it has.
    pub(super) async fn book_now(
        &mut self,
        own: &Own,
        when: Appointment,
        place: Option<String>,
    ) -> Result<i64, AppError> {
        self.work.end_offers(own.pair.id, self.now).await?;
        let (meeting, notices) = own.situation(self.now).book(own.half, when, place);
        let number = meeting.number;
        self.settle(own, meeting, &notices).await?;
        Ok(number)
    }

    /// Stores a meeting and what comes of it for the pair.
    pub(super) async fn settle(
        &mut self,
        own: &Own,
        meeting: Meeting,
        notices: &[Notice],
    ) -> Result<(), AppError> {
        let id = self.work.put_meeting(&meeting).await?;
        let zone = &own.held.outline.time_zone;
        self.app.plan_reminders(&mut self.work, &own.pair, id, zone, self.now).await?;
        let meetings = self.work.meetings_of(own.pair.id).await?;
        let pair = own.situation(self.now).settled(&meetings);
        self.work.put_pair(&pair, pair.acts_at(&own.held.outline)).await?;
        if !matches!(pair.next, NextMeeting::WithLeader { .. }) {
            self.work.settle_asked(pair.id).await?;
            self.work.close_questions_about(pair.id).await?;
        }
        for notice in notices {
            self.tell(notice, &own.held).await?;
        }
        Ok(())
    }

    /// Whether whoever speaks does so in the place of the two, where both are told of what was
    /// done: they needn't hear it twice.
    pub(super) async fn is_told_here(&mut self, own: &Own) -> Result<bool, AppError> {
        let place = self.work.place(self.place).await?;
        Ok(place.and_then(|place| place.pair) == Some(own.pair.id))
    }

    async fn echo_move(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        number: Option<i64>,
        at: DateTime,
    ) -> Result<Answers, AppError> {
        let meeting =
            found!(self.meeting_to_come(speaker, own, number, CommandName::MeetingMove).await?);
        let Some(id) = meeting.id else { return Ok(vec![General::Outdated.into()]) };
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let when = Appointment::At { local: at, zone: zone.clone() };
        let Some(at) = when.moment_in(&zone) else {
            return Ok(vec![MeetingSays::TooFar { at }.into()]);
        };
        if let Err(why) = own.situation(self.now).can_be_at(&when, Some(id)) {
            return Ok(vec![unbookable(&why, at.local, own.last_day())]);
        }
        let zone_name = zone.iana_name().unwrap_or("UTC").to_owned();
        let draft = Draft::Move { meeting: id, at: at.local, zone: zone_name };
        let draft = self.begin(speaker, &draft).await?;
        let with = own.with();
        let followers = own.situation(self.now).followers(&meeting).len();
        let mut answers = self.clashes(speaker, own, at).await?;
        answers.push(match (meeting.when.moment_in(&zone), i64::try_from(followers)) {
            (Some(from), Ok(followers @ 1..)) => {
                MeetingSays::EchoMoveRow { draft, with, from, at, followers }.into()
            }
            (Some(from), _) => MeetingSays::EchoMove { draft, with, from, at }.into(),
            (None, _) => MeetingSays::Echo { draft, with, at }.into(),
        });
        Ok(answers)
    }

    pub(super) async fn confirm_move(
        &mut self,
        speaker: &Speaker,
        meeting: MeetingId,
        at: DateTime,
        zone: &str,
    ) -> Result<Answers, AppError> {
        let Some((own, meeting)) = self.own_meeting(speaker, meeting).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(when) = appointment(at, zone) else { return Ok(vec![General::Outdated.into()]) };
        if !meeting.is_to_come(self.now) {
            return Ok(vec![MeetingSays::NotToCome { number: meeting.number }.into()]);
        }
        if let Err(why) = own.situation(self.now).can_be_at(&when, meeting.id) {
            return Ok(vec![unbookable(&why, at, own.last_day())]);
        }
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let Some(at) = when.moment_in(&zone) else { return Ok(vec![General::Outdated.into()]) };
        let (moved, notices) = own.situation(self.now).moved(own.half, &meeting, when);
        let number = moved.number;
        self.settle(&own, moved, &notices).await?;
        if self.is_told_here(&own).await? {
            return Ok(vec![]);
        }
        Ok(vec![MeetingSays::Moved { with: own.with(), at, number }.into()])
    }

    async fn echo_cancel(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        number: Option<i64>,
    ) -> Result<Answers, AppError> {
        let meeting =
            found!(self.meeting_to_come(speaker, own, number, CommandName::MeetingCancel).await?);
        let Some(id) = meeting.id else { return Ok(vec![General::Outdated.into()]) };
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let with = own.with();
        let Some(at) = meeting.when.moment_in(&zone) else {
            let (cancelled, notices) = own.situation(self.now).cancelled(own.half, &meeting);
            self.settle(own, cancelled, &notices).await?;
            if self.is_told_here(own).await? {
                return Ok(vec![]);
            }
            return Ok(vec![MeetingSays::CancelledSometime { with }.into()]);
        };
        let draft = self.begin(speaker, &Draft::Cancel { meeting: id }).await?;
        Ok(vec![MeetingSays::EchoCancel { draft, with, at }.into()])
    }

    pub(super) async fn confirm_cancel(
        &mut self,
        speaker: &Speaker,
        meeting: MeetingId,
    ) -> Result<Answers, AppError> {
        let Some((own, meeting)) = self.own_meeting(speaker, meeting).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        if !meeting.is_to_come(self.now) {
            return Ok(vec![MeetingSays::NotToCome { number: meeting.number }.into()]);
        }
        let zone = self.zone_of(speaker, Some(&own.held)).await?;
        let at = meeting.when.moment_in(&zone);
        let (cancelled, notices) = own.situation(self.now).cancelled(own.half, &meeting);
        self.settle(&own, cancelled, &notices).await?;
        if self.is_told_here(&own).await? {
            return Ok(vec![]);
        }
        let with = own.with();
        Ok(vec![match at {
            Some(at) => MeetingSays::Cancelled { with, at }.into(),
            None => MeetingSays::CancelledSometime { with }.into(),
        }])
    }

    /// The meeting to come with that number, or the only one.
    async fn meeting_to_come(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        number: Option<i64>,
        command: CommandName,
    ) -> Result<Target<Meeting>, AppError> {
        if let Some(number) = number {
            return Ok(Self::to_come_numbered(own, number, self.now));
        }
        let mut to_come = own.meetings.iter().filter(|meeting| meeting.is_to_come(self.now));
        Ok(match (to_come.next(), to_come.next()) {
            (None, _) => Target::Answer(vec![self.no_meetings()]),
            (Some(only), None) => Target::Found(only.clone()),
            (Some(_), Some(_)) => {
                let list = self.list_meetings(speaker, own).await?;
                let usage = self.usage(command);
                Target::Answer(vec![list, General::Incomplete { usage }.into()])
            }
        })
    }

    fn to_come_numbered(own: &Own, number: i64, now: jiff::Timestamp) -> Target<Meeting> {
        match Self::meeting_numbered(own, number) {
            Target::Found(meeting) if !meeting.is_to_come(now) => {
                Target::Answer(vec![MeetingSays::NotToCome { number }.into()])
            }
            Target::Found(meeting) => Target::Found(meeting),
            Target::Answer(answers) => Target::Answer(answers),
        }
    }

    /// A meeting of the speaker's own.
    pub(super) async fn own_meeting(
        &mut self,
        speaker: &Speaker,
        meeting: MeetingId,
    ) -> Result<Option<(Own, Meeting)>, AppError> {
        let Some(meeting) = self.work.meeting(meeting).await? else { return Ok(None) };
        let pair = self.work.pair(meeting.pair).await?.filter(|pair| pair.ended_at.is_none());
        let Some(pair) = pair else { return Ok(None) };
        Ok(self.own(speaker, pair).await?.map(|own| (own, meeting)))
    }
}

/// Whether a command is about meetings that nobody has once their programme is over.
const fn is_about_what_comes(command: &PairCommand) -> bool {
    matches!(
        command,
        PairCommand::Topic
            | PairCommand::MeetingBook { .. }
            | PairCommand::MeetingBookSeveral { .. }
            | PairCommand::MeetingBookRow { .. }
            | PairCommand::MeetingProposeCommon
            | PairCommand::MeetingPropose { .. }
            | PairCommand::MeetingMove { .. }
            | PairCommand::MeetingMet { number: None }
    )
}
