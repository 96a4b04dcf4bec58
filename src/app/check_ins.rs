//! Check-ins: rounds open, remind and close when their time has come.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil};
use sha2::{Digest as _, Sha256};
use tracing::error;

use super::{
    App, AppError,
    due::{UNTIL_MENDED, each_due},
    promise::Under,
};
use crate::{
    domain::{
        attention::{Level, Matter},
        checkin::{
            Asks, Names, Question, Reply, Respondent, Round, RoundStep, Scale, Topic, is_worrying,
        },
        command::CommandName,
        disclosure::{Disclosed, Given, disclose},
        ids::{PersonId, ProgrammeId, RoundId},
        message::{Code, Message, checkin::CheckInSays as Says, count},
        notice::{Notice, Urgency},
        pair::Pair,
        programme::{Outline, ProgrammeState},
        role::Role,
        sparing::Rank,
    },
    store::{Held, HeldAnswer, Work},
};

/// When a round opens on its day.
const MORNING: civil::Time = civil::time(9, 0, 0, 0);

/// The splits of results, in the order in which they matter.
pub(super) const SPLITS: [Split; 2] = [Split::Role, Split::Organisation];

/// By what results are split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Split {
    /// Mentors and adepts.
    Role,
    /// Where people work.
    Organisation,
}

/// A programme in which there is nobody who could be asked, or what else keeps a round from opening.
pub(super) enum Unopened {
    /// Another is open.
    Open(Round),
    /// Nobody has joined.
    Nobody,
    /// It would be anonymous, and there is no key to seal the answers with.
    NoKey,
}

impl App {
    /// Does what is due about check-ins.
    pub(super) async fn check_in(&self, now: Timestamp) -> Result<(), AppError> {
        let mut work = self.store.look().await?;
        let programmes = work.programmes_to_check_in(now).await?;
        let rounds = work.rounds_due(now).await?;
        drop(work);
        each_due!(
            self,
            "the opening of a check-in",
            programmes,
            |work, id| self.open_due(&mut work, id, now),
            work.put_check_in(id, Some(now + UNTIL_MENDED)),
        );
        each_due!(
            self,
            "a check-in",
            rounds,
            |work, (id, step)| self.take_round_step(&mut work, id, step, now),
            work.put_off_round(id, now + UNTIL_MENDED),
        );
        Ok(())
    }

    /// Stores when the next round of a programme opens by itself: none does while it doesn't run.
    pub(super) async fn plan_check_ins(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, programme).await? else { return Ok(()) };
        let zone = &outline.time_zone;
        let today = zone.to_datetime(now).date();
        // What should open today does.
        let after = if zone.to_datetime(now).time() > MORNING {
            today
        } else {
            today.saturating_sub(1.day())
        };
        let on = outline.checkins.next_on(outline.starts_on, after);
        let at = on.and_then(|on| zone.to_timestamp(on.to_datetime(MORNING)).ok());
        let at = at.filter(|_| row.state == ProgrammeState::Running);
        Ok(work.put_check_in(programme, at).await?)
    }

    async fn open_due(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some((row, outline)) = self.programme(work, programme).await? else {
            return Ok(work.put_check_in(programme, None).await?);
        };
        self.plan_check_ins(work, programme, now + SignedDuration::from_mins(1)).await?;
        if row.state != ProgrammeState::Running {
            return Ok(());
        }
        match self.open_round(work, Under::of(&row, &outline), now).await? {
            Ok(_) | Err(Unopened::Open(_) | Unopened::Nobody) => {}
            Err(Unopened::NoKey) => {
                error!(
                    programme.id = programme.get(),
                    "an anonymous check-in needs notes_key_file in the configuration"
                );
            }
        }
        Ok(())
    }

    /// Opens a round for everybody who takes part.
    pub(super) async fn open_round(
        &self,
        work: &mut Work,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<Result<(Round, usize), Unopened>, AppError> {
        let checkins = &under.outline.checkins;
        let rounds = work.rounds_of(under.programme).await?;
        if let Some(open) = rounds.iter().find(|round| !round.is_closed) {
            return Ok(Err(Unopened::Open(open.clone())));
        }
        if checkins.names == Names::Anonymous && self.seal.is_none() {
            return Ok(Err(Unopened::NoKey));
        }
        let mut people = BTreeMap::<PersonId, Role>::new();
        for member in work.members(under.programme).await? {
            let is_asked =
                member.role != Role::Leader && member.has_joined && member.paused_since.is_none();
            if is_asked {
                // Whoever is both is asked once, as an adept.
                let role = people.entry(member.person).or_insert(member.role);
                *role = (*role).max(member.role);
            }
        }
        if people.is_empty() || checkins.questions.is_empty() {
            return Ok(Err(Unopened::Nobody));
        }
        let days = SignedDuration::from_hours(24 * i64::from(checkins.open_days));
        let mut round = Round {
            id: RoundId::new(0),
            programme: under.programme,
            number: 0,
            opened_at: now,
            closes_at: now + days,
            is_closed: false,
            names: checkins.names,
            threshold: checkins.threshold,
            questions: checkins.questions.clone(),
        };
        let asked =
            people.into_iter().map(|(person, role)| Respondent { person, role, is_done: false });
        let asked: Vec<_> = asked.collect();
        let next = round.next_step(now);
        round.id = work.open_round(&round, &asked, next).await?;
        let Some(round) = work.round(round.id).await? else { return Ok(Err(Unopened::Nobody)) };
        for one in &asked {
            self.ask_round(work, &round, one, Intro::First, under, now).await?;
        }
        Ok(Ok((round, asked.len())))
    }

    async fn take_round_step(
        &self,
        work: &mut Work,
        id: RoundId,
        step: RoundStep,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let Some(round) = work.round(id).await? else { return Ok(()) };
        let Some((row, outline)) = self.programme(work, round.programme).await? else {
            return Ok(work.plan_round(id, None).await?);
        };
        let under = Under::of(&row, &outline);
        match step {
            RoundStep::Close => return self.close_round(work, &round, under, now).await,
            RoundStep::Remind | RoundStep::LastCall if row.state == ProgrammeState::Running => {
                for asked in work.asked_in(id).await? {
                    if !asked.is_done {
                        self.ask_round(work, &round, &asked, Intro::Again, under, now).await?;
                    }
                }
            }
            RoundStep::Remind | RoundStep::LastCall => {}
        }
        Ok(work.plan_round(id, round.next_step(now)).await?)
    }

    /// Asks somebody the first question that they haven't answered.
    async fn ask_round(
        &self,
        work: &mut Work,
        round: &Round,
        asked: &Respondent,
        intro: Intro,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let answered = work.answered_by(round.id, asked.person).await?;
        let Some(nth) = round.next_for(asked.role, &answered) else { return Ok(()) };
        let Some(person) = work.person(asked.person).await? else { return Ok(()) };
        let locale = self.words.choose(&person.locale).clone();
        let zone = under.outline.time_zone.clone();
        let until = person.zone_in(&zone).to_datetime(round.closes_at).date();
        let programme = under.outline.names.get(&locale).to_owned();
        let intro = match intro {
            Intro::First => {
                Says::Intro { programme, count: count(round.asks(asked.role).len()), until }
            }
            Intro::Again => Says::IntroAgain { programme, until },
        };
        let since = self.since(work, round, under.outline).await?;
        // Words wait for a conversation: the question before them, or a command, begins it.
        let Some(says) = ask(round, nth, asked.role, intro.into(), since, None) else {
            return Ok(());
        };
        let notice = Notice::to_person(asked.person, says, Urgency::Sparing(Rank::CheckIn));
        self.promise(work, &notice, under, now, now).await
    }

    /// Since when it is asked how often people have met: the round before, or the first day.
    pub(super) async fn since(
        &self,
        work: &mut Work,
        round: &Round,
        outline: &Outline,
    ) -> Result<civil::Date, AppError> {
        let rounds = work.rounds_of(round.programme).await?;
        let before = rounds.iter().find(|one| one.number < round.number);
        let since = before.map(|one| outline.time_zone.to_datetime(one.opened_at).date());
        Ok(since.unwrap_or(outline.starts_on))
    }

    /// Holds an answer: open, or sealed for nobody to read until the round closes.
    pub(super) fn held(
        &self,
        round: &Round,
        person: PersonId,
        nth: usize,
        reply: &Reply,
    ) -> Option<HeldAnswer> {
        let held = match round.names {
            Names::Shown => match reply {
                Reply::Value(value) => Held::Open { value: Some(*value), words: None },
                Reply::Words(words) => Held::Open { value: None, words: Some(words.clone()) },
                Reply::Unsaid => Held::Open { value: None, words: None },
            },
            Names::Anonymous => {
                let seal = self.seal.as_ref()?;
                let whose = whose(round.id, person, nth);
                Held::Sealed(seal.seal(&sealed_text(reply), &whose, self.chance.nonce()).ok()?)
            }
        };
        Some(HeldAnswer { person, question: nth, held })
    }

    fn opened(&self, round: &Round, answer: &HeldAnswer) -> Option<Reply> {
        match &answer.held {
            Held::Open { value: Some(value), .. } => Some(Reply::Value(*value)),
            Held::Open { words: Some(words), .. } => Some(Reply::Words(words.clone())),
            Held::Open { value: None, words: None } => Some(Reply::Unsaid),
            Held::Sealed(sealed) => {
                let whose = whose(round.id, answer.person, answer.question);
                let text = self.seal.as_ref()?.open(sealed, &whose).ok()?;
                reply_of(&text)
            }
        }
    }

    /// Closes a round: what may be shown is decided once, and of an anonymous one nothing is left that
    /// tells whose an answer was.
    pub(super) async fn close_round(
        &self,
        work: &mut Work,
        round: &Round,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let asked = work.asked_in(round.id).await?;
        let answers = work.answers_to(round.id).await?;
        let groups = self.groups(work, &asked, under).await?;
        let mut given = BTreeMap::<usize, Vec<Given>>::new();
        let mut spoken = BTreeMap::<usize, Vec<String>>::new();
        for answer in &answers {
            match self.opened(round, answer) {
                Some(Reply::Value(value)) => {
                    let groups = groups.get(&answer.person).cloned().unwrap_or_default();
                    given.entry(answer.question).or_default().push(Given { value, groups });
                }
                Some(Reply::Words(words)) => spoken.entry(answer.question).or_default().push(words),
                Some(Reply::Unsaid) => {}
                None => {
                    error!(round.id = round.id.get(), "an answer can't be opened with this key");
                }
            }
        }
        let shown = |nth: usize| -> Disclosed {
            let answers = given.get(&nth).map_or(&[][..], Vec::as_slice);
            disclose(answers, SPLITS.len(), round.threshold)
        };
        let numbers = round.questions.iter().enumerate();
        let numbers = numbers.filter(|(_, question)| question.scale() != Scale::Words);
        let results: Vec<_> = numbers.map(|(nth, _)| (nth, shown(nth))).collect();
        let least = usize::from(round.threshold);
        let heard = spoken
            .into_iter()
            .filter(|(_, words)| round.names == Names::Anonymous && words.len() >= least);
        let voices: Vec<_> = heard
            .flat_map(|(nth, words)| words.into_iter().map(move |words| (nth, words)))
            .map(|(nth, words)| (self.lot(), nth, words))
            .collect();
        work.close_round(round, &results, &voices, now).await?;
        for pair in work.pairs_of_programme(under.programme).await? {
            // What the two have told may differ.
            if pair.ended_at.is_none() && pair.stopped_since.is_none() {
                work.look_at(pair.id, Some(now)).await?;
            }
        }
        if round.names == Names::Shown {
            self.look_for_low_marks(work, round, &asked, under, now).await?;
        }
        let (count_asked, answered) = work.response_to(round.id).await?;
        let members = work.members(under.programme).await?;
        for leader in members.iter().filter(|member| member.role == Role::Leader) {
            let locale = work.person(leader.person).await?.map(|person| person.locale);
            let locale = locale.unwrap_or_else(|| under.outline.locale.clone());
            let locale = self.words.choose(&locale);
            let verb = self.words.of_command(locale, CommandName::CheckInResults, "verb");
            let says = Says::ResultsReady {
                programme: under.outline.names.get(locale).to_owned(),
                number: round.number,
                answered,
                asked: count_asked,
                results: Code(format!("{verb} {}", round.number)),
            };
            let notice = Notice::to_person(leader.person, says.into(), Urgency::InHours);
            self.promise(work, &notice, under, now, now).await?;
        }
        Ok(())
    }

    /// A number that nobody can foresee.
    fn lot(&self) -> i64 {
        // Hashed, so that the order says nothing even where lots are drawn in order.
        let drawn = Sha256::digest(self.chance.nonce());
        let bytes = drawn.first_chunk::<8>().copied().unwrap_or_default();
        i64::from_be_bytes(bytes) & i64::MAX
    }

    /// The groups of everybody who was asked, one of each split.
    async fn groups(
        &self,
        work: &mut Work,
        asked: &[Respondent],
        under: Under<'_>,
    ) -> Result<BTreeMap<PersonId, Vec<String>>, AppError> {
        let organisations = work.organisations(under.programme).await?;
        let groups = |asked: &Respondent| {
            let of = |split: Split| match split {
                Split::Role => asked.role.as_str().to_owned(),
                Split::Organisation => {
                    organisations.get(&asked.person).cloned().unwrap_or_default()
                }
            };
            (asked.person, SPLITS.map(of).to_vec())
        };
        Ok(asked.iter().map(groups).collect())
    }

    /// Shows leaders whose marks are low or have fallen, if they see them at all.
    async fn look_for_low_marks(
        &self,
        work: &mut Work,
        round: &Round,
        asked: &[Respondent],
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let rounds = work.rounds_of(under.programme).await?;
        let known = rounds.iter().filter(|one| one.number <= round.number);
        let last: Vec<_> = known.filter(|one| one.names == Names::Shown).take(2).cloned().collect();
        let mut marks = BTreeMap::<PersonId, Vec<BTreeMap<String, i64>>>::new();
        for (back, one) in last.iter().enumerate() {
            for answer in work.answers_to(one.id).await? {
                let question = one.questions.get(answer.question);
                let is_mark = question.is_some_and(|question| question.scale() == Scale::Agree);
                if let (true, Some(question), Some(Reply::Value(value))) =
                    (is_mark, question, self.opened(one, &answer))
                {
                    let theirs = marks.entry(answer.person).or_default();
                    theirs.resize(theirs.len().max(back + 1), BTreeMap::new());
                    if let Some(there) = theirs.get_mut(back) {
                        there.insert(question.key.clone(), value);
                    }
                }
            }
        }
        let worrying: Vec<_> = marks
            .iter()
            .filter(|(_, marks)| is_worrying(marks))
            .map(|(person, _)| *person)
            .collect();
        let pairs = work.pairs_of_programme(under.programme).await?;
        for one in asked {
            let matter = Matter::LowMarks { person: one.person };
            if !worrying.contains(&one.person) {
                // Whoever hasn't answered this time has mended nothing.
                if marks
                    .get(&one.person)
                    .is_some_and(|marks| !marks.first().is_none_or(BTreeMap::is_empty))
                {
                    work.settle_person(under.programme, matter).await?;
                }
                continue;
            }
            let both = pairs.iter().filter(|pair| pair.ended_at.is_none()).any(|pair| {
                let other = pair.half_of(one.person).map(|half| pair.seat(half.other()).person);
                other.is_some_and(|other| worrying.contains(&other))
            });
            let level = if both { Level::Red } else { Level::Yellow };
            let (case, news) = work.watch_case(under.programme, matter, level, now).await?;
            if news != crate::store::News::Known && level == Level::Red {
                self.tell_leaders(work, case, under, now).await?;
            }
        }
        Ok(())
    }

    /// The days on which rounds closed in which the two of a pair told different numbers of meetings.
    pub(super) async fn told_differently(
        &self,
        work: &mut Work,
        pair: &Pair,
        outline: &Outline,
    ) -> Result<Vec<civil::Date>, AppError> {
        let mut days = vec![];
        for round in work.rounds_of(pair.programme).await? {
            let counts = round
                .questions
                .iter()
                .position(|question| matches!(question.asks, Asks::Library(Topic::Met)));
            let Some(nth) = counts.filter(|_| round.is_closed) else { continue };
            let mentor = work.answer_of(round.id, pair.mentor.person, nth).await?;
            let adept = work.answer_of(round.id, pair.adept.person, nth).await?;
            if mentor.zip(adept).is_some_and(|(mentor, adept)| mentor != adept) {
                days.push(outline.time_zone.to_datetime(round.closes_at).date());
            }
        }
        Ok(days)
    }

    /// Whether somebody is still asked a question.
    pub(super) async fn is_check_in_asked(
        &self,
        work: &mut Work,
        person: PersonId,
        round: RoundId,
        nth: i64,
    ) -> Result<bool, AppError> {
        let Some(round) = work.round(round).await? else { return Ok(false) };
        let answered = work.answered_by(round.id, person).await?;
        let is_answered = usize::try_from(nth).is_ok_and(|nth| answered.contains(&nth));
        Ok(round.is_open(self.clock.now()) && !is_answered)
    }
}

/// How a round begins for somebody.
#[derive(Clone, Copy)]
enum Intro {
    First,
    Again,
}

/// Names the place where an answer belongs, so that it opens nowhere else.
fn whose(round: RoundId, person: PersonId, nth: usize) -> String {
    format!("answer {} {} {nth}", round.get(), person.get())
}

fn sealed_text(reply: &Reply) -> String {
    match reply {
        Reply::Value(value) => format!("value {value}"),
        Reply::Words(words) => format!("words {words}"),
        Reply::Unsaid => "unsaid ".to_owned(),
    }
}

fn reply_of(text: &str) -> Option<Reply> {
    match text.split_once(' ')? {
        ("value", value) => Some(Reply::Value(value.parse().ok()?)),
        ("words", words) => Some(Reply::Words(words.to_owned())),
        ("unsaid", _) => Some(Reply::Unsaid),
        _ => None,
    }
}

/// A question as somebody with that role is asked it.
pub(super) fn question_line(question: &Question, role: Role, since: civil::Date) -> Message {
    match &question.asks {
        Asks::Own { words, .. } => Says::Own { words: words.clone() },
        Asks::Library(topic) => match topic {
            Topic::Trust => Says::Trust,
            Topic::Use if role == Role::Mentor => Says::UseMentor,
            Topic::Use => Says::UseAdept,
            Topic::Met => Says::Met { since },
            Topic::Direction => Says::Direction,
            Topic::Support => Says::Support,
            Topic::Open => Says::Open,
        },
    }
    .into()
}

/// Asks a question. None if there is no such question, or if it wants words and no conversation waits
/// for them.
pub(super) fn ask(
    round: &Round,
    nth: usize,
    role: Role,
    intro: Message,
    since: civil::Date,
    draft: Option<crate::domain::ids::DraftId>,
) -> Option<Message> {
    let question = round.questions.get(nth)?;
    let sees = match round.names {
        Names::Shown => Says::SeenByLeaders,
        Names::Anonymous => Says::SeenByNobody { threshold: i64::from(round.threshold) },
    };
    let (intro, sees) = (Box::new(intro), Box::new(sees.into()));
    let line = Box::new(question_line(question, role, since));
    let (round, nth) = (round.id, count(nth));
    Some(match question.scale() {
        Scale::Agree => Says::AskAgree { round, nth, intro, question: line, sees }.into(),
        Scale::Times => Says::AskTimes { round, nth, intro, question: line, sees }.into(),
        Scale::Words => {
            let draft = draft?;
            Says::AskWords { round, nth, draft, intro, question: line, sees }.into()
        }
    })
}
