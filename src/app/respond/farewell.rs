//! What people say when their programme is over.

use super::{Answers, Hearing, Held, Speaker, target::found};
use crate::{
    app::{App, AppError},
    domain::{
        command::CommandName,
        draft::Draft,
        farewell::{Figures, Touch, WithFigures, last_days},
        ids::{MemberId, PairId, ProgrammeId},
        inbound::RoomKind,
        message::{
            Message, checkin::CheckInSays, count, farewell::FarewellSays as Says, general::General,
            programme::ProgrammeSays,
        },
        notice::{Notice, Urgency},
        person::{Member, first_name},
        programme::ProgrammeState,
        role::Role,
    },
    files::certificate::Undrawable,
};

impl Hearing<'_> {
    /// Somebody wants their certificate.
    pub(super) async fn ask_certificate(
        &mut self,
        speaker: &Speaker,
        programme: Option<&str>,
    ) -> Result<Answers, AppError> {
        let mut answers = vec![];
        for member in speaker.parts.iter().filter(|part| part.role != Role::Leader) {
            let Some(held) = self.held(member.programme).await? else { continue };
            if programme.is_none_or(|slug| held.row.slug == slug.to_lowercase()) {
                answers.push(self.ask_figures(member, &held).await?);
            }
        }
        if answers.is_empty() {
            let report = self.usage(CommandName::Report);
            answers.push(Says::NoneForLeaders { report }.into());
        }
        Ok(answers)
    }

    async fn ask_figures(&mut self, member: &Member, held: &Held) -> Result<Message, AppError> {
        let programme = held.name(&self.locale);
        let pairs = self.work.pairs_of_programme(held.row.id).await?;
        let today = held.outline.time_zone.to_datetime(self.now).date();
        Ok(match last_days(&pairs, &held.outline).get(&member.id).copied() {
            None => Says::NoneForYou { programme },
            Some(on) if on >= today => Says::NotYet { programme, on },
            Some(_) => {
                let Figures { met, gatherings } = App::figures(&mut self.work, member).await?;
                Says::AskFigures { member: member.id, programme, met, gatherings }
            }
        }
        .into())
    }

    /// Somebody has said what may be on their certificate, and gets it. Then it is asked whether they
    /// want to stay in touch with whoever they were in a pair with.
    pub(super) async fn certify(
        &mut self,
        speaker: &Speaker,
        member: MemberId,
        figures: WithFigures,
    ) -> Result<Answers, AppError> {
        let Some(member) = speaker.parts.iter().find(|part| part.id == member) else {
            return Ok(vec![General::NotYours.into()]);
        };
        let Some(held) = self.held(member.programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let under = held.under();
        let made = self.app.certificate(&mut self.work, member, figures, under, self.now).await?;
        let Some(certificate) = made else {
            return Ok(vec![self.ask_figures(member, &held).await?]);
        };
        match self.app.certificate_file(&certificate, &self.locale) {
            Ok(_) => {}
            Err(Undrawable::Letter(letter)) => {
                return Ok(vec![Says::NoLetter { letter: letter.to_string() }.into()]);
            }
            Err(Undrawable::Broken(why)) => {
                tracing::error!(%why, "a certificate can't be drawn");
                return Ok(vec![General::Broken.into()]);
            }
        }
        let again = self.usage(CommandName::Certificate);
        let mut answers: Answers = vec![Says::Certificate { certificate, again }.into()];
        for pair in self.work.pairs_of_person(speaker.person.id).await? {
            let Some(half) = pair.half_of(speaker.person.id) else { continue };
            let is_theirs = pair.seat(half).member == member.id;
            if is_theirs && self.work.touch(pair.id, half).await?.is_none() {
                let with = first_name(&pair.seat(half.other()).name);
                answers.push(Says::AskTouch { pair: pair.id, with }.into());
            }
        }
        Ok(answers)
    }

    /// Asks whether a programme is to be ended before its time.
    pub(super) async fn ask_to_close(
        &mut self,
        speaker: &Speaker,
        held: &Held,
    ) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        match held.row.state {
            ProgrammeState::Closed => Ok(vec![Says::ClosedBefore { programme }.into()]),
            ProgrammeState::Draft => Ok(vec![ProgrammeSays::NotRunning { name: programme }.into()]),
            ProgrammeState::Running | ProgrammeState::Paused { .. } => {
                let pairs = self.work.pairs_of_programme(held.row.id).await?;
                let count = count(pairs.iter().filter(|pair| pair.ended_at.is_none()).count());
                let on = App::last_day(&mut self.work, held.row.id, &held.outline).await?;
                let draft = Draft::EndProgramme { programme: held.row.id };
                let draft = self.begin(speaker, &draft).await?;
                Ok(vec![Says::CloseSure { draft, programme, count, on }.into()])
            }
        }
    }

    /// Ends it.
    pub(super) async fn end_programme(
        &mut self,
        speaker: &Speaker,
        programme: ProgrammeId,
    ) -> Result<Answers, AppError> {
        let held = found!(self.held_by_leader(speaker, programme).await?);
        let name = held.name(&self.locale);
        if held.row.state == ProgrammeState::Closed {
            return Ok(vec![Says::ClosedBefore { programme: name }.into()]);
        }
        Ok(vec![if self.app.end_early(&mut self.work, held.under(), self.now).await? {
            Says::Closed { programme: name }.into()
        } else {
            CheckInSays::NeedsKey.into()
        }])
    }

    /// Somebody says whether they want to stay in touch. The other hears of it only if both do.
    pub(super) async fn stay_in_touch(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
        touch: Touch,
    ) -> Result<Answers, AppError> {
        let Some(pair) = self.work.pair(pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(half) = pair.half_of(speaker.person.id) else {
            return Ok(vec![General::NotYours.into()]);
        };
        if self.inbound.room.kind == RoomKind::Shared {
            return Ok(vec![General::InPrivate.into()]);
        }
        let Some(held) = self.held(pair.programme).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let today = held.outline.time_zone.to_datetime(self.now).date();
        if pair.last_day(&held.outline) >= today || pair.ended_early(&held.outline) {
            return Ok(vec![General::Outdated.into()]);
        }
        let before = self.work.touch(pair.id, half).await?;
        let theirs = self.work.touch(pair.id, half.other()).await?;
        let both = |mine: Option<Touch>| (mine, theirs) == (Some(Touch::Yes), Some(Touch::Yes));
        let other = pair.seat(half.other());
        let with = first_name(&other.name);
        if both(before) {
            // Both know by now.
            return Ok(vec![Says::TouchBoth { with }.into()]);
        }
        self.work.put_touch(pair.id, half, touch).await?;
        if both(Some(touch)) {
            let me = first_name(&pair.seat(half).name);
            let says = Says::TouchBoth { with: me };
            let notice = Notice::to_person(other.person, says.into(), Urgency::InHours);
            self.tell(&notice, &held).await?;
            return Ok(vec![Says::TouchBoth { with }.into()]);
        }
        Ok(vec![match touch {
            Touch::Yes => Says::TouchYes { with }.into(),
            Touch::No | Touch::Unsaid => Says::TouchKept { with }.into(),
        }])
    }
}
