//! Whether Discord knows the commands as they are now: they are registered anew only if it doesn't.

use serde_json::{Map, Value, json};

/// What we say of a command, of what it takes and of what can be chosen there.
const OURS: [&str; 17] = [
    "autocomplete",
    "choices",
    "contexts",
    "default_member_permissions",
    "description",
    "description_localizations",
    "integration_types",
    "max_length",
    "max_value",
    "min_value",
    "name",
    "name_localizations",
    "nsfw",
    "options",
    "required",
    "type",
    "value",
];

/// Whether `theirs`, as Discord lists them *with localisations*, are `ours`. Discord adds ids and
/// versions, spells out what is as it is by default, and lists commands in an order of its own.
pub fn is_same(theirs: &[Value], ours: &[Value]) -> bool {
    let plain = |commands: &[Value]| {
        let mut plain: Vec<_> = commands.iter().map(plain).collect();
        plain.sort_by_key(|command| (command["type"].to_string(), command["name"].to_string()));
        plain
    };
    plain(theirs) == plain(ours)
}

/// A value without what Discord adds to it.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(key, _)| OURS.contains(&key.as_str()));
            let fields = fields.filter(|(_, value)| !is_default(value)).map(|(key, value)| {
                let value = match key.as_str() {
                    // Their fields are languages.
                    "name_localizations" | "description_localizations" => value.clone(),
                    "contexts" | "integration_types" => sorted(value),
                    _ => plain(value),
                };
                (key.clone(), value)
            });
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(plain).collect(),
        // 1 and 1.0 are the same to Discord.
        Value::Number(number) => json!(number.as_f64()),
        Value::Null | Value::Bool(_) | Value::String(_) => value.clone(),
    }
}

fn sorted(value: &Value) -> Value {
    let mut numbers: Vec<_> = value.as_array().into_iter().flatten().cloned().collect();
    numbers.sort_by_key(Value::as_u64);
    numbers.into()
}

/// Whether a field says what would be so without it.
fn is_default(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_discord_adds_makes_no_difference() {
        let ours = [
            json!({
                "type": 1, "name": "mentor", "description": "Meetings",
                "name_localizations": { "sv-SE": "mentor" }, "contexts": [0, 1],
                "options": [{ "type": 1, "name": "help", "description": "See", "options": [
                    { "type": 4, "name": "meeting", "description": "Which", "min_value": 1 },
                ] }],
            }),
            json!({ "type": 2, "name": "Add", "contexts": [0] }),
        ];
        let theirs = [
            json!({
                "id": "2", "application_id": "1", "version": "3", "type": 2, "name": "Add",
                "description": "", "description_localizations": null, "contexts": [0],
                "default_member_permissions": null, "dm_permission": true, "nsfw": false,
            }),
            json!({
                "id": "4", "application_id": "1", "version": "3", "type": 1, "name": "mentor",
                "description": "Meetings", "name_localizations": { "sv-SE": "mentor" },
                "description_localizations": null, "contexts": [1, 0], "nsfw": false,
                "options": [{ "type": 1, "name": "help", "description": "See", "options": [
                    { "type": 4, "name": "meeting", "description": "Which", "min_value": 1.0,
                      "required": false, "autocomplete": false },
                ] }],
            }),
        ];
        assert!(is_same(&theirs, &ours));
    }

    #[test]
    fn what_we_have_changed_does() {
        let command = |name: &str, what: &str, sv: &str, required: bool| {
            json!({ "type": 1, "name": name, "description": what, "options": [
                { "type": 3, "name": "when", "name_localizations": { "sv-SE": sv },
                  "required": required },
            ] })
        };
        let ours = [command("mentor", "Meetings", "när", true)];
        assert!(is_same(&ours, &ours));
        for changed in [
            command("lead", "Meetings", "när", true),
            command("mentor", "Your meetings", "när", true),
            command("mentor", "Meetings", "tid", true),
            command("mentor", "Meetings", "när", false),
        ] {
            assert!(!is_same(std::slice::from_ref(&changed), &ours), "{changed}");
        }
        assert!(!is_same(&[], &ours));
        assert!(!is_same(&[ours[0].clone(), ours[0].clone()], &ours));
    }
}
