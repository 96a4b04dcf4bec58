//! Commands on Discord: what it is told of them, and what it hands over when somebody uses one.

use insta::assert_snapshot;
use jiff::civil::{DateTime, date};
use mentorskap::{
    domain::{
        account::{Account, PlatformName},
        command::{
            Command, CommandName, Given, LeadCommand, Lexicon, ParameterKind, Spoken,
            read as read_words,
        },
        inbound::{Room, RoomKind},
        leading::Leading,
        locale::Locale,
        role::Role,
    },
    l10n::{LocaleFile, Words, embedded},
    platform::{
        Sought, Suggestion,
        discord::commands::{
            Asked, Unregistered, answer, is_same, modal, read, read_modal, registered, sought,
        },
    },
};
use serde_json::{Value, json};
use serenity::model::{
    application::{CommandData, ModalInteractionData},
    id::GuildId,
};

const NOW: DateTime = date(2026, 3, 2).at(9, 0, 0, 0);

// --- What Discord is told --------------------------------------------------------------------------

#[test]
fn the_commands_that_discord_is_told_of() {
    let shown = in_order(&registered(&words().catalogue()).into());
    assert_snapshot!(serde_json::to_string_pretty(&shown).unwrap());
}

/// The same with all fields by name, whatever else is built in.
fn in_order(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(key, _)| *key);
            fields.into_iter().map(|(key, value)| (key.clone(), in_order(value))).collect()
        }
        Value::Array(items) => items.iter().map(in_order).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

/// Discord counts names, descriptions and values of a command, its groups and what they take.
#[test]
#[expect(clippy::print_stdout, reason = "shows how near the largest command is")]
fn no_command_outgrows_discord() {
    const MOST: usize = 8_000;
    for command in registered(&words().catalogue()) {
        let count = characters(&command);
        let name = command["name"].as_str().unwrap();
        println!("{name}: {count} of {MOST}");
        assert!(count <= MOST, "{name} has {count} characters of {MOST}");
    }
}

/// The strictest count: every translation beside the original.
fn characters(value: &Value) -> usize {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| match key.as_str() {
                "name" | "description" | "value" => length(value),
                "name_localizations" | "description_localizations" => {
                    value.as_object().unwrap().values().map(length).sum()
                }
                _ => characters(value),
            })
            .sum(),
        Value::Array(items) => items.iter().map(characters).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

#[test]
fn every_name_and_description_is_one_that_discord_accepts() {
    for command in registered(&words().catalogue()) {
        let is_menu = command["type"] == json!(2);
        check_form(&command, is_menu);
        assert_eq!(command["integration_types"], json!([0]));
        assert_eq!(command["contexts"], if is_menu { json!([0]) } else { json!([0, 1]) });
        assert!(command.get("default_member_permissions").is_none());
    }
}

fn check_form(value: &Value, is_menu: bool) {
    let texts = |key: &str| {
        let translated = value[format!("{key}_localizations")].as_object().cloned();
        let translated = translated.into_iter().flatten().map(|(_, text)| text);
        let texts = translated.chain([value[key].clone()]);
        texts.filter_map(|text| text.as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
    for name in texts("name") {
        assert!((1..=32).contains(&name.chars().count()), "{name:?}");
        assert!(is_menu || name.chars().all(is_plain), "{name:?}");
        assert!(is_menu || name == name.to_lowercase(), "{name:?}");
    }
    for what in texts("description") {
        assert!((1..=100).contains(&what.chars().count()), "{what:?}");
    }
    assert_eq!(is_menu, texts("description").is_empty(), "{value}");
    let mut was_optional = false;
    let options = value["options"].as_array().cloned().unwrap_or_default();
    assert!(options.len() <= 25, "{value}");
    for option in &options {
        let is_required = option["required"] == json!(true);
        assert!(!(was_optional && is_required), "what is required stands first: {value}");
        was_optional = !is_required;
        check_form(option, false);
        assert!(option["choices"].as_array().is_none_or(|choices| choices.len() <= 25));
        let has_both = option["choices"].is_array() && option["autocomplete"] == json!(true);
        assert!(!has_both, "{option}");
    }
}

#[test]
fn discord_is_not_told_again_what_it_knows() {
    let ours = registered(&words().catalogue());
    let mut theirs = ours.clone();
    theirs.reverse();
    for (at, command) in theirs.iter_mut().enumerate() {
        command["id"] = json!(at.to_string());
        command["default_member_permissions"] = Value::Null;
        command["nsfw"] = json!(false);
    }
    assert!(is_same(&theirs, &ours));
    assert!(!is_same(&theirs[1..], &ours));
    theirs[0]["contexts"] = json!([0, 1, 2]);
    assert!(!is_same(&theirs, &ours));
}

/// A language that Discord has is there as soon as it is translated; one that it hasn't isn't, and
/// neither is a name that it would refuse.
#[test]
fn a_language_that_is_added_comes_in() {
    let files = |language: &str| -> Vec<LocaleFile> {
        let english = embedded().into_iter().filter(|file| file.language == "en");
        let translated = english.map(|file| LocaleFile {
            language: language.to_owned(),
            source: file
                .source
                .replace(".slash = meeting book", ".slash = Treffen buchen")
                .replace(".slash = meeting list", ".slash = treffen zeigen"),
            ..file
        });
        translated.collect()
    };
    let added: Vec<_> = [embedded(), files("de"), files("is")].into_iter().flatten().collect();
    let words = Words::of(&added, &[]).unwrap();
    let shown = json!(registered(&words.catalogue())).to_string();
    assert!(shown.contains(r#""de":"zeigen""#), "{shown}");
    assert!(!shown.contains("Treffen"), "{shown}");
    assert!(!shown.contains(r#""is":"#), "{shown}");
    // Who chooses German there speaks it here too.
    assert!(shown.contains(r#""value":"de""#), "{shown}");
}

// --- What somebody has put together ----------------------------------------------------------------

#[test]
fn what_is_put_together_is_read_as_if_it_were_typed() {
    let spoken = spoken(&subcommand(
        "mentor",
        &["meeting", "book"],
        &json!([
            { "name": "where", "type": 3, "value": "Café Åsa" },
            { "name": "when", "type": 3, "value": "2026-03-05 13:00" },
            { "name": "with", "type": 3, "value": "anna" },
        ]),
    ));
    assert_eq!(spoken.name, CommandName::MeetingBook);
    assert_eq!(spoken.rest, "2026-03-05 13:00, Café Åsa");
    assert_eq!(spoken.about.as_deref(), Some("anna"));
}

#[test]
fn numbers_and_people_are_read_as_well() {
    let moved = spoken(&subcommand(
        "mentor",
        &["meeting", "move"],
        &json!([
            { "name": "meeting", "type": 4, "value": 2 },
            { "name": "when", "type": 3, "value": "2026-03-05 13:00" },
        ]),
    ));
    assert_eq!(moved.rest, "2 2026-03-05 13:00");
    let bare = spoken(&subcommand("mentor", &["help"], &json!([])));
    assert_eq!((bare.name, bare.rest.as_str()), (CommandName::Help, ""));
}

#[test]
fn leaders_are_people_or_a_role() {
    let of = |id: &str| {
        command(&json!({
            "id": "1", "name": "lead", "type": 1,
            "resolved": {
                "users": { USER: {
                    "id": USER, "username": "anna_e", "global_name": "Anna E", "avatar": null,
                    "discriminator": "0",
                } },
                "roles": { "77": {
                    "id": "77", "name": "Ledning", "color": 0,
                    "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
                    "hoist": false, "position": 1,
                    "permissions": "0", "managed": false, "mentionable": false, "flags": 0,
                } },
            },
            "options": [{ "type": 2, "name": "leader", "options": [
                { "type": 1, "name": "add", "options": [{ "name": "who", "type": 9, "value": id }] },
            ] }],
        }))
    };
    let read = |id: &str, server: Option<u64>| {
        read(&of(id), server.map(GuildId::new), &words().catalogue(), &lexicon())
    };
    let rest = |id: &str| match read(id, Some(5)).unwrap() {
        Asked::Command(spoken) => spoken.rest,
        asked @ (Asked::File { .. } | Asked::Words(_)) => panic!("{asked:?}"),
    };
    assert_eq!(rest(USER), format!("discord:{USER} Anna E"));
    assert_eq!(rest("77"), "discord:5/77 Ledning");
    // Between the two there are no roles, and nothing is read that wasn't told of.
    assert!(read("77", None).is_err());
    assert!(read("78", Some(5)).is_err());
}

#[test]
fn a_file_is_to_be_fetched() {
    let data = command(&json!({
        "id": "1", "name": "lead", "type": 1,
        "resolved": { "attachments": { "77": {
            "id": "77", "filename": "people.csv", "size": 12,
            "url": "https://cdn.discordapp.com/people.csv", "proxy_url": "https://media.discordapp.net/x",
        } } },
        "options": [{ "type": 2, "name": "people", "options": [
            { "type": 1, "name": "import", "options": [
                { "type": 11, "name": "file", "value": "77" },
                { "type": 3, "name": "programme", "value": "ledare" },
            ] },
        ] }],
    }));
    let asked = read(&data, None, &words().catalogue(), &lexicon()).unwrap();
    let Asked::File { file, text } = asked else { panic!("{asked:?}") };
    assert_eq!((file.filename.as_str(), text.as_str()), ("people.csv", "#ledare"));
    // Without one, the bot says how such a file looks.
    let without = spoken(&subcommand("lead", &["people", "import"], &json!([])));
    assert_eq!(without.name, CommandName::PeopleImport);
}

#[test]
fn a_leader_may_point_at_somebody() {
    let of = |name: &str, member: &Value| {
        command(&json!({
            "id": "1", "name": name, "type": 2, "target_id": USER,
            "resolved": {
                "users": { USER: {
                    "id": USER, "username": "anna_e", "global_name": "Anna E", "avatar": null,
                    "discriminator": "0",
                } },
                "members": member,
            },
        }))
    };
    let account: Account = format!("discord:{USER}").parse().unwrap();
    let check = |data: &CommandData, expected: Command| {
        let spoken = spoken(data);
        assert_eq!(read_words(&spoken, &lexicon(), NOW), Ok(expected), "{spoken:?}");
    };
    let add = |name: &str, role: Role| {
        let (name, account) = (name.to_owned(), Some(account.clone()));
        LeadCommand::PeopleAdd { name, role, account }.into()
    };
    check(&of("Add as mentor", &json!({})), add("Anna E", Role::Mentor));
    let member = json!({ USER: {
        "nick": "Anna Ek", "roles": [], "joined_at": null, "permissions": "0", "pending": false,
        "deaf": false, "mute": false,
    } });
    check(&of("Add as adept", &member), add("Anna Ek", Role::Adept));
    let account = account.clone();
    check(
        &of("Make programme leader", &member),
        LeadCommand::LeaderAdd { who: Leading::Account(account), name: Some("Anna Ek".to_owned()) }
            .into(),
    );
    let unknown = read(&of("Add as a friend", &json!({})), None, &words().catalogue(), &lexicon());
    assert_eq!(unknown.unwrap_err(), Unregistered("Add as a friend".to_owned()));
}

#[test]
fn a_command_of_another_version_is_refused() {
    let refused = |data: &CommandData| {
        let asked = read(data, None, &words().catalogue(), &lexicon());
        assert!(asked.is_err(), "{asked:?}");
    };
    refused(&subcommand("mentor", &["dance"], &json!([])));
    refused(&subcommand("mentor", &["meeting"], &json!([])));
    refused(&subcommand("lead", &["help"], &json!([])));
    let stray = json!([{ "name": "colour", "type": 3, "value": "red" }]);
    refused(&subcommand("mentor", &["meeting", "list"], &stray));
    let wrong = json!([{ "name": "with", "type": 5, "value": true }]);
    refused(&subcommand("mentor", &["meeting", "list"], &wrong));
}

#[test]
fn longer_words_have_a_dialogue_that_outlives_the_bot() {
    let data = subcommand(
        "lead",
        &["announce"],
        &json!([{ "name": "programme", "type": 3, "value": "ledare" }]),
    );
    let asked = read(&data, None, &words().catalogue(), &lexicon()).unwrap();
    let Asked::Words(given) = asked else { panic!("{asked:?}") };
    let shown = modal(&given, &words().catalogue(), &Locale::new("sv-SE")).unwrap();
    assert_snapshot!(serde_json::to_string_pretty(&shown).unwrap(), @r#"
    {
      "components": [
        {
          "type": 1,
          "components": [
            {
              "type": 4,
              "custom_id": "words",
              "style": 2,
              "label": "Din text",
              "max_length": 4000,
              "required": true
            }
          ]
        }
      ],
      "custom_id": "words-1|announce|programme=ledare",
      "title": "Skriv till alla i programmet"
    }
    "#);

    let id = json!(shown)["custom_id"].as_str().unwrap().to_owned();
    let spoken = read_modal(&written(&id, "words", "Hej!\n\nVi ses #torsdag"), &lexicon()).unwrap();
    assert_eq!(spoken.name, CommandName::Announce);
    assert_eq!(spoken.rest, "Hej!\n\nVi ses #torsdag");
    assert_eq!(spoken.programme.as_deref(), Some("ledare"));
}

#[test]
fn a_dialogue_that_we_never_opened_is_refused() {
    for id in [
        "",
        "words-1",
        "words-1|dance",
        "words-0|announce",
        "words-1|announce|programme",
        "words-1|announce|colour=red",
        "b1:123",
    ] {
        assert!(read_modal(&written(id, "words", "Hej"), &lexicon()).is_err(), "{id}");
    }
    assert!(read_modal(&written("words-1|announce", "colour", "Hej"), &lexicon()).is_err());
    // What no command takes is left out of it.
    let spoken = read_modal(&written("words-1|status", "words", "Hej"), &lexicon()).unwrap();
    assert_eq!((spoken.name, spoken.rest.as_str()), (CommandName::Status, ""));
}

#[test]
fn what_does_not_fit_into_a_dialogue_is_left_to_the_answer() {
    for slug in ["x".repeat(100), "a|b".to_owned()] {
        let data = subcommand(
            "lead",
            &["announce"],
            &json!([{ "name": "programme", "type": 3, "value": slug }]),
        );
        let spoken = spoken(&data);
        assert_eq!(spoken.programme, Some(slug));
    }
    assert!(
        modal(&Given::nothing(CommandName::Help), &words().catalogue(), &Locale::new("sv"))
            .is_none()
    );
}

/// Every command that takes longer words has a dialogue whose title and field fit.
#[test]
fn every_dialogue_is_one_that_discord_accepts() {
    for name in CommandName::ALL {
        for locale in words().locales() {
            let Some(modal) = modal(&Given::nothing(*name), &words().catalogue(), locale) else {
                let takes_words =
                    name.parameters().iter().any(|part| part.kind == ParameterKind::Words);
                assert!(!takes_words, "{name:?}");
                continue;
            };
            let modal = json!(modal);
            for text in [&modal["title"], &modal["components"][0]["components"][0]["label"]] {
                let text = text.as_str().unwrap();
                assert!(!text.is_empty() && !text.contains('…'), "{locale}: {text}");
            }
        }
    }
}

// --- What is suggested meanwhile -------------------------------------------------------------------

#[test]
fn what_is_being_typed_is_what_is_sought() {
    let data = subcommand(
        "lead",
        &["pair", "add"],
        &json!([
            { "name": "mentor", "type": 3, "value": "bo" },
            { "name": "programme", "type": 3, "value": "ledare" },
            { "name": "adept", "type": 3, "value": "an", "focused": true },
        ]),
    );
    let account: Account = format!("discord:{USER}").parse().unwrap();
    let room =
        Room { platform: PlatformName::Discord, address: "1".to_owned(), kind: RoomKind::Direct };
    let catalogue = words().catalogue();
    assert_eq!(
        sought(&data, &catalogue, account.clone(), room.clone()),
        Some(Sought {
            account: account.clone(),
            room: room.clone(),
            command: CommandName::PairAdd,
            kind: ParameterKind::Adept,
            typed: "an".to_owned(),
            programme: Some("ledare".to_owned()),
            with: None,
        })
    );
    let number = subcommand(
        "mentor",
        &["meeting", "cancel"],
        &json!([{ "name": "meeting", "type": 4, "value": "2", "focused": true }]),
    );
    let number = sought(&number, &catalogue, account.clone(), room.clone()).unwrap();
    assert_eq!((number.kind, number.typed.as_str()), (ParameterKind::MeetingNumber, "2"));
    let nothing = subcommand("mentor", &["help"], &json!([]));
    assert_eq!(sought(&nothing, &catalogue, account, room), None);
}

#[test]
fn no_more_is_suggested_than_discord_takes() {
    let suggestion =
        |label: &str, value: &str| Suggestion { label: label.to_owned(), value: value.to_owned() };
    let mut many: Vec<_> = (0..40).map(|n| suggestion(&format!("{n}"), &format!("v{n}"))).collect();
    many.insert(0, suggestion(&"🎉".repeat(80), "long"));
    many.insert(0, suggestion("too long", &"v".repeat(101)));
    many.insert(0, suggestion("", "nameless"));
    let shown = json!(answer(ParameterKind::Programme, &many));
    let choices = shown["choices"].as_array().unwrap();
    assert_eq!(choices.len(), 25);
    assert_eq!(choices[0]["value"], json!("long"));
    assert!(choices[0]["name"].as_str().unwrap().encode_utf16().count() <= 100);

    let numbers = [suggestion("two", "2"), suggestion("none", "two")];
    let shown = json!(answer(ParameterKind::PairNumber, &numbers));
    assert_eq!(shown["choices"], json!([{ "name": "two", "value": 2 }]));
}

// --- What Discord hands over -----------------------------------------------------------------------

const USER: &str = "123456789012345678";

fn command(data: &Value) -> CommandData {
    serde_json::from_value(data.clone()).unwrap()
}

/// `/mentor meeting book` with these options.
fn subcommand(root: &str, path: &[&str], options: &Value) -> CommandData {
    let nested = path.iter().rev().enumerate().fold(options.clone(), |inner, (depth, name)| {
        json!([{ "type": if depth == 0 { 1 } else { 2 }, "name": name, "options": inner }])
    });
    command(&json!({ "id": "1", "name": root, "type": 1, "options": nested }))
}

fn written(custom_id: &str, field: &str, text: &str) -> ModalInteractionData {
    let field = json!({ "type": 4, "custom_id": field, "value": text });
    let row = json!({ "type": 1, "components": [field] });
    serde_json::from_value(json!({ "custom_id": custom_id, "components": [row] })).unwrap()
}

#[track_caller]
fn spoken(data: &CommandData) -> Spoken {
    match read(data, None, &words().catalogue(), &lexicon()).unwrap() {
        Asked::Command(spoken) => spoken,
        asked @ (Asked::File { .. } | Asked::Words(_)) => panic!("{asked:?}"),
    }
}

fn words() -> Words {
    Words::load(None).unwrap()
}

fn lexicon() -> Lexicon {
    words().lexicon()
}
