//! Which roles somebody has on a server. Discord tells with everything that they do there, and
//! otherwise when it is asked: to be told of each change takes a privilege.

use std::{collections::HashMap, sync::Mutex, time::Duration};

use serde::Deserialize;
use serenity::{
    http::Route,
    model::{
        guild::Member,
        id::{GuildId, RoleId, UserId},
    },
};
use tokio::time::{Instant, timeout};

use super::{Discord, ids, locked, rest::Failure};
use crate::{domain::leading::ServerRole, platform::Presence};

/// How long what was told is good for: so long somebody may still lead who has lost a role.
const GOOD_FOR: Duration = Duration::from_secs(5);

/// How long somebody who speaks waits for it.
const IN_TIME: Duration = Duration::from_secs(4);

/// Discord's number for somebody who isn't on the server.
const NO_SUCH_MEMBER: u32 = 10_007;

/// What was told last of each member, and when.
#[derive(Default)]
pub(super) struct Roles(Mutex<HashMap<(GuildId, UserId), Told>>);

type Told = (Instant, Vec<RoleId>);

impl Roles {
    /// Discord tells the roles of somebody.
    pub(super) fn note(&self, server: GuildId, person: UserId, roles: Vec<RoleId>) {
        let mut known = locked(&self.0);
        known.retain(|_, (told, _)| told.elapsed() < GOOD_FOR);
        known.insert((server, person), (Instant::now(), roles));
    }

    /// Whether somebody has a role, if that was told lately.
    fn told(&self, server: GuildId, person: UserId, role: RoleId) -> Option<bool> {
        let known = locked(&self.0);
        let (told, roles) = known.get(&(server, person))?;
        (told.elapsed() < GOOD_FOR).then(|| roles.contains(&role))
    }
}

#[derive(Deserialize)]
struct OwnServer {
    id: GuildId,
}

#[derive(Deserialize)]
struct Has {
    roles: Vec<RoleId>,
}

impl Discord {
    /// Whether somebody is on one of the servers that the bot is on. Whoever is on none can't be
    /// written to.
    pub(super) async fn is_on_a_server(&self, person: &str) -> Presence {
        let Some(user_id) = ids::person(person) else { return Presence::Unknown };
        timeout(IN_TIME, self.search(user_id)).await.unwrap_or(Presence::Unknown)
    }

    async fn search(&self, user_id: UserId) -> Presence {
        let Ok(servers) = self.rest.get::<Vec<OwnServer>>(Route::UserMeGuilds).await else {
            return Presence::Unknown;
        };
        // A bot that is on no server itself can tell of nobody.
        let mut presence = Presence::Unknown;
        for OwnServer { id: guild_id } in servers {
            let asking = self.rest.get::<Has>(Route::GuildMember { guild_id, user_id });
            match asking.await {
                Ok(_) => return Presence::Here,
                Err(Failure::Refused { code: NO_SUCH_MEMBER, .. }) => presence = Presence::Gone,
                Err(Failure::Refused { .. } | Failure::Early(_) | Failure::Unclear(_)) => {
                    return Presence::Unknown;
                }
            }
        }
        presence
    }

    pub(super) fn note_member(&self, member: Option<&Member>) {
        if let Some(member) = member {
            self.roles.note(member.guild_id, member.user.id, member.roles.clone());
        }
    }

    pub(super) async fn holds(&self, person: &str, role: &ServerRole) -> Option<bool> {
        let user_id = ids::person(person)?;
        let guild_id: GuildId = ids::read(&role.server)?.into();
        let role_id: RoleId = ids::read(&role.role)?.into();
        if let Some(has) = self.roles.told(guild_id, user_id, role_id) {
            return Some(has);
        }
        let asking = self.rest.get(Route::GuildMember { guild_id, user_id });
        let has: Has = match timeout(IN_TIME, asking).await.ok()? {
            Ok(has) => has,
            Err(Failure::Refused { code: NO_SUCH_MEMBER, .. }) => Has { roles: vec![] },
            // Whoever put the bot out of the server tells it nothing of anybody there.
            Err(Failure::Refused { .. } | Failure::Early(_) | Failure::Unclear(_)) => return None,
        };
        let holds = has.roles.contains(&role_id);
        self.roles.note(guild_id, user_id, has.roles);
        Some(holds)
    }
}
