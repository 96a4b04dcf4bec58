//! Reads people's own calendars from the addresses that they give.

#[cfg(feature = "calendars")]
mod internet;

use std::sync::Arc;

use async_trait::async_trait;

use crate::domain::own_calendar::Unread;

/// Where calendars are read.
#[async_trait]
pub trait Reader: Send + Sync {
    /// The text at an address. It takes seconds at most, and is never longer than
    /// [`crate::files::busy::LONGEST`].
    async fn fetch(&self, address: &str) -> Result<String, Unread>;
}

/// Where calendars may be fetched from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// From the open internet, over TLS.
    Internet,
    /// From anywhere, as tests need it.
    Anywhere,
}

/// What reads calendars over the internet. None where this program was built without it, or where it
/// can't speak TLS.
pub fn reader(reach: Reach) -> Option<Arc<dyn Reader>> {
    #[cfg(feature = "calendars")]
    {
        Some(Arc::new(internet::Feed::new(reach)?))
    }
    #[cfg(not(feature = "calendars"))]
    {
        let _ = reach;
        None
    }
}
