"""Who the bot is, guilds, threads and conversations."""

import aiohttp

from . import check
from .bot import GUILDS, MEMBERS, USUAL, Bot, World
from .stage import Stage

THREAD = {"name": "Anna & Bo", "type": 12, "invitable": False, "auto_archive_duration": 10080}


@check
async def the_bot_learns_who_and_where_it_is(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world = stage.world
    assert (await world.good("GET", "/users/@me"))["id"] == world.bot_id
    for path in ("/applications/@me", "/oauth2/applications/@me"):
        assert (await world.good("GET", path))["id"] == world.application
    assert (await world.good("GET", "/gateway"))["url"].startswith("ws://127.0.0.1:")
    assert (await world.good("GET", "/gateway/bot"))["shards"] == 1
    async with http.get(f"{url}/api/v10/gateway") as response:
        assert (await response.json())["url"].endswith("/gw")
    known = await world.good("GET", "/users/@me/guilds")
    assert [one["id"] for one in known] == [stage.guild] and "permissions" in known[0]
    assert (await world.good("GET", f"/guilds/{stage.guild}"))["owner_id"] == stage.owner
    channels = await world.good("GET", f"/guilds/{stage.guild}/channels")
    assert [one["id"] for one in channels] == [stage.channel]
    roles = await world.good("GET", f"/guilds/{stage.guild}/roles")
    assert {one["id"] for one in roles} == {stage.guild, stage.role}
    found = await world.good("GET", f"/guilds/{stage.guild}/members/{stage.anna}")
    assert found["user"]["username"] == "anna" and "guild_id" not in found
    await world.refused(404, 10013, "GET", f"/guilds/{stage.guild}/members/12345678")
    await world.refused(403, 50001, "GET", f"/guilds/{stage.guild}/members?limit=5")
    async with http.get(
        f"{url}/api/v10/users/@me", headers={"Authorization": "Bot nonsense"}
    ) as response:
        assert response.status == 401
    # Where the bot isn't, it learns nothing.
    other = await world.call("guild", name="Other", owner=stage.bo, bot=False)
    await world.refused(404, 10004, "GET", f"/guilds/{other['id']}")
    await world.refused(403, 50001, "GET", f"/guilds/{other['id']}/members/{stage.bo}")
    await world.refused(403, 50001, "GET", f"/channels/{other['channel']}")
    await world.call("say", channel=other["channel"], user=stage.bo, text="alone")
    await stage.bot.quiet("MESSAGE_CREATE")
    await world.call("bot_join", guild=other["id"])
    assert (await stage.bot.event("GUILD_CREATE"))["id"] == other["id"]
    assert len(await world.good("GET", "/users/@me/guilds")) == 2
    await world.call("bot_leave", guild=other["id"])
    assert await stage.bot.event("GUILD_DELETE") == {"id": other["id"]}
    await world.call("bot_join", guild=other["id"])
    await world.good("DELETE", f"/users/@me/guilds/{other['id']}")
    assert await stage.bot.event("GUILD_DELETE") == {"id": other["id"]}
    assert len(await world.good("GET", "/users/@me/guilds")) == 1
    await stage.end()


@check
async def a_private_thread_holds_only_its_people(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    threads = f"/channels/{stage.channel}/threads"
    made = await world.good("POST", threads, THREAD)
    event = await bot.event("THREAD_CREATE")
    assert event["newly_created"] is True and event["id"] == made["id"]
    assert (made["owner_id"], made["member_count"], made["message_count"]) == (world.bot_id, 1, 0)
    assert made["thread_metadata"]["invitable"] is False and made["member"]["id"] == made["id"]
    # Nothing of it is to be seen in the channel above.
    assert await world.call("messages", channel=stage.channel) == []
    people = f"/channels/{made['id']}/thread-members"
    await world.good("PUT", f"{people}/{stage.anna}")
    await world.good("PUT", f"{people}/{stage.anna}")
    shown = await world.good("GET", f"/channels/{made['id']}")
    assert shown["member_count"] == 2
    await world.refused(403, 50001, "GET", people)
    found = await world.good("GET", f"{people}/{stage.anna}?with_member=true")
    assert found["member"]["user"]["id"] == stage.anna
    await world.refused(404, 10007, "GET", f"{people}/{stage.bo}")
    # Nobody comes in who isn't in the guild, or can't see the channel.
    stranger = (await world.call("user", name="stranger"))["id"]
    await world.refused(404, 10007, "PUT", f"{people}/{stranger}")
    deny = [{"id": stage.bo, "type": "member", "deny": ["view_channel"]}]
    hidden = await world.call("channel", guild=stage.guild, name="hidden", overwrites=deny)
    other = await world.good("POST", f"/channels/{hidden['id']}/threads", THREAD)
    await world.refused(403, 50001, "PUT", f"/channels/{other['id']}/thread-members/{stage.bo}")
    assert "can't see" in await world.wrong("say", channel=made["id"], user=stage.bo, text="x")
    await world.good("POST", f"/channels/{made['id']}/messages", {"content": "for two"})
    seen = [one["content"] for one in await world.call("seen", user=stage.bo)]
    assert seen == []
    seen = [one["content"] for one in await world.call("seen", user=stage.anna) if one["type"] == 0]
    assert seen == ["for two"]
    # By calling somebody's name, whoever may bring others in brings them in.
    await world.call("say", channel=made["id"], user=stage.anna, text=f"<@{stage.bo}>!")
    await world.refused(404, 10007, "GET", f"{people}/{stage.bo}")
    called = {"content": f"<@{stage.bo}>!"}
    await world.good("POST", f"/channels/{made['id']}/messages", called)
    await world.good("GET", f"{people}/{stage.bo}")
    await world.call("remove_member", thread=made["id"], user=stage.bo)
    await world.call("leave", guild=stage.guild, user=stage.anna)
    assert (await world.good("GET", f"/channels/{made['id']}"))["member_count"] == 1
    listed = await world.good("GET", f"/guilds/{stage.guild}/threads/active")
    assert {one["id"] for one in listed["threads"]} == {made["id"], other["id"]}
    assert len(await world.call("threads", guild=stage.guild)) == 2
    await stage.end()


@check
async def threads_need_permissions(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    threads = f"/channels/{stage.channel}/threads"
    await world.call("bot_permissions", guild=stage.guild, permissions=[])
    assert (await bot.event("GUILD_ROLE_UPDATE"))["role"]["id"] == stage.role
    await world.refused(403, 50013, "POST", threads, THREAD)
    await world.call("bot_permissions", guild=stage.guild, permissions=["CREATE_PRIVATE_THREADS"])
    made = await world.good("POST", threads, {"name": "of no kind"})
    assert made["type"] == 12
    await world.refused(400, 50035, "POST", threads, THREAD | {"name": " "})
    path = f"/channels/{made['id']}/messages"
    sent = await world.good("POST", path, {"content": "x"})
    # A thread that was put away is opened by writing in it, unless it was locked.
    await world.call("archive", thread=made["id"])
    update = await bot.event("THREAD_UPDATE")
    assert update["thread_metadata"]["archived"] is True
    await world.refused(400, 50083, "PATCH", f"{path}/{sent['id']}", {"content": "y"})
    await world.refused(400, 50083, "PUT", f"/channels/{made['id']}/thread-members/{stage.anna}")
    archive = f"/channels/{stage.channel}/users/@me/threads/archived/private"
    assert [one["id"] for one in (await world.good("GET", archive))["threads"]] == [made["id"]]
    await world.refused(403, 50013, "GET", f"/channels/{stage.channel}/threads/archived/private")
    await world.good("POST", path, {"content": "x"})
    update = await bot.event("THREAD_UPDATE")
    assert update["thread_metadata"]["archived"] is False
    await world.call("archive", thread=made["id"], locked=True)
    await world.refused(400, 50083, "POST", path, {"content": "x"})
    await world.refused(403, 50013, "PATCH", f"/channels/{made['id']}", {"archived": False})
    await world.call("archive", thread=made["id"], archived=False)
    renamed = await world.good("PATCH", f"/channels/{made['id']}", {"name": "ours"})
    assert renamed["name"] == "ours"
    await world.call("delete_channel", channel=made["id"])
    gone = await bot.event("THREAD_DELETE")
    assert set(gone) == {"id", "guild_id", "parent_id", "type"} and gone["id"] == made["id"]
    await world.refused(404, 10003, "POST", path, {"content": "x"})
    deny = [{"id": stage.role, "type": "role", "deny": ["view_channel"]}]
    hidden = await world.call("channel", guild=stage.guild, name="hidden", overwrites=deny)
    await bot.event("CHANNEL_CREATE")
    await world.refused(403, 50001, "POST", f"/channels/{hidden['id']}/messages", {"content": "x"})
    deny = [{"id": stage.role, "type": "role", "deny": ["send_messages"]}]
    silent = await world.call("channel", guild=stage.guild, name="silent", overwrites=deny)
    await world.refused(403, 50013, "POST", f"/channels/{silent['id']}/messages", {"content": "x"})
    await world.call("delete_channel", channel=silent["id"])
    assert (await bot.event("CHANNEL_DELETE"))["id"] == silent["id"]
    await stage.end()


@check
async def members_are_told_only_to_whom_may_know(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    stranger = (await world.call("user", name="stranger"))["id"]
    await world.call("join", guild=stage.guild, user=stranger)
    await bot.quiet("GUILD_MEMBER_ADD")
    role = await world.call("role", guild=stage.guild, name="leaders", permissions=["manage_guild"])
    await world.call("give_role", guild=stage.guild, user=stage.bo, role=role["id"])
    assert (await bot.event("GUILD_ROLE_CREATE"))["role"]["id"] == role["id"]
    await bot.quiet("GUILD_MEMBER_UPDATE")
    found = await world.good("GET", f"/guilds/{stage.guild}/members/{stage.bo}")
    assert found["roles"] == [role["id"]]
    await stage.end()
    granted = await World.make(url, http, intents_allowed=["GUILD_MEMBERS"])
    stage = await Stage.furnish(granted, Bot(granted), USUAL | MEMBERS | GUILDS)
    made = await granted.good("POST", f"/channels/{stage.channel}/threads", THREAD)
    await granted.call("add_member", thread=made["id"], user=stage.anna)
    event = await stage.bot.event("THREAD_MEMBERS_UPDATE")
    assert event["added_members"][0]["member"]["user"]["id"] == stage.anna
    assert (event["member_count"], "name" in event) == (2, False)
    people = f"/channels/{made['id']}/thread-members"
    assert len(await granted.good("GET", people)) == 2
    await granted.call("leave", guild=stage.guild, user=stage.anna)
    assert (await stage.bot.event("GUILD_MEMBER_REMOVE"))["user"]["id"] == stage.anna
    await stage.end()


@check
async def whoever_takes_no_letters_gets_none(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world = stage.world

    async def direct(person: str) -> str:
        opened = await world.good("POST", "/users/@me/channels", {"recipient_id": person})
        assert opened["type"] == 1 and opened["recipients"][0]["id"] == person
        return f"/channels/{opened['id']}/messages"

    assert await direct(stage.anna) == await direct(stage.anna)
    path = await direct(stage.anna)
    await world.good("POST", path, {"content": "x"})
    await world.call("close_dms", user=stage.anna)
    await world.refused(403, 50007, "POST", path, {"content": "x"})
    await world.call("dm", user=stage.anna, text="I write all the same")
    assert len(await world.good("GET", path)) == 2
    await world.call("open_dms", user=stage.anna)
    await world.good("POST", path, {"content": "x"})
    # A stranger has a channel too, but it can't be written to.
    stranger = (await world.call("user", name="stranger", global_name="S"))["id"]
    await world.refused(403, 50007, "POST", await direct(stranger), {"content": "x"})
    await world.call("leave", guild=stage.guild, user=stage.anna)
    await world.refused(403, 50007, "POST", path, {"content": "x"})
    await world.refused(400, 50033, "POST", "/users/@me/channels", {"recipient_id": "123456789"})
    await stage.end()
