//! What is counted when a round closes, instead of being asked: how meetings felt, how the two get on,
//! and how far adepts have come. It is decided then once what shows of it, as with what was answered.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::{
    app::{App, AppError},
    domain::{
        checkin::{Occasion, Round, Scale},
        goal::{Goal, Stage, attainment},
        ids::{MemberId, PersonId},
        impression::{Feeling, Fit},
        role::Role,
    },
    store::Work,
};

impl App {
    /// What counts for each question of a round that nobody is asked, by whose it is.
    pub(super) async fn counted(
        work: &mut Work,
        round: &Round,
        now: Timestamp,
    ) -> Result<BTreeMap<usize, Vec<(PersonId, i64)>>, AppError> {
        let mut counted = BTreeMap::new();
        let wants =
            |scale: Scale| round.questions.iter().position(|question| question.scale() == scale);
        let rounds = work.rounds_of(round.programme).await?;
        // Each is counted in one round only, so that no two of them can be taken from one another.
        let counts = |one: &&Round| {
            one.number < round.number
                && one.questions.iter().any(|one| one.scale() == Scale::Feeling)
        };
        let since = rounds.iter().find(counts).map_or(Timestamp::UNIX_EPOCH, |one| one.closes_at);
        // What is said after its end is counted next time.
        let until = round.closes_at.min(now);
        let known = Self::known_to_leaders(work, round).await?;
        let said = work.impressions_in(round.programme, since, until).await?;
        let said = said.into_iter().filter(|(person, _)| !known.contains(person));
        let mut felt = BTreeMap::new();
        let mut fit = BTreeMap::new();
        for (person, impression) in said {
            // The last that somebody has said counts.
            if let Some(mark) = impression.feeling.and_then(feeling_mark) {
                felt.insert(person, mark);
            }
            if let Some(mark) = impression.fit.map(fit_mark) {
                fit.insert(person, mark);
            }
        }
        if let Some(nth) = wants(Scale::Feeling) {
            counted.insert(nth, felt.into_iter().collect());
        }
        if let Some(nth) = wants(Scale::GetOn) {
            counted.insert(nth, fit.into_iter().collect());
        }
        if let Some(nth) = wants(Scale::Attainment) {
            let stage = match round.occasion {
                Occasion::Close | Occasion::FollowUp => Stage::Close,
                Occasion::CheckIn | Occasion::Start | Occasion::Halftime => Stage::Halftime,
            };
            let mut scores = Self::attainments(work, round, stage).await?;
            scores.retain(|(person, _)| !known.contains(person));
            counted.insert(nth, scores);
        }
        Ok(counted)
    }

    /// Leaders, and those who are or were in a pair with one. A leader reads what all others say of their
    /// meetings, and by taking that away would learn what these have said.
    async fn known_to_leaders(
        work: &mut Work,
        round: &Round,
    ) -> Result<BTreeSet<PersonId>, AppError> {
        let members = work.members(round.programme).await?;
        let leaders = members.iter().filter(|member| member.role == Role::Leader);
        let leaders: BTreeSet<_> = leaders.map(|member| member.person).collect();
        let mut known = leaders.clone();
        for pair in work.pairs_of_programme(round.programme).await? {
            let both = [pair.mentor.person, pair.adept.person];
            if both.iter().any(|person| leaders.contains(person)) {
                known.extend(both);
            }
        }
        Ok(known)
    }

    /// How far each adept has come with the goals that they have scored.
    async fn attainments(
        work: &mut Work,
        round: &Round,
        stage: Stage,
    ) -> Result<Vec<(PersonId, i64)>, AppError> {
        let mut goals = BTreeMap::<MemberId, Vec<Goal>>::new();
        for goal in work.goals_in(round.programme).await? {
            goals.entry(goal.owner).or_default().push(goal);
        }
        let members = work.members(round.programme).await?;
        let score = |member: &crate::domain::person::Member| {
            let tenths = attainment(goals.get(&member.id)?, stage)?;
            Some((member.person, (tenths + 5) / 10))
        };
        let adepts = members.iter().filter(|member| member.role == Role::Adept);
        Ok(adepts.filter_map(score).collect())
    }
}

const fn feeling_mark(feeling: Feeling) -> Option<i64> {
    match feeling {
        Feeling::VeryGood => Some(4),
        Feeling::Good => Some(3),
        Feeling::Okay => Some(2),
        Feeling::NotSoGood => Some(1),
        Feeling::Unsaid => None,
    }
}

const fn fit_mark(fit: Fit) -> i64 {
    match fit {
        Fit::Well | Fit::Acquainting => 1,
        Fit::NotWell | Fit::Talk => 0,
    }
}
