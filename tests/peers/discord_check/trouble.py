"""Faults, limits, and what is noted of the bot's mistakes."""

import asyncio
import time

import aiohttp

from . import check
from .stage import Stage


@check
async def faults_are_made(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, path = stage.world, f"/channels/{stage.direct}/messages"
    pattern = r"^/channels/\d+/messages$"

    async def fault(kind: str, **more: object) -> str:
        made = await world.call("fault", kind=kind, method="POST", path=pattern, **more)
        return made["fault"]

    limited = await fault("429", times=2, retry_after=1.5)
    for _ in range(2):
        status, body, headers = await world.rest("POST", path, {"content": "x"})
        assert status == 429 and headers["Retry-After"] == "2", headers
        assert body == {
            "message": "You are being rate limited.",
            "retry_after": 1.5,
            "global": False,
        }
    await world.good("POST", path, {"content": "1"})
    assert (await world.call("fault_hits", fault=limited))["hits"] == 2
    await fault("429", times=1, retry_after=1, **{"global": True})
    _, body, headers = await world.rest("POST", path, {"content": "x"})
    assert body["global"] is True and headers["X-RateLimit-Global"] == "true"
    await fault("status", times=1, status=403, code=50007, message="no")
    await world.refused(403, 50007, "POST", path, {"content": "x"})
    await fault("status", status=502)
    for _ in range(3):
        status, _, _ = await world.rest("POST", path, {"content": "x"})
        assert status == 502
    await world.good("GET", path)
    await world.call("clear_faults")
    for kind, text in (("drop_before", "lost"), ("drop_after", "2")):
        await fault(kind, times=1)
        try:
            await world.rest("POST", path, {"content": text})
            raise AssertionError("there was an answer")
        except aiohttp.ClientError:
            pass
    await fault("garbage", times=1)
    try:
        await world.rest("POST", path, {"content": "lost"})
        raise AssertionError("it was JSON")
    except ValueError:
        pass
    await fault("hang", times=1, seconds=0.3)
    began = time.monotonic()
    await world.good("POST", path, {"content": "3"})
    assert time.monotonic() - began >= 0.3
    # Whoever doesn't wait so long doesn't know that it was done all the same.
    await fault("hang", times=1, seconds=0.3)
    try:
        timeout = aiohttp.ClientTimeout(total=0.1)
        await world.rest("POST", path, {"content": "4"}, timeout=timeout)
        raise AssertionError("there was an answer")
    except TimeoutError:
        await asyncio.sleep(0.4)
    assert [one["content"] for one in await world.call("posted")] == ["1", "2", "3", "4"]
    log = await world.call("requests")
    assert [one["n"] for one in log] == list(range(1, len(log) + 1))
    since = await world.call("requests", since=len(log) - 1)
    assert since == log[-1:] and {"method", "path", "status", "at_ms"} <= since[0].keys()
    assert [one["status"] for one in log if "fault" in one].count(None) == 2
    await world.wrong("fault", kind="flood")
    await stage.end()


@check
async def limits_are_real_on_demand(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http, real_limits=True)
    world, path = stage.world, f"/channels/{stage.direct}/messages"
    for number in range(5):
        status, _, headers = await world.rest("POST", path, {"content": str(number)})
        assert (status, headers["X-RateLimit-Limit"]) == (200, "5")
        assert headers["X-RateLimit-Remaining"] == str(4 - number)
    status, body, headers = await world.rest("POST", path, {"content": "x"})
    assert status == 429 and 4 < body["retry_after"] <= 5 and headers["Retry-After"] == "5"
    # Another channel has a limit of its own.
    await world.good("POST", f"/channels/{stage.channel}/messages", {"content": "x"})
    await world.call("advance", seconds=5)
    await world.good("POST", path, {"content": "x"})
    await world.call("advance", seconds=5)
    answers = await asyncio.gather(*[world.rest("GET", "/users/@me") for _ in range(60)])
    refused = [body for status, body, _ in answers if status == 429]
    assert len(refused) == 10 and all(body["global"] for body in refused)
    await stage.end()
    free = await Stage.open(url, http)
    path = f"/channels/{free.direct}/messages"
    for number in range(20):
        await free.world.good("POST", path, {"content": str(number)})
    await free.end()


@check
async def mistakes_are_noted(url: str, http: aiohttp.ClientSession) -> None:
    stage = await Stage.open(url, http)
    world, path = stage.world, f"/channels/{stage.direct}/messages"
    assert await world.call("violations") == []
    await world.rest("POST", path, {"content": "x", "embeds": "none"})
    await world.rest("GET", f"{path}?limit=5&page=2")
    await world.rest("GET", f"{path}?limit=0")
    await world.rest("GET", "/channels/what/is/this")
    await world.rest("POST", path)
    form = aiohttp.FormData()
    form.add_field("payload_json", '{"content": 5}', content_type="application/json")
    form.add_field("files[0]", b"x", filename="x")
    await world.rest("POST", path, data=form)
    found = await world.call("violations")
    assert all(one.keys() == {"method", "path", "where", "message"} for one in found)
    told = [(one["method"], one["where"]) for one in found if one["where"] != "server"]
    assert told == [
        ("POST", "request"),
        ("GET", "query"),
        ("GET", "query"),
        ("GET", "operation"),
        ("POST", "request"),
        ("POST", "request"),
    ], found
    assert found[0]["path"] == "/channels/{channel_id}/messages"
    assert "page is not declared" in found[1]["message"]
    await world.wrong("no_such_verb")
    await world.wrong("dm", user=stage.anna, words="x")
    await world.wrong("dm", user="12345678", text="x")
    await stage.end(faultless=False)
