"""Which limit holds for whom, looked through scope by scope for every question.

Written from the specification alone: nothing of the program is imported, so that no mistake can be shared with it.
"""

from types import MappingProxyType
from typing import NamedTuple

Instant = int
Setting = int | str | None

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

DEFAULTS = MappingProxyType(
    {
        "api.minute": 60,
        "api.hour": 500,
        "calls.hour": 100,
        "calls.day": 800,
        "calls.gap": 2,
        "sessions.active": 5,
        "session.age": 28_800,
    }
)
PRESETS = MappingProxyType({"preview": 40, "power": 100, "predictive": 150})


class Cap(NamedTuple):
    """A limit as it holds for somebody at an instant; `enforced` is false for one that only alerts."""

    limit: str
    amount: int
    enforced: bool


class NaiveAgent:
    """An agent's own configuration, each field as a line of time: from when on which value; None is "not set"."""

    def __init__(self, tenant: str, mode: str, made_at: Instant) -> None:
        self.tenant = tenant
        self._lines: dict[str, list[tuple[Instant, Setting]]] = {"mode": [(made_at, mode)]}

    def value(self, field: str, at: Instant) -> Setting:
        """What the field holds at an instant."""
        held = [value for since, value in self._lines.get(field, []) if since <= at]
        return held[-1] if held else None

    def put(self, field: str, value: Setting, now: Instant, until: Instant | None) -> None:
        """Set a field for good, or until an instant; what it was before the first term comes back then."""
        line = self._lines.get(field, [])
        ahead = [old for since, old in line if since > now]
        before = self.value(field, now)
        if until is not None and not ahead and before == value:
            return
        kept = [(since, old) for since, old in line if since <= now]
        self._lines[field] = [*kept, (now, value)]
        if until is not None:
            self._lines[field].append((until, ahead[-1] if ahead else before))

    def turns(self, after: Instant) -> list[Instant]:
        """When one of its fields changes by itself."""
        return [since for line in self._lines.values() for since, _ in line if since > after]


class NaiveRules:
    """Everything that is set, at any scope."""

    def __init__(self) -> None:
        self.settings: dict[tuple[str, str | None, str], tuple[int, bool]] = {}
        self.tier_of: dict[str, str] = {}
        self.agents: dict[str, NaiveAgent] = {}

    def put(self, scope: str, scope_id: str | None, limit: str, amount: int | None, *, enforced: bool) -> None:
        """Set a limit of a scope, or with no amount take it away."""
        self.settings.pop((scope, scope_id, limit), None)
        if amount is not None:
            self.settings[scope, scope_id, limit] = (amount, enforced)

    def cap(self, limit: str, tenant: str, at: Instant, agent: str | None = None) -> Cap:
        """The limit in force: the agent's own, else its tenant's, its tier's, the system's, the specification's."""
        own = self.agents[agent] if agent is not None else None
        amount, enforced = DEFAULTS[limit], True
        if own is not None and limit == "calls.hour":
            amount = PRESETS[str(own.value("mode", at))]
        for scope in (("system", None), ("tier", self.tier_of.get(tenant)), ("tenant", tenant)):
            amount, enforced = self.settings.get((*scope, limit), (amount, enforced))
        if own is None:
            return Cap(limit, amount, enforced)
        field = {"calls.hour": "maxCallsPerHour", "calls.gap": "autoDialDelay"}.get(limit, "")
        mine, word = own.value(field, at), own.value("enforcement", at)
        if limit == "calls.hour" and word is not None:
            enforced = word == "enforce"
        return Cap(limit, mine if isinstance(mine, int) else amount, enforced)

    def call_timeout(self, agent: str, at: Instant) -> int:
        """How many seconds a call of the agent may ring."""
        found = self.agents[agent].value("callTimeout", at)
        return found if isinstance(found, int) else 30
