#!/usr/bin/env python3
"""Checks the simulated Discord with a small bot of its own.

    discord_front_check.py --openapi FILE [WORD…]

With words, only the checks whose names have one of them. It starts the server itself.
"""

import argparse
import asyncio
import sys
import time
import traceback

sys.dont_write_bytecode = True

import aiohttp  # noqa: E402

# Importing them registers their checks.
from discord_check import (  # noqa: E402
    CHECKS,
    Check,
    asking,  # noqa: F401
    commands,  # noqa: F401
    gateway,  # noqa: F401
    messages,  # noqa: F401
    places,  # noqa: F401
    trouble,  # noqa: F401
)
from discord_check.bot import Server  # noqa: E402


async def run(url: str, checks: list[Check]) -> int:
    failed = 0
    async with aiohttp.ClientSession() as http:
        for check in checks:
            began = time.monotonic()
            try:
                await asyncio.wait_for(check(url, http), 60)
                result = "ok"
            except Exception:
                traceback.print_exc()
                failed += 1
                result = "FAILED"
            print(f"{check.__name__}: {result}, {time.monotonic() - began:.1f} s", flush=True)
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--openapi", required=True)
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    words = options.words
    checks = [one for one in CHECKS if not words or any(word in one.__name__ for word in words)]
    server = Server(options.openapi)
    try:
        failed = asyncio.run(run(server.url, checks))
    finally:
        server.stop()
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
