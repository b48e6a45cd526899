"""A small exact engine for simulated agents that raises on every request that makes no sense."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from app.client.dialer_requests import (
    CallStatus,
    DialerRequest,
    Disposition,
    NextContact,
    Pause,
    Resume,
    Start,
    Status,
    Stop,
)
from app.client.outcomes import Answered, AnyOutcome, Limited, Refused
from tests.fakes.wire_answers import (
    call_answer,
    handed_out,
    limited,
    refusal,
    session_answer,
    started,
    status_answer,
)

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
FINAL = frozenset({"completed", "no_answer", "busy", "voicemail", "failed", "abandoned", "not_placed"})
MAY_FOLLOW: dict[str, frozenset[str]] = {
    "initiated": FINAL - {"completed", "abandoned"} | {"ringing", "answered"},
    "ringing": FINAL - {"completed", "abandoned", "not_placed"} | {"answered"},
    "answered": frozenset({"completed", "abandoned"}),
}
ROUND_TRIP = msgspec.json.Decoder(DialerRequest)


class Nonsense(AssertionError):
    """A brain asked for what no dialer would ask."""


@dataclass(slots=True)
class Call:
    """A call that was handed out, and where it stands."""

    agent: int
    at: int
    status: str = "initiated"
    disposition: str | None = None


@dataclass(slots=True)
class Desk:
    """What one agent used, and the session it has."""

    session_id: str = ""
    status: str = "none"
    tries: deque[int] = field(default_factory=deque)
    calls: deque[int] = field(default_factory=deque)


@dataclass(slots=True)
class StrictFloor:
    """A `Transport` with 60 requests a minute a user and `hourly` calls an hour an agent, both exact windows.

    `trouble` may answer in the engine's place; the strict checks come first all the same.
    """

    hourly: int = 100
    least_ring: int = 15 * SECOND
    trouble: Callable[[int, DialerRequest, int], AnyOutcome | None] = lambda _agent, _request, _now: None
    desks: dict[int, Desk] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)
    asked: list[tuple[int, int, DialerRequest]] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    muddled: set[str] = field(default_factory=set)
    now: int = 0

    def ask(self, agent: int, request: DialerRequest, now: int) -> AnyOutcome:
        if now < self.now:
            raise Nonsense("time went back")
        self.now = now
        self.asked.append((now, agent, request))
        if ROUND_TRIP.decode(msgspec.json.encode(request)) != request:
            raise Nonsense(f"{request} does not survive the wire")
        desk = self.desks.setdefault(agent, Desk())
        self._check(agent, desk, request)
        outcome = self.trouble(agent, request, now) or self._answer(agent, desk, request)
        if isinstance(outcome, Limited):
            self.codes[outcome.body.code] += 1
        if not isinstance(outcome, Answered) and isinstance(request, CallStatus | Disposition):
            # A report was lost on the way, so the next one may rightly seem to come from nowhere.
            self.muddled.add(request.call_id or "")
        return outcome

    def _check(self, agent: int, desk: Desk, request: DialerRequest) -> None:
        session_id = getattr(request, "session_id", None)
        if session_id is not None and session_id != desk.session_id:
            raise Nonsense(f"{request} names a session that is not the agent's")
        if isinstance(request, NextContact) and (request.lines or 1) > 1 and desk.status == "none":
            raise Nonsense("lines without a session")
        call_id = request.call_id if isinstance(request, CallStatus | Disposition) else None
        if call_id is not None and self.calls[call_id].agent != agent:
            raise Nonsense(f"{request} names another agent's call")
        if isinstance(request, Disposition) and request.contact_id != f"contact-of-{call_id}":
            raise Nonsense(f"{request} names another call's contact")

    def _answer(self, agent: int, desk: Desk, request: DialerRequest) -> AnyOutcome:
        late = self._window(desk.tries, MINUTE, 60, 1)
        if late is not None:
            return Limited(body=limited("api_requests_per_minute", late))
        desk.tries.append(self.now)
        match request:
            case Start() | Pause() | Resume() | Stop():
                return self._change(agent, desk, request)
            case Status():
                return Answered(answer=status_answer(request.session_id, desk.status))
            case NextContact():
                return self._hand_out(agent, desk, request)
            case CallStatus():
                return self._hear(request)
            case Disposition():
                return self._dispose(request)

    def _change(self, agent: int, desk: Desk, request: Start | Pause | Resume | Stop) -> AnyOutcome:
        before, after = {
            Start: ({"none", "completed"}, "active"),
            Pause: ({"active"}, "paused"),
            Resume: ({"paused"}, "active"),
            Stop: ({"active", "paused"}, "completed"),
        }[type(request)]
        if desk.status not in before:
            return Refused(status=409, body=refusal("conflict"))
        desk.status = after
        if isinstance(request, Start):
            desk.session_id = f"session {agent} {self.now}"
            return Answered(answer=started(desk.session_id))
        return Answered(answer=session_answer(desk.session_id, after))

    def _hand_out(self, agent: int, desk: Desk, request: NextContact) -> AnyOutcome:
        if desk.status != "active":
            return Refused(status=409, body=refusal("conflict"))
        lines = min(request.lines or 1, self.hourly)
        late = self._window(desk.calls, HOUR, self.hourly, lines)
        if late is not None:
            return Limited(body=limited("calls_per_hour", late))
        call_ids = [f"call {len(self.calls) + line}" for line in range(lines)]
        desk.calls += [self.now] * lines
        self.calls |= {call_id: Call(agent=agent, at=self.now) for call_id in call_ids}
        return Answered(answer=handed_out(call_ids))

    def _hear(self, request: CallStatus) -> AnyOutcome:
        call = self.calls[request.call_id]
        if request.status not in MAY_FOLLOW.get(call.status, frozenset()):
            return self._conflict(request, f"went from {call.status} to {request.status}")
        if request.status == "no_answer" and self.now - call.at < self.least_ring:
            raise Nonsense("an unanswered call was cut within 15 seconds (47 CFR 64.1200(a)(6))")
        call.status = request.status
        return Answered(answer=call_answer(request.call_id, request.status))

    def _dispose(self, request: Disposition) -> AnyOutcome:
        call = self.calls[request.call_id or ""]
        if call.disposition is not None or call.status not in FINAL:
            return self._conflict(request, f"of a call that stands at {call.status}, {call.disposition}")
        call.disposition = request.disposition
        return Answered(answer=session_answer(request.session_id))

    def _conflict(self, request: CallStatus | Disposition, what: str) -> AnyOutcome:
        if request.call_id not in self.muddled:
            raise Nonsense(f"{request} {what}")
        return Refused(status=409, body=refusal("conflict"))

    def _window(self, events: deque[int], width: int, amount: int, wanted: int) -> int | None:
        """Seconds until `wanted` more fit into (now - width, now], None if they do."""
        while events and events[0] <= self.now - width:
            events.popleft()
        excess = len(events) + wanted - amount
        return None if excess <= 0 else -(-(events[excess - 1] + width - self.now) // SECOND)
