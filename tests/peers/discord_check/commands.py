"""Slash commands: which are taken, and how people use them."""

import asyncio
from typing import Any

import aiohttp

from . import check
from .bot import World
from .stage import Stage


def option(name: str, kind: int = 3, **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "d", "type": kind} | more


def command(name: str = "lead", **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "d", "type": 1} | more


LEAD = command(
    name_localizations={"sv-SE": "leda"},
    description_localizations={"sv-SE": "för ledare"},
    contexts=[0, 1],
    options=[
        option(
            "pair",
            2,
            options=[
                option(
                    "new",
                    1,
                    options=[
                        option("adept", 6, required=True),
                        option("note", max_length=10, required=False),
                        option("weeks", 4, choices=[{"name": "none", "value": 0}]),
                        option("when", autocomplete=True),
                    ],
                )
            ],
        ),
        option("import", 1, options=[option("list", 11, required=True)]),
    ],
)
MENU = {"name": "Show Meetings", "type": 2}


@check
async def commands_are_registered(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, path = stage.world, f"/applications/{stage.world.application}/commands"
    first = await world.good("PUT", path, [LEAD, MENU])
    again = await world.good("PUT", path, [LEAD, MENU])
    assert first == again and first[0]["name_localizations"] == {"sv-SE": "leda"}
    changed = await world.good("PUT", path, [LEAD | {"description": "e"}])
    assert changed[0]["id"] == first[0]["id"] and changed[0]["version"] != first[0]["version"]
    plain = await world.good("GET", path)
    assert "name_localizations" not in plain[0] and len(plain) == 1
    full = await world.good("GET", f"{path}?with_localizations=true")
    leaf = full[0]["options"][0]["options"][0]["options"]
    assert full[0]["description_localizations"] == {"sv-SE": "för ledare"}
    # What is as it is by default isn't spelled out, but nothing that counts is left out.
    assert "required" not in leaf[1] and leaf[2]["choices"] == [{"name": "none", "value": 0}]
    known = await world.call("commands")
    assert known["overwritten"] == 3 and known["commands"] == full
    await world.refused(403, 20012, "GET", "/applications/123456/commands")
    await stage.end()


@check
async def commands_have_rules(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, path = stage.world, f"/applications/{stage.world.application}/commands"
    good = [
        command("blå-röd_1", name_localizations={"fr": "l'été"}),
        command(options=[option(str(n), required=n < 3) for n in range(25)]),
        command(options=[option(f"o{n}", description="x" * 100) for n in range(25)]),
    ]
    for body in good:
        await world.good("PUT", path, [body])
    large = [option(f"o{n}", choices=_choices(25, 7)) for n in range(25)]
    subs = [option("a", 1)]
    bad: list[Any] = [
        [command("Lead")],
        [command("with space")],
        [command("a.b")],
        [command(name_localizations={"sv-SE": "Leda"})],
        [command(name_localizations={"sv": "leda"})],
        [command(name_localizations={"sv-SE": "x" * 33})],
        [command(description="")],
        [command(description="x" * 101)],
        [command(description_localizations={"sv-SE": "x" * 101})],
        [command(), command()],
        [command(options=[option(f"o{n}") for n in range(26)])],
        [command(options=[option("a"), option("a")])],
        [command(options=[option("a"), option("b", required=True)])],
        [command(options=[option("a", choices=_choices(26, 1))])],
        [command(options=[option("a", choices=_choices(2, 101))])],
        [command(options=[option("a", choices=_choices(2, 1), autocomplete=True)])],
        [command(options=[option("a", description="")])],
        [command(options=[option("a", 1), option("b")])],
        [command(options=[option("a", 1, options=subs)])],
        [command(options=[option("a", 2, options=[option("b", 2, options=subs)])])],
        [command(options=[option("a", 2, options=subs), option("a", 1)])],
        [command(options=large)],
        [MENU | {"description": "x"}],
        [command(f"c{n}") for n in range(101)],
    ]
    for body in bad:
        await world.refused(400, 50035, "PUT", path, body)
    await stage.end(faultless=False)


def _choices(count: int, length: int) -> list[dict[str, Any]]:
    return [{"name": f"{n:0{length}}", "value": f"{n:0{length}}"} for n in range(count)]


@check
async def people_use_commands(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    await world.good("PUT", f"/applications/{world.application}/commands", [LEAD, MENU])
    call: dict[str, Any] = {"user": stage.anna, "channel": stage.channel, "name": "lead"}
    pair = call | {"path": ["pair", "new"]}
    asked = await world.call(
        "slash", **pair, options={"adept": stage.bo, "weeks": 0}, locale="sv-SE"
    )
    event = await bot.event("INTERACTION_CREATE")
    assert event["id"] == asked["interaction"] and event["type"] == 2
    assert (event["locale"], event["guild_locale"], event["context"]) == ("sv-SE", "en-US", 0)
    assert event["member"]["user"]["id"] == stage.anna and int(event["member"]["permissions"])
    assert event["authorizing_integration_owners"] == {"0": stage.guild} and "user" not in event
    assert event["channel"]["name"] == "general" and event["app_permissions"].isdecimal()
    data = event["data"]
    assert data["options"][0]["options"][0]["options"] == [
        {"name": "adept", "type": 6, "value": stage.bo},
        {"name": "weeks", "type": 4, "value": 0},
    ]
    assert data["resolved"]["users"][stage.bo]["username"] == "bo"
    assert "user" not in data["resolved"]["members"][stage.bo]
    direct = call | {"channel": stage.direct, "path": ["import"]}
    await world.call("slash", **direct, files={"list": {"name": "l.csv", "text": "a,b"}})
    event = await bot.event("INTERACTION_CREATE")
    assert event["user"]["id"] == stage.anna and event["context"] == 1
    assert "member" not in event and event["authorizing_integration_owners"] == {"0": "0"}
    file = event["data"]["resolved"]["attachments"][
        event["data"]["options"][0]["options"][0]["value"]
    ]
    async with http.get(file["url"]) as response:
        assert await response.text() == "a,b"
    menu = {"user": stage.anna, "channel": stage.channel, "name": "Show Meetings"}
    await world.call("user_menu", **menu, target=stage.bo)
    event = await bot.event("INTERACTION_CREATE")
    assert (event["data"]["type"], event["data"]["target_id"]) == (2, stage.bo)
    assert event["data"]["resolved"]["members"][stage.bo]["roles"] == []
    for wrong in (
        {"name": "nothing"},
        {"path": ["pair"]},
        {"path": ["pair", "old"]},
        pair,
        pair | {"options": {"adept": stage.bo, "what": "x"}},
        pair | {"options": {"adept": "12345678"}},
        pair | {"options": {"adept": stage.bo, "note": "x" * 11}},
        pair | {"options": {"adept": stage.bo, "weeks": 1}},
        pair | {"options": {"adept": stage.bo, "weeks": "0"}},
    ):
        await world.wrong("slash", **(call | wrong))
    await stage.end()


@check
async def the_bot_suggests(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    await world.good("PUT", f"/applications/{world.application}/commands", [LEAD])
    call: dict[str, Any] = {"user": stage.anna, "channel": stage.channel, "name": "lead"}
    call |= {
        "path": ["pair", "new"],
        "options": {"when": "tor", "adept": stage.bo},
        "focused": "when",
    }

    async def answer(choices: list[dict[str, Any]]) -> None:
        event = await bot.event("INTERACTION_CREATE")
        assert event["type"] == 4
        typed = event["data"]["options"][0]["options"][0]["options"]
        assert typed[1] == {"name": "when", "type": 3, "value": "tor", "focused": True}
        path = f"/interactions/{event['id']}/{event['token']}/callback"
        await world.refused(400, 50035, "POST", path, {"type": 4, "data": {"content": "x"}})
        many = {"type": 8, "data": {"choices": [{"name": "x", "value": "x"}] * 26}}
        await world.refused(400, 50035, "POST", path, many)
        await bot.acknowledge(event, 8, {"choices": choices})

    choices = [{"name": "Torsdag", "value": "thursday"}]
    found, _ = await asyncio.gather(world.call("autocomplete", **call), answer(choices))
    assert (found["choices"], found["failed"]) == (choices, False)
    await world.wrong("autocomplete", **(call | {"focused": "note"}))
    told = await world.call("violations")
    assert len(told) == 1 and told[0]["where"] == "request", told
    await stage.end(faultless=False)


@check
async def commands_are_offered_where_they_are_meant(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world: World = stage.world
    only_here = command("here", contexts=[0], default_member_permissions="32")
    only_direct = command("direct", contexts=[1])
    path = f"/applications/{world.application}/commands"
    await world.good("PUT", path, [only_here, only_direct])
    await world.wrong("slash", user=stage.anna, channel=stage.direct, name="here")
    await world.wrong("slash", user=stage.anna, channel=stage.channel, name="direct")
    await world.wrong("slash", user=stage.anna, channel=stage.channel, name="here")
    await world.call("slash", user=stage.owner, channel=stage.channel, name="here")
    await world.call("slash", user=stage.anna, channel=stage.direct, name="direct")
    await stage.end()
