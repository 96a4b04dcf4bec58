"""What people fill in: the options of commands, lists to choose from, and dialogues."""

from typing import Any

from simcord.backend.command_access import command_access
from simcord.backend.errors import OptionError
from simcord.interactions import nest_options, validate_option_value, walk_to_subcommand

from . import asking
from .control import WrongCall, number
from .world import World

STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = (
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
)
PLAIN = (STRING, INTEGER, BOOLEAN, NUMBER)


def command(world: World, user_id: int, channel_id: int, name: str, kind: int) -> dict[str, Any]:
    """The registered command. It has to be one that this person is offered there."""
    found = world.backend.commands.get(None, {}).get((name, kind))
    if found is None:
        known = sorted(known for known, of in world.backend.commands.get(None, {}) if of == kind)
        raise WrongCall(f"no command {name} of type {kind} is registered; there are: {known}")
    access = command_access(world.backend, found, user_id=user_id, channel_id=channel_id)
    if not access.allowed:
        raise WrongCall(f"{name} isn't offered there: {access.reason}")
    return found


def _leaf(command: dict[str, Any], path: list[str]) -> tuple[dict[str, Any], list[str]]:
    leaf, nesting = walk_to_subcommand(command, path)
    below = [option["name"] for option in leaf.get("options") or [] if option["type"] in (1, 2)]
    if below:
        raise WrongCall(f"{' '.join([command['name'], *path])} has sub-commands: {below}")
    return leaf, nesting


def _base(command: dict[str, Any]) -> dict[str, Any]:
    return {"id": command["id"], "name": command["name"], "type": command["type"]}


def filled_in(
    world: World,
    user_id: int,
    channel_id: int,
    command: dict[str, Any],
    path: list[str],
    values: dict[str, Any],
    files: dict[str, dict[str, str]],
) -> dict[str, Any]:
    """The data of a command that somebody sends."""
    leaf, nesting = _leaf(command, path)
    declared = {option["name"]: option for option in leaf.get("options") or []}
    unknown = (values.keys() | files.keys()) - declared.keys()
    if unknown:
        raise WrongCall(f"no option {sorted(unknown)}; there are: {sorted(declared)}")
    missing = [
        name
        for name, option in declared.items()
        if option.get("required") and name not in {**values, **files}
    ]
    if missing:
        raise WrongCall(f"these options have to be filled in: {missing}")
    resolved: dict[str, Any] = {}
    built = []
    for name, option in declared.items():
        if name in files:
            file = files[name]
            if option["type"] != ATTACHMENT:
                raise WrongCall(f"{name} takes no file")
            value = asking.resolve_file(
                world, channel_id, file["name"], file["text"].encode(), resolved
            )
        elif name in values:
            value = _value(world, user_id, channel_id, option, values[name], resolved)
        else:
            continue
        built.append({"name": name, "type": option["type"], "value": value})
    data = _base(command)
    nested = nest_options(command, nesting, built)
    if nested:
        data["options"] = nested
    if resolved:
        data["resolved"] = resolved
    return data


def _value(
    world: World,
    user_id: int,
    channel_id: int,
    option: dict[str, Any],
    value: Any,
    resolved: dict[str, Any],
) -> Any:
    kind = option["type"]
    if kind in PLAIN:
        try:
            return validate_option_value("", option, value)
        except OptionError as error:
            raise WrongCall(str(error)) from error
    if kind == ATTACHMENT:
        raise WrongCall(f"{option['name']} takes a file")
    wanted = number(value, option["name"])
    guild_id = world.backend.get_channel(channel_id).guild_id
    is_user = wanted in world.backend.users
    if kind == USER or kind == MENTIONABLE and is_user:
        asking.resolve_user(world, guild_id, wanted, resolved)
    elif kind in (ROLE, MENTIONABLE) and guild_id is not None:
        asking.resolve_role(world, guild_id, wanted, resolved)
    elif kind == CHANNEL and guild_id is not None:
        asking.resolve_channel(world, wanted, user_id, resolved)
    else:
        raise WrongCall(f"{option['name']} can't be {value}")
    return str(wanted)


def half_typed(
    world: World,
    user_id: int,
    channel_id: int,
    command: dict[str, Any],
    path: list[str],
    values: dict[str, Any],
    focused: str,
) -> dict[str, Any]:
    """The data of a command that somebody is still typing: what they type is unchecked text."""
    leaf, nesting = _leaf(command, path)
    declared = {option["name"]: option for option in leaf.get("options") or []}
    if not declared.get(focused, {}).get("autocomplete"):
        raise WrongCall(f"nothing is suggested for {focused}")
    built = []
    resolved: dict[str, Any] = {}
    for name, option in declared.items():
        if name == focused:
            typed = values.get(name, "")
            built.append(
                {"name": name, "type": option["type"], "value": str(typed), "focused": True}
            )
        elif name in values:
            value = _value(world, user_id, channel_id, option, values[name], resolved)
            built.append({"name": name, "type": option["type"], "value": value})
    data = _base(command) | {"options": nest_options(command, nesting, built)}
    return data | ({"resolved": resolved} if resolved else {})


def resolve_selected(
    world: World, channel_id: int, user_id: int, component: dict[str, Any], values: list[str]
) -> dict[str, Any]:
    """Checks what was chosen from a list, and says what it is."""
    kind, resolved = component["type"], dict[str, Any]()
    if len(set(values)) != len(values):
        raise WrongCall("nothing is chosen twice")
    if kind == 3:
        offered = [option["value"] for option in component["options"]]
        unknown = [value for value in values if value not in offered]
        if unknown:
            raise WrongCall(f"{unknown} can't be chosen; there are: {offered}")
        return resolved
    guild_id = world.backend.get_channel(channel_id).guild_id
    for value in values:
        wanted = number(value, "value")
        if kind == 5 or kind == 7 and wanted in world.backend.users:
            asking.resolve_user(world, guild_id, wanted, resolved)
        elif kind == 8:
            asking.resolve_channel(world, wanted, user_id, resolved)
        elif guild_id is not None:
            asking.resolve_role(world, guild_id, wanted, resolved)
    return resolved


# --------------------------------------------------------------------------------------- dialogues


def _boxes(spec: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The rows of a dialogue, each with what is filled in there."""
    found = []
    for row in spec["components"]:
        box = row["components"][0] if row["type"] == 1 else row.get("component")
        if box is not None:
            found.append((row, box))
    return found


def fields(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """What a dialogue asks for."""
    names = (
        "custom_id",
        "label",
        "style",
        "required",
        "min_length",
        "max_length",
        "placeholder",
        "value",
        "options",
    )
    found = []
    for row, box in _boxes(spec):
        field = {name: box.get(name) for name in names} | {"type": box["type"]}
        field["label"] = box.get("label") or row.get("label")
        field["required"] = box.get("required", True)
        found.append(field)
    return found


def written(spec: dict[str, Any], values: dict[str, Any]) -> list[dict[str, Any]]:
    """The components of a dialogue as somebody filled it in."""
    boxes = _boxes(spec)
    known = [box["custom_id"] for _, box in boxes]
    unknown = sorted(values.keys() - set(known))
    if unknown:
        raise WrongCall(f"the dialogue has no {unknown}; it has: {known}")
    rows = []
    for row, box in boxes:
        filled = {"type": box["type"], "id": box["id"], "custom_id": box["custom_id"]}
        if box["type"] == 4:
            filled["value"] = _text(box, values)
        else:
            chosen = values.get(box["custom_id"], [])
            filled["values"] = chosen if isinstance(chosen, list) else [chosen]
        if row["type"] == 1:
            rows.append({"type": 1, "id": row["id"], "components": [filled]})
        else:
            rows.append({"type": row["type"], "id": row["id"], "component": filled})
    return rows


def _text(box: dict[str, Any], values: dict[str, Any]) -> str:
    """What stands in a field: what was in it before, unless somebody wrote something else."""
    name = box["custom_id"]
    text = values.get(name, box.get("value") or "")
    least, most = box.get("min_length") or 0, box.get("max_length") or 4_000
    if not isinstance(text, str):
        raise WrongCall(f"{name} takes text")
    if box.get("required", True) and not text.strip():
        raise WrongCall(f"{name} has to be filled in")
    if text and not least <= len(text) <= most:
        raise WrongCall(f"{name} takes {least} to {most} characters")
    return text
