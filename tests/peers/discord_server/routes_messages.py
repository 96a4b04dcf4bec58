"""Messages, and the reactions below them."""

from typing import Any

from simcord.backend import errors, serializers
from simcord.backend.access import channel_accessible
from simcord.backend.errors import BackendError
from simcord.backend.models import Message
from simcord.http._helpers import bot_message, message_edit_changes, message_response
from simcord.http.router import RequestContext

from . import message_rules as rules
from .routing import as_simcord_has_it, body_of, number, route, snowflake, world_of


@route("POST", "/channels/{channel_id}/messages")
def create(ctx: RequestContext) -> Any:
    world = world_of(ctx)
    channel = ctx.backend.get_channel(ctx.int_arg("channel_id"))
    body = rules.cleaned(body_of(ctx))
    nonce = rules.nonce_of(body)
    rules.check_may_write(ctx, channel, body)
    known = None
    if nonce is not None and body.get("enforce_nonce"):
        known = world.known_by_nonce(channel, nonce)
    if known is None:
        rules.settle_reference(ctx, channel, body)
        rules.check_says_something(ctx, body)
        rules.name_files(ctx, body)
        with world.creating(nonce):
            known = bot_message(ctx, channel.id, body=body)
    shown = message_response(ctx, known)
    # Only here, and in the event, is the nonce shown.
    return shown | ({"nonce": nonce} if nonce is not None else {})


@route("GET", "/channels/{channel_id}/messages")
def listed(ctx: RequestContext) -> Any:
    """simcord gives the newest messages after an id; Discord gives those that came next."""
    channel = ctx.require_channel_permissions(ctx.int_arg("channel_id"))
    limit = number(ctx, "limit", 50, 1, 100)
    around, before, after = (snowflake(ctx, name) for name in ("around", "before", "after"))
    if not channel_accessible(ctx.backend, channel.id, ctx.backend.bot_user.id, history=True):
        return []
    stored = ctx.backend.messages[channel.id].values()
    messages = sorted((one for one in stored if not one.is_ephemeral), key=lambda one: one.id)
    if around is not None:
        older = [one for one in messages if one.id < around][-(limit // 2) :] if limit > 1 else []
        newer = [one for one in messages if one.id >= around]
        messages = (older + newer)[:limit]
    elif after is not None:
        messages = [one for one in messages if one.id > after][:limit]
    elif before is not None:
        messages = [one for one in messages if one.id < before][-limit:]
    else:
        messages = messages[-limit:]
    return [message_response(ctx, one) for one in reversed(messages)]


@route("PATCH", "/channels/{channel_id}/messages/{message_id}")
def edit(ctx: RequestContext) -> Any:
    channel_id = ctx.int_arg("channel_id")
    message = ctx.require_message(channel_id, ctx.int_arg("message_id"))
    rules.check_own(ctx, message)
    rules.check_not_archived(ctx.backend.get_channel(channel_id))
    return message_response(ctx, edited(ctx, message, body_of(ctx)))


def edited(ctx: RequestContext, message: Message, body: dict[str, Any]) -> Message:
    """The message with what the body changes of it."""
    rules.cleaned(body)
    rules.check_says_something(ctx, body, message)
    rules.name_files(ctx, body)
    changes = message_edit_changes(ctx, message, body=body)
    return ctx.backend.edit_message(message.channel_id, message.id, changes)


@route("DELETE", "/channels/{channel_id}/messages/{message_id}")
def delete(ctx: RequestContext) -> Any:
    channel = ctx.backend.get_channel(ctx.int_arg("channel_id"))
    message = ctx.require_message(channel.id, ctx.int_arg("message_id"))
    if message.author_id != ctx.backend.bot_user.id and channel.guild_id is None:
        raise BackendError(403, 50003, "Cannot execute action on a DM channel")
    return as_simcord_has_it(ctx)


@route("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me")
def react(ctx: RequestContext) -> Any:
    rules.check_not_archived(ctx.backend.get_channel(ctx.int_arg("channel_id")))
    emoji = ctx.args["emoji"]
    # What is written in letters is no emoji; one of a guild's own has its id behind its name.
    if emoji.isascii() and ":" not in emoji:
        raise errors.unknown_emoji()
    return as_simcord_has_it(ctx)


@route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me")
def take_back(ctx: RequestContext) -> Any:
    channel_id, message_id = ctx.int_arg("channel_id"), ctx.int_arg("message_id")
    message = ctx.require_message(channel_id, message_id, "read_message_history")
    reaction = message.reaction_for(ctx.args["emoji"])
    # Taking back what isn't there is no mistake.
    if reaction is not None and ctx.backend.bot_user.id in reaction.user_ids:
        ctx.backend.remove_reaction(
            channel_id, message_id, ctx.args["emoji"], ctx.backend.bot_user.id
        )


@route("GET", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}")
def reacted(ctx: RequestContext) -> Any:
    message = ctx.require_message(
        ctx.int_arg("channel_id"), ctx.int_arg("message_id"), "read_message_history"
    )
    reaction = message.reaction_for(ctx.args["emoji"])
    people = sorted(reaction.user_ids) if reaction is not None else []
    after = snowflake(ctx, "after") or 0
    people = [person for person in people if person > after][: number(ctx, "limit", 25, 1, 100)]
    return [serializers.user_payload(ctx.backend.users[person]) for person in people]


@route("POST", "/channels/{channel_id}/typing")
def typing(ctx: RequestContext) -> Any:
    backend = ctx.backend
    channel = ctx.backend.get_channel(ctx.int_arg("channel_id"))
    rules.check_may_write(ctx, channel, {})
    data: dict[str, Any] = {
        "channel_id": str(channel.id),
        "user_id": str(backend.bot_user.id),
        "timestamp": int(backend.clock.now().timestamp()),
    }
    if channel.guild_id is not None:
        data["guild_id"] = str(channel.guild_id)
    backend.emit("TYPING_START", data)
