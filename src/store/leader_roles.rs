//! Roles whose holders lead a programme.

use sqlx::any::AnyRow;

use super::{Store, StoreError, Work, row::Row};
use crate::domain::{
    account::PlatformName,
    ids::{LeaderRoleId, MemberId, ProgrammeId},
    leading::{LeaderRole, ServerRole},
};

macro_rules! select_roles {
    ($which:literal) => {
        concat!(
            "select id, programme_id, platform, server, role, name from leader_roles ",
            $which,
            " order by id"
        )
    };
}

impl Work {
    /// Lets the holders of a role lead a programme. Says whether they didn't before.
    pub async fn add_leader_role(
        &mut self,
        programme: ProgrammeId,
        role: &ServerRole,
        name: &str,
    ) -> Result<bool, StoreError> {
        let added = sqlx::query(
            "insert into leader_roles (programme_id, platform, server, role, name)
             values ($1, $2, $3, $4, $5) on conflict (programme_id, platform, role) do nothing",
        )
        .bind(programme.get())
        .bind(role.platform.as_str())
        .bind(&role.server)
        .bind(&role.role)
        .bind(name)
        .execute(&mut *self.tx)
        .await?;
        Ok(added.rows_affected() > 0)
    }

    /// The roles whose holders lead a programme.
    pub async fn leader_roles(
        &mut self,
        programme: ProgrammeId,
    ) -> Result<Vec<LeaderRole>, StoreError> {
        let rows = sqlx::query(select_roles!("where programme_id = $1"))
            .bind(programme.get())
            .fetch_all(&mut *self.tx)
            .await?;
        rows.iter().map(leader_role).collect()
    }

    /// Notes that somebody leads for as long as they have a role, or because they were named.
    pub async fn lead_by_role(
        &mut self,
        member: MemberId,
        role: Option<LeaderRoleId>,
    ) -> Result<(), StoreError> {
        sqlx::query("update members set by_role = $2 where id = $1")
            .bind(member.get())
            .bind(role.map(LeaderRoleId::get))
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Takes a role away, and everybody who leads by it alone.
    pub async fn remove_leader_role(&mut self, id: LeaderRoleId) -> Result<(), StoreError> {
        for query in
            ["delete from members where by_role = $1", "delete from leader_roles where id = $1"]
        {
            sqlx::query(query).bind(id.get()).execute(&mut *self.tx).await?;
        }
        Ok(())
    }
}

impl Store {
    /// The roles of a platform whose holders lead something.
    pub async fn leader_roles_on(
        &self,
        platform: PlatformName,
    ) -> Result<Vec<LeaderRole>, StoreError> {
        let rows = sqlx::query(select_roles!("where platform = $1"))
            .bind(platform.as_str())
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(leader_role).collect()
    }
}

fn leader_role(row: &AnyRow) -> Result<LeaderRole, StoreError> {
    let row = Row::of("leader_roles", row)?;
    Ok(LeaderRole {
        id: LeaderRoleId::new(row.id()),
        programme: ProgrammeId::new(row.number("programme_id")?),
        role: ServerRole {
            platform: row.known("platform", |name| name.parse().ok())?,
            server: row.text("server")?,
            role: row.text("role")?,
        },
        name: row.text("name")?,
    })
}
