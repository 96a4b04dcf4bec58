//! Where a programme's group sessions are announced: the channel or room in which a leader says so.

use super::{Answers, Hearing, Held};
use crate::{
    app::AppError,
    domain::{
        command::CommandName,
        inbound::{Room, RoomKind},
        message::gathering::GatheringSays as Says,
    },
};

impl Hearing<'_> {
    /// Has them announced here from now on, or nowhere.
    pub(super) async fn set_channel(
        &mut self,
        held: &Held,
        is_off: bool,
    ) -> Result<Answers, AppError> {
        let programme = held.name(&self.locale);
        if is_off {
            self.work.put_channel(held.row.id, None).await?;
            return Ok(vec![Says::ChannelOff { programme }.into()]);
        }
        let here = self.work.place(self.place).await?;
        let is_pairs = here.is_some_and(|place| place.pair.is_some());
        let room = &self.inbound.room;
        if is_pairs || room.kind == RoomKind::Direct {
            let command = self.usage(CommandName::ProgrammeChannel);
            return Ok(vec![Says::ChannelWhere { command }.into()]);
        }
        // What is said aside in a channel is answered aside, but the channel is meant.
        let channel = Room { kind: RoomKind::Shared, ..room.clone() };
        let place = self.work.learn_place(&channel, &self.inbound.from, None).await?;
        self.work.put_channel(held.row.id, Some(place)).await?;
        for gathering in self.work.gatherings_of(held.row.id).await? {
            if gathering.is_open(&held.outline.time_zone, self.now) {
                self.work.mirror_gathering(gathering.id, self.now).await?;
            }
        }
        Ok(vec![Says::ChannelSet { programme }.into()])
    }
}
