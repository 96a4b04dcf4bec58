//! Which pairs need their leader: each is looked at when something about it has changed and when a
//! limit is reached, and leaders read once a week what there is.

use jiff::{SignedDuration, Timestamp, civil, civil::Weekday};

use super::{
    App, AppError,
    cases::Words,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        attention::{Case, Level, Matter},
        calendar::PersonalHours,
        command::CommandName,
        ids::{PairId, ProgrammeId},
        meeting::Half,
        message::{Code, attention::AttentionSays as Says},
        notice::{Notice, Urgency},
        pair::Pair,
        programme::Outline,
        risk::{Silence, Watched},
        role::Role,
    },
    store::{News, ProgrammeRow, Work},
};

/// How many pairs are looked at in one go.
const AT_ONCE: i64 = 100;
/// How many cases a digest shows.
const SHOWN: usize = 10;
/// When in the week leaders read it, if that is no red day: in time for the week's work.
const DIGEST: (Weekday, civil::Time) = (Weekday::Monday, civil::time(9, 0, 0, 0));

impl App {
    /// Looks at the pairs that are due, reminds leaders of those who wait for their answer, and has
    /// them read once a week what there is.
    pub(super) async fn watch(&self, now: Timestamp) -> Result<(), AppError> {
        loop {
            let mut work = self.store.look().await?;
            let due = work.pairs_to_look_at(now, AT_ONCE).await?;
            drop(work);
            if due.is_empty() {
                break;
            }
            let mut work = self.store.begin().await?;
            let mut looked = Ok(());
            for pair in &due {
                looked = self.look(&mut work, *pair, now).await;
                if looked.is_err() {
                    break;
                }
            }
            match looked {
                Ok(()) => work.save().await?,
                // One of them can't be read: each for itself, so that it keeps no other waiting.
                Err(error) if error.is_lasting() => {
                    drop(work);
                    each_due!(
                        self,
                        "a look at a pair",
                        &due,
                        |work, pair| self.look(&mut work, *pair, now),
                        work.look_at(*pair, Some(now + UNTIL_MENDED)),
                    );
                }
                Err(error) => return Err(error),
            }
            if i64::try_from(due.len()).unwrap_or(0) < AT_ONCE {
                break;
            }
        }
        let mut work = self.store.look().await?;
        let (pleas, digests) = (work.pleas_to_answer(now).await?, work.digests_due(now).await?);
        drop(work);
        each_due!(
            self,
            "an answer that was promised",
            &pleas,
            |work, case| self.remind_of_answer(&mut work, case, now),
            work.remind_of_plea(case.id, Some(now + UNTIL_MENDED)),
        );
        each_due!(
            self,
            "what leaders read once a week",
            digests,
            |work, programme| self.digest(&mut work, programme, now),
            work.put_digest_at(programme, now + UNTIL_MENDED),
        );
        Ok(())
    }

    /// Looks at one pair, and says when to look again.
    async fn look(&self, work: &mut Work, pair: PairId, now: Timestamp) -> Result<(), AppError> {
        let Some(pair) = work.pair(pair).await? else { return Ok(()) };
        let Some((row, outline)) = self.programme(work, pair.programme).await? else {
            return Ok(work.look_at(pair.id, None).await?);
        };
        let under = Under::of(&row, &outline);
        let today = outline.time_zone.to_datetime(now).date();
        let meetings = work.meetings_of(pair.id).await?;
        let pauses = work.pauses_of(pair.id).await?;
        let began_at = pair.began_at.unwrap_or(now);
        let began_on = outline.time_zone.to_datetime(began_at).date().max(outline.starts_on);
        let has_goal = !work.goals_of(pair.adept.member).await?.is_empty();
        let silences = [
            self.silence(work, &pair, Half::Mentor).await?,
            self.silence(work, &pair, Half::Adept).await?,
        ];
        let told_differently = self.told_differently(work, &pair, &outline).await?;
        let watched = Watched {
            told_differently: &told_differently,
            pair: &pair,
            meetings: &meetings,
            outline: &outline,
            began_on,
            pauses: &pauses,
            has_goal,
            silences,
        };
        let signals = watched.signals(today);
        let mut still = vec![];
        for signal in &signals {
            let Some(level) = signal.level(today) else { continue };
            still.push(signal.matter);
            let since = outline.time_zone.to_timestamp(signal.since.at(0, 0, 0, 0)).unwrap_or(now);
            let (case, news) =
                work.watch_case(under.programme, signal.matter, level, since).await?;
            // What is yellow can wait for the week's digest.
            if news != News::Known && level == Level::Red {
                self.tell_leaders(work, case, under, now).await?;
            }
        }
        // Where neither answers nothing new is brought up, but nothing is mended either.
        for half in [Half::Mentor, Half::Adept] {
            let person = pair.seat(half).person;
            if watched.is_silent(half) {
                still.push(Matter::Silent { pair: pair.id, person });
            }
        }
        work.settle_watched(pair.id, &still).await?;
        // When its time is over, nobody is missed any longer.
        let over = pair.last_day(&outline).tomorrow().ok().filter(|over| *over > today);
        let next = signals.iter().filter_map(|signal| signal.changes_after(today));
        let next = next.chain(over).min();
        let next = next.and_then(|day| outline.time_zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        Ok(work.look_at(pair.id, next).await?)
    }

    /// The silence of one of the two, if there is one.
    async fn silence(
        &self,
        work: &mut Work,
        pair: &Pair,
        half: Half,
    ) -> Result<Option<Silence>, AppError> {
        let (own, other) = (pair.seat(half).person, pair.seat(half.other()).person);
        let Some(unanswered) = work.unanswered_by(own, pair.programme).await? else {
            return Ok(None);
        };
        let is_missed = work.misses_answers(other, pair.programme, unanswered.since).await?;
        Ok(Some(Silence {
            unanswered: unanswered.count,
            since: unanswered.since,
            asked_at: unanswered.asked_at,
            is_missed,
        }))
    }

    /// Reminds leaders once that somebody waits for the answer that was promised.
    async fn remind_of_answer(
        &self,
        work: &mut Work,
        case: &Case,
        now: Timestamp,
    ) -> Result<(), AppError> {
        work.remind_of_plea(case.id, None).await?;
        let Some((row, outline)) = self.programme(work, case.programme).await? else {
            return Ok(());
        };
        let under = Under::of(&row, &outline);
        for leader in self.leaders_for(work, case).await? {
            let locale = self.locale_of_leader(work, &leader, under).await?;
            // By now it says that the day has passed.
            let Some(says) = self.case_message(work, case, under, &locale).await? else {
                return Ok(());
            };
            let notice = Notice::to_person(leader.person, says, Urgency::InHours);
            self.promise(work, &notice, under, now, now).await?;
        }
        Ok(())
    }

    /// Has the leaders of a programme read what needs them, unless nothing does.
    async fn digest(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, programme).await? else {
            return Ok(work.put_digest_at(programme, now + UNTIL_MENDED).await?);
        };
        let is_due = work.digest_at(programme).await?.is_some();
        work.put_digest_at(programme, next_digest(&outline, now)).await?;
        let today = outline.time_zone.to_datetime(now).date();
        let last = Self::last_day(work, programme, &outline).await?;
        if is_due && today >= outline.starts_on && today <= last {
            self.send_digest(work, &row, &outline, now).await?;
        }
        Ok(())
    }

    async fn send_digest(
        &self,
        work: &mut Work,
        row: &ProgrammeRow,
        outline: &Outline,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let under = Under::of(row, outline);
        let cases = work.open_cases(row.id).await?;
        let members = work.members(row.id).await?;
        for leader in members.iter().filter(|member| member.role == Role::Leader) {
            let mut theirs = vec![];
            for case in &cases {
                if !self.is_kept_from(work, case, leader.person).await? {
                    theirs.push(*case);
                }
            }
            if theirs.is_empty() {
                continue;
            }
            let mut lines = vec![];
            for case in theirs.iter().take(SHOWN) {
                // Words that were said in confidence are read where they were sent to.
                lines.extend(self.case_line(work, case, under, Words::Hidden).await?);
            }
            let count = |level: Level| {
                let those = theirs.iter().filter(|case| case.level == level);
                i64::try_from(those.count()).unwrap_or(i64::MAX)
            };
            let locale = &self.locale_of_leader(work, leader, under).await?;
            let programme = outline.names.get(locale).to_owned();
            let attention =
                self.words.list(locale, &format!("command-{}", CommandName::Attention.key()));
            let attention = Code(attention.into_iter().next().unwrap_or_default());
            let (red, yellow) = (count(Level::Red), count(Level::Yellow));
            let says = Says::Digest { programme, red, yellow, lines, attention };
            let notice = Notice::to_person(leader.person, says.into(), Urgency::InHours);
            self.promise(work, &notice, under, now, now).await?;
        }
        Ok(())
    }
}

/// The Monday after this moment, or the first open hour after it.
fn next_digest(outline: &Outline, now: Timestamp) -> Timestamp {
    let zone = &outline.time_zone;
    let (weekday, time) = DIGEST;
    let today = zone.to_datetime(now).date();
    let monday = today.nth_weekday(1, weekday).unwrap_or(today);
    let at = zone.to_timestamp(monday.to_datetime(time));
    let at = at.unwrap_or(now + SignedDuration::from_hours(7 * 24));
    let anybody = PersonalHours::anytime(zone.clone());
    outline.calendar.next_open(at, &anybody).unwrap_or(at)
}
