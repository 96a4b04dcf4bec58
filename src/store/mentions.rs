//! What names somebody who is erased, in what others have been or are to be told.

use serde_json::Value;

use super::{StoreError, Work, row::Row};
use crate::domain::ids::{PersonId, ProgrammeId};

/// Somebody who is erased, as others read of them.
#[derive(Debug, Clone)]
pub struct Mentioned {
    /// Who it is.
    pub person: PersonId,
    /// Everything that they were called in full.
    pub names: Vec<String>,
    /// Their first names.
    pub first_names: Vec<String>,
    /// Those with whom they were in a pair, or might have been, who read of them by their first name.
    pub partners: Vec<PersonId>,
    /// What stands in the place of their name where something has yet to be said.
    pub instead: String,
}

/// What is about a programme, `$1`. Answers belong to none, but are given in the conversation of
/// somebody who takes part in it.
macro_rules! around {
    () => {
        "(programme_id = $1
          or (programme_id is null and coalesce(posted_to, place_id) in (
                select places.id from places
                  join members as others on others.person_id = places.person_id
                 where others.programme_id = $1)))"
    };
}

/// Values that are nobody's name, or that of whoever reads it.
const OTHER_NAMES: [&str; 2] = ["programme", "to"];

impl Work {
    /// Takes everything that names somebody out of what others have been or are to be told in a
    /// programme. What was said is erased. What has yet to be said loses the name, so that nobody
    /// misses anything; it is dropped where it makes no sense without: a question about a proposal,
    /// and what a partner was to read.
    pub async fn erase_mentions(
        &mut self,
        programme: ProgrammeId,
        of: &Mentioned,
    ) -> Result<(), StoreError> {
        self.mark_erasing();
        for name in of.names.iter().chain(&of.first_names) {
            let rows = sqlx::query(concat!(
                "select id, kind, state, message, question,
                        coalesce(person_id, (select places.person_id from places
                                              where places.id = coalesce(posted_to, place_id)))
                            as reader_id
                   from outbox
                  where ",
                around!(),
                " and replace(message, $2, '') <> message"
            ))
            .bind(programme.get())
            .bind(in_json(name))
            .fetch_all(&mut *self.tx)
            .await?;
            let is_shared = self.is_called_too(programme, of.person, name).await?;
            for row in &rows {
                let row = Row::of("outbox", row)?;
                let reader = row.maybe_number("reader_id")?.map(PersonId::new);
                let is_partner = reader.is_some_and(|reader| of.partners.contains(&reader));
                let is_first = !of.names.contains(name);
                if is_first && !is_partner {
                    continue;
                }
                let mut message: Value =
                    serde_json::from_str(&row.text("message")?).map_err(|why| row.wrong(why))?;
                // A single word may be a word like any other.
                let within = !is_first && name.contains(char::is_whitespace);
                if !replace(&mut message, name, &of.instead, within) {
                    continue;
                }
                let waits = ["waiting", "sending"].contains(&&*row.text("state")?);
                let kind = row.text("kind")?;
                let is_nudge = kind.starts_with("nudge.");
                // What they asked of the leaders is theirs, and so are the words.
                let is_plea = kind.starts_with("attention.Help") || kind == "attention.Person";
                let is_void = has_key(&message, "proposal") || is_plea || (is_partner && !is_nudge);
                let is_open = row.text("question")? == "open";
                let change = if is_shared && (waits || is_open) {
                    // It may well be about the other of that name.
                    continue;
                } else if !waits || is_void {
                    sqlx::query("delete from outbox where id = $1").bind(row.id())
                } else {
                    // It is put anew when it leaves.
                    sqlx::query("update outbox set message = $2, document = null where id = $1")
                        .bind(row.id())
                        .bind(message.to_string())
                };
                change.execute(&mut *self.tx).await?;
            }
            self.erase_drafts(programme, name).await?;
        }
        Ok(())
    }

    /// Erases what those of a programme have begun that names somebody. Who goes on with it is told
    /// that it is out of date, and begins anew.
    async fn erase_drafts(&mut self, programme: ProgrammeId, name: &str) -> Result<(), StoreError> {
        let rows = sqlx::query(
            "select id, draft from drafts
              where person_id in (select person_id from members where programme_id = $1)
                and replace(draft, $2, '') <> draft",
        )
        .bind(programme.get())
        .bind(in_json(name))
        .fetch_all(&mut *self.tx)
        .await?;
        for row in &rows {
            let row = Row::of("drafts", row)?;
            let mut draft: Value =
                serde_json::from_str(&row.text("draft")?).map_err(|why| row.wrong(why))?;
            if replace(&mut draft, name, "", true) {
                let erase = sqlx::query("delete from drafts where id = $1").bind(row.id());
                erase.execute(&mut *self.tx).await?;
            }
        }
        Ok(())
    }

    /// Whether somebody else in the programme is called so.
    async fn is_called_too(
        &mut self,
        programme: ProgrammeId,
        person: PersonId,
        name: &str,
    ) -> Result<bool, StoreError> {
        let others: i64 = sqlx::query_scalar(
            "select count(*) from members join people on people.id = person_id
              where programme_id = $1 and person_id <> $2
                and (name = $3 or substr(name, 1, length($3) + 1) = $3 || ' ')",
        )
        .bind(programme.get())
        .bind(person.get())
        .bind(name)
        .fetch_one(&mut *self.tx)
        .await?;
        Ok(others > 0)
    }

    /// Erases everything that was said in a programme whose people are all erased.
    pub async fn erase_said_in(&mut self, programme: ProgrammeId) -> Result<(), StoreError> {
        self.mark_erasing();
        let statement =
            concat!("delete from outbox where state not in ('waiting', 'sending') and ", around!());
        sqlx::query(statement).bind(programme.get()).execute(&mut *self.tx).await?;
        Ok(())
    }
}

/// Puts `instead` in the place of a name, and says whether it was there: as a whole value, or, if
/// `within`, within a longer one. Names are not cut out of others.
fn replace(value: &mut Value, name: &str, instead: &str, within: bool) -> bool {
    match value {
        Value::String(words) if words == name => {
            instead.clone_into(words);
            true
        }
        Value::String(words) if within => {
            let mut replaced = String::with_capacity(words.len());
            let mut rest = 0;
            for (at, _) in words.match_indices(name) {
                let before = words.get(..at).and_then(|before| before.chars().next_back());
                let after = words.get(at + name.len()..).and_then(|after| after.chars().next());
                let is_cut = |beside: Option<char>| beside.is_some_and(char::is_alphanumeric);
                if !is_cut(before) && !is_cut(after) {
                    replaced.push_str(words.get(rest..at).unwrap_or_default());
                    replaced.push_str(instead);
                    rest = at + name.len();
                }
            }
            let is_there = rest > 0;
            replaced.push_str(words.get(rest..).unwrap_or_default());
            *words = replaced;
            is_there
        }
        Value::Array(values) => {
            let replaced = values.iter_mut().map(|value| replace(value, name, instead, within));
            replaced.filter(|is_there| *is_there).count() > 0
        }
        Value::Object(fields) => {
            let fields = fields.iter_mut().filter(|(key, _)| !OTHER_NAMES.contains(&key.as_str()));
            let replaced = fields.map(|(_, value)| replace(value, name, instead, within));
            replaced.filter(|is_there| *is_there).count() > 0
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn has_key(value: &Value, key: &str) -> bool {
    match value {
        Value::Object(fields) => {
            fields.contains_key(key) || fields.values().any(|value| has_key(value, key))
        }
        Value::Array(values) => values.iter().any(|value| has_key(value, key)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// As JSON has it, without the quotation marks.
fn in_json(name: &str) -> String {
    let quoted = Value::from(name).to_string();
    quoted.trim_matches('"').to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_are_taken_out_wherever_they_stand() {
        check("Anna Ek", &json!({"name": "Anna Ek"}), &json!({"name": "-"}), true);
        check("Anna Ek", &json!(["Bo Berg", "Anna Ek"]), &json!(["Bo Berg", "-"]), true);
        check(
            "Anna Ek",
            &json!({"a": {"words": "Hej, Anna Ek!"}}),
            &json!({"a": {"words": "Hej, -!"}}),
            true,
        );
    }

    #[test]
    fn others_keep_theirs() {
        for kept in [
            json!({"name": "Anna Ekström"}),
            json!({"words": "Lilianna Ek"}),
            json!({"to": "Anna Ek"}),
            json!({"programme": "Anna Ek"}),
        ] {
            check("Anna Ek", &kept, &kept, false);
        }
        let mut words = json!({"words": "Ja, gärna", "name": "Ja"});
        assert!(replace(&mut words, "Ja", "-", false));
        assert_eq!(words, json!({"words": "Ja, gärna", "name": "-"}));
    }

    #[track_caller]
    fn check(name: &str, value: &Value, expected: &Value, is_there: bool) {
        let mut replaced = value.clone();
        assert_eq!(replace(&mut replaced, name, "-", true), is_there);
        assert_eq!(replaced, *expected);
    }
}
