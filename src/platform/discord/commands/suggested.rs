//! What is suggested while somebody puts a command together.

use serenity::{
    builder::CreateAutocompleteResponse,
    model::application::{CommandData, CommandDataOptionValue},
};

use super::{
    super::length::{cut, length},
    asked::{chosen, value},
    form::{Form, LONGEST_LINE, MOST_CHOICES},
};
use crate::{
    domain::{
        account::Account,
        command::{Catalogue, ParameterKind},
        inbound::Room,
    },
    platform::{Sought, Suggestion},
};

/// What somebody is typing. None if it belongs to no command of ours.
pub fn sought(
    data: &CommandData,
    catalogue: &Catalogue,
    account: Account,
    room: Room,
) -> Option<Sought> {
    let (leaf, options) = chosen(data, catalogue).ok()?;
    let given = |kind: ParameterKind| {
        let mut options = options.iter();
        let option = options
            .find(|option| leaf.parameter(&option.name).is_some_and(|part| part.kind == kind))?;
        value(&option.value)
    };
    let (kind, typed) = options.iter().find_map(|option| {
        let CommandDataOptionValue::Autocomplete { value, .. } = &option.value else { return None };
        Some((leaf.parameter(&option.name)?.kind, value.clone()))
    })?;
    Some(Sought {
        account,
        room,
        command: leaf.command,
        kind,
        typed,
        programme: given(ParameterKind::Programme).filter(|_| kind != ParameterKind::Programme),
        with: given(ParameterKind::With).filter(|_| kind != ParameterKind::With),
    })
}

/// Suggestions as Discord takes them. What is too long to be chosen whole is left out.
pub fn answer(kind: ParameterKind, suggestions: &[Suggestion]) -> CreateAutocompleteResponse {
    let is_number = Form::of(kind) == Form::Number;
    let fits = |value: &str| (1..=LONGEST_LINE).contains(&length(value));
    let shown = suggestions
        .iter()
        .filter(|suggestion| fits(&suggestion.value) && !suggestion.label.trim().is_empty())
        .filter(|suggestion| !is_number || suggestion.value.parse::<i64>().is_ok())
        .take(MOST_CHOICES);
    shown.fold(CreateAutocompleteResponse::new(), |response, suggestion| {
        let label = cut(&suggestion.label, LONGEST_LINE);
        match suggestion.value.parse() {
            Ok(number) if is_number => response.add_int_choice(label, number),
            Ok(_) | Err(_) => response.add_string_choice(label, &suggestion.value),
        }
    })
}
