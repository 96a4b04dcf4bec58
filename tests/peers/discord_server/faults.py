"""What goes wrong on purpose."""

import re
from dataclasses import dataclass, field
from typing import Any

KINDS = ("429", "status", "drop_before", "drop_after", "hang", "garbage")


@dataclass
class Fault:
    name: str
    kind: str
    method: str | None = None
    path: re.Pattern[str] | None = None
    left: int | None = None  # None: until it is cleared
    options: dict[str, Any] = field(default_factory=dict)
    hits: int = 0

    def meets(self, method: str, path: str) -> bool:
        return (
            self.left != 0
            and (self.method is None or self.method == method)
            and (self.path is None or self.path.search(path) is not None)
        )


class Faults:
    def __init__(self) -> None:
        self.by_name: dict[str, Fault] = {}
        self._active: list[Fault] = []

    def add(
        self, kind: str, method: str | None, path: str | None, times: int | None, **options: Any
    ) -> Fault:
        if kind not in KINDS:
            raise ValueError(f"kind is one of {', '.join(KINDS)}")
        name = f"f{len(self.by_name) + 1}"
        pattern = re.compile(path) if path is not None else None
        fault = Fault(name, kind, method.upper() if method else None, pattern, times, options)
        self.by_name[name] = fault
        self._active.append(fault)
        return fault

    def clear(self) -> None:
        self._active.clear()

    def strike(self, method: str, path: str) -> Fault | None:
        """The fault that this request meets, which is used up by that."""
        fault = next((fault for fault in self._active if fault.meets(method, path)), None)
        if fault is not None:
            fault.hits += 1
            if fault.left is not None:
                fault.left -= 1
        return fault
