"""A small bot and a small test driver: plain aiohttp, nobody's library."""

import asyncio
import json
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp

FRONT = Path(__file__).parent.parent / "discord_front.py"
GUILDS, MEMBERS, GUILD_MESSAGES, REACTIONS = 1 << 0, 1 << 1, 1 << 9, 1 << 10
DIRECT_MESSAGES, DIRECT_REACTIONS, CONTENT = 1 << 12, 1 << 13, 1 << 15
USUAL = GUILDS | GUILD_MESSAGES | REACTIONS | DIRECT_MESSAGES | DIRECT_REACTIONS


class Server:
    """The front, as a process of its own."""

    def __init__(self, openapi: str | None) -> None:
        command = [sys.executable, "-B", str(FRONT), "--port", "0"]
        command += ["--openapi", openapi] if openapi else []
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.url: str = json.loads(self.process.stdout.readline())["url"]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


class World:
    """A world of one check's own."""

    def __init__(self, url: str, http: aiohttp.ClientSession, made: dict[str, str]) -> None:
        self.url, self.http = url, http
        self.name, self.token = made["world"], made["token"]
        self.application, self.bot_id = made["application_id"], made["bot_id"]

    @classmethod
    async def make(cls, url: str, http: aiohttp.ClientSession, **options: Any) -> "World":
        async with http.post(f"{url}/control/worlds", json=options) as response:
            return cls(url, http, await response.json())

    async def call(self, verb: str, **body: Any) -> Any:
        async with self.http.post(f"{self.url}/control/{self.name}/{verb}", json=body) as response:
            answer = await response.json()
            assert response.status == 200, f"{verb} {body}: {answer}"
            return answer

    async def wrong(self, verb: str, **body: Any) -> str:
        async with self.http.post(f"{self.url}/control/{self.name}/{verb}", json=body) as response:
            assert response.status == 400, f"{verb} {body} was taken"
            return (await response.json())["error"]

    async def rest(
        self, method: str, path: str, body: Any = None, **more: Any
    ) -> tuple[int, Any, Any]:
        """The status, the JSON and the headers of an answer."""
        headers = {"Authorization": f"Bot {self.token}"}
        arguments = more | ({"json": body} if body is not None else {})
        async with self.http.request(
            method, f"{self.url}/api/v10{path}", headers=headers, **arguments
        ) as response:
            text = await response.text()
            return response.status, json.loads(text) if text else None, response.headers

    async def good(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        status, answer, _ = await self.rest(method, path, body, **more)
        assert status < 300, f"{method} {path}: {status} {answer}"
        return answer

    async def refused(
        self, status: int, code: int, method: str, path: str, body: Any = None, **more: Any
    ) -> Any:
        found, answer, _ = await self.rest(method, path, body, **more)
        assert (found, answer.get("code")) == (status, code), f"{method} {path}: {found} {answer}"
        return answer

    async def end(self, *, faultless: bool = True) -> None:
        if faultless:
            found = await self.call("violations")
            assert found == [], json.dumps(found, indent=1)
        await self.call("end")


class Bot:
    """Listens to the gateway."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.sequence: list[int] = []
        self.answers: list[dict[str, Any]] = []  # whatever is no event
        self.binary = 0
        self.undecodable = 0
        self.session: str | None = None
        self.seq = 0
        self.closed = asyncio.Event()
        self.close_code: int | None = None

    async def connect(self) -> None:
        address = (await self.world.good("GET", "/gateway"))["url"]
        self.socket = await self.world.http.ws_connect(f"{address}/?v=10&encoding=json")
        self.closed.clear()
        self._task = asyncio.create_task(self._listen())
        await self.answer(10)

    async def _listen(self) -> None:
        async for message in self.socket:
            data = message.data
            if message.type == aiohttp.WSMsgType.BINARY:
                self.binary += 1
                data = zlib.decompress(data).decode()
            try:
                frame = json.loads(data)
            except ValueError:
                self.undecodable += 1
                continue
            self._take(frame)
        self.close_code = self.socket.close_code
        self.closed.set()

    def _take(self, frame: dict[str, Any]) -> None:
        if frame["op"] != 0:
            self.answers.append(frame)
            return
        self.seq = frame["s"]
        self.sequence.append(frame["s"])
        if frame["t"] == "READY":
            self.session = frame["d"]["session_id"]
        self.events.append((frame["t"], frame["d"]))

    async def send(self, op: int, data: Any) -> None:
        await self.socket.send_json({"op": op, "d": data})

    async def identify(self, intents: int = USUAL, **more: Any) -> dict[str, Any]:
        await self.connect()
        about = {
            "token": self.world.token,
            "intents": intents,
            "properties": {"os": "x", "browser": "x", "device": "x"},
        }
        await self.send(2, about | {"shard": [0, 1]} | more)
        return await self.event("READY")

    async def resume(self) -> None:
        await self.connect()
        await self.send(6, {"token": self.world.token, "session_id": self.session, "seq": self.seq})

    async def event(
        self, name: str, is_it: Callable[[dict[str, Any]], bool] = lambda _: True
    ) -> dict[str, Any]:
        """The first event like this that nobody has asked for yet."""
        return await self._first(
            self.events, lambda event: event[0] == name and is_it(event[1]), name, 1
        )

    async def answer(self, op: int) -> dict[str, Any]:
        return await self._first(self.answers, lambda frame: frame["op"] == op, f"op {op}", None)

    async def _first(
        self, found: list[Any], is_it: Callable[[Any], bool], what: str, part: int | None
    ) -> Any:
        until = time.monotonic() + 5
        while time.monotonic() < until:
            for number, one in enumerate(found):
                if is_it(one):
                    del found[number]
                    return one if part is None else one[part]
            await asyncio.sleep(0.01)
        raise AssertionError(
            f"{what} did not come; there are {[one if part is None else one[0] for one in found]}"
        )

    async def quiet(self, name: str) -> None:
        """No such event comes."""
        await asyncio.sleep(0.15)
        assert not any(event == name for event, _ in self.events), f"{name} came"

    async def acknowledge(
        self, interaction: dict[str, Any], kind: int, data: Any = None, **more: Any
    ) -> Any:
        path = f"/interactions/{interaction['id']}/{interaction['token']}/callback"
        body = {"type": kind} | ({"data": data} if data is not None else {})
        return await self.world.good("POST", path, body, **more)

    async def stop(self) -> None:
        await self.socket.close()
        self._task.cancel()
