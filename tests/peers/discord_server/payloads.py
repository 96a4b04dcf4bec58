"""How things look on the wire, as Discord's OpenAPI document has them.

simcord serialises for discord.py, which forgives much. Its own functions are replaced by those
here, so that what simcord announces looks the same as what is asked for.
"""

import base64
import secrets
from typing import Any

from simcord.backend import Backend, serializers
from simcord.backend.models import Channel, Guild, Member, User

from . import message_payloads

DM, PRIVATE_THREAD = 1, 12


def token_for(bot_id: int) -> str:
    """A token of the shape that Discord's have: the bot's id, a time, a secret."""
    head = base64.urlsafe_b64encode(str(bot_id).encode()).decode().rstrip("=")
    return f"{head}.GtEsTs.{secrets.token_hex(19)}"


def user(person: User) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": str(person.id),
        "username": person.name,
        "discriminator": person.discriminator,
        "global_name": person.global_name,
        "avatar": person.avatar,
        "avatar_decoration_data": None,
        "collectibles": None,
        "banner": None,
        "accent_color": None,
        "primary_guild": None,
        "public_flags": person.public_flags,
        "flags": person.public_flags,
    }
    if person.bot:
        shown |= {"bot": True, "discriminator": "0001"}
    return shown


def me(bot: User) -> dict[str, Any]:
    """The bot, as it sees itself."""
    more = {
        "email": None,
        "verified": True,
        "mfa_enabled": True,
        "locale": "en-US",
        "premium_type": 0,
    }
    return user(bot) | more | {"bio": ""}


def member(
    backend: Backend, guild: Guild, person: Member, *, with_user: bool = True
) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "roles": [str(role) for role in person.role_ids],
        "nick": person.nick,
        "joined_at": person.joined_at,
        "premium_since": None,
        "deaf": person.deaf,
        "mute": person.mute,
        "pending": person.pending,
        "flags": 0,
        "communication_disabled_until": person.timed_out_until,
        "avatar": person.avatar,
        "avatar_decoration_data": None,
        "collectibles": None,
        "banner": None,
    }
    if with_user:
        shown["user"] = user(backend.users[person.user_id])
    return shown


def channel(backend: Backend, shown: Channel) -> dict[str, Any]:
    if shown.is_thread:
        return thread(backend, shown)
    last = str(shown.last_message_id) if shown.last_message_id else None
    common: dict[str, Any] = {
        "id": str(shown.id),
        "type": shown.type,
        "flags": 0,
        "last_message_id": last,
    }
    if shown.type == DM:
        return common | {
            "recipients": [user(backend.users[person]) for person in shown.recipient_ids]
        }
    common |= {
        "guild_id": str(shown.guild_id),
        "name": shown.name,
        "parent_id": str(shown.parent_id) if shown.parent_id else None,
        "position": shown.position,
        "permission_overwrites": serializers.overwrite_payloads(shown),
        "nsfw": False,
        "icon_emoji": None,
        "theme_color": None,
    }
    if shown.type in (0, 5):
        common |= {"topic": shown.topic, "rate_limit_per_user": shown.rate_limit_per_user}
    return common


def thread(backend: Any, shown: Channel) -> dict[str, Any]:
    meta = shown.thread_metadata
    assert meta is not None
    metadata: dict[str, Any] = {
        "archived": meta.archived,
        "archive_timestamp": meta.archive_timestamp,
        "auto_archive_duration": meta.auto_archive_duration,
        "locked": meta.locked,
        "create_timestamp": meta.create_timestamp,
    }
    if shown.type == PRIVATE_THREAD:
        metadata["invitable"] = meta.invitable
    messages = backend.messages.get(shown.id, {}).values()
    result: dict[str, Any] = {
        "id": str(shown.id),
        "type": shown.type,
        "flags": 0,
        "last_message_id": str(shown.last_message_id) if shown.last_message_id else None,
        "guild_id": str(shown.guild_id),
        "name": shown.name,
        "parent_id": str(shown.parent_id),
        "rate_limit_per_user": shown.rate_limit_per_user,
        "owner_id": str(shown.owner_id),
        "thread_metadata": metadata,
        # What was deleted counts in the second, not in the first.
        "message_count": sum(not message.is_ephemeral for message in messages),
        "total_message_sent": shown.message_count,
        # Discord stops counting at 50.
        "member_count": min(len(shown.thread_members), 50),
    }
    if backend.bot_user.id in shown.thread_members:
        result["member"] = thread_member(shown, backend.bot_user.id)
    return result


def thread_member(shown: Channel, user_id: int) -> dict[str, Any]:
    return {
        "id": str(shown.id),
        "user_id": str(user_id),
        "join_timestamp": shown.thread_members[user_id],
        "flags": 0,
    }


def guild(backend: Backend, shown: Guild) -> dict[str, Any]:
    """A guild, as it is asked for."""

    def maybe(value: int | None) -> str | None:
        return str(value) if value is not None else None

    return {
        "id": str(shown.id),
        "name": shown.name,
        "icon": None,
        "description": shown.description,
        "home_header": None,
        "splash": None,
        "discovery_splash": None,
        "features": [],
        "banner": None,
        "owner_id": str(shown.owner_id),
        "application_id": None,
        "region": "deprecated",
        "afk_channel_id": maybe(shown.afk_channel_id),
        "afk_timeout": shown.afk_timeout,
        "system_channel_id": maybe(shown.system_channel_id),
        "system_channel_flags": 0,
        "widget_enabled": False,
        "widget_channel_id": None,
        "verification_level": shown.verification_level,
        "roles": serializers.roles_payload(shown),
        "default_message_notifications": shown.default_message_notifications,
        "mfa_level": 0,
        "explicit_content_filter": shown.explicit_content_filter,
        "max_presences": None,
        "max_members": 500_000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "vanity_url_code": None,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "preferred_locale": shown.preferred_locale,
        "rules_channel_id": maybe(shown.rules_channel_id),
        "safety_alerts_channel_id": None,
        "public_updates_channel_id": maybe(shown.public_updates_channel_id),
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
        "emojis": [],
        "stickers": [],
        "incidents_data": None,
    }


def guild_event(backend: Any, shown: Guild) -> dict[str, Any]:
    """A guild, as it is announced: with what is in it, as far as the bot may see it."""
    bot = shown.members.get(backend.bot_user.id)
    threads = [backend.channels[key] for key in shown.thread_ids if key in backend.channels]
    visible = [
        one for one in threads if backend.world.sees(one.id) and not one.thread_metadata.archived
    ]
    return guild(backend, shown) | {
        "joined_at": bot.joined_at if bot is not None else backend.now_iso(),
        "large": False,
        "unavailable": False,
        "member_count": len(shown.members),
        # Without the intents for more, only the bot itself is named.
        "members": [member(backend, shown, bot)] if bot is not None else [],
        "channels": [channel(backend, backend.channels[key]) for key in shown.channel_ids],
        "threads": [thread(backend, one) for one in visible],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def complete_event(world: Any, event: str, data: dict[str, Any]) -> None:
    """Adds to an event what Discord has only there, and takes away what it doesn't have there."""
    backend = world.backend
    shown = backend.channels.get(int(data["channel_id"])) if "channel_id" in data else None
    if event in ("MESSAGE_CREATE", "MESSAGE_UPDATE") and shown is not None:
        data["channel_type"] = shown.type
        if shown.guild_id is not None:
            data["guild_id"] = str(shown.guild_id)
            home = backend.guilds[shown.guild_id]
            author = home.members.get(int(data["author"]["id"]))
            if author is not None:
                data["member"] = member(backend, home, author, with_user=False)
    elif event == "MESSAGE_REACTION_ADD" and shown is not None:
        message = backend.messages[shown.id].get(int(data["message_id"]))
        if message is not None:
            data["message_author_id"] = str(message.author_id)
    elif event == "THREAD_DELETE":
        for key in data.keys() - {"id", "guild_id", "parent_id", "type"}:
            del data[key]
    elif event == "THREAD_MEMBERS_UPDATE":
        _complete_thread_members(backend, data)


def _complete_thread_members(backend: Any, data: dict[str, Any]) -> None:
    shown = backend.channels[int(data["id"])]
    kept = {"id", "guild_id", "member_count", "added_members", "removed_member_ids"}
    for key in data.keys() - kept:
        del data[key]
    home = backend.guilds[shown.guild_id]
    for added in data.get("added_members", []):
        person = home.members.get(int(added["user_id"]))
        if person is not None:
            added["member"] = member(backend, home, person)
        added["presence"] = None


def replace_simcords() -> None:
    """simcord's functions call each other by these names, in this module."""
    serializers.user_payload = user
    serializers.member_payload = member
    serializers.channel_payload = channel
    serializers.thread_payload = thread
    serializers.thread_member_payload = thread_member
    serializers.guild_create_payload = guild_event
    serializers.message_payload = message_payloads.message


replace_simcords()
