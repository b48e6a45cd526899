"""One agent, or one limit of a scope, as a line of the editor: what holds, what is to hold, who came between. No Qt."""

from dataclasses import dataclass, field

from app.engine.limits import LIMITS as KINDS
from app.engine.limits import LimitId
from app.ui.models.limit_draft import Clash
from app.ui.models.limit_sources import Said, chain_text, holds
from app.ui.models.limit_values import (
    ENFORCEMENTS,
    Key,
    Setting,
    Value,
    agent_text,
    setting_text,
    value_text,
)
from app.ui.models.wording import limit_words
from app.ui.tongue import marked, tr
from app.wire.feed import FloorAgent

_UNITS = {"requests": marked("requests"), "calls": marked("calls"), "sessions": marked("sessions")}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentLine:
    """An agent. `now` is what it sets itself, `wanted` what the edits make of it, `clashes` where others came between.

    `hour`, `day` and `gap` are the chains of what each scope says, with the edits in them.
    """

    agent: FloorAgent
    now: dict[str, Value]
    wanted: dict[str, Value]
    hour: tuple[Said, ...]
    day: tuple[Said, ...]
    gap: tuple[Said, ...]
    clashes: dict[str, Clash] = field(default_factory=dict)

    def pending(self, name: str) -> bool:
        """Whether a field has an edit."""
        return self.now[name] != self.wanted[name]

    def key(self, name: str) -> Key:
        """The field's key."""
        return ("agent", self.agent.id, name)

    def text(self, name: str) -> str:
        """A cell: what holds, or `before → after`."""
        after = self._plain(name, self.wanted[name])
        return f"{self._plain(name, self.now[name])} → {after}" if self.pending(name) else after

    def _plain(self, name: str, value: Value) -> str:
        """A value, or what the wider scopes say where the agent sets none."""
        if value is not None:
            return agent_text(name, value)
        if name == "maxCallsPerHour":
            said = holds(self.hour[1:])
            return setting_text("calls.hour", said.amount if said is not None else None)
        if name == "autoDialDelay":
            said = holds(self.gap[1:])
            return f"{said.amount} s" if said is not None else ""
        if name == "enforcement":
            return tr(ENFORCEMENTS[_enforcement(self.hour)])
        return ""

    def editing(self, name: str) -> str:
        """What stands in the cell's editor at first: the agent's own value, nothing where it sets none."""
        return agent_text(name, self.wanted[name])

    def source(self) -> str:
        """Where the calls an hour come from."""
        said = holds(self.hour)
        return said.words if said is not None else ""

    def chain(self, name: str) -> str:
        """The hint of a cell: the whole chain, and who came between."""
        lines = []
        if name in self.clashes:
            lines.append(clash_text(self.key(name), self.clashes[name]))
        chains = {"maxCallsPerHour": ("calls.hour", self.hour), "autoDialDelay": ("calls.gap", self.gap)}
        chains["source"], chains["day"] = ("calls.hour", self.hour), ("calls.day", self.day)
        if name in chains:
            limit_id, chain = chains[name]
            lines.append(chain_text(limit_id, chain))
        return "\n".join(lines) or self.text(name)

    @property
    def day_text(self) -> str:
        """Calls a session, from whichever scope."""
        said = holds(self.day)
        return setting_text("calls.day", said.amount if said is not None else None)

    @property
    def used(self) -> str:
        """`38 of 100`."""
        return tr("{used} of {limit}").format(used=self.agent.hour_used, limit=self.agent.hour_limit)


def _enforcement(chain: tuple[Said, ...]) -> str:
    """An agent that sets no enforcement takes that of the scope beyond it."""
    wider = holds(said for said in chain if said.scope != "agent")
    return wider.enforcement if wider is not None else "enforce"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeLine:
    """One limit of a tenant, a tier or the system."""

    key: Key
    now: Setting | None
    wanted: Setting | None
    chain: tuple[Said, ...]
    clash: Clash | None = None
    preset: str = ""
    """What stands for an amount that nobody sets, where it is not one number."""

    @property
    def pending(self) -> bool:
        """Whether it has an edit."""
        return self.now != self.wanted

    @property
    def limit_id(self) -> str:
        """Which limit."""
        return self.key[2]

    @property
    def words(self) -> str:
        """Its name."""
        return limit_words(self.limit_id)

    @property
    def counted(self) -> str:
        """`calls per agent`: what is counted of whom."""
        kind = KINDS[LimitId(self.limit_id)]
        if kind.unit == "seconds":
            return tr("time per {subject}").format(subject=kind.per)
        return tr("{unit} per {subject}").format(unit=tr(_UNITS[kind.unit]), subject=kind.per)

    @property
    def amount(self) -> str:
        """The amount's cell: `–` where the scope sets none."""
        after = self._amount(self.wanted)
        return f"{self._amount(self.now)} → {after}" if self._differs("amount") else after

    def _amount(self, setting: Setting | None) -> str:
        return "–" if setting is None else setting_text(self.limit_id, setting.amount)

    @property
    def over(self) -> str:
        """What happens over it."""
        if self.wanted is None:
            return "–"
        after = tr(ENFORCEMENTS[self.wanted.enforcement])
        if self.now is None or not self._differs("enforcement"):
            return after
        return f"{tr(ENFORCEMENTS[self.now.enforcement])} → {after}"

    @property
    def over_pending(self) -> bool:
        """Whether an edit changes what happens over it."""
        return self.now is not None and self.wanted is not None and self._differs("enforcement")

    def _differs(self, name: str) -> bool:
        if self.now is None or self.wanted is None:
            return name == "amount" and self.now != self.wanted
        return bool(getattr(self.now, name) != getattr(self.wanted, name))

    @property
    def in_force(self) -> str:
        """What holds for whoever sets nothing more specific."""
        said = holds(self.chain)
        if said is not None and said.scope == "system" and self.preset:
            return self.preset
        return setting_text(self.limit_id, said.amount) if said is not None else ""

    @property
    def source(self) -> str:
        """Where that comes from."""
        said = holds(self.chain)
        return "" if said is None else tr("system preset") if said.scope == "system" and self.preset else said.words

    @property
    def hint(self) -> str:
        """The chain, and who came between."""
        lines = [] if self.clash is None else [clash_text(self.key, self.clash)]
        return "\n".join([*lines, chain_text(self.limit_id, self.chain)])


def clash_text(key: Key, clash: Clash) -> str:
    """`Maria changed this to 70/1h meanwhile: complaints`."""
    value = value_text(key, clash.theirs)
    if clash.edit is None:
        return tr("Someone changed this to {value} meanwhile").format(value=value)
    said = tr("{who} changed this to {value} meanwhile: {why}")
    return said.format(who=clash.edit.by, value=value, why=clash.edit.reason)
