"""Guilds and who is in them."""

from typing import Any

from simcord.backend import errors, serializers
from simcord.backend.models import Guild
from simcord.http.router import RequestContext

from . import payloads
from .routing import flag, number, route, snowflake, world_of


def guild_of(ctx: RequestContext) -> Guild:
    """The guild in question. The bot has to be in it."""
    guild = ctx.backend.get_guild(ctx.int_arg("guild_id"))
    if ctx.backend.bot_user.id not in guild.members:
        raise errors.missing_access()
    return guild


@route("GET", "/guilds/{guild_id}")
def get(ctx: RequestContext) -> Any:
    guild = ctx.backend.get_guild(ctx.int_arg("guild_id"))
    if ctx.backend.bot_user.id not in guild.members:
        raise errors.unknown_guild()
    counted = flag(ctx, "with_counts")
    more = (
        {"approximate_member_count": len(guild.members), "approximate_presence_count": 1}
        if counted
        else {}
    )
    return payloads.guild(ctx.backend, guild) | more


@route("GET", "/guilds/{guild_id}/channels")
def channels(ctx: RequestContext) -> Any:
    guild = guild_of(ctx)
    return [payloads.channel(ctx.backend, ctx.backend.channels[key]) for key in guild.channel_ids]


@route("GET", "/guilds/{guild_id}/roles")
def roles(ctx: RequestContext) -> Any:
    return serializers.roles_payload(guild_of(ctx))


@route("GET", "/guilds/{guild_id}/members/{user_id}")
def member(ctx: RequestContext) -> Any:
    guild = guild_of(ctx)
    found = guild.members.get(ctx.int_arg("user_id"))
    if found is None:
        is_known = ctx.int_arg("user_id") in ctx.backend.users
        raise errors.unknown_member() if is_known else errors.unknown_user()
    return payloads.member(ctx.backend, guild, found)


@route("GET", "/guilds/{guild_id}/members")
def members(ctx: RequestContext) -> Any:
    guild = guild_of(ctx)
    world = world_of(ctx)
    if not world.allows("members"):
        raise errors.missing_access()
    after = snowflake(ctx, "after") or 0
    found = sorted(person for person in guild.members if person > after)[
        : number(ctx, "limit", 1, 1, 1000)
    ]
    return [payloads.member(ctx.backend, guild, guild.members[person]) for person in found]


@route("GET", "/guilds/{guild_id}/threads/active")
def active_threads(ctx: RequestContext) -> Any:
    guild = guild_of(ctx)
    world = world_of(ctx)
    known = ctx.backend.active_threads(guild.id)
    visible = sorted(
        (one for one in known if world.sees(one.id)), key=lambda one: one.id, reverse=True
    )
    return serializers.thread_list_payload(ctx.backend, visible, has_more=False)
