//! What somebody has put together, as if they had typed it.

use serenity::{
    builder::{CreateActionRow, CreateInputText, CreateModal},
    model::{
        application::{
            ActionRowComponent, CommandData, CommandDataOption, CommandDataOptionValue,
            CommandType, InputTextStyle, ModalInteractionData,
        },
        channel::Attachment,
        id::{GenericId, GuildId, RoleId, UserId},
        user::User,
    },
};

use super::{
    super::{
        hear::account,
        length::{cut, length},
    },
    form::{Form, LONGEST_LINE, LONGEST_TITLE},
};
use crate::domain::{
    account::PlatformName,
    command::{
        Catalogue, CommandName, Given, LONGEST_WORDS, Leaf, Lexicon, ParameterKind, Spoken, compose,
    },
    leading::ServerRole,
    locale::Locale,
};

/// What somebody asks for.
#[derive(Debug, Clone)]
pub enum Asked {
    /// A command with all that it takes.
    Command(Spoken),
    /// A file that is to be fetched.
    File {
        /// The file.
        file: Attachment,
        /// What would have been written beside it: which programme it is for.
        text: String,
    },
    /// A command that takes longer words: they are asked for with [`modal`].
    Words(Given),
}

/// Discord hands over a command that we haven't registered, or not so: it remembers those of
/// another version of the bot for a while.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no command {0:?}")]
pub struct Unregistered(pub String);

/// Reads a command.
///
/// Roles belong to the server on which it is used.
pub fn read(
    data: &CommandData,
    server: Option<GuildId>,
    catalogue: &Catalogue,
    lexicon: &Lexicon,
) -> Result<Asked, Unregistered> {
    if data.kind == CommandType::User {
        return Ok(Asked::Command(compose(&pointed(data, catalogue)?, lexicon)));
    }
    let (leaf, options) = chosen(data, catalogue)?;
    let mut given = Given::nothing(leaf.command);
    let mut file = None;
    for option in options {
        let unknown = || Unregistered(format!("{} with {}", data.name, option.name));
        let kind = leaf.parameter(&option.name).ok_or_else(unknown)?.kind;
        if let CommandDataOptionValue::Attachment(id) = &option.value {
            file = Some(data.resolved.attachments.get(id).ok_or_else(unknown)?.clone());
        } else if let CommandDataOptionValue::Mentionable(id) = &option.value {
            given = given.with(kind, &person_or_role(data, *id, server).ok_or_else(unknown)?);
        } else {
            given = given.with(kind, &value(&option.value).ok_or_else(unknown)?);
        }
    }
    if let Some(file) = file {
        let programme = given.value(ParameterKind::Programme);
        let text = programme.map(|slug| format!("#{}", slug.trim_start_matches('#')));
        return Ok(Asked::File { file, text: text.unwrap_or_default() });
    }
    let parameters = leaf.command.parameters();
    let has_words = parameters.iter().any(|part| Form::of(part.kind) == Form::Dialogue);
    // What doesn't fit is nothing that was suggested: the answer to the command says so.
    Ok(if has_words && custom_id(&given).is_some() {
        Asked::Words(given)
    } else {
        Asked::Command(compose(&given, lexicon))
    })
}

/// Which command was chosen, and what was given to it.
pub(super) fn chosen<'d, 'c>(
    data: &'d CommandData,
    catalogue: &'c Catalogue,
) -> Result<(&'c Leaf, &'d [CommandDataOption]), Unregistered> {
    let mut path = vec![data.name.as_str()];
    let mut options = data.options.as_slice();
    while let [option] = options
        && let CommandDataOptionValue::SubCommand(inner)
        | CommandDataOptionValue::SubCommandGroup(inner) = &option.value
    {
        path.push(&option.name);
        options = inner;
    }
    let leaf = catalogue.find(&path).ok_or_else(|| Unregistered(path.join(" ")))?;
    Ok((leaf, options))
}

/// What was given, as people type it. None for what none of our commands takes.
pub(super) fn value(value: &CommandDataOptionValue) -> Option<String> {
    match value {
        CommandDataOptionValue::String(text)
        | CommandDataOptionValue::Autocomplete { value: text, .. } => Some(text.clone()),
        CommandDataOptionValue::Integer(number) => Some(number.to_string()),
        CommandDataOptionValue::User(user) => Some(account(*user).to_string()),
        CommandDataOptionValue::Attachment(_)
        | CommandDataOptionValue::Boolean(_)
        | CommandDataOptionValue::Number(_)
        | CommandDataOptionValue::SubCommand(_)
        | CommandDataOptionValue::SubCommandGroup(_)
        | CommandDataOptionValue::Channel(_)
        | CommandDataOptionValue::Mentionable(_)
        | CommandDataOptionValue::Role(_)
        | CommandDataOptionValue::Unknown(_)
        | _ => None,
    }
}

/// What is asked for somebody in whose menu it was chosen: under the name that they go by there.
fn pointed(data: &CommandData, catalogue: &Catalogue) -> Result<Given, Unregistered> {
    let unknown = || Unregistered(data.name.clone());
    let mut items = catalogue.pointed.iter();
    let (pointed, _) = items.find(|(_, item)| item.base == data.name).ok_or_else(unknown)?;
    let user = data.target_id.ok_or_else(unknown)?.to_user_id();
    Ok(pointed.at(name_of(data, user).ok_or_else(unknown)?, &account(user)))
}

/// The name that somebody goes by where they are pointed at.
fn name_of(data: &CommandData, user: UserId) -> Option<&str> {
    let nick = data.resolved.members.get(&user).and_then(|member| member.nick.as_deref());
    nick.or_else(|| data.resolved.users.get(&user).map(User::display_name))
}

/// Somebody, or a role of the server, with the name that it has there.
fn person_or_role(data: &CommandData, id: GenericId, server: Option<GuildId>) -> Option<String> {
    if let Some(name) = name_of(data, UserId::new(id.get())) {
        return Some(format!("{} {name}", account(UserId::new(id.get()))));
    }
    let role = data.resolved.roles.get(&RoleId::new(id.get()))?;
    let named = ServerRole {
        platform: PlatformName::Discord,
        server: server?.to_string(),
        role: role.id.to_string(),
    };
    Some(format!("{named} {}", role.name))
}

// --- Longer words ----------------------------------------------------------------------------------

/// Tells what a dialogue is for. It changes with what follows it, so that what an older version
/// asked is not taken for something else.
const VERSION: &str = "words-1";

/// Stands in none of the values that can be chosen.
const SEPARATOR: char = '|';

/// Asks for the words that a command takes, in somebody's language. None for a command that takes
/// none.
///
/// All that the answer needs stands in the dialogue's id, so that it is good after a restart.
pub fn modal(given: &Given, catalogue: &Catalogue, locale: &Locale) -> Option<CreateModal> {
    let leaf = catalogue.leaf(given.name)?;
    let mut parameters = leaf.parameters.iter();
    let (words, entry) =
        parameters.find(|(parameter, _)| Form::of(parameter.kind) == Form::Dialogue)?;
    let label = cut(entry.what.get(locale), LONGEST_TITLE);
    let field = CreateInputText::new(InputTextStyle::Paragraph, label, words.kind.key())
        .required(words.is_required)
        .max_length(u16::try_from(LONGEST_WORDS).unwrap_or(u16::MAX));
    let title = cut(leaf.entry.what.get(locale), LONGEST_TITLE);
    let modal = CreateModal::new(custom_id(given)?, title);
    Some(modal.components(vec![CreateActionRow::InputText(field)]))
}

/// Reads what somebody wrote in a dialogue.
pub fn read_modal(data: &ModalInteractionData, lexicon: &Lexicon) -> Result<Spoken, Unregistered> {
    let unknown = || Unregistered(data.custom_id.clone());
    let mut given = given_in(&data.custom_id).ok_or_else(unknown)?;
    for field in data.components.iter().flat_map(|row| &row.components) {
        let ActionRowComponent::InputText(field) = field else { return Err(unknown()) };
        let kind = ParameterKind::named(&field.custom_id).ok_or_else(unknown)?;
        given = given.with(kind, field.value.as_deref().unwrap_or_default());
    }
    Ok(compose(&given, lexicon))
}

/// What was given, as the id of a dialogue. None if it doesn't fit.
fn custom_id(given: &Given) -> Option<String> {
    let values = given.values.iter().map(|(kind, value)| format!("{}={value}", kind.key()));
    let parts: Vec<_> =
        [VERSION.to_owned(), given.name.key().to_owned()].into_iter().chain(values).collect();
    let is_plain = given.values.iter().all(|(_, value)| !value.contains(SEPARATOR));
    let id = parts.join(&SEPARATOR.to_string());
    (is_plain && length(&id) <= LONGEST_LINE).then_some(id)
}

fn given_in(custom_id: &str) -> Option<Given> {
    let mut parts = custom_id.split(SEPARATOR);
    parts.next().filter(|version| *version == VERSION)?;
    let name = CommandName::named(parts.next()?)?;
    parts.try_fold(Given::nothing(name), |given, part| {
        let (key, value) = part.split_once('=')?;
        Some(given.with(ParameterKind::named(key)?, value))
    })
}
