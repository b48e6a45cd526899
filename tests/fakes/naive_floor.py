"""The floor as a child would keep it: every event in a list, counted anew for every question.

It never notices, settles or forgets anything: what time has brought about by an instant is worked out from what
people did. Nothing of the program is imported.
"""

from collections.abc import Callable, Iterable

from tests.fakes.naive_records import Ended, NaiveCall, NaiveContact, NaiveSession, Said
from tests.fakes.naive_rules import DAY, HOUR, MINUTE, SECOND, Cap, Instant, NaiveRules

GRACE = 10 * SECOND
Judged = tuple[Cap, int, bool]
"""A limit, how much of it is used, and whether it lets the try pass."""


class NaiveFloor:
    """Every tenant's events, and what a decision on top of them must be."""

    def __init__(self) -> None:
        self.rules = NaiveRules()
        self.tenant_of: dict[str, str] = {}
        self.requests: list[tuple[str, Instant]] = []
        self.sessions: dict[str, NaiveSession] = {}
        self.calls: dict[str, NaiveCall] = {}
        self.contacts: dict[str, NaiveContact] = {}

    # What time brought about

    def expiry(self, session: NaiveSession) -> Instant | None:
        """When the session's age ends it; None if it has ended already, or if its age only alerts."""
        cap = self.rules.cap("session.age", session.tenant, 0)
        if session.status not in ("active", "paused") or not cap.enforced:
            return None
        return session.started_at + cap.amount * SECOND

    def state(self, session: NaiveSession, at: Instant) -> str:
        """Active, paused, completed or expired."""
        expiry = self.expiry(session)
        return session.status if expiry is None or at < expiry else "expired"

    def seen(self, call: NaiveCall, at: Instant) -> Ended:
        """How the call stands: it may have rung out, or ended with its session."""
        if call.ended_at is not None:
            return Ended(call.status, call.ended_at, call.ended_by)
        expiry = self.expiry(self.sessions[call.session])
        ends: list[tuple[Instant, str]] = []
        if call.deadline is not None:
            ends.append((call.deadline, "ring timer"))
        if expiry is not None:
            ends.append((max(expiry, call.at), "session end"))
        due = [end for end in ends if end[0] <= at]
        if not due:
            return Ended(call.status, None, None)
        ended_at, by = min(due, key=lambda end: end[0])
        is_over = by == "session end" and call.status == "answered"
        return Ended("completed" if is_over else "no_answer", ended_at, by)

    def write_down(self, now: Instant) -> None:
        """Fix what has expired by now: an age that is edited later does not raise the dead."""
        for session in self.sessions.values():
            if self.state(session, now) == "expired" and session.status != "expired":
                for call in self.calls_of(session=session.id):
                    self.fix(call, now)
                session.ended_at = self.expiry(session)
                session.status = "expired"

    def fix(self, call: NaiveCall, now: Instant) -> None:
        """Write down how the call stands."""
        call.status, call.ended_at, call.ended_by = self.seen(call, now)
        if call.ended_at is not None:
            call.deadline = None

    def calls_of(self, agent: str | None = None, session: str | None = None) -> list[NaiveCall]:
        """The calls of an agent, or of a session."""
        return [call for call in self.calls.values() if agent == call.agent or session == call.session]

    def ends_of(self, call: NaiveCall, at: Instant) -> list[Instant]:
        """When the call had ended; an end more than a day after the hand-out is a correction, and holds nobody up."""
        end = self.seen(call, at).at
        return [one for one in (*call.rang_out, *([end] if end is not None else [])) if one - call.at < DAY]

    # Decisions

    def ask_request(self, user: str, now: Instant) -> Said:
        """What a request must be told by the API limits of its user."""
        tenant = self.tenant_of[user]
        mine = [at for who, at in self.requests if who == user]
        minute, hour = (self.rules.cap(limit, tenant, now) for limit in ("api.minute", "api.hour"))

        def judged(at: Instant, _: Instant) -> list[Judged]:
            return [_window(minute, mine, MINUTE, 1, at), _window(hour, mine, HOUR, 1, at)]

        return decide(judged, [at + window for at in mine for window in (MINUTE, HOUR)], now)

    def ask_start(self, tenant: str, now: Instant) -> Said:
        """What a start must be told by the tenant's limit of sessions."""
        cap = self.rules.cap("sessions.active", tenant, now)
        own = [session for session in self.sessions.values() if session.tenant == tenant]

        def judged(at: Instant, _: Instant) -> list[Judged]:
            live = sum(1 for session in own if self.state(session, at) in ("active", "paused"))
            return [(cap, live, live < cap.amount)]

        expiries = [self.expiry(session) for session in own]
        return decide(judged, [at for at in expiries if at is not None], now)

    def ask_next(self, session: NaiveSession, lines: int, now: Instant) -> Said:
        """What a try to place `lines` calls must be told."""

        def judged(at: Instant, known_at: Instant) -> list[Judged]:
            return self._judge_call(session, lines, at, known_at)

        said = decide(judged, self._moments(session, now), now)
        return said._replace(lines=lines) if said.what == "admitted" else said

    def refuse_age(self, session: NaiveSession, now: Instant) -> Said:
        """What whoever asks for an expired session is told."""
        cap = self.rules.cap("session.age", session.tenant, now)
        return Said("refused", cap, (now - session.started_at) // SECOND, None)

    def _judge_call(self, session: NaiveSession, lines: int, at: Instant, known_at: Instant) -> list[Judged]:
        """Age, gap, hour and day of a try at one instant, by what is known at another."""
        agent, tenant = session.agent, session.tenant
        age, gap, hour, day = (
            self.rules.cap(limit, tenant, known_at, agent)
            for limit in ("session.age", "calls.gap", "calls.hour", "calls.day")
        )
        calls = self.calls_of(agent=agent)
        ends = [end for call in calls for end in self.ends_of(call, known_at)]
        last = max([*(call.at for call in calls), *ends], default=-DAY)
        charged = [call.at for call in calls if not call.back]
        in_session = [call.at for call in self.calls_of(session=session.id) if not call.back]
        return [
            (age, (at - session.started_at) // SECOND, at < session.started_at + age.amount * SECOND),
            (gap, 1, at >= last + gap.amount * SECOND),
            _window(hour, charged, HOUR, lines, at),
            _window(day, in_session, DAY, lines, at),
        ]

    def _moments(self, session: NaiveSession, now: Instant) -> list[Instant]:
        """Every instant at which anything may change by itself for a try of this session."""
        own = self.rules.agents[session.agent]
        turns = own.turns(now)
        gaps = [self.rules.cap("calls.gap", session.tenant, at, session.agent).amount for at in (now, *turns)]
        calls = self.calls_of(agent=session.agent)
        ends = [end for call in calls for end in self.ends_of(call, 1 << 62)]
        rests = [at + gap * SECOND for at in (*ends, *(call.at for call in calls)) for gap in gaps]
        windows = [call.at + window for call in calls for window in (HOUR, DAY)]
        days = [call.at + DAY for call in self.calls_of(session=session.id)]
        return [*turns, *ends, *rests, *windows, *days]

    # Contacts

    def due(self, tenant: str, at: Instant) -> list[NaiveContact]:
        """The contacts of a tenant that may be called."""
        return [
            contact
            for contact in self.contacts.values()
            if contact.tenant == tenant and contact.is_open and not contact.barred and contact.due_at <= at
        ]

    def edges(self, now: Instant) -> list[Instant]:
        """Instants ahead at which something opens, closes, ends or comes back."""
        found = [at + window for _, at in self.requests for window in (MINUTE, HOUR)]
        for call in self.calls.values():
            found += [call.at + HOUR, call.at + DAY, *([call.deadline] if call.deadline is not None else [])]
        found += [at for at in map(self.expiry, self.sessions.values()) if at is not None]
        found += [at for agent in self.rules.agents.values() for at in agent.turns(now)]
        return sorted({at for at in found if at > now})


def decide(judged: Callable[[Instant, Instant], list[Judged]], moments: Iterable[Instant], now: Instant) -> Said:
    """Ask every limit now; if one refuses, try every instant at which anything changes until all let the try pass.

    The limit that decides is the one that would open last if it were alone and nothing else happened.
    """
    closed = [(place, cap, used) for place, (cap, used, passes) in enumerate(judged(now, now)) if not passes]
    refusing = [(place, cap, used) for place, cap, used in closed if cap.enforced]
    if not refusing:
        return Said("admitted", lines=1, warned=tuple((cap.limit, used) for _, cap, used in closed))
    later = sorted({at for at in moments if at > now})

    def opens(place: int) -> Instant:
        return next((at for at in later if judged(at, now)[place][2]), 1 << 62)

    def lets_pass(at: Instant) -> bool:
        # An age that is over by then is another refusal's matter: the agent's limits hold for its next session too.
        return all(passes or not cap.enforced or cap.limit == "session.age" for cap, _, passes in judged(at, at))

    _, cap, used = max(refusing, key=lambda one: opens(one[0]))
    return Said("refused", cap, used, next((at for at in later if lets_pass(at)), None))


def _window(cap: Cap, events: list[Instant], window: int, lines: int, at: Instant) -> Judged:
    used = sum(1 for event in events if at - window < event <= at)
    return cap, used, used + lines <= cap.amount
