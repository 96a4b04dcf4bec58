"""Puts everything together, as one server."""

import asyncio
import contextlib
import json
import socket
from pathlib import Path

from aiohttp import web

# The routes register themselves.
from . import (  # noqa: F401
    control,
    routes_channels,
    routes_commands,
    routes_events,
    routes_guilds,
    routes_interactions,
    routes_messages,
    routes_users,
)
from .gateway import gateway
from .openapi import Document
from .rest import attachment, rest
from .world import Worlds

# Discord takes larger requests; no bot of ours makes them.
LARGEST_REQUEST = 30 * 2**20


def application(base: str, document: Document | None) -> web.Application:
    app = web.Application(client_max_size=LARGEST_REQUEST)
    app["worlds"] = Worlds(base)
    app["document"] = document
    app.router.add_route("*", "/api/v10/{path:.*}", rest)
    for path in ("/gw", "/gw/", "/gw/{world}", "/gw/{world}/"):
        app.router.add_get(path, gateway)
    app.router.add_get("/attachments/{world}/{path:.*}", attachment)
    app.router.add_post("/control/worlds", control.make_world)
    app.router.add_post("/control/{world}/{verb}", control.call)
    return app


async def _serve(port: int, document: Document | None) -> None:
    listener = socket.create_server(("127.0.0.1", port))
    base = f"http://127.0.0.1:{listener.getsockname()[1]}"
    # A connection that a fault cuts is none to write into the log.
    runner = web.AppRunner(application(base, document), access_log=None)
    await runner.setup()
    await web.SockSite(runner, listener, shutdown_timeout=0.5).start()
    print(json.dumps({"url": base}), flush=True)
    await asyncio.Event().wait()


def serve(port: int, openapi: Path | None) -> None:
    """Serves until the process is ended."""
    document = Document(openapi) if openapi is not None else None
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(port, document))
