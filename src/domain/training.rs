//! What people read and think about before they begin: step by step, and not all at once.

use jiff::{SignedDuration, Timestamp};

use super::{locale::Translations, role::Role};

/// What is sent to whom, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// How many days lie between two lessons to the same person.
    pub every_days: u8,
    /// The lessons.
    pub lessons: Vec<Lesson>,
}

/// Something to read, and to think about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// What the file calls it.
    pub key: String,
    /// For whom it is. None for everybody.
    pub role: Option<Role>,
    /// What there is to read.
    pub material: Material,
}

/// What there is to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Material {
    /// Something that comes with the bot.
    Library(Topic),
    /// Something of the programme's own.
    Own {
        /// The text.
        words: Translations,
        /// Where there is more.
        link: Option<String>,
        /// What to think about.
        question: Option<Translations>,
    },
}

/// What comes with the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The first meeting.
    FirstMeeting,
    /// Listening.
    Listening,
    /// Questions that challenge.
    Questions,
    /// Setting goals.
    Goals,
    /// Confidentiality.
    Confidentiality,
    /// When it doesn't work.
    Difficulties,
    /// Leading a programme.
    Leading,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 7] = [
        Self::FirstMeeting,
        Self::Listening,
        Self::Questions,
        Self::Goals,
        Self::Confidentiality,
        Self::Difficulties,
        Self::Leading,
    ];

    /// As files call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FirstMeeting => "first-meeting",
            Self::Listening => "listening",
            Self::Questions => "questions",
            Self::Goals => "goals",
            Self::Confidentiality => "confidentiality",
            Self::Difficulties => "difficulties",
            Self::Leading => "leading",
        }
    }
}

impl Default for Training {
    /// What comes with the bot: a lesson every third day.
    fn default() -> Self {
        let lesson = |(topic, role): (Topic, Option<Role>)| Lesson {
            key: topic.as_str().to_owned(),
            role,
            material: Material::Library(topic),
        };
        let lessons = [
            (Topic::Confidentiality, None),
            (Topic::Leading, Some(Role::Leader)),
            (Topic::Listening, Some(Role::Mentor)),
            (Topic::Questions, Some(Role::Mentor)),
            (Topic::Goals, Some(Role::Adept)),
            (Topic::FirstMeeting, None),
            (Topic::Difficulties, None),
        ];
        Self { every_days: 3, lessons: lessons.into_iter().map(lesson).collect() }
    }
}

impl Training {
    /// The lessons for somebody with these roles, in order.
    pub fn lessons_for<'a>(&'a self, roles: &'a [Role]) -> impl Iterator<Item = &'a Lesson> {
        let is_for = |lesson: &&Lesson| lesson.role.is_none_or(|role| roles.contains(&role));
        self.lessons.iter().filter(is_for)
    }

    /// The lesson with that key.
    pub fn lesson(&self, key: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.key == key)
    }

    /// What somebody is sent now: nothing, if the last one reached them of late, at `last_at`, or if
    /// they have had it all.
    pub fn due(
        &self,
        roles: &[Role],
        sent: &[String],
        last_at: Timestamp,
        now: Timestamp,
    ) -> Option<&Lesson> {
        // Days are meant, whatever the hour at which somebody got the last one.
        let rest = SignedDuration::from_hours(24 * i64::from(self.every_days) - 12);
        if last_at + rest > now {
            return None;
        }
        let has_had = |lesson: &Lesson| sent.contains(&lesson.key);
        let lesson = self.lessons_for(roles).find(|lesson| !has_had(lesson))?;
        self.lesson(&lesson.key)
    }

    /// Which of how many a lesson is for somebody with these roles, counted from one.
    pub fn place(&self, key: &str, roles: &[Role]) -> Option<(usize, usize)> {
        let place = self.lessons_for(roles).position(|lesson| lesson.key == key)?;
        Some((place + 1, self.lessons_for(roles).count()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp::UNIX_EPOCH;

    fn days(days: i64) -> SignedDuration {
        SignedDuration::from_hours(24 * days)
    }

    #[test]
    fn lessons_come_one_at_a_time_and_end() {
        let training = Training::default();
        let (mut sent, mut keys, mut last_at) = (vec![], vec![], Timestamp::MIN);
        for day in 0..40 {
            let now = START + days(day);
            if let Some(lesson) = training.due(&[Role::Adept], &sent, last_at, now) {
                keys.push((day, lesson.key.clone()));
                sent.push(lesson.key.clone());
                last_at = now;
            }
        }
        let keys: Vec<_> = keys.iter().map(|(day, key)| (*day, key.as_str())).collect();
        assert_eq!(
            keys,
            [(0, "confidentiality"), (3, "goals"), (6, "first-meeting"), (9, "difficulties")]
        );
    }

    #[test]
    fn whoever_has_two_roles_has_the_lessons_of_both_once() {
        let training = Training::default();
        let both = [Role::Mentor, Role::Leader];
        let keys: Vec<_> = training.lessons_for(&both).map(|lesson| lesson.key.as_str()).collect();
        assert_eq!(
            keys,
            [
                "confidentiality",
                "leading",
                "listening",
                "questions",
                "first-meeting",
                "difficulties",
            ]
        );
        assert_eq!(training.place("questions", &both), Some((4, 6)));
        assert_eq!(training.place("goals", &both), None);
    }
}
