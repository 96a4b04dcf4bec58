//! What somebody has done in a programme, in numbers, and the certificate of it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{App, AppError, promise::Under};
use crate::{
    document::{Attachment, Content},
    domain::{
        farewell::{Certificate, Figures, WithFigures, last_days},
        ids::{MemberId, PairId, PersonId, ProgrammeId},
        locale::Locale,
        meeting::MeetingState,
        message::{Message, farewell::FarewellSays as Says},
        person::Member,
        role::Role,
    },
    files::certificate::{CertificateWords, Undrawable, pdf},
    store::Work,
};

/// How many leaders a certificate has room for.
const MOST_LEADERS: usize = 6;

impl App {
    /// What somebody has done, in numbers.
    pub(super) async fn figures(work: &mut Work, member: &Member) -> Result<Figures, AppError> {
        let all = Self::all_figures(work, member.programme).await?;
        Ok(all.get(&member.id).copied().unwrap_or_default())
    }

    /// What everybody in a programme has done, in numbers.
    pub(super) async fn all_figures(
        work: &mut Work,
        programme: ProgrammeId,
    ) -> Result<BTreeMap<MemberId, Figures>, AppError> {
        let mut held = BTreeMap::<PairId, i64>::new();
        for meeting in work.meetings_in(programme).await? {
            *held.entry(meeting.pair).or_default() +=
                i64::from(meeting.state == MeetingState::Held);
        }
        let mut figures = BTreeMap::<MemberId, Figures>::new();
        for pair in work.pairs_of_programme(programme).await? {
            let met = held.get(&pair.id).copied().unwrap_or_default();
            for member in [pair.mentor.member, pair.adept.member] {
                figures.entry(member).or_default().met += met;
            }
        }
        let mut came = BTreeMap::<PersonId, i64>::new();
        for gathering in work.gatherings_of(programme).await? {
            for reply in work.replies_to(gathering.id).await? {
                *came.entry(reply.person).or_default() += i64::from(reply.came.is_some());
            }
        }
        for member in work.members(programme).await? {
            let gatherings = came.get(&member.person).copied().unwrap_or_default();
            figures.entry(member.id).or_default().gatherings = gatherings;
        }
        Ok(figures)
    }

    /// What somebody's certificate says. None if it isn't over for them.
    pub(super) async fn certificate(
        &self,
        work: &mut Work,
        member: &Member,
        wish: WithFigures,
        under: Under<'_>,
        now: Timestamp,
    ) -> Result<Option<Certificate>, AppError> {
        let pairs = work.pairs_of_programme(under.programme).await?;
        let made_on = under.outline.time_zone.to_datetime(now).date();
        let ends_on = last_days(&pairs, under.outline).get(&member.id).copied();
        let Some(ends_on) = ends_on.filter(|last| *last < made_on) else { return Ok(None) };
        let theirs = pairs
            .iter()
            .filter(|pair| [pair.mentor.member, pair.adept.member].contains(&member.id));
        let zone = &under.outline.time_zone;
        let began = theirs.filter_map(|pair| Some(zone.to_datetime(pair.began_at?).date())).min();
        let starts_on = began.map_or(under.outline.starts_on, |on| on.max(under.outline.starts_on));
        let members = work.members(under.programme).await?;
        let leaders = members.into_iter().filter(|one| one.role == Role::Leader);
        let figures = match wish {
            WithFigures::Yes => Some(Self::figures(work, member).await?),
            WithFigures::No => None,
        };
        Ok(Some(Certificate {
            name: member.name.clone(),
            role: member.role,
            programme: under.outline.names.clone(),
            starts_on,
            ends_on,
            figures,
            leaders: leaders.map(|one| one.name).collect(),
            made_on,
        }))
    }

    /// The certificate as a file in that language.
    pub(super) fn certificate_file(
        &self,
        it: &Certificate,
        locale: &Locale,
    ) -> Result<Attachment, Undrawable> {
        let line = |says: Says| self.words.line(locale, &Message::from(says));
        let programme = it.programme.get(locale).to_owned();
        let part = match it.role {
            Role::Adept => Says::PaperAdept { programme },
            Role::Mentor | Role::Leader => Says::PaperMentor { programme },
        };
        let (starts_on, ends_on) = (it.starts_on, it.ends_on);
        let mut lines = vec![line(part), line(Says::PaperPeriod { starts_on, ends_on })];
        if let Some(Figures { met, gatherings }) = it.figures {
            lines.push(line(Says::PaperMet { count: met }));
            if gatherings > 0 {
                lines.push(line(Says::PaperGatherings { count: gatherings }));
            }
        }
        let mut signed = vec![line(Says::PaperDay { on: it.made_on })];
        signed.extend(
            it.leaders
                .iter()
                .take(MOST_LEADERS)
                .map(|name| line(Says::PaperLeader { name: name.clone() })),
        );
        let words = CertificateWords {
            language: locale.as_str().to_owned(),
            heading: line(Says::PaperHeading),
            name: it.name.clone(),
            lines,
            signed,
        };
        Ok(Attachment {
            name: format!("{}.pdf", line(Says::PaperFile)),
            media_type: "application/pdf".to_owned(),
            content: Content::Bytes(pdf(&words)?),
        })
    }
}
