"""The gateway: the WebSocket over which the bot hears of everything."""

import json
import time
from collections import deque
from typing import Any

import discord
from aiohttp import WSMsgType, web

from .sessions import Connection, Session
from .world import PRIVILEGED, World, Worlds

HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, MEMBERS, INVALID, HELLO, ACK = (
    1,
    2,
    3,
    4,
    6,
    7,
    8,
    9,
    10,
    11,
)

UNKNOWN_OPCODE, UNDECODABLE, NOT_AUTHENTICATED, REFUSED, TWICE = 4001, 4002, 4003, 4004, 4005
TOO_MANY, TIMED_OUT, INVALID_SHARD, INVALID_INTENTS, DISALLOWED_INTENTS = (
    4008,
    4009,
    4010,
    4013,
    4014,
)

# Discord closes a connection that sends more than this many events in a minute.
MOST_EVENTS, EVENTS_IN = 120, 60.0
# Between two IDENTIFYs, where real limits are asked for.
IDENTIFY_EVERY = 5.0
# In milliseconds, as Discord usually has it.
USUAL_INTERVAL = 41_250


async def gateway(request: web.Request) -> web.StreamResponse:
    worlds: Worlds = request.app["worlds"]
    # Its address names the world, so that HELLO can be the world's own: a bot says who it is later.
    named = worlds.by_name.get(request.match_info.get("world", ""))
    if named is not None and named.sessions.is_down:
        return web.Response(status=503, text="the gateway is down")
    socket = web.WebSocketResponse(max_msg_size=2**20)
    await socket.prepare(request)
    talk = Talk(worlds, request, socket)
    talk.interval_ms = named.heartbeat_ms if named is not None else USUAL_INTERVAL
    try:
        await talk.run()
    finally:
        talk.connection.forget()
    return socket


class Talk:
    """One connection, from HELLO to its end."""

    def __init__(self, worlds: Worlds, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.worlds = worlds
        self.socket = socket
        self.connection = Connection(request, socket)
        self.world: World | None = None
        self.session: Session | None = None
        self.interval_ms = USUAL_INTERVAL
        self._times: deque[float] = deque()

    async def run(self) -> None:
        hello = {"heartbeat_interval": self.interval_ms, "_trace": []}
        self.connection.send({"op": HELLO, "s": None, "t": None, "d": hello})
        while True:
            try:
                message = await self.socket.receive(timeout=2 * self.interval_ms / 1000 + 1)
            except TimeoutError:
                # No sign of life. A bot that comes back after this has to begin anew.
                self._end_session()
                self.connection.close(TIMED_OUT)
                continue
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                break
            if not self.connection.is_open:
                continue
            code = self._hear(message.data)
            if code is not None:
                self.connection.close(code)
        # Whoever says goodbye with these codes doesn't want to come back to its session.
        if self.socket.close_code in (1000, 1001) and self.connection.is_open:
            self._end_session()

    def _end_session(self) -> None:
        if self.world is not None and self.session is not None:
            self.world.sessions.invalidate(self.session)

    def _hear(self, data: str | bytes) -> int | None:
        """Deals with what the bot says. Returns the code to close with, if that was wrong."""
        now = time.monotonic()
        self._times.append(now)
        while self._times and now - self._times[0] > EVENTS_IN:
            self._times.popleft()
        if len(self._times) > MOST_EVENTS:
            return TOO_MANY
        try:
            said = json.loads(data)
            op, about = said["op"], said.get("d")
        except (ValueError, KeyError, TypeError, UnicodeDecodeError):
            return UNDECODABLE
        if op == HEARTBEAT:
            return self._heartbeat()
        if op == IDENTIFY:
            return self._identify(about)
        if op == RESUME:
            return self._resume(about)
        if op in (PRESENCE, VOICE, MEMBERS):
            return None if self.session is not None else NOT_AUTHENTICATED
        return UNKNOWN_OPCODE

    def _heartbeat(self) -> None:
        if self.world is not None:
            self.world.sessions.heartbeats += 1
        self.connection.send({"op": ACK, "s": None, "t": None, "d": None})

    def _enter(self, about: Any) -> int | None:
        """Finds out which world it is."""
        if self.session is not None:
            return TWICE
        if not isinstance(about, dict) or not isinstance(about.get("token"), str):
            return UNDECODABLE
        self.world = self.worlds.by_token(about["token"])
        if self.world is None:
            return REFUSED
        self.world.sessions.connections.append(self.connection)
        if self.world.sessions.is_down:
            self.connection.cut()
        return None

    def _identify(self, about: Any) -> int | None:
        code = self._enter(about)
        if code is not None or not self.connection.is_open:
            return code
        assert self.world is not None
        sessions = self.world.sessions
        sessions.identifies += 1
        value, shard = about.get("intents"), about.get("shard") or [0, 1]
        if not isinstance(about.get("properties"), dict):
            return UNDECODABLE
        if not isinstance(value, int) or value < 0 or value >> 33:
            return INVALID_INTENTS
        if len(shard) != 2 or not 0 <= shard[0] < shard[1]:
            return INVALID_SHARD
        wanted = discord.Intents._from_value(value)
        if any(getattr(wanted, name) and not self.world.allows(name) for name in PRIVILEGED):
            return DISALLOWED_INTENTS
        if (
            self.world.real_limits
            and self.world.clock.seconds() - sessions.last_identify < IDENTIFY_EVERY
        ):
            self.connection.send({"op": INVALID, "s": None, "t": None, "d": False})
            return None
        sessions.last_identify = self.world.clock.seconds()
        self.connection.compresses = about.get("compress") is True
        self.session = sessions.begin(self.connection, wanted, shard)
        return None

    def _resume(self, about: Any) -> int | None:
        code = self._enter(about)
        if code is not None or not self.connection.is_open:
            return code
        assert self.world is not None
        sessions = self.world.sessions
        session = sessions.by_id.get(str(about.get("session_id")))
        seq = about.get("seq")
        if session is None or not isinstance(seq, int) or not session.can_resume(seq):
            sessions.failed_resumes += 1
            self.connection.send({"op": INVALID, "s": None, "t": None, "d": False})
            return None
        sessions.resumes += 1
        self.connection.compresses = (
            session.connection is not None and session.connection.compresses
        )
        self.session = session
        session.resume(self.connection, seq)
        return None
