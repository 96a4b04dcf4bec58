//! How the questions of a round are put, and when people get the first.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, civil};

use super::Cause;
use crate::{
    app::{App, AppError, promise::Under},
    domain::{
        checkin::{Asks, Names, Occasion, Question, Reply, Respondent, Round, Scale, Topic},
        command::CommandName,
        ids::{DraftId, PersonId, RoundId},
        message::{Code, Message, Name, checkin::CheckInSays as Says, count},
        notice::{Notice, Urgency},
        role::Role,
        sparing::Rank,
    },
    store::Work,
};

/// How a round begins for somebody.
#[derive(Clone, Copy)]
pub(super) enum Intro {
    /// It has just opened.
    First(Cause),
    /// They haven't answered yet.
    Again,
}

/// What belongs to a question beside the question itself.
pub(in crate::app) struct Asking {
    /// The role of whoever is asked.
    pub role: Role,
    /// What stands before it.
    pub intro: Message,
    /// Since when it is asked how often the two have met.
    pub since: civil::Date,
    /// What waits for words, if it is asked for any.
    pub draft: Option<DraftId>,
}

impl App {
    /// Leaves out what some of these people were asked lately in another round with which it could be
    /// compared, also of another programme. If nothing is left, says which round that was.
    pub(super) async fn leave_out_what_was_asked(
        work: &mut Work,
        round: &mut Round,
        people: &BTreeMap<PersonId, Role>,
        now: Timestamp,
    ) -> Result<Option<Round>, AppError> {
        let mut last = None;
        for other in work.rounds_since(now - SignedDuration::from_hours(24 * 60)).await? {
            if !other.is_near(round.names, now) {
                continue;
            }
            let asked = work.asked_in(other.id).await?;
            if !asked.iter().any(|one| people.contains_key(&one.person)) {
                continue;
            }
            let before = round.questions.len();
            round.questions.retain(|one| {
                !one.scale().is_asked() || !other.questions.iter().any(|had| had.is_same(one))
            });
            if round.questions.len() < before {
                last = Some(other);
            }
        }
        let asks = |question: &Question| question.scale().is_asked();
        Ok(last.filter(|_| !round.questions.iter().any(asks)))
    }

    /// What somebody has ticked of what is asked together with the question at that place, one after
    /// another. None if they haven't ticked anything yet, or would rather not say.
    pub(in crate::app) async fn ticked(
        &self,
        work: &mut Work,
        round: &Round,
        person: PersonId,
        nth: usize,
    ) -> Result<Option<Vec<bool>>, AppError> {
        let held = work.answers_by(round.id, person).await?;
        let is_ticked = |place: usize| {
            let answer = held.iter().find(|answer| answer.question == place)?;
            match self.opened(round, answer)? {
                Reply::Value(value) => Some(value == 1),
                Reply::Words(_) | Reply::Unsaid => None,
            }
        };
        Ok(round.together(nth).map(is_ticked).collect())
    }

    /// A letter with what its reader has ticked, if it shows that. It is stored without.
    pub(in crate::app) async fn with_ticked(
        &self,
        work: &mut Work,
        message: &Message,
    ) -> Result<Option<Message>, AppError> {
        let Message::CheckIn(Says::AskMoreGains { round, nth, person, options, .. }) = message
        else {
            return Ok(None);
        };
        let Some(held_in) = work.round(*round).await? else { return Ok(None) };
        let place = usize::try_from(*nth).unwrap_or(usize::MAX);
        let ticked = self.ticked(work, &held_in, *person, place).await?.unwrap_or_default();
        let places = held_in.together(place).zip(ticked).filter(|(_, is_ticked)| *is_ticked);
        let mut chosen: Vec<_> = places.filter_map(|(place, _)| gain(&held_in, place)).collect();
        if chosen.is_empty() {
            chosen.push(Says::NothingTicked.into());
        }
        let (round, nth, person, options) = (*round, *nth, *person, options.clone());
        Ok(Some(Says::AskMoreGains { round, nth, person, chosen, options }.into()))
    }

    /// Whether somebody will still get something about a round that has been promised.
    pub(super) async fn waits_for(
        work: &mut Work,
        person: PersonId,
        round: RoundId,
    ) -> Result<bool, AppError> {
        let waiting = work.waiting_for(person).await?;
        let about = |message: &Message| matches!(message, Message::CheckIn(says) if says.asks_about() == Some(round));
        Ok(waiting.iter().any(|(_, message)| about(message)))
    }

    /// Asks somebody the first question that they haven't answered.
    pub(super) async fn ask_round(
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
        let until = round.open_through(person.zone_in(&zone));
        let programme = under.outline.names.get(&locale).to_owned();
        let intro_says = match intro {
            Intro::First(_) => begin(round, asked.role, programme, until),
            Intro::Again => Says::IntroAgain { programme, until },
        };
        let since = self.since(work, round, under.outline).await?;
        let asking = Asking { role: asked.role, intro: intro_says.into(), since, draft: None };
        // Words wait for a conversation: the question before them, or a command, begins it.
        let says = ask(round, nth, asking).unwrap_or_else(|| {
            let programme = under.outline.names.get(&locale).to_owned();
            let verb = self.words.of_command(&locale, CommandName::CheckIn, "verb");
            Says::WordsLeft { programme, until, checkin: Code(verb) }.into()
        });
        // What a leader has asked is nobody's few messages, and comes to each at another minute.
        let (urgency, at) = match intro {
            Intro::First(Cause::Leader) => (Urgency::InHours, Self::minute_of(&person, under, now)),
            Intro::First(Cause::Time) | Intro::Again => (Urgency::Sparing(Rank::CheckIn), now),
        };
        let notice = Notice::to_person(asked.person, says, urgency);
        self.promise(work, &notice, under, at, now).await
    }
}

/// What a round begins with.
fn begin(round: &Round, role: Role, programme: Name, until: civil::Date) -> Says {
    let count = count(round.asks(role).len());
    match round.occasion {
        Occasion::CheckIn => Says::Intro { programme, count, until },
        Occasion::Start => Says::IntroStart { programme, count, until },
        Occasion::Halftime => Says::IntroHalftime { programme, count, until },
        Occasion::Close => Says::IntroClose { programme, count, until },
        Occasion::FollowUp => Says::IntroFollowUp { programme, count, until },
    }
}

/// A question as somebody with that role is asked it.
pub(in crate::app) fn question_line(
    question: &Question,
    role: Role,
    since: civil::Date,
) -> Message {
    match &question.asks {
        Asks::Own { words, .. } => Says::Own { words: words.clone() },
        Asks::Gain { .. } => Says::Gains,
        Asks::Library(topic) => match topic {
            Topic::Trust => Says::Trust,
            Topic::Use if role == Role::Mentor => Says::UseMentor,
            Topic::Use => Says::UseAdept,
            Topic::Met => Says::Met { since },
            Topic::Direction => Says::Direction,
            Topic::Support => Says::Support,
            Topic::Open => Says::Open,
            Topic::Baseline => Says::Baseline,
            Topic::SoFar => Says::SoFar,
            Topic::Satisfied => Says::Satisfied,
            Topic::Recommend => Says::Recommend,
            Topic::Gains => Says::Gains,
            Topic::Better => Says::Better,
            Topic::Quote => Says::Quote,
            Topic::InTouch => Says::InTouch,
            Topic::Goals => Says::Goals,
            Topic::Felt => Says::Felt,
            Topic::Fit => Says::Fit,
        },
    }
    .into()
}

/// Asks a question. None if there is no such question, or if it wants words and no conversation waits
/// for them.
pub(in crate::app) fn ask(round: &Round, nth: usize, asking: Asking) -> Option<Message> {
    let question = round.questions.get(nth)?;
    let threshold = i64::from(round.threshold);
    let sees = match (round.names, &question.asks) {
        (Names::Anonymous, Asks::Library(Topic::Quote)) => Says::SeenAsQuote { threshold },
        (Names::Anonymous, _) if question.scale() == Scale::Words => {
            Says::WordsSeenByNobody { threshold }
        }
        (Names::Anonymous, _) => Says::SeenByNobody { threshold },
        (Names::Shown, _) => Says::SeenByLeaders,
    };
    let (intro, sees) = (Box::new(asking.intro), Box::new(sees.into()));
    let options = gains(round, nth);
    let question_line = Box::new(question_line(question, asking.role, asking.since));
    let (round, nth, question, scale) = (round.id, count(nth), question_line, question.scale());
    let says = match scale {
        Scale::Agree => Says::AskAgree { round, nth, intro, question, sees },
        Scale::Times => Says::AskTimes { round, nth, intro, question, sees },
        Scale::Nearness => Says::AskNearness { round, nth, intro, question, sees },
        Scale::Satisfaction => Says::AskSatisfaction { round, nth, intro, question, sees },
        Scale::Ten => Says::AskTen { round, nth, intro, question, sees },
        Scale::YesNo => Says::AskYesNo { round, nth, intro, question, sees },
        Scale::Tick => Says::AskGains { round, nth, intro, question, sees, options },
        Scale::Words => {
            let draft = asking.draft?;
            Says::AskWords { round, nth, draft, intro, question, sees }
        }
        Scale::Feeling | Scale::GetOn | Scale::Attainment => return None,
    };
    Some(says.into())
}

/// Asks what else somebody has gained.
pub(in crate::app) fn ask_more(round: &Round, nth: usize, person: PersonId) -> Message {
    let options = gains(round, nth);
    Says::AskMoreGains { round: round.id, nth: count(nth), person, chosen: vec![], options }.into()
}

/// What can be ticked beside the question at that place.
fn gains(round: &Round, nth: usize) -> Vec<Message> {
    round.together(nth).filter_map(|place| gain(round, place)).collect()
}

/// The thing that can be ticked at that place.
fn gain(round: &Round, place: usize) -> Option<Message> {
    match &round.questions.get(place)?.asks {
        Asks::Gain { words } => Some(Says::Gain { words: words.clone() }.into()),
        Asks::Library(_) | Asks::Own { .. } => None,
    }
}
