//! What somebody says of a meeting that was held: how it felt, and after the first ones how it is
//! working out. It is asked in private, and only leaders read it.

use super::{Answers, Hearing, Speaker, target::Own};
use crate::{
    app::AppError,
    domain::{
        attention::{Level, Matter, Wish},
        command::CommandName,
        ids::MeetingId,
        impression::{FIT_AFTER, Feeling, Fit, Impression},
        inbound::RoomKind,
        meeting::{Half, Meeting, MeetingState},
        message::{Message, general::General, meeting::MeetingSays, pair::PairSays},
        pair::Pair,
    },
    store::News,
};

impl Hearing<'_> {
    /// Asks how a meeting felt, unless they have said so.
    pub(super) async fn ask_feeling(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        meeting: MeetingId,
    ) -> Result<Answers, AppError> {
        if self.work.impression(meeting, own.member()).await?.feeling.is_some() {
            return Ok(vec![]);
        }
        let question = MeetingSays::AskFeeling { meeting, with: own.with() };
        self.in_confidence(speaker, question.into()).await
    }

    pub(super) async fn felt(
        &mut self,
        speaker: &Speaker,
        meeting: MeetingId,
        feeling: Feeling,
    ) -> Result<Answers, AppError> {
        let Some((own, meeting)) = self.own_held(speaker, meeting).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(id) = meeting.id else { return Ok(vec![General::Outdated.into()]) };
        let before = self.work.impression(id, own.member()).await?;
        let said = Impression { feeling: Some(feeling), ..before };
        self.work.put_impression(id, own.member(), said, self.now).await?;
        let with = own.with();
        if before.fit.is_none() && is_early(&own, &meeting) {
            let question = match own.half {
                Half::Mentor => MeetingSays::AskFitMentor { meeting: id, with },
                Half::Adept => MeetingSays::AskFitAdept { meeting: id, with },
            };
            return self.in_confidence(speaker, question.into()).await;
        }
        let contact = self.usage(CommandName::ContactLeader);
        let mut answers: Answers = vec![match feeling {
            Feeling::NotSoGood => MeetingSays::FeltBad { contact }.into(),
            Feeling::VeryGood | Feeling::Good | Feeling::Okay | Feeling::Unsaid => {
                MeetingSays::Noted.into()
            }
        }];
        answers.extend(self.ask_to_look_back(speaker, &own, &meeting).await?);
        Ok(answers)
    }

    pub(super) async fn fits(
        &mut self,
        speaker: &Speaker,
        meeting: MeetingId,
        fit: Fit,
    ) -> Result<Answers, AppError> {
        let Some((own, meeting)) = self.own_held(speaker, meeting).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let Some(id) = meeting.id else { return Ok(vec![General::Outdated.into()]) };
        let before = self.work.impression(id, own.member()).await?;
        let said = Impression { fit: Some(fit), ..before };
        self.work.put_impression(id, own.member(), said, self.now).await?;
        match fit {
            Fit::Well | Fit::Acquainting => {
                let mut answers: Answers = vec![MeetingSays::Noted.into()];
                answers.extend(self.ask_to_look_back(speaker, &own, &meeting).await?);
                Ok(answers)
            }
            Fit::NotWell => {
                let part = speaker.parts.iter().find(|part| part.id == own.member()).cloned();
                let hears = match &part {
                    Some(part) => !self.leaders_who_hear(part).await?.is_empty(),
                    None => false,
                };
                if !hears {
                    return Ok(vec![self.nobody(&own.held)]);
                }
                let (programme, person) = (own.held.row.id, speaker.person.id);
                let matter = Matter::BadFit { pair: own.pair.id, person };
                let (case, news) =
                    self.work.open_case(programme, matter, Level::Red, self.now).await?;
                if news != News::Known {
                    self.app.tell_leaders(&mut self.work, case, own.held.under(), self.now).await?;
                }
                let contact = self.usage(CommandName::ContactLeader);
                Ok(vec![MeetingSays::FitToldLeaders { with: own.with(), contact }.into()])
            }
            Fit::Talk => self.wish(speaker, own.member(), Wish::Talk).await,
        }
    }

    /// What the two have said of their latest meetings. Whoever is one of them sees nothing of it.
    pub(super) async fn felt_in(
        &mut self,
        speaker: &Speaker,
        pair: &Pair,
    ) -> Result<Answers, AppError> {
        if pair.half_of(speaker.person.id).is_some() {
            return Ok(vec![]);
        }
        let mut lines = vec![];
        for (member, said) in self.work.last_impressions(pair.id).await? {
            let halves = [Half::Mentor, Half::Adept].into_iter();
            let seat = halves.map(|half| pair.seat(half)).find(|seat| seat.member == member);
            let (Some(seat), Some(feeling)) = (seat, said.feeling) else { continue };
            let (name, feeling) = (seat.name.clone(), Box::new(feeling_line(feeling)));
            lines.push(match said.fit {
                Some(fit) => {
                    let fit = Box::new(fit_line(fit));
                    PairSays::FeltAndFits { name, feeling, fit }.into()
                }
                None => PairSays::Felt { name, feeling }.into(),
            });
        }
        Ok(lines)
    }

    /// Says something where the other of the two doesn't read it.
    async fn in_confidence(
        &mut self,
        speaker: &Speaker,
        message: Message,
    ) -> Result<Answers, AppError> {
        if self.inbound.room.kind == RoomKind::Direct {
            return Ok(vec![message]);
        }
        let account = self.inbound.from.clone();
        let place = self.work.direct_place(&account, Some(speaker.person.id)).await?.id;
        self.say_in(place, message).await?;
        Ok(vec![])
    }

    /// A meeting of the speaker's own that was held.
    async fn own_held(
        &mut self,
        speaker: &Speaker,
        meeting: MeetingId,
    ) -> Result<Option<(Own, Meeting)>, AppError> {
        let own = self.own_meeting(speaker, meeting).await?;
        Ok(own.filter(|(own, meeting)| {
            meeting.state == MeetingState::Held && own.pair.ended_at.is_none()
        }))
    }
}

/// Whether it is one of the first meetings that the two have had.
fn is_early(own: &Own, meeting: &Meeting) -> bool {
    let zone = &own.held.outline.time_zone;
    let day = meeting.when.day(zone);
    let held = own.meetings.iter().filter(|known| known.state == MeetingState::Held);
    let before = held.filter(|known| known.id != meeting.id && known.when.day(zone) < day);
    before.count() < FIT_AFTER
}

fn feeling_line(feeling: Feeling) -> Message {
    match feeling {
        Feeling::VeryGood => PairSays::FeltVeryGood.into(),
        Feeling::Good => PairSays::FeltGood.into(),
        Feeling::Okay => PairSays::FeltOkay.into(),
        Feeling::NotSoGood => PairSays::FeltNotSoGood.into(),
        Feeling::Unsaid => PairSays::FeltUnsaid.into(),
    }
}

fn fit_line(fit: Fit) -> Message {
    match fit {
        Fit::Well => PairSays::FitsWell.into(),
        Fit::Acquainting => PairSays::FitsAcquainting.into(),
        Fit::NotWell => PairSays::FitsNotWell.into(),
        Fit::Talk => PairSays::FitsTalk.into(),
    }
}
