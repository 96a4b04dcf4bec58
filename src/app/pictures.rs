//! The pictures and papers that go with messages: drawn when a letter leaves, with words in its reader's language.

use tracing::error;

use super::App;
use crate::{
    document::{Attachment, Content},
    domain::{
        locale::Locale,
        message::{Message, farewell::FarewellSays, programme::ProgrammeSays},
        progress::Progress,
    },
    files::chart::{ChartWords, png},
};

impl App {
    /// The picture or paper that goes with a message, if one does. What it shows is said in the message, so
    /// that a picture that can't be drawn keeps nobody from that.
    pub(super) fn picture(&self, message: &Message, locales: &[Locale]) -> Option<Attachment> {
        let locale = locales.first()?;
        if let Message::Farewell(FarewellSays::Certificate { certificate, .. }) = message {
            let drawn = self.certificate_file(certificate, locale);
            return drawn
                .inspect_err(|why| error!(error = %why, "a certificate can't be drawn"))
                .ok();
        }
        let Message::Programme(ProgrammeSays::Progress { progress, .. }) = message else {
            return None;
        };
        let words = chart_words(progress)
            .in_words(&|says: ProgrammeSays| self.words.line(locale, &says.into()));
        match png(progress, &words) {
            Ok(bytes) => Some(Attachment {
                name: "mentorskap.png".to_owned(),
                media_type: "image/png".to_owned(),
                content: Content::Bytes(bytes),
            }),
            Err(why) => {
                error!(error = %why, "a message goes without its picture");
                None
            }
        }
    }
}

/// The words in the picture of a programme's progress.
pub(super) fn chart_words(progress: &Progress) -> ChartWords<ProgrammeSays> {
    ChartWords {
        meetings: ProgrammeSays::ChartMeetings,
        planned: ProgrammeSays::ChartPlanned,
        held: ProgrammeSays::ChartHeld,
        pairs: ProgrammeSays::ChartPairs,
        stands: progress.stands.iter().map(|(stand, _)| ProgrammeSays::stand(*stand)).collect(),
    }
}
