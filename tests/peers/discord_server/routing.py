"""Who answers which request: functions of ours where simcord isn't exact enough, else simcord."""

import copy
from collections.abc import Callable
from typing import Any

from simcord.backend.errors import BackendError
from simcord.http import router, routes  # noqa: F401  (simcord's routes register themselves)
from simcord.http.router import RequestContext

Handler = Callable[[RequestContext], Any]

_OURS: dict[str, list[tuple[list[str], Handler]]] = {}


def route(method: str, template: str) -> Callable[[Handler], Handler]:
    """Registers a function that answers such requests in simcord's place."""

    def register(handler: Handler) -> Handler:
        _OURS.setdefault(method, []).append((template.strip("/").split("/"), handler))
        return handler

    return register


def dispatch(world: Any, method: str, path: str, **parts: Any) -> Any:
    """Answers a request. Refusals are raised."""
    found = _find(method, path)
    parts["message_content_access"] = world.allows("message_content")
    if found is None:
        return simcords(world.backend, method, path, parts)
    handler, args = found
    return handler(RequestContext(world.backend, args, method=method, path=path, **parts))


def simcords(backend: Any, method: str, path: str, parts: dict[str, Any]) -> Any:
    try:
        return router.dispatch(backend, method, path, **parts)
    finally:
        # simcord keeps copies of everything, for tests that are written against it.
        backend.http_requests.clear()
        backend.transcript.clear()


def as_simcord_has_it(ctx: RequestContext, **changed: Any) -> Any:
    """simcord's own answer to a request that one of our functions has looked at first."""
    kept = {
        name: getattr(ctx, name)
        for name in ("json", "params", "files", "reason", "message_content_access")
    }
    return simcords(ctx.backend, ctx.method, ctx.path, kept | changed)


def _find(method: str, path: str) -> tuple[Handler, dict[str, str]] | None:
    segments = path.strip("/").split("/")
    best: tuple[int, Handler, dict[str, str]] | None = None
    for template, handler in _OURS.get(method, ()):
        args = _match(template, segments)
        literals = sum(not part.startswith("{") for part in template)
        if args is not None and (best is None or literals > best[0]):
            best = (literals, handler, args)
    return (best[1], best[2]) if best is not None else None


def _match(template: list[str], segments: list[str]) -> dict[str, str] | None:
    if len(template) != len(segments):
        return None
    args = {}
    for part, segment in zip(template, segments, strict=True):
        if part.startswith("{"):
            args[part[1:-1]] = segment
        elif part != segment:
            return None
    return args


def world_of(ctx: RequestContext) -> Any:
    """The world that this request comes to."""
    return ctx.backend.world


def body_of(ctx: RequestContext) -> dict[str, Any]:
    """A copy of what was sent, for functions that change it."""
    return copy.deepcopy(ctx.json) if isinstance(ctx.json, dict) else {}


def invalid(where: str, code: str, message: str) -> BackendError:
    """A refusal as Discord words it: where in the body, with a name for what is wrong there."""
    errors: dict[str, Any] = {"_errors": [{"code": code, "message": message}]}
    for part in reversed([part for part in where.split("/") if part]):
        errors = {part: errors}
    return BackendError(400, 50035, "Invalid Form Body", errors=errors)


def too_long(where: str, most: int) -> BackendError:
    return invalid(where, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def bad_length(where: str, least: int, most: int) -> BackendError:
    return invalid(where, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def number(ctx: RequestContext, name: str, usual: int, least: int, most: int) -> int:
    """A number from the address, such as how many of something are wanted."""
    text = str(ctx.params.get(name, usual))
    if not text.lstrip("-").isdecimal():
        raise invalid(name, "NUMBER_TYPE_COERCE", f'Value "{text}" is not int.')
    if not least <= int(text) <= most:
        raise invalid(name, "NUMBER_TYPE_RANGE", f"int value should be between {least} and {most}.")
    return int(text)


def flag(ctx: RequestContext, name: str) -> bool:
    return str(ctx.params.get(name, "")).lower() in ("true", "1")


def snowflake(ctx: RequestContext, name: str) -> int | None:
    text = ctx.params.get(name)
    if text is None:
        return None
    if not str(text).isdecimal():
        raise invalid(name, "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
    return int(text)
