//! Who may become a pair, and what leaders decided about that beforehand.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    ids::{MemberId, PersonId, ProgrammeId, ProposalId},
    meeting::Half,
    pair::Seat,
    proposal::{Proposal, ProposalState, Tie, TieKind},
};

/// Every query for proposals starts with these columns; what follows says which.
macro_rules! select_proposals {
    ($which:literal) => {
        concat!(
            "select proposals.id, proposals.programme_id, mentor_id, adept_id, state, asked_at,
                    by_half,
                    mentor.person_id as mentor_person, mentor_is.name as mentor_name,
                    adept.person_id as adept_person, adept_is.name as adept_name
               from proposals
               join members as mentor on mentor.id = mentor_id
               join people as mentor_is on mentor_is.id = mentor.person_id
               join members as adept on adept.id = adept_id
               join people as adept_is on adept_is.id = adept.person_id ",
            $which
        )
    };
}

impl Work {
    /// What leaders decided about the people of a programme.
    pub async fn ties(&mut self, programme: ProgrammeId) -> Result<Vec<Tie>, StoreError> {
        let rows = sqlx::query(
            "select id, mentor_id, adept_id, kind from ties where programme_id = $1 order by id",
        )
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(tie).collect()
    }

    /// Stores what a leader decided about two people, in the place of what was before.
    pub async fn put_tie(&mut self, programme: ProgrammeId, tie: Tie) -> Result<(), StoreError> {
        sqlx::query(
            "insert into ties (programme_id, mentor_id, adept_id, kind) values ($1, $2, $3, $4)
             on conflict (mentor_id, adept_id) do update set kind = excluded.kind",
        )
        .bind(programme.get())
        .bind(tie.mentor.get())
        .bind(tie.adept.get())
        .bind(tie.kind.as_str())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// An adept is locked to nobody any longer.
    pub async fn unlock_adept(&mut self, adept: MemberId) -> Result<(), StoreError> {
        sqlx::query("delete from ties where adept_id = $1 and kind = 'locked'")
            .bind(adept.get())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Every proposal of a programme, in the order in which they were made.
    pub async fn proposals(&mut self, programme: ProgrammeId) -> Result<Vec<Proposal>, StoreError> {
        let rows = sqlx::query(select_proposals!(
            "where proposals.programme_id = $1 order by proposals.id"
        ))
        .bind(programme.get())
        .fetch_all(&mut *self.tx)
        .await?;
        rows.iter().map(proposal).collect()
    }

    /// The proposal with this id.
    pub async fn proposal(&mut self, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
        let row = sqlx::query(select_proposals!("where proposals.id = $1"))
            .bind(id.get())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.as_ref().map(proposal).transpose()
    }

    /// Stores what only leaders see so far, in the place of what they saw before.
    pub async fn put_drafted(
        &mut self,
        programme: ProgrammeId,
        pairs: &[(MemberId, MemberId)],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query("delete from proposals where programme_id = $1 and state = 'draft'")
            .bind(programme.get())
            .execute(&mut *self.tx)
            .await?;
        for (mentor, adept) in pairs {
            sqlx::query(
                "insert into proposals (programme_id, mentor_id, adept_id, state, made_at)
                 values ($1, $2, $3, 'draft', $4)",
            )
            .bind(programme.get())
            .bind(mentor.get())
            .bind(adept.get())
            .bind(now.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        }
        Ok(())
    }

    /// Stores how it stands with a proposal now.
    pub async fn put_proposal(&mut self, proposal: &Proposal) -> Result<(), StoreError> {
        let (state, by) = match proposal.state {
            ProposalState::Draft => ("draft", None),
            ProposalState::Asked { agreed, .. } => ("asked", agreed),
            ProposalState::Agreed => ("agreed", None),
            ProposalState::Declined { by } => ("declined", Some(by)),
            ProposalState::Withdrawn => ("withdrawn", None),
        };
        let asked_at = match proposal.state {
            ProposalState::Asked { since, .. } => Some(since.as_millisecond()),
            ProposalState::Draft
            | ProposalState::Agreed
            | ProposalState::Declined { .. }
            | ProposalState::Withdrawn => None,
        };
        sqlx::query(
            "update proposals set state = $2, by_half = $3, asked_at = coalesce($4, asked_at)
              where id = $1",
        )
        .bind(proposal.id.get())
        .bind(state)
        .bind(by.map(Half::as_str))
        .bind(asked_at)
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// The proposals that haven't been answered for too long, and whether their two have been
    /// reminded already.
    pub async fn proposals_to_remind(
        &mut self,
        now: Timestamp,
    ) -> Result<Vec<(ProposalId, bool)>, StoreError> {
        let rows = sqlx::query(
            "select id, reminded_at from proposals
              where state = 'asked' and remind_at <= $1 order by id",
        )
        .bind(now.as_millisecond())
        .fetch_all(&mut *self.tx)
        .await?;
        let due = |row: &AnyRow| {
            let row = Row::of("proposals", row)?;
            Ok((ProposalId::new(row.id()), row.maybe_at("reminded_at")?.is_some()))
        };
        rows.iter().map(due).collect()
    }

    /// Stores when it is looked at again whether a proposal is answered, if ever, and when its two
    /// were reminded, if they were.
    pub async fn remind_later(
        &mut self,
        id: ProposalId,
        remind_at: Option<Timestamp>,
        reminded_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        sqlx::query("update proposals set remind_at = $2, reminded_at = $3 where id = $1")
            .bind(id.get())
            .bind(remind_at.map(Timestamp::as_millisecond))
            .bind(reminded_at.map(Timestamp::as_millisecond))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Forgets what was proposed and decided about somebody who takes part no longer.
    pub(super) async fn forget_proposals(&mut self, member: MemberId) -> Result<(), StoreError> {
        for statement in [
            "delete from ties where $1 in (mentor_id, adept_id)",
            "delete from proposals where $1 in (mentor_id, adept_id)",
        ] {
            sqlx::query(statement).bind(member.get()).execute(&mut *self.tx).await?;
        }
        Ok(())
    }
}

fn tie(row: &AnyRow) -> Result<Tie, StoreError> {
    let row = Row::of("ties", row)?;
    Ok(Tie {
        mentor: MemberId::new(row.number("mentor_id")?),
        adept: MemberId::new(row.number("adept_id")?),
        kind: row.known("kind", TieKind::named)?,
    })
}

fn proposal(row: &AnyRow) -> Result<Proposal, StoreError> {
    let row = Row::of("proposals", row)?;
    let seat = |member: &str, person: &str, name: &str| {
        Ok::<_, StoreError>(Seat {
            member: MemberId::new(row.number(member)?),
            person: PersonId::new(row.number(person)?),
            name: row.text(name)?,
        })
    };
    let by = row.maybe_text("by_half")?;
    let by = by.map(|by| Half::named(&by).ok_or_else(|| row.wrong(&by))).transpose()?;
    let state = match (row.text("state")?.as_str(), row.maybe_at("asked_at")?, by) {
        ("draft", None, None) => ProposalState::Draft,
        ("asked", Some(since), agreed) => ProposalState::Asked { since, agreed },
        ("agreed", Some(_), None) => ProposalState::Agreed,
        ("declined", Some(_), Some(by)) => ProposalState::Declined { by },
        ("withdrawn", _, None) => ProposalState::Withdrawn,
        (state, ..) => return Err(row.wrong(state)),
    };
    Ok(Proposal {
        id: ProposalId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        mentor: seat("mentor_id", "mentor_person", "mentor_name")?,
        adept: seat("adept_id", "adept_person", "adept_name")?,
        state,
    })
}
