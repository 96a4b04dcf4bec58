"""A server's own calendar: scheduled events somewhere else than in one of its channels.

The clock of a test is another one than that of this server, so that an event may lie in the past.
"""

import datetime
from typing import Any

from simcord.backend import errors
from simcord.backend.errors import BackendError
from simcord.http.router import RequestContext

from .routes_guilds import guild_of
from .routing import body_of, invalid, route, too_long, world_of

EXTERNAL = 3


def _events(ctx: RequestContext) -> dict[int, dict[str, Any]]:
    return world_of(ctx).events.setdefault(guild_of(ctx).id, {})


def _unknown() -> BackendError:
    return BackendError(404, 10070, "Unknown Guild Scheduled Event")


def _found(ctx: RequestContext) -> dict[str, Any]:
    event = _events(ctx).get(ctx.int_arg("event_id"))
    if event is None:
        raise _unknown()
    return event


def _may(ctx: RequestContext, event: dict[str, Any] | None) -> None:
    """Who may make events may change their own."""
    world = world_of(ctx)
    me = str(ctx.backend.bot_user.id)
    if not world.makes_events or (event is not None and event["creator_id"] != me):
        raise errors.missing_permissions()


def _checked(ctx: RequestContext, body: dict[str, Any]) -> dict[str, Any]:
    if not 1 <= len(body.get("name", "")) <= 100:
        raise too_long("name", 100)
    if body.get("entity_type") != EXTERNAL:
        raise invalid("entity_type", "BASE_TYPE_CHOICES", "Only those elsewhere are known here.")
    where = (body.get("entity_metadata") or {}).get("location", "")
    if not 1 <= len(where) <= 100:
        raise invalid("entity_metadata/location", "BASE_TYPE_BAD_LENGTH", "1 to 100, please.")
    if len(body.get("description") or "") > 1000:
        raise too_long("description", 1000)
    times = [body.get("scheduled_start_time"), body.get("scheduled_end_time")]
    starts, ends = (datetime.datetime.fromisoformat(str(time)) for time in times)
    if ends <= starts:
        raise invalid("scheduled_end_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID", "Ends first.")
    return body


def _shown(ctx: RequestContext, body: dict[str, Any], key: int) -> dict[str, Any]:
    user = ctx.backend.bot_user
    return {
        "id": str(key),
        "guild_id": str(guild_of(ctx).id),
        "channel_id": None,
        "creator_id": str(user.id),
        "name": body["name"],
        "description": body.get("description"),
        "scheduled_start_time": body["scheduled_start_time"],
        "scheduled_end_time": body["scheduled_end_time"],
        "privacy_level": 2,
        "status": 1,
        "entity_type": EXTERNAL,
        "entity_id": None,
        "entity_metadata": body["entity_metadata"],
        "image": None,
        "recurrence_rule": None,
        "guild_scheduled_event_exceptions": [],
    }


@route("GET", "/guilds/{guild_id}/scheduled-events")
def every(ctx: RequestContext) -> Any:
    return list(_events(ctx).values())


@route("POST", "/guilds/{guild_id}/scheduled-events")
def make(ctx: RequestContext) -> Any:
    _may(ctx, None)
    events = _events(ctx)
    key = world_of(ctx).new_id()
    events[key] = _shown(ctx, _checked(ctx, body_of(ctx)), key)
    return events[key]


@route("PATCH", "/guilds/{guild_id}/scheduled-events/{event_id}")
def change(ctx: RequestContext) -> Any:
    event = _found(ctx)
    _may(ctx, event)
    body = event | {key: value for key, value in body_of(ctx).items()}
    _events(ctx)[int(event["id"])] = _shown(ctx, _checked(ctx, body), int(event["id"]))
    return _events(ctx)[int(event["id"])]


@route("DELETE", "/guilds/{guild_id}/scheduled-events/{event_id}")
def remove(ctx: RequestContext) -> Any:
    event = _found(ctx)
    _may(ctx, event)
    del _events(ctx)[int(event["id"])]
    return None
