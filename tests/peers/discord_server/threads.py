"""Who comes into a thread, and how."""

from typing import Any

from simcord.backend import serializers
from simcord.backend.access import channel_accessible
from simcord.backend.models import Channel, Message
from simcord.enums import MessageType

PUBLIC, PRIVATE = 11, 12
MANAGE_THREADS = 1 << 34


def may_invite(backend: Any, thread: Channel, person: int) -> bool:
    """Whether somebody may bring others into a thread. Who made a private one may close it."""
    if thread.type != PRIVATE or thread.owner_id == person:
        return True
    may = backend.compute_permissions(thread.guild_id, person, thread.id)
    return bool(may & MANAGE_THREADS) or (
        thread.thread_metadata.invitable and person in thread.thread_members
    )


def take_in(backend: Any, thread: Channel, person: int, *, by: int) -> None:
    """Somebody is added to a thread, and Discord says so in it."""
    if person in thread.thread_members:
        return
    backend.add_thread_member(thread.id, person)
    if person == backend.bot_user.id:
        # Only now there is such a thread for the bot.
        backend.emit("THREAD_CREATE", serializers.channel_payload(backend, thread))
    backend.create_system_message(thread.id, MessageType.RECIPIENT_ADD, by, recipient_id=person)


def draw_in(backend: Any, thread: Channel, message: Message) -> None:
    """Whoever is called by name in a thread is in it from then on, if they may see where it is."""
    if message.system_metadata is not None:
        return
    guild = backend.get_guild(thread.guild_id)
    for person in message.ping_user_ids:
        is_new = person in guild.members and person not in thread.thread_members
        if (
            is_new
            and channel_accessible(backend, thread.parent_id, person)
            and may_invite(backend, thread, message.author_id)
        ):
            backend.add_thread_member(thread.id, person)
