//! Reminders of meetings that are booked, with what may help to prepare: one's own last note, the
//! goals, and questions for the phase that the two are in.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
};
use crate::{
    domain::{
        agenda::Phase,
        command::CommandName,
        goal::{Goal, Stage},
        ids::{MeetingId, PersonId},
        letter::Receiver,
        locale::Locale,
        meeting::{Half, Meeting, MeetingState},
        message::{Code, Message, goal::GoalSays, meeting::MeetingSays, note::NoteSays},
        moment::Moment,
        notice::Urgency,
        pair::Pair,
        person::first_name,
        programme::{Outline, ProgrammeState},
        reminder::{Ahead, is_decent, reminders},
    },
    store::{NewLetter, Reminder, Work},
};

/// How many goals a reminder shows.
const GOALS: usize = 3;

impl App {
    /// Plans when the two are reminded of a meeting, or that they aren't any longer.
    pub(super) async fn plan_reminders(
        &self,
        work: &mut Work,
        pair: &Pair,
        meeting: MeetingId,
        zone: &TimeZone,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(known) = work.meeting(meeting).await? else { return Ok(()) };
        let mut planned = vec![];
        if let Some(begins) = known.when.instant().filter(|_| known.is_to_come(now)) {
            for half in [Half::Mentor, Half::Adept] {
                let seat = pair.seat(half);
                let Some(person) = work.person(seat.person).await? else { continue };
                let due = reminders(begins, person.zone_in(zone), now);
                planned.extend(due.into_iter().map(|(ahead, at)| (seat.member, ahead, at)));
            }
        }
        Ok(work.put_reminders(meeting, &planned).await?)
    }

    /// Plans anew when somebody is reminded of their meetings: their clock is another one.
    pub(super) async fn plan_reminders_of(
        &self,
        work: &mut Work,
        person: PersonId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        for pair in work.pairs_of_person(person).await? {
            let Some((_, outline)) = self.programme(work, pair.programme).await? else { continue };
            for meeting in work.meetings_of(pair.id).await? {
                if let Some(id) = meeting.id.filter(|_| meeting.is_to_come(now)) {
                    self.plan_reminders(work, &pair, id, &outline.time_zone, now).await?;
                }
            }
        }
        Ok(())
    }

    /// Reminds everybody of whose meeting it is time to.
    pub(super) async fn remind_of_meetings(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let due = work.reminders_due(now).await?;
        drop(work);
        each_due!(
            self,
            "a reminder of a meeting",
            &due,
            |work, reminder| self.remind_of_meeting(&mut work, reminder, now),
            work.put_off_reminder(reminder, now + UNTIL_MENDED),
        );
        Ok(())
    }

    async fn remind_of_meeting(
        &self,
        work: &mut Work,
        reminder: &Reminder,
        now: Timestamp,
    ) -> Result<(), AppError> {
        work.end_reminder(reminder).await?;
        let Some(meeting) = work.meeting(reminder.meeting).await? else { return Ok(()) };
        let Some(pair) = work.pair(meeting.pair).await? else { return Ok(()) };
        let halves = [Half::Mentor, Half::Adept].into_iter();
        let half = halves.into_iter().find(|half| pair.seat(*half).member == reminder.member);
        let Some((half, begins)) = half.zip(meeting.when.instant()) else { return Ok(()) };
        let rests = pair.stopped_since.is_some() || pair.ended_at.is_some();
        if rests || !meeting.is_to_come(now) {
            return Ok(());
        }
        let Some((row, outline)) = self.programme(work, pair.programme).await? else {
            return Ok(());
        };
        if row.state == ProgrammeState::Closed {
            return Ok(());
        }
        let Some(person) = work.person(pair.seat(half).person).await? else { return Ok(()) };
        if !person.reminders.wants(reminder.ahead) {
            return Ok(());
        }
        let with = first_name(&pair.seat(half.other()).name);
        let zone = person.zone_in(&outline.time_zone);
        let at = Moment::of(begins, zone);
        // After a time in which nothing could be sent it may be too late, or the middle of the night.
        let local = zone.to_datetime(now);
        let is_late =
            reminder.ahead == Ahead::Day && local.date() >= zone.to_datetime(begins).date();
        if is_late || !is_decent(local.time()) {
            return Ok(());
        }
        let says = match (reminder.ahead, meeting.place) {
            (Ahead::Hour, None) => MeetingSays::InAnHour { with, at },
            (Ahead::Hour, Some(place)) => MeetingSays::InAnHourPlace { with, at, place },
            (Ahead::Day, place) => {
                let on = zone.to_datetime(begins).date();
                let locale = self.words.choose(&person.locale).clone();
                let lines = self.briefing(work, (&pair, half), &outline, &locale, on).await?;
                match place {
                    Some(place) => MeetingSays::TomorrowPlace { with, at, place, lines },
                    None => MeetingSays::Tomorrow { with, at, lines },
                }
            }
        };
        let letter = NewLetter {
            receiver: Receiver::Person(person.id),
            programme: Some(row.id),
            message: says.into(),
            urgency: Urgency::AtOnce,
            due_at: now,
            // Nobody wants to be reminded of what has begun.
            stale_at: begins,
            reply_to: None,
        };
        work.promise(&letter, now).await?;
        Ok(())
    }

    /// What may help one of the two to prepare the meeting on a day.
    pub(super) async fn briefing(
        &self,
        work: &mut Work,
        (pair, half): (&Pair, Half),
        outline: &Outline,
        locale: &Locale,
        on: Date,
    ) -> Result<Vec<Message>, AppError> {
        let meetings = work.meetings_of(pair.id).await?;
        let with = first_name(&pair.seat(half.other()).name);
        let zone = &outline.time_zone;
        let mut lines: Vec<Message> = vec![];
        let notes = work.notes_about(pair.seat(half).member, pair.id).await?;
        if let Some(note) = notes.first() {
            let on = zone.to_datetime(note.made_at).date();
            lines.push(NoteSays::Last { note: note.id, on }.into());
        }
        let phase = Phase::of(&meetings, outline, pair.last_day(outline), on);
        let goals = work.goals_of(pair.adept.member).await?;
        let stage = Stage::on(outline, pair.last_day(outline), on);
        match half {
            Half::Mentor => {
                let shared = goals.iter().filter(|goal| goal.is_shared).take(GOALS);
                lines.extend(shared.map(|goal| {
                    let words = goal.words.clone();
                    GoalSays::BriefShared { with: with.clone(), words }.into()
                }));
            }
            Half::Adept => {
                lines.extend(goals.iter().take(GOALS).map(own_goal));
                let usage = |name| Code(self.words.of_command(locale, name, "verb"));
                let has_met = meetings.iter().any(|meeting| meeting.state == MeetingState::Held);
                if goals.is_empty() && has_met {
                    lines.push(GoalSays::SetFirst { add: usage(CommandName::GoalAdd) }.into());
                } else if let Some(says) =
                    scoring(phase, &goals, stage, usage(CommandName::GoalRate))
                {
                    lines.push(says.into());
                } else if self.is_quiet(work, &goals, &meetings, outline).await? {
                    lines.push(GoalSays::Revisit { step: usage(CommandName::GoalStep) }.into());
                }
            }
        }
        lines.extend(phase.questions(half, &with));
        Ok(lines)
    }

    /// Whether there are goals, and nothing has happened to them since the last two meetings: with
    /// every second meeting they are looked at again.
    async fn is_quiet(
        &self,
        work: &mut Work,
        goals: &[Goal],
        meetings: &[Meeting],
        outline: &Outline,
    ) -> Result<bool, AppError> {
        let zone = &outline.time_zone;
        let mut held: Vec<_> = meetings
            .iter()
            .filter(|meeting| meeting.state == MeetingState::Held)
            .map(|meeting| meeting.when.day(zone))
            .collect();
        held.sort_unstable();
        let Some(since) = held.len().checked_sub(2).and_then(|nth| held.get(nth)) else {
            return Ok(false);
        };
        let mut latest = None;
        for goal in goals {
            latest = latest.max(work.goal_changed_at(goal.id).await?);
        }
        Ok(latest.is_some_and(|at| zone.to_datetime(at).date() < *since))
    }
}

/// Asks for scores, when the two look back and there are goals without one.
fn scoring(phase: Phase, goals: &[Goal], stage: Stage, rate: Code) -> Option<GoalSays> {
    let looks_back = matches!(phase, Phase::Halftime | Phase::Closing);
    let is_open = goals.iter().any(|goal| goal.score(stage).is_none());
    (looks_back && is_open).then_some(match stage {
        Stage::Halftime => GoalSays::ScoreHalftime { rate },
        Stage::Close => GoalSays::ScoreClose { rate },
    })
}

fn own_goal(goal: &Goal) -> Message {
    let (number, words) = (goal.number, goal.words.clone());
    match goal.steps.iter().find(|step| step.done_at.is_none()) {
        Some(step) => GoalSays::BriefOwnStep { number, words, step: step.words.clone() }.into(),
        None => GoalSays::BriefOwn { number, words }.into(),
    }
}
