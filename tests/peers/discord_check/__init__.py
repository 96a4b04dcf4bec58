"""Whether the simulated Discord does what it says. Run by ../discord_front_check.py."""

from collections.abc import Awaitable, Callable

import aiohttp

Check = Callable[[str, aiohttp.ClientSession], Awaitable[None]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """A check gets the server's address, and makes worlds of its own there."""
    CHECKS.append(function)
    return function
