//! When people are reminded of their meetings.

use jiff::Timestamp;

use super::{StoreError, Work, row::Row};
use crate::domain::{
    ids::{MeetingId, MemberId},
    reminder::Ahead,
};

/// A reminder that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// Of whom.
    pub member: MemberId,
    /// How long before.
    pub ahead: Ahead,
}

impl Work {
    /// Plans the reminders of a meeting, in place of those that were planned before.
    pub async fn put_reminders(
        &mut self,
        meeting: MeetingId,
        reminders: &[(MemberId, Ahead, Timestamp)],
    ) -> Result<(), StoreError> {
        sqlx::query("delete from reminders where meeting_id = $1")
            .bind(meeting.get())
            .execute(&mut *self.tx)
            .await?;
        for (member, ahead, at) in reminders {
            sqlx::query(
                "insert into reminders (meeting_id, member_id, ahead, due_at)
                 values ($1, $2, $3, $4)",
            )
            .bind(meeting.get())
            .bind(member.get())
            .bind(ahead.as_str())
            .bind(at.as_millisecond())
            .execute(&mut *self.tx)
            .await?;
        }
        Ok(())
    }

    /// The reminders that are due by now, the oldest first.
    pub async fn reminders_due(&mut self, now: Timestamp) -> Result<Vec<Reminder>, StoreError> {
        let rows = sqlx::query(
            "select id, meeting_id, member_id, ahead from reminders
              where due_at <= $1 order by due_at, id",
        )
        .bind(now.as_millisecond())
        .fetch_all(&mut *self.tx)
        .await?;
        let read = |row| {
            let row = Row::of("reminders", row)?;
            Ok(Reminder {
                meeting: MeetingId::new(row.number("meeting_id")?),
                member: MemberId::new(row.number("member_id")?),
                ahead: row.known("ahead", Ahead::named)?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// A reminder is sent, or of no use any longer.
    pub async fn end_reminder(&mut self, reminder: &Reminder) -> Result<(), StoreError> {
        sqlx::query(
            "delete from reminders where meeting_id = $1 and member_id = $2 and ahead = $3",
        )
        .bind(reminder.meeting.get())
        .bind(reminder.member.get())
        .bind(reminder.ahead.as_str())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// A reminder waits until then.
    pub async fn put_off_reminder(
        &mut self,
        reminder: &Reminder,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "update reminders set due_at = $4
              where meeting_id = $1 and member_id = $2 and ahead = $3",
        )
        .bind(reminder.meeting.get())
        .bind(reminder.member.get())
        .bind(reminder.ahead.as_str())
        .bind(until.as_millisecond())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}
