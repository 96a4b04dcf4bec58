//! What is kept about people: every column, so that a person can be shown all of it.

use jiff::Timestamp;
use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, Row as _};

use super::{StoreError, Work};
use crate::domain::ids::PersonId;

/// What a column holds.
#[derive(Debug, Clone, Copy)]
enum Holds {
    /// A number.
    Number,
    /// A time, in milliseconds.
    Moment,
    /// A time, where this condition holds.
    MomentIf(&'static str),
    /// Text.
    Text,
    /// Text that is JSON.
    Json,
    /// Text that is JSON, where this condition holds.
    JsonIf(&'static str),
    /// Text, where this condition holds: mostly that it is the person's own.
    Words(&'static str),
    /// Words for the person if that is so. Otherwise it isn't even said whether there are any.
    Own(&'static str),
    /// What somebody else has said in confidence, or a secret.
    Withheld,
}

/// A table.
struct Table {
    name: &'static str,
    /// Which rows are about a person, who is `$1`. None if none are about anybody.
    whose: Option<&'static str>,
    columns: &'static [(&'static str, Holds)],
}

macro_rules! table {
    ($name:ident, $whose:expr, { $($column:ident: $holds:ident $(($condition:expr))?),+ $(,)? }) => {
        Table {
            name: stringify!($name),
            whose: $whose,
            columns: &[$((stringify!($column), Holds::$holds $(($condition))?)),+],
        }
    };
}

/// The parts of a person in programmes.
macro_rules! parts {
    () => {
        "(select id from members where person_id = $1)"
    };
}

/// The pairs of a person.
macro_rules! pairs {
    () => {
        concat!(
            "(select id from pairs where mentor_id in ",
            parts!(),
            " or adept_id in ",
            parts!(),
            ")"
        )
    };
}

/// The places where a person and the bot talk, alone or with the other of a pair. What the other
/// says aside there is none of them.
macro_rules! places {
    () => {
        concat!(
            "(select id from places where person_id = $1 or (kind = 'shared' and pair_id in ",
            pairs!(),
            "))"
        )
    };
}

/// The pair of the row has the person as its mentor or its adept.
macro_rules! said_by {
    ($half:literal) => {
        concat!("pair_id in (select id from pairs where ", $half, " in ", parts!(), ")")
    };
}

/// A letter that tells nothing that somebody else has said to leaders alone.
macro_rules! is_for_its_reader {
    () => {
        "(kind not like 'selection.%' or kind like 'selection.Letter%')
         and kind not in ('matching.Asked', 'matching.Declined', 'matching.DeclinedBecause',
                          'attention.Help', 'attention.HelpOverdue', 'attention.Person',
                          'attention.List', 'attention.ListMore', 'attention.Digest',
                          'attention.ReadyPerson', 'pair.Felt', 'pair.FeltAndFits',
                          'checkin.Results', 'gathering.Show')"
    };
}

/// What a leader did that the person whom it was about may know of: not who was put together with
/// whom or kept apart, nor a decision of which they haven't been told.
macro_rules! is_open_act {
    () => {
        "(command not like 'match-%'
          and (command not in
                   ('applications-accept', 'applications-waitlist', 'applications-decline')
               or exists (select 1 from applications
                           where person_id = $1 and programme_id = acts.programme_id
                             and told_at >= done_at)))"
    };
}

/// Every table with every column. A test holds it against the databases.
const TABLES: &[Table] = &[
    table!(installation, None, { name: Text, made_at: Moment }),
    table!(people, Some("id = $1"), {
        id: Number, name: Text, locale: Text, zone: Text, locale_by: Text, hours_from: Number,
        hours_until: Number, reminders: Text,
    }),
    table!(accounts, Some("person_id = $1"), {
        id: Number, person_id: Number, platform: Text, address: Text, since_at: Moment,
        spoke_at: Moment, look_at: Moment,
    }),
    table!(own_calendars, Some("person_id = $1"), {
        id: Number, person_id: Number, key: Withheld, address: Withheld, busy: Text,
        read_at: Moment, read_next_at: Moment, failing_since: Moment, success_is_news: Number,
    }),
    table!(invitations, Some("person_id = $1"), {
        id: Number, person_id: Number, code_hash: Withheld, expires_at: Moment, used_at: Moment,
    }),
    table!(failed_codes, Some(
        "account in (select platform || ':' || address from accounts where person_id = $1)"
    ), { account: Text, at: Moment }),
    table!(programmes, None, {
        id: Number, slug: Text, file: Text, state: Text, paused_since: Moment, started_at: Moment,
        recruits_since: Moment, applications: Number, prepare_at: Moment, trains_since: Moment, train_at: Moment, digest_at: Moment,
        checkin_at: Moment, end_at: Moment, last_on: Text, channel_id: Number, erased_at: Moment,
    }),
    table!(leader_roles, None, {
        id: Number, programme_id: Number, platform: Text, server: Text, role: Text, name: Text,
    }),
    table!(members, Some("person_id = $1"), {
        id: Number, programme_id: Number, person_id: Number, role: Text, handle: Text,
        capacity: Number, contact: Text, manager: Text, organisation: Text, city: Text,
        languages: Text, wants: Text, offers: Text,
        // By whose wish is confidential, and so is whom it is about.
        never_with: Withheld, fixed_with: Withheld,
        by_role: Number, paused_since: Moment, pause_at: Moment, resume_at: Moment,
        thanked_at: Moment, told_erased_on: Text, erased_at: Moment,
    }),
    table!(pairs, Some(concat!("id in ", pairs!())), {
        id: Number, programme_id: Number, number: Number, mentor_id: Number, adept_id: Number,
        next: Text, due_at: Moment, asked: Number, asked_at: Moment, meeting_id: Number,
        ask_at: Moment, since_at: Moment, stopped_since: Moment, paused_since: Moment,
        resume_at: Moment, ends_on: Text, began_at: Moment, ended_at: Moment, act_at: Moment, look_at: Moment,
        // The other one's answer is told to nobody, unless it is the same yes.
        mentor_touch: Own(concat!("mentor_id in ", parts!())),
        adept_touch: Own(concat!("adept_id in ", parts!())),
    }),
    table!(pauses, Some(concat!("pair_id in ", pairs!())), {
        id: Number, pair_id: Number, from_at: Moment, until_at: Moment,
    }),
    table!(applications, Some("person_id = $1"), {
        id: Number, programme_id: Number, person_id: Number, number: Number, role: Text,
        name: Text, contact: Text, guardian: Text, consent_at: Moment, notice_version: Text, answers: Json, state: Text, begun_at: Moment,
        reminded_at: Moment,
        sent_at: Moment,
        // What was decided comes with the letter.
        decision: Words("told = decision"), decided_at: MomentIf("told = decision"),
        told: Text, told_at: Moment, told_before: Text, told_before_at: Moment, erase_at: Moment,
    }),
    table!(assessments, Some(
        "person_id = $1
         or application_id in (select id from applications where person_id = $1)"
    ), {
        id: Number, application_id: Number, person_id: Number,
        points: JsonIf("person_id = $1 or exists (
            select 1 from applications where id = application_id and told_at is not null)"),
        given_at: Moment,
    }),
    table!(application_notes, Some(
        "person_id = $1
         or application_id in (select id from applications where person_id = $1)"
    ), {
        id: Number, application_id: Number, person_id: Number, words: Words("person_id = $1"),
        made_at: Moment,
    }),
    // Whom somebody is kept apart from, and by whose wish, is confidential.
    table!(ties, Some(concat!("mentor_id in ", parts!(), " or adept_id in ", parts!())), {
        id: Number, programme_id: Number, mentor_id: Withheld, adept_id: Withheld, kind: Withheld,
    }),
    // Neither does anybody learn whether the other of two declined.
    table!(proposals, Some(concat!(
        "asked_at is not null and (mentor_id in ", parts!(), " or adept_id in ", parts!(), ")"
    )), {
        id: Number, programme_id: Number, mentor_id: Number, adept_id: Number, state: Withheld,
        made_at: Moment, asked_at: Moment, remind_at: Moment, reminded_at: Moment,
        by_half: Withheld,
    }),
    table!(agreements, Some(concat!("pair_id in ", pairs!())), {
        id: Number, pair_id: Number, version: Number, clauses: Json, opened_at: Moment,
        agreed_at: Moment,
    }),
    table!(meetings, Some(concat!("pair_id in ", pairs!())), {
        id: Number, pair_id: Number, number: Number, local: Text, zone: Text, begins_at: Moment,
        since_at: Moment, place: Text, state: Text, asked: Number, asked_at: Moment,
        mentor_says: Words(said_by!("mentor_id")), adept_says: Words(said_by!("adept_id")),
    }),
    table!(reminders, Some(concat!("member_id in ", parts!())), {
        id: Number, meeting_id: Number, member_id: Number, ahead: Text, due_at: Moment,
    }),
    table!(impressions, Some(concat!("member_id in ", parts!())), {
        id: Number, meeting_id: Number, member_id: Number, feeling: Text, fit: Text,
        said_at: Moment,
    }),
    table!(reflections, Some(concat!("member_id in ", parts!())), {
        id: Number, member_id: Number, pair_id: Number, subject: Text, asked_at: Moment,
    }),
    // What the other of the two has told leaders in confidence isn't among them.
    table!(cases, Some(concat!(
        "person_id = $1 or (person_id is null and kind <> 'facts_differ' and pair_id in ", pairs!(), ")"
    )), {
        id: Number, programme_id: Number, pair_id: Number, person_id: Number, kind: Text,
        meeting_id: Number, wish: Text, words: Text, answer_by: Moment, remind_at: Moment,
        level: Words("kind <> 'silent'"), since_at: Moment, state: Text, wake_at: Moment,
        note: Withheld,
    }),
    table!(places, Some(concat!("id in ", places!())), {
        id: Number, platform: Text, kind: Text, address: Text,
        account: Words("person_id = $1"), person_id: Number, pair_id: Number, state: Text,
        locale: Text, spoke_at: Moment,
    }),
    table!(drafts, Some("person_id = $1"), {
        id: Number, person_id: Number, place_id: Number,
        draft: JsonIf("draft not like '{\"kind\":\"write_to\"%'"), made_at: Moment,
        done_at: Moment,
    }),
    table!(inbox, None, { key: Text, heard_at: Moment }),
    table!(heard_up_to, None, { platform: Text, at: Moment }),
    table!(outbox, Some(concat!(
        "person_id = $1 or pair_id in ", pairs!(), " or place_id in ", places!()
    )), {
        id: Number, receiver: Text, person_id: Number, pair_id: Number, place_id: Number,
        programme_id: Number, message: JsonIf(is_for_its_reader!()), kind: Text, priority: Number, state: Text,
        made_at: Moment, due_at: Moment, stale_at: Moment, lease_until: Moment, attempts: Number,
        failures: Number, rooms_gone: Number, first_try_at: Moment, posted_to: Number,
        document: JsonIf(is_for_its_reader!()), reply_to: Text, reason: Text, posted_as: Text, settled_at: Moment,
        question: Text, subject: Text,
    }),
    table!(lessons, Some("person_id = $1"), {
        id: Number, programme_id: Number, person_id: Number, lesson: Text, sent_at: Moment,
        done_at: Moment,
    }),
    table!(goals, Some(concat!("member_id in ", parts!())), {
        id: Number, member_id: Number, number: Number, words: Text, weight: Number,
        is_shared: Number, steps: Json, halftime: Number, close: Number, made_at: Moment,
        removed_at: Moment,
    }),
    table!(goal_changes, Some(concat!(
        "goal_id in (select id from goals where member_id in ", parts!(), ")"
    )), {
        id: Number, goal_id: Number, change: Text, words: Text, changed_at: Moment,
    }),
    table!(notes, Some(concat!("member_id in ", parts!())), {
        id: Number, member_id: Number, pair_id: Number, number: Number, made_at: Moment,
        // The words themselves are put beside them, where they can be opened.
        key: Text, sealed: Withheld,
    }),
    // The code lets in whoever has it, and is for those who are there.
    table!(gatherings, None, {
        id: Number, programme_id: Number, number: Number, key: Text, plan: Json, state: Text,
        invite_at: Moment, invited_at: Moment, is_time_asked: Number, code: Withheld,
        material: Text, step: Text, step_at: Moment, event: Text, event_at: Moment,
    }),
    table!(replies, Some("person_id = $1"), {
        id: Number, gathering_id: Number, person_id: Number, answer: Text, waits: Number,
        said_at: Moment, came: Text,
    }),
    table!(rounds, None, {
        id: Number, programme_id: Number, number: Number, occasion: Text, opened_at: Moment,
        closes_at: Moment, closed_at: Moment, names: Text, threshold: Number, questions: Json, asked: Number,
        answered: Number, step: Text, step_at: Moment,
    }),
    table!(round_people, Some("person_id = $1"), {
        id: Number, round_id: Number, person_id: Number, role: Text, groups: Json, is_done: Number,
    }),
    table!(round_answers, Some("person_id = $1"), {
        id: Number, round_id: Number, person_id: Number, question: Number, value: Number,
        words: Text, key: Text, sealed: Withheld,
    }),
    table!(round_results, None, { id: Number, round_id: Number, question: Number, shown: Json }),
    // Nobody knows whose they are.
    table!(voices, None, { id: Number, round_id: Number, question: Number, words: Text }),
    table!(acts, Some(concat!(
        "person_id = $1 or (about_id = $1 and ", is_open_act!(), ")"
    )), {
        id: Number, programme_id: Number, person_id: Number, command: Text, about_id: Number,
        done_at: Moment,
    }),
];

/// What stands where something is withheld.
const WITHHELD: &str = "withheld";

pub(super) use {is_for_its_reader, is_open_act, pairs, parts, places};

/// Every table and column that is known, for the test that holds them against a database.
pub fn columns() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLES.iter().flat_map(|table| table.columns.iter().map(|(column, _)| (table.name, *column)))
}

impl Work {
    /// Everything that is kept about a person, by table, as JSON. What others have said in
    /// confidence is withheld.
    pub async fn everything_about(&mut self, person: PersonId) -> Result<Value, StoreError> {
        let mut everything = Map::new();
        for table in TABLES {
            let Some(whose) = table.whose else { continue };
            let columns = table.columns.iter().map(|(column, holds)| match holds {
                Holds::Words(condition) | Holds::JsonIf(condition) | Holds::MomentIf(condition) => {
                    format!(
                        "case when {condition} then cast({column} as text)
                             when {column} is not null then '{WITHHELD}' end as {column}"
                    )
                }
                Holds::Own(condition) => {
                    format!("case when {condition} then cast({column} as text) end as {column}")
                }
                Holds::Withheld => {
                    format!("case when {column} is not null then '{WITHHELD}' end as {column}")
                }
                Holds::Number | Holds::Moment | Holds::Text | Holds::Json => {
                    format!("cast({column} as text) as {column}")
                }
            });
            let columns: Vec<_> = columns.collect();
            let (columns, name) = (columns.join(", "), table.name);
            let query = format!("select {columns} from {name} where {whose} order by 1");
            let rows = sqlx::query(AssertSqlSafe(query))
                .bind(person.get())
                .fetch_all(&mut *self.tx)
                .await?;
            let mut shown = vec![];
            for row in &rows {
                let mut object = Map::new();
                for (column, holds) in table.columns {
                    let text: Option<String> = row.try_get(*column)?;
                    object.insert(
                        (*column).to_owned(),
                        text.map_or(Value::Null, |text| value(*holds, text)),
                    );
                }
                shown.push(Value::Object(object));
            }
            if !shown.is_empty() {
                everything.insert(name.to_owned(), Value::Array(shown));
            }
        }
        Ok(Value::Object(everything))
    }
}

fn value(holds: Holds, text: String) -> Value {
    let number = || text.parse::<i64>().ok();
    let read = match holds {
        Holds::Number => number().map(Value::from),
        Holds::Moment | Holds::MomentIf(_) => number()
            .and_then(|at| Timestamp::from_millisecond(at).ok())
            .map(|at| Value::from(at.to_string())),
        Holds::Json | Holds::JsonIf(_) => serde_json::from_str(&text).ok(),
        Holds::Text | Holds::Words(_) | Holds::Own(_) | Holds::Withheld => None,
    };
    read.unwrap_or(Value::String(text))
}
