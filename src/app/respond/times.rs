//! What is said about a time that won't do, so that only the time has to be typed again.

use jiff::civil::DateTime;

use super::{Answers, Hearing, Speaker};
use crate::{
    app::AppError,
    domain::{
        command::{CommandName, Spoken},
        draft::Draft,
        message::{Message, meeting::MeetingSays},
        when::WhenError,
    },
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
        let before = format!("{}{number}", self.verb(spoken.name));
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
                let after = format!("{} {after}", at.strftime("%H:%M"));
                self.begin(speaker, &Draft::Time { before, after }).await?;
                return Ok(vec![MeetingSays::WhichDay { example }.into()]);
            }
            WhenError::NotATime => MeetingSays::NotATime { example }.into(),
            WhenError::NoSuchDate { said } => MeetingSays::NoSuchDay { said }.into(),
            WhenError::NoSuchTime { said } => MeetingSays::NoSuchTime { said }.into(),
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
}
