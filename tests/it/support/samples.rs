//! One message of every kind there is, made from what the kinds say about themselves.

use mentorskap::domain::message::{Message, Shape};
use serde_json::{Map, Value, json};

/// The JSON of a message of that kind, with some value for each of its fields.
pub fn sample(feature: &str, shape: &Shape) -> Value {
    let mut says = Map::new();
    says.insert("kind".to_owned(), json!(snake(shape.kind)));
    for (name, kind) in shape.fields {
        says.insert((*name).to_owned(), value(kind));
    }
    json!({ feature: says })
}

/// The message of that kind, and its JSON.
pub fn samples() -> impl Iterator<Item = (&'static str, &'static Shape, Message)> {
    Message::shapes().map(|(feature, shape)| {
        let json = sample(feature, shape);
        let message = serde_json::from_value(json.clone());
        (feature, shape, message.unwrap_or_else(|why| panic!("{json}: {why}")))
    })
}

/// `BookFirst` as the stored format spells it: `book_first`.
pub fn snake(name: &str) -> String {
    mentorskap::l10n::kebab(name).replace('-', "_")
}

/// A value of a field's type, as it is stored.
fn value(kind: &str) -> Value {
    let plain: String = kind.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(one) = plain.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        return json!([value(one), another(one)]);
    }
    match plain.as_str() {
        "Name" | "String" => json!("Åsa Öst"),
        "Words" => json!("Vi ses på *kaféet*"),
        "Code" => json!("boka träff"),
        "Count" | "i64" => json!(3),
        "bool" => json!(true),
        "civil::Date" => json!("2026-03-03"),
        "civil::DateTime" => json!("2026-03-03T13:30:00"),
        "Moment" => json!({ "local": "2026-03-03T13:30:00", "instant": "2026-03-03T12:30:00Z" }),
        "FileText" => json!({ "name": "people.csv", "text": "id,name\n" }),
        "Verdict" => json!("held"),
        "PairId" | "MeetingId" | "CaseId" | "DraftId" | "ProposalId" | "AgreementId"
        | "ApplicationId" | "GatheringId" | "RoundId" | "LessonId" | "NoteId" | "GoalId"
        | "MemberId" | "PersonId" => json!(7),
        "Progress" => json!({
            "as_of": "2026-03-12",
            "planned": 1,
            "months": [{ "until": "2026-03-31", "planned": 3, "held": 2 }],
            "stands": [["booked", 2], ["ended", 1]],
        }),
        "Certificate" => json!({
            "name": "Åsa Öst",
            "role": "adept",
            "programme": { "en": "New leaders", "sv": "Nya ledare" },
            "starts_on": "2026-03-02",
            "ends_on": "2026-06-01",
            "figures": { "met": 5, "gatherings": 2 },
            "leaders": ["Lotta Lind"],
            "made_on": "2026-06-02",
        }),
        "Tenths" => json!(624),
        "Translations" => json!({ "en": "Kickoff", "sv": "Uppstartsträff" }),
        "Which" => json!({"pair": 7, "number": 3}),
        "Vec<Which>" => json!([{"pair": 7, "number": 3}]),
        "Line" => json!({ "general": { "kind": "plain", "words": "svenska" } }),
        "Lines" => json!([
            { "general": { "kind": "plain", "words": "svenska" } },
            { "general": { "kind": "plain", "words": "English" } },
        ]),
        other => panic!("there is no sample of {other}"),
    }
}

/// A second value, for lists.
fn another(kind: &str) -> Value {
    match kind {
        "Name" | "String" | "Words" => json!("Bo Berg"),
        "civil::DateTime" => json!("2026-03-04T03:30:00"),
        "PairId" | "NoteId" => json!(8),
        "Which" => json!({"pair": 7, "number": 4}),
        other => panic!("there is no second sample of {other}"),
    }
}
