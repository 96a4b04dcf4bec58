"""What tests call: one address for each thing that may happen on Discord."""

import inspect
import sys
import traceback
from collections.abc import Callable
from typing import Any

from aiohttp import web
from simcord.backend.errors import BackendError, SetupError

from .world import PRIVILEGED, World, Worlds

VERBS: dict[str, Callable[..., Any]] = {}


class WrongCall(Exception):
    """What a test asked for isn't possible."""


def verb(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function is called with the world, and with the fields of the body by their names."""
    VERBS[function.__name__.rstrip("_")] = function
    return function


async def make_world(request: web.Request) -> web.Response:
    worlds: Worlds = request.app["worlds"]
    body = await _body(request)
    unknown = body.keys() - {"intents_allowed", "heartbeat_ms", "real_limits"}
    allowed = tuple(_intent(name) for name in body.get("intents_allowed", []))
    if unknown or not set(allowed) <= set(PRIVILEGED):
        return _wrong(
            f"unknown: {sorted(unknown) or allowed}; privileged intents are {', '.join(PRIVILEGED)}"
        )
    world = worlds.make(
        allowed=allowed,
        heartbeat_ms=int(body.get("heartbeat_ms", 41_250)),
        real_limits=bool(body.get("real_limits", False)),
    )
    made = {
        "world": world.name,
        "token": world.token,
        "application_id": str(world.backend.application_id),
    }
    return web.json_response(made | {"bot_id": str(world.bot.id)})


def _intent(name: str) -> str:
    """As the library calls it: GUILD_MEMBERS is what Discord's documentation says."""
    name = name.lower()
    return name.removeprefix("guild_") if name in ("guild_members", "guild_presences") else name


async def call(request: web.Request) -> web.Response:
    worlds: Worlds = request.app["worlds"]
    name, called = request.match_info["world"], request.match_info["verb"]
    world = worlds.by_name.get(name)
    if world is None:
        return _wrong(f"there is no world {name}")
    if called == "end":
        worlds.end(name)
        return web.json_response({})
    function = VERBS.get(called)
    if function is None:
        return _wrong(f"there is no verb {called}; there are: end, {', '.join(sorted(VERBS))}")
    try:
        answer = await _call(function, world, await _body(request))
    except WrongCall as error:
        return _wrong(str(error))
    except (BackendError, SetupError) as error:
        return _wrong(f"{called}: {error}")
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        traceback.print_exc(file=sys.stderr)
        return _wrong(f"{called}: {error!r}")
    return web.json_response(answer if answer is not None else {})


async def _call(function: Callable[..., Any], world: World, body: dict[str, Any]) -> Any:
    try:
        bound = inspect.signature(function).bind(world, **body)
    except TypeError as error:
        raise WrongCall(f"{function.__name__.rstrip('_')}: {error}") from error
    answer = function(*bound.args, **bound.kwargs)
    return await answer if inspect.isawaitable(answer) else answer


async def _body(request: web.Request) -> dict[str, Any]:
    if not request.body_exists or not (await request.read()):
        return {}
    body = await request.json()
    return body if isinstance(body, dict) else {"body": body}


def _wrong(message: str) -> web.Response:
    return web.json_response({"error": message}, status=400)


def number(text: Any, what: str) -> int:
    """An id, which is text in JSON."""
    if isinstance(text, bool) or not str(text).isdecimal():
        raise WrongCall(f"{what} is the id of one, not {text!r}")
    return int(text)


# The verbs register themselves. They come last because they need what is above.
from . import verbs_asking, verbs_people, verbs_places, verbs_trouble, verbs_watching  # noqa: E402, F401
