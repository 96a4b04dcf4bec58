//! What leaders hear of a case: why it is one, and the words that are ready to be sent.

use jiff::{SignedDuration, Timestamp};

use super::{App, AppError, promise::Under};
use crate::{
    domain::{
        attention::{Case, Level, Matter, Wish},
        ids::{CaseId, PersonId},
        locale::Locale,
        meeting::MeetingState,
        message::{Message, attention::AttentionSays as Says},
        moment::Moment,
        notice::{Notice, Urgency},
        pair::{DATES_AT_START, NextMeeting, Pair},
        person::{Member, first_name},
        role::Role,
    },
    store::Work,
};

/// Whether what somebody has written is shown, or only that they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// It is.
    Shown,
    /// It is read where it was sent to.
    Hidden,
}

impl App {
    /// Tells the leaders of a programme of a case.
    pub(super) async fn tell_leaders(
        &self,
        work: &mut Work,
        case: CaseId,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(case) = work.case(case).await? else { return Ok(()) };
        for leader in self.leaders_for(work, &case).await? {
            let locale = self.locale_of_leader(work, &leader, under).await?;
            let message = self.case_message(work, &case, under, &locale).await?;
            let Some(message) = message else { return Ok(()) };
            let notice = Notice::to_person(leader.person, message, Urgency::InHours);
            self.promise(work, &notice, under, now, now).await?;
        }
        Ok(())
    }

    /// The language that a leader reads.
    pub(super) async fn locale_of_leader(
        &self,
        work: &mut Work,
        leader: &Member,
        under: Under<'_>,
    ) -> Result<Locale, AppError> {
        let person = work.person(leader.person).await?;
        let locale = person.map_or_else(|| under.outline.locale.clone(), |person| person.locale);
        Ok(self.words.choose(&locale).clone())
    }

    /// The leaders who may know of a case.
    pub(super) async fn leaders_for(
        &self,
        work: &mut Work,
        case: &Case,
    ) -> Result<Vec<Member>, AppError> {
        let mut leaders = vec![];
        for member in work.members(case.programme).await? {
            if member.role == Role::Leader && !self.is_kept_from(work, case, member.person).await? {
                leaders.push(member);
            }
        }
        Ok(leaders)
    }

    /// Whether a case is kept from a leader: what somebody said in confidence is, if the leader is
    /// the one with whom they are in a pair.
    pub(super) async fn is_kept_from(
        &self,
        work: &mut Work,
        case: &Case,
        leader: PersonId,
    ) -> Result<bool, AppError> {
        let Some(person) = case.matter.person() else { return Ok(false) };
        // That somebody is missed, the other of the two may have said in confidence.
        if matches!(case.matter, Matter::Silent { .. }) && person == leader {
            return Ok(true);
        }
        if !case.matter.is_confidential() || person == leader {
            return Ok(false);
        }
        let pairs = work.all_pairs_of_person(person).await?;
        let mut there = pairs.iter().filter(|pair| pair.programme == case.programme);
        Ok(there.any(|pair| pair.half_of(leader).is_some()))
    }

    /// What is said about a case to a leader who reads that language.
    pub(super) async fn case_message(
        &self,
        work: &mut Work,
        case: &Case,
        under: Under<'_>,
        locale: &Locale,
    ) -> Result<Option<Message>, AppError> {
        if let Matter::LettersDue | Matter::NotStarted = case.matter {
            return self.preparation_message(work, case, under, locale).await;
        }
        let programme = under.outline.names.get(locale).to_owned();
        if let Matter::Unreachable { person } = case.matter {
            let Some(person) = work.person(person).await? else { return Ok(None) };
            let says = Says::Unreachable { case: case.id, name: person.name, programme };
            return Ok(Some(says.into()));
        }
        if let Matter::Left { person } = case.matter {
            let Some(person) = work.person(person).await? else { return Ok(None) };
            let says = Says::Left { case: case.id, name: person.name, programme };
            return Ok(Some(says.into()));
        }
        let Some(why) = self.why(work, case, under).await? else { return Ok(None) };
        let Some(ready) = self.ready_words(work, case, under).await? else { return Ok(None) };
        let (why, level) = (Box::new(why), Box::new(level_line(case.level)));
        if let Some(plea) = work.plea(case.id).await? {
            let by = under.outline.time_zone.to_datetime(plea.answer_by).date();
            let is_late = plea.answer_by <= self.clock.now();
            return Ok(Some(if is_late {
                Says::HelpOverdue { case: case.id, programme, why, by, ready }.into()
            } else {
                Says::Help { case: case.id, programme, why, by, ready }.into()
            }));
        }
        if case.matter.person().is_some() {
            return Ok(Some(Says::Person { case: case.id, programme, level, why, ready }.into()));
        }
        let pair = self.pair_of(work, case).await?;
        Ok(pair.map(|pair| {
            let (mentor, adept) = (pair.mentor.name, pair.adept.name);
            let number = pair.number;
            Says::Pair { case: case.id, number, mentor, adept, level, why, ready }.into()
        }))
    }

    /// A case in a line.
    pub(super) async fn case_line(
        &self,
        work: &mut Work,
        case: &Case,
        under: Under<'_>,
        words: Words,
    ) -> Result<Option<Message>, AppError> {
        match case.matter {
            Matter::LettersDue => {
                let on = under.outline.time_zone.to_datetime(case.since).date();
                return Ok(Some(Says::ItemLettersDue { on }.into()));
            }
            Matter::NotStarted => {
                return Ok(Some(Says::ItemNotStarted { on: under.outline.starts_on }.into()));
            }
            Matter::NotBooked { .. }
            | Matter::FewDates { .. }
            | Matter::NoMeeting { .. }
            | Matter::NoAnswer { .. }
            | Matter::FactsDiffer { .. }
            | Matter::NoGoal { .. }
            | Matter::Silent { .. }
            | Matter::BadFit { .. }
            | Matter::Help { .. }
            | Matter::Unreachable { .. }
            | Matter::Left { .. }
            | Matter::NeverComes { .. }
            | Matter::LowMarks { .. } => {}
        }
        let Some(mut why) = self.why(work, case, under).await? else { return Ok(None) };
        if let (Message::Attention(Says::WhyWords { name, .. }), Words::Hidden) = (&why, words) {
            why = Says::WhyWritten { name: name.clone() }.into();
        }
        let (why, level) = (Box::new(why), Box::new(level_line(case.level)));
        if case.matter.person().is_some() {
            return Ok(Some(Says::ItemPerson { level, why }.into()));
        }
        let pair = self.pair_of(work, case).await?;
        Ok(pair.map(|pair| {
            let (mentor, adept) = (pair.mentor.name, pair.adept.name);
            Says::Item { number: pair.number, mentor, adept, level, why }.into()
        }))
    }

    /// Why something is a case, in a sentence or two.
    async fn why(
        &self,
        work: &mut Work,
        case: &Case,
        under: Under<'_>,
    ) -> Result<Option<Message>, AppError> {
        let since = under.outline.time_zone.to_datetime(case.since).date();
        let pair = self.pair_of(work, case).await?;
        let person = match case.matter.person() {
            Some(person) => work.person(person).await?,
            None => None,
        };
        let name = person.as_ref().map(|person| person.name.clone()).unwrap_or_default();
        let half = pair.as_ref().zip(person.as_ref()).and_then(|(pair, one)| pair.half_of(one.id));
        let with = pair.as_ref().zip(half).map(|(pair, half)| pair.seat(half.other()));
        let with = with.map(|seat| seat.name.clone()).unwrap_or_default();
        if case.matter.pair().is_some() && pair.is_none()
            || case.matter.person().is_some() && person.is_none()
        {
            return Ok(None);
        }
        let says = match case.matter {
            Matter::NotBooked { .. } => {
                let now = self.clock.now();
                let asked = pair.as_ref().map_or(0, |pair| times_asked(pair, now));
                Says::WhyNotBooked { since, asked }
            }
            Matter::FewDates { pair } => {
                let meetings = work.meetings_of(pair).await?;
                let dates = meetings.iter().filter(|meeting| {
                    matches!(meeting.state, MeetingState::Booked | MeetingState::Held)
                });
                Says::WhyFewDates {
                    since,
                    dates: i64::try_from(dates.count()).unwrap_or(0),
                    wanted: i64::try_from(DATES_AT_START).unwrap_or(0),
                }
            }
            Matter::NoMeeting { pair } => {
                let now = self.clock.now();
                let meetings = work.meetings_of(pair).await?;
                let to_come = meetings.iter().filter(|meeting| meeting.is_to_come(now));
                match to_come.filter_map(|meeting| meeting.when.instant()).min() {
                    Some(at) => {
                        let next = Moment::of(at, &under.outline.time_zone);
                        Says::WhyNoMeetingBooked { since, next }
                    }
                    None => Says::WhyNoMeeting { since },
                }
            }
            Matter::NoAnswer { .. } => Says::WhyNoAnswer { on: since },
            Matter::FactsDiffer { pair } => {
                // Of a meeting, or of how many there were.
                let pair = work.pair(pair).await?;
                let told = match &pair {
                    Some(pair) => self.told_differently(work, pair, under.outline).await?,
                    None => vec![],
                };
                if told.contains(&since) {
                    Says::WhyCountsDiffer { on: since }
                } else {
                    Says::WhyFactsDiffer { on: since }
                }
            }
            Matter::NoGoal { .. } => Says::WhyNoGoal { since },
            Matter::Silent { .. } if case.level == Level::Red => {
                Says::WhyMissed { name, with, since }
            }
            Matter::Silent { .. } => Says::WhySilent { name, with, since },
            Matter::BadFit { .. } => Says::WhyBadFit { name, with, on: since },
            Matter::Help { wish, .. } => match wish {
                Wish::Words => {
                    let plea = work.plea(case.id).await?;
                    let words = plea.and_then(|plea| plea.words).unwrap_or_default();
                    Says::WhyWords { name, words }
                }
                Wish::Talk => Says::WhyTalk { name },
                Wish::Rematch => Says::WhyRematch { name },
                Wish::Stop => Says::WhyStop { name },
                Wish::Silent => Says::WhyUnheard { name, on: since },
            },
            Matter::Unreachable { .. } => Says::WhyUnreachable { name },
            Matter::Left { .. } => Says::WhyLeft { name, on: since },
            Matter::NeverComes { .. } => Says::WhyNeverComes { name },
            Matter::LowMarks { .. } => Says::WhyLowMarks { name },
            Matter::LettersDue | Matter::NotStarted => return Ok(None),
        };
        Ok(Some(says.into()))
    }

    /// The message that a leader only has to send: to one person in their language, to a pair in the
    /// language that the two have in common, or else in that of the programme.
    pub(super) async fn ready_words(
        &self,
        work: &mut Work,
        case: &Case,
        under: Under<'_>,
    ) -> Result<Option<String>, AppError> {
        if let Some(person) = case.matter.person() {
            let Some(person) = work.person(person).await? else { return Ok(None) };
            let name = first_name(&person.name);
            let says = match case.matter {
                Matter::BadFit { .. } => Says::ReadyBadFit { name },
                Matter::Help { .. } => Says::ReadyHelp { name },
                Matter::NeverComes { .. } => Says::ReadyNeverComes { name },
                Matter::LowMarks { .. } => Says::ReadyLowMarks { name },
                Matter::Silent { .. }
                | Matter::Unreachable { .. }
                | Matter::Left { .. }
                | Matter::NotBooked { .. }
                | Matter::FewDates { .. }
                | Matter::NoMeeting { .. }
                | Matter::NoAnswer { .. }
                | Matter::FactsDiffer { .. }
                | Matter::NoGoal { .. }
                | Matter::LettersDue
                | Matter::NotStarted => Says::ReadySilent { name },
            };
            let locale = self.words.choose(&person.locale);
            return Ok(Some(self.words.say(locale, &says.into()).plain()));
        }
        let Some(pair) = self.pair_of(work, case).await? else { return Ok(None) };
        let both = self.locales_of(work, &[pair.mentor.person, pair.adept.person]).await?;
        let locale = match both.as_slice() {
            [common] => common,
            _ => &under.outline.locale,
        };
        let (mentor, adept) = (first_name(&pair.mentor.name), first_name(&pair.adept.name));
        let says = match case.matter {
            Matter::FewDates { .. } => Says::ReadyFewDates { mentor, adept },
            Matter::NoMeeting { .. } => Says::ReadyNoMeeting { mentor, adept },
            Matter::NoAnswer { .. } => Says::ReadyNoAnswer { mentor, adept },
            Matter::FactsDiffer { .. } => Says::ReadyFactsDiffer { mentor, adept },
            Matter::NoGoal { .. } => Says::ReadyNoGoal { mentor, adept },
            Matter::NotBooked { .. }
            | Matter::Silent { .. }
            | Matter::BadFit { .. }
            | Matter::Help { .. }
            | Matter::Unreachable { .. }
            | Matter::Left { .. }
            | Matter::NeverComes { .. }
            | Matter::LowMarks { .. }
            | Matter::LettersDue
            | Matter::NotStarted => Says::ReadyNotBooked { mentor, adept },
        };
        Ok(Some(self.words.say(locale, &says.into()).plain()))
    }

    async fn pair_of(&self, work: &mut Work, case: &Case) -> Result<Option<Pair>, AppError> {
        Ok(match case.matter.pair() {
            Some(pair) => work.pair(pair).await?,
            None => None,
        })
    }
}

/// How often a pair was asked for its next meeting: what was decided on within the last day may still
/// be on its way.
fn times_asked(pair: &Pair, now: Timestamp) -> i64 {
    match pair.next {
        NextMeeting::Open { asked, .. } => {
            let day = SignedDuration::from_hours(24);
            let is_new = asked.last_at().is_some_and(|last| last.duration_until(now) < day);
            asked.times() - i64::from(is_new)
        }
        // Once and two reminders: that is when the leader's turn comes.
        NextMeeting::WithLeader { .. } => 3,
        NextMeeting::Booked { .. } | NextMeeting::InQuestion { .. } => 0,
    }
}

fn level_line(level: Level) -> Message {
    match level {
        Level::Red => Says::Red.into(),
        Level::Yellow => Says::Yellow.into(),
    }
}
