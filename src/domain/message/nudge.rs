//! Asking people to do something for their pair.

use jiff::civil;

use super::{Label, Name, Offer, Value};
use crate::domain::{
    ids::{MeetingId, PairId},
    meeting::Verdict,
    press::Press,
};

says! {
    /// Asks people to do something for their pair.
    Nudge "nudge"
    /// Asks for the pair's first meeting.
    BookFirst { to: Name, pair: PairId, with: Name } [
        booked => Press::Booked(*pair), not_yet => Press::NotYet(*pair),
    ];
    /// Asks for the pair's next meeting.
    BookNext { to: Name, pair: PairId, with: Name } [
        booked => Press::Booked(*pair), not_yet => Press::NotYet(*pair),
    ];
    /// Asks a second time.
    BookAgain { to: Name, pair: PairId, with: Name } [
        booked => Press::Booked(*pair), not_yet => Press::NotYet(*pair),
    ];
    /// Asks for the last time, and says what happens otherwise.
    BookLast { to: Name, pair: PairId, with: Name } [
        booked => Press::Booked(*pair), not_yet => Press::NotYet(*pair),
    ];
    /// Asks a mentor of several adepts for all their next meetings at once.
    BookSeveral { to: Name, pairs: Vec<PairId>, with: Vec<Name> } + several(pairs, with);
    /// The same, for the last time.
    BookSeveralLast { to: Name, pairs: Vec<PairId>, with: Vec<Name> } + several(pairs, with);
    /// Asks whether the meeting of that day was held.
    DidMeet { to: Name, pair: PairId, meeting: MeetingId, with: Name, on: civil::Date } [
        held => Press::Met(*meeting, Verdict::Held),
        rebooked => Press::Met(*meeting, Verdict::Rebooked),
        not_held => Press::Met(*meeting, Verdict::NotHeld),
        paused => Press::Met(*meeting, Verdict::Paused),
    ];
    /// Reminds of that question.
    DidMeetAgain { to: Name, pair: PairId, meeting: MeetingId, with: Name, on: civil::Date } [
        held => Press::Met(*meeting, Verdict::Held),
        rebooked => Press::Met(*meeting, Verdict::Rebooked),
        not_held => Press::Met(*meeting, Verdict::NotHeld),
        paused => Press::Met(*meeting, Verdict::Paused),
    ];
    /// Asks whether they have met, when they said that they had booked but not when.
    HaveMet { to: Name, pair: PairId, meeting: MeetingId, with: Name, since: civil::Date } [
        held => Press::Met(*meeting, Verdict::Held),
        rebooked => Press::Met(*meeting, Verdict::Rebooked),
        not_held => Press::Met(*meeting, Verdict::NotHeld),
        paused => Press::Met(*meeting, Verdict::Paused),
    ];
    /// Reminds of that question.
    HaveMetAgain { to: Name, pair: PairId, meeting: MeetingId, with: Name, since: civil::Date } [
        held => Press::Met(*meeting, Verdict::Held),
        rebooked => Press::Met(*meeting, Verdict::Rebooked),
        not_held => Press::Met(*meeting, Verdict::NotHeld),
        paused => Press::Met(*meeting, Verdict::Paused),
    ];
    /// Asks one of the two whether they met, when the other has said so unasked.
    MetToo { to: Name, pair: PairId, meeting: MeetingId, with: Name, on: civil::Date } [
        held => Press::Met(*meeting, Verdict::Held),
        not_held => Press::Met(*meeting, Verdict::NotHeld),
    ];
}

/// A button for each adept, and none to say "not yet" to all of them: whoever has booked with none
/// needn't answer.
fn several(pairs: &[PairId], with: &[Name]) -> Vec<Offer> {
    let offer = |(pair, with): (&PairId, &Name)| Offer {
        label: Label::Attribute("booked_with", vec![("name", Value::Text(with.clone()))]),
        press: Press::Booked(*pair),
    };
    pairs.iter().zip(with).map(offer).collect()
}

impl super::value::Shown for Vec<PairId> {
    fn shown(&self) -> Value {
        Value::Hidden
    }
}

impl Nudge {
    /// Takes another question to the same person into this one, if they are of one kind: a mentor
    /// of several adepts gets one message.
    pub fn absorb(&self, other: &Self) -> Option<Self> {
        if self.about_meeting().is_some() && self.about_meeting() == other.about_meeting() {
            // It was put off for so long that it is asked again meanwhile.
            return Some(other.clone());
        }
        let (mut pairs, mut with) = self.asked_to_book()?;
        let (more_pairs, more_with) = other.asked_to_book()?;
        for (pair, name) in more_pairs.into_iter().zip(more_with) {
            if !pairs.contains(&pair) {
                pairs.push(pair);
                with.push(name);
            }
        }
        let to = self.to().clone();
        if pairs.len() > 1 && (self.is_last() || other.is_last()) {
            // Whoever is reminded for the last time is told so, whatever comes along.
            Some(Self::BookSeveralLast { to, pairs, with })
        } else if pairs.len() > 1 {
            Some(Self::BookSeveral { to, pairs, with })
        } else {
            // The same question again: the later one is the one to ask.
            Some(other.clone())
        }
    }

    fn asked_to_book(&self) -> Option<(Vec<PairId>, Vec<Name>)> {
        match self {
            Self::BookFirst { pair, with, .. }
            | Self::BookNext { pair, with, .. }
            | Self::BookAgain { pair, with, .. }
            | Self::BookLast { pair, with, .. } => Some((vec![*pair], vec![with.clone()])),
            Self::BookSeveral { pairs, with, .. } | Self::BookSeveralLast { pairs, with, .. } => {
                Some((pairs.clone(), with.clone()))
            }
            Self::DidMeet { .. }
            | Self::DidMeetAgain { .. }
            | Self::HaveMet { .. }
            | Self::HaveMetAgain { .. }
            | Self::MetToo { .. } => None,
        }
    }

    const fn to(&self) -> &Name {
        match self {
            Self::BookFirst { to, .. }
            | Self::BookNext { to, .. }
            | Self::BookAgain { to, .. }
            | Self::BookLast { to, .. }
            | Self::BookSeveral { to, .. }
            | Self::BookSeveralLast { to, .. }
            | Self::DidMeet { to, .. }
            | Self::DidMeetAgain { to, .. }
            | Self::HaveMet { to, .. }
            | Self::HaveMetAgain { to, .. }
            | Self::MetToo { to, .. } => to,
        }
    }

    /// Whether the leader hears of it if nothing happens.
    const fn is_last(&self) -> bool {
        matches!(self, Self::BookLast { .. } | Self::BookSeveralLast { .. })
    }

    /// The pairs whose next meeting it asks for.
    pub fn about_pairs(&self) -> Vec<PairId> {
        self.asked_to_book().map(|(pairs, _)| pairs).unwrap_or_default()
    }

    /// The meeting that it asks about.
    pub const fn about_meeting(&self) -> Option<MeetingId> {
        match self {
            Self::DidMeet { meeting, .. }
            | Self::DidMeetAgain { meeting, .. }
            | Self::HaveMet { meeting, .. }
            | Self::HaveMetAgain { meeting, .. }
            | Self::MetToo { meeting, .. } => Some(*meeting),
            Self::BookFirst { .. }
            | Self::BookNext { .. }
            | Self::BookAgain { .. }
            | Self::BookLast { .. }
            | Self::BookSeveral { .. }
            | Self::BookSeveralLast { .. } => None,
        }
    }

    /// The pair that it is about, if it is about one only.
    pub const fn pair(&self) -> Option<PairId> {
        match self {
            Self::BookFirst { pair, .. }
            | Self::BookNext { pair, .. }
            | Self::BookAgain { pair, .. }
            | Self::BookLast { pair, .. }
            | Self::DidMeet { pair, .. }
            | Self::DidMeetAgain { pair, .. }
            | Self::HaveMet { pair, .. }
            | Self::HaveMetAgain { pair, .. }
            | Self::MetToo { pair, .. } => Some(*pair),
            Self::BookSeveral { .. } | Self::BookSeveralLast { .. } => None,
        }
    }
}
