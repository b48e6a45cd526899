"""Replays what was admitted through the engine itself: a call that the engine would refuse today is an offence.

Where the log leaves the order of two events in one microsecond open, the order that admits is taken: a verifier that
cries wolf is believed no longer.
"""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import groupby
from operator import attrgetter

from app.engine.gauges import active_gate
from app.engine.limits import LimitId
from app.engine.log_rows import LoggedCharge, LoggedRequest, LoggedSession
from app.engine.pacing import Pace, gap_gate
from app.engine.rulebook import Rulebook
from app.engine.sessions import expiry
from app.engine.usage import CallTry, Gate, Usage, judge
from app.engine.value import HOUR, SECOND, Id, Instant, Value
from app.engine.verdict import Admitted, Refused, Verdict
from app.reports.limit_history import LimitHistory, id_of

SESSION_END = "session end"
_NO_PACE = Pace()


class Offence(Value, frozen=True, kw_only=True):
    """A record that a rule forbids: the rule's id, what the record is, when, and why, for a person."""

    rule: str
    record: str
    at: Instant
    sentence: str


class Pass(Value, frozen=True, kw_only=True):
    """What a replay went through: records, the subjects they belong to, and those over an alert-only limit."""

    records: int = 0
    subjects: int = 0
    warned: int = 0


def _offence(refused: Refused, record: str) -> Offence:
    sentence = f"{refused.limit.sentence}; {refused.used} were used"
    if refused.limit.limit_id in (LimitId.CALLS_GAP, LimitId.SESSION_AGE):
        sentence = refused.limit.sentence
    return Offence(rule=refused.limit.limit_id.value, record=record, at=refused.at, sentence=sentence)


def _most_lenient(verdicts: Iterable[Verdict]) -> Verdict:
    """The first that admits, and no later one is asked for, or it would be charged too; else the last refusal."""
    verdict: Verdict = Admitted(at=0)
    for verdict in verdicts:
        if isinstance(verdict, Admitted):
            return verdict
    return verdict


def replay_requests(history: LimitHistory, requests: Iterable[LoggedRequest]) -> Offence | Pass:
    """API requests against their user's minute and hour."""
    usage = Usage()
    seen: set[bytes] = set()
    records = warned = 0
    for request in requests:
        now, user_id, tenant_id = request.created_at, id_of(request.user_id), id_of(request.tenant_id)
        verdict = _most_lenient(
            usage.reserve_request(
                user_id, book.limit(LimitId.API_MINUTE, tenant_id), book.limit(LimitId.API_HOUR, tenant_id), now
            )
            for book in history.books_at(now)
        )
        if isinstance(verdict, Refused):
            return _offence(verdict, f"request {request.number} of user {user_id}")
        records += 1
        warned += bool(verdict.warnings)
        seen.add(request.user_id)
    return Pass(records=records, subjects=len(seen), warned=warned)


def replay_sessions(history: LimitHistory, sessions: Iterable[LoggedSession]) -> Offence | Pass:
    """Starts of sessions against their tenant's `sessions.active`."""
    ends: dict[bytes, list[Instant]] = {}
    records = warned = 0
    for session in sessions:
        now, tenant_id = session.started_at, id_of(session.tenant_id)
        live = ends.setdefault(session.tenant_id, [])
        while live and live[0] <= now:
            heappop(live)
        verdict = _most_lenient(
            judge([active_gate(book.limit(LimitId.SESSIONS_ACTIVE, tenant_id), tenant_id, live, now)], now)
            for book in history.books_at(now)
        )
        if isinstance(verdict, Refused):
            return _offence(verdict, f"session {id_of(session.id)}")
        heappush(live, session.expires_at if session.ended_at is None else session.ended_at)
        records += 1
        warned += bool(verdict.warnings)
    return Pass(records=records, subjects=len(ends), warned=warned)


class CallReplay:
    """Calls against the agent's hour and gap, and the session's day and age.

    `spans` are each session's start and the expiry it was last given, by id.
    """

    def __init__(self, history: LimitHistory, spans: dict[bytes, tuple[Instant, Instant]], *, age_edited: bool) -> None:
        self._history = history
        self._spans = spans
        self._age_edited = age_edited
        self._usage = Usage()
        self._paces: dict[Id, Pace] = {}
        self._ends: list[tuple[Instant, Id]] = []
        self._returns: list[tuple[Instant, Id, Id, Instant]] = []

    def run(self, charges: Iterable[LoggedCharge]) -> Offence | Pass:
        """Replay every call, in the order of hand-outs."""
        records = warned = 0
        forget_at: Instant = 0
        for now, together in groupby(charges, key=attrgetter("created_at")):
            self._settle(now)
            if now >= forget_at:
                self._usage.forget_idle(now)
                forget_at = now + HOUR
            books = self._history.books_at(now)
            for batch in _batches(together):
                verdict = self._reserve(books, batch, now)
                if isinstance(verdict, Refused):
                    return _offence(verdict, f"call {id_of(batch[-1].id)} of agent {id_of(batch[0].agent_id)}")
                self._remember(batch, now)
                records += len(batch)
                warned += len(batch) if verdict.warnings else 0
        return Pass(records=records, subjects=len(self._paces), warned=warned)

    def _reserve(self, books: tuple[Rulebook, ...], batch: list[LoggedCharge], now: Instant) -> Verdict:
        first = batch[0]
        tenant_id, agent_id, session_id = id_of(first.tenant_id), id_of(first.agent_id), id_of(first.session_id)
        attempts = (
            CallTry(
                agent_id=agent_id,
                session_id=session_id,
                hour=book.limit(LimitId.CALLS_HOUR, tenant_id, agent_id),
                day=book.limit(LimitId.CALLS_DAY, tenant_id, agent_id),
                lines=len(batch),
                gates=tuple(self._gates(book, first, tenant_id, agent_id, now)),
            )
            for book in books
        )
        return _most_lenient(self._usage.reserve_calls(attempt, now) for attempt in attempts)

    def _gates(self, book: Rulebook, call: LoggedCharge, tenant_id: Id, agent_id: Id, now: Instant) -> Iterator[Gate]:
        """The gap and the age, where they are closed."""
        gap = gap_gate(book.limit(LimitId.CALLS_GAP, tenant_id, agent_id), agent_id, self._pace(agent_id), now)
        if gap.closed:
            yield gap
        span = self._spans.get(call.session_id)
        if span is None:
            return
        started_at, stored_expiry = span
        age = book.limit(LimitId.SESSION_AGE, tenant_id)
        # An edit of the age moves the expiry of sessions that run, and the log keeps only the last one.
        expires_at = expiry(started_at, age.amount)
        if not self._age_edited:
            expires_at = min(expires_at, stored_expiry)
        if now >= expires_at:
            used = (now - started_at) // SECOND
            yield Gate(limit=age, subject=id_of(call.session_id), used=used, closed=True, opens_at=None)

    def _pace(self, agent_id: Id) -> Pace:
        return self._paces.get(agent_id, _NO_PACE)

    def _remember(self, batch: list[LoggedCharge], now: Instant) -> None:
        agent_id = id_of(batch[0].agent_id)
        self._paces[agent_id] = Pace(handed_out_at=now, ended_at=self._pace(agent_id).ended_at)
        for call in batch:
            if call.ended_at is not None and not self._ended_unnoticed(call):
                heappush(self._ends, (call.ended_at, agent_id))
            if call.given_back_at is not None:
                heappush(self._returns, (call.given_back_at, agent_id, id_of(call.session_id), now))

    def _ended_unnoticed(self, call: LoggedCharge) -> bool:
        """True of a call that ended with the expiry of its session.

        An expiry is noticed later than it falls: another session of the agent may have called in between.
        """
        span = self._spans.get(call.session_id)
        return call.closed_by == SESSION_END and span is not None and call.ended_at == span[1]

    def _settle(self, now: Instant) -> None:
        """What had ended before `now`, and what had been given back by then."""
        while self._ends and self._ends[0][0] < now:
            ended_at, agent_id = heappop(self._ends)
            pace = self._pace(agent_id)
            self._paces[agent_id] = Pace(handed_out_at=pace.handed_out_at, ended_at=max(ended_at, pace.ended_at or 0))
        while self._returns and self._returns[0][0] <= now:
            _, agent_id, session_id, charged_at = heappop(self._returns)
            self._usage.give_back_calls(agent_id, session_id, charged_at)


def _batches(together: Iterator[LoggedCharge]) -> Iterable[list[LoggedCharge]]:
    """Calls of one instant by agent and session: one decision handed them out."""
    batches: dict[tuple[bytes, bytes], list[LoggedCharge]] = {}
    for call in together:
        batches.setdefault((call.agent_id, call.session_id), []).append(call)
    return batches.values()
