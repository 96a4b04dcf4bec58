//! What a homeserver's refusals mean for a letter.

use std::time::Duration;

use matrix_sdk::{
    Error, HttpError,
    config::RequestConfig,
    ruma::api::error::{ErrorKind, RetryAfter},
};

use crate::platform::{PostError, Undeliverable};

/// How long to wait when the homeserver asks for patience and doesn't say for how long. Synapse
/// grants one message in five seconds.
const UNSAID_WAIT: Duration = Duration::from_secs(5);

/// Whoever asks for more is asked again after a day: it was a mistake, and a time so far away can't
/// even be reckoned with.
const LONGEST_WAIT: Duration = Duration::from_hours(24);

/// One attempt. The outbox repeats; if the SDK did as well, it would sit out waiting times that
/// other work could use.
pub(super) fn once() -> RequestConfig {
    RequestConfig::new().disable_retry()
}

/// What went wrong with a letter or a room.
pub(super) fn post_error(error: Error) -> PostError {
    if let Error::WrongRoomState(_) = &error {
        return PostError::Undeliverable(Undeliverable::Gone);
    }
    match http(&error).map(meaning) {
        Some(Meaning::Wait(wait)) => PostError::Busy(wait),
        Some(Meaning::Forbidden) => PostError::Undeliverable(Undeliverable::Gone),
        Some(Meaning::Refused) => PostError::Undeliverable(Undeliverable::Refused),
        Some(Meaning::LoggedOut | Meaning::Unclear) | None => {
            PostError::Interrupted(Box::new(error))
        }
    }
}

/// What an answer of the homeserver means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It asks for patience.
    Wait(Duration),
    /// The bot may not do this.
    Forbidden,
    /// It will never take this, however often it is asked.
    Refused,
    /// The session is no longer valid.
    LoggedOut,
    /// Trying again may help.
    Unclear,
}

/// What any error means.
pub(super) fn meaning_of(error: &Error) -> Meaning {
    if let Error::WrongRoomState(_) = error {
        return Meaning::Forbidden;
    }
    http(error).map_or(Meaning::Unclear, meaning)
}

/// What an error of the connection means.
pub(super) fn meaning(error: &HttpError) -> Meaning {
    let Some(answer) = error.as_client_api_error() else { return Meaning::Unclear };
    match (answer.error_kind(), answer.status_code.as_u16()) {
        (Some(ErrorKind::LimitExceeded(limit)), _) => {
            // A date would need a clock that agrees with the server's.
            let Some(RetryAfter::Delay(wait)) = limit.retry_after else {
                return Meaning::Wait(UNSAID_WAIT);
            };
            Meaning::Wait(wait.min(LONGEST_WAIT))
        }
        (_, 429) => Meaning::Wait(UNSAID_WAIT),
        (Some(ErrorKind::UnknownToken(_)), _) => Meaning::LoggedOut,
        (Some(ErrorKind::Forbidden), _) => Meaning::Forbidden,
        // Otherwise only what is said in Matrix's own words is final: a proxy in front of a
        // server that is being replaced answers with bare numbers.
        (Some(ErrorKind::TooLarge), _) | (_, 413) | (Some(_), 400) => Meaning::Refused,
        _ => Meaning::Unclear,
    }
}

/// The answer of the homeserver in an error, if it was one.
pub(super) fn http(error: &Error) -> Option<&HttpError> {
    if let Error::Http(http) = error { Some(http) } else { None }
}

/// An error as it may be logged. What a homeserver says in words names people and rooms.
pub(super) fn brief(error: &Error) -> String {
    match http(error).map(|http| (http, http.as_client_api_error())) {
        Some((_, Some(answer))) => {
            let kind = answer.error_kind().map(|kind| kind.errcode().to_string());
            format!("{} {}", answer.status_code.as_u16(), kind.unwrap_or_default())
        }
        Some((HttpError::Reqwest(error), _)) if error.is_timeout() => "timeout".to_owned(),
        Some((HttpError::Reqwest(_), _)) => "no connection".to_owned(),
        Some(_) => "an answer that is not Matrix".to_owned(),
        None => "inside the SDK".to_owned(),
    }
}

/// Whether the homeserver says that what was asked for doesn't exist.
pub(super) fn is_not_found(error: &Error) -> bool {
    http(error).and_then(HttpError::client_api_error_kind) == Some(&ErrorKind::NotFound)
}
