//! What can be said at each step of an application, so that answers and commands are told apart.

use super::Hearing;
use crate::{
    app::AppError,
    domain::{
        application::{ApplicationState, QuestionKind, Step},
        command::{CommandName, Spoken},
        ids::ApplicationId,
    },
};

/// What can be said at a step of an application, besides what its buttons say.
pub(super) enum Takes {
    /// What somebody is called, which no command is.
    Name,
    /// Own words, which may be those of a command.
    OwnWords,
    /// A number.
    Number,
    /// An option, by its words.
    Choice,
    /// What is to be changed, beside other buttons.
    Change,
    /// What is to be changed, and there are no buttons.
    ChangeAlone,
}

impl Hearing<'_> {
    /// What can be said at a step of an application.
    pub(super) async fn what_is_taken(
        &mut self,
        application: ApplicationId,
        step: &Step,
    ) -> Result<Takes, AppError> {
        let Some(application) = self.work.application(application).await? else {
            return Ok(Takes::Choice);
        };
        let is_sent = matches!(application.state, ApplicationState::Sent { .. });
        let Step::Question(key) = step else {
            return Ok(match step {
                Step::Name => Takes::Name,
                Step::Summary if is_sent => Takes::ChangeAlone,
                Step::Summary => Takes::Change,
                Step::Role | Step::Consent | Step::Notice | Step::Question(_) => Takes::Choice,
            });
        };
        let held = self.held(application.programme).await?;
        let recruitment = held.as_ref().and_then(|held| held.outline.recruitment.as_ref());
        let question = recruitment.and_then(|recruitment| recruitment.question(key));
        Ok(match question.map(|question| &question.kind) {
            Some(QuestionKind::Text | QuestionKind::Topics) => Takes::OwnWords,
            Some(QuestionKind::Number { .. }) => Takes::Number,
            Some(QuestionKind::Choice(_) | QuestionKind::Choices(_)) | None => Takes::Choice,
        })
    }
}

/// Whether something is a command also while somebody applies: most words that are commands
/// otherwise may well be answers.
pub(super) fn is_heard_by_applicants(spoken: &Spoken) -> bool {
    type Name = CommandName;
    let is_about_it = matches!(spoken.name, Name::Apply | Name::Withdraw);
    if spoken.rest.is_empty() {
        return is_about_it || matches!(spoken.name, Name::Help | Name::Status);
    }
    // The short name of a programme may follow.
    is_about_it && !spoken.rest.contains(char::is_whitespace)
}
