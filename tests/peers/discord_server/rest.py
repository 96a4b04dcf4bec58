"""The HTTP interface: from a request to its answer, with everything that is watched on the way."""

import asyncio
import io
import json
import re
import sys
import traceback
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from aiohttp import web
from simcord.backend.errors import BackendError

from . import routing
from .faults import Fault
from .limits import Verdict, refusal
from .openapi import Document, Operation
from .sessions import gateway_url
from .world import World, Worlds

# The largest file, in bytes, that a bot may attach.
LARGEST_FILE = 10 * 2**20

# What is made there answers with 201; elsewhere Discord says 200.
_CREATED = re.compile(r"/channels/.*/threads|/guilds/\d+/channels")


@dataclass
class Asking:
    """One request on its way."""

    world: World
    request: web.Request
    path: str
    entry: dict[str, Any]
    operation: Operation | None
    body: Any = None
    files: list[Any] = field(default_factory=list)
    content_type: str = ""

    @property
    def method(self) -> str:
        return self.request.method

    def complain(self, where: str, message: str) -> None:
        template = self.operation.template if self.operation is not None else self.path
        told = {"method": self.method, "path": template, "where": where, "message": message}
        self.world.violations.append(told)


class Unreadable(Exception):
    """The body is no JSON."""


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # Without a charset behind it, as Discord has it; some libraries look at nothing but that.
    text = json.dumps(body, ensure_ascii=False).encode()
    return web.Response(body=text, status=status, headers=headers, content_type="application/json")


async def rest(request: web.Request) -> web.StreamResponse:
    path = "/" + request.match_info["path"]
    world = _world_of(request, path)
    if world is None:
        if path == "/gateway":
            base = request.app["worlds"].base
            return _json({"url": base.replace("http://", "ws://") + "/gw"})
        return _nobody(request, path)
    asking = await _read(world, request, path)
    fault = world.faults.strike(request.method, path)
    if fault is not None:
        struck = await _strike(asking, fault)
        if struck is not None:
            return struck
    response = _answer(asking)
    if fault is not None and fault.kind == "drop_after":
        return _drop(asking)
    asking.entry["status"] = response.status
    return response


def _nobody(request: web.Request, path: str) -> web.Response:
    """The answer to whoever has no token, or one that leads nowhere."""
    if "Authorization" not in request.headers:
        if path.startswith("/webhooks/"):
            return _json({"message": "Unknown Webhook", "code": 10015}, status=404)
        if path.startswith("/interactions/"):
            return _json({"message": "Unknown interaction", "code": 10062}, status=404)
    return _json({"message": "401: Unauthorized", "code": 0}, status=401)


def _world_of(request: web.Request, path: str) -> World | None:
    worlds: Worlds = request.app["worlds"]
    token = request.headers.get("Authorization")
    if token is not None:
        return worlds.by_token(token) if token.startswith("Bot ") else None
    parts = path.strip("/").split("/")
    if parts[0] == "webhooks" and len(parts) >= 3:
        return worlds.by_application(parts[1])
    if parts[0] == "interactions" and len(parts) >= 3:
        return worlds.by_interaction(parts[1])
    return None


# ---------------------------------------------------------------------------------- what was sent


async def _read(world: World, request: web.Request, path: str) -> Asking:
    entry = {
        "n": len(world.requests) + 1,
        "method": request.method,
        "path": path,
        "query": request.query_string,
        "status": None,
        "at_ms": round(world.clock.now().timestamp() * 1000),
    }
    world.requests.append(entry)
    document: Document | None = request.app["document"]
    operation = document.operation(request.method, path) if document is not None else None
    asking = Asking(world, request, path, entry, operation)
    asking.content_type = request.content_type if request.body_exists else ""
    try:
        await _read_body(asking)
    except Unreadable:
        asking.body = Unreadable
    if document is not None:
        _check_request(asking)
    return asking


async def _read_body(asking: Asking) -> None:
    request = asking.request
    if not request.content_type.startswith("multipart/"):
        raw = await request.read()
        asking.body = _parsed(raw) if raw else None
        return
    reader = await request.multipart()
    async for part in reader:
        data = bytes(await part.read(decode=False))
        if part.name == "payload_json":
            asking.body = _parsed(data)
        else:
            name = part.filename or "file"
            field_name = part.name
            asking.files.append(
                SimpleNamespace(
                    fp=io.BytesIO(data), filename=name, description=None, field=field_name
                )
            )


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        raise Unreadable from None


def _check_request(asking: Asking) -> None:
    if asking.operation is None:
        asking.complain("operation", "there is no such operation")
        return
    for told in asking.operation.faults_of_query(list(asking.request.query.items())):
        asking.complain("query", told)
    if asking.body is Unreadable:
        asking.complain("request", "the body is no JSON")
        return
    for told in asking.operation.faults_of_request(asking.body, asking.content_type):
        asking.complain("request", told)


# --------------------------------------------------------------------------------- what is answered


def _answer(asking: Asking) -> web.Response:
    verdict = asking.world.limits.check(asking.method, asking.path)
    if verdict.body is not None:
        return _limited(verdict)
    status, body = _perform(asking)
    # Of what it answers when it is broken or down, the document says nothing.
    if asking.operation is not None and status < 500:
        for told in asking.operation.faults_of_response(status, body):
            asking.complain(f"response {status}", told)
    if body is None:
        return web.Response(status=status, headers=verdict.headers)
    return _json(body, status=status, headers=verdict.headers)


def _limited(verdict: Verdict) -> web.Response:
    return _json(verdict.body, status=429, headers=verdict.headers)


def _perform(asking: Asking) -> tuple[int, Any]:
    world = asking.world
    if asking.path in ("/gateway", "/gateway/bot"):
        return _gateway(world, asking.path)
    if asking.body is Unreadable:
        return 400, {"message": "The request body contains invalid JSON.", "code": 50109}
    if sum(len(file.fp.getbuffer()) for file in asking.files) > LARGEST_FILE:
        return 413, {"message": "Request entity too large", "code": 40005}
    try:
        answer = routing.dispatch(
            world,
            asking.method,
            asking.path,
            json=asking.body,
            params={name: value for name, value in asking.request.query.items() if name},
            files=asking.files,
            reason=asking.request.headers.get("X-Audit-Log-Reason"),
        )
    except BackendError as error:
        if error.status == 501:
            asking.complain("server", str(error))
        return error.status, error.to_json()
    except ValueError as error:
        if not str(error).startswith("invalid literal for int()"):
            return _broken(asking)
        # Where an id should be there is something else.
        return 400, routing.invalid("", "NUMBER_TYPE_COERCE", "Value is not snowflake.").to_json()
    except Exception:
        return _broken(asking)
    if answer is None:
        return 204, None
    is_created = asking.method == "POST" and _CREATED.fullmatch(asking.path) is not None
    return 201 if is_created else 200, json.loads(json.dumps(answer, default=str))


def _broken(asking: Asking) -> tuple[int, Any]:
    """A mistake of the server's, or a body of a shape that nobody here thought of."""
    traceback.print_exc(file=sys.stderr)
    asking.complain("server", traceback.format_exc(limit=-3))
    return 500, {"message": "500: Internal Server Error", "code": 0}


def _gateway(world: World, path: str) -> tuple[int, Any]:
    if world.sessions.is_down:
        return 503, {"message": "503: Service Unavailable", "code": 0}
    answer: dict[str, Any] = {"url": gateway_url(world)}
    if path == "/gateway/bot":
        limit = {
            "total": 1000,
            "remaining": 1000 - world.sessions.identifies,
            "reset_after": 86_400_000,
        }
        answer |= {"shards": 1, "session_start_limit": limit | {"max_concurrency": 1}}
    return 200, answer


# ------------------------------------------------------------------------------ what goes wrong


async def _strike(asking: Asking, fault: Fault) -> web.StreamResponse | None:
    """What the fault answers. None if the request is dealt with all the same."""
    options = fault.options
    asking.entry["fault"] = fault.name
    if fault.kind == "drop_before":
        return _drop(asking)
    if fault.kind == "hang":
        await asyncio.sleep(float(options.get("seconds", 60)))
        return None
    if fault.kind == "429":
        wait, is_global = float(options.get("retry_after", 1)), bool(options.get("global", False))
        asking.entry["status"] = 429
        return _limited(refusal(wait, is_global=is_global))
    if fault.kind == "status":
        status = int(options.get("status", 500))
        told = {
            "message": options.get("message", f"{status}: injected"),
            "code": options.get("code", 0),
        }
        asking.entry["status"] = status
        return _json(told, status=status)
    if fault.kind == "garbage":
        asking.entry["status"] = 200
        return web.Response(
            text="<html>upstream connect error</html", content_type="application/json"
        )
    return None


def _drop(asking: Asking) -> web.StreamResponse:
    """The connection ends without an answer."""
    if asking.request.transport is not None:
        asking.request.transport.abort()
    return web.Response(status=500)


# ----------------------------------------------------------------------------------- attached files


async def attachment(request: web.Request) -> web.StreamResponse:
    worlds: Worlds = request.app["worlds"]
    world = worlds.by_name.get(request.match_info["world"])
    path = request.match_info["path"]
    if world is None:
        return web.Response(status=404)
    fault = world.faults.strike(request.method, f"/attachments/{path}")
    entry = {"n": 0, "method": request.method, "path": f"/attachments/{path}", "status": None}
    asking = Asking(world, request, path, entry, None)
    if fault is not None:
        struck = await _strike(asking, fault)
        if struck is not None:
            return struck
    data = world.backend.cdn.read(path)
    # Discord's addresses are signed.
    if data is None or "hm" not in request.query:
        return web.Response(status=404, text="This content is no longer available.")
    return web.Response(body=data, content_type="application/octet-stream")
