"""Verbs: what there is to see, for people and for the tests."""

from typing import Any

from simcord.backend.access import channel_accessible, message_accessible
from simcord.backend.models import Message

from .control import number, verb
from .message_payloads import numbered, words
from .verbs_places import person
from .world import LOADING, World

DISCORD_EPOCH_MS = 1_420_070_400_000


def pinged(world: World, message: Message) -> list[int]:
    """Whom a message really calls: by name, by a role of theirs, or together with everybody."""
    called = world.called[message.id]
    found = list(called.people)
    channel = world.backend.channels.get(message.channel_id)
    guild = world.backend.guilds.get(channel.guild_id or 0) if channel is not None else None
    if guild is not None:
        for user_id, member in guild.members.items():
            has_role = set(member.role_ids) & set(called.roles)
            if has_role or called.everybody:
                found.append(user_id)
    # Nobody hears of what they can't see.
    return [
        user_id
        for user_id in dict.fromkeys(found)
        if user_id != message.author_id
        and channel_accessible(world.backend, message.channel_id, user_id)
    ]


def shown(world: World, message: Message) -> dict[str, Any]:
    files = []
    for attachment in message.attachments:
        data = world.backend.cdn.get(attachment["url"]) or b""
        files.append(
            {
                "name": attachment["filename"],
                "text": data.decode(errors="replace"),
                "url": attachment["url"],
            }
        )
    reference = message.reference or {}
    return {
        "id": str(message.id),
        "channel": str(message.channel_id),
        "author": str(message.author_id),
        "type": message.type,
        "content": words(message),
        "components": numbered(message.components),
        "embeds": message.embeds,
        "attachments": files,
        "reply_to": reference.get("message_id"),
        "pings": [str(user_id) for user_id in pinged(world, message)],
        "flags": message.flags,
        "ephemeral": message.is_ephemeral,
        "loading": bool(message.flags & LOADING),
        "edited": message.edited_timestamp is not None,
        "created_ms": (message.id >> 22) + DISCORD_EPOCH_MS,
        "reactions": {
            one.emoji: [str(user_id) for user_id in one.user_ids] for one in message.reactions
        },
    }


@verb
def seen(world: World, user: str) -> Any:
    user_id = person(world, user)
    everything = (
        message for channel in world.backend.messages.values() for message in channel.values()
    )
    visible = [
        message
        for message in everything
        if message_accessible(world.backend, message.channel_id, message, user_id, history=True)
    ]
    return [shown(world, message) for message in sorted(visible, key=lambda message: message.id)]


@verb
def messages(world: World, channel: str) -> Any:
    found = world.backend.messages[
        world.backend.get_channel(number(channel, "channel")).id
    ].values()
    return [shown(world, message) for message in sorted(found, key=lambda message: message.id)]


@verb
def posted(world: World) -> Any:
    """What the bot has created. A deferred answer counts when it is completed."""
    return [one.shown() for one in world.posted if not one.is_pending]


@verb
def threads(world: World, guild: str | None = None) -> Any:
    """All threads, with who is in them."""
    found = [channel for channel in world.backend.channels.values() if channel.is_thread]
    return [
        {
            "id": str(thread.id),
            "guild": str(thread.guild_id),
            "parent": str(thread.parent_id),
            "name": thread.name,
            "type": thread.type,
            "owner": str(thread.owner_id),
            "members": [str(user_id) for user_id in thread.thread_members],
            "archived": thread.thread_metadata.archived,
            "locked": thread.thread_metadata.locked,
            "invitable": thread.thread_metadata.invitable,
        }
        for thread in found
        if thread.thread_metadata is not None and (guild is None or str(thread.guild_id) == guild)
    ]


@verb
def commands(world: World) -> Any:
    known = list(world.backend.commands.get(None, {}).values())
    return {"commands": known, "overwritten": world.overwritten}


@verb
def requests(world: World, since: int = 0) -> Any:
    return [entry for entry in world.requests if entry["n"] > since]


@verb
def violations(world: World) -> Any:
    return world.violations


@verb
def gateway_state(world: World) -> Any:
    sessions = world.sessions
    connected = sessions.connected()
    return {
        "connected": bool(connected),
        "identifies": sessions.identifies,
        "resumes": sessions.resumes,
        "failed_resumes": sessions.failed_resumes,
        "heartbeats": sessions.heartbeats,
        "intents": connected[-1].intents.value if connected else None,
    }


@verb
def events(world: World, guild: str) -> Any:
    """What a guild's own calendar shows."""
    return {"events": list(world.events.get(number(guild, "guild"), {}).values())}


@verb
def make_events(world: World, allowed: bool) -> None:
    """Whether the bot may have events shown."""
    world.makes_events = allowed
