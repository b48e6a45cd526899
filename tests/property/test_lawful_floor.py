"""Two hundred agents over all zones through a Sunday on which the clocks change, and the Monday after it.

Each contact that is handed out is asked of the naive check, which shares no code with ours, at the hand-out and at the
end of the ringing; and whoever had lawful hours on a day was called on that day.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from app.bootstrap.calling import lawful_queue
from app.clock import ManualClock
from app.compliance.places import place_of
from app.compliance.question import CallMode, Purpose
from app.compliance.timetable import Terms
from app.controller.call_status import ReportCall, report_call
from app.controller.calling import RING_GUARD_S
from app.controller.change import Change
from app.controller.floor import Floor, Ports
from app.controller.next_contact import NextContact, next_contact
from app.controller.outcomes import Done, Limited, Outcome
from app.controller.start import Start, start
from app.engine.calling import CallingSettings, RulesMode
from app.engine.calls import CallStatus
from app.engine.events import Fact
from app.engine.limits import DialingMode, Enforcement, LimitId
from app.engine.people import Contact, Identity, Role
from app.engine.rulebook import Scope, Setting
from app.engine.usage import Usage
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Id, Instant
from app.ids import new_id
from app.wire.base import instant_of, utc
from db.contacts_store import SqliteContactLists
from db.directory_sqlite import SqliteDirectory
from db.queue_sqlite import SqliteQueue
from db.usage_memory import MemoryUsageStore
from tests.fakes.log_folder import LogFolder
from tests.fakes.memory_journal import MemoryJournal
from tests.fakes.naive_compliance import CODES, Case, fails
from tests.scenarios.harness import _deed

T = TypeVar("T")
AGENTS = 200
HOURLY = 5
"""Calls an hour that each agent is allowed: the throttle refuses too, and still nobody is forgotten."""

STEP = 10 * MINUTE
RING_S = 30
GUARD = (RING_S + RING_GUARD_S) * SECOND
SUNDAY = instant_of(datetime(2026, 11, 1, tzinfo=UTC))
"""Daylight saving ends in the night to this Sunday, on which some states ban calls."""

DAYS = 2
STATES = ("", "", "", "CA", "FL", "TX", "AL", "HI", "RI")
ZONES = ("", "", "America/Los_Angeles", "America/New_York", "Pacific/Guam", "America/Phoenix")


class LawfulFloor:
    """Two hundred agents of a tenant that enforces the rules, each in sessions of its own; every row is the log's own.

    What a dialer asks goes through the use cases that the wire asks, throttle and all: `next_contact` charges a call an
    hour, a session and a gap, and a session that is 8 h old is replaced.
    """

    def __init__(self, root: Path) -> None:
        self.log = LogFolder(root)
        self.log.connection.execute("PRAGMA synchronous=OFF")
        self.contacts = self._import()
        queue, directory = SqliteQueue(self.log.connection), SqliteDirectory(self.log.connection)
        usage = Usage()
        ports = Ports(
            clock=ManualClock(SUNDAY),
            usage=MemoryUsageStore(usage),
            journal=MemoryJournal(lambda _: None),
            directory=directory,
            agents=directory,
            queue=queue,
            new_id=new_id,
        )
        self.floor = Floor(ports, usage)
        self.floor.tenants[self.log.tenant.id] = self.log.tenant
        key = (Scope.TENANT, self.log.tenant.id, LimitId.SESSIONS_ACTIVE)
        room = Setting(amount=2 * AGENTS, enforcement=Enforcement.ENFORCE, revision=1)
        self.floor.rulebook = self.floor.rulebook.with_setting(key, room, 1)
        self.lawful = self.floor.lawful = lawful_queue(self.log.connection, queue)
        self.lawful.calling.put_settings(self.log.tenant.id, None, CallingSettings(mode=RulesMode.ENFORCE))
        self.called: list[tuple[Instant, Contact]] = []
        self.hourly: dict[str, list[Instant]] = {}
        self.refused: Counter[str] = Counter()
        self._by_id = {contact.id: contact for contact in self.contacts}
        self._crew = [self._identity(number) for number in range(AGENTS)]
        self._sessions: dict[str, Id] = {}
        self._open: dict[str, Id] = {}

    def _identity(self, number: int) -> Identity:
        user = f"agent {number}"
        return Identity(tenant_id=self.log.tenant.id, user_id=new_id(SUNDAY), user=user, role=Role.DIALER)

    def ask(self, number: int, now: Instant) -> bool:
        """One agent asks for its next contact; False if there was nobody."""
        identity = self._crew[number]
        self._end_call(identity, now)
        intent = self._intent(identity, now)
        answer = self._decide(lambda change: next_contact(change, identity, intent, now))
        if isinstance(answer, Limited):
            self.refused[answer.refused.limit.limit_id.value] += 1
            if answer.refused.limit.limit_id is LimitId.SESSION_AGE:
                del self._sessions[identity.user_id]
            return True
        assert isinstance(answer, Done)
        handed = answer.answer
        if handed.contact is None or handed.call_id is None:
            return False
        self._open[identity.user_id] = handed.call_id
        self.called.append((now, self._by_id[str(handed.contact["id"])]))
        self.hourly.setdefault(identity.user_id, []).append(now)
        return True

    def _intent(self, identity: Identity, now: Instant) -> NextContact:
        if identity.user_id not in self._sessions:
            begun = self._decide(lambda change: start(change, identity, Start(mode=DialingMode.POWER), now))
            assert isinstance(begun, Done)
            self._sessions[identity.user_id] = begun.answer.session.id
            self._limit(identity)
        return NextContact(session_id=self._sessions[identity.user_id])

    def _limit(self, identity: Identity) -> None:
        agent_id = self.floor.agent_of_user[identity.user_id]
        book = self.floor.rulebook
        settings = book.agent(agent_id)
        assert settings is not None
        limited = msgspec.structs.replace(settings, max_calls_per_hour=HOURLY, call_timeout=RING_S)
        self.floor.rulebook = book.with_agent(agent_id, limited, book.revision + 1)

    def _end_call(self, identity: Identity, now: Instant) -> None:
        call_id = self._open.pop(identity.user_id, None)
        if call_id is not None:
            ended = ReportCall(call_id=call_id, status=CallStatus.NO_ANSWER)
            self._decide(lambda change: report_call(change, identity, ended, now - SECOND))

    def _decide(self, use_case: Callable[[Change], Outcome[T]]) -> Outcome[T]:
        """As the wire does it: what was decided is written whatever the outcome, and then published."""
        change = Change(self.floor)
        outcome = use_case(change)
        facts: list[Fact] = list(change.facts)
        if facts:
            self.log.write(*facts)
            self.floor.committed(facts)
        return outcome

    def _import(self) -> list[Contact]:
        lists = SqliteContactLists(self.log.connection, new_id)
        list_id, into = lists.open_list("Acme", None, bytes(32), _deed(SUNDAY))
        made = list(_drawn(into.tenant_id))
        for first in range(0, len(made), 200):
            lists.add(list_id, made[first : first + 200], 0, SUNDAY - DAY)
        return made


def _drawn(tenant_id: str) -> Iterator[Contact]:
    draw = random.Random(11)
    for code, row in CODES.items():
        for number in range(4):
            fields: dict[str, object] = {}
            if number > 1:
                fields = {"State": draw.choice(STATES), "Time Zone": draw.choice(ZONES)}
            phone = f"+1{code}{draw.randint(212, 309)}{draw.randint(0, 9_999):04}"
            if row["class"] == "geographic" or number == 0:
                yield Contact(
                    id=new_id(SUNDAY),
                    tenant_id=tenant_id,
                    campaign_id=None,
                    first_name="Kim",
                    last_name="",
                    phone=phone,
                    email=None,
                    fields=fields,
                    place=place_of(phone, fields),
                )


def naive_faults(contact: Contact, at: Instant) -> set[str]:
    """What somebody who read only the tables finds wrong with a call at an instant."""
    state, zone = str(contact.fields.get("State") or ""), str(contact.fields.get("Time Zone") or "")
    code = f"US-{state}" if state else ""
    zones = (
        [zone]
        if zone
        else sorted({z for row in CODES.values() if row["jurisdiction"] == code for z in row["zones"].split()})
    )
    evidence = [(code, name) for name in zones] if state or zone else []
    case = Case(
        phone=contact.phone,
        at=utc(at),
        purpose="telemarketing",
        mode="power",
        evidence=[(place or CODES[contact.phone[2:5]]["jurisdiction"], name) for place, name in evidence],
        attempts=[],
        talked=None,
    )
    return fails(case)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_not_one_call_is_forbidden_and_nobody_who_may_be_called_is_forgotten(tmp_path: Path) -> None:
    floor = LawfulFloor(tmp_path)
    for step in range(DAYS * DAY // STEP):
        now = SUNDAY + step * STEP
        for agent in range(AGENTS):
            if not floor.ask(agent, now + agent * SECOND):
                break
    assert len(floor.called) > 2_000
    forbidden = [
        (str(utc(at)), contact.phone, contact.fields, faults)
        for at, contact in floor.called
        for instant in (at, at + GUARD - 1)
        if (faults := naive_faults(contact, instant))
    ]
    assert forbidden == []
    assert starved(floor) == []
    assert floor.refused["calls.hour"] > 0, "the throttle was in the way too"
    assert most_in_an_hour(floor) == HOURLY
    floor.log.close()


def most_in_an_hour(floor: LawfulFloor) -> int:
    """The most calls of one agent within (t - 1 h, t], counted one by one."""
    return max(sum(then - HOUR < at <= then for at in placed) for placed in floor.hourly.values() for then in placed)


def starved(floor: LawfulFloor) -> list[tuple[str, int]]:
    """Contacts that had two lawful hours on a day and were not called on it."""
    terms = Terms(purpose=Purpose.TELEMARKETING, mode=CallMode.POWER, guard_s=GUARD // SECOND)
    lawyer, timetable = floor.lawful.calling.lawyer, floor.lawful.calling.timetable
    called = {(contact.id, at // DAY) for at, contact in floor.called}
    open_steps: dict[tuple[str, int], int] = {}
    missed = []
    for contact in floor.contacts:
        for day in range(SUNDAY // DAY, SUNDAY // DAY + DAYS):
            key = (contact.place, day)
            if key not in open_steps:
                asked = timetable.question(contact.place, terms, 0)
                instants = range(day * DAY, (day + 1) * DAY, STEP)
                open_steps[key] = sum(lawyer.decide(msgspec.structs.replace(asked, at=at)).allowed for at in instants)
            if open_steps[key] >= 2 * HOUR // STEP and (contact.id, day) not in called:
                missed.append((contact.phone, day))
    return missed
