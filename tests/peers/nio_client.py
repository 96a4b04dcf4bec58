#!/usr/bin/env python3
"""An encrypted Matrix client for the tests: commands in, answers and events out, as JSON lines.

It stands for the people who write to the bot. It is not built on the library that the bot uses, so
a message that both can read is encrypted as the standard says.

Commands, each a line on standard input; an "n" is repeated in the answer:

  {"do": "login", "homeserver": URL, "user": U, "password": P, "store": DIR, "auto_join": true}
      A second login with the same folder resumes the same device and reads on from where it was.
  {"do": "join" | "leave", "room": R}
  {"do": "create_dm", "with": "@bot:localhost", "encrypted": true}
  {"do": "create_room", "name": TEXT, "invite": [USERS], "encrypted": true}
  {"do": "wait_joined", "room": R, "user": U, "seconds": 30}
  {"do": "send", "room": R, "text": TEXT, "html": HTML, "reply_to": EVENT, "mention": USER, "txn": T}
  {"do": "edit", "room": R, "event": EVENT, "text": TEXT}
  {"do": "react", "room": R, "event": EVENT, "key": "1️⃣"}
  {"do": "redact", "room": R, "event": EVENT}
  {"do": "upload", "room": R, "name": "people.csv", "text": TEXT}
  {"do": "send_raw", "room": R, "type": TYPE, "content": {}}      polls, and whatever is missing here
  {"do": "quit"}

Each is answered by {"ok": true, …} or {"ok": false, "error": TEXT}; what was sent comes with its
"event_id", what was created or joined with its "room". The end of standard input is a `quit` too,
so that no client outlives the test that started it.

What arrives is a line with "event": invite, message, file (with its "text", decrypted), reaction,
member, redaction, undecryptable, other (with "type" and "content") or stopped (with "error").
What this client sent itself comes back too, as "own": true and with its "txn"; what was said
before it first listened is "history": true, and what could be read only after its key had come is
"late": true.
"""

import asyncio
import io
import json
import os
import sys

import nio
from nio.crypto.attachments import decrypt_attachment

# A room must have come down the sync before nio can send into it.
ROOM_WITHIN_S = 30
# Short, because what nio has to send in turn (lost sessions) waits for the end of one round.
SYNC_MS = 5_000
LOGIN_FILE = "login.json"


class Refused(Exception):
    """The command cannot be done; the text says why."""


def say(line):
    print(json.dumps(line, ensure_ascii=False), flush=True)


def good(response):
    """The homeserver's refusals are values in nio. 429 is not among them: nio waits and repeats."""
    if isinstance(response, nio.ErrorResponse):
        raise Refused(str(response))
    return response


class Person:
    def __init__(self):
        self.client = None
        self.sync = None
        self.auto_join = False
        self.first_sync = True
        self.synced = asyncio.Condition()
        # Events whose keys have not come yet: (room, event).
        self.unread = []
        self.invited = set()
        self.joining = set()

    # Commands.

    async def login(self, command):
        if self.client:
            raise Refused("already logged in")
        store = command["store"]
        os.makedirs(store, exist_ok=True)
        saved = os.path.join(store, LOGIN_FILE)
        config = nio.AsyncClientConfig(encryption_enabled=True, store_sync_tokens=True)
        client = nio.AsyncClient(
            command["homeserver"], command["user"], store_path=store, config=config
        )
        if os.path.exists(saved):
            with open(saved) as file:
                client.restore_login(**json.load(file))
        else:
            try:
                good(await client.login(command["password"], device_name="test client"))
            except Refused:
                await client.close()
                raise
            login = {
                "user_id": client.user_id,
                "device_id": client.device_id,
                "access_token": client.access_token,
            }
            with open(saved, "w") as file:
                json.dump(login, file)
        self.client = client
        self.auto_join = command.get("auto_join", False)
        # With a remembered position there is nothing old to come.
        self.first_sync = not client.loaded_sync_token
        client.add_event_callback(self.on_event, nio.Event)
        client.add_event_callback(self.on_invite, nio.InviteMemberEvent)
        client.add_response_callback(self.on_sync, nio.SyncResponse)
        if client.should_upload_keys:
            good(await client.keys_upload())
        self.sync = asyncio.create_task(self.keep_syncing())
        await self.until(lambda: self.client.next_batch, "the first sync")
        return {"user": client.user_id, "device": client.device_id}

    async def join(self, command):
        joined = good(await self.client.join(command["room"]))
        await self.room(joined.room_id)
        return {"room": joined.room_id}

    async def leave(self, command):
        good(await self.client.room_leave(command["room"]))
        return {"room": command["room"]}

    async def create_dm(self, command):
        made = await self.create(
            command,
            invite=[command["with"]],
            is_direct=True,
            preset=nio.RoomPreset.trusted_private_chat,
        )
        await self.know_devices(command["with"])
        return made

    async def know_devices(self, user):
        # What is sent before a device of theirs is known here is never readable there.
        for _ in range(50):
            self.client.olm.users_for_key_query.add(user)
            await self.client.keys_query()
            if list(self.client.device_store.active_user_devices(user)):
                return
            await asyncio.sleep(0.1)

    async def create_room(self, command):
        return await self.create(
            command,
            invite=command.get("invite", []),
            name=command.get("name"),
            preset=nio.RoomPreset.private_chat,
        )

    async def create(self, command, **room):
        encrypted = command.get("encrypted", True)
        state = [nio.EnableEncryptionBuilder().as_dict()] if encrypted else []
        made = good(await self.client.room_create(initial_state=state, **room))
        # Not before the encryption is known here: what is sent earlier would go in clear.
        await self.until(
            lambda: made.room_id in self.client.rooms
            and self.client.rooms[made.room_id].encrypted == encrypted,
            f"{made.room_id} in the sync",
        )
        return {"room": made.room_id}

    async def wait_joined(self, command):
        room = await self.room(command["room"])

        def joined():
            return command["user"] in room.users and not room.users[command["user"]].invited

        await self.until(
            joined, f"{command['user']} in {room.room_id}", command.get("seconds", ROOM_WITHIN_S)
        )
        return {"room": room.room_id}

    async def send(self, command):
        content = {"msgtype": "m.text", "body": command["text"]}
        if "html" in command:
            content |= {"format": "org.matrix.custom.html", "formatted_body": command["html"]}
        if "reply_to" in command:
            content["m.relates_to"] = {"m.in_reply_to": {"event_id": command["reply_to"]}}
        if "mention" in command:
            content["m.mentions"] = {"user_ids": [command["mention"]]}
        return await self.post(command, "m.room.message", content)

    async def edit(self, command):
        content = {
            "msgtype": "m.text",
            "body": f"* {command['text']}",
            "m.new_content": {"msgtype": "m.text", "body": command["text"]},
            "m.relates_to": {"rel_type": "m.replace", "event_id": command["event"]},
        }
        return await self.post(command, "m.room.message", content)

    async def react(self, command):
        relation = {
            "rel_type": "m.annotation",
            "event_id": command["event"],
            "key": command["key"],
        }
        return await self.post(command, "m.reaction", {"m.relates_to": relation})

    async def redact(self, command):
        await self.room(command["room"])
        gone = good(await self.client.room_redact(command["room"], command["event"]))
        return {"event_id": gone.event_id}

    async def upload(self, command):
        room = await self.room(command["room"])
        data = command["text"].encode()
        # The length is only known beforehand when nothing is encrypted on the way.
        uploaded, keys = await self.client.upload(
            io.BytesIO(data),
            content_type="text/csv",
            filename=None if room.encrypted else command["name"],
            encrypt=room.encrypted,
            filesize=len(data),
        )
        uri = good(uploaded).content_uri
        content = {
            "msgtype": "m.file",
            "body": command["name"],
            "filename": command["name"],
            "info": {"size": len(data), "mimetype": "text/csv"},
        }
        content |= {"file": {"url": uri, **keys}} if room.encrypted else {"url": uri}
        return await self.post(command, "m.room.message", content)

    async def send_raw(self, command):
        return await self.post(command, command["type"], command["content"])

    async def post(self, command, kind, content):
        await self.room(command["room"])
        sent = good(
            await self.client.room_send(
                command["room"],
                kind,
                content,
                tx_id=command.get("txn"),
                # Tests have no one who could compare emoji.
                ignore_unverified_devices=True,
            )
        )
        return {"event_id": sent.event_id}

    # What the commands wait for.

    async def room(self, room_id):
        await self.until(lambda: room_id in self.client.rooms, f"{room_id} in the sync")
        return self.client.rooms[room_id]

    async def until(self, condition, what, seconds=ROOM_WITHIN_S):
        async with self.synced:
            try:
                await asyncio.wait_for(self.synced.wait_for(condition), seconds)
            except TimeoutError:
                raise Refused(f"waited {seconds} s in vain for {what}") from None
            except asyncio.TimeoutError:  # Python 3.10 has a TimeoutError of asyncio's own.
                raise Refused(f"waited {seconds} s in vain for {what}") from None

    # What comes from the homeserver.

    async def keep_syncing(self):
        try:
            # The whole state, since a resumed device has its keys on disk but not its rooms.
            await self.client.sync_forever(timeout=SYNC_MS, full_state=True)
        except Exception as error:
            say({"event": "stopped", "error": repr(error)})
            raise

    async def on_sync(self, _):
        self.first_sync = False
        await self.read_late()
        async with self.synced:
            self.synced.notify_all()

    async def on_invite(self, room, event):
        if event.membership != "invite" or event.state_key != self.client.user_id:
            return
        if room.room_id in self.invited:
            return
        self.invited.add(room.room_id)
        say(
            {
                "event": "invite",
                "room": room.room_id,
                "sender": event.sender,
                "direct": event.content.get("is_direct", False),
            }
        )
        if self.auto_join:
            # Beside the sync, which would otherwise wait for the homeserver to let us in. The loop
            # itself holds tasks only weakly.
            self.joining.add(asyncio.create_task(self.accept(room.room_id)))

    async def accept(self, room_id):
        response = await self.client.join(room_id)
        if isinstance(response, nio.ErrorResponse):
            say({"event": "stopped", "error": f"could not join {room_id}: {response}"})

    async def on_event(self, room, event):
        if isinstance(event, nio.MegolmEvent):
            self.unread.append((room, event))
            say(self.line("undecryptable", room, event) | {"session": event.session_id})
            return
        await self.tell(room, event, {})

    async def read_late(self):
        waiting, self.unread = self.unread, []
        for room, event in waiting:
            try:
                readable = self.client.decrypt_event(event)
            except nio.EncryptionError:
                self.unread.append((room, event))
                continue
            await self.tell(room, readable, {"late": True})

    def line(self, kind, room, event):
        line = {
            "event": kind,
            "room": room.room_id,
            "id": event.event_id,
            "sender": event.sender,
            "decrypted": event.decrypted,
        }
        if event.sender == self.client.user_id:
            line |= {"own": True, "txn": event.transaction_id}
        if self.first_sync:
            line["history"] = True
        return line

    async def tell(self, room, event, marks):
        content = event.source.get("content", {})
        relation = content.get("m.relates_to") or {}
        if isinstance(event, nio.RoomMemberEvent):
            line = self.line("member", room, event) | {
                "user": event.state_key,
                "membership": event.membership,
            }
        elif isinstance(event, nio.ReactionEvent):
            line = self.line("reaction", room, event) | {"to": event.reacts_to, "key": event.key}
        elif isinstance(event, nio.RedactionEvent):
            line = self.line("redaction", room, event) | {"of": event.redacts}
        elif isinstance(event, nio.RoomMessage):
            is_file = isinstance(event, (nio.RoomMessageMedia, nio.RoomEncryptedMedia))
            line = self.line("file" if is_file else "message", room, event) | {
                "msgtype": content.get("msgtype"),
                "body": content.get("body"),
                "html": content.get("formatted_body"),
                "mentions": content.get("m.mentions", {}).get("user_ids", []),
                "reply_to": relation.get("m.in_reply_to", {}).get("event_id"),
            }
            if relation.get("rel_type") == "m.replace":
                line["edits"] = relation.get("event_id")
                line["body"] = content.get("m.new_content", {}).get("body", line["body"])
            if is_file:
                line |= await self.contents(event)
        else:
            line = self.line("other", room, event) | {
                "type": event.source.get("type"),
                "content": content,
            }
        say(line | marks)

    async def contents(self, event):
        named = {
            "name": event.source["content"].get("filename") or event.body,
            "mimetype": event.source["content"].get("info", {}).get("mimetype"),
        }
        try:
            data = good(await self.client.download(event.url)).body
            if isinstance(event, nio.RoomEncryptedMedia):
                data = decrypt_attachment(data, event.key["k"], event.hashes["sha256"], event.iv)
        except (Refused, nio.EncryptionError) as error:
            return named | {"error": str(error)}
        try:
            return named | {"text": data.decode(), "size": len(data)}
        except UnicodeDecodeError:
            # Not everything is text; a PDF's first bytes and size are what a test looks at.
            return named | {"size": len(data), "starts": data[:8].decode("latin-1")}

    async def close(self):
        if self.sync:
            self.sync.cancel()
            await asyncio.gather(self.sync, return_exceptions=True)
        if self.client:
            await self.client.close()


COMMANDS = {
    "login": Person.login,
    "join": Person.join,
    "leave": Person.leave,
    "create_dm": Person.create_dm,
    "create_room": Person.create_room,
    "wait_joined": Person.wait_joined,
    "send": Person.send,
    "edit": Person.edit,
    "react": Person.react,
    "redact": Person.redact,
    "upload": Person.upload,
    "send_raw": Person.send_raw,
}


async def answer(person, command):
    does = COMMANDS.get(command.get("do"))
    if not does:
        raise Refused(f"no command {command.get('do')!r}")
    if not person.client and does is not Person.login:
        raise Refused("log in first")
    return await does(person, command)


async def main():
    sys.stdout.reconfigure(encoding="utf-8")
    lines = asyncio.StreamReader(limit=2**24)
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(lines), sys.stdin
    )
    person = Person()
    try:
        while line := await lines.readline():
            echo = {}
            try:
                command = json.loads(line)
                if "n" in command:
                    echo["n"] = command["n"]
                if command.get("do") == "quit":
                    say({"ok": True, **echo})
                    return
                say({"ok": True, **await answer(person, command), **echo})
            except KeyError as missing:
                say({"ok": False, "error": f"{missing} is missing", **echo})
            except Exception as error:  # A test wants to see what went wrong, whatever it was.
                say({"ok": False, "error": str(error) or repr(error), **echo})
    finally:
        await person.close()


if __name__ == "__main__":
    asyncio.run(main())
