"""Verbs: people, guilds, channels, roles, and who is where."""

from typing import Any

from simcord.backend import permissions as perms
from simcord.backend.models import Guild, Overwrite
from simcord.enums import OverwriteType

from . import payloads
from .control import WrongCall, number, verb
from .threads import take_in
from .world import World

TEXT = 0
# What a bot like ours is invited with; what everybody may do on a new guild comes on top.
USUAL_PERMISSIONS = (
    "view_channel",
    "send_messages",
    "send_messages_in_threads",
    "create_private_threads",
    "read_message_history",
    "attach_files",
    "embed_links",
    "add_reactions",
)


def bits(names: list[str] | tuple[str, ...]) -> int:
    total = 0
    for name in names:
        try:
            total |= perms.flag(name.lower())
        except AttributeError:
            raise WrongCall(f"there is no permission {name}") from None
    return total


def person(world: World, user: Any) -> int:
    found = number(user, "user")
    if found not in world.backend.users:
        raise WrongCall(f"there is no user {user}")
    return found


def guild_of(world: World, guild: Any) -> Guild:
    found = world.backend.guilds.get(number(guild, "guild"))
    if found is None:
        raise WrongCall(f"there is no guild {guild}")
    return found


@verb
def user(world: World, name: str, global_name: str | None = None, locale: str | None = None) -> Any:
    made = world.backend.make_user(name, global_name=global_name)
    if locale is not None:
        world.locales[made.id] = locale
    return {"id": str(made.id)}


@verb
def guild(
    world: World,
    name: str,
    owner: str,
    members: list[str] = [],  # noqa: B006  (never changed)
    bot: bool = True,
    bot_permissions: list[str] | None = None,
) -> Any:
    backend = world.backend
    owner_id = person(world, owner)
    people = [person(world, member) for member in members]
    with world.muted():
        made = backend.create_guild(name, owner_id=owner_id)
        role = next(role for role in made.roles.values() if role.managed)
        role.permissions = bits(USUAL_PERMISSIONS if bot_permissions is None else bot_permissions)
        if not bot:
            del made.members[world.bot.id]
        for member in people:
            if member not in made.members:
                backend.add_member(made.id, member)
        general = backend.create_channel(made.id, "general")
    if bot:
        _announce(world, made)
    return {"id": str(made.id), "channel": str(general.id), "bot_role": str(role.id)}


def _announce(world: World, made: Guild) -> None:
    world.publish("GUILD_CREATE", payloads.guild_event(world.backend, made))


@verb
def channel(
    world: World,
    guild: str,
    name: str,
    parent: str | None = None,
    overwrites: list[dict[str, Any]] = [],  # noqa: B006  (never changed)
    type: int = TEXT,
) -> Any:
    parsed = []
    for overwrite in overwrites:
        kinds = {"role": OverwriteType.ROLE, "member": OverwriteType.MEMBER}
        if overwrite.get("type") not in kinds:
            raise WrongCall("an overwrite's type is role or member")
        allow, deny = bits(overwrite.get("allow", [])), bits(overwrite.get("deny", []))
        parsed.append(
            Overwrite(number(overwrite["id"], "id"), kinds[overwrite["type"]], allow, deny)
        )
    fields = {"parent_id": number(parent, "parent")} if parent is not None else {}
    home = guild_of(world, guild)
    made = world.backend.create_channel(home.id, name, type=type, overwrites=parsed, **fields)
    return {"id": str(made.id)}


@verb
def delete_channel(world: World, channel: str) -> None:
    """Threads too. With a channel go its threads."""
    backend = world.backend
    found = backend.get_channel(number(channel, "channel"))
    if found.guild_id is None:
        raise WrongCall("a conversation isn't deleted")
    threads = [
        one for one in backend.channels.values() if one.is_thread and one.parent_id == found.id
    ]
    with world.muted():
        for thread in threads:
            backend.delete_channel(thread.id)
    # Discord announces it to whoever could see it, which nobody can afterwards.
    backend.delete_channel(found.id)


@verb
def join(world: World, guild: str, user: str) -> None:
    home = guild_of(world, guild)
    if person(world, user) in home.members:
        raise WrongCall("is there already")
    world.backend.add_member(home.id, person(world, user), announce=True)


@verb
def leave(world: World, guild: str, user: str) -> None:
    if number(user, "user") == world.bot.id:
        raise WrongCall("the bot leaves with bot_leave")
    world.backend.remove_member(guild_of(world, guild).id, person(world, user))


@verb
def bot_join(world: World, guild: str) -> None:
    home = guild_of(world, guild)
    if world.bot.id in home.members:
        raise WrongCall("is there already")
    managed = [role.id for role in home.roles.values() if role.managed]
    world.backend.add_member(home.id, world.bot.id, roles=managed)
    _announce(world, home)


@verb
def bot_leave(world: World, guild: str) -> None:
    world.bot_leaves(guild_of(world, guild).id)


@verb
def role(world: World, guild: str, name: str, permissions: list[str] = []) -> Any:  # noqa: B006
    made = world.backend.create_role(guild_of(world, guild).id, name, permissions=bits(permissions))
    return {"id": str(made.id)}


@verb
def give_role(world: World, guild: str, user: str, role: str) -> None:
    home = guild_of(world, guild)
    world.backend.get_role(home.id, number(role, "role"))
    world.backend.add_member_role(home.id, person(world, user), number(role, "role"))


@verb
def take_role(world: World, guild: str, user: str, role: str) -> None:
    home = guild_of(world, guild)
    world.backend.remove_member_role(home.id, person(world, user), number(role, "role"))


@verb
def bot_permissions(world: World, guild: str, permissions: list[str]) -> None:
    home = guild_of(world, guild)
    managed = next(role for role in home.roles.values() if role.managed)
    world.backend.edit_role(home.id, managed.id, {"permissions": bits(permissions)})


@verb
def everyone_permissions(world: World, guild: str, permissions: list[str]) -> None:
    """What the guild allows to everybody, the bot included."""
    home = guild_of(world, guild)
    world.backend.edit_role(home.id, home.id, {"permissions": bits(permissions)})


@verb
def archive(world: World, thread: str, locked: bool = False, archived: bool = True) -> None:
    """A moderator archives a thread, or opens it again."""
    found = world.backend.get_thread(number(thread, "thread"))
    changed = {"archived": archived, "locked": locked, "archive_timestamp": world.backend.now_iso()}
    world.backend.edit_channel(found.id, {}, thread_metadata=changed)


@verb
def add_member(world: World, thread: str, user: str) -> None:
    found = world.backend.get_thread(number(thread, "thread"))
    home = world.backend.get_guild(found.guild_id or 0)
    if person(world, user) not in home.members:
        raise WrongCall("isn't in the guild")
    take_in(world.backend, found, person(world, user), by=home.owner_id)


@verb
def remove_member(world: World, thread: str, user: str) -> None:
    world.backend.remove_thread_member(number(thread, "thread"), person(world, user))


@verb
def close_dms(world: World, user: str) -> None:
    world.closed.add(person(world, user))


@verb
def open_dms(world: World, user: str) -> None:
    world.closed.discard(person(world, user))
