"""The gateway: beginning, coming back, and what may go wrong on it."""

import asyncio

import aiohttp

from . import check
from .bot import CONTENT, USUAL, Bot, World
from .stage import Stage


async def _closed(bot: Bot) -> int | None:
    await asyncio.wait_for(bot.closed.wait(), 5)
    return bot.close_code


@check
async def the_gateway_is_particular(url: str, http: aiohttp.ClientSession) -> None:
    world = await World.make(url, http)

    async def closes_with(op: int, data: object) -> int | None:
        bot = Bot(world)
        await bot.connect()
        await bot.send(op, data)
        return await _closed(bot)

    about = {"token": world.token, "intents": USUAL, "properties": {}}
    assert await closes_with(2, about | {"token": "nonsense"}) == 4004
    assert await closes_with(2, about | {"intents": USUAL | CONTENT}) == 4014
    assert await closes_with(2, about | {"intents": -1}) == 4013
    assert await closes_with(2, about | {"shard": [2, 1]}) == 4010
    assert await closes_with(3, {}) == 4003
    assert await closes_with(99, {}) == 4001
    assert await closes_with(2, "what") == 4002
    bot = Bot(world)
    await bot.identify()
    await bot.send(2, about)
    assert await _closed(bot) == 4005
    talker = Bot(world)
    await talker.identify()
    for _ in range(130):
        if not talker.socket.closed:
            await talker.send(1, None)
    assert await _closed(talker) == 4008
    await world.end()


@check
async def some_frames_are_compressed(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    await stage.bot.stop()
    bot = Bot(stage.world)
    ready = await bot.identify(compress=True)
    assert ready["user"]["id"] == stage.world.bot_id
    assert ready["guilds"] == [{"id": stage.guild, "unavailable": True}]
    for number in range(10):
        await stage.world.call("dm", user=stage.anna, text=f"å{number}")
        assert (await bot.event("MESSAGE_CREATE"))["content"] == f"å{number}"
    assert 5 <= bot.binary <= 7, bot.binary
    await bot.send(1, bot.seq)
    await bot.answer(11)
    state = await stage.world.call("gateway_state")
    assert (state["connected"], state["identifies"], state["heartbeats"]) == (True, 2, 1)
    assert state["intents"] == USUAL
    await bot.stop()
    await stage.end()


@check
async def a_cut_connection_is_resumed(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    await world.call("dm", user=stage.anna, text="0")
    await bot.event("MESSAGE_CREATE")
    for do in ("cut", "close", "cut"):
        await world.call("gateway", do=do)
        await asyncio.wait_for(bot.closed.wait(), 5)
        assert (await world.call("gateway_state"))["connected"] is False
        for text in ("1", "2"):
            await world.call("dm", user=stage.anna, text=text)
        await bot.resume()
        await bot.event("RESUMED")
        texts = [(await bot.event("MESSAGE_CREATE"))["content"] for _ in range(2)]
        assert texts == ["1", "2"]
    assert bot.sequence == list(range(1, len(bot.sequence) + 1)), bot.sequence
    # Whatever is asked for again comes again.
    await world.call("gateway", do="cut")
    await asyncio.wait_for(bot.closed.wait(), 5)
    bot.seq -= 2
    await bot.resume()
    assert (await bot.event("MESSAGE_CREATE"))["content"] == "2"
    state = await world.call("gateway_state")
    assert (state["resumes"], state["failed_resumes"], state["identifies"]) == (4, 0, 1)
    await stage.end()


@check
async def a_session_ends(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot

    async def is_refused() -> None:
        await bot.resume()
        assert (await bot.answer(9))["d"] is False

    # By a goodbye,
    await bot.socket.close(code=1000)
    await asyncio.wait_for(bot.closed.wait(), 5)
    await is_refused()
    # not by a goodbye that says otherwise,
    await bot.identify()
    await bot.socket.close(code=4000)
    await bot.resume()
    await bot.event("RESUMED")
    # and because Discord says so, once with leave to come back.
    await world.call("gateway", do="invalid_session", resumable=True)
    assert (await bot.answer(9))["d"] is True
    await bot.socket.close(code=4000)
    await bot.resume()
    await bot.event("RESUMED")
    await world.call("gateway", do="invalid_session")
    assert (await bot.answer(9))["d"] is False
    await bot.socket.close(code=4000)
    await is_refused()
    await world.call("gateway", do="reconnect")
    assert (await world.call("gateway_state"))["failed_resumes"] == 2
    await stage.end()


@check
async def the_gateway_has_its_moods(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, bot = stage.world, stage.bot
    await world.call("gateway", do="garbage")
    await world.call("gateway", do="unknown")
    await bot.event("SOMETHING_NOBODY_KNOWS")
    assert bot.undecodable == 1
    await world.call("gateway", do="reconnect")
    await bot.answer(7)
    await world.call("gateway", do="silence")
    await bot.send(1, bot.seq)
    await world.call("dm", user=stage.anna, text="unheard")
    await bot.quiet("MESSAGE_CREATE")
    assert not any(frame["op"] == 11 for frame in bot.answers)
    # Coming back ends the silence, and nothing is lost.
    await bot.socket.close(code=4000)
    await bot.resume()
    assert (await bot.event("MESSAGE_CREATE"))["content"] == "unheard"
    await world.call("gateway", do="down")
    await world.call("gateway", do="cut")
    status, _, _ = await world.rest("GET", "/gateway")
    assert status == 503
    try:
        await http.ws_connect(f"{url.replace('http', 'ws')}/gw/{world.name}")
        raise AssertionError("it took a connection")
    except aiohttp.WSServerHandshakeError as refused:
        assert refused.status == 503
    await world.call("gateway", do="up")
    await bot.resume()
    await bot.event("RESUMED")
    await stage.end()


@check
async def who_gives_no_sign_of_life_is_dropped(url: str, http: aiohttp.ClientSession) -> None:
    world = await World.make(url, http, heartbeat_ms=100)
    bot = Bot(world)
    await bot.identify()
    assert await _closed(bot) == 4009
    await bot.resume()
    assert (await bot.answer(9))["d"] is False
    await bot.stop()
    await world.end()
