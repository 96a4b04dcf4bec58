"""What the bot answers to interactions: within three seconds, and for a quarter of an hour more."""

from typing import Any

from simcord.backend.errors import BackendError
from simcord.backend.models import Interaction, Message
from simcord.components import validate_modal
from simcord.http._helpers import bot_message, message_response
from simcord.http.router import RequestContext

from . import message_rules as rules
from .asked import Asked
from .routes_messages import edited
from .routing import bad_length, body_of, flag, invalid, route, world_of
from .world import EPHEMERAL, LOADING, World

COMMAND, COMPONENT, TYPING, DIALOGUE = 2, 3, 4, 5
# What each kind of answer is called here.
KINDS = {
    4: "message",
    5: "deferred_message",
    6: "deferred_update",
    7: "update",
    8: "choices",
    9: "modal",
}
# Which interactions may be answered how.
ANSWERS = {COMMAND: (4, 5, 9), COMPONENT: (4, 5, 6, 7, 9), TYPING: (8,), DIALOGUE: (4, 5, 6, 7)}


def _unknown_webhook() -> BackendError:
    return BackendError(404, 10015, "Unknown Webhook")


def _bad_token() -> BackendError:
    return BackendError(401, 50027, "Invalid Webhook Token")


# ----------------------------------------------------------------------------------- the first word


@route("POST", "/interactions/{interaction_id}/{token}/callback")
def acknowledge(ctx: RequestContext) -> Any:
    backend = ctx.backend
    record = backend.interactions.get(ctx.int_arg("interaction_id"))
    if record is None or record.token != ctx.args["token"]:
        raise BackendError(404, 10062, "Unknown interaction")
    if record.responded:
        raise BackendError(400, 40060, "Interaction has already been acknowledged.")
    if backend.now_iso() >= (record.initial_response_deadline or ""):
        raise BackendError(404, 10062, "Unknown interaction")
    body = body_of(ctx)
    kind, data = body.get("type"), body.get("data") or {}
    if kind not in ANSWERS.get(record.type, ()) or (
        kind in (6, 7) and record.source_message_id is None
    ):
        raise invalid(
            "type",
            "INTERACTION_APPLICATION_COMMAND_CALLBACK_INVALID",
            "Not an answer to this interaction.",
        )
    message = _respond(ctx, record, kind, data)
    world = world_of(ctx)
    world.asked[record.id].acknowledge(KINDS[kind], world.clock.seconds())
    if not flag(ctx, "with_response"):
        return None
    return _callback_response(ctx, record, kind, message)


def _respond(
    ctx: RequestContext, record: Interaction, kind: int, data: dict[str, Any]
) -> Message | None:
    """Does what the answer says. Nothing is marked as answered if that is refused."""
    is_private = bool(int(data.get("flags") or 0) & EPHEMERAL)
    if kind == 4:
        message = _new_message(ctx, record, data)
        record.respond_with_message(message.id, ephemeral=is_private)
        return message
    if kind == 5:
        flags = LOADING | (EPHEMERAL if is_private else 0)
        message = bot_message(
            ctx, record.channel_id, interaction=record, body={"flags": flags}, pending=True
        )
        record.defer(message.id, ephemeral=is_private)
        return message
    if kind == 6:
        record.defer_update()
    elif kind == 7:
        message = edited(ctx, _source(ctx, record), data)
        record.update_source(message.id)
        return message
    elif kind == 8:
        record.complete_autocomplete(_choices(data))
    else:
        record.show_modal(_dialogue(data))
    return None


def _source(ctx: RequestContext, record: Interaction) -> Message:
    return ctx.backend.get_message(record.channel_id, record.source_message_id or 0)


def _new_message(ctx: RequestContext, record: Interaction, body: dict[str, Any]) -> Message:
    rules.cleaned(body, may_be_private=True)
    rules.check_says_something(ctx, body)
    rules.name_files(ctx, body)
    return bot_message(ctx, record.channel_id, interaction=record, body=body, webhook_execute=True)


def _dialogue(data: dict[str, Any]) -> dict[str, Any]:
    rules.check_title("data/title", data.get("title"), 45)
    if not 1 <= len(str(data.get("custom_id") or "")) <= 100:
        raise bad_length("data/custom_id", 1, 100)
    for number, row in enumerate(data.get("components") or []):
        for field in row.get("components") or []:
            if row.get("type") == 1 and not 1 <= len(str(field.get("label") or "")) <= 45:
                raise bad_length(f"data/components/{number}/components/0/label", 1, 45)
    try:
        return validate_modal(data)
    except (TypeError, ValueError) as error:
        raise invalid("data", "COMPONENT_VALIDATION_FAILED", str(error)) from error


def _choices(data: dict[str, Any]) -> list[dict[str, Any]]:
    choices = data.get("choices")
    if not isinstance(choices, list) or len(choices) > 25:
        raise bad_length("data/choices", 0, 25)
    for number, choice in enumerate(choices):
        if not 1 <= len(str(choice.get("name") or "")) <= 100:
            raise bad_length(f"data/choices/{number}/name", 1, 100)
        value = choice.get("value")
        if isinstance(value, str) and not 1 <= len(value) <= 100:
            raise bad_length(f"data/choices/{number}/value", 1, 100)
        if value is None or isinstance(value, bool):
            raise invalid(
                f"data/choices/{number}/value", "BASE_TYPE_REQUIRED", "This field is required"
            )
    return choices


def _callback_response(
    ctx: RequestContext, record: Interaction, kind: int, message: Message | None
) -> dict[str, Any]:
    about: dict[str, Any] = {"id": str(record.id), "type": record.type}
    if message is not None:
        about |= {
            "response_message_id": str(message.id),
            "response_message_loading": record.loading,
            "response_message_ephemeral": message.is_ephemeral,
            "channel_id": str(record.channel_id),
        }
        if record.guild_id is not None:
            about["guild_id"] = str(record.guild_id)
    response: dict[str, Any] = {"interaction": about}
    if message is not None and kind in (4, 7):
        shown = message_response(ctx, message, exempt_root=True)
        response["resource"] = {"type": kind, "message": shown}
    return response


# --------------------------------------------------------------------------------- whatever follows


def _record(ctx: RequestContext) -> Interaction:
    """The interaction with this token, as long as it may be answered."""
    backend = ctx.backend
    if ctx.args["webhook_id"] != str(backend.application_id):
        raise _unknown_webhook()
    number = backend.interaction_tokens.get(ctx.args["token"])
    if number is None:
        raise _bad_token()
    record = backend.interactions[number]
    if backend.now_iso() >= (record.expires_at or ""):
        raise _bad_token()
    if not record.responded or record.type == TYPING:
        raise _unknown_webhook()
    return record


def _message(ctx: RequestContext, record: Interaction) -> Message:
    """The message in question. The one in the place of the first word has a name of its own."""
    wanted = ctx.args["message_id"]
    if wanted == "@original":
        if record.message_id is None:
            raise _unknown_webhook()
        return ctx.backend.get_message(record.channel_id, record.message_id)
    number = int(wanted)
    if number != record.message_id and number not in record.followup_ids:
        raise BackendError(404, 10008, "Unknown Message")
    return ctx.backend.get_message(record.channel_id, number)


@route("POST", "/webhooks/{webhook_id}/{token}")
def follow_up(ctx: RequestContext) -> Any:
    record = _record(ctx)
    body = body_of(ctx)
    if record.loading:
        # The first of them takes the place of the waiting mark, and is as private as that was.
        body.pop("flags", None)
        original = ctx.backend.get_message(record.channel_id, record.message_id or 0)
        message = edited(ctx, original, body)
    else:
        message = _new_message(ctx, record, body)
        record.followup_ids.append(message.id)
    return message_response(ctx, message, exempt_root=True)


@route("GET", "/webhooks/{webhook_id}/{token}/messages/{message_id}")
def get(ctx: RequestContext) -> Any:
    return message_response(ctx, _message(ctx, _record(ctx)), exempt_root=True)


@route("PATCH", "/webhooks/{webhook_id}/{token}/messages/{message_id}")
def edit(ctx: RequestContext) -> Any:
    message = _message(ctx, _record(ctx))
    return message_response(ctx, edited(ctx, message, body_of(ctx)), exempt_root=True)


@route("DELETE", "/webhooks/{webhook_id}/{token}/messages/{message_id}")
def delete(ctx: RequestContext) -> Any:
    message = _message(ctx, _record(ctx))
    ctx.backend.delete_message(message.channel_id, message.id)


def has_failed(world: World, asked: Asked) -> bool:
    """Whether the person was told that the bot did not answer."""
    return asked.acked_at is None and world.clock.seconds() - asked.asked_at >= 3.0
