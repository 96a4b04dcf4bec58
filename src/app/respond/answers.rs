//! Words that may be a command, an answer to a question, a time, or none of these.

use super::{
    Answers, Hearing, Speaker,
    choices::{agreeing, answers_of, beginning, labelled, number_alone, numbered, plain, read},
};
use crate::{
    app::AppError,
    domain::{
        command::{CommandName, Spoken},
        draft::Draft,
        ids::PairId,
        inbound::{MessageRef, RoomKind},
        message::{
            Code, Message, attention::AttentionSays, checkin::CheckInSays,
            gathering::GatheringSays, general::General, matching::MatchingSays,
            meeting::MeetingSays, nudge::Nudge,
        },
        press::Press,
        role::Role,
    },
    store::OpenQuestion,
};

/// How many open questions of a conversation are looked at.
const QUESTIONS: i64 = 10;

/// The longest text that is looked at for a command, in characters. Longer ones can only be words
/// of somebody's own, which have their own limits.
const LONGEST: usize = 20_000;

impl Hearing<'_> {
    pub(super) async fn hear_text(
        &mut self,
        speaker: &Speaker,
        text: &str,
        reply_to: Option<&MessageRef>,
    ) -> Result<Answers, AppError> {
        let text = text.trim();
        if text.chars().nth(LONGEST).is_some() {
            return Ok(vec![General::TooLong { most: i64::try_from(LONGEST).unwrap_or(0) }.into()]);
        }
        let questions = match reply_to {
            Some(message) => {
                self.work.question_as(self.place, message).await?.into_iter().collect()
            }
            None => self.work.open_questions(self.place, QUESTIONS).await?,
        };
        if let Some(answers) = self.answer_by_label(speaker, text, &questions).await? {
            return Ok(answers);
        }
        let draft = self.work.draft_in(speaker.person.id, self.place, self.now).await?;
        let draft = draft.filter(|draft| draft.draft.wants_words());
        let spoken = self.app.lexicon.vocabulary.recognise(text);
        if let Some(draft) = &draft
            && let Some(answers) =
                self.hear_for_draft(speaker, draft, text, spoken.as_ref().ok(), &questions).await?
        {
            return Ok(answers);
        }
        let draft = draft.filter(|draft| matches!(draft.draft, Draft::Time { .. }));
        match spoken {
            Ok(spoken) => {
                // Whoever goes on to something else is no longer asked for a time.
                if let Some(draft) = draft {
                    self.work.end_draft(draft.id, self.now).await?;
                }
                self.command(speaker, &spoken).await
            }
            Err(unknown) => {
                if let Some(draft) = draft
                    && let Some(answers) = self.go_on(speaker, draft, text, &questions).await?
                {
                    return Ok(answers);
                }
                if let Some(answers) = self.answer_by_number(speaker, text, &questions).await? {
                    return Ok(answers);
                }
                if let Some(answers) = self.answer_by_beginning(speaker, text, &questions).await? {
                    return Ok(answers);
                }
                if let Some(answers) = self.answer_by_time(speaker, text, &questions).await? {
                    return Ok(answers);
                }
                if let Some(answers) = self.hear_pleasantry(speaker, text).await? {
                    return Ok(answers);
                }
                let help = self.usage(CommandName::Help);
                Ok(vec![match unknown.nearest {
                    Some(nearest) => General::DidYouMean { command: Code(nearest), help }.into(),
                    None => General::NotUnderstood { help }.into(),
                }])
            }
        }
    }

    /// Thanks, or a call for a human.
    async fn hear_pleasantry(
        &mut self,
        speaker: &Speaker,
        text: &str,
    ) -> Result<Option<Answers>, AppError> {
        let said = plain(text);
        if self.app.lexicon.thanks.contains(&said) {
            return Ok(Some(vec![General::Welcome.into()]));
        }
        if !self.app.lexicon.human.contains(&said) {
            return Ok(None);
        }
        let takes_part = speaker.parts.iter().any(|part| part.role != Role::Leader);
        if takes_part && self.inbound.room.kind != RoomKind::Shared {
            return self.contact_leader(speaker, None, None).await.map(Some);
        }
        let mut names = vec![];
        for part in speaker.parts.iter().filter(|part| part.role != Role::Leader) {
            for member in self.work.members(part.programme).await? {
                if member.role == Role::Leader && !names.contains(&member.name) {
                    names.push(member.name);
                }
            }
        }
        let help = self.usage(CommandName::Help);
        Ok((!names.is_empty()).then(|| vec![General::Leaders { names, help }.into()]))
    }

    /// An answer by what a button says. None if no open question has such an answer.
    async fn answer_by_label(
        &mut self,
        speaker: &Speaker,
        text: &str,
        questions: &[OpenQuestion],
    ) -> Result<Option<Answers>, AppError> {
        let fitting = self.fitting(&plain(text), questions);
        self.one_of(speaker, text, fitting).await
    }

    /// The questions that have an answer which is called so, and what it means there. A plain yes means
    /// what was asked last, although the button there may say something else.
    fn fitting(&self, said: &str, questions: &[OpenQuestion]) -> Vec<(OpenQuestion, Press)> {
        let (lexicon, words) = (&self.app.lexicon, &self.app.words);
        let is_plain =
            [&lexicon.yes, &lexicon.no].iter().any(|list| list.iter().any(|w| w == said));
        let found = |question: &OpenQuestion, press: Press| (question.clone(), press);
        if !is_plain {
            let says = |one: &OpenQuestion| Some(found(one, labelled(one, said, words)?));
            return questions.iter().filter_map(says).collect();
        }
        let says = |one: &OpenQuestion| {
            let press = labelled(one, said, words)?;
            (!self.has_gone_on(one, press)).then(|| found(one, press))
        };
        let means =
            |one: &OpenQuestion| says(one).or_else(|| Some(found(one, self.yes_or_no(one, said)?)));
        let last: Vec<_> = self.in_question(questions).filter_map(means).collect();
        if last.is_empty() { questions.iter().filter_map(says).collect() } else { last }
    }

    /// An answer by the first words of what a button says.
    async fn answer_by_beginning(
        &mut self,
        speaker: &Speaker,
        text: &str,
        questions: &[OpenQuestion],
    ) -> Result<Option<Answers>, AppError> {
        let said = plain(text);
        let fits = |question: &OpenQuestion| {
            let press = beginning(question, &said, &self.app.words)?;
            (!self.has_gone_on(question, press)).then(|| (question.clone(), press))
        };
        let fitting = self.in_question(questions).filter_map(fits).collect();
        self.one_of(speaker, text, fitting).await
    }

    /// What short answers may belong to: the newest question, and those that have come unseen.
    fn in_question<'q>(
        &self,
        questions: &'q [OpenQuestion],
    ) -> impl Iterator<Item = &'q OpenQuestion> + use<'q> {
        let newest = questions.first().map(|newest| newest.letter);
        let spoke_at = self.spoke_at;
        questions.iter().filter(move |question| {
            Some(question.letter) == newest || spoke_at.is_none_or(|at| question.asked_at > at)
        })
    }

    /// What somebody means with what they say to one question.
    pub(super) fn meant(&self, question: &OpenQuestion, text: &str) -> Option<Press> {
        let (said, words) = (plain(text), &self.app.words);
        labelled(question, &said, words)
            .or_else(|| self.plainly(question, &said))
            .or_else(|| numbered(question, number_alone(text)?))
            .or_else(|| beginning(question, &said, words))
    }

    /// What a plain yes or no means to what was just echoed back or proposed. Other questions want their own
    /// words: an "ok" to something else must not be taken for an answer to them.
    fn yes_or_no(&self, question: &OpenQuestion, said: &str) -> Option<Press> {
        self.plainly(question, said).filter(|press| !self.has_gone_on(question, *press))
    }

    /// The same, whatever was said since.
    fn plainly(&self, question: &OpenQuestion, said: &str) -> Option<Press> {
        let says = |words: &[String]| words.iter().any(|word| word == said);
        let agrees = match (says(&self.app.lexicon.yes), says(&self.app.lexicon.no)) {
            (true, _) => true,
            (false, true) => false,
            (false, false) => return None,
        };
        let press = agreeing(question, agrees)?;
        let is_echo = matches!(
            press,
            Press::Confirm(_)
                | Press::Discard(_)
                | Press::Proposal(..)
                | Press::Agree(..)
                | Press::Step(..)
        );
        is_echo.then_some(press)
    }

    /// Whether somebody has said something else since they were asked to confirm something: then a
    /// plain yes is hardly about that any longer. The button still is.
    fn has_gone_on(&self, question: &OpenQuestion, press: Press) -> bool {
        matches!(press, Press::Confirm(_) | Press::Discard(_) | Press::Choose(..))
            && self.spoke_at.is_some_and(|at| question.asked_at < at)
    }

    /// An answer by the place of a button, counted from one.
    async fn answer_by_number(
        &mut self,
        speaker: &Speaker,
        text: &str,
        questions: &[OpenQuestion],
    ) -> Result<Option<Answers>, AppError> {
        let Some(number) = number_alone(text) else { return Ok(None) };
        let Some(newest) = questions.first() else {
            let help = self.usage(CommandName::Help);
            return Ok(Some(vec![General::NothingAsked { help }.into()]));
        };
        let fits = |question: &OpenQuestion| Some((question.clone(), numbered(question, number)?));
        let fitting: Vec<_> = self.in_question(questions).filter_map(fits).collect();
        if fitting.is_empty() {
            let lines = answers_of(newest);
            return Ok(Some(vec![General::NoSuchAnswer { lines }.into()]));
        }
        self.one_of(speaker, text, fitting).await
    }

    /// Presses what was meant. Where two questions were asked since the person last spoke, and
    /// both have such an answer, it is asked which is meant.
    async fn one_of(
        &mut self,
        speaker: &Speaker,
        text: &str,
        mut fitting: Vec<(OpenQuestion, Press)>,
    ) -> Result<Option<Answers>, AppError> {
        if fitting.is_empty() {
            return Ok(None);
        }
        let newer = |question: &OpenQuestion| self.spoke_at.is_none_or(|at| question.asked_at > at);
        let unseen: Vec<_> = fitting.iter().filter(|(question, _)| newer(question)).collect();
        if unseen.len() > 1 {
            let questions = unseen.iter().map(|(question, _)| question.letter).collect();
            let lines = unseen.iter().map(|(question, _)| short(&question.message)).collect();
            let draft = Draft::Answer { said: text.to_owned(), questions };
            let draft = self.begin(speaker, &draft).await?;
            return Ok(Some(vec![General::WhichQuestion { draft, questions: lines }.into()]));
        }
        let (question, press) = fitting.swap_remove(0);
        self.work.close_question(question.letter).await?;
        Ok(Some(self.press(speaker, press).await?))
    }

    /// A time, where the newest question asks for one.
    async fn answer_by_time(
        &mut self,
        speaker: &Speaker,
        text: &str,
        questions: &[OpenQuestion],
    ) -> Result<Option<Answers>, AppError> {
        let Some(pairs) = questions.iter().find_map(|question| question.message.asks_for_time())
        else {
            return Ok(None);
        };
        if !self.reads_as_time(speaker, text).await? {
            return Ok(None);
        }
        // Of several it is asked which one is meant.
        let about = match pairs.as_slice() {
            [pair] => self.handle_of_other(speaker, *pair).await?,
            _ => None,
        };
        let spoken = Spoken {
            name: CommandName::MeetingBook,
            rest: text.to_owned(),
            about,
            programme: None,
        };
        Ok(Some(self.command(speaker, &spoken).await?))
    }

    /// The id, in the list of people, of the other one in a pair of the speaker's.
    async fn handle_of_other(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
    ) -> Result<Option<String>, AppError> {
        let Some(pair) = self.work.pair(pair).await? else { return Ok(None) };
        let Some(half) = pair.half_of(speaker.person.id) else { return Ok(None) };
        let members = self.work.members(pair.programme).await?;
        let other = members.iter().find(|member| member.id == pair.seat(half.other()).member);
        Ok(other.map(|member| member.handle.clone()))
    }

    /// A reaction: a number in a box, or a sign for yes or no, on a question of ours. What isn't
    /// an answer is passed over in silence, because people also react for each other.
    pub(super) async fn hear_reaction(
        &mut self,
        speaker: &Speaker,
        to: &MessageRef,
        symbol: &str,
    ) -> Result<Answers, AppError> {
        let Some(question) = self.work.question_as(self.place, to).await? else {
            return Ok(vec![]);
        };
        let buttons = read(&question).map(|document| document.buttons).unwrap_or_default();
        let bare: String =
            symbol.chars().filter(|c| !matches!(c, '\u{fe0f}' | '\u{20e3}')).collect();
        let nth = |nth: usize| buttons.get(nth).map(|button| button.press);
        let press = match bare.as_str() {
            "🔟" => nth(9),
            "👍" | "✅" => agreeing(&question, true),
            "👎" | "❌" => agreeing(&question, false),
            number => number.parse().ok().and_then(|number| numbered(&question, number)),
        };
        let Some(press) = press else { return Ok(vec![]) };
        if let Press::Rate(..) | Press::Tick(..) | Press::Ticked(..) = press {
            // Whoever runs the chat could read it.
            return Ok(vec![CheckInSays::NotByReaction.into()]);
        }
        self.work.close_question(question.letter).await?;
        self.press(speaker, press).await
    }
}

/// What a question is about, in a few words. Of most messages the first line is short enough.
#[expect(clippy::wildcard_enum_match_arm, reason = "only few messages need a shorter form")]
fn short(question: &Message) -> Message {
    match question {
        Message::Nudge(
            Nudge::DidMeet { with, on, .. }
            | Nudge::DidMeetAgain { with, on, .. }
            | Nudge::MetToo { with, on, .. },
        ) => General::AboutMeeting { with: with.clone(), on: *on },
        Message::Nudge(
            Nudge::BookFirst { with, .. }
            | Nudge::BookNext { with, .. }
            | Nudge::BookAgain { with, .. }
            | Nudge::BookLast { with, .. }
            | Nudge::HaveMet { with, .. }
            | Nudge::HaveMetAgain { with, .. },
        )
        | Message::Meeting(
            MeetingSays::AskWhen { with, .. }
            | MeetingSays::AskNewTime { with, .. }
            | MeetingSays::RebookedWhen { with, .. }
            | MeetingSays::Echo { with, .. }
            | MeetingSays::EchoPlace { with, .. }
            | MeetingSays::EchoMove { with, .. }
            | MeetingSays::EchoCancel { with, .. },
        ) => General::AboutNextMeeting { with: with.clone() },
        Message::Matching(
            MatchingSays::AskMentor { adept: with, .. }
            | MatchingSays::AskAdept { mentor: with, .. }
            | MatchingSays::AskMentorAgain { adept: with, .. }
            | MatchingSays::AskAdeptAgain { mentor: with, .. },
        ) => General::AboutProposal { with: with.clone() },
        Message::Gathering(
            GatheringSays::Invite { title, .. }
            | GatheringSays::AskAgain { title, .. }
            | GatheringSays::Moved { title, .. }
            | GatheringSays::MovedUp { title, .. }
            | GatheringSays::InAWeek { title, .. }
            | GatheringSays::Tomorrow { title, .. }
            | GatheringSays::InAnHour { title, .. },
        ) => return GatheringSays::AboutIt { title: title.clone() }.into(),
        Message::CheckIn(says) => {
            return says.question().cloned().unwrap_or_else(|| says.clone().into());
        }
        Message::Attention(
            AttentionSays::Pair { mentor, adept, .. } | AttentionSays::Ready { mentor, adept, .. },
        ) => General::AboutPair { mentor: mentor.clone(), adept: adept.clone() },
        other => return other.clone(),
    }
    .into()
}
