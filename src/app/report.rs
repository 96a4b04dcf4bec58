//! The evaluation report: gathered from what is stored, and put in words and files.

mod layout;
mod lines;
mod names;

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use tracing::error;

use super::{
    App, AppError,
    check_ins::{SPLITS, Split},
    promise::Under,
};
use crate::{
    domain::{
        application::Decision,
        checkin::{Asks, Names, Question, Round, Scale, Topic},
        disclosure::Disclosed,
        gathering::{Answer, GatheringState},
        ids::{PairId, ProgrammeId},
        locale::Locale,
        meeting::Meeting,
        message::{FileText, Message},
        programme::ProgrammeState,
        progress::Progress,
        proposal::ProposalState,
        report::{
            Administration, Answered, Attended, Cases, Concern, Counted, Ethics, LessonRead,
            Matching, Measurement, Purpose, Report, ReportState, RoundResult, Training,
        },
        role::Role,
        training::Lesson,
    },
    files::report::{self, Page},
    store::Work,
};

pub(super) use layout::Layout;
pub(super) use lines::lines;

/// A round that has closed, the day on which it did, and what shows of its questions by their places.
type Closed = (Round, Date, BTreeMap<usize, Disclosed>);

impl App {
    /// What a programme has come to on the day that it is in it.
    pub async fn report(
        &self,
        work: &mut Work,
        programme: ProgrammeId,
        now: Timestamp,
    ) -> Result<Option<Report>, AppError> {
        let Some((row, outline)) = self.programme(work, programme).await? else {
            return Ok(None);
        };
        let under = Under::of(&row, &outline);
        let zone = &outline.time_zone;
        let as_of = zone.to_datetime(now).date();
        // However late in the day it is made, it says the same: how it stood when the day began.
        let until = zone.to_timestamp(as_of.at(0, 0, 0, 0)).unwrap_or(now);
        let rounds = self.closed_rounds(work, under).await?;
        let tally = work.tally(programme).await?;
        let progress = if row.state == ProgrammeState::Draft {
            None
        } else {
            let mut progress = self.progress(work, under, until).await?;
            if row.state == ProgrammeState::Closed {
                // Where it ended before its time nothing is to come.
                progress.months.retain(|month| month.held.is_some());
            }
            Some(progress)
        };
        Ok(Some(Report {
            programme: row.slug.clone(),
            names: outline.names.clone(),
            as_of,
            state: match row.state {
                ProgrammeState::Draft => ReportState::Draft,
                ProgrammeState::Running => ReportState::Running,
                ProgrammeState::Paused { .. } => ReportState::Paused,
                ProgrammeState::Closed => ReportState::Final,
            },
            purpose: Purpose {
                purpose: outline.purpose.clone(),
                target_group: outline.target_group.clone(),
                starts_on: outline.starts_on,
                ends_on: Self::last_day(work, programme, &outline).await?,
                meetings: outline.meetings,
            },
            training: self.training_report(work, under, until).await?,
            matching: Self::matching_report(work, under, &rounds).await?,
            measurement: Measurement {
                progress,
                adepts_with_goals: tally.adepts_with_goals,
                goals: Counted::each(&rounds, Scale::Attainment),
                felt: Counted::each(&rounds, Scale::Feeling),
                quotes: Self::quotes(work, &rounds).await?,
                rounds: Self::round_results(work, &rounds).await?,
            },
            ethics: Ethics {
                agreements: tally.agreements,
                threshold: outline.checkins.threshold,
                notice: outline.recruitment.as_ref().map(|one| one.notice_version.clone()),
                erased: tally.erased,
            },
            administration: Administration {
                cases: Self::concerns(work, under).await?,
                reply_within_days: outline.reply_within_days,
                sent: tally.sent,
                undelivered: tally.undelivered,
                erased_on: Self::erased_on(work, under).await?,
            },
        }))
    }

    /// What the programme with that short name has come to, as files in that language or else its own.
    /// None if there is no such programme, or nobody in it.
    pub async fn report_on(
        &self,
        slug: &str,
        locale: Option<&Locale>,
        now: Timestamp,
    ) -> Result<Option<Vec<FileText>>, AppError> {
        let mut work = self.store.look().await?;
        let Some(row) = work.programme_named(&slug.to_lowercase()).await? else { return Ok(None) };
        let outline = self.outline(&row)?;
        let report = self.report(&mut work, row.id, now).await?;
        let locale = self.words.choose(locale.unwrap_or(&outline.locale));
        let report = report.filter(Report::is_about_anybody);
        Ok(report.map(|report| self.report_files(&report, &outline.training.lessons, locale)))
    }

    /// The same as files, in that language: a page to read, a table, and one for programs.
    pub fn report_files(
        &self,
        report: &Report,
        lessons: &[Lesson],
        locale: &Locale,
    ) -> Vec<FileText> {
        let page = self.report_page(report, lessons, locale);
        let file = |ending: &str, text| FileText {
            name: format!("{}-{}.{ending}", report.programme, report.as_of),
            text,
        };
        let json = serde_json::to_string_pretty(report).unwrap_or_else(|why| {
            error!(%why, "a report can't be written as JSON");
            "{}".to_owned()
        });
        vec![
            file("html", report::html(&page)),
            file("csv", report::csv(&page)),
            file("md", report::markdown(&page)),
            file("json", json + "\n"),
        ]
    }

    fn report_page(&self, report: &Report, lessons: &[Lesson], locale: &Locale) -> Page<String> {
        Layout { report, lessons }
            .page()
            .in_words(locale.as_str(), &|message: Message| self.words.line(locale, &message))
    }

    async fn progress(
        &self,
        work: &mut Work,
        under: Under<'_>,
        until: Timestamp,
    ) -> Result<Progress, AppError> {
        let mut meetings = BTreeMap::<PairId, Vec<Meeting>>::new();
        for meeting in work.meetings_in(under.programme).await? {
            meetings.entry(meeting.pair).or_default().push(meeting);
        }
        let pairs = work.pairs_of_programme(under.programme).await?;
        let pairs = pairs.into_iter().map(|pair| {
            let theirs = meetings.remove(&pair.id).unwrap_or_default();
            (pair, theirs)
        });
        Ok(Progress::of(under.outline, &pairs.collect::<Vec<_>>(), until))
    }

    /// The rounds that have closed, the earliest first.
    async fn closed_rounds(
        &self,
        work: &mut Work,
        under: Under<'_>,
    ) -> Result<Vec<Closed>, AppError> {
        let mut closed = vec![];
        let rounds = work.rounds_of(under.programme).await?;
        for round in rounds.into_iter().rev().filter(|round| round.is_closed) {
            let shown = work.results_of(round.id).await?.into_iter().collect();
            let on = round.closed_on(&under.outline.time_zone);
            closed.push((round, on, shown));
        }
        Ok(closed)
    }

    async fn round_results(
        work: &mut Work,
        rounds: &[Closed],
    ) -> Result<Vec<RoundResult>, AppError> {
        let by_role = SPLITS.iter().position(|split| *split == Split::Role).unwrap_or_default();
        let mut results = vec![];
        for (round, on, shown) in rounds {
            let (asked, answered) = work.response_to(round.id).await?;
            let questions = shown.iter().filter_map(|(nth, shown)| {
                Answered::of(round.questions.get(*nth)?, shown, by_role)
            });
            results.push(RoundResult {
                number: round.number,
                occasion: round.occasion,
                threshold: round.threshold,
                on: *on,
                asked,
                answered,
                questions: questions.collect(),
            });
        }
        Ok(results)
    }

    /// What people have said to be quoted. Other words are for leaders, and don't go any further.
    async fn quotes(work: &mut Work, rounds: &[Closed]) -> Result<Vec<String>, AppError> {
        let is_quote = |question: &Question| matches!(question.asks, Asks::Library(Topic::Quote));
        let mut quotes = vec![];
        for (round, _, _) in rounds.iter().filter(|(round, _, _)| round.names == Names::Anonymous) {
            for (nth, words) in work.voices_of(round.id).await? {
                if round.questions.get(nth).is_some_and(is_quote) {
                    quotes.push(words);
                }
            }
        }
        Ok(quotes)
    }

    async fn training_report(
        &self,
        work: &mut Work,
        under: Under<'_>,
        until: Timestamp,
    ) -> Result<Training, AppError> {
        let lessons = work.lesson_counts(under.programme).await?.into_iter();
        let lessons = lessons.map(|(lesson, given, read)| LessonRead { lesson, given, read });
        let zone = &under.outline.time_zone;
        let mut gatherings = vec![];
        for gathering in work.gatherings_of(under.programme).await? {
            let begins = gathering.plan.begins(zone).filter(|begins| *begins <= until);
            let Some(begins) = begins else { continue };
            if gathering.state == GatheringState::Cancelled {
                continue;
            }
            let replies = work.replies_to(gathering.id).await?;
            let came = count(replies.iter().filter(|reply| reply.came.is_some()).count());
            let said_yes = replies.iter().filter(|reply| reply.answer == Some(Answer::Yes));
            gatherings.push(Attended {
                titles: gathering.plan.titles.clone(),
                on: zone.to_datetime(begins).date(),
                said_yes: count(said_yes.filter(|reply| !reply.waits).count()),
                came: (came > 0).then_some(came),
            });
        }
        gatherings.sort_by_key(|one| one.on);
        Ok(Training { lessons: lessons.collect(), gatherings })
    }

    async fn matching_report(
        work: &mut Work,
        under: Under<'_>,
        rounds: &[Closed],
    ) -> Result<Matching, AppError> {
        let id = under.programme;
        let applications = work.applications_to(id).await?;
        let applied =
            |role: Role| count(applications.iter().filter(|one| one.role == Some(role)).count());
        let accepted = applications
            .iter()
            .filter(|one| one.decided.is_some_and(|one| one.decision == Decision::Accepted));
        let members = work.members(id).await?;
        let of = |role: Role| count(members.iter().filter(|one| one.role == role).count());
        let pairs = work.pairs_of_programme(id).await?;
        let proposals = work.proposals(id).await?;
        let stand = |is_meant: fn(&ProposalState) -> bool| {
            count(proposals.iter().filter(|one| is_meant(&one.state)).count())
        };
        Ok(Matching {
            mentors_applied: applied(Role::Mentor),
            adepts_applied: applied(Role::Adept),
            accepted: count(accepted.count()),
            mentors: of(Role::Mentor),
            adepts: of(Role::Adept),
            pairs: count(pairs.len()),
            ended_early: count(pairs.iter().filter(|pair| pair.ended_early(under.outline)).count()),
            agreed: stand(|state| matches!(state, ProposalState::Agreed)),
            declined: stand(|state| matches!(state, ProposalState::Declined { .. })),
            fit: Counted::each(rounds, Scale::GetOn),
        })
    }

    async fn concerns(work: &mut Work, under: Under<'_>) -> Result<Vec<Cases>, AppError> {
        let mut concerns = BTreeMap::<Concern, (i64, i64)>::new();
        for (kind, raised, handled) in work.case_counts(under.programme).await? {
            let Some(concern) = Concern::of_kind(&kind) else { continue };
            let sum = concerns.entry(concern).or_default();
            *sum = (sum.0 + raised, sum.1 + handled);
        }
        let least = i64::from(under.outline.checkins.threshold);
        let cases = |(concern, (raised, handled))| {
            let is_told = concern != Concern::Wellbeing || raised >= least;
            Cases { concern, counts: is_told.then_some((raised, handled)) }
        };
        Ok(concerns.into_iter().map(cases).collect())
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
