//! What Discord's refusals mean for a letter.

use reqwest::StatusCode;

use super::rest::Failure;
use crate::platform::{PostError, Undeliverable};

/// The person doesn't let the bot write to them.
const CLOSED: u32 = 50_007;
/// The bot and the person share no server any more.
const NO_COMMON_SERVER: u32 = 50_278;
/// The server has no such member.
const UNKNOWN_MEMBER: u32 = 10_007;
const UNKNOWN_USER: u32 = 10_013;
/// The channel isn't there.
const UNKNOWN_CHANNEL: u32 = 10_003;
/// The thread was locked, in its archive or not.
const ARCHIVED: u32 = 50_083;
const LOCKED: u32 = 160_005;
/// The bot may no longer see it, or not do that there.
const MISSING_ACCESS: u32 = 50_001;
const MISSING_PERMISSION: u32 = 50_013;

/// What waits for an answer waits no longer: it was a quarter of an hour ago, it was never
/// acknowledged, or the person has put it away.
const LAPSED: [u32; 4] = [10_015, 50_027, 10_062, 10_008];

/// Why a letter did not arrive.
pub(super) fn post_error(failure: Failure) -> PostError {
    match failure {
        Failure::Early(wait) => PostError::Busy(wait),
        Failure::Unclear(error) => PostError::Interrupted(error),
        Failure::Refused { status, code } => match code {
            CLOSED | NO_COMMON_SERVER | UNKNOWN_MEMBER | UNKNOWN_USER => {
                PostError::Undeliverable(Undeliverable::Closed)
            }
            UNKNOWN_CHANNEL | ARCHIVED | LOCKED | MISSING_ACCESS => {
                PostError::Undeliverable(Undeliverable::Gone)
            }
            MISSING_PERMISSION => PostError::Undeliverable(Undeliverable::Closed),
            // The token is no good any more: listening ends with that, and says so.
            _ if status == StatusCode::UNAUTHORIZED => {
                PostError::Interrupted("the token is refused".into())
            }
            _ if status == StatusCode::NOT_FOUND => PostError::Undeliverable(Undeliverable::Gone),
            _ if status == StatusCode::FORBIDDEN => PostError::Undeliverable(Undeliverable::Closed),
            _ => PostError::Undeliverable(Undeliverable::Refused),
        },
    }
}

/// Whether nobody waits for the answer any more.
pub(super) fn has_lapsed(failure: &Failure) -> bool {
    failure.code().is_some_and(|code| LAPSED.contains(&code))
}
