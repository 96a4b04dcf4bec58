"""A world with a guild, three people and a bot that listens."""

from dataclasses import dataclass
from typing import Any

import aiohttp

from .bot import USUAL, Bot, World


@dataclass
class Stage:
    world: World
    bot: Bot
    owner: str
    anna: str
    bo: str
    guild: str
    channel: str
    role: str
    direct: str  # the conversation with anna

    @classmethod
    async def open(cls, url: str, http: aiohttp.ClientSession, **options: Any) -> "Stage":
        world = await World.make(url, http, **options)
        return await cls.furnish(world, Bot(world))

    @classmethod
    async def furnish(cls, world: World, bot: Bot, intents: int = USUAL) -> "Stage":
        people = [(await world.call("user", name=name))["id"] for name in ("owner", "anna", "bo")]
        owner, anna, bo = people
        made = await world.call("guild", name="Mentors", owner=owner, members=[anna, bo], bot=True)
        await bot.identify(intents)
        event = await bot.event("GUILD_CREATE")
        assert event["id"] == made["id"] and len(event["members"]) == 1
        assert [one["name"] for one in event["channels"]] == ["general"]
        opened = await world.good("POST", "/users/@me/channels", {"recipient_id": anna})
        return cls(
            world, bot, owner, anna, bo, made["id"], made["channel"], made["bot_role"], opened["id"]
        )

    async def end(self, *, faultless: bool = True) -> None:
        await self.bot.stop()
        await self.world.end(faultless=faultless)


def button(custom_id: str, label: str = "x", **more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": label, "custom_id": custom_id} | more


def row(*components: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(components)}
