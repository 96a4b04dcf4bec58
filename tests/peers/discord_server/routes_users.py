"""Who the bot is, and its conversations with one person each."""

from typing import Any

from simcord.backend import errors, serializers
from simcord.backend.errors import BackendError
from simcord.http.router import RequestContext

from . import payloads
from .routing import body_of, invalid, number, route, snowflake, world_of

# As the applications' flags have it: the intents that may be used without Discord's review.
INTENT_FLAGS = {"presences": 1 << 13, "members": 1 << 15, "message_content": 1 << 19}


@route("GET", "/users/@me")
def me(ctx: RequestContext) -> Any:
    return payloads.me(ctx.backend.bot_user)


@route("GET", "/users/@me/guilds")
def guilds(ctx: RequestContext) -> Any:
    backend = ctx.backend
    own = backend.bot_user.id
    known = sorted(
        (guild for guild in backend.guilds.values() if own in guild.members),
        key=lambda guild: guild.id,
    )
    before, after = snowflake(ctx, "before"), snowflake(ctx, "after")
    known = [
        guild
        for guild in known
        if guild.id > (after or 0) and (before is None or guild.id < before)
    ]
    limit = number(ctx, "limit", 200, 1, 200)
    return [
        {
            "id": str(guild.id),
            "name": guild.name,
            "icon": None,
            "banner": None,
            "owner": guild.owner_id == own,
            "permissions": str(backend.compute_permissions(guild.id, own)),
            "features": [],
        }
        for guild in (known[-limit:] if before is not None else known[:limit])
    ]


@route("DELETE", "/users/@me/guilds/{guild_id}")
def leave(ctx: RequestContext) -> Any:
    guild = ctx.backend.get_guild(ctx.int_arg("guild_id"))
    if ctx.backend.bot_user.id not in guild.members:
        raise errors.unknown_guild()
    world_of(ctx).bot_leaves(guild.id)


@route("GET", "/applications/@me")
@route("GET", "/oauth2/applications/@me")
def application(ctx: RequestContext) -> Any:
    backend = ctx.backend
    world = world_of(ctx)
    bot = serializers.user_payload(backend.bot_user)
    guilds = sum(backend.bot_user.id in guild.members for guild in backend.guilds.values())
    flags = sum(flag for name, flag in INTENT_FLAGS.items() if world.allows(name))
    return {
        "id": str(backend.application_id),
        "name": backend.bot_user.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": bot,
        "summary": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "integration_types_config": {"0": {}},
        "verify_key": "0" * 64,
        "flags": flags,
        "flags_new": str(flags),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": bot,
        "approximate_guild_count": guilds,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
    }


@route("POST", "/users/@me/channels")
def open_conversation(ctx: RequestContext) -> Any:
    """Works for anybody, and gives the same channel every time. Who may not be written to is found
    out only by writing."""
    wanted = body_of(ctx).get("recipient_id")
    if not str(wanted).isdecimal():
        raise invalid("recipient_id", "NUMBER_TYPE_COERCE", f'Value "{wanted}" is not snowflake.')
    person = ctx.backend.users.get(int(str(wanted)))
    if person is None or person.id == ctx.backend.bot_user.id:
        raise BackendError(400, 50033, "Invalid Recipient(s)")
    channel = ctx.backend.get_dm_channel(person.id)
    return serializers.channel_payload(ctx.backend, channel)
