"""Gateway sessions: what the bot is told, in order, and kept for when its connection was cut."""

import asyncio
import copy
import json
import secrets
import zlib
from collections import deque
from typing import Any

import discord
from aiohttp import web
from simcord import intents

from . import payloads

# How many events a session keeps for a bot that comes back.
KEPT_EVENTS = 5_000


class Connection:
    """One WebSocket. What is to be sent waits in a queue, so that it leaves in its order."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self._request = request
        self._socket = socket
        self._queue: asyncio.Queue[str | int] = asyncio.Queue()
        self._frames = 0
        # The address may ask for one stream of everything, compressed together.
        wants_stream = request.query.get("compress") == "zlib-stream"
        self._stream = zlib.compressobj() if wants_stream else None
        self.compresses = False
        self.is_silent = False
        self.is_open = True
        self._task = asyncio.create_task(self._pump())

    def send(self, payload: dict[str, Any]) -> None:
        self.send_text(json.dumps(payload, ensure_ascii=False))

    def send_text(self, text: str) -> None:
        if not self.is_silent:
            self._queue.put_nowait(text)

    def close(self, code: int) -> None:
        self.is_open = False
        self._queue.put_nowait(code)

    def cut(self) -> None:
        """The connection ends without a word, as when a cable is pulled."""
        self.is_open = False
        self._task.cancel()
        if self._request.transport is not None:
            self._request.transport.abort()

    def forget(self) -> None:
        self.is_open = False
        self._task.cancel()

    async def _pump(self) -> None:
        try:
            while True:
                item = await self._queue.get()
                if isinstance(item, int):
                    await self._socket.close(code=item)
                    return
                self._frames += 1
                if self._stream is not None:
                    data = self._stream.compress(item.encode())
                    await self._socket.send_bytes(data + self._stream.flush(zlib.Z_SYNC_FLUSH))
                # Discord compresses some frames and others not; a bot has to take both.
                elif self.compresses and self._frames % 2 == 0:
                    await self._socket.send_bytes(zlib.compress(item.encode()))
                else:
                    await self._socket.send_str(item)
        except (ConnectionError, RuntimeError):
            self.is_open = False


class Session:
    """What one IDENTIFY began."""

    def __init__(self, wanted: discord.Intents) -> None:
        self.id = secrets.token_hex(16)
        self.intents = wanted
        self.connection: Connection | None = None
        self._seq = 0
        self._events: deque[tuple[int, str]] = deque(maxlen=KEPT_EVENTS)

    @property
    def is_connected(self) -> bool:
        return self.connection is not None and self.connection.is_open

    def dispatch(self, event: str, data: Any) -> None:
        self._seq += 1
        frame = {"t": event, "s": self._seq, "op": 0, "d": data}
        text = json.dumps(frame, ensure_ascii=False)
        self._events.append((self._seq, text))
        if self.connection is not None and self.is_connected:
            self.connection.send_text(text)

    def can_resume(self, seq: int) -> bool:
        oldest = self._events[0][0] if self._events else self._seq + 1
        return oldest - 1 <= seq <= self._seq

    def resume(self, connection: Connection, seq: int) -> None:
        if self.connection is not None and self.connection.is_open:
            self.connection.close(4000)
        self.connection = connection
        for number, text in list(self._events):
            if number > seq:
                connection.send_text(text)
        self.dispatch("RESUMED", {"_trace": ['["gateway-test"]']})


class Sessions:
    """All the sessions of one bot."""

    def __init__(self, world: Any) -> None:
        self._world = world
        self.by_id: dict[str, Session] = {}
        self.connections: list[Connection] = []
        self.is_down = False
        self.identifies = 0
        self.resumes = 0
        self.failed_resumes = 0
        self.heartbeats = 0
        self.last_identify = -1e9

    def begin(self, connection: Connection, wanted: discord.Intents, shard: list[int]) -> Session:
        world = self._world
        backend = world.backend
        session = Session(wanted)
        session.connection = connection
        self.by_id[session.id] = session
        guilds = [guild for guild in backend.guilds.values() if world.bot.id in guild.members]
        ready = {
            "v": 10,
            "user_settings": {},
            "user": payloads.me(world.bot),
            "shard": shard,
            "session_type": "normal",
            "session_id": session.id,
            "resume_gateway_url": gateway_url(world),
            "relationships": [],
            "private_channels": [],
            "presences": [],
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "guild_join_requests": [],
            "geo_ordered_rtc_regions": [],
            "application": {"id": str(backend.application_id), "flags": 0},
            "_trace": ['["gateway-test"]'],
        }
        session.dispatch("READY", ready)
        for guild in guilds:
            self._offer_to(session, "GUILD_CREATE", payloads.guild_event(backend, guild))
        return session

    def offer(self, event: str, data: dict[str, Any]) -> None:
        """Tells every session that wants to hear of it."""
        for session in self.by_id.values():
            self._offer_to(session, event, data)

    def _offer_to(self, session: Session, event: str, data: dict[str, Any]) -> None:
        gate = self._gate(event, data)
        if gate is not None and not getattr(session.intents, gate):
            return
        if event in ("MESSAGE_CREATE", "MESSAGE_UPDATE") and not session.intents.message_content:
            data = copy.deepcopy(data)
            intents.censor_message(data, self._world.bot.id, backend=self._world.backend)
        session.dispatch(event, data)

    def _gate(self, event: str, data: dict[str, Any]) -> str | None:
        bot_id = str(self._world.bot.id)
        if event == "GUILD_MEMBER_UPDATE" and data["user"]["id"] == bot_id:
            return None
        if event == "THREAD_MEMBERS_UPDATE":
            added = [member["user_id"] for member in data.get("added_members", [])]
            is_about_bot = bot_id in [*added, *data.get("removed_member_ids", [])]
            return "guilds" if is_about_bot else "members"
        return intents.required_intent(event, data)

    def connected(self) -> list[Session]:
        return [session for session in self.by_id.values() if session.is_connected]

    def invalidate(self, session: Session) -> None:
        self.by_id.pop(session.id, None)

    def end(self) -> None:
        for connection in self.connections:
            if connection.is_open:
                connection.cut()
        self.by_id.clear()


def gateway_url(world: Any) -> str:
    return f"{world.base.replace('http://', 'ws://')}/gw/{world.name}"
