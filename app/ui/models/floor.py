"""The floor as the window knows it: rows by id, kept true by batches of feed messages. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.ui.models.moment import EPOCH, Instant
from app.wire.alerts import AlertItem
from app.wire.feed import Changes, FeedMessage, FloorAgent, LimitChanged, LimitWarning, Snapshot, Strip


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Several feed messages as one: later rows win, and a snapshot makes everything before it moot."""

    now: Instant
    seq: int
    snapshot: Snapshot | None = None
    strip: Strip | None = None
    agents: dict[str, FloorAgent] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()
    limits: tuple[LimitChanged, ...] = ()
    warnings: tuple[LimitWarning, ...] = ()
    alerts: dict[str, AlertItem] = field(default_factory=dict)


def _begin(message: Snapshot) -> Batch:
    rows = {agent.id: agent for agent in message.agents}
    standing = {alert.id: alert for alert in message.alerts}
    return Batch(now=message.now, seq=message.seq, snapshot=message, strip=message.strip, agents=rows, alerts=standing)


def _extend(batch: Batch, message: Changes) -> Batch:
    fresh = {agent.id: agent for agent in message.agents}
    kept = {id_: agent for id_, agent in batch.agents.items() if id_ not in message.removed}
    return Batch(
        now=message.now,
        seq=message.seq,
        snapshot=batch.snapshot,
        strip=message.strip or batch.strip,
        agents=kept | fresh,
        removed=(batch.removed - fresh.keys()) | frozenset(message.removed),
        limits=batch.limits + tuple(message.limits),
        warnings=batch.warnings + tuple(message.warnings),
        # The later one is the whole alert, and its `told_at` still says that it called: the call is not lost with it.
        alerts=batch.alerts | {alert.id: alert for alert in message.alerts},
    )


def fold(messages: Iterable[FeedMessage], onto: Batch | None = None) -> Batch | None:
    """Fold messages, in order, into one batch; None if there were none and nothing to fold onto."""
    batch = onto
    for message in messages:
        if isinstance(message, Snapshot):
            fresh = _begin(message)
            # Notices outlive a reload: a reconnect must not hide who changed a limit.
            batch = fresh if batch is None else _with_notices(fresh, batch)
        else:
            batch = _extend(batch or Batch(now=message.now, seq=message.seq), message)
    return batch


def _with_notices(fresh: Batch, old: Batch) -> Batch:
    return Batch(
        now=fresh.now,
        seq=fresh.seq,
        snapshot=fresh.snapshot,
        strip=fresh.strip,
        agents=fresh.agents,
        limits=old.limits,
        warnings=old.warnings,
        alerts=fresh.alerts,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """What a batch changed: `reset` means every row may be another."""

    reset: bool
    changed: frozenset[str]
    added: frozenset[str]
    removed: frozenset[str]


class Floor:
    """Rows, strip and tenant as of the last batch applied."""

    def __init__(self) -> None:
        self.agents: dict[str, FloorAgent] = {}
        self.strip: Strip | None = None
        self.tenant = ""
        self.now: Instant = EPOCH
        self.known = False

    def apply(self, batch: Batch) -> Delta:
        """Take a batch in and say which rows it touched."""
        self.now = batch.now
        self.strip = batch.strip or self.strip
        if batch.snapshot is not None:
            return self._restart(batch, batch.snapshot)
        before = self.agents.keys()
        added = frozenset(batch.agents.keys() - before)
        gone = frozenset(batch.removed & before)
        changed = frozenset(id_ for id_, row in batch.agents.items() if id_ not in added and self.agents[id_] != row)
        self.agents.update(batch.agents)
        for id_ in gone:
            del self.agents[id_]
        return Delta(reset=False, changed=changed, added=added, removed=gone)

    def _restart(self, batch: Batch, snapshot: Snapshot) -> Delta:
        old = self.agents
        self.agents = {id_: row for id_, row in batch.agents.items() if id_ not in batch.removed}
        self.tenant = snapshot.tenant
        self.known = True
        same = old.keys() == self.agents.keys()
        changed = frozenset(id_ for id_, row in self.agents.items() if old.get(id_) != row)
        added = frozenset(self.agents.keys() - old.keys())
        return Delta(reset=not same, changed=changed, added=added, removed=frozenset(old.keys() - self.agents.keys()))
