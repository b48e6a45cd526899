"""Which toasts stand in the window's corner, in which order and for how long. No Qt, no clock."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.wire.alerts import AlertSeverity

MOST_SHOWN = 3
LASTS_US = 12_000_000
_RANK: MappingProxyType[AlertSeverity, int] = MappingProxyType({"notice": 0, "warning": 1, "critical": 2})


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """One call for people. `alert_id` is None for what only this window knows, such as a silent feed."""

    key: str
    severity: AlertSeverity
    title: str
    sentence: str
    alert_id: str | None = None

    @property
    def stays(self) -> bool:
        """Whether it waits until somebody does something about it."""
        return self.severity == "critical"


@dataclass(slots=True)
class _Waiting:
    toast: Toast
    arrival: int
    left_us: int


class ToastQueue:
    """At most three are shown, the gravest, then the newest; the others are counted and age like those."""

    def __init__(self) -> None:
        self._waiting: dict[str, _Waiting] = {}
        self._arrivals = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, key: str) -> bool:
        return key in self._waiting

    @property
    def shown(self) -> list[Toast]:
        """Those in the corner, the one that matters most first."""
        order = sorted(self._waiting.values(), key=lambda one: (-_RANK[one.toast.severity], -one.arrival))
        return [one.toast for one in order[:MOST_SHOWN]]

    @property
    def folded(self) -> int:
        """How many more there are."""
        return max(0, len(self._waiting) - MOST_SHOWN)

    def add(self, toast: Toast) -> None:
        """One that calls; the same key again is the same toast, and begins anew."""
        self._arrivals += 1
        self._waiting[toast.key] = _Waiting(toast=toast, arrival=self._arrivals, left_us=LASTS_US)

    def update(self, key: str, sentence: str, severity: AlertSeverity) -> None:
        """What it says is another by now; its time runs on."""
        one = self._waiting.get(key)
        if one is not None:
            one.toast = replace(one.toast, sentence=sentence, severity=severity)

    def drop(self, key: str) -> bool:
        """Take one back, seen to or over; whether there was one."""
        return self._waiting.pop(key, None) is not None

    def keep_only(self, holds: Callable[[Toast], bool]) -> None:
        """Take back every toast for which this does not hold."""
        self._waiting = {key: one for key, one in self._waiting.items() if holds(one.toast)}

    def pass_time(self, microseconds: int) -> None:
        """Time went by with nobody's pointer on them: those that do not stay go when theirs is over."""
        for one in self._waiting.values():
            if not one.toast.stays:
                one.left_us -= microseconds
        self._waiting = {key: one for key, one in self._waiting.items() if one.left_us > 0}
