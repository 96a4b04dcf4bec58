"""Verbs: commands, presses and dialogues, and what the bot answers to them."""

import asyncio
from typing import Any

from simcord.backend.models import Message
from simcord.components import walk_components

from . import asking
from . import options as filling
from .asked import Asked
from .control import WrongCall, number, verb
from .routes_interactions import has_failed
from .verbs_people import visible_channel, visible_message
from .verbs_places import person
from .verbs_watching import shown
from .world import World

BUTTON = 2
SELECTS = (3, 5, 6, 7, 8)


def _given(asked: Asked) -> dict[str, Any]:
    return {"interaction": str(asked.record.id)}


def _asked(world: World, interaction: Any) -> Asked:
    found = world.asked.get(number(interaction, "interaction"))
    if found is None:
        raise WrongCall(f"there is no interaction {interaction}")
    return found


# ------------------------------------------------------------------------------------- components


def _component(message: Message, custom_id: str, kinds: tuple[int, ...]) -> dict[str, Any]:
    for component in walk_components(message.components):
        if component.get("custom_id") == custom_id and component["type"] in kinds:
            if component.get("disabled"):
                raise WrongCall(f"{custom_id} is disabled")
            return component
    raise WrongCall(f"message {message.id} has no {custom_id} of that kind")


def _pressed(world: World, user_id: int, channel: Any, message: Any, force: bool) -> Message:
    """The message in question. With force, it may be one that this person can't see."""
    if not force:
        return visible_message(world, user_id, channel, message)
    found = world.backend.get_message(number(channel, "channel"), number(message, "message"))
    guild_id = world.backend.get_channel(found.channel_id).guild_id
    if guild_id is not None and user_id not in world.backend.get_guild(guild_id).members:
        raise WrongCall("not even forged: they are not in the guild")
    return found


def _data(component: dict[str, Any], custom_id: str, kind: int) -> dict[str, Any]:
    return {"id": component.get("id") or 1, "custom_id": custom_id, "component_type": kind}


@verb
def press(
    world: World, user: str, channel: str, message: str, custom_id: str, force: bool = False
) -> Any:
    """With force, somebody presses what isn't there or isn't theirs to see."""
    user_id = person(world, user)
    found = _pressed(world, user_id, channel, message, force)
    component = {} if force else _component(found, custom_id, (BUTTON,))
    data = _data(component, custom_id, BUTTON)
    return _given(
        asking.ask(world, asking.COMPONENT, user_id, found.channel_id, data, message=found)
    )


@verb
def select(
    world: World,
    user: str,
    channel: str,
    message: str,
    custom_id: str,
    values: list[str],
    force: bool = False,
) -> Any:
    user_id = person(world, user)
    found = _pressed(world, user_id, channel, message, force)
    component = {"type": 3} if force else _component(found, custom_id, SELECTS)
    kind = component["type"]
    data = _data(component, custom_id, kind) | {"values": values}
    if not force:
        least, most = component.get("min_values", 1), component.get("max_values", 1)
        if not (least if least is not None else 1) <= len(values) <= (most or 1):
            raise WrongCall(f"{least} to {most} values are chosen there")
        resolved = filling.resolve_selected(world, found.channel_id, user_id, component, values)
        data |= {"resolved": resolved} if resolved else {}
    return _given(
        asking.ask(world, asking.COMPONENT, user_id, found.channel_id, data, message=found)
    )


# --------------------------------------------------------------------------------------- commands


@verb
def slash(
    world: World,
    user: str,
    channel: str,
    name: str,
    path: list[str] | None = None,
    options: dict[str, Any] | None = None,
    files: dict[str, dict[str, str]] | None = None,
    locale: str | None = None,
) -> Any:
    user_id = person(world, user)
    channel_id = visible_channel(world, user_id, channel)
    command = filling.command(world, user_id, channel_id, name, 1)
    data = filling.filled_in(
        world, user_id, channel_id, command, path or [], options or {}, files or {}
    )
    return _given(asking.ask(world, asking.COMMAND, user_id, channel_id, data, locale=locale))


@verb
def user_menu(
    world: World, user: str, channel: str, name: str, target: str, locale: str | None = None
) -> Any:
    user_id, target_id = person(world, user), person(world, target)
    channel_id = visible_channel(world, user_id, channel)
    command = filling.command(world, user_id, channel_id, name, 2)
    resolved: dict[str, Any] = {}
    guild_id = world.backend.get_channel(channel_id).guild_id
    asking.resolve_user(world, guild_id, target_id, resolved)
    data = {
        "id": command["id"],
        "name": name,
        "type": 2,
        "target_id": str(target_id),
        "resolved": resolved,
    }
    return _given(asking.ask(world, asking.COMMAND, user_id, channel_id, data, locale=locale))


@verb
async def autocomplete(
    world: World,
    user: str,
    channel: str,
    name: str,
    focused: str,
    path: list[str] | None = None,
    options: dict[str, Any] | None = None,
    locale: str | None = None,
) -> Any:
    """Somebody is typing. Waits for what the bot suggests."""
    user_id = person(world, user)
    channel_id = visible_channel(world, user_id, channel)
    command = filling.command(world, user_id, channel_id, name, 1)
    data = filling.half_typed(
        world, user_id, channel_id, command, path or [], options or {}, focused
    )
    asked = asking.ask(world, asking.TYPING, user_id, channel_id, data, locale=locale)
    await _wait(world, asked, 3.0)
    return _given(asked) | {
        "choices": asked.record.autocomplete_choices,
        "failed": has_failed(world, asked),
    }


# ---------------------------------------------------------------------------------------- dialogues


@verb
def modal(
    world: World,
    user: str,
    interaction: str,
    values: dict[str, str] | None = None,
    again: bool = False,
) -> Any:
    """Sends the dialogue that an interaction was answered with. With again, the very same
    interaction comes to the bot a second time."""
    user_id = person(world, user)
    opened = _asked(world, interaction)
    if opened.record.modal is None or opened.record.user_id != user_id:
        raise WrongCall("no dialogue was shown to them")
    sent = world.asked.get(opened.submitted or 0)
    if sent is not None and again:
        asking.deliver(world, sent)
        return _given(sent)
    if sent is not None and not has_failed(world, sent):
        raise WrongCall("the dialogue has been sent and is closed")
    spec = opened.record.modal
    components = filling.written(spec, values or {})
    source = world.backend.messages.get(opened.record.channel_id, {}).get(
        opened.record.source_message_id or 0
    )
    data = {"custom_id": spec["custom_id"], "components": components}
    asked = asking.ask(
        world,
        asking.DIALOGUE,
        user_id,
        opened.record.channel_id,
        data,
        message=source,
        opener=opened.record,
        locale=opened.payload["locale"],
    )
    opened.submitted = asked.record.id
    if again:
        asking.deliver(world, asked)
    return _given(asked)


@verb
def redeliver(world: World, interaction: str) -> Any:
    asked = _asked(world, interaction)
    asking.deliver(world, asked)
    return _given(asked)


# ---------------------------------------------------------------------------------- what came of it


@verb
async def interaction(world: World, interaction: str, wait_ms: int = 0) -> Any:
    asked = _asked(world, interaction)
    await _wait(world, asked, wait_ms / 1000)
    record = asked.record
    acked_after = (
        round((asked.acked_at - asked.asked_at) * 1000) if asked.acked_at is not None else None
    )
    # What was pressed is no answer of the bot's, also when it was changed.
    numbers = [record.message_id] if asked.kind in ("message", "deferred_message") else []
    stored = world.backend.messages.get(record.channel_id, {})
    answers = [stored[number] for number in [*numbers, *record.followup_ids] if number in stored]
    return {
        "ack": asked.kind,
        "ephemeral": record.ephemeral,
        "acked_after_ms": acked_after,
        "failed": has_failed(world, asked),
        "modal": _dialogue(record.modal) if record.modal is not None else None,
        "messages": [shown(world, message) for message in answers],
        "message": shown(world, stored[record.message_id]) if record.message_id in stored else None,
    }


def _dialogue(spec: dict[str, Any]) -> dict[str, Any]:
    return {"custom_id": spec["custom_id"], "title": spec["title"], "fields": filling.fields(spec)}


async def _wait(world: World, asked: Asked, seconds: float) -> None:
    """Until it is acknowledged, until the person is told that it failed, or for so long."""
    waited = 0.0
    while waited < seconds and asked.acked_at is None and not has_failed(world, asked):
        step = min(0.05, seconds - waited)
        try:
            await asyncio.wait_for(asked.acked.wait(), step)
        except TimeoutError:
            waited += step
