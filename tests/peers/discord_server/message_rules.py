"""What Discord demands of a message before it takes it."""

from typing import Any

from simcord.backend import errors
from simcord.backend.errors import BackendError
from simcord.backend.models import Channel, Message
from simcord.components import walk_components
from simcord.http.router import RequestContext

from .routing import bad_length, invalid, too_long, world_of
from .threads import MANAGE_THREADS
from .world import EPHEMERAL

# Flags that a bot may set: no previews, no sound, the newer components; and for answers, privacy.
SETTABLE = 1 << 2 | 1 << 12 | 1 << 15
LONGEST_NONCE = 25
READ_HISTORY = 1 << 16
LONGEST_CONTENT = 2_000


def cleaned(body: dict[str, Any], *, may_be_private: bool = False) -> dict[str, Any]:
    """A message's body as Discord understands it, for simcord, which is stricter with its shape."""
    content = body.get("content")
    if isinstance(content, str):
        if len(content) > LONGEST_CONTENT:
            raise too_long("content", LONGEST_CONTENT)
        body["content"] = content.strip()
    settable = SETTABLE | (EPHEMERAL if may_be_private else 0)
    if body.get("flags") is not None:
        body["flags"] = int(body["flags"]) & settable
    for name in ("components", "embeds", "attachments"):
        if name in body and body[name] is None:
            body[name] = []
    _check_buttons(body.get("components"))
    for name in ("poll", "message_reference"):
        if isinstance(body.get(name), dict):
            body[name] = {key: value for key, value in body[name].items() if value is not None}
        elif name in body:
            del body[name]
    mentions = body.get("allowed_mentions")
    if isinstance(mentions, dict):
        # Beside "parse", an empty list of ids is no contradiction; a null is nothing.
        body["allowed_mentions"] = {
            key: value for key, value in mentions.items() if value not in (None, [])
        }
        for name in ("users", "roles"):
            if len(mentions.get(name) or []) > 100:
                raise too_long(f"allowed_mentions/{name}", 100)
    elif "allowed_mentions" in body and mentions is None:
        del body["allowed_mentions"]
    return body


def _check_buttons(components: Any) -> None:
    for component in walk_components(components or []):
        is_plain = component.get("type") == 2 and component.get("style") != 6
        if is_plain and not component.get("label") and not component.get("emoji"):
            raise invalid(
                "components", "BUTTON_COMPONENT_INVALID", "A button has a label or an emoji"
            )


def name_files(ctx: RequestContext, body: dict[str, Any]) -> None:
    """What the body says of the files that come with it."""
    told = {
        str(item.get("id")): item
        for item in body.get("attachments") or []
        if isinstance(item, dict)
    }
    for number, file in enumerate(ctx.files):
        field = getattr(file, "field", "")
        key = field[6:-1] if field.startswith("files[") else str(number)
        about = told.get(key, {})
        file.filename = about.get("filename") or file.filename
        file.description = about.get("description")
    if len(ctx.files) > 10:
        raise invalid("files", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")


def check_says_something(
    ctx: RequestContext, body: dict[str, Any], message: Message | None = None
) -> None:
    """An empty message is refused, also when an edit would make it one."""
    kept: dict[str, Any] = {}
    if message is not None:
        kept = {
            "content": message.content,
            "embeds": message.embeds,
            "components": message.components,
            "attachments": message.attachments,
        }
    shown = kept | body
    parts = ("content", "embeds", "components", "poll", "sticker_ids")
    has_files = bool(ctx.files) or (message is not None and bool(shown.get("attachments")))
    if not has_files and not any(shown.get(part) for part in parts):
        raise BackendError(400, 50006, "Cannot send an empty message")


def nonce_of(body: dict[str, Any]) -> str | int | None:
    nonce = body.get("nonce")
    if isinstance(nonce, str) and len(nonce) > LONGEST_NONCE:
        raise too_long("nonce", LONGEST_NONCE)
    if nonce is not None and (isinstance(nonce, bool) or not isinstance(nonce, (str, int))):
        raise invalid("nonce", "NONCE_TYPE_INVALID", "A nonce is a string or a number.")
    return nonce


def check_may_write(ctx: RequestContext, channel: Channel, body: dict[str, Any]) -> None:
    world = world_of(ctx)
    if channel.guild_id is None:
        person = channel.recipient_ids[0]
        if (
            world.backend.users[person].bot
            or person in world.closed
            or not world.shares_guild(person)
        ):
            raise BackendError(403, 50007, "Cannot send messages to this user")
        return
    send = "send_messages_in_threads" if channel.is_thread else "send_messages"
    needed = [send] + (["attach_files"] if ctx.files else [])
    ctx.require_channel_permissions(channel.id, *needed)
    if channel.type not in (0, 2, 5, 10, 11, 12, 13):
        raise BackendError(400, 50008, "Cannot send messages in a non-text channel")
    if channel.is_thread:
        check_thread_open(ctx, channel)
    if body.get("message_reference"):
        may = ctx.backend.compute_permissions(channel.guild_id, ctx.backend.bot_user.id, channel.id)
        if not may & READ_HISTORY:
            raise BackendError(
                400, 160002, "Cannot reply without permission to read message history"
            )


def check_thread_open(ctx: RequestContext, thread: Channel) -> None:
    """Writing opens an archived thread again, but not one that was locked."""
    meta = thread.thread_metadata
    assert meta is not None and thread.guild_id is not None
    may = ctx.backend.compute_permissions(thread.guild_id, ctx.backend.bot_user.id, thread.id)
    is_moderator = bool(may & MANAGE_THREADS)
    if meta.locked and not is_moderator:
        if meta.archived:
            raise archived()
        raise BackendError(403, 160005, "Thread is locked")
    if meta.archived:
        ctx.backend.edit_channel(
            thread.id,
            {},
            thread_metadata={"archived": False, "archive_timestamp": ctx.backend.now_iso()},
        )


def archived() -> BackendError:
    return BackendError(400, 50083, "Thread is archived")


def check_not_archived(channel: Channel) -> None:
    if channel.thread_metadata is not None and channel.thread_metadata.archived:
        raise archived()


def settle_reference(ctx: RequestContext, channel: Channel, body: dict[str, Any]) -> None:
    """A reply to what is no longer there is refused, or is no reply, as it wishes itself."""
    reference = body.get("message_reference")
    if not reference or reference.get("type", 0) != 0:
        return
    known = ctx.backend.messages.get(channel.id, {}).get(int(reference.get("message_id") or 0))
    if known is not None and not known.is_ephemeral:
        if known.system_metadata is not None:
            raise invalid(
                "message_reference",
                "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE",
                "Cannot reply to a system message",
            )
        return
    if reference.get("fail_if_not_exists", True):
        raise invalid("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message")
    del body["message_reference"]


def check_own(ctx: RequestContext, message: Message) -> None:
    if message.author_id != ctx.backend.bot_user.id or message.system_metadata is not None:
        raise errors.cannot_edit_other_user()


def check_title(where: str, text: Any, most: int) -> None:
    if not isinstance(text, str) or not 1 <= len(text.strip()) <= most:
        raise bad_length(where, 1, most)
