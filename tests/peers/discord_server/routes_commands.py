"""The application's commands."""

import copy
from typing import Any

from simcord.backend.errors import BackendError
from simcord.http.router import RequestContext

from . import command_rules
from .routing import flag, route, world_of

# What Discord says of a command that doesn't say it itself.
USUAL: dict[str, Any] = {
    "type": 1,
    "name_localizations": None,
    "description": "",
    "description_localizations": None,
    "default_member_permissions": None,
    "dm_permission": True,
    "contexts": None,
    "integration_types": [0],
    "nsfw": False,
}
TAKEN = frozenset(USUAL) | {"name", "options", "id"}


def _check_application(ctx: RequestContext) -> None:
    if ctx.args["application_id"] != str(ctx.backend.application_id):
        raise BackendError(
            403, 20012, "You are not authorized to perform this action on this application"
        )


@route("GET", "/applications/{application_id}/commands")
def listed(ctx: RequestContext) -> Any:
    _check_application(ctx)
    wanted = flag(ctx, "with_localizations")
    known = ctx.backend.commands.get(None, {}).values()
    return [shown if wanted else _without_languages(shown) for shown in map(copy.deepcopy, known)]


@route("PUT", "/applications/{application_id}/commands")
def overwrite(ctx: RequestContext) -> Any:
    """Afterwards there are these commands and no others. What stays as it was keeps its version."""
    _check_application(ctx)
    backend: Any = ctx.backend
    world = world_of(ctx)
    command_rules.check(ctx.json)
    before = backend.commands.get(None, {})
    after = {}
    for command in ctx.json or []:
        stored = _stored(backend, command)
        key = (stored["name"], stored["type"])
        known = before.get(key)
        stored["id"] = known["id"] if known is not None else str(backend.snowflake())
        stored["version"] = known["version"] if known is not None else ""
        if stored != known:
            stored["version"] = str(backend.snowflake())
        after[key] = stored
    backend.commands[None] = after
    world.overwritten += 1
    return list(copy.deepcopy(after).values())


def _stored(backend: Any, command: dict[str, Any]) -> dict[str, Any]:
    given = {
        key: value
        for key, value in copy.deepcopy(command).items()
        if key in TAKEN and value is not None
    }
    stored = USUAL | given | {"application_id": str(backend.application_id)}
    if "default_member_permissions" in given:
        stored["default_member_permissions"] = str(given["default_member_permissions"])
    if given.get("contexts") is not None:
        stored["dm_permission"] = 1 in given["contexts"]
    if "options" in stored:
        stored["options"] = [_stored_option(option) for option in stored["options"]]
        if not stored["options"]:
            del stored["options"]
    return stored


def _stored_option(option: dict[str, Any]) -> dict[str, Any]:
    """What is as it would be anyway, Discord leaves out."""
    # A choice's value may be 0, which Python takes for False.
    left_out = {
        key for key, value in option.items() if value is None or value is False or value == []
    }
    stored = {key: value for key, value in option.items() if key not in left_out}
    for below in ("options", "choices"):
        if below in stored:
            stored[below] = [_stored_option(one) for one in stored[below]]
    return stored


def _without_languages(thing: dict[str, Any]) -> dict[str, Any]:
    for name in ("name_localizations", "description_localizations"):
        thing.pop(name, None)
    for below in ("options", "choices"):
        for one in thing.get(below, []):
            _without_languages(one)
    return thing
