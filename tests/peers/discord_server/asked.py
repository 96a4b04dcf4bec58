"""Interactions, as the tests watch them."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from simcord.backend.models import Interaction


@dataclass
class Asked:
    """What somebody asked of the bot, and what became of it."""

    record: Interaction
    payload: dict[str, Any]
    asked_at: float
    opener: Interaction | None = None  # of the dialogue that is sent with this
    acked_at: float | None = None
    kind: str | None = None
    submitted: int | None = None  # the interaction by which the dialogue of this was sent
    acked: asyncio.Event = field(default_factory=asyncio.Event)

    def acknowledge(self, kind: str, now: float) -> None:
        self.kind = kind
        self.acked_at = now
        self.acked.set()
