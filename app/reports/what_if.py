"""What other limits would do: yesterday's calls asked for once more, by the engine's own arithmetic.

The calls of the last 24 hours are put before the engine in their order, under the limits as they are now and under
the edited ones; before them a day is charged as it was, so that every window is full from the first. A refused try
costs nothing: it leaves its slot to the next one.

What this cannot know: the refused dialer would have asked again, and a call that was refused at 10:00 might have gone
out at 10:01, with whatever that call then moved; tries that were refused yesterday and that a higher limit would have
let through are not in the log as calls; contacts, legal hours and the queue are not looked at; the calls of a session
whose start would have been refused are still counted. So it counts calls of yesterday that would not have gone out
when they did, and says nothing of calls that never were. Other tenants under an edited tier or system limit are not
looked at.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import groupby
from operator import attrgetter

from app.controller.change_limits import key_of, setting_fault, setting_of, wanted_of
from app.controller.edit_agent import edited_configuration
from app.engine.configuration import lenient_settings_of
from app.engine.gauges import active_gate
from app.engine.limits import LimitId
from app.engine.log_rows import LoggedCharge, LoggedRequest, LoggedSession
from app.engine.people import Agent
from app.engine.rulebook import Rulebook
from app.engine.usage import CallTry, Usage, judge
from app.engine.value import DAY, HOUR, Id, Instant, Value
from app.engine.verdict import Admitted, Refused, Verdict
from app.reports.course import Course, Spans, batches_of
from app.reports.limit_history import id_of
from app.wire.base import utc, utc_or_none
from app.wire.limits import AgentEffect, LimitsEffect, PreviewLimits, RefusedNow

_EVERY = 2_000
"""Calls between two looks at how far it is."""


class WhatIf(Value, frozen=True, kw_only=True):
    """Whose calls, until when, and the two rulebooks. `live` are agents' running sessions."""

    tenant_id: Id
    now: Instant
    as_is: Rulebook
    edited: Rulebook
    names: Mapping[Id, str]
    live: Mapping[Id, bytes]

    @property
    def since(self) -> Instant:
        """The calls after this instant are asked for once more."""
        return self.now - DAY


def edited_book(book: Rulebook, agents: Sequence[Agent], edits: PreviewLimits) -> Rulebook:
    """The rulebook with the edits, as an edit of that moment would make it."""
    known = {agent.id: agent for agent in agents}
    settings = {
        one.agent_id: lenient_settings_of(
            known[one.agent_id].tenant_id, edited_configuration(known[one.agent_id].configuration, wanted_of(one))
        )
        for one in edits.agents
        if one.agent_id in known
    }
    scopes = {key_of(one): setting_of(one) for one in edits.settings if setting_fault(one) is None}
    return book.with_edits(settings, scopes, book.revision + 1)


class CallsEffect:
    """Walks a tenant's calls from a day before `since` on, and counts what each rulebook would have refused."""

    def __init__(self, question: WhatIf, spans: Spans) -> None:
        self._question = question
        self.actual = Course(spans, stored_expiries=False)
        self._as_is = Course(spans, stored_expiries=False)
        self._edited = Course(spans, stored_expiries=False)
        self._calls: Counter[Id] = Counter()
        self._refused: dict[Id, Counter[str]] = {}
        self._refused_as_is: Counter[Id] = Counter()

    def run(self, charges: Iterable[LoggedCharge]) -> Iterator[int]:
        """Go through the calls in the order of hand-outs; yields now and then how many are done."""
        done = told = 0
        forget_at: Instant = 0
        courses = (self.actual, self._as_is, self._edited)
        for now, together in groupby(charges, key=attrgetter("created_at")):
            for course in courses:
                course.settle(now)
                if now >= forget_at:
                    course.usage.forget_idle(now)
            forget_at = max(forget_at, now + HOUR) if now >= forget_at else forget_at
            for batch in batches_of(together):
                self._take(batch, now)
                done += len(batch)
            if done - told >= _EVERY:
                told = done
                yield done
        for course in courses:
            course.settle(self._question.now)
        yield done

    def _take(self, batch: list[LoggedCharge], now: Instant) -> None:
        self.actual.charge(batch, now)
        self.actual.remember(batch, now)
        if now <= self._question.since:
            for course in (self._as_is, self._edited):
                course.charge(batch, now)
                course.remember(batch, now)
            return
        agent_id = id_of(batch[0].agent_id)
        self._calls[agent_id] += len(batch)
        if isinstance(self._ask(self._as_is, self._question.as_is, batch, now), Refused):
            self._refused_as_is[agent_id] += len(batch)
        verdict = self._ask(self._edited, self._question.edited, batch, now)
        if isinstance(verdict, Refused):
            self._refused.setdefault(agent_id, Counter())[verdict.limit.limit_id.value] += len(batch)

    def _ask(self, course: Course, book: Rulebook, batch: list[LoggedCharge], now: Instant) -> Verdict:
        verdict = course.reserve(book, batch, now)
        if isinstance(verdict, Admitted):
            course.remember(batch, now)
        return verdict

    @property
    def calls(self) -> int:
        """How many calls were asked for once more."""
        return self._calls.total()

    def agents(self) -> list[AgentEffect]:
        """Each agent that would have been refused, or is refused by the limits of now; the most first."""
        touched = self._refused.keys() | self._refused_as_is.keys()
        found = [
            AgentEffect(
                agent_id=agent_id,
                agent=self._question.names.get(agent_id, agent_id),
                calls=self._calls[agent_id],
                refused=self._refused[agent_id].total() if agent_id in self._refused else 0,
                refused_as_is=self._refused_as_is[agent_id],
                by_limit=dict(self._refused.get(agent_id, {})),
            )
            for agent_id in touched
        ]
        return sorted(found, key=lambda one: (-one.refused, one.agent))

    def refused_now(self) -> list[RefusedNow]:
        """Who could place no call at `now`: by the hour, the session's day and its age, with all that was used.

        The gap is left out: it holds everybody up for seconds after each call.
        """
        found = [self._refused_one(agent_id) for agent_id in self._question.names]
        return sorted((one for one in found if one is not None), key=lambda one: (one.already, one.agent))

    def _refused_one(self, agent_id: Id) -> RefusedNow | None:
        verdict = self._try(self._question.edited, agent_id)
        if not isinstance(verdict, Refused):
            return None
        return RefusedNow(
            agent_id=agent_id,
            agent=self._question.names[agent_id],
            limit_id=verdict.limit.limit_id.value,
            used=verdict.used,
            limit=verdict.limit.amount,
            retry_at=utc_or_none(verdict.retry_at),
            already=isinstance(self._try(self._question.as_is, agent_id), Refused),
            in_session=agent_id in self._question.live,
        )

    def _try(self, book: Rulebook, agent_id: Id) -> Verdict:
        now, tenant_id = self._question.now, self._question.tenant_id
        session = self._question.live.get(agent_id)
        session_id = "" if session is None else id_of(session)
        gates = () if session is None else tuple(self.actual.age_gates(book, session, tenant_id, now))
        attempt = CallTry(
            agent_id=agent_id,
            session_id=session_id,
            hour=book.limit(LimitId.CALLS_HOUR, tenant_id, agent_id),
            day=book.limit(LimitId.CALLS_DAY, tenant_id, agent_id),
            gates=gates,
        )
        verdict = self.actual.usage.reserve_calls(attempt, now)
        if isinstance(verdict, Admitted):
            self.actual.usage.give_back_calls(agent_id, session_id, now)
        return verdict


def refused_requests(question: WhatIf, requests: Iterable[LoggedRequest]) -> tuple[int, int]:
    """API requests of the last 24 hours, and how many of them the edited limits would have refused."""
    usage, asked, refused = Usage(), 0, 0
    book = question.edited
    minute, hour = (book.limit(id_, question.tenant_id) for id_ in (LimitId.API_MINUTE, LimitId.API_HOUR))
    for request in requests:
        verdict = usage.reserve_request(id_of(request.user_id), minute, hour, request.created_at)
        asked += 1
        refused += isinstance(verdict, Refused)
    return asked, refused


def refused_starts(question: WhatIf, sessions: Iterable[LoggedSession]) -> tuple[int, int]:
    """Sessions started in the last 24 hours, and how many of them the edited limit would have refused to start."""
    limit = question.edited.limit(LimitId.SESSIONS_ACTIVE, question.tenant_id)
    live: list[Instant] = []
    asked = refused = 0
    for session in sessions:
        now = session.started_at
        while live and live[0] <= now:
            heappop(live)
        counted = now > question.since
        verdict = judge([active_gate(limit, question.tenant_id, live, now)], now)
        asked += counted
        refused += counted and isinstance(verdict, Refused)
        # Before the day that is looked at everything is taken as it was.
        if not counted or isinstance(verdict, Admitted):
            heappush(live, session.expires_at if session.ended_at is None else session.ended_at)
    return asked, refused


def effect_of(
    question: WhatIf, effect: CallsEffect, requests: tuple[int, int], starts: tuple[int, int]
) -> LimitsEffect:
    """All of it, as the wire tells it."""
    agents = effect.agents()
    return LimitsEffect(
        since=utc(question.since),
        until=utc(question.now),
        calls=effect.calls,
        refused=sum(one.refused for one in agents),
        refused_as_is=sum(one.refused_as_is for one in agents),
        requests=requests[0],
        requests_refused=requests[1],
        starts=starts[0],
        starts_refused=starts[1],
        now=effect.refused_now(),
        agents=agents,
    )
