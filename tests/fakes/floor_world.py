"""A seeded floor of agents that lives by itself: the facts behind `FloorGateway`, in the wire's own types."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

from app.wire.feed import (
    Abandonment,
    Changes,
    FloorAgent,
    FloorSession,
    FloorState,
    LimitChanged,
    LimitWarning,
    RefusalNote,
    Snapshot,
    Strip,
    WorstCampaign,
)
from tests.fakes.floor_minutes import per_minute
from tests.fakes.floor_names import FIRST, LAST

CAMPAIGNS = ("Spring renewals", "Collections A", "Collections B", "Outbound East", "Win-back 2026")
PRESETS = {"preview": 40, "power": 100, "predictive": 150}
START = datetime(2026, 11, 24, 14, 5, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)
LIVELY: tuple[tuple[FloorState, float], ...] = (
    ("on_call", 0.42),
    ("dialing", 0.18),
    ("waiting", 0.14),
    ("wrap_up", 0.14),
    ("paused", 0.12),
)
SENTENCES = {
    "calls_per_hour": "Call rate limit exceeded: {limit} calls per hour allowed",
    "call_gap": "The next call may go {gap} s after the last one",
    "calls_per_day": "Daily call limit exceeded: 800 calls per day allowed",
}


@dataclass(slots=True)
class Person:
    """One agent of the fake floor, mutable as life is."""

    id: str
    name: str
    mode: str
    campaign: str
    state: FloorState
    since: datetime
    started: datetime | None
    pace: float
    own_limit: int | None = None
    timeout: int = 30
    delay: int = 2
    enforcement: str = "enforce"
    own_delay: int | None = None
    own_enforcement: Literal["enforce", "alert-only"] | None = None
    revision: int = 1
    session_calls: int = 0
    calls: list[datetime] = field(default_factory=list)
    refusals: list[tuple[datetime, str]] = field(default_factory=list)
    edits: list[LimitChanged] = field(default_factory=list)
    answered: int = 0
    finished: int = 0
    ended: bool = False
    until: datetime | None = None
    empty_since: datetime | None = None

    @property
    def limit(self) -> int:
        return PRESETS[self.mode] if self.own_limit is None else self.own_limit


class FloorWorld:
    """Agents, an engine's clock that moves when told to, and the messages a feed would carry."""

    def __init__(self, agents: int = 24, seed: int = 7, now: datetime = START) -> None:
        self.now = now
        self.engine_started_at = now - 9 * HOUR
        self.seq = 1
        self.revision = 40
        self.tenant = "Northgate Collections"
        self._dice = random.Random(seed)
        self.people = [self._person(at) for at in range(agents)]
        self.by_id = {person.id: person for person in self.people}
        self._unsaid: list[LimitChanged] = []
        self._touched: set[str] = set()

    def _person(self, at: int) -> Person:
        dice = self._dice
        mode = dice.choices(("power", "predictive", "preview"), (0.6, 0.25, 0.15))[0]
        name = f"{FIRST[at % len(FIRST)]} {LAST[(at * 5 + at // len(FIRST)) % len(LAST)]}"
        state = dice.choices([s for s, _ in LIVELY], [w for _, w in LIVELY])[0]
        age = dice.uniform(0.6, 7.9) * 3600 if at % 23 == 11 else dice.uniform(0.4, 6.6) * 3600
        if at % 23 == 11:
            age = 7.55 * 3600
        person = Person(
            id=f"0198c000-0000-7000-8000-{at:012d}",
            name=name,
            mode=mode,
            campaign=dice.choice(CAMPAIGNS),
            state=state,
            since=self.now - timedelta(seconds=int(abs(dice.gauss(0, 150))) + 2),
            started=self.now - timedelta(seconds=int(age)),
            pace=dice.uniform(0.25, 1.0),
        )
        if at % 11 == 7:
            person.state, person.started = "offline", None
            return person
        if at % 6 == 2:
            person.own_limit = 80
        self._history(person)
        return person

    def _history(self, person: Person) -> None:
        dice = self._dice
        share = 1.0 if person.id.endswith(("3", "8")) and dice.random() < 0.5 else person.pace * 0.97
        for _ in range(int(person.limit * share)):
            person.calls.append(self.now - timedelta(seconds=dice.uniform(5, 3590)))
        person.calls.sort()
        person.finished = max(1, int(len(person.calls) * 0.96))
        person.answered = int(person.finished * dice.uniform(0.18, 0.45))
        hours = (self.now - person.started) / HOUR if person.started else 0
        person.session_calls = len(person.calls) + int(max(0.0, hours - 1) * person.limit * person.pace * 0.8)
        if len(person.calls) >= person.limit:
            person.state, person.since = "blocked", self.now - timedelta(seconds=dice.randint(20, 400))
            for _ in range(dice.randint(2, 9)):
                person.refusals.append((self.now - timedelta(seconds=dice.uniform(1, 900)), "calls_per_hour"))
        elif dice.random() < 0.3:
            person.refusals.append((self.now - timedelta(seconds=dice.uniform(60, 3000)), "call_gap"))
        person.refusals.sort()

    def advance(self, seconds: float) -> Changes:
        """Let time pass and say what changed, as the feed would."""
        self.now += timedelta(seconds=seconds)
        self.seq += 1
        for person in self._dice.sample(self.people, max(1, len(self.people) // 20)):
            self._live(person)
        for person in self.people:
            if person.calls and person.calls[0] <= self.now - HOUR:
                self._touched.add(person.id)
        touched, self._touched = self._touched, set()
        limits, self._unsaid = self._unsaid, []
        rows = [self.row(self.by_id[id_]) for id_ in sorted(touched)]
        return Changes(seq=self.seq, now=self.now, strip=self.strip(), agents=rows, limits=limits)

    def heartbeat(self) -> Changes:
        """A second passes on a quiet floor."""
        self.now += timedelta(seconds=1)
        self.seq += 1
        return Changes(seq=self.seq, now=self.now)

    def edits_only(self) -> Changes:
        """What an edit sends at once, between two ordinary messages."""
        self.seq += 1
        touched, self._touched = self._touched, set()
        limits, self._unsaid = self._unsaid, []
        return Changes(seq=self.seq, now=self.now, agents=[self.row(self.by_id[id_]) for id_ in touched], limits=limits)

    def warn(self, person: Person) -> Changes:
        """A level came near its limit."""
        self.seq += 1
        warning = LimitWarning(
            kind="near_limit",
            limit_id="calls.hour",
            subject=person.name,
            subject_id=person.id,
            used=len(person.calls),
            limit=person.limit,
            at=self.now,
        )
        return Changes(seq=self.seq, now=self.now, warnings=[warning])

    def _live(self, person: Person) -> None:
        self._touched.add(person.id)
        if person.state == "offline" or person.ended:
            return
        self._prune(person)
        if person.state == "paused" and self._dice.random() < 0.9:
            return
        nxt: dict[str, FloorState] = {
            "waiting": "dialing",
            "dialing": "on_call",
            "on_call": "wrap_up",
            "wrap_up": "waiting",
            "paused": "waiting",
            "blocked": "blocked",
        }
        after = nxt[person.state]
        if after == "dialing":
            after = self._place(person)
        if after != person.state:
            person.state, person.since = after, self.now

    def _place(self, person: Person) -> FloorState:
        if len(person.calls) >= person.limit:
            person.refusals.append((self.now, "calls_per_hour"))
            return "blocked"
        person.calls.append(self.now)
        person.session_calls += 1
        person.finished += 1
        person.answered += self._dice.random() < 0.3
        return "dialing"

    def _prune(self, person: Person) -> None:
        edge = self.now - HOUR
        person.calls = [at for at in person.calls if at > edge]
        person.refusals = [refused for refused in person.refusals if refused[0] > edge]
        if person.state == "blocked" and len(person.calls) < person.limit:
            person.state, person.since = "waiting", self.now

    def set_limit(self, person: Person, amount: int | None, by: str, reason: str) -> LimitChanged:
        """Another supervisor edits; the change waits for the next message."""
        self.revision += 1
        edit = LimitChanged(
            revision=self.revision,
            scope="agent",
            scope_id=person.id,
            subject=person.name,
            field="maxCallsPerHour",
            before=person.own_limit if person.own_limit is not None else PRESETS[person.mode],
            after=amount,
            by=by,
            reason=reason,
            at=self.now,
        )
        person.own_limit, person.revision = amount, self.revision
        self.record(person, edit)
        return edit

    def record(self, person: Person, edit: LimitChanged) -> None:
        """Keep an edit and let the next message carry it."""
        person.edits.insert(0, edit)
        self._unsaid.append(edit)
        self._touched.add(person.id)

    def tell(self, edit: LimitChanged) -> None:
        """Let the next message carry an edit that is of no agent."""
        self._unsaid.append(edit)

    def touch(self, person: Person) -> None:
        """Let the next message carry this agent's row."""
        self._touched.add(person.id)

    def row(self, person: Person) -> FloorAgent:
        """The agent as the floor table's row."""
        edge = self.now - HOUR
        calls = [at for at in person.calls if at > edge]
        first = self.now.replace(second=0, microsecond=0) - timedelta(minutes=59)
        slot = calls[0] + HOUR if calls else None
        full = len(calls) >= person.limit
        return FloorAgent(
            id=person.id,
            name=person.name,
            mode=person.mode,
            state=person.state,
            state_since=person.since,
            session=self._session(person),
            hour_used=len(calls),
            hour_limit=person.limit,
            limit_source="system" if person.own_limit is None else "agent",
            enforcement=person.own_enforcement or ("enforce" if person.enforcement == "enforce" else "alert-only"),
            next_slot_at=slot,
            blocked_until=slot if full else None,
            minutes=per_minute(calls, first),
            minutes_end=self.now,
            finished_hour=person.finished,
            answered_hour=person.answered,
            refusals_hour=len(person.refusals),
            last_refusal=self._note(person, slot),
            calls_per_hour=person.own_limit,
            call_timeout=person.timeout,
            auto_dial_delay=person.delay if person.own_delay is None else person.own_delay,
            own_auto_dial_delay=person.own_delay,
            own_enforcement=person.own_enforcement,
            revision=person.revision,
            limits_until=person.until,
            refused_minutes=per_minute([at for at, _ in person.refusals], first) if person.refusals else [],
            queue_empty_since=person.empty_since if person.state == "waiting" else None,
        )

    def _note(self, person: Person, slot: datetime | None) -> RefusalNote | None:
        if not person.refusals:
            return None
        at, code = person.refusals[-1]
        sentence = SENTENCES[code].format(limit=person.limit, gap=person.delay)
        return RefusalNote(code=code, sentence=sentence, at=at, retry_at=slot, count=len(person.refusals))

    def _session(self, person: Person) -> FloorSession | None:
        if person.started is None or person.ended:
            return None
        return FloorSession(
            id=person.id.replace("0198c000", "0198d000"),
            status="paused" if person.state == "paused" else "active",
            mode=person.mode,
            campaign_id=None,
            campaign=person.campaign,
            started_at=person.started,
            expires_at=person.started + 8 * HOUR,
            paused_at=person.since if person.state == "paused" else None,
            paused_seconds=900,
            last_activity_at=self.now,
            calls=person.session_calls,
            calls_limit=800,
            attempted=person.session_calls,
            reached=int(person.session_calls * 0.3),
            converted=int(person.session_calls * 0.04),
        )

    def strip(self) -> Strip:
        """The head of the floor view."""
        reasons: dict[str, int] = {}
        for person in self.people:
            for _, code in person.refusals:
                reasons[code] = reasons.get(code, 0) + 1
        live = sum(person.answered for person in self.people)
        minute_ago = self.now - timedelta(minutes=1)
        return Strip(
            sessions_active=sum(1 for p in self.people if p.started is not None and not p.ended),
            sessions_limit=max(5, len(self.people)),
            calls_hour=sum(len(person.calls) for person in self.people),
            calls_minute=sum(1 for p in self.people for at in p.calls[-6:] if at > minute_ago),
            answered_hour=live,
            finished_hour=sum(person.finished for person in self.people),
            refusals_hour=reasons,
            abandonment_today=Abandonment(live=live * 4, abandoned=int(live * 4 * 0.018)),
            abandonment_30d=Abandonment(live=live * 90, abandoned=int(live * 90 * 0.021)),
            decision_p99_ms=1.8,
            abandonment_worst=WorstCampaign(
                campaign_id="c-1", campaign=CAMPAIGNS[0], live=2_040, abandoned=53, drops_left=8, stage="one_line"
            ),
        )

    def snapshot(self) -> Snapshot:
        """Everything, as after a (re)connection."""
        return Snapshot(
            seq=self.seq,
            now=self.now,
            engine_started_at=self.engine_started_at,
            tenant_id="0198a000-0000-7000-8000-000000000001",
            tenant=self.tenant,
            strip=self.strip(),
            agents=[self.row(person) for person in self.people],
        )
