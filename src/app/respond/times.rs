//! What is said about a time that won't do, and the time that is typed then: nothing else has to
//! be typed again.

use jiff::civil::{Date, DateTime};

use super::{
    Answers, Hearing, Speaker,
    choices::{number_alone, plain},
};
use crate::{
    app::AppError,
    domain::{
        command::{CommandName, Lexicon, Spoken, interval},
        draft::Draft,
        message::{Message, meeting::MeetingSays},
        when::{self, WhenError},
    },
    store::{OpenQuestion, StoredDraft},
};

impl Hearing<'_> {
    /// What is said about a time that won't do.
    pub(super) async fn bad_time(
        &mut self,
        speaker: &Speaker,
        spoken: &Spoken,
        error: WhenError,
        after: &str,
    ) -> Result<Answers, AppError> {
        let example = self.example(spoken.name);
        // The command again, up to where the time belongs and from there on.
        let is_move = spoken.name == CommandName::MeetingMove;
        let number = spoken
            .rest
            .split_whitespace()
            .next()
            .filter(|first| is_move && first.chars().all(|c| c.is_ascii_digit() || c == '#'));
        let number = number.map(|number| format!(" {number}")).unwrap_or_default();
        let every = row_prefix(spoken, &self.app.lexicon);
        let mut before = format!("{}{number}{every}", self.verb(spoken.name));
        let about = spoken.about.as_ref().map(|name| format!(" @{name}")).unwrap_or_default();
        let after = format!("{after}{about}");
        let says: Message = match error {
            WhenError::Ambiguous { options } => {
                let command =
                    |at: &DateTime| format!("{before} {} {after}", at.strftime("%Y-%m-%d %H:%M"));
                let commands = options.iter().map(command).collect();
                let draft = self.begin(speaker, &Draft::Which { commands, file: None }).await?;
                return Ok(vec![MeetingSays::WhichOfTwo { draft, times: options }.into()]);
            }
            WhenError::NoTimeOfDay { on } => {
                let before = format!("{before} {on}");
                self.begin(speaker, &Draft::Time { before, after }).await?;
                return Ok(vec![MeetingSays::WhichTimeOfDay { on }.into()]);
            }
            WhenError::NoDay { at } => {
                // As it was typed: "at 3" stays what it was until the day is known.
                let after = format!("{} {after}", at.strftime("%-H:%M"));
                self.begin(speaker, &Draft::Time { before, after }).await?;
                return Ok(vec![MeetingSays::WhichDay { example }.into()]);
            }
            WhenError::NotATime => MeetingSays::NotATime { example }.into(),
            WhenError::NoSuchDate { said } => MeetingSays::NoSuchDay { said }.into(),
            WhenError::NoSuchTime { said } => {
                // The day that came with it needn't be typed again.
                if let Some(on) = self.day_in(speaker, spoken, &number).await? {
                    before = format!("{before} {on}");
                }
                MeetingSays::NoSuchTime { said }.into()
            }
            WhenError::Past { at } => MeetingSays::Past { at }.into(),
            WhenError::TooFar { at } => MeetingSays::TooFar { at }.into(),
            WhenError::WhichDay { options } => match options.as_slice() {
                [first, second, ..] => {
                    MeetingSays::WhichOfTwoDays { first: *first, second: *second }.into()
                }
                _ => MeetingSays::NotATime { example }.into(),
            },
        };
        // Whoever tries again needs to type the time only.
        self.begin(speaker, &Draft::Time { before, after }).await?;
        Ok(vec![says])
    }

    /// The day that a command names, after the number of a meeting.
    async fn day_in(
        &mut self,
        speaker: &Speaker,
        spoken: &Spoken,
        number: &str,
    ) -> Result<Option<Date>, AppError> {
        let zone = self.zone_of(speaker, None).await?;
        let now = self.local_now(&zone);
        let rest = spoken.rest.trim_start();
        let rest = rest.strip_prefix(number.trim_start()).unwrap_or(rest);
        Ok(when::read_date(rest, &self.app.lexicon.times, now).ok().map(|(day, _)| day))
    }

    /// The time that a command still lacked. None if it is no time: then it is something else.
    pub(super) async fn go_on(
        &mut self,
        speaker: &Speaker,
        draft: StoredDraft,
        text: &str,
        questions: &[OpenQuestion],
    ) -> Result<Option<Answers>, AppError> {
        let Draft::Time { before, after } = draft.draft else { return Ok(None) };
        if self.app.lexicon.no.contains(&plain(text)) {
            self.work.end_draft(draft.id, self.now).await?;
            return Ok(Some(vec![MeetingSays::LeftAsItWas.into()]));
        }
        let day = day_at_the_end(&before);
        let said = match number_alone(text) {
            // A number alone is an hour only where the hour was the last thing asked for.
            // Otherwise it answers the question that shows numbers.
            Some(hour) => {
                let newest = questions.first().map(|question| question.asked_at);
                if day.is_none() || newest.is_some_and(|asked_at| asked_at > draft.made_at) {
                    return Ok(None);
                }
                format!("{hour}:00")
            }
            None => text.to_owned(),
        };
        let is_time = self.reads_as_time(speaker, &said).await?
            || match day {
                Some(day) => self.reads_in_full(speaker, &format!("{day} {said}")).await?,
                None => false,
            };
        if !is_time {
            return Ok(None);
        }
        self.work.end_draft(draft.id, self.now).await?;
        // Another day takes the place of the one that was named first.
        let is_whole = day.is_some() && self.reads_in_full(speaker, &said).await?;
        let before = match before.trim_end().rsplit_once(' ') {
            Some((verb, _)) if is_whole => verb,
            _ => before.as_str(),
        };
        let whole = format!("{before} {said} {after}");
        match self.app.lexicon.vocabulary.recognise(&whole) {
            Ok(spoken) => self.command(speaker, &spoken).await.map(Some),
            Err(_) => Ok(None),
        }
    }

    /// Whether words are a day and a time that will do.
    async fn reads_in_full(&mut self, speaker: &Speaker, text: &str) -> Result<bool, AppError> {
        let zone = self.zone_of(speaker, None).await?;
        let now = self.local_now(&zone);
        Ok(when::read(text, &self.app.lexicon.times, now).is_ok())
    }

    /// Whether words speak of a time, be it one that won't do.
    pub(super) async fn reads_as_time(
        &mut self,
        speaker: &Speaker,
        text: &str,
    ) -> Result<bool, AppError> {
        let zone = self.zone_of(speaker, None).await?;
        let now = self.local_now(&zone);
        let read = when::read(text, &self.app.lexicon.times, now);
        Ok(!matches!(read, Err(when::WhenError::NotATime)))
    }
}

/// How often meetings come again, if a command begins with that.
fn row_prefix(spoken: &Spoken, lexicon: &Lexicon) -> String {
    let said = (spoken.name == CommandName::MeetingBook).then(|| interval(&spoken.rest, lexicon));
    let Some((_, rest)) = said.flatten() else { return String::new() };
    let end = spoken.rest.len() - rest.len();
    format!(" {}", spoken.rest.get(..end).unwrap_or_default().trim_end())
}

/// The day that the beginning of a command ends with, where only the time of day was lacking.
fn day_at_the_end(before: &str) -> Option<Date> {
    before.split_whitespace().last()?.parse().ok()
}
