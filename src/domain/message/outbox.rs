//! What is said about what was sent and what wasn't.

use super::{Count, Line, Lines, Name};
use crate::domain::moment::Moment;

says! {
    /// About what was sent and what wasn't.
    OutboxSays "outbox"
    /// What waits and what did not arrive.
    List { programme: Name, sent: Count, waiting: Count, lines: Lines };
    /// Everything has arrived.
    Empty { programme: Name, sent: Count };
    /// A letter that waits.
    ItemWaiting { number: Count, to: Name, what: Line, at: Moment };
    /// A letter that waits, and why longer than it was meant to.
    ItemPostponed { number: Count, to: Name, what: Line, at: Moment, why: Line };
    /// A letter that is on its way.
    ItemSending { number: Count, to: Name, what: Line };
    /// A letter that did not leave.
    ItemUnsent { number: Count, to: Name, what: Line, why: Line };
    /// More than are shown.
    More { count: Count };

    /// Why: it would have been too late.
    WhyStale;
    /// Why: the person has had as many messages as they should that day.
    WhyDayFull;
    /// Why: the person has had as many messages as they should that week.
    WhyWeekFull;
    /// Why: the person has had as many messages as they should that month.
    WhyMonthFull;
    /// Why: outside the hours of sending.
    WhyOutsideHours;
    /// Why: the person is taking a break.
    WhyPaused;
    /// Why: no account is known.
    WhyNoAccount;
    /// Why: the person doesn't take messages from the bot.
    WhyClosed;
    /// Why: the room is gone.
    WhyGone;
    /// Why: the platform refused it.
    WhyRefused;
    /// Why: it is not known whether it arrived.
    WhyUnsure;
    /// Why: the platform could not be reached often enough.
    WhyGivenUp;
    /// Why: a leader took it back.
    WhyCancelled;
    /// Why: it no longer applied.
    WhyOvertaken;
    /// Why: the platform isn't connected.
    WhyNoPlatform;
    /// Why: the platform asked to wait.
    WhyBusy;

    /// What: a question about booking.
    AboutBooking;
    /// What: whether they met.
    AboutMeeting;
    /// What: a welcome.
    AboutWelcome;
    /// It was about who becomes a pair.
    AboutMatching;
    /// It was about an application.
    AboutApplication;
    /// What: something to read.
    AboutLesson;
    /// The report.
    AboutReport;
    /// The end of the programme.
    AboutEnd;
    /// What: an announcement.
    AboutAnnouncement;
    /// What: something about a group session.
    AboutGathering;
    /// What: a check-in.
    AboutCheckIn;
    /// What: something for the leader.
    AboutAttention;
    /// What: an answer.
    AboutAnswer;

    /// It is tried again.
    Retried { number: Count };
    /// It won't be sent.
    Cancelled { number: Count };
    /// It can't be changed any more.
    TooLate { number: Count };
    /// There is none with that number.
    NoSuchLetter { number: Count };
}
