//! Looking back on the co-operation, in the conversation after a meeting. What somebody answers is
//! kept among their notes, and the other of the two sees it only if they share it.

use super::{Answers, Hearing, Speaker, target::Own};
use crate::{
    app::AppError,
    domain::{
        command::{Spoken, read},
        draft::Draft,
        ids::{DraftId, MeetingId, NoteId, PairId},
        inbound::RoomKind,
        meeting::Meeting,
        message::{Message, general::General, note::NoteSays, reflection::ReflectionSays as Says},
        note::LONGEST_NOTE,
        notice::{Notice, Urgency},
        person::first_name,
        reflection::Subject,
    },
};

impl Hearing<'_> {
    /// Asks one of the two to look back, if it is time for that after this meeting. Not where notes
    /// can't be kept, nor where the other would read the answer.
    pub(super) async fn ask_to_look_back(
        &mut self,
        speaker: &Speaker,
        own: &Own,
        meeting: &Meeting,
    ) -> Result<Answers, AppError> {
        if self.app.seal.is_none() || self.inbound.room.kind != RoomKind::Direct {
            return Ok(vec![]);
        }
        let (member, pair) = (own.member(), own.pair.id);
        let asked = self.work.reflections(member, pair).await?;
        let outline = &own.held.outline;
        let met_on = meeting.when.day(&outline.time_zone);
        let next = Subject::after_meeting(own.half, outline, own.last_day(), met_on, &asked);
        let Some(subject) = next else { return Ok(vec![]) };
        self.work.add_reflection(member, pair, subject, self.now).await?;
        let id = meeting.id;
        let draft = self.begin(speaker, &Draft::LookBack { pair, meeting: id }).await?;
        Ok(vec![match subject {
            Subject::Cooperation => Says::AskCooperation { draft, with: own.with() }.into(),
            Subject::LearningHalftime | Subject::LearningClose => {
                Says::AskLearning { draft }.into()
            }
        }])
    }

    /// Keeps an answer among their notes, and asks whether to share it.
    pub(super) async fn take_reflection(
        &mut self,
        speaker: &Speaker,
        draft: DraftId,
        (pair, meeting): (PairId, Option<MeetingId>),
        words: &str,
    ) -> Result<Answers, AppError> {
        if words.chars().nth(LONGEST_NOTE).is_some() {
            let most = i64::try_from(LONGEST_NOTE).unwrap_or(i64::MAX);
            return Ok(vec![General::TooLong { most }.into()]);
        }
        self.work.end_draft(draft, self.now).await?;
        let Some(own) = self.own_of(speaker, pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let kept = self.keep_note(&own, words).await?;
        let Some(Message::Note(NoteSays::Kept { number, .. })) = kept.first() else {
            return Ok(kept);
        };
        let number = *number;
        let notes = self.work.notes_about(own.member(), pair).await?;
        let Some(note) = notes.iter().find(|note| note.number == number) else { return Ok(kept) };
        let draft = Draft::ShareNote { pair, note: note.id, meeting };
        let draft = self.begin(speaker, &draft).await?;
        Ok(vec![Says::AskShare { draft, with: own.with(), number }.into()])
    }

    /// Passes an answer on to the other of the two.
    pub(super) async fn share_note(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
        note: NoteId,
    ) -> Result<Answers, AppError> {
        let Some(own) = self.own_of(speaker, pair).await? else {
            return Ok(vec![General::Outdated.into()]);
        };
        let is_own = self.work.note(note).await?.is_some_and(|note| note.owner == own.member());
        if !is_own {
            return Ok(vec![General::Outdated.into()]);
        }
        let other = own.pair.seat(own.half.other());
        let by = first_name(&own.pair.seat(own.half).name);
        let says = Says::Told { note, by };
        let notice = Notice::to_person(other.person, says.into(), Urgency::AtOnce);
        self.tell(&notice, &own.held).await?;
        Ok(vec![Says::Shared { with: own.with() }.into()])
    }

    /// Goes on to what else there is to look back on, after something was shared, kept or skipped.
    pub(super) async fn look_back_further(
        &mut self,
        speaker: &Speaker,
        pair: PairId,
        meeting: Option<MeetingId>,
    ) -> Result<Answers, AppError> {
        let Some(own) = self.own_of(speaker, pair).await? else { return Ok(vec![]) };
        let meeting = own.meetings.iter().find(|known| known.id == meeting).cloned();
        match meeting {
            Some(meeting) => self.ask_to_look_back(speaker, &own, &meeting).await,
            None => Ok(vec![]),
        }
    }

    /// Whether words are a command that can be done as it stands: "book Friday at 10", and not "book
    /// more meetings".
    pub(super) async fn is_whole_command(
        &mut self,
        speaker: &Speaker,
        spoken: Option<&Spoken>,
    ) -> Result<bool, AppError> {
        let Some(spoken) = spoken else { return Ok(false) };
        let zone = self.zone_of(speaker, None).await?;
        let now = self.local_now(&zone);
        Ok(read(spoken, &self.app.lexicon, now).is_ok())
    }
}
