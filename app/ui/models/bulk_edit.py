"""One edit of limits for many agents: what is to hold, what it is for each, whom it refuses at once. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from app.ui.models.limit_form import PRESETS
from app.wire.dialer import DialingMode
from app.wire.feed import FloorAgent
from app.wire.operator import EditAgent, Enforcement


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkEdit:
    """What is to hold for all; None leaves it as it is. `preset` gives each its mode's calls per hour again."""

    mode: DialingMode | None
    calls_per_hour: int | None
    preset: bool
    call_timeout: int | None
    auto_dial_delay: int | None
    enforcement: Enforcement | None

    @property
    def empty(self) -> bool:
        """Whether everything is left as it is."""
        wanted = (self.mode, self.calls_per_hour, self.call_timeout, self.auto_dial_delay, self.enforcement)
        return not self.preset and all(value is None for value in wanted)

    def edit(self, agent: FloorAgent, reason: str) -> EditAgent | None:
        """The edit that makes it so for one agent, against the revision on its row; None if it is so already."""
        wanted: dict[str, tuple[object, object]] = {
            "mode": (self.mode, agent.mode),
            "max_calls_per_hour": (self.calls_per_hour, agent.calls_per_hour),
            "call_timeout": (self.call_timeout, agent.call_timeout),
            "auto_dial_delay": (self.auto_dial_delay, agent.auto_dial_delay),
            "enforcement": (self.enforcement, agent.enforcement),
        }
        changes = {name: new for name, (new, old) in wanted.items() if new is not None and new != old}
        if self.preset and agent.calls_per_hour is not None:
            changes["max_calls_per_hour"] = None
        if not changes:
            return None
        return msgspec.structs.replace(EditAgent(expected_revision=agent.revision, reason=reason), **changes)

    def limit_of(self, agent: FloorAgent) -> int:
        """The calls per hour that would hold for an agent."""
        modes: dict[str, DialingMode] = {"preview": "preview", "power": "power", "predictive": "predictive"}
        if self.calls_per_hour is not None:
            return self.calls_per_hour
        own = None if self.preset else agent.calls_per_hour
        if own is not None:
            return own
        moved = self.preset or self.mode is not None
        return PRESETS[self.mode or modes.get(agent.mode, "power")] if moved else agent.hour_limit

    def refused_at_once(self, agents: Iterable[FloorAgent]) -> int:
        """How many of them could place no call right after: an edit keeps what was used."""
        return sum(
            1
            for agent in agents
            if (self.enforcement or agent.enforcement) == "enforce" and agent.hour_used >= self.limit_of(agent)
        )
