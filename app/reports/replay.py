"""Replays what was admitted through the engine itself: a call that the engine would refuse today is an offence.

Where the log leaves the order of two events in one microsecond open, the order that admits is taken: a verifier that
cries wolf is believed no longer.
"""

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import groupby
from operator import attrgetter

from app.engine.gauges import active_gate
from app.engine.limits import LimitId
from app.engine.log_rows import LoggedCharge, LoggedRequest, LoggedSession
from app.engine.usage import Usage, judge
from app.engine.value import HOUR, Instant, Value
from app.engine.verdict import Admitted, Refused, Verdict
from app.reports.course import Course, batches_of
from app.reports.limit_history import LimitHistory, id_of


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
        self._course = Course(spans, stored_expiries=not age_edited)

    def run(self, charges: Iterable[LoggedCharge]) -> Offence | Pass:
        """Replay every call, in the order of hand-outs."""
        records = warned = 0
        forget_at: Instant = 0
        course = self._course
        for now, together in groupby(charges, key=attrgetter("created_at")):
            course.settle(now)
            if now >= forget_at:
                course.usage.forget_idle(now)
                forget_at = now + HOUR
            books = self._history.books_at(now)
            for batch in batches_of(together):
                verdict = _most_lenient(course.reserve(book, batch, now) for book in books)
                if isinstance(verdict, Refused):
                    return _offence(verdict, f"call {id_of(batch[-1].id)} of agent {id_of(batch[0].agent_id)}")
                course.remember(batch, now)
                records += len(batch)
                warned += len(batch) if verdict.warnings else 0
        return Pass(records=records, subjects=course.agents, warned=warned)
