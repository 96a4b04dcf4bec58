//! What is said about who suits whom.

use jiff::civil;

use super::{Code, Count, FileText, Line, Lines, Message, Name, Words};
use crate::domain::{
    ids::{DraftId, ProposalId},
    matching::{Bar, Reason, Why},
    meeting::Half,
    press::Press,
    proposal::Answer,
    role::Role,
};

says! {
    /// About who suits whom.
    MatchingSays "matching"
    /// The pair was decided beforehand.
    ReasonFixed;
    /// The mentor offers what the adept wants more of.
    ReasonOffers { topics: Vec<String> };
    /// The two live in the same place.
    ReasonCity { city: Name };
    /// The two gave the same answers to a question of the application.
    ReasonAnswers { question: Words, answers: Vec<String> };
    /// The two speak these languages.
    ReasonLanguages { languages: Vec<String> };
    /// Nothing speaks for the two in particular.
    ReasonNone;

    /// Why a mentor has no adept: there is no room.
    WhyNoRoom;
    /// Why a mentor has no adept: there is no adept.
    WhyNoAdepts;
    /// Why an adept has no mentor: none of them takes anybody.
    WhyNoMentors;
    /// Why a mentor has no adept: those who suited have others.
    WhyAdeptsTaken { possible: Count };
    /// Why an adept has no mentor: those who suited have others.
    WhyMentorsTaken { possible: Count };
    /// Why a mentor has no adept: none of them is possible.
    WhyNoAdeptFits { of: Count, bars: Lines };
    /// Why an adept has no mentor: none of them is possible.
    WhyNoMentorFits { of: Count, bars: Lines };
    /// How many were ruled out beforehand.
    BarRuledOut { count: Count };
    /// How many work at the same organisation.
    BarOrganisation { count: Count };
    /// How many have no language in common.
    BarLanguage { count: Count };

    /// Who becomes a pair, as long as only leaders see it.
    Proposed { programme: Name, count: Count, lines: Lines, avoid: Code, publish: Code };
    /// The same of so many that they are in a file.
    ProposedFile { programme: Name, count: Count, avoid: Code, publish: Code, file: FileText };
    /// Two of those.
    Item { mentor: Name, adept: Name, reasons: Lines };
    /// Those who are with nobody.
    LeftOver { count: Count, lines: Lines };
    /// One of those.
    LeftItem { name: Name, role: Line, why: Line };
    /// Everybody has somebody, or there is nobody.
    NobodyToMatch { programme: Name };
    /// No two can be put together.
    NothingPossible { programme: Name };
    /// There are more people than are matched at once.
    TooMany { places: Count, most: Count };

    /// A leader has put two together.
    Locked { mentor: Name, adept: Name };
    /// A leader doesn't want two together.
    Avoided { mentor: Name, adept: Name };
    /// A leader has nothing against two together.
    Allowed { mentor: Name, adept: Name };
    /// A leader puts two together whom leaders have kept apart.
    DespiteApart { mentor: Name, adept: Name };
    /// A leader puts two together who work at the same organisation.
    DespiteOrganisation { mentor: Name, adept: Name };
    /// A leader puts two together who have no language in common.
    DespiteLanguage { mentor: Name, adept: Name };
    /// A leader has exchanged two.
    Swapped { first: Name, second: Name };
    /// Two are ruled out.
    RuledOut { mentor: Name, adept: Name };
    /// Asks the leader once more before two who were asked are kept apart.
    AvoidSure { draft: DraftId, mentor: Name, adept: Name }
        [apart => Press::Confirm(*draft), leave => Press::Discard(*draft)];
    /// One of two has been asked already about somebody.
    AlreadyAsked { name: Name };
    /// A leader wants to exchange two who can't be.
    CannotSwap { first: Name, second: Name };

    /// Some are accepted, and can't be matched before they have their letter.
    LettersFirst { count: Count, send: Code };
    /// Asks the leader once more before anybody hears.
    PublishSure { draft: DraftId, programme: Name, count: Count }
        [send => Press::Confirm(*draft), leave => Press::Discard(*draft)];
    /// There is nothing to send.
    NothingToPublish { propose: Code };
    /// Everybody is asked.
    Published { count: Count };
    /// Some of those can't be reached yet.
    NotJoined { names: Vec<Name> };

    /// Those who were asked, and what they have answered.
    Asked { programme: Name, count: Count, lines: Lines };
    /// Two of those.
    AskedItem { mentor: Name, adept: Name, state: Line };
    /// Neither has answered.
    StateWaiting { since: civil::Date };
    /// One of the two has agreed.
    StateOneAgreed { name: Name };
    /// One of the two has declined.
    StateDeclined { name: Name };
    /// The leader took it back.
    StateWithdrawn;
    /// They are a pair.
    StateAgreed;

    /// Asks a mentor whether they want that adept.
    AskMentor { proposal: ProposalId, to: Name, adept: Name, programme: Name, reasons: Lines }
        [
            yes => Press::Proposal(*proposal, Answer::Yes),
            no => Press::Proposal(*proposal, Answer::No),
            more => Press::Proposal(*proposal, Answer::More),
        ];
    /// Asks an adept whether they want that mentor.
    AskAdept { proposal: ProposalId, to: Name, mentor: Name, programme: Name, reasons: Lines }
        [
            yes => Press::Proposal(*proposal, Answer::Yes),
            no => Press::Proposal(*proposal, Answer::No),
            more => Press::Proposal(*proposal, Answer::More),
        ];
    /// Reminds a mentor who hasn't answered.
    AskMentorAgain { proposal: ProposalId, to: Name, adept: Name, programme: Name }
        [
            yes => Press::Proposal(*proposal, Answer::Yes),
            no => Press::Proposal(*proposal, Answer::No),
            more => Press::Proposal(*proposal, Answer::More),
        ];
    /// Reminds an adept who hasn't answered.
    AskAdeptAgain { proposal: ProposalId, to: Name, mentor: Name, programme: Name }
        [
            yes => Press::Proposal(*proposal, Answer::Yes),
            no => Press::Proposal(*proposal, Answer::No),
            more => Press::Proposal(*proposal, Answer::More),
        ];
    /// Tells leaders that somebody still hasn't.
    Unanswered { mentor: Name, adept: Name, programme: Name, names: Vec<Name>, avoid: Code };
    /// What somebody has told of themselves, to the one whom they may be with.
    More { proposal: ProposalId, with: Name, lines: Lines }
        [
            yes => Press::Proposal(*proposal, Answer::Yes),
            no => Press::Proposal(*proposal, Answer::No),
        ];
    /// What they offer as a mentor.
    TellOffers { topics: Vec<String> };
    /// What they want more of as an adept.
    TellWants { topics: Vec<String> };
    /// Where they live.
    TellCity { city: Name };
    /// What they speak.
    TellLanguages { languages: Vec<String> };
    /// They have told nothing yet.
    TellNothing;
    /// Tells a mentor why: they offer what the adept wants.
    MentorOffers { adept: Name, topics: Vec<String> };
    /// Tells an adept why: the mentor offers what they want.
    AdeptWants { mentor: Name, topics: Vec<String> };
    /// Tells both why: they live in the same place.
    BothCity { city: Name };
    /// Tells both why: they speak these languages.
    BothLanguages { languages: Vec<String> };
    /// Tells both why: the leader thinks so.
    BothChosen;

    /// Thanks for a yes, while the other is waited for.
    Waiting { with: Name };
    /// Both have agreed, and it begins.
    Settled { with: Name };
    /// Both have agreed, and it begins later.
    SettledUntil { with: Name, starts_on: civil::Date };
    /// Thanks for a no, and asks why.
    DeclinedWhy { draft: DraftId } [rather_not => Press::Discard(*draft)];
    /// Nobody is told why.
    NoReason;
    /// The leader is told why.
    ReasonPassedOn;
    /// Tells the other neutrally that it came to nothing.
    NotMatched { with: Name, programme: Name };
    /// The same to somebody who is in another pair by now.
    NotMatchedNow { with: Name, programme: Name };
    /// Tells leaders that somebody has declined.
    Declined { name: Name, with: Name, programme: Name, propose: Code };
    /// Tells leaders why, if whoever declined wants them to know.
    DeclinedBecause { name: Name, with: Name, words: Words };
    /// Tells leaders that all who were asked have answered.
    AllAnswered { programme: Name, show: Code };
}

impl MatchingSays {
    /// Why two suit each other; nothing in particular, if nothing does.
    pub fn reasons(reasons: &[Reason]) -> Vec<Message> {
        let said = |reason: &Reason| match reason {
            Reason::Fixed => Self::ReasonFixed,
            Reason::Offers(topics) => Self::ReasonOffers { topics: topics.clone() },
            Reason::City(city) => Self::ReasonCity { city: city.clone() },
            Reason::Answers { question, answers } => {
                Self::ReasonAnswers { question: question.clone(), answers: answers.clone() }
            }
            Reason::Languages(languages) => Self::ReasonLanguages { languages: languages.clone() },
        };
        if reasons.is_empty() {
            return vec![Self::ReasonNone.into()];
        }
        reasons.iter().map(|reason| said(reason).into()).collect()
    }

    /// Why two suit each other, as one of them reads it. `with` is the other.
    pub fn reasons_for(half: Half, with: &str, reasons: &[Reason]) -> Vec<Message> {
        let said = |reason: &Reason| {
            let topics = match reason {
                // What somebody has told those who choose isn't passed on.
                Reason::Fixed | Reason::Answers { .. } => return None,
                Reason::City(city) => return Some(Self::BothCity { city: city.clone() }),
                Reason::Languages(languages) => {
                    return Some(Self::BothLanguages { languages: languages.clone() });
                }
                Reason::Offers(topics) => topics.clone(),
            };
            let with = with.to_owned();
            Some(match half {
                Half::Mentor => Self::MentorOffers { adept: with, topics },
                Half::Adept => Self::AdeptWants { mentor: with, topics },
            })
        };
        let said: Vec<_> = reasons.iter().filter_map(said).map(Message::from).collect();
        if said.is_empty() { vec![Self::BothChosen.into()] } else { said }
    }

    /// Why somebody in that role is with nobody.
    pub fn why(role: Role, why: &Why) -> Self {
        let is_mentor = role == Role::Mentor;
        match why {
            Why::NoRoom => Self::WhyNoRoom,
            Why::NobodyThere if is_mentor => Self::WhyNoAdepts,
            Why::NobodyThere => Self::WhyNoMentors,
            Why::OthersCameFirst { possible } => {
                let possible = count(*possible);
                if is_mentor {
                    Self::WhyAdeptsTaken { possible }
                } else {
                    Self::WhyMentorsTaken { possible }
                }
            }
            Why::AllBarred { of, bars } => {
                let bars = bars.iter().map(|(bar, number)| Self::bar(*bar, count(*number)).into());
                let (of, bars) = (count(*of), bars.collect());
                if is_mentor {
                    Self::WhyNoAdeptFits { of, bars }
                } else {
                    Self::WhyNoMentorFits { of, bars }
                }
            }
        }
    }

    const fn bar(bar: Bar, count: Count) -> Self {
        match bar {
            Bar::Oneself | Bar::RuledOut => Self::BarRuledOut { count },
            Bar::Organisation => Self::BarOrganisation { count },
            Bar::Language => Self::BarLanguage { count },
        }
    }
}

fn count(number: usize) -> Count {
    Count::try_from(number).unwrap_or(Count::MAX)
}
