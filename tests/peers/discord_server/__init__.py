"""A Discord for tests: simcord's in-memory one, behind real HTTP and WebSocket.

`world` is one Discord with one bot on it, `rest` and `gateway` are what the bot talks to, `control`
is what the tests talk to. `../DISCORD.md` says where it is not like the real one.
"""
