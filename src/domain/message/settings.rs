//! What is said about how a person wants to be spoken to, and when.

use jiff::civil;

use super::{Code, Count, Line, Lines, Name, Words};
use crate::domain::{ids::PersonId, press::Press, reminder::Reminding};

says! {
    /// About how a person wants to be spoken to, and when.
    SettingsSays "settings"
    /// How it stands.
    Show { language: Line, zone: Words, from: Code, until: Code, change_language: Code, change_zone: Code, change_hours: Code, reminders: Line, change_reminders: Code, calendar: Code };
    /// Asks which reminders of meetings somebody wants.
    AskReminders { person: PersonId, reminders: Line } [
        both => Press::Remind(*person, Reminding::Both),
        day => Press::Remind(*person, Reminding::Day),
        hour => Press::Remind(*person, Reminding::Hour),
        never => Press::Remind(*person, Reminding::Never),
    ];
    /// How the bot can know when they are busy.
    CalendarHow { command: Code };
    /// It knows so many times at which they are busy.
    CalendarIs { count: Count, on: civil::Date, command: Code };
    /// Their calendar is being read.
    CalendarComing;
    /// It could not be read so far, and is tried again.
    CalendarNotYet { command: Code };
    /// It was read.
    CalendarRead { count: Count };
    /// It came as a file.
    CalendarFile { count: Count };
    /// It can't be read.
    CalendarUnread { why: Line, command: Code };
    /// It could be read, and can't be any longer.
    CalendarLost { why: Line, command: Code };
    /// There is none to forget.
    CalendarNone { command: Code };
    /// It is forgotten.
    CalendarForgotten;
    /// That was no address.
    CalendarNoAddress { command: Code };
    /// Addresses can't be read here.
    CalendarFilesOnly;
    /// Why: that is no address.
    UnreadNoAddress;
    /// Why: there is no such host.
    UnreadNoHost;
    /// Why: it is inside a network.
    UnreadPrivate;
    /// Why: it doesn't answer.
    UnreadSilent;
    /// Why: it refuses.
    UnreadRefused { number: Count };
    /// Why: it is too long.
    UnreadTooLong;
    /// Why: it is no calendar.
    UnreadNoCalendar;
    /// They get other ones from now on.
    RemindersChanged { reminders: Line };
    /// A day before and an hour before.
    RemindersBoth;
    /// A day before.
    RemindersDay;
    /// An hour before.
    RemindersHour;
    /// None.
    RemindersNever;
    /// What this language calls itself.
    Language;
    /// The language is changed; said in the new one.
    LanguageChanged;
    /// There is no such language.
    NoSuchLanguage { said: Words, known: Vec<Name> };
    /// The time zone is changed.
    ZoneChanged { zone: Words, now: civil::DateTime };
    /// There is no such time zone.
    NoSuchZone { said: Words, nearest: Code };
    /// The hours are changed.
    HoursChanged { from: Code, until: Code };
    /// Those are no hours.
    BadHours { example: Code };
    /// The person is left alone until that day.
    PausedUntil { on: civil::Date, resume: Code };
    /// The person is left alone until they say otherwise.
    Paused { resume: Code };
    /// The person's pair is left alone until one of the two says otherwise.
    PairPaused { resume: Code };
    /// The person will be left alone between these days.
    PausedBetween { from: civil::Date, until: civil::Date, resume: Code };
    /// The person will be left alone from that day on.
    PausedFrom { from: civil::Date, resume: Code };
    /// A break that was planned won't be.
    PlanDropped;
    /// It would end before it begins.
    PauseBackwards { from: civil::Date, until: civil::Date };
    /// The person is there again.
    Resumed;
    /// The same, with what they have missed.
    ResumedMissed { lines: Lines };
    /// They were not away.
    NotPaused;
    /// What stands still does so by the word of the leader.
    ProgrammePaused { programme: Name };
    /// It must be a day to come.
    PauseInPast { on: civil::Date };
    /// Nothing goes on that could be paused.
    NothingToPause;
}
