"""The floor as it is shown: facts in, changed rows out.

Rows are whole, so that a listener may miss any but the last.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from app.controller.alert_items import alert_item
from app.controller.board_rows import agent_row, rest_state
from app.controller.desk import Desk, MinuteCounts
from app.controller.floor import Floor
from app.controller.tenant_tally import TenantTally
from app.engine import events
from app.engine.calls import Call, CallStatus
from app.engine.limits import LimitId
from app.engine.records import RefusalRecord
from app.engine.restored import Restored
from app.engine.rulebook import Scope
from app.engine.value import HOUR, Id, Instant
from app.engine.windows import WindowLog
from app.wire.alerts import AlertItem
from app.wire.base import utc
from app.wire.feed import FloorAgent, LimitChanged, LimitWarning, Strip

_KEEP_NEWS = 256
_KEEP_ALERTS = 4_096


class News:
    """What changed for one tenant since it was last told."""

    def __init__(self) -> None:
        self.agents: dict[Id, Instant] = {}
        self.strip = True
        self.limits: list[LimitChanged] = []
        self.warnings: list[LimitWarning] = []
        self.alerts: dict[Id, AlertItem] = {}
        self.urgent = False

    def __bool__(self) -> bool:
        return bool(self.agents or self.limits or self.warnings or self.alerts)


class Board:
    """Follows committed facts. `decision_p99_ms` is set by whoever measures decisions."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._news: dict[Id, News] = defaultdict(News)
        self._tallies: dict[Id, TenantTally] = defaultdict(TenantTally)
        self._leaving: dict[Id, Instant] = {}
        self.decision_p99_ms = 0.0
        # By type and not by `match`: a decision brings three facts, and every miss of a class pattern costs.
        self._learn: dict[type, Callable[[Any], None]] = {
            events.CallHandedOut: self._handed_out,
            events.CallReported: self._reported,
            events.CallGivenBack: self._given_back,
            events.SessionStarted: self._session,
            events.SessionCounted: self._session,
            events.SessionMoved: self._session,
            events.AgentChanged: self._agent,
            events.TryRefused: self._refused,
            events.LimitEdited: self._edited,
            events.TryWarned: self._warned,
            events.AlertChanged: self._alerted,
        }

    def restore(self, restored: Restored, now: Instant) -> None:
        """Take up the last hour where the log left it."""
        self._restore_hour(restored, now)
        for refusal in restored.refusals:
            self._restore_refusal(refusal)
        for desk in self._floor.desks.values():
            self._settle_state(desk, _resting_since(self._floor, desk))
            self._watch(desk, now)

    def _restore_hour(self, restored: Restored, now: Instant) -> None:
        """The last hour's calls, ends and answers, agent by agent; a tenant's are those of its agents."""
        of_tenant: dict[Id, tuple[list[Instant], list[Instant], list[Instant]]] = defaultdict(lambda: ([], [], []))
        for desk in self._floor.desks.values():
            of_tenant[desk.agent.tenant_id][0].extend(self._floor.usage.call_instants(desk.agent.id, now - HOUR))
        for finished in restored.finished:
            desk = self._floor.desks[finished.agent_id]
            desk.finished = WindowLog(HOUR, finished.ended)
            desk.answered = WindowLog(HOUR, finished.answered)
            of_tenant[desk.agent.tenant_id][1].extend(finished.ended)
            of_tenant[desk.agent.tenant_id][2].extend(finished.answered)
        for tenant_id, (calls, ended, answered) in of_tenant.items():
            tally = self._tallies[tenant_id]
            tally.calls = WindowLog(HOUR, calls)
            tally.finished = WindowLog(HOUR, ended)
            tally.answered = WindowLog(HOUR, answered)

    def publish(self, facts: Sequence[events.Fact]) -> None:
        """Learn committed facts, in commit order."""
        learn = self._learn
        for fact in facts:
            how = learn.get(type(fact))
            if how is not None:
                how(fact)

    def rows(self, tenant_id: Id, now: Instant) -> list[FloorAgent]:
        """Every agent's row."""
        return [self._row(agent_id, now) for agent_id in self._floor.agents_of_tenant.get(tenant_id, {})]

    def row(self, agent_id: Id, now: Instant) -> FloorAgent:
        """One agent's row."""
        return self._row(agent_id, now)

    def strip(self, tenant_id: Id, now: Instant) -> Strip:
        """The head of the floor view."""
        return self._tallies[tenant_id].strip(self._floor, tenant_id, now, self.decision_p99_ms)

    def alerts(self, tenant_id: Id) -> list[AlertItem]:
        """Every alert that is not resolved."""
        return [alert_item(alert) for alert in self._floor.alerts.unresolved(tenant_id)]

    def take_news(self, tenant_id: Id, now: Instant) -> tuple[News, list[FloorAgent]]:
        """What changed since the last time, with the rows that changed; time alone changes rows too."""
        for agent_id in [agent_id for agent_id, leaves_at in self._leaving.items() if leaves_at <= now]:
            desk = self._floor.desks.get(agent_id)
            del self._leaving[agent_id]
            if desk is not None:
                self._touch(agent_id, now)
                self._watch(desk, now)
        news = self._news.pop(tenant_id, News())
        rows: list[FloorAgent] = []
        for agent_id, at in news.agents.items():
            desk = self._floor.desks.get(agent_id)
            if desk is not None:
                self._settle_state(desk, at)
                rows.append(self._row(agent_id, now))
        return news, rows

    def has_urgent(self, tenant_id: Id) -> bool:
        """True if a limit edit, or an alert that calls, waits to be told: it does not wait for the next batch."""
        news = self._news.get(tenant_id)
        return news is not None and (bool(news.limits) or news.urgent)

    def _row(self, agent_id: Id, now: Instant) -> FloorAgent:
        return agent_row(self._floor, self._floor.desks[agent_id], now)

    def _touch(self, agent_id: Id, at: Instant) -> None:
        desk = self._floor.desks.get(agent_id)
        if desk is not None:
            self._news[desk.agent.tenant_id].agents[agent_id] = at

    def _settle_state(self, desk: Desk, at: Instant) -> None:
        state = rest_state(self._floor, desk, at)
        if state != desk.state:
            desk.state = state
            desk.state_since = max(at, 0)

    def _watch(self, desk: Desk, now: Instant) -> None:
        """Look again when the oldest call leaves the agent's hour, or when it is no longer blocked."""
        instants = self._floor.usage.call_instants(desk.agent.id, now - HOUR)
        moments = [instants[0] + HOUR] if instants else []
        if desk.blocked_until is not None and desk.blocked_until > now:
            moments.append(desk.blocked_until)
        if moments:
            self._leaving[desk.agent.id] = min(moments)

    def _handed_out(self, fact: events.CallHandedOut) -> None:
        call = fact.call
        self._tallies[call.tenant_id].calls.charge(call.created_at)
        desk = self._floor.desks[call.agent_id]
        desk.blocked_until = desk.empty_since = None
        self._touch(call.agent_id, call.created_at)
        self._leaving.setdefault(call.agent_id, call.created_at + HOUR)

    def _reported(self, fact: events.CallReported) -> None:
        call = fact.call
        # An end is told at its own instant; a later report of the same call counts nothing again.
        if call.ended_at == fact.at and call.status is not CallStatus.NOT_PLACED:
            self._count_finished(call)
        self._touch(call.agent_id, fact.at)

    def _given_back(self, fact: events.CallGivenBack) -> None:
        self._tallies[fact.call.tenant_id].calls.give_back(fact.call.created_at)
        self._touch(fact.call.agent_id, fact.at)

    def _session(self, fact: events.SessionStarted | events.SessionCounted | events.SessionMoved) -> None:
        at = fact.at if isinstance(fact, events.SessionMoved) else fact.session.last_activity_at
        desk = self._floor.desks[fact.session.agent_id]
        if isinstance(fact, events.SessionCounted):
            if fact.found_empty and desk.empty_since is None:
                desk.empty_since = at
        else:
            desk.empty_since = None
        self._touch(fact.session.agent_id, at)

    def _agent(self, fact: events.AgentChanged) -> None:
        self._touch(fact.agent.id, fact.agent.created_at)

    def _count_finished(self, call: Call) -> None:
        desk = self._floor.desks[call.agent_id]
        tally = self._tallies[call.tenant_id]
        for log in (desk.finished, tally.finished):
            log.charge(call.ended_at or 0)
        if call.answered_at is not None:
            for log in (desk.answered, tally.answered):
                log.charge(call.ended_at or 0)

    def _refused(self, fact: events.TryRefused) -> None:
        self._tallies[fact.tenant_id].refusals.setdefault(fact.code, MinuteCounts()).add(fact.at)
        desk = self._floor.desks.get(fact.agent_id) if fact.agent_id is not None else None
        if desk is None:
            return
        same = desk.last_refused is not None and desk.last_refused.code == fact.code
        desk.refusal_run = desk.refusal_run + 1 if same else 1
        desk.last_refused = fact
        desk.refusals.add(fact.at)
        if fact.limit_id.startswith("calls."):
            # Whoever is at a limit is not out of contacts, as far as anybody asked.
            desk.empty_since = desk.empty_since if fact.limit_id == LimitId.CALLS_GAP else None
            desk.blocked_until = fact.retry_at
            if fact.retry_at is not None:
                leaves_at = self._leaving.get(desk.agent.id, fact.retry_at)
                self._leaving[desk.agent.id] = min(leaves_at, fact.retry_at)
        self._touch(desk.agent.id, fact.at)

    def _restore_refusal(self, refusal: RefusalRecord) -> None:
        desk = self._floor.desks.get(refusal.agent_id) if refusal.agent_id is not None else None
        if desk is None:
            return
        counts = self._tallies[desk.agent.tenant_id].refusals
        counts.setdefault(refusal.code, MinuteCounts()).add(refusal.last_at, refusal.count)
        desk.refusals.add(refusal.last_at, refusal.count)
        desk.refusal_run = refusal.count
        if refusal.limit_id.startswith("calls.") and (
            desk.last_call is None or desk.last_call.created_at <= refusal.last_at
        ):
            desk.blocked_until = refusal.retry_at
        desk.last_refused = events.TryRefused(
            tenant_id=desk.agent.tenant_id,
            user_id=refusal.user_id,
            agent_id=refusal.agent_id,
            session_id=refusal.session_id,
            code=refusal.code,
            limit_id=refusal.limit_id,
            amount=refusal.amount,
            used=refusal.used,
            retry_at=refusal.retry_at,
            at=refusal.last_at,
        )

    def _edited(self, fact: events.LimitEdited) -> None:
        told = self._concerned(fact)
        for tenant_id in told:
            news = self._news[tenant_id]
            news.limits = [*news.limits, limit_changed(fact)][-_KEEP_NEWS:]
            if fact.scope_id in self._floor.desks:
                news.agents[fact.scope_id or ""] = fact.at
            else:
                news.agents.update(dict.fromkeys(self._floor.agents_of_tenant.get(tenant_id, {}), fact.at))

    def _concerned(self, fact: events.LimitEdited) -> list[Id]:
        """Whom an edit touches: its tenant, the tenants of its tier, or everybody."""
        if fact.tenant_id is not None:
            return [fact.tenant_id]
        tenants = list(self._floor.tenants)
        if fact.scope is not Scope.TIER:
            return tenants
        return [tenant_id for tenant_id in tenants if self._floor.rulebook.tier_of(tenant_id) == fact.scope_id]

    def _warned(self, fact: events.TryWarned) -> None:
        desk = self._floor.desks.get(fact.agent_id) if fact.agent_id is not None else None
        news = self._news[fact.tenant_id]
        warning = LimitWarning(
            kind="would_have_refused",
            limit_id=fact.limit_id,
            subject=desk.agent.name if desk is not None else fact.subject,
            subject_id=fact.agent_id or fact.subject,
            used=fact.used,
            limit=fact.amount,
            at=utc(fact.at),
        )
        news.warnings = [*news.warnings, warning][-_KEEP_NEWS:]

    def _alerted(self, fact: events.AlertChanged) -> None:
        news = self._news[fact.alert.tenant_id]
        known = news.alerts.get(fact.alert.id)
        # Two changes told in one message call if either did.
        notify = fact.calls or (known is not None and known.notify)
        news.alerts[fact.alert.id] = alert_item(fact.alert, notify=notify)
        news.urgent = news.urgent or fact.calls
        if len(news.alerts) > _KEEP_ALERTS:
            del news.alerts[next(iter(news.alerts))]


def limit_changed(fact: events.LimitEdited) -> LimitChanged:
    """A limit edit as the wire tells it."""
    return LimitChanged(
        revision=fact.revision,
        scope=fact.scope.value,
        scope_id=fact.scope_id,
        subject=fact.subject,
        field=fact.field,
        before=fact.before,
        after=fact.after,
        by=fact.by,
        reason=fact.reason,
        at=utc(fact.at),
    )


def _resting_since(floor: Floor, desk: Desk) -> Instant:
    session = floor.sessions.get(desk.session_id) if desk.session_id is not None else None
    if session is None:
        return desk.agent.created_at
    return session.paused_at if session.paused_at is not None else session.last_activity_at
