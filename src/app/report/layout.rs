//! What stands where in the report, in messages: the words are those of whoever reads it.

use super::names::{concern, occasion_name, own_title, question_name, round_name};
use crate::{
    app::{pictures::chart_words, training::title},
    domain::{
        checkin::{Occasion, Scale, Topic},
        message::{Message, Tenths, programme::ProgrammeSays, report::ReportSays as Says},
        report::{Answered, Counted, Figure, Report, ReportState, RoundResult},
        role::Role,
        training::Lesson,
    },
    files::report::{Chart, Page, Part, Section, Table},
};

/// How many check-ins make a course over time.
const COURSE: usize = 2;

/// Puts a report in order.
pub(in crate::app) struct Layout<'a> {
    /// What is put in order.
    pub report: &'a Report,
    /// What the programme's file has people read.
    pub lessons: &'a [Lesson],
}

impl Layout<'_> {
    /// Everything, from top to bottom.
    pub fn page(&self) -> Page<Message> {
        let on = self.report.as_of;
        let about = match self.report.state {
            ReportState::Draft => Says::BeforeStart { on },
            ReportState::Running => Says::AsOf { on },
            ReportState::Paused => Says::Resting { on },
            ReportState::Final => Says::Final { on },
        };
        let section = |heading: Says, parts| Section { heading: heading.into(), parts };
        Page {
            language: None,
            title: Says::Title { names: self.report.names.clone() }.into(),
            about: about.into(),
            sections: vec![
                section(Says::HeadPurpose, self.purpose()),
                section(Says::HeadTraining, self.training()),
                section(Says::HeadMatching, self.matching()),
                section(Says::HeadMeasurement, self.measurement()),
                section(Says::HeadEthics, self.ethics()),
                section(Says::HeadAdministration, self.administration()),
            ],
            end: Says::MadeBy.into(),
            columns: [
                Says::ColumnArea,
                Says::ColumnTable,
                Says::ColumnRow,
                Says::ColumnColumn,
                Says::ColumnValue,
            ]
            .map(Message::from),
            delimiter: Says::Delimiter.into(),
        }
    }

    fn purpose(&self) -> Vec<Part<Message>> {
        let purpose = &self.report.purpose;
        let lines = [
            purpose.purpose.clone().map(|words| Says::Purpose { words }),
            purpose.target_group.clone().map(|words| Says::TargetGroup { words }),
            Some(Says::Period { starts_on: purpose.starts_on, ends_on: purpose.ends_on }),
            Some(Says::MeetingsPlanned { count: i64::from(purpose.meetings) }),
        ];
        lines.into_iter().flatten().map(says).collect()
    }

    fn training(&self) -> Vec<Part<Message>> {
        let training = &self.report.training;
        let name = |key: &str| {
            let known = self.lessons.iter().find(|lesson| lesson.key == key);
            known.map_or_else(|| own_title(key), title)
        };
        let lessons = training
            .lessons
            .iter()
            .map(|lesson| (name(&lesson.lesson), vec![number(lesson.given), number(lesson.read)]));
        let gatherings = training.gatherings.iter().map(|one| {
            let came = one.came.map_or_else(|| Says::NotNoted.into(), number);
            let cells = vec![Says::Day { on: one.on }.into(), number(one.said_yes), came];
            (Says::GatheringTitle { titles: one.titles.clone() }.into(), cells)
        });
        vec![
            table(
                Says::CaptionLessons,
                [Says::ColumnText, Says::ColumnGiven, Says::ColumnRead],
                lessons.collect(),
                Says::NoLessons,
            ),
            table(
                Says::CaptionGatherings,
                [Says::ColumnGathering, Says::ColumnDay, Says::ColumnSaidYes, Says::ColumnCame],
                gatherings.collect(),
                Says::NoGatherings,
            ),
        ]
    }

    fn matching(&self) -> Vec<Part<Message>> {
        let matching = &self.report.matching;
        let (mentors, adepts) = (matching.mentors_applied, matching.adepts_applied);
        let applied = (mentors + adepts > 0).then_some(Says::Applied {
            mentors,
            adepts,
            accepted: matching.accepted,
        });
        let (agreed, declined) = (matching.agreed, matching.declined);
        let lines = [
            applied,
            Some(Says::TakePart { mentors: matching.mentors, adepts: matching.adepts }),
            (agreed + declined > 0).then_some(Says::Proposals { agreed, declined }),
            Some(Says::Pairs { count: matching.pairs }),
            Some(Says::EndedEarly { count: matching.ended_early }),
        ];
        let mut parts: Vec<_> = lines.into_iter().flatten().map(says).collect();
        parts.extend(counted(Says::CaptionFit, Says::ColumnShare, &matching.fit));
        parts
    }

    fn measurement(&self) -> Vec<Part<Message>> {
        let measurement = &self.report.measurement;
        let mut parts = self.meetings();
        let responses = measurement.rounds.iter().map(|round| {
            let rate = (round.answered * 200 + round.asked).checked_div(2 * round.asked);
            let rate = rate.map_or(Says::None, |percent| Says::Percent { percent });
            (round_name(round), vec![number(round.asked), number(round.answered), rate.into()])
        });
        parts.push(table(
            Says::CaptionResponse,
            [Says::ColumnRound, Says::ColumnAsked, Says::ColumnAnswered, Says::ColumnRate],
            responses.collect(),
            Says::NoRounds,
        ));
        parts.push(says(Says::AdeptsWithGoals {
            count: measurement.adepts_with_goals,
            of: self.report.matching.adepts,
        }));
        let goals = counted(Says::CaptionGoals, Says::ColumnScore, &measurement.goals);
        if goals.is_some() {
            parts.push(says(Says::AboutGoals));
        }
        parts.extend(goals);
        parts.extend(self.baseline());
        parts.extend(self.check_ins());
        let caption = [
            (Occasion::Halftime, Says::CaptionHalftime),
            (Occasion::Close, Says::CaptionClose),
            (Occasion::FollowUp, Says::CaptionFollowUp),
        ];
        for (occasion, caption) in caption {
            parts.extend(self.of_occasion(occasion, caption));
        }
        parts.extend(counted(Says::CaptionFelt, Says::ColumnMean, &measurement.felt));
        parts.extend(self.quotes());
        parts
    }

    fn meetings(&self) -> Vec<Part<Message>> {
        let Some(progress) = &self.report.measurement.progress else {
            return vec![says(Says::NotBegun)];
        };
        let rows = progress.months.iter().map(|month| {
            let on = month.held.map_or(month.until, |_| month.until.min(progress.as_of));
            // Of a month that isn't over only what was planned until now is compared.
            let planned = month.held.map_or(month.planned, |_| month.planned.min(progress.planned));
            let held = month.held.map_or_else(|| Says::ToCome.into(), number);
            (Says::Day { on }.into(), vec![held, number(planned)])
        });
        vec![
            says(Says::MeetingsHeld { held: progress.held(), planned: progress.planned }),
            Part::Chart(Chart::Progress {
                about: Says::AboutMeetings.into(),
                progress: progress.clone(),
                words: chart_words(progress).in_words(&|says: ProgrammeSays| says.into()),
            }),
            table(
                Says::CaptionMeetings,
                [Says::ColumnUntil, Says::ColumnHeld, Says::ColumnPlanned],
                rows.collect(),
                Says::NotBegun,
            ),
        ]
    }

    /// How close adepts are to what they want, from occasion to occasion.
    fn baseline(&self) -> Option<Part<Message>> {
        let rows = self.report.measurement.rounds.iter().filter_map(|round| {
            let answered = round.answer_to(Topic::Baseline)?;
            Some((round_name(round), vec![figure(answered.all, round.threshold)]))
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| {
            let columns = [Says::ColumnRound, Says::ColumnMean];
            table(Says::CaptionBaseline, columns, rows, Says::NoRounds)
        })
    }

    /// The means of check-ins, from one to the next.
    fn check_ins(&self) -> Vec<Part<Message>> {
        let rounds = self.report.measurement.rounds.iter().filter(|round| round.is_check_in());
        let rounds: Vec<_> = rounds.collect();
        let Some(last) = rounds.last() else { return vec![] };
        // A question that was taken out of the file in between is in the JSON only.
        let answers = |question: &Answered| -> Vec<Option<&Answered>> {
            let same = |one: &&Answered| one.question == question.question;
            rounds.iter().map(|round| round.questions.iter().find(same)).collect()
        };
        let columns = last.questions.iter().map(|question| (question, answers(question)));
        let columns: Vec<_> = columns.collect();
        let cell = |answered: Option<&Answered>, round: &RoundResult| {
            answered.map_or_else(|| Says::None.into(), |one| figure(one.all, round.threshold))
        };
        let rows = rounds.iter().enumerate().map(|(nth, round)| {
            let cells =
                columns.iter().map(|(_, answers)| cell(answers.get(nth).copied().flatten(), round));
            (round_name(round), cells.collect())
        });
        let names = columns.iter().map(|(question, _)| question_name(question));
        let mut parts = vec![Part::Table(Table {
            caption: Says::CaptionCheckIns.into(),
            columns: std::iter::once(Says::ColumnRound.into()).chain(names).collect(),
            rows: rows.collect(),
        })];
        if rounds.len() >= COURSE {
            let drawn = columns.iter().filter(|(question, _)| question.scale == Scale::Agree);
            let lines = drawn.map(|(question, answers)| {
                let means = answers.iter().map(|one| match (*one)?.all {
                    Figure::Mean { tenths, .. } => Some(tenths),
                    Figure::Share { .. } | Figure::Hidden => None,
                });
                (question_name(question), means.collect())
            });
            parts.push(Part::Chart(Chart::Means {
                about: Says::AboutCheckIns.into(),
                rounds: rounds.iter().map(|round| round.number.to_string()).collect(),
                lines: lines.collect(),
            }));
        }
        parts
    }

    /// What was answered on an occasion, but for how close adepts are, which stands elsewhere.
    fn of_occasion(&self, occasion: Occasion, caption: Says) -> Option<Part<Message>> {
        let rounds = &self.report.measurement.rounds;
        let round = rounds.iter().rfind(|round| round.occasion == occasion)?;
        let is_baseline =
            |one: &&Answered| one.words.is_none() && one.question == Topic::Baseline.as_str();
        let asked = round.questions.iter().filter(|one| !is_baseline(one));
        let part = |shown: Option<Figure>, of: Role, one: &Answered| match one.role {
            // They weren't asked.
            Some(role) if role != of => Says::None.into(),
            Some(_) => figure(one.all, round.threshold),
            None => figure(shown.unwrap_or(Figure::Hidden), round.threshold),
        };
        let rows = asked.map(|one| {
            let cells = vec![
                figure(one.all, round.threshold),
                part(one.mentors, Role::Mentor, one),
                part(one.adepts, Role::Adept, one),
            ];
            (question_name(one), cells)
        });
        let columns =
            [Says::ColumnQuestion, Says::ColumnAll, Says::ColumnMentors, Says::ColumnAdepts];
        Some(table(caption, columns, rows.collect(), Says::NoRounds))
    }

    fn quotes(&self) -> Option<Part<Message>> {
        let quotes = &self.report.measurement.quotes;
        if quotes.is_empty() {
            let rounds = self.report.measurement.rounds.iter();
            let close = rounds.rev().find(|round| round.occasion == Occasion::Close);
            return close.map(|round| {
                let threshold = i64::from(round.threshold);
                says(Says::NoQuotes { threshold })
            });
        }
        let words = quotes.iter().map(|words| Says::Quote { words: words.clone() }.into());
        Some(Part::Quotes { caption: Says::CaptionQuotes.into(), words: words.collect() })
    }

    fn ethics(&self) -> Vec<Part<Message>> {
        let ethics = &self.report.ethics;
        let lines = [
            Some(Says::Agreements { count: ethics.agreements, of: self.report.matching.pairs }),
            Some(Says::Anonymity { threshold: i64::from(ethics.threshold) }),
            Some(Says::NeverUsed),
            ethics.notice.clone().map(|version| Says::Notice { version }),
            (ethics.erased > 0).then_some(Says::Erased { count: ethics.erased }),
        ];
        lines.into_iter().flatten().map(says).collect()
    }

    fn administration(&self) -> Vec<Part<Message>> {
        let administration = &self.report.administration;
        let rows = administration.cases.iter().map(|cases| {
            let cells = cases.counts.map_or_else(
                || vec![few(self.report.ethics.threshold), few(self.report.ethics.threshold)],
                |(raised, handled)| vec![number(raised), number(handled)],
            );
            (concern(cases.concern), cells)
        });
        let (sent, undelivered) = (administration.sent, administration.undelivered);
        vec![
            table(
                Says::CaptionCases,
                [Says::ColumnConcern, Says::ColumnRaised, Says::ColumnHandled],
                rows.collect(),
                Says::NoCases,
            ),
            says(Says::ReplyWithin { days: i64::from(administration.reply_within_days) }),
            says(Says::Letters { sent, undelivered }),
            says(Says::ErasedOn { on: administration.erased_on }),
        ]
    }
}

/// What was counted with each round, if anything was.
fn counted(caption: Says, column: Says, figures: &[Counted]) -> Option<Part<Message>> {
    let rows = figures.iter().map(|one| {
        let name = occasion_name(one.occasion, one.round, one.on);
        (name, vec![figure(one.figure, one.threshold)])
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| table(caption, [Says::ColumnRound, column], rows, Says::NoRounds))
}

fn says(says: Says) -> Part<Message> {
    Part::Says(says.into())
}

/// What answers come to, in words.
fn figure(figure: Figure, threshold: u8) -> Message {
    match figure {
        Figure::Share { answers, percent } => Says::Share { percent, count: answers },
        Figure::Mean { answers, tenths } => Says::Mean { mean: Tenths(tenths), count: answers },
        Figure::Hidden => Says::Hidden { threshold: i64::from(threshold) },
    }
    .into()
}

/// What is said instead of a number that is small.
fn few(threshold: u8) -> Message {
    Says::Few { threshold: i64::from(threshold) }.into()
}

fn number(count: i64) -> Message {
    Says::Number { count }.into()
}

/// A table, or what is said where it has no rows.
fn table<const N: usize>(
    caption: Says,
    columns: [Says; N],
    rows: Vec<(Message, Vec<Message>)>,
    empty: Says,
) -> Part<Message> {
    if rows.is_empty() {
        return says(empty);
    }
    Part::Table(Table {
        caption: caption.into(),
        columns: columns.map(Message::from).to_vec(),
        rows,
    })
}
