//! What Discord is told of the commands that there are.

use serde_json::{Map, Value, json};
use serenity::model::application::{
    CommandOptionType, CommandType, InstallationContext, InteractionContext,
};

use super::{
    super::length::cut,
    form::{Form, LONGEST_LABEL, LONGEST_LINE, MOST_CHOICES, is_name},
    languages::tags,
};
use crate::domain::{
    command::{Branch, Catalogue, Entry, Leaf, Parameter, Root, Wording},
    role::Role,
};

/// The highest number that a list shows, as the grammar of commands reads them.
const HIGHEST: i64 = 999_999_999;

/// Every command, as Discord wants to be told.
///
/// None is kept for those with some permission of Discord's: a programme's leaders are whom the
/// programme names, and needn't moderate the server. The bot itself checks each time, and a server
/// can still hide commands from people in its own settings.
pub fn registered(catalogue: &Catalogue) -> Vec<Value> {
    let roots = catalogue.roots.iter().map(|root| slash(catalogue, root));
    let pointed = catalogue.pointed.iter().map(|(_, wording)| menu(wording));
    roots.chain(pointed).collect()
}

/// `/mentor` and the like, on a server and with the bot alone.
fn slash(catalogue: &Catalogue, root: &Root) -> Value {
    let mut command = described(&root.entry);
    command.insert("type".to_owned(), json!(u8::from(CommandType::ChatInput)));
    let branches = root.branches.iter().map(|branch| match branch {
        Branch::Leaf(leaf) => subcommand(catalogue, leaf),
        Branch::Group { entry, leaves, .. } => {
            let leaves = leaves.iter().map(|leaf| subcommand(catalogue, leaf));
            let mut group = described(entry);
            group.insert("type".to_owned(), json!(u8::from(CommandOptionType::SubCommandGroup)));
            group.insert("options".to_owned(), leaves.collect());
            group.into()
        }
    });
    command.insert("options".to_owned(), branches.collect());
    let contexts = [InteractionContext::Guild, InteractionContext::BotDm];
    placed(command, &contexts)
}

/// An item in the menu of a person, which only a server's members have.
fn menu(wording: &Wording) -> Value {
    let mut command = Map::new();
    command.insert("type".to_owned(), json!(u8::from(CommandType::User)));
    let fits = |name: &str| (1..=LONGEST_LABEL).contains(&name.chars().count());
    worded(&mut command, "name", wording, |name| fits(name).then(|| name.to_owned()));
    placed(command, &[InteractionContext::Guild])
}

fn placed(mut command: Map<String, Value>, contexts: &[InteractionContext]) -> Value {
    let contexts = contexts.iter().map(|context| u8::from(*context));
    command.insert("contexts".to_owned(), contexts.collect());
    let installed = [u8::from(InstallationContext::Guild)];
    command.insert("integration_types".to_owned(), json!(installed));
    command.into()
}

fn subcommand(catalogue: &Catalogue, leaf: &Leaf) -> Value {
    let mut command = described(&leaf.entry);
    command.insert("type".to_owned(), json!(u8::from(CommandOptionType::SubCommand)));
    // Discord wants what is required first; people see what they must give before what they can.
    let (first, then): (Vec<_>, Vec<_>) =
        leaf.parameters.iter().partition(|(parameter, _)| parameter.is_required);
    let options = first.into_iter().chain(then);
    let options: Vec<_> =
        options.filter_map(|(parameter, entry)| option(catalogue, *parameter, entry)).collect();
    command.insert("options".to_owned(), options.into());
    command.into()
}

/// What is given to a command, unless that is done in a dialogue of its own.
fn option(catalogue: &Catalogue, parameter: Parameter, entry: &Entry) -> Option<Value> {
    let form = Form::of(parameter.kind);
    let mut option = described(entry);
    option.insert("type".to_owned(), json!(u8::from(form.option()?)));
    if parameter.is_required {
        option.insert("required".to_owned(), json!(true));
    }
    match form {
        Form::Typed(most) => {
            option.insert("max_length".to_owned(), json!(most));
        }
        Form::Suggested => {
            option.insert("autocomplete".to_owned(), json!(true));
        }
        Form::Number => {
            option.insert("autocomplete".to_owned(), json!(true));
            option.insert("min_value".to_owned(), json!(1));
            option.insert("max_value".to_owned(), json!(HIGHEST));
        }
        Form::Role => {
            option.insert("choices".to_owned(), roles(catalogue));
        }
        Form::Language => {
            option.insert("choices".to_owned(), languages(catalogue));
        }
        Form::Person | Form::PersonOrRole | Form::File | Form::Dialogue => {}
    }
    Some(option.into())
}

fn roles(catalogue: &Catalogue) -> Value {
    let choice = |(role, wording): &(Role, Wording)| {
        let mut choice = Map::new();
        worded(&mut choice, "name", wording, |name| Some(cut(name, LONGEST_LINE)));
        choice.insert("value".to_owned(), json!(role.as_str()));
        Value::from(choice)
    };
    catalogue.roles.iter().map(choice).collect()
}

/// Each language is called what it calls itself, whoever looks for it.
fn languages(catalogue: &Catalogue) -> Value {
    let languages = catalogue.languages.iter().take(MOST_CHOICES);
    languages.map(|(locale, name)| json!({ "name": name, "value": locale.as_str() })).collect()
}

fn described(entry: &Entry) -> Map<String, Value> {
    let mut described = Map::new();
    worded(&mut described, "name", &entry.name, |name| is_name(name).then(|| name.to_owned()));
    worded(&mut described, "description", &entry.what, |what| Some(cut(what, LONGEST_LINE)));
    described
}

/// Puts words down in every language that Discord has. Where a translation isn't what Discord
/// accepts it is left out, since Discord would else refuse all commands because of it.
fn worded(
    of: &mut Map<String, Value>,
    key: &str,
    wording: &Wording,
    fit: impl Fn(&str) -> Option<String>,
) {
    of.insert(key.to_owned(), json!(fit(&wording.base).unwrap_or_else(|| wording.base.clone())));
    let mut others = Map::new();
    for (locale, words) in &wording.others {
        if let Some(words) = fit(words).filter(|words| *words != wording.base) {
            for tag in tags(locale) {
                others.insert(tag.to_owned(), json!(words));
            }
        }
    }
    if !others.is_empty() {
        of.insert(format!("{key}_localizations"), others.into());
    }
}
