//! The evaluation report, for leaders who ask for it.

use super::{Answers, Hearing, Held};
use crate::{
    app::{
        AppError,
        report::{Layout, lines},
    },
    domain::{
        message::{Message, report::ReportSays as Says},
        report::Report,
    },
};

impl Hearing<'_> {
    /// The report in the conversation, and as files.
    pub(super) async fn show_report(&mut self, held: &Held) -> Result<Answers, AppError> {
        let report = self.app.report(&mut self.work, held.row.id, self.now).await?;
        let lessons = &held.outline.training.lessons;
        let Some(report) = report.filter(Report::is_about_anybody) else {
            return Ok(vec![Says::NothingYet { programme: held.name(&self.locale) }.into()]);
        };
        let mut files = self.app.report_files(&report, lessons, &self.locale).into_iter();
        let page = Layout { report: &report, lessons }.page();
        let mut sections = page.sections.into_iter().map(lines);
        let mut section = || sections.next().unwrap_or_default();
        let (title, about) = (Box::new(page.title), Box::new(page.about));
        let chat = files.next().map(|file| {
            let (purpose, training, matching) = (section(), section(), section());
            let (measurement, ethics, administration) = (section(), section(), section());
            Message::from(Says::Chat {
                title,
                about,
                purpose,
                training,
                matching,
                measurement,
                ethics,
                administration,
                file,
            })
        });
        let table = files.next().map(|file| Says::Table { file }.into());
        // What stands in the conversation is the Markdown.
        let data = files.nth(1).map(|file| Says::Data { file }.into());
        Ok([chat, table, data].into_iter().flatten().collect())
    }
}
