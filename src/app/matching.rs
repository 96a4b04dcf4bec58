//! Who can be matched in a programme: from what is stored to a cohort.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{App, AppError};
use crate::{
    domain::{
        application::{Application, Given},
        ids::{MemberId, ProgrammeId},
        matching::{Candidate, Cohort, Ties},
        person::Member,
        proposal::{Proposal, TieKind},
        role::Role,
    },
    store::{MemberRow, Work},
};

/// Those who can be matched, and everything that is known about it.
pub(super) struct Pool {
    /// Mentors with the room that they have left, and adepts without a mentor.
    pub cohort: Cohort,
    /// All proposals of the programme.
    pub proposals: Vec<Proposal>,
    /// Everybody in the programme.
    pub members: Vec<Member>,
}

impl Pool {
    /// The one of the cohort that the list of people calls so.
    pub fn member(&self, role: Role, handle: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.role == role && member.handle == handle)
    }

    /// What the list of people calls somebody.
    pub fn handle(&self, id: MemberId) -> Option<String> {
        self.members.iter().find(|member| member.id == id).map(|member| member.handle.clone())
    }

    /// The pairs that only leaders see so far, by what the list calls the two.
    pub fn drafted(&self) -> BTreeSet<(String, String)> {
        let drafts = self.proposals.iter().filter(|one| one.is_draft());
        drafts.filter_map(|draft| self.handles(draft.mentor.member, draft.adept.member)).collect()
    }

    /// Whether every pair that only leaders see so far can still be one: somebody may have found
    /// another in the meantime, or have been ruled out.
    pub fn is_fresh(&self) -> bool {
        let drafted = self.drafted();
        let mut taken = HashMap::<&str, usize>::new();
        drafted.iter().all(|(mentor, adept)| {
            let room = self.cohort.mentors.iter().find(|one| one.id == *mentor);
            let taken = taken.entry(mentor).or_default();
            *taken += 1;
            room.is_some_and(|one| *taken <= one.capacity)
                && self.cohort.adepts.iter().any(|one| one.id == *adept)
                && !self.cohort.ties.avoided.contains(&(mentor.clone(), adept.clone()))
                && !self.cohort.rules_out(mentor, adept)
        })
    }

    fn handles(&self, mentor: MemberId, adept: MemberId) -> Option<(String, String)> {
        Some((self.handle(mentor)?, self.handle(adept)?))
    }
}

impl App {
    /// Everybody in a programme who can be matched.
    pub(super) async fn pool(work: &mut Work, programme: ProgrammeId) -> Result<Pool, AppError> {
        let members = work.members(programme).await?;
        let rows = work.member_rows(programme).await?;
        let applications = work.applications_to(programme).await?;
        let proposals = work.proposals(programme).await?;
        let pairs = work.pairs_of_programme(programme).await?;
        // How many somebody has, or is asked about.
        let mut taken = HashMap::<MemberId, usize>::new();
        let alive = pairs.iter().filter(|pair| pair.ended_at.is_none());
        let alive = alive.map(|pair| (pair.mentor.member, pair.adept.member));
        let asked = proposals.iter().filter(|one| one.is_asked());
        let asked = asked.map(|one| (one.mentor.member, one.adept.member));
        for (mentor, adept) in alive.chain(asked) {
            *taken.entry(mentor).or_default() += 1;
            *taken.entry(adept).or_default() += 1;
        }
        let free = |member: &Member| {
            let row = rows.get(&member.id)?;
            let has = taken.get(&member.id).copied().unwrap_or_default();
            let most = usize::try_from(member.capacity).unwrap_or_default();
            let is_free = match member.role {
                // Whoever takes nobody this time is told apart from whoever has enough.
                Role::Mentor => has == 0 || has < most,
                Role::Adept => has == 0,
                Role::Leader => false,
            };
            let mut applied = applications.iter().filter(|one| one.person == member.person);
            let applied = applied.find(|one| one.role == Some(member.role));
            is_free.then(|| candidate(member, row, applied, most.saturating_sub(has)))
        };
        let of = |role| members.iter().filter(move |member| member.role == role);
        let mut pool = Pool {
            cohort: Cohort {
                mentors: of(Role::Mentor).filter_map(free).collect(),
                adepts: of(Role::Adept).filter_map(free).collect(),
                ties: Ties::default(),
            },
            proposals,
            members: members.clone(),
        };
        let mut ties = Ties::default();
        for tie in work.ties(programme).await? {
            let Some(both) = pool.handles(tie.mentor, tie.adept) else { continue };
            match tie.kind {
                TieKind::Locked => ties.fixed.insert(both),
                TieKind::Avoided => ties.avoided.insert(both),
                TieKind::Allowed => ties.allowed.insert(both),
            };
        }
        // Those who have ended aren't tried again, unless a leader says so.
        let ended = pairs.iter().filter(|pair| pair.ended_at.is_some());
        for pair in ended {
            if let Some(both) = pool.handles(pair.mentor.member, pair.adept.member)
                && !ties.allowed.contains(&both)
                && !ties.fixed.contains(&both)
            {
                ties.avoided.insert(both);
            }
        }
        pool.cohort.ties = ties;
        Ok(pool)
    }
}

fn candidate(
    member: &Member,
    row: &MemberRow,
    applied: Option<&Application>,
    capacity: usize,
) -> Candidate {
    Candidate {
        id: member.handle.clone(),
        name: member.name.clone(),
        contact: row.contact.clone(),
        manager: row.manager.clone(),
        capacity,
        organisation: row.organisation.clone(),
        city: row.city.clone(),
        languages: list(row.languages.as_deref()),
        wants: list(row.wants.as_deref()),
        offers: list(row.offers.as_deref()),
        answers: applied.map(answers).unwrap_or_default(),
        never_with: list(row.never_with.as_deref()),
        fixed_with: list(row.fixed_with.as_deref()),
    }
}

/// What somebody has answered that can be compared.
fn answers(application: &Application) -> BTreeMap<String, Vec<String>> {
    let given = application.answers.iter();
    let listed = given.filter_map(|(key, given)| match given {
        Given::Chosen(words) | Given::Topics(words) => Some((key.clone(), words.clone())),
        Given::Words(_) | Given::Number(_) | Given::Skipped => None,
    });
    listed.collect()
}

/// What stands between the bars.
pub(super) fn list(words: Option<&str>) -> Vec<String> {
    let words = words.unwrap_or_default().split('|').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
