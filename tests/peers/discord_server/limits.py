"""Discord's limits on how often it may be asked."""

import hashlib
import re
from collections import deque
from dataclasses import dataclass
from typing import Any

# The parts of a path that have limits of their own; any other id shares its limit with the others.
_MAJOR = re.compile(r"^/(channels|guilds)/\d+|^/webhooks/\d+/[^/]+|^/interactions/\d+/[^/]+")
_ID = re.compile(r"/\d{5,}")


@dataclass(frozen=True)
class Rule:
    limit: int
    seconds: float


GENEROUS = Rule(10_000, 1.0)
USUAL = Rule(50, 1.0)
MESSAGES = Rule(5, 5.0)
GLOBAL = Rule(50, 1.0)


class Window:
    """How often something happened lately."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._times: deque[float] = deque()

    def take(self, now: float) -> float:
        """Takes a place, and returns 0, or returns how long it takes until there is one."""
        self._forget(now)
        if len(self._times) >= self.rule.limit:
            return self._times[0] + self.rule.seconds - now
        self._times.append(now)
        return 0.0

    def remaining(self, now: float) -> int:
        self._forget(now)
        return self.rule.limit - len(self._times)

    def reset_after(self, now: float) -> float:
        self._forget(now)
        return self._times[0] + self.rule.seconds - now if self._times else 0.0

    def _forget(self, now: float) -> None:
        while self._times and now - self._times[0] >= self.rule.seconds:
            self._times.popleft()


@dataclass
class Verdict:
    headers: dict[str, str]
    body: dict[str, Any] | None  # of the refusal, if it is one


class Limits:
    def __init__(self, world: Any) -> None:
        self._world = world
        self._windows: dict[str, Window] = {}
        self._global = Window(GLOBAL)

    def check(self, method: str, path: str) -> Verdict:
        now = self._world.clock.seconds()
        wait = (
            0.0 if self._is_exempt(path) or not self._world.real_limits else self._global.take(now)
        )
        if wait > 0:
            return refusal(wait, is_global=True)
        key = self._bucket(method, path)
        window = self._windows.setdefault(key, Window(self._rule(method, path)))
        wait = window.take(now)
        reset_after = window.reset_after(now)
        headers = {
            "X-RateLimit-Limit": str(window.rule.limit),
            "X-RateLimit-Remaining": str(window.remaining(now)),
            "X-RateLimit-Reset": f"{self._world.clock.now().timestamp() + reset_after:.3f}",
            "X-RateLimit-Reset-After": f"{reset_after:.3f}",
            "X-RateLimit-Bucket": hashlib.md5(re.sub(r"\d+", "", key).encode()).hexdigest(),
        }
        if wait > 0:
            return refusal(wait, is_global=False, headers=headers)
        return Verdict(headers, None)

    @staticmethod
    def _is_exempt(path: str) -> bool:
        """Answers to interactions don't count for the limit of everything together."""
        return path.startswith(("/interactions/", "/webhooks/"))

    @staticmethod
    def _bucket(method: str, path: str) -> str:
        major = _MAJOR.match(path)
        head = major.group(0) if major else ""
        return f"{method} {head}{_ID.sub('/{id}', path[len(head) :])}"

    def _rule(self, method: str, path: str) -> Rule:
        if not self._world.real_limits:
            return GENEROUS
        is_message = re.fullmatch(r"/channels/\d+/messages|/webhooks/\d+/[^/]+", path) is not None
        return MESSAGES if method == "POST" and is_message else USUAL


def refusal(wait: float, *, is_global: bool, headers: dict[str, str] | None = None) -> Verdict:
    """What Discord answers to whoever asks too often."""
    shown = dict(headers or {})
    # The header has whole seconds, the body is exact.
    shown["Retry-After"] = str(max(1, -int(-wait // 1)))
    shown["X-RateLimit-Scope"] = "global" if is_global else "user"
    if is_global:
        shown["X-RateLimit-Global"] = "true"
    body = {
        "message": "You are being rate limited.",
        "retry_after": round(wait, 3),
        "global": is_global,
    }
    return Verdict(shown, body)
