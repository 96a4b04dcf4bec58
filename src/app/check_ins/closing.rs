//! Answers are held until a round closes, and then it is decided once what shows of them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use tracing::error;

use crate::{
    app::{App, AppError, promise::Under},
    domain::{
        attention::{Level, Matter},
        checkin::{Names, Question, Reply, Respondent, Round, Scale, is_worrying},
        command::CommandName,
        disclosure::{Disclosed, Given, disclose, together},
        ids::{PersonId, RoundId},
        message::{Code, checkin::CheckInSays as Says},
        notice::{Notice, Urgency},
        programme::ProgrammeState,
        role::Role,
    },
    store::{Held, HeldAnswer, News, Work},
};

/// The splits of results, in the order in which they matter.
pub(in crate::app) const SPLITS: [Split; 3] = [Split::Role, Split::Gathering, Split::Organisation];

/// By what results are split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Split {
    /// Mentors and adepts.
    Role,
    /// Who was at the last group session at which that was noted. The group's name is its number, and a
    /// minus before it for those who weren't.
    Gathering,
    /// Where people work.
    Organisation,
}

impl App {
    /// Holds an answer: open, or sealed for nobody to read until the round closes.
    pub(in crate::app) fn held(
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

    pub(super) fn opened(&self, round: &Round, answer: &HeldAnswer) -> Option<Reply> {
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
    /// tells whose an answer was. Says whether it could, for want of the key nothing is done.
    pub(in crate::app) async fn close_round(
        &self,
        work: &mut Work,
        round: &Round,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<bool, AppError> {
        let asked = work.asked_in(round.id).await?;
        let answers = work.answers_to(round.id).await?;
        let groups: BTreeMap<_, _> =
            asked.iter().map(|asked| (asked.person, asked.groups.clone())).collect();
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
                // It stays open until the key is there with which the answers were sealed.
                None => {
                    error!(round.id = round.id.get(), "an answer can't be opened with this key");
                    return Ok(false);
                }
            }
        }
        for (nth, marks) in Self::counted(work, round, now).await? {
            // Whoever wasn't asked belongs to no group, and isn't counted either.
            let marks = marks.into_iter().filter_map(|(person, value)| {
                Some(Given { value, groups: groups.get(&person)?.clone() })
            });
            given.insert(nth, marks.collect());
        }
        let shown = |nth: usize| -> Disclosed {
            let answers = given.get(&nth).map_or(&[][..], Vec::as_slice);
            disclose(answers, SPLITS.len(), round.threshold)
        };
        let numbers = round.questions.iter().enumerate();
        let numbers = numbers.filter(|(_, question)| question.scale() != Scale::Words);
        let mut results: Vec<_> = numbers.map(|(nth, _)| (nth, shown(nth))).collect();
        let gains = results
            .iter_mut()
            .filter(|(nth, _)| round.questions.get(*nth).is_some_and(Question::is_gain));
        together(gains.map(|(_, shown)| shown).collect());
        let least = usize::from(round.threshold);
        let heard = spoken
            .into_iter()
            .filter(|(_, words)| round.names == Names::Anonymous && words.len() >= least);
        let voices: Vec<_> = heard
            .flat_map(|(nth, words)| words.into_iter().map(move |words| (nth, words)))
            .map(|(nth, words)| (self.lot(), nth, words))
            .collect();
        work.close_round(round, &results, &voices, now).await?;
        let row = work.programme(under.programme).await?;
        let is_over = row.is_some_and(|row| row.state == ProgrammeState::Closed);
        for pair in work.pairs_of_programme(under.programme).await? {
            // What the two have told may differ.
            if !is_over && pair.ended_at.is_none() && pair.stopped_since.is_none() {
                work.look_at(pair.id, Some(now)).await?;
            }
        }
        if round.names == Names::Shown {
            self.look_for_low_marks(work, round, &asked, under, now).await?;
        }
        let (count_asked, answered) = work.response_to(round.id).await?;
        let members = work.members(under.programme).await?;
        for leader in members.iter().filter(|member| member.role == Role::Leader) {
            let locale = &self.locale_of_leader(work, leader, under).await?;
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
        Ok(true)
    }

    /// Tells leaders that a round which should have opened by itself didn't, because of that one.
    pub(super) async fn tell_left_out(
        &self,
        work: &mut Work,
        other: &Round,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<(), AppError> {
        let members = work.members(under.programme).await?;
        for leader in members.iter().filter(|member| member.role == Role::Leader) {
            let locale = &self.locale_of_leader(work, leader, under).await?;
            let programme = under.outline.names.get(locale).to_owned();
            let open = Code(self.words.of_command(locale, CommandName::CheckInOpen, "verb"));
            let says = Says::LeftOut { programme, number: other.number, open };
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

    /// The groups of everybody who is asked, one of each split.
    pub(super) async fn groups(
        &self,
        work: &mut Work,
        people: &BTreeMap<PersonId, Role>,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<BTreeMap<PersonId, Vec<String>>, AppError> {
        let organisations = work.organisations(under.programme).await?;
        let gathering = Self::last_attended(work, under, now).await?;
        let groups = |(person, role): (&PersonId, &Role)| {
            let of = |split: Split| match split {
                Split::Role => role.as_str().to_owned(),
                Split::Gathering => {
                    gathering.as_ref().map_or_else(String::new, |(number, came)| {
                        let sign = if came.contains(person) { "" } else { "-" };
                        format!("{sign}{number}")
                    })
                }
                Split::Organisation => organisations.get(person).cloned().unwrap_or_default(),
            };
            (*person, SPLITS.map(of).to_vec())
        };
        Ok(people.iter().map(groups).collect())
    }

    /// The last group session at which it was noted who came, and who did.
    async fn last_attended(
        work: &mut Work,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<Option<(i64, Vec<PersonId>)>, AppError> {
        let mut all = work.gatherings_of(under.programme).await?;
        let zone = &under.outline.time_zone;
        all.retain(|one| one.plan.begins(zone).is_some_and(|begins| begins <= now));
        all.sort_by_key(|one| std::cmp::Reverse(one.plan.begins(zone)));
        for one in all {
            let replies = work.replies_to(one.id).await?;
            let came = replies.iter().filter(|reply| reply.came.is_some());
            let came: Vec<_> = came.map(|reply| reply.person).collect();
            if !came.is_empty() {
                return Ok(Some((one.number, came)));
            }
        }
        Ok(None)
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
            if news != News::Known && level == Level::Red {
                self.tell_leaders(work, case, under, now).await?;
            }
        }
        Ok(())
    }
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
