//! What pressing a button means.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{
    agreement::Topic,
    attention::Wish,
    farewell::{Touch, WithFigures},
    gathering,
    goal::Score,
    ids::{
        AgreementId, CaseId, DraftId, GatheringId, GoalId, LessonId, MeetingId, MemberId, PairId,
        PersonId, ProposalId, RoundId,
    },
    impression::{Feeling, Fit},
    meeting::Verdict,
    proposal::Answer,
    reminder::Reminding,
};

/// What pressing a button means. It says all that is needed to act on it, because a button
/// outlives restarts: its token is a stored format, and the first part of it is its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Press {
    /// The pair's next meeting is booked.
    Booked(PairId),
    /// It isn't, and we know.
    NotYet(PairId),
    /// It is booked, and the two will say later when it is.
    TellLater(PairId),
    /// Whether a meeting was held.
    Met(MeetingId, Verdict),
    /// How a meeting felt.
    Felt(MeetingId, Feeling),
    /// How it is working out with the other of the two.
    Fits(MeetingId, Fit),
    /// What somebody wants of the leader.
    Wish(MemberId, Wish),
    /// Which reminders of meetings somebody wants.
    Remind(PersonId, Reminding),
    /// Yes, do what was echoed back.
    Confirm(DraftId),
    /// No, leave it.
    Discard(DraftId),
    /// One of the choices that were offered, counted from zero.
    Choose(DraftId, u8),
    /// On to the next of several questions, or back to the one before.
    Step(DraftId, Move),
    /// They confirm a step of their agreement.
    Agree(AgreementId, Topic),
    /// They want to add something to it.
    Amend(AgreementId, Topic),
    /// They want to change what they have agreed on.
    Reopen(AgreementId),
    /// They have read something.
    Learnt(LessonId),
    /// An adept wants help with a goal.
    GoalHelp(GoalId),
    /// How far an adept came with a goal.
    Score(GoalId, Score),
    /// What somebody says to the one with whom they may become a pair.
    Proposal(ProposalId, Answer),
    /// Whether somebody comes to a group session.
    Attend(GatheringId, gathering::Answer),
    /// A number of a check-in's question, or that they would rather not say.
    Rate(RoundId, i64, Option<i64>),
    /// One of what a check-in's question offers, by its place: it is chosen, or is no longer.
    Tick(RoundId, i64, i64),
    /// Everything is chosen.
    Ticked(RoundId, i64),
    /// They want to answer a question of a check-in again.
    AskAgain(RoundId, i64),
    /// Whether numbers are to be on somebody's certificate.
    Certify(MemberId, WithFigures),
    /// Whether somebody wants to stay in touch with the other of their pair.
    StayInTouch(PairId, Touch),
    /// The leader wants a message to send.
    CaseWrite(CaseId),
    /// The leader has dealt with it.
    CaseDone(CaseId),
    /// The leader wants to see it again in fourteen days.
    CaseLater(CaseId),
}

/// Where to go in a row of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// To the next one.
    On,
    /// To the one before.
    Back,
}

/// A token that no button of ours has, or not any longer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no button of ours")]
pub struct ForgedToken;

const VERSION: &str = "1";

/// What stands for an answer that somebody would rather not give.
const UNSAID: &str = "unsaid";

impl Press {
    /// What somebody has begun that it is about, if it is about that.
    pub const fn draft(self) -> Option<DraftId> {
        match self {
            Self::Confirm(draft)
            | Self::Discard(draft)
            | Self::Choose(draft, _)
            | Self::Step(draft, _) => Some(draft),
            Self::Booked(_)
            | Self::NotYet(_)
            | Self::TellLater(_)
            | Self::Met(..)
            | Self::Felt(..)
            | Self::Fits(..)
            | Self::Wish(..)
            | Self::Remind(..)
            | Self::Agree(..)
            | Self::Amend(..)
            | Self::Reopen(_)
            | Self::Learnt(_)
            | Self::GoalHelp(_)
            | Self::Score(..)
            | Self::Proposal(..)
            | Self::Attend(..)
            | Self::Rate(..)
            | Self::Tick(..)
            | Self::Ticked(..)
            | Self::AskAgain(..)
            | Self::Certify(..)
            | Self::StayInTouch(..)
            | Self::CaseWrite(_)
            | Self::CaseDone(_)
            | Self::CaseLater(_) => None,
        }
    }

    /// The button's id on platforms: at most 100 characters, as Discord has it.
    pub fn token(self) -> String {
        let (kind, id, detail) = match self {
            Self::Booked(pair) => ("booked", pair.get(), None),
            Self::NotYet(pair) => ("not-yet", pair.get(), None),
            Self::TellLater(pair) => ("when", pair.get(), None),
            Self::Met(meeting, verdict) => {
                ("met", meeting.get(), Some(verdict.as_str().to_owned()))
            }
            Self::Felt(meeting, feeling) => {
                ("felt", meeting.get(), Some(feeling.as_str().to_owned()))
            }
            Self::Fits(meeting, fit) => ("fits", meeting.get(), Some(fit.as_str().to_owned())),
            Self::Wish(member, wish) => ("wish", member.get(), Some(wish.as_str().to_owned())),
            Self::Remind(person, which) => {
                ("remind", person.get(), Some(which.as_str().to_owned()))
            }
            Self::Confirm(draft) => ("confirm", draft.get(), None),
            Self::Discard(draft) => ("discard", draft.get(), None),
            Self::Choose(draft, choice) => ("choose", draft.get(), Some(choice.to_string())),
            Self::Agree(agreement, topic) => {
                ("agree", agreement.get(), Some(topic.as_str().to_owned()))
            }
            Self::Amend(agreement, topic) => {
                ("amend", agreement.get(), Some(topic.as_str().to_owned()))
            }
            Self::Reopen(agreement) => ("reopen", agreement.get(), None),
            Self::Learnt(lesson) => ("learnt", lesson.get(), None),
            Self::GoalHelp(goal) => ("goal-help", goal.get(), None),
            Self::Score(goal, score) => ("score", goal.get(), Some(score.get().to_string())),
            Self::Step(draft, Move::On) => ("step", draft.get(), Some("on".to_owned())),
            Self::Step(draft, Move::Back) => ("step", draft.get(), Some("back".to_owned())),
            Self::Proposal(proposal, answer) => {
                ("proposal", proposal.get(), Some(answer.as_str().to_owned()))
            }
            Self::Attend(gathering, answer) => {
                ("attend", gathering.get(), Some(answer.as_str().to_owned()))
            }
            Self::Rate(round, nth, value) => {
                let value = value.map_or_else(|| UNSAID.to_owned(), |value| value.to_string());
                ("rate", round.get(), Some(format!("{nth}.{value}")))
            }
            Self::Tick(round, nth, at) => ("tick", round.get(), Some(format!("{nth}.{at}"))),
            Self::Ticked(round, nth) => ("ticked", round.get(), Some(nth.to_string())),
            Self::AskAgain(round, nth) => ("ask", round.get(), Some(nth.to_string())),
            Self::Certify(member, wish) => {
                ("certify", member.get(), Some(wish.as_str().to_owned()))
            }
            Self::StayInTouch(pair, touch) => {
                ("touch", pair.get(), Some(touch.as_str().to_owned()))
            }
            Self::CaseWrite(case) => ("case-write", case.get(), None),
            Self::CaseDone(case) => ("case-done", case.get(), None),
            Self::CaseLater(case) => ("case-later", case.get(), None),
        };
        let detail = detail.map(|detail| format!(":{detail}")).unwrap_or_default();
        format!("{VERSION}:{kind}:{id}{detail}")
    }
}

impl FromStr for Press {
    type Err = ForgedToken;

    fn from_str(token: &str) -> Result<Self, ForgedToken> {
        let mut parts = token.split(':');
        let mut part = || parts.next().ok_or(ForgedToken);
        if part()? != VERSION {
            return Err(ForgedToken);
        }
        let kind = part()?;
        let id: i64 = part()?.parse().map_err(|_| ForgedToken)?;
        let detail = parts.next();
        let number = |text: &str| text.parse::<i64>().map_err(|_| ForgedToken);
        let press = match (kind, detail) {
            ("booked", None) => Self::Booked(PairId::new(id)),
            ("not-yet", None) => Self::NotYet(PairId::new(id)),
            ("when", None) => Self::TellLater(PairId::new(id)),
            ("met", Some(verdict)) => {
                Self::Met(MeetingId::new(id), Verdict::named(verdict).ok_or(ForgedToken)?)
            }
            ("felt", Some(feeling)) => {
                Self::Felt(MeetingId::new(id), Feeling::named(feeling).ok_or(ForgedToken)?)
            }
            ("fits", Some(fit)) => {
                Self::Fits(MeetingId::new(id), Fit::named(fit).ok_or(ForgedToken)?)
            }
            ("wish", Some(wish)) => {
                Self::Wish(MemberId::new(id), Wish::named(wish).ok_or(ForgedToken)?)
            }
            ("remind", Some(which)) => {
                Self::Remind(PersonId::new(id), Reminding::named(which).ok_or(ForgedToken)?)
            }
            ("confirm", None) => Self::Confirm(DraftId::new(id)),
            ("discard", None) => Self::Discard(DraftId::new(id)),
            ("choose", Some(choice)) => {
                Self::Choose(DraftId::new(id), choice.parse().map_err(|_| ForgedToken)?)
            }
            ("agree", Some(topic)) => {
                Self::Agree(AgreementId::new(id), Topic::named(topic).ok_or(ForgedToken)?)
            }
            ("amend", Some(topic)) => {
                Self::Amend(AgreementId::new(id), Topic::named(topic).ok_or(ForgedToken)?)
            }
            ("reopen", None) => Self::Reopen(AgreementId::new(id)),
            ("learnt", None) => Self::Learnt(LessonId::new(id)),
            ("goal-help", None) => Self::GoalHelp(GoalId::new(id)),
            ("score", Some(score)) => {
                let score = score.parse().ok().and_then(Score::new).ok_or(ForgedToken)?;
                Self::Score(GoalId::new(id), score)
            }
            ("step", Some("on")) => Self::Step(DraftId::new(id), Move::On),
            ("step", Some("back")) => Self::Step(DraftId::new(id), Move::Back),
            ("proposal", Some(answer)) => {
                Self::Proposal(ProposalId::new(id), Answer::named(answer).ok_or(ForgedToken)?)
            }
            ("attend", Some(answer)) => {
                let answer = gathering::Answer::named(answer).ok_or(ForgedToken)?;
                Self::Attend(GatheringId::new(id), answer)
            }
            ("rate", Some(detail)) => {
                let (nth, value) = detail.split_once('.').ok_or(ForgedToken)?;
                let value = if value == UNSAID { None } else { Some(number(value)?) };
                Self::Rate(RoundId::new(id), number(nth)?, value)
            }
            ("tick", Some(detail)) => {
                let (nth, at) = detail.split_once('.').ok_or(ForgedToken)?;
                Self::Tick(RoundId::new(id), number(nth)?, number(at)?)
            }
            ("ticked", Some(nth)) => Self::Ticked(RoundId::new(id), number(nth)?),
            ("ask", Some(nth)) => {
                Self::AskAgain(RoundId::new(id), nth.parse().map_err(|_| ForgedToken)?)
            }
            ("certify", Some(wish)) => {
                Self::Certify(MemberId::new(id), WithFigures::named(wish).ok_or(ForgedToken)?)
            }
            ("touch", Some(touch)) => {
                Self::StayInTouch(PairId::new(id), Touch::named(touch).ok_or(ForgedToken)?)
            }
            ("case-write", None) => Self::CaseWrite(CaseId::new(id)),
            ("case-done", None) => Self::CaseDone(CaseId::new(id)),
            ("case-later", None) => Self::CaseLater(CaseId::new(id)),
            _ => return Err(ForgedToken),
        };
        // One button has one token, so that nothing can be pressed under a second name.
        if press.token() == token { Ok(press) } else { Err(ForgedToken) }
    }
}

impl From<Press> for String {
    fn from(press: Press) -> Self {
        press.token()
    }
}

impl TryFrom<String> for Press {
    type Error = ForgedToken;

    fn try_from(token: String) -> Result<Self, ForgedToken> {
        token.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_means_what_its_button_meant() {
        for press in [
            Press::Booked(PairId::new(1)),
            Press::NotYet(PairId::new(i64::MAX)),
            Press::TellLater(PairId::new(2)),
            Press::Met(MeetingId::new(7), Verdict::Held),
            Press::Met(MeetingId::new(7), Verdict::Paused),
            Press::Felt(MeetingId::new(7), Feeling::NotSoGood),
            Press::Fits(MeetingId::new(7), Fit::Talk),
            Press::Wish(MemberId::new(7), Wish::Rematch),
            Press::Remind(PersonId::new(7), Reminding::Never),
            Press::Confirm(DraftId::new(3)),
            Press::Discard(DraftId::new(3)),
            Press::Choose(DraftId::new(3), 255),
            Press::Agree(AgreementId::new(6), Topic::Purpose),
            Press::Amend(AgreementId::new(6), Topic::End),
            Press::Reopen(AgreementId::new(6)),
            Press::Learnt(LessonId::new(6)),
            Press::Step(DraftId::new(5), Move::On),
            Press::Step(DraftId::new(5), Move::Back),
            Press::Proposal(ProposalId::new(5), Answer::Yes),
            Press::Proposal(ProposalId::new(5), Answer::More),
            Press::Attend(GatheringId::new(5), gathering::Answer::Maybe),
            Press::Rate(RoundId::new(5), 2, Some(4)),
            Press::Rate(RoundId::new(5), 0, None),
            Press::Tick(RoundId::new(5), 2, 0),
            Press::Ticked(RoundId::new(5), 2),
            Press::Certify(MemberId::new(5), WithFigures::No),
            Press::StayInTouch(PairId::new(5), Touch::Unsaid),
            Press::AskAgain(RoundId::new(5), 1),
            Press::CaseWrite(CaseId::new(4)),
            Press::CaseDone(CaseId::new(4)),
            Press::CaseLater(CaseId::new(4)),
        ] {
            assert_eq!(press.token().parse(), Ok(press));
            assert!(press.token().len() <= 100);
        }
    }

    #[test]
    fn forged_tokens_are_recognised() {
        for token in [
            "",
            "1",
            "1:booked",
            "1:booked:",
            "1:booked:x",
            "1:booked:1:2",
            "2:booked:1",
            "1:booked:+1",
            "1:booked:01",
            "1:met:7",
            "1:met:7:maybe",
            "1:felt:7",
            "1:fits:7:perhaps",
            "1:wish:7:money",
            "1:choose:3:256",
            "1:proposal:5",
            "1:agree:6",
            "1:amend:6:money",
            "1:step:5",
            "1:step:5:aside",
            "1:proposal:5:perhaps",
            "💥",
            "1:booked:99999999999999999999",
        ] {
            assert_eq!(token.parse::<Press>(), Err(ForgedToken), "{token}");
        }
    }
}
