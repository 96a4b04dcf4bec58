"""Messages: what is taken, what is shown of them, and to whom."""

from typing import Any

import aiohttp

from . import check
from .bot import CONTENT, USUAL, Bot, World
from .stage import Stage, button, row


@check
async def a_nonce_makes_a_message_once(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    path = f"/channels/{stage.direct}/messages"
    body = {"content": "one", "nonce": "n" * 25, "enforce_nonce": True}
    first = await stage.world.good("POST", path, body)
    again = await stage.world.good("POST", path, body | {"content": "two"})
    assert (again["id"], again["content"], again["nonce"]) == (first["id"], "one", "n" * 25)
    event = await stage.bot.event("MESSAGE_CREATE", lambda one: one["id"] == first["id"])
    assert event["nonce"] == "n" * 25
    listed = await stage.world.good("GET", path)
    single = await stage.world.good("GET", f"{path}/{first['id']}")
    assert "nonce" not in listed[0] and "nonce" not in single
    # Elsewhere, or without asking for it, the same nonce is another's.
    elsewhere = await stage.world.good("POST", f"/channels/{stage.channel}/messages", body)
    careless = await stage.world.good("POST", path, {"content": "three", "nonce": "n" * 25})
    await stage.world.call("forget_nonces")
    forgotten = await stage.world.good("POST", path, body)
    await stage.world.call("advance", seconds=301)
    late = await stage.world.good("POST", path, body)
    ids = {one["id"] for one in (first, elsewhere, careless, forgotten, late)}
    posted = await stage.world.call("posted")
    assert ids == {one["id"] for one in posted} and len(posted) == 5
    assert posted[0] == posted[0] | {"content": "one", "nonce": "n" * 25, "channel": stage.direct}
    # The document has this limit too, and notes it.
    await stage.world.refused(400, 50035, "POST", path, {"content": "x", "nonce": "n" * 26})
    assert [one["where"] for one in await stage.world.call("violations")] == ["request"]
    await stage.end(faultless=False)


@check
async def messages_have_limits(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, path = stage.world, f"/channels/{stage.channel}/messages"
    trimmed = await world.good("POST", path, {"content": "  x \n"})
    assert trimmed["content"] == "x"
    await world.good("POST", path, {"content": "ö" * 2000})
    await world.refused(400, 50006, "POST", path, {"content": "  "})
    await world.refused(400, 50006, "POST", path, {})
    refused: list[dict[str, Any]] = [
        {"content": "ö" * 2001},
        {"components": [row(button("a")), row(button("a"))], "content": "twice the same"},
        {"components": [row(*[button(str(n)) for n in range(6)])], "content": "six in a row"},
        {"components": [row(button(str(n))) for n in range(6)], "content": "six rows"},
        {"components": [row(button("a", label="x" * 81))], "content": "a long label"},
        {"components": [row(button("a" * 101))], "content": "a long id"},
        {"components": [row({"type": 2, "style": 1, "custom_id": "a"})], "content": "no label"},
        {"embeds": [{"title": "x" * 257}]},
        {"embeds": [{"description": "x" * 4097}]},
        {"embeds": [{"description": "x" * 3001}, {"description": "x" * 3001}]},
    ]
    options = [{"label": str(n), "value": str(n)} for n in range(26)]
    select = {"type": 3, "custom_id": "s", "options": options}
    refused.append({"components": [row(select)], "content": "26 options"})
    for body in refused:
        await world.refused(400, 50035, "POST", path, body)
    embedded = await world.good("POST", path, {"embeds": [{"title": "t", "description": "d"}]})
    assert embedded["embeds"][0]["type"] == "rich"
    full = [row(*[button(f"{r}.{n}") for n in range(5)]) for r in range(5)]
    sent = await world.good("POST", path, {"content": "full", "components": full})
    numbers = [one["id"] for r in sent["components"] for one in (r, *r["components"])]
    assert numbers == list(range(1, 31))
    await world.refused(400, 50006, "PATCH", f"{path}/{trimmed['id']}", {"content": ""})
    # What the document knows of these limits is in the list of violations, and nothing else.
    found = await world.call("violations")
    assert all(one["where"] == "request" for one in found), found
    await stage.end(faultless=False)


@check
async def only_whom_it_may_call_is_called(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    path = f"/channels/{stage.channel}/messages"
    text = f"<@{stage.anna}> and <@{stage.bo}> and @everyone"

    async def pings(allowed: dict[str, Any] | None) -> tuple[list[str], list[str]]:
        body = {"content": text} | ({"allowed_mentions": allowed} if allowed is not None else {})
        sent = await stage.world.good("POST", path, body)
        stored = (await stage.world.call("messages", channel=stage.channel))[-1]
        return stored["pings"], [one["id"] for one in sent["mentions"]]

    assert await pings(None) == ([stage.anna, stage.bo], [stage.anna, stage.bo])
    assert await pings({"parse": []}) == ([], [])
    assert await pings({"parse": [], "users": [stage.bo], "roles": [], "replied_user": False}) == (
        [stage.bo],
        [stage.bo],
    )
    assert await pings({"parse": ["users"], "users": []}) == ([stage.anna, stage.bo],) * 2
    # What is written later calls nobody.
    sent = await stage.world.good("POST", path, {"content": "x"})
    changed = await stage.world.good("PATCH", f"{path}/{sent['id']}", {"content": text})
    assert len(changed["mentions"]) == 2
    assert (await stage.world.call("messages", channel=stage.channel))[-1]["pings"] == []
    # Who calls everybody has to be allowed to.
    assert await pings({"parse": ["everyone"]}) == ([], [])
    await stage.world.call(
        "bot_permissions", guild=stage.guild, permissions=["mention_everyone", "send_messages"]
    )
    called, _ = await pings({"parse": ["everyone"]})
    assert set(called) == {stage.owner, stage.anna, stage.bo}
    await stage.end()


@check
async def history_is_given_in_pages(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    path = f"/channels/{stage.direct}/messages"
    ids = [
        (await stage.world.call("dm", user=stage.anna, text=str(n)))["message"] for n in range(9)
    ]

    async def page(query: str) -> list[int]:
        found = await stage.world.good("GET", f"{path}?{query}")
        assert all(one["content"] for one in found)
        return [ids.index(one["id"]) for one in found]

    assert await page("limit=3") == [8, 7, 6]
    # Those that came next, newest first; not the newest of all.
    assert await page(f"after={ids[2]}&limit=3") == [5, 4, 3]
    assert await page(f"before={ids[5]}&limit=3") == [4, 3, 2]
    assert await page(f"around={ids[4]}&limit=3") == [5, 4, 3]
    assert await page("after=0") == list(range(8, -1, -1))
    found = await stage.world.good("GET", f"{path}?limit=1")
    assert "guild_id" not in found[0] and "member" not in found[0]
    await stage.world.refused(400, 50035, "GET", f"{path}?limit=101")
    told = [one["where"] for one in await stage.world.call("violations")]
    assert told == ["query"]
    await stage.end(faultless=False)


@check
async def words_of_others_are_hidden(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    files = [{"name": "a.txt", "text": "secret"}]
    said = await world.call(
        "say", channel=stage.channel, user=stage.anna, text="secret", files=files
    )
    event = await bot.event("MESSAGE_CREATE")
    assert event["guild_id"] == stage.guild and event["member"]["roles"] == []
    path = f"/channels/{stage.channel}/messages"
    for shown in (event, await world.good("GET", f"{path}/{said['message']}")):
        assert (shown["content"], shown["attachments"], shown["embeds"]) == ("", [], [])
    await world.call("say", channel=stage.channel, user=stage.anna, text=f"<@{world.bot_id}> hello")
    event = await bot.event("MESSAGE_CREATE")
    assert event["content"].endswith("hello") and event["mentions"][0]["id"] == world.bot_id
    own = await world.good("POST", path, {"content": "mine"})
    assert (await bot.event("MESSAGE_CREATE"))["content"] == "mine"
    # A reply to the bot mentions it.
    await world.call("say", channel=stage.channel, user=stage.anna, text="yes", reply_to=own["id"])
    event = await bot.event("MESSAGE_CREATE")
    assert event["content"] == "yes" and event["referenced_message"]["content"] == "mine"
    assert event["message_reference"]["message_id"] == own["id"] and event["type"] == 19
    await world.call("dm", user=stage.anna, text="open")
    event = await bot.event("MESSAGE_CREATE")
    assert event["content"] == "open" and "guild_id" not in event and "member" not in event
    await stage.end()
    # Whom Discord has granted it sees everything, if it also asks for it.
    granted = await World.make(url, http, intents_allowed=["message_content"])
    stage = await Stage.furnish(granted, Bot(granted), USUAL | CONTENT)
    await granted.call("say", channel=stage.channel, user=stage.anna, text="plain")
    assert (await stage.bot.event("MESSAGE_CREATE"))["content"] == "plain"
    await stage.end()


@check
async def messages_are_changed_and_taken_away(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    path = f"/channels/{stage.channel}/messages"
    own = await world.good("POST", path, {"content": "one", "components": [row(button("a"))]})
    changed = await world.good("PATCH", f"{path}/{own['id']}", {"content": "two"})
    assert changed["edited_timestamp"] and changed["components"]
    update = await bot.event("MESSAGE_UPDATE")
    assert update["content"] == "two" and update["guild_id"] == stage.guild
    said = await world.call("say", channel=stage.channel, user=stage.anna, text="hers")
    await world.refused(403, 50005, "PATCH", f"{path}/{said['message']}", {"content": "x"})
    await world.refused(403, 50013, "DELETE", f"{path}/{said['message']}")
    direct = await world.call("dm", user=stage.anna, text="hers")
    await world.refused(
        403, 50003, "DELETE", f"/channels/{direct['channel']}/messages/{direct['message']}"
    )
    await world.call("edit", channel=direct["channel"], message=direct["message"], text="other")
    update = await bot.event("MESSAGE_UPDATE")
    assert update["content"] == "other" and update["edited_timestamp"]
    await world.call("unfurl", channel=direct["channel"], message=direct["message"])
    update = await bot.event("MESSAGE_UPDATE", lambda one: bool(one["embeds"]))
    page = await world.call("say", channel=stage.channel, user=stage.anna, text="page")
    await world.call("unfurl", channel=stage.channel, message=page["message"])
    update = await bot.event("MESSAGE_UPDATE")
    assert update["edited_timestamp"] is None and update["embeds"] == []
    await world.call("delete_message", channel=direct["channel"], message=direct["message"])
    assert (await bot.event("MESSAGE_DELETE"))["id"] == direct["message"]
    await world.good("DELETE", f"{path}/{own['id']}")
    await world.refused(404, 10008, "GET", f"{path}/{own['id']}")
    gone = {"message_id": own["id"]}
    await world.refused(400, 50035, "POST", path, {"content": "re", "message_reference": gone})
    loose = {"content": "re", "message_reference": gone | {"fail_if_not_exists": False}}
    sent = await world.good("POST", path, loose)
    assert sent["type"] == 0 and "message_reference" not in sent
    kept = {"content": "re", "message_reference": {"message_id": said["message"]}}
    sent = await world.good("POST", path, kept)
    assert sent["type"] == 19 and [one["id"] for one in sent["mentions"]] == [stage.anna]
    await stage.end()


@check
async def emoji_are_set_and_taken_back(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    path = f"/channels/{stage.direct}/messages"
    own = await world.good("POST", path, {"content": "well?"})
    where = {"channel": stage.direct, "message": own["id"], "user": stage.anna, "emoji": "👍"}
    await world.call("react", **where)
    event = await bot.event("MESSAGE_REACTION_ADD")
    assert event["message_author_id"] == world.bot_id and event["emoji"] == {
        "id": None,
        "name": "👍",
    }
    assert "guild_id" not in event
    await world.good("PUT", f"{path}/{own['id']}/reactions/%F0%9F%91%8D/@me")
    people = await world.good("GET", f"{path}/{own['id']}/reactions/%F0%9F%91%8D")
    assert {one["id"] for one in people} == {stage.anna, world.bot_id}
    shown = await world.good("GET", f"{path}/{own['id']}")
    assert (shown["reactions"][0]["count"], shown["reactions"][0]["me"]) == (2, True)
    await world.call("unreact", **where)
    await bot.event("MESSAGE_REACTION_REMOVE")
    await world.refused(404, 10014, "PUT", f"{path}/{own['id']}/reactions/thumbs/@me")
    await world.good("POST", f"/channels/{stage.direct}/typing")
    await stage.end()


@check
async def files_come_and_go(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world = stage.world
    form = aiohttp.FormData(quote_fields=False)
    described = '{"content": "list", "attachments": [{"id": "0", "description": "all of them"}]}'
    form.add_field("payload_json", described, content_type="application/json")
    form.add_field("files[0]", b"a,b\n", filename="min lista å.csv", content_type="text/csv")
    sent = await world.good("POST", f"/channels/{stage.direct}/messages", data=form)
    file = sent["attachments"][0]
    assert file["filename"] == "min_lista_.csv" and file["description"] == "all of them"
    async with http.get(file["url"]) as response:
        assert (response.status, await response.read()) == (200, b"a,b\n")
    async with http.get(file["url"].split("?")[0]) as response:
        assert response.status == 404
    seen = await world.call("seen", user=stage.anna)
    assert seen[-1]["attachments"][0] == seen[-1]["attachments"][0] | {"text": "a,b\n"}
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", '{"content": "x"}', content_type="application/json")
    form.add_field("files[0]", b"x" * (10 * 2**20 + 1), filename="large.bin")
    status, answer, _ = await world.rest("POST", f"/channels/{stage.direct}/messages", data=form)
    assert (status, answer["code"]) == (413, 40005)
    await stage.end()
