"""Where alerts have to look: committed facts mark agents, tenants, sessions and tries, and nothing more.

A decision pays for this: a mark in a dictionary per fact, no arithmetic.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from app.controller.alert_subjects import refused_subject
from app.controller.alert_tries import TryKey, TryTally
from app.controller.floor import Floor
from app.engine import events
from app.engine.alerts import AlertRule, AlertSubject
from app.engine.records import RefusalRecord
from app.engine.rulebook import Scope
from app.engine.sessions import Session
from app.engine.value import Id, Instant


class AlertPlaces:
    """What waits to be looked at. `wake` is called when that should not wait for the second."""

    def __init__(self, floor: Floor, wake: Callable[[], None]) -> None:
        self._floor = floor
        self._wake = wake
        self.agents: dict[Id, None] = {}
        self.tenants: dict[Id, None] = {}
        self.expired: list[Session] = []
        self.tries: dict[TryKey, TryTally] = {}
        self.mark_due: dict[Id, Instant] = {}
        self.next_mark: Instant = 0
        self.is_all_due = False
        self._learn: dict[type, Callable[[Any], None]] = {
            events.CallHandedOut: self._handed_out,
            events.RequestAdmitted: self._admitted,
            events.CallReported: self._reported,
            events.SessionStarted: self._started,
            events.SessionMoved: self._moved,
            events.TryRefused: self._refused,
            events.TryWarned: self._warned,
            events.LimitEdited: self._edited,
            events.AlertSettingsEdited: self._set,
        }

    def everywhere(self) -> None:
        """Everything may be other than it was."""
        self.agents.update(dict.fromkeys(self._floor.desks))
        self.tenants.update(dict.fromkeys(self._floor.tenants))
        self.mark_due.clear()
        self.next_mark = 0

    def restore(self, earlier: Iterable[RefusalRecord]) -> None:
        """The last hour's refusals, as the log has them."""
        for refusal in earlier:
            desk = self._floor.desks.get(refusal.agent_id) if refusal.agent_id is not None else None
            if desk is not None:
                tenant_id = desk.agent.tenant_id
                subject = refused_subject(self._floor, tenant_id, refusal.limit_id, refusal.agent_id, refusal.user_id)
                self.tally(AlertRule.REFUSALS, tenant_id, subject).add_earlier(refusal.last_at, refusal.count)

    def hear(self, facts: Sequence[events.Fact]) -> None:
        """Committed facts."""
        learn = self._learn
        for fact in facts:
            how = learn.get(type(fact))
            if how is not None:
                how(fact)

    def tally(self, rule: AlertRule, tenant_id: Id, subject: AlertSubject) -> TryTally:
        """The tries about one subject, counted from now on if they were not."""
        found = self.tries.get((rule, subject.id))
        if found is None:
            found = self.tries[rule, subject.id] = TryTally(tenant_id, subject)
        return found

    def forget(self, now: Instant) -> None:
        """Drop what nobody asks for any more."""
        self.tries = {key: tally for key, tally in self.tries.items() if not tally.is_idle(now)}
        self.mark_due = {key: due for key, due in self.mark_due.items() if key in self._floor.sessions}

    def _handed_out(self, fact: events.CallHandedOut) -> None:
        self.agents[fact.call.agent_id] = None

    def _admitted(self, fact: events.RequestAdmitted) -> None:
        agent_id = self._floor.agent_of_user.get(fact.user_id)
        if agent_id is not None:
            self.agents[agent_id] = None

    def _reported(self, fact: events.CallReported) -> None:
        if fact.counted is not None:
            self.tenants[fact.call.tenant_id] = None

    def _started(self, fact: events.SessionStarted) -> None:
        self.tenants[fact.session.tenant_id] = None
        self.agents[fact.session.agent_id] = None
        self.next_mark = 0

    def _moved(self, fact: events.SessionMoved) -> None:
        self.tenants[fact.session.tenant_id] = None
        if fact.how == "expired":
            self.expired.append(fact.session)
            self._wake()

    def _refused(self, fact: events.TryRefused) -> None:
        subject = refused_subject(self._floor, fact.tenant_id, fact.limit_id, fact.agent_id, fact.user_id)
        self._tried(AlertRule.REFUSALS, subject, fact)

    def _warned(self, fact: events.TryWarned) -> None:
        subject = refused_subject(self._floor, fact.tenant_id, fact.limit_id, fact.agent_id, fact.subject)
        self._tried(AlertRule.WOULD_REFUSE, subject, fact)

    def _tried(self, rule: AlertRule, subject: AlertSubject, fact: events.TryRefused | events.TryWarned) -> None:
        tally = self.tally(rule, fact.tenant_id, subject)
        if not tally.new and not self._floor.alerts.stands(rule, subject.id):
            self._wake()
        tally.add(fact)

    def _edited(self, fact: events.LimitEdited) -> None:
        if fact.scope is Scope.AGENT and fact.scope_id is not None:
            self.agents[fact.scope_id] = None
        else:
            self.everywhere()

    def _set(self, fact: events.AlertSettingsEdited) -> None:
        del fact
        self.is_all_due = True
        self.everywhere()
