"""Verbs: what goes wrong, and the course of time."""

from typing import Any

from .control import WrongCall, verb
from .sessions import Session
from .world import World


@verb
def fault(
    world: World,
    kind: str,
    method: str | None = None,
    path: str | None = None,
    times: int | None = None,
    **options: Any,
) -> Any:
    unknown = options.keys() - {"retry_after", "global", "status", "code", "message", "seconds"}
    if unknown:
        raise WrongCall(f"a fault has no {', '.join(sorted(unknown))}")
    try:
        return {"fault": world.faults.add(kind, method, path, times, **options).name}
    except ValueError as error:
        raise WrongCall(str(error)) from error


@verb
def clear_faults(world: World) -> None:
    world.faults.clear()


@verb
def fault_hits(world: World, fault: str) -> Any:
    found = world.faults.by_name.get(fault)
    if found is None:
        raise WrongCall(f"there is no fault {fault}")
    return {"hits": found.hits}


@verb
def advance(world: World, seconds: float) -> None:
    if seconds < 0:
        raise WrongCall("time goes on, not back")
    world.clock.advance(seconds)


@verb
def forget_nonces(world: World) -> None:
    world.nonces.clear()


@verb
def gateway(world: World, do: str, code: int = 4000, resumable: bool = False) -> Any:
    """Does it to every connection that there is, and says to how many."""
    sessions = world.sessions
    if do in ("down", "up"):
        sessions.is_down = do == "down"
        return {"connections": len(sessions.connected())}
    actions = {
        "cut": _cut,
        "close": lambda session: session.connection.close(code),
        "garbage": lambda session: session.connection.send_text(
            '{"t":"MESSAGE_CREATE","s":1,"op":0,"d":{"id":'
        ),
        "unknown": lambda session: session.dispatch("SOMETHING_NOBODY_KNOWS", {"value": 1}),
        "silence": _silence,
        "reconnect": lambda session: session.connection.send(
            {"op": 7, "s": None, "t": None, "d": None}
        ),
        "invalid_session": lambda session: _invalidate(world, session, resumable),
    }
    if do not in actions:
        raise WrongCall(f"do is one of: {', '.join(actions)}, down, up")
    connected = sessions.connected()
    for session in connected:
        actions[do](session)
    return {"connections": len(connected)}


def _cut(session: Session) -> None:
    assert session.connection is not None
    session.connection.cut()


def _silence(session: Session) -> None:
    assert session.connection is not None
    session.connection.is_silent = True


def _invalidate(world: World, session: Session, resumable: bool) -> None:
    assert session.connection is not None
    session.connection.send({"op": 9, "s": None, "t": None, "d": resumable})
    if not resumable:
        world.sessions.invalidate(session)
