"""What people ask of the bot, as Discord puts it to the bot, in INTERACTION_CREATE."""

import base64
import copy
import secrets
from typing import Any

from simcord.backend import serializers
from simcord.backend.models import Interaction, Message

from . import message_payloads, payloads
from .asked import Asked
from .world import World

COMMAND, COMPONENT, TYPING, DIALOGUE = 2, 3, 4, 5
GUILD, BOT_DM = 0, 1
# In a conversation with one person there are no roles; so much a bot may do in each.
DIRECT_PERMISSIONS = 1 << 15 | 1 << 14 | 1 << 17 | 1 << 18
SIZE_LIMIT = 10 * 2**20
USUAL_LOCALE = "en-US"


def ask(
    world: World,
    kind: int,
    user_id: int,
    channel_id: int,
    data: dict[str, Any],
    *,
    message: Message | None = None,
    opener: Interaction | None = None,
    locale: str | None = None,
) -> Asked:
    """Puts it to the bot. Its answer is waited for elsewhere."""
    backend = world.backend
    channel = backend.get_channel(channel_id)
    record = backend.new_interaction(kind, channel_id, user_id, channel.guild_id)
    # Discord's tokens are long, and of letters, digits, "-" and "_" only.
    del backend.interaction_tokens[record.token]
    secret = f"interaction:{record.id}:{secrets.token_hex(60)}"
    record.token = base64.urlsafe_b64encode(secret.encode()).decode().rstrip("=")
    backend.interaction_tokens[record.token] = record.id
    _note_command(record, kind, data)
    payload: dict[str, Any] = {
        "id": str(record.id),
        "application_id": str(backend.application_id),
        "type": kind,
        "token": record.token,
        "version": 1,
        "data": data,
        "channel_id": str(channel_id),
        "channel": _channel(world, channel_id, user_id),
        "locale": locale or world.locales.get(user_id, USUAL_LOCALE),
        "entitlements": [],
        "entitlement_sku_ids": [],
        "authorizing_integration_owners": message_payloads.installed_by(channel.guild_id),
        "context": GUILD if channel.guild_id is not None else BOT_DM,
        "attachment_size_limit": SIZE_LIMIT,
    }
    payload |= _who(world, user_id, channel_id)
    if message is not None:
        record.source_message_id = message.id
        payload["message"] = message_payloads.message(backend, message)
    asked = Asked(record, payload, world.clock.seconds(), opener)
    world.asked[record.id] = asked
    deliver(world, asked)
    return asked


def deliver(world: World, asked: Asked) -> None:
    world.publish("INTERACTION_CREATE", copy.deepcopy(asked.payload))


def _note_command(record: Interaction, kind: int, data: dict[str, Any]) -> None:
    if kind == COMMAND:
        record.command_name = data["name"]
        record.command_type = data["type"]
        record.target_id = int(data["target_id"]) if "target_id" in data else None


def _who(world: World, user_id: int, channel_id: int) -> dict[str, Any]:
    """Who asks, and what they and the bot may do there."""
    backend = world.backend
    channel = backend.get_channel(channel_id)
    if channel.guild_id is None:
        user = serializers.user_payload(backend.users[user_id])
        return {"user": user, "app_permissions": str(DIRECT_PERMISSIONS)}
    guild = backend.get_guild(channel.guild_id)
    member = payloads.member(backend, guild, guild.members[user_id])
    member["permissions"] = str(backend.compute_permissions(guild.id, user_id, channel_id))
    member["unusual_dm_activity_until"] = None
    # The bot may be talked to also where it is no member, through what it has installed there.
    is_there = world.bot.id in guild.members
    may = backend.compute_permissions(guild.id, world.bot.id, channel_id) if is_there else 0
    return {
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": guild.preferred_locale, "features": []},
        "guild_locale": guild.preferred_locale,
        "member": member,
        "app_permissions": str(may),
    }


def _channel(world: World, channel_id: int, user_id: int) -> dict[str, Any]:
    backend = world.backend
    channel = backend.get_channel(channel_id)
    shown = dict(payloads.channel(backend, channel))
    shown.pop("permission_overwrites", None)
    if channel.guild_id is not None:
        shown["permissions"] = str(
            backend.compute_permissions(channel.guild_id, user_id, channel_id)
        )
    return shown


# ------------------------------------------------------------------------------ what is spoken of


def resolve_user(
    world: World, guild_id: int | None, user_id: int, resolved: dict[str, Any]
) -> None:
    backend = world.backend
    key = str(user_id)
    resolved.setdefault("users", {})[key] = serializers.user_payload(backend.get_user(user_id))
    guild = backend.guilds.get(guild_id or 0)
    if guild is not None and user_id in guild.members:
        member = payloads.member(backend, guild, guild.members[user_id], with_user=False)
        # What Discord leaves out of a member that is only spoken of.
        del member["deaf"], member["mute"]
        member["permissions"] = str(backend.compute_permissions(guild.id, user_id))
        resolved.setdefault("members", {})[key] = member


def resolve_role(world: World, guild_id: int, role_id: int, resolved: dict[str, Any]) -> None:
    role = serializers.role_payload(world.backend.get_role(guild_id, role_id))
    resolved.setdefault("roles", {})[str(role_id)] = role


def resolve_channel(world: World, channel_id: int, user_id: int, resolved: dict[str, Any]) -> None:
    shown = _channel(world, channel_id, user_id)
    resolved.setdefault("channels", {})[str(channel_id)] = shown


def resolve_file(
    world: World, channel_id: int, name: str, data: bytes, resolved: dict[str, Any]
) -> str:
    """Stores the file, and returns its id."""
    number = world.backend.snowflake()
    stored = world.backend.cdn.store_attachment(number, channel_id, name, data, None)
    resolved.setdefault("attachments", {})[str(number)] = dict(stored) | {"ephemeral": True}
    return str(number)
