//! What the two might talk about when they meet next: questions for the phase that they are in, of
//! which each is one line. Nobody has to use them.

use jiff::civil::Date;

use super::{
    meeting::{Half, Meeting, MeetingState},
    message::{Message, agenda::AgendaSays as Says},
    programme::Outline,
};

/// How many days before the end the two look back.
const LAST_DAYS: i32 = 30;

/// Where a pair is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// They haven't met: they get to know each other, and no goal is asked for.
    Acquaintance,
    /// They have met once: what the adept wants.
    Direction,
    /// They are under way.
    Middle,
    /// The same, every other time.
    Later,
    /// Half of the programme is behind them, and they haven't met since.
    Halftime,
    /// The end is near.
    Closing,
}

impl Phase {
    /// The phase of a pair that meets on a day, and has time until another.
    pub fn of(meetings: &[Meeting], outline: &Outline, ends_on: Date, on: Date) -> Self {
        let zone = &outline.time_zone;
        let held: Vec<_> = meetings
            .iter()
            .filter(|meeting| meeting.state == MeetingState::Held)
            .map(|meeting| meeting.when.day(zone))
            .filter(|day| *day < on)
            .collect();
        let halftime = outline.halftime_on();
        let left = on.until(ends_on).map_or(0, |span| span.get_days());
        let wanted = usize::from(outline.meetings);
        match held.len() {
            0 => Self::Acquaintance,
            1 => Self::Direction,
            count if count + 1 >= wanted || left < LAST_DAYS => Self::Closing,
            _ if on >= halftime && held.iter().all(|day| *day < halftime) => Self::Halftime,
            count if count % 2 == 0 => Self::Middle,
            _ => Self::Later,
        }
    }

    /// The questions of a phase, for one of the two.
    pub fn questions(self, half: Half, with: &str) -> Vec<Message> {
        let with = || with.to_owned();
        let questions: &[Says] = &match (self, half) {
            (Self::Acquaintance, _) => [Says::Story, Says::AtYourBest, Says::Hopes],
            (Self::Direction, Half::Adept) => [Says::Wish, Says::Because, Says::FirstStep],
            (Self::Direction, Half::Mentor) => [
                Says::AskWish { with: with() },
                Says::AskBecause { with: with() },
                Says::AskTried { with: with() },
            ],
            (Self::Middle, Half::Adept) => [Says::Since, Says::Learnt, Says::NextStep],
            (Self::Middle, Half::Mentor) => [
                Says::AskAvoids { with: with() },
                Says::AskEvidence,
                Says::AskSmallest { with: with() },
            ],
            (Self::Later, Half::Adept) => [Says::Hardest, Says::WhoElse, Says::NextStep],
            (Self::Later, Half::Mentor) => [
                Says::AskAdvice { with: with() },
                Says::AskOtherwise { with: with() },
                Says::OwnLearning,
            ],
            (Self::Halftime, _) => [Says::MoreAndLess, Says::StillAgreed, Says::HowFar],
            (Self::Closing, Half::Adept) => [Says::Given, Says::GoOn, Says::StayInTouch],
            (Self::Closing, Half::Mentor) => [Says::OwnLearning, Says::Given, Says::StayInTouch],
        };
        questions.iter().cloned().map(Message::from).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan, civil::date};

    use super::*;
    use crate::domain::{
        ids::PairId, meeting::Appointment, programme::tests::outline as programme,
    };

    #[test]
    fn the_first_meeting_is_for_getting_acquainted_and_no_goal_is_asked_for() {
        check(&[], 10, Phase::Acquaintance);
        let asked = Phase::Acquaintance.questions(Half::Adept, "Bo");
        assert!(!asked.contains(&Says::Wish.into()));
    }

    #[test]
    fn after_it_comes_what_the_adept_wants() {
        check(&[10], 24, Phase::Direction);
    }

    #[test]
    fn on_the_way_the_questions_take_turns() {
        check(&[10, 24], 40, Phase::Middle);
        check(&[10, 24, 40], 60, Phase::Later);
        check(&[10, 24, 40, 60], 80, Phase::Middle);
    }

    #[test]
    fn the_first_meeting_of_the_second_half_is_about_the_two() {
        check(&[10, 24, 40], 110, Phase::Halftime);
        check(&[10, 24, 40, 110], 140, Phase::Middle);
    }

    #[test]
    fn the_last_one_looks_back() {
        check(&[10, 24, 40, 60, 80, 110, 140], 170, Phase::Closing);
        check(&[10, 24, 40], 200, Phase::Closing);
    }

    /// Seven months and eight meetings, 212 days: meetings were held that many days after the first.
    #[track_caller]
    fn check(held: &[i64], on: i64, expected: Phase) {
        let outline = programme(7, 8);
        let day = |nth: i64| date(2026, 9, 7).saturating_add(nth.days());
        let meetings: Vec<_> = held
            .iter()
            .map(|nth| {
                let local = day(*nth).at(13, 0, 0, 0);
                let when = Appointment::At { local, zone: outline.time_zone.clone() };
                let meeting = Meeting::booked(PairId::new(1), &[], when, None);
                Meeting { state: MeetingState::Held, ..meeting }
            })
            .collect();
        assert_eq!(Phase::of(&meetings, &outline, outline.ends_on(), day(on)), expected);
    }
}
