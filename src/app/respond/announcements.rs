//! What a leader tells everybody in a programme.

use super::{Answers, Hearing, Held, Speaker, target::found};
use crate::{
    app::AppError,
    domain::{
        draft::Draft,
        ids::{PersonId, ProgrammeId},
        message::programme::ProgrammeSays,
        notice::{Notice, Urgency},
        person::first_name,
        role::Role,
        sparing::Rank,
    },
};

impl Hearing<'_> {
    pub(super) async fn preview_announcement(
        &mut self,
        speaker: &Speaker,
        held: &Held,
        words: String,
    ) -> Result<Answers, AppError> {
        let count = self.everybody(held.row.id).await?.len();
        if count == 0 {
            let name = held.name(&self.locale);
            return Ok(vec![ProgrammeSays::NobodyToTell { name }.into()]);
        }
        let draft = Draft::Announce { programme: held.row.id, words: words.clone() };
        let draft = self.begin(speaker, &draft).await?;
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        Ok(vec![ProgrammeSays::AnnouncePreview { draft, count, words }.into()])
    }

    pub(super) async fn confirm_announcement(
        &mut self,
        speaker: &Speaker,
        programme: ProgrammeId,
        words: String,
    ) -> Result<Answers, AppError> {
        let held = found!(self.held_by_leader(speaker, programme).await?);
        let everybody = self.everybody(programme).await?;
        for person in &everybody {
            let locale = self.work.person(*person).await?.map(|person| person.locale);
            let locale = locale.unwrap_or_else(|| held.outline.locale.clone());
            let says = ProgrammeSays::Announcement {
                programme: held.name(&locale),
                leader: first_name(&speaker.person.name),
                words: words.clone(),
            };
            let urgency = Urgency::Sparing(Rank::Announcement);
            self.tell(&Notice::to_person(*person, says.into(), urgency), &held).await?;
        }
        let count = i64::try_from(everybody.len()).unwrap_or(i64::MAX);
        Ok(vec![ProgrammeSays::Announced { count }.into()])
    }

    /// Every mentor and adept of a programme who can be written to, each once.
    async fn everybody(&mut self, programme: ProgrammeId) -> Result<Vec<PersonId>, AppError> {
        let members = self.work.members(programme).await?;
        let mut people: Vec<_> = members
            .iter()
            .filter(|member| member.role != Role::Leader && member.has_joined)
            .map(|member| member.person)
            .collect();
        people.sort_unstable();
        people.dedup();
        Ok(people)
    }
}
