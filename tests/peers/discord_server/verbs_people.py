"""Verbs: what people write."""

from typing import Any

from simcord.backend.access import channel_accessible

from . import message_payloads
from .control import WrongCall, number, verb
from .message_rules import LONGEST_CONTENT
from .verbs_places import person
from .world import World


def visible_channel(world: World, user_id: int, channel: Any) -> int:
    found = number(channel, "channel")
    if not channel_accessible(world.backend, found, user_id):
        raise WrongCall(f"{user_id} can't see channel {channel}")
    return found


def visible_message(world: World, user_id: int, channel: Any, message: Any) -> Any:
    channel_id = visible_channel(world, user_id, channel)
    found = world.backend.messages[channel_id].get(number(message, "message"))
    if found is None or not found.visible_to(user_id):
        raise WrongCall(f"{user_id} can't see message {message}")
    return found


def _write(
    world: World,
    channel_id: int,
    user_id: int,
    text: str,
    files: list[dict[str, str]] | None,
    reply_to: str | None,
) -> str:
    if len(text) > LONGEST_CONTENT:
        raise WrongCall("a message has 2000 characters at most")
    attachments = [
        world.backend.cdn.store_attachment(
            world.backend.snowflake(), channel_id, file["name"], file["text"].encode(), None
        )
        for file in files or []
    ]
    reference = None
    if reply_to is not None:
        world.backend.get_message(channel_id, number(reply_to, "reply_to"))
        reference = {"type": 0, "channel_id": str(channel_id), "message_id": str(reply_to)}
    message = world.backend.create_message(
        channel_id, user_id, text.strip(), attachments=attachments, reference=reference
    )
    return str(message.id)


@verb
def dm(
    world: World,
    user: str,
    text: str = "",
    files: list[dict[str, str]] | None = None,
    reply_to: str | None = None,
) -> Any:
    """Somebody writes to the bot, which is possible also for whoever takes no letters from it."""
    user_id = person(world, user)
    channel = world.backend.get_dm_channel(user_id)
    return {
        "channel": str(channel.id),
        "message": _write(world, channel.id, user_id, text, files, reply_to),
    }


@verb
def say(
    world: World,
    channel: str,
    user: str,
    text: str = "",
    reply_to: str | None = None,
    files: list[dict[str, str]] | None = None,
) -> Any:
    user_id = person(world, user)
    channel_id = visible_channel(world, user_id, channel)
    found = world.backend.get_channel(channel_id)
    send = "send_messages_in_threads" if found.is_thread else "send_messages"
    world.backend.require_permissions(found.guild_id, user_id, channel_id, send)
    if found.is_thread:
        _open_thread(world, found)
        # Whoever writes in a thread is in it from then on.
        world.backend.add_thread_member(channel_id, user_id)
    return {"message": _write(world, channel_id, user_id, text, files, reply_to)}


def _open_thread(world: World, thread: Any) -> None:
    meta = thread.thread_metadata
    if meta.locked:
        raise WrongCall("the thread is locked")
    if meta.archived:
        changed = {"archived": False, "archive_timestamp": world.backend.now_iso()}
        world.backend.edit_channel(thread.id, {}, thread_metadata=changed)


@verb
def edit(world: World, channel: str, message: str, text: str) -> None:
    """Its author changes a message."""
    found = world.backend.get_message(number(channel, "channel"), number(message, "message"))
    if found.author_id == world.bot.id:
        raise WrongCall("only the bot changes its own messages")
    world.backend.edit_message(found.channel_id, found.id, {"content": text.strip()})


@verb
def unfurl(world: World, channel: str, message: str, title: str = "A page") -> None:
    """Discord has looked at a page that is named in a message, and shows something of it below.
    That is announced like a change, but nobody has changed anything."""
    found = world.backend.get_message(number(channel, "channel"), number(message, "message"))
    found.embeds = [{"type": "link", "title": title}]
    world.backend.emit("MESSAGE_UPDATE", message_payloads.message(world.backend, found))


@verb
def delete_message(world: World, channel: str, message: str) -> None:
    """Its author, or a moderator, takes a message away; or the only reader of one puts it away."""
    world.backend.delete_message(number(channel, "channel"), number(message, "message"))


@verb
def react(world: World, channel: str, message: str, user: str, emoji: str) -> None:
    found = visible_message(world, person(world, user), channel, message)
    if found.is_ephemeral:
        raise WrongCall("nobody reacts to what only one person sees")
    world.backend.add_reaction(found.channel_id, found.id, emoji, person(world, user))


@verb
def unreact(world: World, channel: str, message: str, user: str, emoji: str) -> None:
    found = visible_message(world, person(world, user), channel, message)
    world.backend.remove_reaction(found.channel_id, found.id, emoji, person(world, user))
