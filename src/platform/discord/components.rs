//! What may be pressed below a message.
//!
//! A button's id is the token of what it means, so that it outlives restarts: nothing about it is
//! remembered here.

use serenity::{
    builder::{
        CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind,
        CreateSelectMenuOption,
    },
    model::application::{
        ActionRow, ActionRowComponent, Button as Shown, ButtonKind, ButtonStyle, SelectMenu,
    },
};

use super::length::cut;
use crate::{document::Button, domain::press::Press};

/// How many buttons stand in a row, and how many choices are offered as buttons at all: more are
/// a menu, in which people find their way.
const IN_A_ROW: usize = 5;

/// How many options a menu has at most, and how many menus a message.
const IN_A_MENU: usize = 25;
const MENUS: usize = 5;

/// How long a label and an option may be, in characters.
const LABEL: usize = 80;
const OPTION: usize = 100;

/// The ids of menus: the version, and which of the message's menus it is.
const MENU: &str = "1:menu";

/// The buttons of a message, or a menu if they are many.
pub(super) fn rows(buttons: &[Button]) -> Vec<CreateActionRow> {
    if buttons.is_empty() {
        vec![]
    } else if buttons.len() <= IN_A_ROW || is_scale(buttons) {
        let shown: Vec<_> = (0..).zip(buttons).map(button).collect();
        shown.chunks(IN_A_ROW).map(|row| CreateActionRow::Buttons(row.to_vec())).collect()
    } else {
        buttons.chunks(IN_A_MENU).take(MENUS).zip(1..).map(menu).collect()
    }
}

/// Whether they are the steps of a check-in's question: one tap, however many there are.
fn is_scale(buttons: &[Button]) -> bool {
    buttons
        .iter()
        .all(|button| matches!(button.press, Press::Rate(..) | Press::Tick(..) | Press::Ticked(..)))
}

fn button((at, button): (usize, &Button)) -> CreateButton {
    let style = if at == 0 { ButtonStyle::Primary } else { ButtonStyle::Secondary };
    CreateButton::new(button.press.token()).label(cut(&button.label, LABEL)).style(style)
}

fn menu((buttons, nth): (&[Button], usize)) -> CreateActionRow {
    let option = |button: &Button| {
        CreateSelectMenuOption::new(cut(&button.label, OPTION), button.press.token())
    };
    let options = buttons.iter().map(option).collect();
    let id = format!("{MENU}:{nth}");
    CreateActionRow::SelectMenu(CreateSelectMenu::new(id, CreateSelectMenuKind::String { options }))
}

/// The same components with what was chosen standing out. All of them can still be pressed: people
/// change their minds.
pub(super) fn with_chosen(rows: &[ActionRow], token: &str) -> Vec<CreateActionRow> {
    rows.iter().filter_map(|row| row_with_chosen(row, token)).collect()
}

fn row_with_chosen(row: &ActionRow, token: &str) -> Option<CreateActionRow> {
    let buttons = row.components.iter().filter_map(|component| match component {
        ActionRowComponent::Button(shown) => button_with_chosen(shown, token),
        ActionRowComponent::SelectMenu(_) | ActionRowComponent::InputText(_) | _ => None,
    });
    let buttons: Vec<_> = buttons.collect();
    if !buttons.is_empty() {
        return Some(CreateActionRow::Buttons(buttons));
    }
    row.components.iter().find_map(|component| match component {
        ActionRowComponent::SelectMenu(menu) => Some(menu_with_chosen(menu, token)),
        ActionRowComponent::Button(_) | ActionRowComponent::InputText(_) | _ => None,
    })
}

fn button_with_chosen(shown: &Shown, token: &str) -> Option<CreateButton> {
    let ButtonKind::NonLink { custom_id, .. } = &shown.data else { return None };
    let style = if custom_id == token { ButtonStyle::Success } else { ButtonStyle::Secondary };
    let button = CreateButton::new(custom_id).style(style);
    Some(button.label(shown.label.as_deref().unwrap_or("…")))
}

fn menu_with_chosen(menu: &SelectMenu, token: &str) -> CreateActionRow {
    let option = |option: &serenity::model::application::SelectMenuOption| {
        let is_chosen = option.value == token;
        CreateSelectMenuOption::new(&option.label, &option.value).default_selection(is_chosen)
    };
    let options = menu.options.iter().map(option).collect();
    let id = menu.custom_id.as_deref().unwrap_or(MENU);
    CreateActionRow::SelectMenu(CreateSelectMenu::new(id, CreateSelectMenuKind::String { options }))
}
