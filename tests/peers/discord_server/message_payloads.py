"""How messages look on the wire."""

import copy
from typing import Any

from simcord.backend import serializers
from simcord.backend.models import Interaction, Message
from simcord.components import walk_components

RECIPIENT_ADD = 1


def message(backend: Any, shown: Message, *, for_user: int | None = None) -> dict[str, Any]:
    """A message, as it is asked for. Events say more: see `payloads.complete_event`."""
    result: dict[str, Any] = {
        "type": shown.type,
        "content": words(shown),
        "mentions": [
            _user(backend, person) for person in _mentioned(shown) if person in backend.users
        ],
        "mention_roles": [str(role) for role in dict.fromkeys(shown.ping_role_ids)],
        "attachments": copy.deepcopy(shown.attachments),
        "embeds": [{"type": "rich"} | embed for embed in copy.deepcopy(shown.embeds)],
        "timestamp": shown.timestamp,
        "edited_timestamp": shown.edited_timestamp,
        "flags": shown.flags,
        "components": numbered(shown.components),
        "id": str(shown.id),
        "channel_id": str(shown.channel_id),
        "author": _user(backend, shown.author_id),
        "pinned": shown.pinned,
        "mention_everyone": shown.mention_everyone,
        "tts": shown.tts,
    }
    _add_reference(backend, shown, result)
    _add_interaction(backend, shown, result)
    reactions = [_reaction(backend, one) for one in shown.reactions if one.user_ids]
    if reactions:
        result["reactions"] = reactions
    return result


def words(shown: Message) -> str:
    """What a message says. That somebody was added has words only in the reader's app."""
    return "" if shown.type == RECIPIENT_ADD else shown.content


def _user(backend: Any, user_id: int) -> dict[str, Any]:
    return dict(serializers.user_payload(backend.users[user_id]))


def _mentioned(shown: Message) -> list[int]:
    """Whom a message mentions: whoever was not allowed to be mentioned is not."""
    metadata = shown.system_metadata
    if metadata is not None and metadata.recipient_id is not None:
        return [metadata.recipient_id]
    return list(dict.fromkeys(shown.ping_user_ids))


def numbered(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Components as Discord gives them back: each has a number within the message."""
    copied = copy.deepcopy(components)
    for number, component in enumerate(walk_components(copied), start=1):
        component["id"] = component.get("id") or number
        if component["type"] in (3, 5, 6, 7, 8):
            component.setdefault("min_values", 1)
            component.setdefault("max_values", 1)
        for key in [key for key, value in component.items() if value is None]:
            del component[key]
        for option in component.get("options", []):
            for key in [key for key, value in option.items() if value is None]:
                del option[key]
    return copied


def _reaction(backend: Any, reaction: Any) -> dict[str, Any]:
    count = len(reaction.user_ids)
    return {
        "emoji": serializers.emoji_payload(reaction.emoji),
        "count": count,
        "count_details": {"burst": 0, "normal": count},
        "burst_colors": [],
        "me_burst": False,
        "burst_me": False,
        "me": backend.bot_user.id in reaction.user_ids,
        "burst_count": 0,
    }


def _add_reference(backend: Any, shown: Message, result: dict[str, Any]) -> None:
    metadata = shown.system_metadata
    reference = shown.reference
    if metadata is not None and metadata.channel_id is not None:
        reference = {"channel_id": str(metadata.channel_id)}
    if reference is None:
        return
    guild_id = backend.channels[shown.channel_id].guild_id
    kept = {key: value for key, value in reference.items() if key in ("channel_id", "message_id")}
    result["message_reference"] = {"type": reference.get("type", 0)} | kept
    if guild_id is not None:
        result["message_reference"]["guild_id"] = str(guild_id)
    if "message_id" not in kept:
        return
    target = backend.messages.get(int(kept["channel_id"]), {}).get(int(kept["message_id"]))
    if target is None:
        result["referenced_message"] = None
    else:
        shown_target = message(backend, target)
        # Discord goes one step, no further.
        shown_target.pop("referenced_message", None)
        result["referenced_message"] = shown_target


def _add_interaction(backend: Any, shown: Message, result: dict[str, Any]) -> None:
    if shown.interaction_metadata is None:
        return
    record = backend.interactions[int(shown.interaction_metadata["id"])]
    result["application_id"] = str(backend.application_id)
    result["webhook_id"] = str(backend.application_id)
    metadata = interaction_metadata(backend, record)
    if record.message_id is not None and record.message_id != shown.id:
        metadata["original_response_message_id"] = str(record.message_id)
    result["interaction_metadata"] = metadata
    if record.command_name is not None:
        result["interaction"] = {
            "id": str(record.id),
            "type": record.type,
            "name": record.command_name,
            "user": _user(backend, record.user_id),
        }


def interaction_metadata(backend: Any, record: Interaction) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "id": str(record.id),
        "type": record.type,
        "user": _user(backend, record.user_id),
        "authorizing_integration_owners": installed_by(record.guild_id),
    }
    if record.type == 2 and record.command_name is not None:
        metadata |= {"name": record.command_name, "command_type": record.command_type or 1}
        if record.command_type == 2 and record.target_id is not None:
            metadata["target_user"] = _user(backend, record.target_id)
    if record.type == 3:
        metadata["interacted_message_id"] = str(record.source_message_id)
    if record.type == 5:
        opener = backend.world.asked[record.id].opener
        metadata["triggering_interaction_metadata"] = interaction_metadata(backend, opener)
    return metadata


def installed_by(guild_id: int | None) -> dict[str, str]:
    """Who installed the application where it is used: a guild, or nobody in a direct message."""
    return {"0": str(guild_id) if guild_id is not None else "0"}
