#!/usr/bin/env python3
"""A Discord for tests, on loopback.

    discord_front.py --port PORT [--openapi FILE]

Port 0 is any that is free. When the server is ready it writes one line of JSON, {"url": ...}, and
it serves until it is ended. With Discord's OpenAPI document it checks every request and answer.
README.md says how tests drive it, DISCORD.md what of Discord it lacks.
"""

import argparse
import sys
from pathlib import Path

# What Python would keep of our modules doesn't belong beside the sources.
sys.dont_write_bytecode = True

from discord_server.app import serve  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--openapi", type=Path)
    options = parser.parse_args()
    serve(options.port, options.openapi)


if __name__ == "__main__":
    main()
