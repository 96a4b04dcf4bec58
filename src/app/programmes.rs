//! What programme files mean.

use std::sync::{Arc, PoisonError};

use super::{App, AppError};
use crate::{
    domain::{ids::ProgrammeId, programme::Outline},
    files::programme,
    store::{ProgrammeRow, Work},
};

/// The stored file of a programme can't be read by this version of the bot.
#[derive(Debug, thiserror::Error)]
#[error("the file of programme {} can't be read: {fault}", .id.get())]
pub struct Unreadable {
    /// Which programme.
    pub id: ProgrammeId,
    /// The first fault.
    pub fault: String,
}

impl App {
    /// What the file of a programme means.
    pub(super) fn outline(&self, row: &ProgrammeRow) -> Result<Arc<Outline>, AppError> {
        let mut outlines = self.outlines.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((file, outline)) = outlines.get(&row.id)
            && *file == row.file
        {
            return Ok(outline.clone());
        }
        let outline = programme::read(&row.slug, &row.file).map_err(|faults| Unreadable {
            id: row.id,
            fault: faults.into_iter().next().map(|fault| fault.to_string()).unwrap_or_default(),
        })?;
        let outline = Arc::new(outline);
        outlines.insert(row.id, (row.file.clone(), outline.clone()));
        Ok(outline)
    }

    /// A programme and what its file means.
    pub(super) async fn programme(
        &self,
        work: &mut Work,
        id: ProgrammeId,
    ) -> Result<Option<(ProgrammeRow, Arc<Outline>)>, AppError> {
        let Some(row) = work.programme(id).await? else { return Ok(None) };
        let outline = self.outline(&row)?;
        Ok(Some((row, outline)))
    }
}
