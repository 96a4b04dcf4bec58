"""What Discord demands of slash commands before it registers them."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from .routing import bad_length, invalid, too_long

SUBCOMMAND, GROUP, STRING, INTEGER, NUMBER = 1, 2, 3, 4, 10
OPTION_TYPES = range(1, 12)
MOST_COMMANDS = {1: 100, 2: 15, 3: 15}
LONGEST_COMMAND = 8_000

# fmt: off
LOCALES = frozenset((
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he",
    "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru",
    "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
))
# fmt: on


def check(commands: Any) -> None:
    """Refuses commands as Discord would."""
    if not isinstance(commands, list):
        raise invalid("", "BASE_TYPE_BAD_TYPE", "Only iterables may be used in a ListType")
    kinds = [command.get("type", 1) for command in commands]
    for kind, most in MOST_COMMANDS.items():
        if kinds.count(kind) > most:
            raise invalid(
                "",
                "APPLICATION_COMMANDS_MAX",
                f"There are more than {most} commands of type {kind}.",
            )
    known = set()
    for number, command in enumerate(commands):
        key = (command.get("name"), command.get("type", 1))
        if key in known:
            raise invalid(
                f"{number}/name",
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            )
        known.add(key)
        _check_command(str(number), command)


def _check_command(where: str, command: dict[str, Any]) -> None:
    kind = command.get("type", 1)
    if kind not in MOST_COMMANDS:
        raise invalid(f"{where}/type", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3}.")
    if kind != 1:
        for name in _worded(where, command, "name"):
            if not 1 <= len(name[1]) <= 32:
                raise bad_length(name[0], 1, 32)
        if command.get("description") or command.get("options"):
            raise invalid(
                f"{where}/description",
                "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
                "Menus have no description or options",
            )
        return
    _check_named(where, command)
    _check_options(f"{where}/options", command.get("options") or [], depth=0)
    if size(command) > LONGEST_COMMAND:
        raise invalid(where, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")


def _check_named(where: str, thing: dict[str, Any]) -> None:
    for path, name in _worded(where, thing, "name"):
        _check_name(path, name)
    for path, text in _worded(where, thing, "description"):
        if not 1 <= len(text) <= 100:
            raise bad_length(path, 1, 100)


def _worded(where: str, thing: dict[str, Any], field: str) -> Iterator[tuple[str, str]]:
    """What a field says, in every language."""
    if not isinstance(thing.get(field), str):
        raise invalid(f"{where}/{field}", "BASE_TYPE_REQUIRED", "This field is required")
    yield f"{where}/{field}", thing[field]
    for locale, text in (thing.get(f"{field}_localizations") or {}).items():
        if locale not in LOCALES:
            raise invalid(
                f"{where}/{field}_localizations", "DICT_TYPE_INVALID_KEY", f"{locale} is no locale"
            )
        if text is not None:
            yield f"{where}/{field}_localizations/{locale}", text


def _check_name(where: str, name: str) -> None:
    """1 to 32 of: letters, digits, "-", "_", "'", marks of two scripts; and nothing in capitals."""
    if not 1 <= len(name) <= 32:
        raise bad_length(where, 1, 32)
    if not all(_is_of_names(letter) for letter in name) or name != name.lower():
        raise invalid(where, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _is_of_names(letter: str) -> bool:
    if letter in "-_'" or unicodedata.category(letter)[0] in "LN":
        return True
    return unicodedata.name(letter, "").startswith(("DEVANAGARI", "THAI"))


def _check_options(where: str, options: list[dict[str, Any]], *, depth: int) -> None:
    if len(options) > 25:
        raise too_long(where, 25)
    names: set[str] = set()
    for number, option in enumerate(options):
        here = f"{where}/{number}"
        kind = option.get("type")
        if kind not in OPTION_TYPES:
            raise invalid(f"{here}/type", "BASE_TYPE_CHOICES", "No such type of option")
        _check_named(here, option)
        if option["name"] in names:
            raise invalid(
                here,
                "APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
                "Option name already exists in this options list",
            )
        names.add(option["name"])
        _check_nesting(here, option, depth)
        _check_values(here, option)
    kinds = {option["type"] in (SUBCOMMAND, GROUP) for option in options}
    if len(kinds) == 2:
        raise invalid(
            where,
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-commands and groups stand beside no other options",
        )
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        raise invalid(
            where,
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options",
        )


def _check_nesting(where: str, option: dict[str, Any], depth: int) -> None:
    kind, below = option["type"], option.get("options") or []
    if kind == GROUP and depth != 0 or kind == SUBCOMMAND and depth > 1:
        raise invalid(
            f"{where}/type",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Groups are nested too deeply",
        )
    if kind == GROUP:
        if not below or any(one.get("type") != SUBCOMMAND for one in below):
            raise invalid(
                f"{where}/options",
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "A group holds sub-commands",
            )
        _check_options(f"{where}/options", below, depth=1)
    elif kind == SUBCOMMAND:
        if any(one.get("type") in (SUBCOMMAND, GROUP) for one in below):
            raise invalid(
                f"{where}/options",
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "A sub-command holds no others",
            )
        _check_options(f"{where}/options", below, depth=2)
    elif below:
        raise invalid(
            f"{where}/options",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Only commands hold options",
        )


def _check_values(where: str, option: dict[str, Any]) -> None:
    kind, choices = option["type"], option.get("choices") or []
    if len(choices) > 25:
        raise too_long(f"{where}/choices", 25)
    if (choices or option.get("autocomplete")) and kind not in (STRING, INTEGER, NUMBER):
        raise invalid(
            where,
            "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
            "This type of option has no choices",
        )
    if choices and option.get("autocomplete"):
        raise invalid(
            where,
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
            "Choices and autocomplete exclude each other",
        )
    names: set[str] = set()
    for number, choice in enumerate(choices):
        here = f"{where}/choices/{number}"
        for path, name in _worded(here, choice, "name"):
            if not 1 <= len(name) <= 100:
                raise bad_length(path, 1, 100)
        if choice["name"] in names:
            raise invalid(
                here,
                "APPLICATION_COMMAND_OPTIONS_CHOICE_NAMES_DUPLICATE",
                "Choice names must be unique",
            )
        names.add(choice["name"])
        value = choice.get("value")
        if kind == STRING and (not isinstance(value, str) or not 1 <= len(value) <= 100):
            raise bad_length(f"{here}/value", 1, 100)
        if kind != STRING and (isinstance(value, bool) or not isinstance(value, (int, float))):
            raise invalid(
                f"{here}/value", "NUMBER_TYPE_COERCE", f'Value "{value}" is not a number.'
            )
    for name, least in (("min_length", 0), ("max_length", 1)):
        value = option.get(name)
        if value is not None and (kind != STRING or not least <= value <= 6_000):
            raise invalid(
                f"{where}/{name}",
                "NUMBER_TYPE_RANGE",
                f"int value should be between {least} and 6000.",
            )
    for name in ("min_value", "max_value"):
        if option.get(name) is not None and kind not in (INTEGER, NUMBER):
            raise invalid(
                f"{where}/{name}",
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Only numbers have bounds",
            )


def size(thing: dict[str, Any]) -> int:
    """Names, descriptions and values together. Of every field the longest language counts."""
    total = 0
    for field in ("name", "description"):
        texts = [thing.get(field) or "", *(thing.get(f"{field}_localizations") or {}).values()]
        total += max(len(text or "") for text in texts)
    if isinstance(thing.get("value"), str):
        total += len(thing["value"])
    for below in ("options", "choices"):
        total += sum(size(one) for one in thing.get(below) or [])
    return total
