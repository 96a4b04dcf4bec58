//! What an adept does about goals of their own, and what others see of them.

use super::{
    Answers, Hearing, Speaker,
    target::{Own, Target, found},
};
use crate::{
    app::AppError,
    domain::{
        command::{CommandName, GoalCommand},
        goal::{Change, Goal, MOST_GOALS, MOST_STEPS, Milestone, Score, Stage, Weight, attainment},
        ids::{GoalId, MemberId},
        meeting::Half,
        message::{Code, Message, Tenths, count, general::General, goal::GoalSays as Says},
    },
};

impl Hearing<'_> {
    pub(super) async fn do_about_goals(
        &mut self,
        own: &Own,
        command: GoalCommand,
    ) -> Result<Answers, AppError> {
        let owner = own.pair.adept.member;
        if own.half == Half::Mentor {
            if command == GoalCommand::List {
                return self.list_shared(own).await;
            }
            let list = self.usage(CommandName::GoalList);
            return Ok(vec![Says::AdeptsOnly { with: own.with(), list }.into()]);
        }
        match command {
            GoalCommand::Add { words } => self.add_goal(own, &words).await,
            GoalCommand::List => self.list_goals(own).await,
            GoalCommand::Edit { number, words } => {
                let goal = found!(self.goal_numbered(owner, number).await?);
                let before = goal.words.clone();
                let goal = Goal { words: words.clone(), ..goal };
                self.work.put_goal(&goal, Change::Reworded, &before, self.now).await?;
                Ok(vec![Says::Reworded { number, words }.into()])
            }
            GoalCommand::Weigh { number, weight } => {
                let goal = found!(self.goal_numbered(owner, number).await?);
                let Some(weight) = Weight::new(weight) else {
                    let example = self.example(CommandName::GoalWeigh);
                    return Ok(vec![Says::NoSuchWeight { example }.into()]);
                };
                let before = goal.weight.get().to_string();
                let goal = Goal { weight, ..goal };
                self.work.put_goal(&goal, Change::Weighed, &before, self.now).await?;
                let weight = i64::from(weight.get());
                Ok(vec![Says::Weighed { number, weight }.into()])
            }
            GoalCommand::Step { number, words } => self.add_step(owner, number, words).await,
            GoalCommand::StepDone { number, step } => self.end_step(owner, number, step).await,
            GoalCommand::Share { number } => self.share_goal(own, number).await,
            GoalCommand::Rate { number, score: Some(score) } => {
                let goal = found!(self.goal_numbered(owner, number).await?);
                self.keep_score(own, goal, score).await
            }
            GoalCommand::Rate { number, score: None } => {
                let goal = found!(self.goal_numbered(owner, number).await?);
                Ok(vec![Says::AskScore { goal: goal.id, words: goal.words }.into()])
            }
            GoalCommand::Remove { number } => {
                let goal = found!(self.goal_numbered(owner, number).await?);
                self.work.remove_goal(goal.id, self.now).await?;
                Ok(vec![Says::Removed { number }.into()])
            }
        }
    }

    async fn goal_numbered(
        &mut self,
        owner: MemberId,
        number: i64,
    ) -> Result<Target<Goal>, AppError> {
        let goals = self.work.goals_of(owner).await?;
        let goal = goals.into_iter().find(|goal| goal.number == number);
        Ok(goal.map_or_else(
            || {
                let list = self.usage(CommandName::GoalList);
                Target::Answer(vec![Says::NoSuch { number, list }.into()])
            },
            Target::Found,
        ))
    }

    async fn add_goal(&mut self, own: &Own, words: &str) -> Result<Answers, AppError> {
        let owner = own.member();
        if self.work.goals_of(owner).await?.len() >= MOST_GOALS {
            let remove = self.usage(CommandName::GoalRemove);
            return Ok(vec![Says::TooMany { most: count(MOST_GOALS), remove }.into()]);
        }
        let goal = self.work.add_goal(owner, words, self.now).await?;
        self.work.note_change(goal, Change::Set, words, self.now).await?;
        let number = self.work.goal(goal).await?.map_or(0, |goal| goal.number);
        let share = self.usage_for(CommandName::GoalShare, number);
        Ok(vec![Says::Kept { goal, number, with: own.with(), share }.into()])
    }

    async fn list_goals(&mut self, own: &Own) -> Result<Answers, AppError> {
        let goals = self.work.goals_of(own.member()).await?;
        if goals.is_empty() {
            return Ok(vec![Says::Nothing { add: self.usage(CommandName::GoalAdd) }.into()]);
        }
        let lines = goal_lines(&goals, &own.with());
        Ok(vec![Says::List { lines }.into()])
    }

    /// What the mentor sees of the adept's goals.
    async fn list_shared(&mut self, own: &Own) -> Result<Answers, AppError> {
        let goals = self.work.goals_of(own.pair.adept.member).await?;
        let shared: Vec<_> = goals.into_iter().filter(|goal| goal.is_shared).collect();
        let with = own.with();
        if shared.is_empty() {
            return Ok(vec![Says::NoneShared { with }.into()]);
        }
        let lines = shared.iter().flat_map(|goal| about_goal(goal, None)).collect();
        Ok(vec![Says::ListShared { with, lines }.into()])
    }

    async fn add_step(
        &mut self,
        owner: MemberId,
        number: i64,
        words: String,
    ) -> Result<Answers, AppError> {
        let mut goal = found!(self.goal_numbered(owner, number).await?);
        if goal.steps.len() >= MOST_STEPS {
            return Ok(vec![Says::TooManySteps { most: count(MOST_STEPS) }.into()]);
        }
        goal.steps.push(Milestone { words: words.clone(), done_at: None });
        self.work.put_goal(&goal, Change::StepAdded, &words, self.now).await?;
        let step = count(goal.steps.len());
        let done = Code(format!("{} {number} {step}", self.verb(CommandName::GoalStepDone)));
        Ok(vec![Says::StepAdded { number, step, done }.into()])
    }

    async fn end_step(
        &mut self,
        owner: MemberId,
        number: i64,
        step: i64,
    ) -> Result<Answers, AppError> {
        let mut goal = found!(self.goal_numbered(owner, number).await?);
        let nth = usize::try_from(step).ok().and_then(|step| step.checked_sub(1));
        let Some(milestone) = nth.and_then(|nth| goal.steps.get_mut(nth)) else {
            let list = self.usage(CommandName::GoalList);
            return Ok(vec![Says::NoSuchStep { number, step, list }.into()]);
        };
        milestone.done_at.get_or_insert(self.now);
        let words = milestone.words.clone();
        self.work.put_goal(&goal, Change::StepDone, &words, self.now).await?;
        Ok(vec![Says::StepDone { number, step, words }.into()])
    }

    async fn share_goal(&mut self, own: &Own, number: i64) -> Result<Answers, AppError> {
        let goal = found!(self.goal_numbered(own.member(), number).await?);
        let is_shared = !goal.is_shared;
        let change = if is_shared { Change::Shared } else { Change::Unshared };
        let goal = Goal { is_shared, ..goal };
        self.work.put_goal(&goal, change, "", self.now).await?;
        let with = own.with();
        Ok(vec![if is_shared {
            let share = self.usage_for(CommandName::GoalShare, number);
            Says::Shared { number, with, share }.into()
        } else {
            Says::Unshared { number, with }.into()
        }])
    }

    async fn keep_score(
        &mut self,
        own: &Own,
        goal: Goal,
        score: Score,
    ) -> Result<Answers, AppError> {
        let outline = &own.held.outline;
        let stage =
            Stage::on(outline, own.last_day(), outline.time_zone.to_datetime(self.now).date());
        let number = goal.number;
        let goal = goal.scored(stage, score);
        self.work.put_goal(&goal, Change::Scored, &score.get().to_string(), self.now).await?;
        let score = Box::new(Says::score(score).into());
        let mut answers: Answers =
            vec![Says::Scored { number, stage: stage_line(stage), score }.into()];
        let goals = self.work.goals_of(own.member()).await?;
        // One alone says nothing that isn't said already.
        if goals.iter().filter(|goal| goal.score(stage).is_some()).count() > 1 {
            answers.extend(attainment_line(&goals, stage));
        }
        Ok(answers)
    }

    /// The goal of a button, if it is the speaker's own and they are in a pair.
    async fn pressed_goal(
        &mut self,
        speaker: &Speaker,
        id: GoalId,
    ) -> Result<Target<(Own, Goal)>, AppError> {
        let Some(goal) = self.work.goal(id).await? else {
            return Ok(Target::Answer(vec![General::Outdated.into()]));
        };
        for pair in self.work.pairs_of_person(speaker.person.id).await? {
            if pair.adept.member == goal.owner
                && let Some(own) = self.own(speaker, pair).await?
                && own.half == Half::Adept
            {
                return Ok(Target::Found((own, goal)));
            }
        }
        Ok(Target::Answer(vec![General::NotYours.into()]))
    }

    pub(super) async fn help_with_goal(
        &mut self,
        speaker: &Speaker,
        id: GoalId,
    ) -> Result<Answers, AppError> {
        let (_, goal) = found!(self.pressed_goal(speaker, id).await?);
        let edit = self.usage_for(CommandName::GoalEdit, goal.number);
        Ok(vec![Says::Help { number: goal.number, words: goal.words, edit }.into()])
    }

    pub(super) async fn score_goal(
        &mut self,
        speaker: &Speaker,
        id: GoalId,
        score: Score,
    ) -> Result<Answers, AppError> {
        let (own, goal) = found!(self.pressed_goal(speaker, id).await?);
        self.keep_score(&own, goal, score).await
    }

    /// What to type about the goal with that number.
    fn usage_for(&self, name: CommandName, number: i64) -> Code {
        Code(self.usage(name).0.replacen(" N", &format!(" {number}"), 1))
    }

    /// What a leader sees of a pair's goals: how many there are. None if there are none.
    pub(super) async fn goals_in_numbers(
        &mut self,
        adept: MemberId,
    ) -> Result<Option<Message>, AppError> {
        let goals = self.work.goals_of(adept).await?;
        let of = |is: fn(&Goal) -> bool| count(goals.iter().filter(|goal| is(goal)).count());
        let shared = of(|goal| goal.is_shared);
        let scored = of(|goal| goal.halftime.is_some() || goal.close.is_some());
        let says = Says::Numbers { count: count(goals.len()), shared, scored };
        Ok((!goals.is_empty()).then(|| says.into()))
    }
}

/// An adept's goals, with everything that belongs to each and how far all of them came.
pub(super) fn goal_lines(goals: &[Goal], with: &str) -> Vec<Message> {
    let lines = goals.iter().flat_map(|goal| about_goal(goal, Some(with)));
    let stages = [Stage::Halftime, Stage::Close];
    lines.chain(stages.into_iter().filter_map(|stage| attainment_line(goals, stage))).collect()
}

/// A goal with its steps and scores. `with` is the mentor, where the adept reads it.
fn about_goal(goal: &Goal, with: Option<&str>) -> Vec<Message> {
    let number = goal.number;
    let (words, weight) = (goal.words.clone(), i64::from(goal.weight.get()));
    let item = match with {
        None => Says::Item { number, words, weight },
        Some(_) if !goal.is_shared => Says::ItemOwn { number, words, weight },
        Some(with) => Says::ItemShared { number, words, weight, with: with.to_owned() },
    };
    let mut lines = vec![item.into()];
    for (step, milestone) in (1..).zip(&goal.steps) {
        let words = milestone.words.clone();
        lines.push(if milestone.done_at.is_some() {
            Says::ItemStepDone { number, step, words }.into()
        } else {
            Says::ItemStep { number, step, words }.into()
        });
    }
    for stage in [Stage::Halftime, Stage::Close] {
        let score = goal.score(stage).map(|score| Box::new(Says::score(score).into()));
        let line = |score| Says::ItemScore { number, stage: stage_line(stage), score }.into();
        lines.extend(score.map(line));
    }
    lines
}

fn attainment_line(goals: &[Goal], stage: Stage) -> Option<Message> {
    let score = Tenths(attainment(goals, stage)?);
    Some(Says::Attainment { stage: stage_line(stage), score }.into())
}

fn stage_line(stage: Stage) -> Box<Message> {
    Box::new(
        match stage {
            Stage::Halftime => Says::AtHalftime,
            Stage::Close => Says::AtClose,
        }
        .into(),
    )
}
