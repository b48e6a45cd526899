"""What people and dialers do on the naive floor: each deed says what must be answered, and writes it down."""

from collections.abc import Sequence

from tests.fakes.naive_floor import GRACE, NaiveFloor
from tests.fakes.naive_records import NaiveCall, NaiveSession, Said
from tests.fakes.naive_rules import DAY, HOUR, MINUTE, SECOND, Instant, NaiveAgent, Setting

OPEN_ORDER = ("initiated", "ringing", "answered")
REACHED = ("answered", "interested", "not_interested", "converted", "callback", "do_not_call")
CLOSING = ("not_interested", "converted", "do_not_call", "wrong_number")
OK, CONFLICT, MISSING = Said("ok"), Said("conflict"), Said("missing")
LIVE = ("active", "paused")


def next_midnight(now: Instant) -> Instant:
    """When the day after this one begins, in UTC."""
    return (now // DAY + 1) * DAY


class NaiveDeeds(NaiveFloor):
    """The naive floor with the deeds.

    `commit` gives back slots of calls that were not placed: until then nobody may have them. Their contacts may be had
    from some moment before on, when the log has it and has not said so yet.
    """

    def __init__(self) -> None:
        super().__init__()
        self._slots: list[NaiveCall] = []
        self._coming: dict[str, Instant] = {}

    def commit(self) -> None:
        """The log has it."""
        for call in self._slots:
            call.back = True
        for contact_id in list(self._coming):
            self._come_back(contact_id)
        self._slots = []

    def _come_back(self, contact_id: str) -> None:
        at = self._coming.pop(contact_id, None)
        if at is not None:
            contact = self.contacts[contact_id]
            contact.rank = contact.rank_before
            contact.due_at = at + (5 * MINUTE if contact.rank == 0 else 0)

    def take_request(self, user: str, now: Instant) -> Said:
        """A request: charged to its user's minute and hour, or refused."""
        said = self.ask_request(user, now)
        if said.what == "admitted":
            self.requests.append((user, now))
        return said

    def begin(self, session: NaiveSession) -> None:
        """A session was started."""
        self.sessions[session.id] = session

    def move(self, tenant: str, session_id: str, how: str, now: Instant) -> Said:
        """A session is paused, resumed or ended."""
        session = self.sessions[session_id]
        if session.tenant != tenant:
            return MISSING
        state = self.state(session, now)
        if state == "expired" and how != "end":
            return self.refuse_age(session, now)
        if state != {"pause": "active", "resume": "paused"}.get(how, state) or state not in LIVE:
            return CONFLICT
        session.active_at = session.active_at if how == "end" else now
        if how == "end":
            self._end(session, now)
        else:
            session.status = "paused" if how == "pause" else "active"
        return OK

    def _end(self, session: NaiveSession, now: Instant) -> None:
        for call in self.calls_of(session=session.id):
            self.fix(call, now)
            if call.ended_at is None:
                status = "completed" if call.status == "answered" else "no_answer"
                call.status, call.ended_at, call.ended_by, call.deadline = status, now, "session end", None
        session.status, session.ended_at = "completed", now

    def may_say(self, tenant: str, session_id: str, mode: str | None, asked: int | None, now: Instant) -> list[Said]:
        """What `next-contact` may be told: one thing, unless contacts have come due within the last second."""
        session = self.sessions[session_id]
        if session.tenant != tenant:
            return [MISSING]
        state = self.state(session, now)
        if state != "active":
            return [self.refuse_age(session, now) if state == "expired" else CONFLICT]
        lines = (asked or 3) if (mode or session.mode) == "predictive" else 1
        counts = self.counts(tenant, lines, now)
        found = [self.ask_next(session, max(1, count), now) for count in counts]
        return [
            Said("none") if said.what == "admitted" and count == 0 else said
            for said, count in zip(found, counts, strict=True)
        ]

    def counts(self, tenant: str, lines: int, now: Instant) -> range:
        """How many contacts a try for `lines` may find: an empty queue is looked at once a second only."""
        surely, perhaps = len(self.due(tenant, now - SECOND)), len(self.due(tenant, now))
        coming = [self.contacts[contact_id] for contact_id in self._coming]
        perhaps += sum(1 for one in coming if one.tenant == tenant and one.is_open and not one.barred)
        return range(min(lines, surely), min(lines, perhaps) + 1)

    def hand_out(self, session_id: str, calls: Sequence[tuple[str, str]], now: Instant) -> None:
        """Calls were handed out, each a call and its contact, who must have been due."""
        session = self.sessions[session_id]
        for _, contact_id in calls:
            self._come_back(contact_id)
        due = {contact.id for contact in self.due(session.tenant, now)}
        deadline = now + self.rules.call_timeout(session.agent, now) * SECOND + GRACE
        for call_id, contact_id in calls:
            assert contact_id in due, f"contact {contact_id} may not be called now"
            due.remove(contact_id)
            contact = self.contacts[contact_id]
            contact.rank_before, contact.rank = contact.rank, 2
            contact.due_at = max(next_midnight(now), now + HOUR)
            self.calls[call_id] = NaiveCall(
                call_id, session.tenant, session.id, session.agent, contact_id, now, deadline
            )
        session.active_at = now

    def report(self, tenant: str, call_id: str, status: str, now: Instant) -> Said:
        """A dialer reports on a call."""
        call = self.calls[call_id]
        if call.tenant != tenant:
            return MISSING
        stands, ended_at, by = self.seen(call, now)
        if status == stands:
            return OK
        if self._contradicts(call, status, now):
            return CONFLICT
        rang = now + (ended_at - call.at) if ended_at is not None and by == "ring timer" else call.deadline
        is_open = status in OPEN_ORDER
        if is_open and ended_at is not None:
            call.rang_out.append(ended_at)
        self.fix(call, now)
        call.status = status
        call.answered = call.answered or status in ("answered", "completed", "abandoned")
        call.deadline = rang if is_open and status != "answered" else None
        call.ended_at, call.ended_by = (None, None) if is_open else (now, "dialer")
        if status == "not_placed":
            self._slots.append(call)
            self._coming[call.contact] = now
        return OK

    def _contradicts(self, call: NaiveCall, status: str, now: Instant) -> bool:
        """Whether a report cannot be true after what is known already."""
        stands, ended_at, by = self.seen(call, now)
        is_open, rang_out = status in OPEN_ORDER, by == "ring timer"
        guessed = stands == "no_answer" and by != "dialer"
        is_over = self.state(self.sessions[call.session], now) not in LIVE
        if ended_at is not None and is_open and is_over:
            return True
        if ended_at is not None and not rang_out and not (guessed and not is_open):
            return True
        if is_open and ended_at is None and OPEN_ORDER.index(status) < OPEN_ORDER.index(stands):
            return True
        return status == "not_placed" and (stands in ("ringing", "answered") or call.disposition is not None)

    def dispose(
        self, tenant: str, call_id: str, word: str, now: Instant, callback_at: Instant | None, *, named: bool
    ) -> Said:
        """A dialer says how a conversation ended; unless the call is `named`, its contact's newest is meant."""
        call = self.calls[call_id]
        if call.tenant != tenant:
            return MISSING
        if not named:
            same = [one for one in self.calls_of(session=call.session) if one.contact == call.contact]
            call = max(same, key=lambda one: one.at)
            ended_at = self.seen(call, now).at
            if ended_at is not None and (ended_at <= now - 15 * MINUTE or ended_at - call.at >= DAY):
                return MISSING
        self.fix(call, now)
        guessed = call.status == "no_answer" and call.ended_by != "dialer"
        if call.ended_at is None or (word in REACHED and guessed):
            is_over = word in REACHED or call.status == "answered"
            call.status, call.answered = ("completed" if is_over else "no_answer"), call.answered or is_over
            call.ended_at, call.ended_by, call.deadline = now, "disposition", None
        call.disposition = word
        self.sessions[call.session].active_at = now
        self._settle(call, word, now, callback_at)
        return OK

    def _settle(self, call: NaiveCall, word: str, now: Instant, callback_at: Instant | None) -> None:
        contact = self.contacts[call.contact]
        contact.is_open = word not in CLOSING
        contact.rank = 0 if word == "callback" else 2
        contact.due_at = next_midnight(now)
        if word == "callback" and callback_at is not None:
            contact.due_at = max(now, callback_at)
        contact.barred = contact.barred or word in ("do_not_call", "wrong_number")

    def know_agent(self, agent: str, tenant: str, mode: str, now: Instant) -> None:
        """An agent was made."""
        self.rules.agents.setdefault(agent, NaiveAgent(tenant, mode, now))

    def edit_agent(self, agent: str, field: str, value: Setting, now: Instant, until: Instant | None) -> None:
        """An agent's own limit is edited."""
        self.rules.agents[agent].put(field, value, now, until)

    def edit_scope(
        self, scope: str, scope_id: str | None, limit: str, amount: int | None, now: Instant, *, enforced: bool
    ) -> None:
        """A tenant's, a tier's or the system's limit is edited."""
        self.write_down(now)
        self.rules.put(scope, scope_id, limit, amount, enforced=enforced)

    def assign(self, tenant: str, tier: str | None, now: Instant) -> None:
        """A tenant moves to a tier, or to none."""
        self.write_down(now)
        self.rules.tier_of.pop(tenant, None)
        if tier is not None:
            self.rules.tier_of[tenant] = tier

    def end_idle(self, now: Instant) -> None:
        """The job that ends sessions which did nothing for two hours and have no call open."""
        self.write_down(now)
        for session in self.sessions.values():
            talks = any(self.seen(call, now).at is None for call in self.calls_of(session=session.id))
            if session.status in LIVE and not talks and now - session.active_at >= 120 * MINUTE:
                self._end(session, now)
