"""One world: an in-memory Discord with one bot on it, and what the tests watch of it."""

import datetime
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import discord
from simcord._clock import Clock
from simcord.backend import Backend
from simcord.backend.access import channel_accessible
from simcord.backend.models import Channel, Message

from . import payloads, threads
from .asked import Asked
from .cdn import Shelf
from .faults import Faults
from .limits import Limits
from .sessions import Sessions

LOADING = 1 << 7
EPHEMERAL = 1 << 6

# The intents that Discord grants an application only on request.
PRIVILEGED = ("members", "presences", "message_content")

# How long Discord remembers a nonce: "a few minutes", says its documentation.
NONCE_SECONDS = 300.0


class WallClock(Clock):
    """The time of day, moved on by as much as a test asked for. It never goes backwards."""

    def __init__(self) -> None:
        super().__init__()
        self._epoch = datetime.datetime.now(datetime.UTC)
        self._started = time.monotonic()

    def now(self) -> datetime.datetime:
        return self._epoch + datetime.timedelta(seconds=self.seconds())

    def seconds(self) -> float:
        """Seconds since the world began."""
        return time.monotonic() - self._started + self.elapsed


class WorldBackend(Backend):
    """simcord's Discord, which tells its world what happens in it."""

    def __init__(self, world: "World") -> None:
        self.world = world
        super().__init__(clock=world.clock)
        self.cdn = Shelf(world.base, world.name)

    def emit(self, event: str, payload: Mapping[str, Any]) -> None:
        # simcord would also keep a transcript of everything, which nobody reads here.
        self.world.publish(event, payload)

    def _allocate_at(self, milliseconds: int) -> int:
        """An id as Discord makes them: when, by which of its machines, and a number. Worlds are
        machines of their own, so that what is made at once in two of them is told apart."""
        sequence = self._sequences.get(milliseconds, 0)
        if sequence >= 1 << 12:
            # More than a machine makes in a millisecond: the next one has room.
            return self._allocate_at(milliseconds + 1)
        self._sequences[milliseconds] = sequence + 1
        return milliseconds << 22 | (self.world.number & 0x3FF) << 12 | sequence

    def now_iso(self) -> str:
        return self.clock.now().isoformat(timespec="microseconds")

    def iso_after(self, seconds: float) -> str:
        later = self.clock.now() + datetime.timedelta(seconds=seconds)
        return later.isoformat(timespec="microseconds")

    def commit_message(self, message: Message, *, broadcast: bool = True) -> Message:
        message = super().commit_message(message, broadcast=broadcast)
        self.world.note_created(message)
        return message

    def edit_message(self, channel_id: int, message_id: int, fields: dict[str, Any]) -> Message:
        message = super().edit_message(channel_id, message_id, fields)
        self.world.note_completed(message)
        return message

    def delete_channel(self, channel_id: int) -> None:
        if self.world.sees(channel_id):
            self.world.deleted_in_sight.add(channel_id)
        super().delete_channel(channel_id)

    def create_system_message(
        self, channel_id: int, message_type: Any, author_id: int, **rest: Any
    ) -> Any:
        # simcord announces every thread in the channel above; Discord no private ones.
        target = self.channels.get(rest.get("target_channel_id") or 0)
        if target is not None and target.type == discord.ChannelType.private_thread.value:
            return None
        return super().create_system_message(channel_id, message_type, author_id, **rest)


@dataclass
class Posted:
    """A message that the bot has created, as it was at first."""

    message: Message
    content: str
    nonce: str | int | None
    is_pending: bool  # a deferred answer, which nobody can read yet

    def shown(self) -> dict[str, Any]:
        message = self.message
        return {
            "id": str(message.id),
            "channel": str(message.channel_id),
            "content": self.content,
            "nonce": self.nonce,
            "ephemeral": message.is_ephemeral,
            "by_interaction": message.interaction_metadata is not None,
        }


@dataclass(frozen=True)
class Called:
    """Whom a message called when it was written."""

    people: tuple[int, ...]
    roles: tuple[int, ...]
    everybody: bool


@dataclass
class World:
    """Everything about one simulated Discord."""

    number: int
    base: str  # where the server is: http://127.0.0.1:PORT
    allowed: tuple[str, ...] = ()
    heartbeat_ms: int = 41_250
    real_limits: bool = False
    clock: WallClock = field(default_factory=WallClock)
    requests: list[dict[str, Any]] = field(default_factory=list)
    violations: list[dict[str, Any]] = field(default_factory=list)
    posted: list[Posted] = field(default_factory=list)
    closed: set[int] = field(default_factory=set)  # who takes no direct messages
    locales: dict[int, str] = field(default_factory=dict)
    nonces: dict[tuple[int, str], tuple[float, int]] = field(default_factory=dict)
    called: dict[int, "Called"] = field(default_factory=dict)  # by message
    deleted_in_sight: set[int] = field(default_factory=set)  # threads that the bot saw until then
    overwritten: int = 0  # how often the commands were registered
    events: dict[int, dict[int, Any]] = field(default_factory=dict)  # of each guild, by id
    makes_events: bool = True  # whether the bot may

    def __post_init__(self) -> None:
        self._muted = 0
        self._nonce: str | int | None = None
        self.asked: dict[int, Asked] = {}
        self.backend = WorldBackend(self)
        self.bot.name = "Mentorskap"
        # A token of Discord's has the bot's id in front, so that it is easily told from others.
        self.token = payloads.token_for(self.bot.id)
        self.faults = Faults()
        self.limits = Limits(self)
        self.sessions = Sessions(self)

    @property
    def name(self) -> str:
        return f"w{self.number}"

    @property
    def bot(self) -> Any:
        return self.backend.bot_user

    def new_id(self) -> int:
        """An id for something that simcord doesn't know."""
        return self.backend.snowflake()

    def allows(self, intent: str) -> bool:
        """Whether the application was granted a privileged intent."""
        return intent in self.allowed

    def sees(self, channel_id: int) -> bool:
        return channel_accessible(self.backend, channel_id, self.bot.id)

    def shares_guild(self, user_id: int) -> bool:
        guilds = self.backend.guilds.values()
        return any(self.bot.id in guild.members and user_id in guild.members for guild in guilds)

    def bot_leaves(self, guild_id: int) -> None:
        """The bot leaves a guild, or is thrown out. There the guild goes on without it."""
        with self.muted():
            self.backend.remove_member(guild_id, self.bot.id)
        self.publish("GUILD_DELETE", {"id": str(guild_id)})

    # ------------------------------------------------------------------ what the bot creates

    @contextmanager
    def creating(self, nonce: str | int | None) -> Iterator[None]:
        """The message that is created inside has this nonce."""
        self._nonce = nonce
        try:
            yield
        finally:
            self._nonce = None

    def note_created(self, message: Message) -> None:
        # Whoever is called is called now; a later change of the words calls nobody.
        self.called[message.id] = Called(
            tuple(message.ping_user_ids), tuple(message.ping_role_ids), message.mention_everyone
        )
        is_bots = message.author_id == self.bot.id and message.system_metadata is None
        if is_bots:
            is_pending = bool(message.flags & LOADING)
            self.posted.append(Posted(message, message.content, self._nonce, is_pending))
        if is_bots and self._nonce is not None:
            key = (message.channel_id, str(self._nonce))
            self.nonces[key] = (self.clock.seconds(), message.id)
        channel = self.backend.channels[message.channel_id]
        if channel.is_thread:
            threads.draw_in(self.backend, channel, message)

    def note_completed(self, message: Message) -> None:
        """A deferred answer has its content only when it is completed."""
        for posted in reversed(self.posted):
            if posted.message is message and posted.is_pending:
                posted.content, posted.is_pending = message.content, False

    def known_by_nonce(self, channel: Channel, nonce: str | int) -> Message | None:
        """The message that was created with this nonce not long ago."""
        at, message_id = self.nonces.get((channel.id, str(nonce)), (0.0, 0))
        if not message_id or self.clock.seconds() - at > NONCE_SECONDS:
            return None
        return self.backend.messages.get(channel.id, {}).get(message_id)

    # ------------------------------------------------------------------ what the bot hears of

    @contextmanager
    def muted(self) -> Iterator[None]:
        """Nothing that happens inside is an event."""
        self._muted += 1
        try:
            yield
        finally:
            self._muted -= 1

    def publish(self, event: str, payload: Mapping[str, Any]) -> None:
        if self._muted:
            return
        data = json.loads(json.dumps(payload, default=str))
        payloads.complete_event(self, event, data)
        if event == "MESSAGE_CREATE" and self._nonce is not None:
            data["nonce"] = self._nonce
        if self._reaches_bot(event, data):
            self.sessions.offer(event, data)

    def _reaches_bot(self, event: str, data: dict[str, Any]) -> bool:
        if event in ("INTERACTION_CREATE", "GUILD_DELETE"):
            return True
        guild_id = data.get("guild_id") or (
            data.get("id") if event in ("GUILD_CREATE", "GUILD_UPDATE") else None
        )
        if guild_id is not None:
            guild = self.backend.guilds.get(int(guild_id))
            if guild is None or self.bot.id not in guild.members:
                return False
        if event == "THREAD_MEMBERS_UPDATE":
            changed = [member["user_id"] for member in data.get("added_members", [])]
            changed += data.get("removed_member_ids", [])
            return str(self.bot.id) in changed or self.sees(int(data["id"]))
        if event in ("THREAD_CREATE", "THREAD_UPDATE"):
            return self.sees(int(data["id"]))
        if event == "THREAD_DELETE":
            return int(data["id"]) in self.deleted_in_sight
        if "channel_id" in data and event.startswith(("MESSAGE_", "TYPING_")):
            return self.sees(int(data["channel_id"]))
        return True


class Worlds:
    """All the worlds of this process."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.by_name: dict[str, World] = {}
        self._by_token: dict[str, World] = {}
        self._by_application: dict[str, World] = {}
        self._made = 0

    def make(self, **options: Any) -> World:
        self._made += 1
        world = World(number=self._made, base=self.base, **options)
        self.by_name[world.name] = world
        self._by_token[world.token] = world
        self._by_application[str(world.backend.application_id)] = world
        return world

    def by_token(self, token: str) -> World | None:
        return self._by_token.get(token.removeprefix("Bot ").strip())

    def by_application(self, application: str) -> World | None:
        return self._by_application.get(application)

    def by_interaction(self, interaction: str) -> World | None:
        key = int(interaction) if interaction.isdecimal() else 0
        return next(
            (world for world in self.by_name.values() if key in world.backend.interactions), None
        )

    def end(self, name: str) -> None:
        world = self.by_name.pop(name, None)
        if world is not None:
            del self._by_token[world.token]
            del self._by_application[str(world.backend.application_id)]
            world.sessions.end()
