//! What is said about who suits whom.

use super::{Count, Lines, Message, Name};
use crate::domain::{
    matching::{Bar, Reason, Why},
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
}

impl MatchingSays {
    /// Why two suit each other; nothing in particular, if nothing does.
    pub fn reasons(reasons: &[Reason]) -> Vec<Message> {
        let said = |reason: &Reason| match reason {
            Reason::Fixed => Self::ReasonFixed,
            Reason::Offers(topics) => Self::ReasonOffers { topics: topics.clone() },
            Reason::City(city) => Self::ReasonCity { city: city.clone() },
            Reason::Languages(languages) => Self::ReasonLanguages { languages: languages.clone() },
        };
        if reasons.is_empty() {
            return vec![Self::ReasonNone.into()];
        }
        reasons.iter().map(|reason| said(reason).into()).collect()
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
