"""Channels, and the threads in them."""

from typing import Any

from simcord.backend import errors, serializers
from simcord.backend.access import channel_accessible
from simcord.backend.errors import BackendError
from simcord.backend.models import Channel
from simcord.enums import MessageType
from simcord.http.router import RequestContext

from . import payloads
from .message_rules import check_not_archived, check_title
from .routing import as_simcord_has_it, body_of, flag, invalid, number, route, snowflake, world_of
from .threads import MANAGE_THREADS, PRIVATE, PUBLIC, may_invite, take_in

DURATIONS = (60, 1440, 4320, 10080)


def _thread(ctx: RequestContext) -> Channel:
    channel = ctx.require_channel_permissions(ctx.int_arg("channel_id"))
    if not channel.is_thread:
        raise errors.cannot_execute_on_channel_type()
    return channel


def _is_moderator(ctx: RequestContext, thread: Channel) -> bool:
    assert thread.guild_id is not None
    may = ctx.backend.compute_permissions(thread.guild_id, ctx.backend.bot_user.id, thread.id)
    return bool(may & MANAGE_THREADS)


def _check_duration(body: dict[str, Any]) -> int | None:
    duration = body.get("auto_archive_duration")
    if duration is not None and duration not in DURATIONS:
        raise invalid(
            "auto_archive_duration", "BASE_TYPE_CHOICES", f"Value must be one of {set(DURATIONS)}."
        )
    return duration


@route("POST", "/channels/{channel_id}/threads")
def create_thread(ctx: RequestContext) -> Any:
    parent = ctx.require_channel_permissions(ctx.int_arg("channel_id"))
    body = body_of(ctx)
    # A thread of no kind is a private one: so it was when threads were new.
    kind = body.get("type", PRIVATE)
    if parent.type != 0 or kind not in (PUBLIC, PRIVATE):
        raise errors.cannot_execute_on_channel_type()
    needed = "create_private_threads" if kind == PRIVATE else "create_public_threads"
    ctx.require_channel_permissions(parent.id, needed)
    check_title("name", body.get("name"), 100)
    duration = _check_duration(body) or 1440
    backend: Any = ctx.backend
    thread = backend.create_thread(
        parent.id,
        body["name"],
        backend.bot_user.id,
        type=kind,
        auto_archive_duration=duration,
        broadcast=False,
    )
    thread.thread_metadata.invitable = bool(body.get("invitable", True))
    backend.announce_thread_create(thread)
    if kind == PUBLIC:
        backend.create_system_message(
            parent.id, MessageType.THREAD_CREATED, backend.bot_user.id, target_channel_id=thread.id
        )
    return serializers.channel_payload(backend, thread)


@route("PATCH", "/channels/{channel_id}")
def edit(ctx: RequestContext) -> Any:
    channel = ctx.require_channel_permissions(ctx.int_arg("channel_id"))
    if not channel.is_thread:
        return as_simcord_has_it(ctx)
    body = body_of(ctx)
    meta = channel.thread_metadata
    assert meta is not None
    is_moderator = _is_moderator(ctx, channel)
    is_own = channel.owner_id == ctx.backend.bot_user.id
    if not is_moderator and (not is_own or "locked" in body or meta.locked):
        raise errors.missing_permissions()
    if meta.archived and body.get("archived") is not False:
        raise BackendError(400, 50083, "Thread is archived")
    if "name" in body:
        check_title("name", body["name"], 100)
    _check_duration(body)
    names = ("archived", "locked", "invitable", "auto_archive_duration")
    changed = {name: body[name] for name in names if name in body}
    if "archived" in changed:
        changed["archive_timestamp"] = ctx.backend.now_iso()
    plain = {name: body[name] for name in ("name", "rate_limit_per_user") if name in body}
    ctx.backend.edit_channel(channel.id, plain, thread_metadata=changed)
    return serializers.channel_payload(ctx.backend, channel)


@route("DELETE", "/channels/{channel_id}")
def delete(ctx: RequestContext) -> Any:
    channel = ctx.require_channel_permissions(ctx.int_arg("channel_id"))
    if channel.is_thread:
        if not _is_moderator(ctx, channel):
            raise errors.missing_permissions()
        shown = serializers.channel_payload(ctx.backend, channel)
        ctx.backend.delete_channel(channel.id)
        return shown
    if channel.guild_id is None:
        # Closing a conversation only puts it out of sight.
        return serializers.channel_payload(ctx.backend, channel)
    return as_simcord_has_it(ctx)


# ----------------------------------------------------------------------------------------- members


@route("PUT", "/channels/{channel_id}/thread-members/@me")
def join(ctx: RequestContext) -> Any:
    thread = _thread(ctx)
    check_not_archived(thread)
    ctx.backend.add_thread_member(thread.id, ctx.backend.bot_user.id)


@route("PUT", "/channels/{channel_id}/thread-members/{user_id}")
def add_member(ctx: RequestContext) -> Any:
    thread = _thread(ctx)
    ctx.require_channel_permissions(thread.id, "send_messages_in_threads")
    check_not_archived(thread)
    backend: Any = ctx.backend
    person = ctx.int_arg("user_id")
    if person not in backend.users:
        raise errors.unknown_user()
    if not may_invite(backend, thread, backend.bot_user.id):
        raise errors.missing_permissions()
    guild = backend.get_guild(thread.guild_id)
    if person not in guild.members:
        raise errors.unknown_member()
    if not channel_accessible(backend, thread.parent_id, person):
        raise errors.missing_access()
    take_in(backend, thread, person, by=backend.bot_user.id)


@route("DELETE", "/channels/{channel_id}/thread-members/{user_id}")
def remove_member(ctx: RequestContext) -> Any:
    thread = _thread(ctx)
    check_not_archived(thread)
    is_own_private = thread.type == PRIVATE and thread.owner_id == ctx.backend.bot_user.id
    if not _is_moderator(ctx, thread) and not is_own_private:
        raise errors.missing_permissions()
    ctx.backend.remove_thread_member(thread.id, ctx.int_arg("user_id"))


def _member(ctx: RequestContext, thread: Channel, person: int) -> dict[str, Any]:
    shown = payloads.thread_member(thread, person)
    if flag(ctx, "with_member"):
        guild = ctx.backend.get_guild(thread.guild_id)
        shown["member"] = payloads.member(ctx.backend, guild, guild.members[person])
    return shown


@route("GET", "/channels/{channel_id}/thread-members")
def members(ctx: RequestContext) -> Any:
    thread = _thread(ctx)
    world = world_of(ctx)
    if not world.allows("members"):
        raise errors.missing_access()
    after = snowflake(ctx, "after") or 0
    found = sorted(person for person in thread.thread_members if person > after)
    return [_member(ctx, thread, person) for person in found[: number(ctx, "limit", 100, 1, 100)]]


@route("GET", "/channels/{channel_id}/thread-members/{user_id}")
def member(ctx: RequestContext) -> Any:
    thread = _thread(ctx)
    text = ctx.args["user_id"]
    person = ctx.backend.bot_user.id if text == "@me" else int(text)
    if person not in thread.thread_members:
        raise errors.unknown_member()
    return _member(ctx, thread, person)


# ---------------------------------------------------------------------------------------- archives


@route("GET", "/channels/{channel_id}/threads/archived/public")
def archived_public(ctx: RequestContext) -> Any:
    parent = ctx.require_channel_permissions(ctx.int_arg("channel_id"), "read_message_history")
    return _archive(ctx, parent, private=False, by_id=False)


@route("GET", "/channels/{channel_id}/threads/archived/private")
def archived_private(ctx: RequestContext) -> Any:
    needed = ("read_message_history", "manage_threads")
    parent = ctx.require_channel_permissions(ctx.int_arg("channel_id"), *needed)
    return _archive(ctx, parent, private=True, by_id=False)


@route("GET", "/channels/{channel_id}/users/@me/threads/archived/private")
def archived_joined(ctx: RequestContext) -> Any:
    parent = ctx.require_channel_permissions(ctx.int_arg("channel_id"), "read_message_history")
    return _archive(ctx, parent, private=True, by_id=True)


def _archive(ctx: RequestContext, parent: Channel, *, private: bool, by_id: bool) -> dict[str, Any]:
    """Archived threads: by when they were archived, or those that the bot is in, by their ids."""
    backend: Any = ctx.backend
    found = [
        one
        for one in backend.archived_threads(parent.id, private=private)
        if backend.world.sees(one.id)
    ]
    if by_id:
        before = snowflake(ctx, "before")
        found = [one for one in found if backend.bot_user.id in one.thread_members]
        found = [one for one in found if before is None or one.id < before]
        found.sort(key=lambda one: one.id, reverse=True)
    else:
        moment = ctx.params.get("before")
        found = [
            one for one in found if moment is None or one.thread_metadata.archive_timestamp < moment
        ]
        found.sort(key=lambda one: one.thread_metadata.archive_timestamp, reverse=True)
    limit = number(ctx, "limit", 50, 2, 100)
    return serializers.thread_list_payload(backend, found[:limit], has_more=len(found) > limit)
