"""Presses and dialogues, and how they are answered in time and too late."""

from typing import Any

import aiohttp

from . import check
from .commands import command
from .stage import Stage, button, row

SELECT = {
    "type": 3,
    "custom_id": "s",
    "options": [{"label": text, "value": text} for text in ("a", "b")],
}


def box(custom_id: str, **more: Any) -> dict[str, Any]:
    return row({"type": 4, "custom_id": custom_id, "label": "l", "style": 1} | more)


async def _asked(stage: Stage, channel: str | None = None) -> tuple[dict[str, str], dict[str, Any]]:
    """Somebody uses a command. What the test knows of it, and what the bot got."""
    world = stage.world
    if not (await world.call("commands"))["commands"]:
        await world.good("PUT", f"/applications/{world.application}/commands", [command()])
    where = {"user": stage.anna, "channel": channel or stage.channel, "name": "lead"}
    asked = await world.call("slash", **where)
    return asked, await stage.bot.event("INTERACTION_CREATE")


def _webhook(stage: Stage, event: dict[str, Any]) -> str:
    return f"/webhooks/{stage.world.application}/{event['token']}"


@check
async def buttons_are_pressed(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    rows = [row(button("yes"), button("off", disabled=True)), row(SELECT)]
    body = {"content": "well?", "components": rows}
    sent = await world.good("POST", f"/channels/{stage.channel}/messages", body)
    where = {"user": stage.anna, "channel": stage.channel, "message": sent["id"]}
    pressed = await world.call("press", **where, custom_id="yes")
    event = await bot.event("INTERACTION_CREATE")
    assert event["message"]["id"] == sent["id"] and event["message"]["components"]
    assert event["data"]["custom_id"] == "yes" and event["data"]["component_type"] == 2
    answer = await bot.acknowledge(
        event, 7, {"content": "yes!", "components": []}, params={"with_response": "true"}
    )
    assert answer["resource"]["message"]["content"] == "yes!"
    came = await world.call("interaction", **pressed)
    assert (came["ack"], came["failed"], came["message"]["content"]) == ("update", False, "yes!")
    assert came["messages"] == [] and came["acked_after_ms"] < 1000
    assert (await bot.event("MESSAGE_UPDATE"))["content"] == "yes!"
    # Nobody presses what isn't there, unless they forge it.
    await world.wrong("press", **where, custom_id="yes")
    forged = await world.call("press", **where, custom_id="yes", force=True)
    event = await bot.event("INTERACTION_CREATE")
    assert event["id"] == forged["interaction"] and event["message"]["components"] == []
    direct = await world.good("POST", f"/channels/{stage.direct}/messages", body)
    where_else = {"channel": stage.direct, "message": direct["id"], "custom_id": "yes"}
    await world.wrong("press", user=stage.bo, **where_else)
    await world.call("press", user=stage.bo, **where_else, force=True)
    assert (await bot.event("INTERACTION_CREATE"))["user"]["id"] == stage.bo
    await world.good("PATCH", f"/channels/{stage.channel}/messages/{sent['id']}", body)
    await world.wrong("press", **where, custom_id="off")
    await world.wrong("press", **(where | {"channel": stage.direct}), custom_id="yes")
    chosen = await world.call("select", **where, custom_id="s", values=["b"])
    event = await bot.event("INTERACTION_CREATE")
    assert event["data"]["values"] == ["b"] and event["data"]["component_type"] == 3
    await bot.acknowledge(event, 6)
    assert (await world.call("interaction", **chosen))["ack"] == "deferred_update"
    await world.good("PATCH", f"{_webhook(stage, event)}/messages/@original", {"content": "b"})
    assert (await world.call("messages", channel=stage.channel))[-1]["content"] == "b"
    for values in (["c"], [], ["a", "b"]):
        await world.wrong("select", **where, custom_id="s", values=values)
    again = await world.call("redeliver", **chosen)
    event = await bot.event("INTERACTION_CREATE")
    assert event["id"] == again["interaction"] == chosen["interaction"]
    await stage.end()


@check
async def an_answer_is_given_once_and_in_time(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    asked, event = await _asked(stage)
    path = f"/interactions/{event['id']}/{event['token']}/callback"
    original = f"{_webhook(stage, event)}/messages/@original"
    await world.refused(404, 10015, "PATCH", original, {"content": "x"})
    await world.refused(404, 10015, "POST", _webhook(stage, event), {"content": "x"})
    await world.refused(400, 50006, "POST", path, {"type": 4, "data": {"content": ""}})
    # An answer that was refused was none.
    assert await bot.acknowledge(event, 5) is None
    await world.refused(400, 40060, "POST", path, {"type": 4, "data": {"content": "x"}})
    dialogue = {"title": "t", "custom_id": "m", "components": [box("f")]}
    await world.refused(400, 40060, "POST", path, {"type": 9, "data": dialogue})
    assert await world.call("posted") == []
    came = await world.call("interaction", **asked)
    assert came["messages"][0]["loading"] is True and came["ack"] == "deferred_message"
    edited = await world.good("PATCH", original, {"content": "done"})
    assert edited["interaction_metadata"]["user"]["id"] == stage.anna
    assert edited["webhook_id"] == world.application and edited["flags"] == 0
    follow = await world.good("POST", _webhook(stage, event), {"content": "and"})
    assert [one["content"] for one in await world.call("posted")] == ["done", "and"]
    one = f"{_webhook(stage, event)}/messages/{follow['id']}"
    assert (await world.good("PATCH", one, {"content": "and so"}))["content"] == "and so"
    await world.good("DELETE", one)
    came = await world.call("interaction", **asked)
    assert [one["content"] for one in came["messages"]] == ["done"]
    assert (await world.good("GET", original))["id"] == edited["id"]
    await world.call("advance", seconds=15 * 60)
    for method, body in (("PATCH", {"content": "late"}), ("GET", None)):
        await world.refused(401, 50027, method, original, body)
    await world.refused(401, 50027, "POST", _webhook(stage, event), {"content": "late"})
    # Whoever says nothing for three seconds has failed.
    asked, event = await _asked(stage)
    await world.call("advance", seconds=3)
    path = f"/interactions/{event['id']}/{event['token']}/callback"
    await world.refused(404, 10062, "POST", path, {"type": 5})
    came = await world.call("interaction", **asked, wait_ms=5000)
    assert (came["ack"], came["failed"]) == (None, True)
    # Without a token of the bot's it is known by what is asked.
    asked, event = await _asked(stage)
    path = f"{url}/api/v10/interactions/{event['id']}/{event['token']}/callback"
    async with http.post(path, json={"type": 5}) as response:
        assert response.status == 204
    path = f"{url}/api/v10{_webhook(stage, event)}"
    async with http.post(path, json={"content": "by token"}) as response:
        assert (await response.json())["content"] == "by token"
    await stage.end()


@check
async def some_answers_are_for_one_person(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    asked, event = await _asked(stage)
    await bot.acknowledge(event, 5, {"flags": 64})
    # The first that follows takes the place of the waiting mark, and is as private.
    body = {"content": "secret", "components": [row(button("p"))]}
    answer = await world.good("POST", _webhook(stage, event), body)
    assert answer["flags"] & 64
    await world.good("POST", _webhook(stage, event), {"content": "more", "flags": 64})
    open_one = await world.good("POST", _webhook(stage, event), {"content": "for all"})
    came = await world.call("interaction", **asked)
    assert came["ephemeral"] is True
    assert [one["ephemeral"] for one in came["messages"]] == [True, True, False]
    assert (await bot.event("MESSAGE_CREATE"))["id"] == open_one["id"]

    async def seen(user: str) -> list[str]:
        found = await world.call("seen", user=user)
        return [one["content"] for one in found if one["channel"] == stage.channel]

    assert await seen(stage.anna) == ["secret", "more", "for all"]
    assert await seen(stage.bo) == await seen(stage.owner) == ["for all"]
    path = f"/channels/{stage.channel}/messages"
    assert [one["content"] for one in await world.good("GET", path)] == ["for all"]
    await world.refused(404, 10008, "GET", f"{path}/{answer['id']}")
    where = {"channel": stage.channel, "message": answer["id"], "custom_id": "p"}
    await world.wrong("press", user=stage.bo, **where)
    await world.call("press", user=stage.anna, **where)
    event = await bot.event("INTERACTION_CREATE")
    assert event["message"]["flags"] & 64
    await bot.acknowledge(event, 7, {"content": "changed", "components": []})
    assert await seen(stage.anna) == ["changed", "more", "for all"]
    await stage.end()


@check
async def dialogues_are_filled_in(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    asked, event = await _asked(stage)
    path = f"/interactions/{event['id']}/{event['token']}/callback"
    dialogue = {
        "title": "Words",
        "custom_id": "words",
        "components": [box("a", max_length=5), box("b", required=False, value="before")],
    }
    bad: list[dict[str, Any]] = [
        {"title": "x" * 46},
        {"custom_id": "x" * 101},
        {"components": [box(str(n)) for n in range(6)]},
        {"components": []},
        {"components": [box("x" * 101)]},
        {"components": [row({"type": 4, "custom_id": "a", "label": "x" * 46, "style": 1})]},
        {"components": [box("a"), box("a")]},
    ]
    for wrong in bad:
        await world.refused(400, 50035, "POST", path, {"type": 9, "data": dialogue | wrong})
    before = len(await world.call("violations"))
    await bot.acknowledge(event, 9, dialogue)
    came = await world.call("interaction", **asked)
    assert came["ack"] == "modal" and came["modal"]["title"] == "Words"
    assert [one["custom_id"] for one in came["modal"]["fields"]] == ["a", "b"]
    original = f"{_webhook(stage, event)}/messages/@original"
    await world.refused(404, 10015, "PATCH", original, {"content": "x"})
    mine = {"user": stage.anna} | asked
    await world.wrong("modal", **(mine | {"user": stage.bo}), values={"a": "x"})
    for values in ({}, {"a": "toolong"}, {"a": "x", "c": "x"}):
        await world.wrong("modal", **mine, values=values)
    sent = await world.call("modal", **mine, values={"a": "x"})
    event = await bot.event("INTERACTION_CREATE")
    assert event["type"] == 5 and event["data"]["custom_id"] == "words"
    texts = [one["components"][0]["value"] for one in event["data"]["components"]]
    assert texts == ["x", "before"] and "message" not in event
    again = await world.call("modal", **mine, again=True)
    assert again == sent and (await bot.event("INTERACTION_CREATE"))["id"] == event["id"]
    await world.wrong("modal", **mine, values={"a": "y"})
    path = f"/interactions/{event['id']}/{event['token']}/callback"
    await world.refused(400, 50035, "POST", path, {"type": 9, "data": dialogue})
    await bot.acknowledge(event, 4, {"content": "thanks", "flags": 64})
    came = await world.call("interaction", **sent)
    assert (came["ack"], came["messages"][0]["content"]) == ("message", "thanks")
    assert len(await world.call("violations")) == before
    await stage.end(faultless=False)
