//! The words that times are made of. The locale files hold them; nothing here knows a language.

use std::collections::BTreeMap;

use super::tokens::{Kind, lex};
use crate::domain::calendar::{Eve, Feast, RedDay};

/// One declaration for the variants, [`TimeList::ALL`] and the keys, so that they agree.
macro_rules! time_lists {
    ($($(#[doc = $doc:literal])+ $list:ident = $key:literal,)+) => {
        /// What a list of words stands for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum TimeList {
            $($(#[doc = $doc])+ $list,)+
        }

        impl TimeList {
            /// Every list, in the order of the locale files.
            pub const ALL: &[Self] = &[$(Self::$list,)+];

            /// Its name in the locale files, after `times-`.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$list => $key,)+
                }
            }
        }
    };
}

time_lists! {
    /// Names of Monday.
    Monday = "weekday-1",
    /// Names of Tuesday.
    Tuesday = "weekday-2",
    /// Names of Wednesday.
    Wednesday = "weekday-3",
    /// Names of Thursday.
    Thursday = "weekday-4",
    /// Names of Friday.
    Friday = "weekday-5",
    /// Names of Saturday.
    Saturday = "weekday-6",
    /// Names of Sunday.
    Sunday = "weekday-7",
    /// Names of January.
    January = "month-1",
    /// Names of February.
    February = "month-2",
    /// Names of March.
    March = "month-3",
    /// Names of April.
    April = "month-4",
    /// Names of May.
    May = "month-5",
    /// Names of June.
    June = "month-6",
    /// Names of July.
    July = "month-7",
    /// Names of August.
    August = "month-8",
    /// Names of September.
    September = "month-9",
    /// Names of October.
    October = "month-10",
    /// Names of November.
    November = "month-11",
    /// Names of December.
    December = "month-12",
    /// The feast of that name.
    NewYearsDay = "feast-new-years-day",
    /// The feast of that name.
    EpiphanyEve = "feast-epiphany-eve",
    /// The feast of that name.
    Epiphany = "feast-epiphany",
    /// The feast of that name.
    MaundyThursday = "feast-maundy-thursday",
    /// The feast of that name.
    GoodFriday = "feast-good-friday",
    /// The feast of that name.
    EasterEve = "feast-easter-eve",
    /// The feast of that name.
    EasterDay = "feast-easter-day",
    /// The feast of that name.
    EasterMonday = "feast-easter-monday",
    /// The feast of that name.
    WalpurgisNight = "feast-walpurgis-night",
    /// The feast of that name.
    FirstOfMay = "feast-first-of-may",
    /// The feast of that name.
    AscensionDay = "feast-ascension-day",
    /// The feast of that name.
    WhitSunday = "feast-whit-sunday",
    /// The feast of that name.
    NationalDay = "feast-national-day",
    /// The feast of that name.
    MidsummersEve = "feast-midsummers-eve",
    /// The feast of that name.
    MidsummersDay = "feast-midsummers-day",
    /// The feast of that name.
    AllSaintsEve = "feast-all-saints-eve",
    /// The feast of that name.
    AllSaintsDay = "feast-all-saints-day",
    /// The feast of that name.
    ChristmasEve = "feast-christmas-eve",
    /// The feast of that name.
    ChristmasDay = "feast-christmas-day",
    /// The feast of that name.
    SecondDayOfChristmas = "feast-second-day-of-christmas",
    /// The feast of that name.
    NewYearsEve = "feast-new-years-eve",
    /// The present day.
    Today = "today",
    /// The later half of the present day: *tonight*.
    ThisEvening = "this-evening",
    /// The day before the present one.
    Yesterday = "yesterday",
    /// The day after the present one.
    Tomorrow = "tomorrow",
    /// The day after tomorrow.
    DayAfterTomorrow = "day-after-tomorrow",
    /// What stands before the number of a week, or after *next*.
    Week = "week",
    /// The one after the present one.
    Next = "next",
    /// The present one.
    This = "this",
    /// What stands before a time of day: *at*.
    Clock = "clock",
    /// What stands after an hour: *o'clock*.
    HourMark = "hour-mark",
    /// What stands before a day and says nothing more: *on*.
    On = "on",
    /// What stands before the day of a month: *the*.
    The = "the",
    /// What makes a number the day of a month: the *rd* of *3rd*.
    Ordinal = "ordinal",
    /// What stands before a number of days or weeks: *in*.
    In = "in",
    /// The number one: *a* week.
    One = "one",
    /// Days, counted.
    Days = "days",
    /// Weeks, counted.
    Weeks = "weeks",
    /// Before noon.
    Am = "am",
    /// After noon.
    Pm = "pm",
    /// Twelve o'clock in the middle of the day.
    Noon = "noon",
    /// Half an hour before the full one: *halv tre*.
    HalfBefore = "half-before",
    /// Half an hour after it.
    HalfPast = "half-past",
    /// A quarter of an hour before it.
    QuarterTo = "quarter-to",
    /// A quarter of an hour after it.
    QuarterPast = "quarter-past",
    /// The hour 2, after one of these.
    Two = "two",
    /// The hour 3, after one of these.
    Three = "three",
    /// The hour 4, after one of these.
    Four = "four",
    /// The hour 5, after one of these.
    Five = "five",
    /// The hour 6, after one of these.
    Six = "six",
    /// The hour 7, after one of these.
    Seven = "seven",
    /// The hour 8, after one of these.
    Eight = "eight",
    /// The hour 9, after one of these.
    Nine = "nine",
    /// The hour 10, after one of these.
    Ten = "ten",
    /// The hour 11, after one of these.
    Eleven = "eleven",
    /// The hour 12, after one of these.
    Twelve = "twelve",
    /// What stands before an end, be it of a pause or of a meeting.
    Until = "until",
}

impl TimeList {
    /// The seven weekdays, Monday first.
    pub const WEEKDAYS: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The hours of a clock, one first.
    pub const HOURS: [Self; 12] = [
        Self::One,
        Self::Two,
        Self::Three,
        Self::Four,
        Self::Five,
        Self::Six,
        Self::Seven,
        Self::Eight,
        Self::Nine,
        Self::Ten,
        Self::Eleven,
        Self::Twelve,
    ];

    /// The feasts, in the order of a year.
    pub const FEASTS: [(Self, Feast); 21] = [
        (Self::NewYearsDay, Feast::RedDay(RedDay::NewYearsDay)),
        (Self::EpiphanyEve, Feast::Eve(Eve::EpiphanyEve)),
        (Self::Epiphany, Feast::RedDay(RedDay::Epiphany)),
        (Self::MaundyThursday, Feast::Eve(Eve::MaundyThursday)),
        (Self::GoodFriday, Feast::RedDay(RedDay::GoodFriday)),
        (Self::EasterEve, Feast::Eve(Eve::EasterEve)),
        (Self::EasterDay, Feast::RedDay(RedDay::EasterDay)),
        (Self::EasterMonday, Feast::RedDay(RedDay::EasterMonday)),
        (Self::WalpurgisNight, Feast::Eve(Eve::WalpurgisNight)),
        (Self::FirstOfMay, Feast::RedDay(RedDay::FirstOfMay)),
        (Self::AscensionDay, Feast::RedDay(RedDay::AscensionDay)),
        (Self::WhitSunday, Feast::RedDay(RedDay::WhitSunday)),
        (Self::NationalDay, Feast::RedDay(RedDay::NationalDay)),
        (Self::MidsummersEve, Feast::Eve(Eve::MidsummersEve)),
        (Self::MidsummersDay, Feast::RedDay(RedDay::MidsummersDay)),
        (Self::AllSaintsEve, Feast::Eve(Eve::AllSaintsEve)),
        (Self::AllSaintsDay, Feast::RedDay(RedDay::AllSaintsDay)),
        (Self::ChristmasEve, Feast::Eve(Eve::ChristmasEve)),
        (Self::ChristmasDay, Feast::RedDay(RedDay::ChristmasDay)),
        (Self::SecondDayOfChristmas, Feast::RedDay(RedDay::SecondDayOfChristmas)),
        (Self::NewYearsEve, Feast::Eve(Eve::NewYearsEve)),
    ];

    /// The twelve months, January first.
    pub const MONTHS: [Self; 12] = [
        Self::January,
        Self::February,
        Self::March,
        Self::April,
        Self::May,
        Self::June,
        Self::July,
        Self::August,
        Self::September,
        Self::October,
        Self::November,
        Self::December,
    ];
}

/// The words for times in every language that the bot speaks, all at once: people mix languages,
/// and the bot understands a language that it doesn't answer in.
#[derive(Debug, Clone, Default)]
pub struct TimeWords {
    lists: BTreeMap<TimeList, Vec<Vec<Kind>>>,
}

impl TimeWords {
    /// Adds a language's words to a list. They are separated by `|`, as in `i morgon | imorgon`;
    /// how they are spelt is free, since they are normalised as what people type is.
    pub fn add(&mut self, list: TimeList, words: &str) {
        let entries = self.lists.entry(list).or_default();
        for phrase in words.split('|') {
            let tokens = lex(phrase).into_iter().map(|token| token.kind);
            // An abbreviation is understood with its full stop and without.
            let phrase: Vec<_> = tokens.filter(|kind| *kind != Kind::Mark('.')).collect();
            if !phrase.is_empty() && !entries.contains(&phrase) {
                entries.push(phrase);
            }
        }
        // The longest phrase is to be found first.
        entries.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    }

    /// What a list holds, longest first.
    pub(super) fn phrases(&self, list: TimeList) -> &[Vec<Kind>] {
        self.lists.get(&list).map_or(&[], Vec::as_slice)
    }
}

/// Folds away what people may leave out or write differently: capitals, dots and accents over
/// letters, doubled blanks. Full stops stay, since times are written with them.
pub fn normalise(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase).filter_map(plain));
    }
    folded
}

/// A small letter without what stands above it; none for an accent that is a character of its own,
/// as some keyboards write them.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'å' | 'ä' | 'á' | 'à' | 'â' => 'a',
        'ö' | 'ó' | 'ò' | 'ô' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ú' | 'ù' | 'û' => 'u',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        accent if is_accent(accent) => return None,
        other => other,
    })
}

/// Whether a character is an accent that combines with the letter before it.
pub(super) const fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_leave_out_is_folded_away() {
        check("  I  Övermorgon ", "i overmorgon");
        check("NÄSTA LÖRDAG på Idé-Café", "nasta lordag pa ide-cafe");
        check("na\u{308}sta", "nasta");
        check("kl. 13.30", "kl. 13.30");
        check("", "");
    }

    #[test]
    fn every_list_has_a_key_of_its_own() {
        let keys: std::collections::BTreeSet<_> =
            TimeList::ALL.iter().map(|list| list.key()).collect();
        assert_eq!(keys.len(), TimeList::ALL.len());
    }

    #[test]
    fn languages_are_merged_and_the_longest_words_come_first() {
        let mut words = TimeWords::default();
        words.add(TimeList::Until, "till | fram till |");
        words.add(TimeList::Until, "until | till");
        let lengths: Vec<_> = words.phrases(TimeList::Until).iter().map(Vec::len).collect();
        assert_eq!(lengths, [2, 1, 1]);
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(normalise(text), expected);
    }
}
