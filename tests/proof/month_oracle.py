"""What each decision of the month must be: sorted instants and bisect, nothing of the program.

An event is one number in a list that is in order of itself: a question costs a search in it, however long the month.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.fakes.naive_rules import DAY, HOUR, MINUTE, SECOND, Cap, Instant, NaiveRules

NEVER = 1 << 62
GRACE = 10 * SECOND


class Verdict(NamedTuple):
    """`admitted`, `none`, `ok`, `conflict`, or `refused` by a limit: how much of it is used, and until when."""

    what: str
    limit: str = ""
    used: int = 0
    retry_at: Instant | None = None


class Line(NamedTuple):
    """A window as a question: whose events, how long, and how many more must fit under which limit."""

    cap: Cap
    events: list[Instant]
    window: int
    more: int

    def used(self, at: Instant) -> int:
        """How many events lie in (at - window, at]."""
        return bisect_right(self.events, at) - bisect_right(self.events, at - self.window)

    def opens(self) -> Instant:
        """When so many of the events have left that the new ones fit."""
        room = self.cap.amount - self.more
        if room >= len(self.events):
            return 0
        return NEVER if room < 0 else self.events[len(self.events) - 1 - room] + self.window


@dataclass(slots=True)
class Shift:
    """A session."""

    tenant: str
    agent: str
    started_at: Instant
    is_paused: bool = False
    calls: list[Instant] = field(default_factory=list)


@dataclass(slots=True)
class Dialed:
    """A call: open while `ended_at` is None, and its deadline and its session's end have not come."""

    session: str
    contact: str
    at: Instant
    deadline: Instant | None
    status: str = "initiated"
    ended_at: Instant | None = None
    ended_by: str = ""

    def end(self, at: Instant, by: str) -> None:
        """It ended without a report."""
        self.status = "completed" if self.status == "answered" else "no_answer"
        self.ended_at, self.ended_by, self.deadline = at, by, None


@dataclass(slots=True)
class Seat:
    """An agent: the calls charged to it, those that are open, and when the last was handed out or had ended."""

    tenant: str
    calls: list[Instant] = field(default_factory=list)
    open: set[str] = field(default_factory=set)
    last: Instant = -DAY


class MonthOracle:
    """Everything that happened, and the verdict on what is asked next. A session lasts `age` and no longer."""

    def __init__(self, age: int = 8 * HOUR) -> None:
        self.rules = NaiveRules()
        self.age = age
        self.requests: dict[str, list[Instant]] = {}
        self.seats: dict[str, Seat] = {}
        self.sessions: dict[str, Shift] = {}
        self.live: dict[str, set[str]] = {}
        self.calls: dict[str, Dialed] = {}

    def request(self, user: str, tenant: str, now: Instant) -> Verdict:
        """A request: admitted and charged, or refused."""
        mine = self.requests.setdefault(user, [])
        minute, hour = (self.rules.cap(limit, tenant, now) for limit in ("api.minute", "api.hour"))
        lines = [Line(minute, mine, MINUTE, 1), Line(hour, mine, HOUR, 1)]
        refused = _refusal([(line.cap, line.used(now), line.opens()) for line in lines], now)
        if refused is None:
            mine.append(now)
            return Verdict("admitted")
        opens = max(line.opens() for line in lines)
        return refused._replace(retry_at=None if opens == NEVER else opens)

    def start(self, tenant: str, now: Instant) -> Verdict:
        """A start of a session."""
        live = self.live.setdefault(tenant, set())
        live -= {session for session in live if now >= self.ends(session)}
        cap = self.rules.cap("sessions.active", tenant, now)
        if len(live) < cap.amount:
            return Verdict("admitted")
        ends = sorted(map(self.ends, live))
        return Verdict("refused", cap.limit, len(live), ends[len(live) - cap.amount])

    def begin(self, session: str, tenant: str, agent: str, now: Instant) -> None:
        """The session that was started."""
        self.sessions[session] = Shift(tenant, agent, now)
        self.live[tenant].add(session)
        self.seats.setdefault(agent, Seat(tenant))

    def ends(self, session: str) -> Instant:
        """When its age ends a session."""
        return self.sessions[session].started_at + self.age

    def move(self, session: str, how: str, now: Instant) -> Verdict:
        """A pause, a resumption or an end."""
        shift = self.sessions[session]
        if now >= self.ends(session):
            return Verdict("conflict") if how == "end" else self._expired(session, now)
        shift.is_paused = how == "pause"
        if how == "end":
            for call in self._open_calls(shift.agent):
                if call.session == session and self.ended(call, now) is None:
                    call.end(now, "session")
            self._note_ends(shift.agent, now)
            self.live[shift.tenant].discard(session)
        return Verdict("ok")

    def next(self, session: str, lines: int, now: Instant) -> Verdict:
        """A try to place `lines` calls."""
        shift = self.sessions[session]
        if now >= self.ends(session):
            return self._expired(session, now)
        self._note_ends(shift.agent, now)
        found = self._limits(shift, lines, now, now)
        return _refusal(found, now, lambda: self._first_pass(shift, lines, now)) or Verdict("admitted")

    def hand_out(self, session: str, calls: list[tuple[str, str]], now: Instant) -> None:
        """The calls that were placed."""
        shift = self.sessions[session]
        seat = self.seats[shift.agent]
        deadline = now + self.rules.call_timeout(shift.agent, now) * SECOND + GRACE
        for call_id, contact in calls:
            self.calls[call_id] = Dialed(session, contact, now, deadline)
            seat.open.add(call_id)
        seat.calls += [now] * len(calls)
        shift.calls += [now] * len(calls)
        seat.last = max(seat.last, now)

    def ended(self, call: Dialed, at: Instant) -> Instant | None:
        """When the call had ended by an instant."""
        if call.ended_at is not None:
            return call.ended_at
        end = min(call.deadline or NEVER, self.ends(call.session))
        return end if end <= at else None

    def report(self, call_id: str, status: str, now: Instant) -> Verdict:
        """A dialer's report: final, or a call that rang out and is heard of again."""
        call = self.calls[call_id]
        shift = self.sessions[call.session]
        self._note_ends(shift.agent, now)
        is_over = now >= self.ends(call.session) or call.session not in self.live[shift.tenant]
        if status == call.status:
            return Verdict("ok")
        if call.ended_at is not None:
            is_guess = call.status == "no_answer" and call.ended_by != "dialer"
            if not is_guess or (status in ("ringing", "answered") and (is_over or call.ended_by != "ring")):
                return Verdict("conflict")
        call.status = status
        if status in ("ringing", "answered"):
            call.deadline = None if status == "answered" else call.deadline
            call.ended_at = None
            self.seats[shift.agent].open.add(call_id)
            return Verdict("ok")
        call.ended_at, call.ended_by, call.deadline = now, "dialer", None
        self._let_go(shift.agent, call_id, now)
        if status == "not_placed":
            for events in (self.seats[shift.agent].calls, shift.calls):
                del events[bisect_left(events, call.at)]
        return Verdict("ok")

    def dispose(self, call_id: str, *, reached: bool, now: Instant) -> Verdict:
        """How a conversation ended."""
        call = self.calls[call_id]
        agent = self.sessions[call.session].agent
        self._note_ends(agent, now)
        was_guessed = call.status == "no_answer" and call.ended_by != "dialer"
        if call.ended_at is None or (reached and was_guessed):
            call.status = "answered" if reached else call.status
            call.end(now, "disposition")
            self._let_go(agent, call_id, now)
        return Verdict("ok")

    def _expired(self, session: str, now: Instant) -> Verdict:
        return Verdict("refused", "session.age", (now - self.sessions[session].started_at) // SECOND, None)

    def _open_calls(self, agent: str) -> list[Dialed]:
        return [self.calls[call_id] for call_id in self.seats[agent].open]

    def _note_ends(self, agent: str, now: Instant) -> None:
        """Let calls go that have ended by now: the agent's gap begins at the last of them."""
        seat = self.seats[agent]
        for call_id in sorted(seat.open):
            call = self.calls[call_id]
            end = self.ended(call, now)
            if end is not None:
                if call.ended_at is None:
                    call.end(end, "ring" if end == call.deadline else "session")
                self._let_go(agent, call_id, end)

    def _let_go(self, agent: str, call_id: str, at: Instant) -> None:
        """A call has ended, or its end is known better: one that had rung out is on the list no more."""
        seat = self.seats[agent]
        seat.last = max(seat.last, at)
        seat.open.discard(call_id)

    def _limits(self, shift: Shift, lines: int, at: Instant, known_at: Instant) -> list[tuple[Cap, int, Instant]]:
        """Gap, hour and day: each with what is used, and when it opens by what is known at an instant."""
        seat = self.seats[shift.agent]
        gap, hour, day = (
            self.rules.cap(limit, shift.tenant, known_at, shift.agent)
            for limit in ("calls.gap", "calls.hour", "calls.day")
        )
        ends = [end for call in self._open_calls(shift.agent) if (end := self.ended(call, known_at)) is not None]
        windows = (Line(hour, seat.calls, HOUR, lines), Line(day, shift.calls, DAY, lines))
        opens = max([seat.last, *ends]) + gap.amount * SECOND
        return [(gap, 1, opens), *((line.cap, line.used(at), line.opens()) for line in windows)]

    def _first_pass(self, shift: Shift, lines: int, now: Instant) -> Instant | None:
        """The first instant at which all let it pass: between two things that time brings about nothing changes."""
        ends = [self.ended(call, NEVER) for call in self._open_calls(shift.agent)]
        turns = self.rules.agents[shift.agent].turns(now)
        stops = sorted({now, *turns, *(end for end in ends if end is not None and end > now)})
        for since, until in zip(stops, [*stops[1:], NEVER], strict=True):
            found = self._limits(shift, lines, since, since)
            opens = max([since, *(at for cap, _, at in found if cap.enforced)])
            if opens < until:
                return opens
        return None


def _never() -> Instant | None:
    return None


def _refusal(
    found: list[tuple[Cap, int, Instant]], now: Instant, first_pass: Callable[[], Instant | None] = _never
) -> Verdict | None:
    """The refusal of the limit that opens last, None if all of them let the try pass."""
    closed = [one for one in found if one[2] > now and one[0].enforced]
    if not closed:
        return None
    cap, used, _ = max(closed, key=lambda one: one[2])
    return Verdict("refused", cap.limit, used, first_pass())
