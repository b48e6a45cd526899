"""Two hundred agents over all zones through a Sunday on which the clocks change, and the Monday after it.

Each contact that is handed out is asked of the naive check, which shares no code with ours, at the hand-out and at the
end of the ringing; and whoever had lawful hours on a day was called on that day.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from app.bootstrap.calling import lawful_queue
from app.clock import ManualClock
from app.compliance.places import place_of
from app.compliance.question import CallMode, Purpose
from app.compliance.timetable import Terms
from app.controller.callable_contacts import take_callable
from app.controller.calling import RING_GUARD_S, Dial
from app.controller.change import Change
from app.controller.floor import Floor, Ports
from app.engine.calling import CallingSettings, RulesMode
from app.engine.calls import Call
from app.engine.events import CallHandedOut, Fact
from app.engine.people import Contact
from app.engine.sessions import Session
from app.engine.usage import Usage
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Instant
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

AGENTS = 200
STEP = 10 * MINUTE
RING_S = 30
GUARD = (RING_S + RING_GUARD_S) * SECOND
SUNDAY = instant_of(datetime(2026, 11, 1, tzinfo=UTC))
"""Daylight saving ends in the night to this Sunday, on which some states ban calls."""

DAYS = 2
STATES = ("", "", "", "CA", "FL", "TX", "AL", "HI", "RI")
ZONES = ("", "", "America/Los_Angeles", "America/New_York", "Pacific/Guam", "America/Phoenix")


class LawfulFloor:
    """A tenant that enforces the rules, and a log of who was handed out when; every row is the log's own."""

    def __init__(self, root: Path) -> None:
        self.log = LogFolder(root)
        self.log.connection.execute("PRAGMA synchronous=OFF")
        self.contacts = self._import()
        queue, directory = SqliteQueue(self.log.connection), SqliteDirectory(self.log.connection)
        ports = Ports(
            clock=ManualClock(SUNDAY),
            usage=MemoryUsageStore(Usage()),
            journal=MemoryJournal(lambda _: None),
            directory=directory,
            agents=directory,
            queue=queue,
            new_id=new_id,
        )
        self.floor = Floor(ports, Usage())
        self.lawful = self.floor.lawful = lawful_queue(self.log.connection, queue)
        self.lawful.calling.put_settings(self.log.tenant.id, None, CallingSettings(mode=RulesMode.ENFORCE))
        self.called: list[tuple[Instant, Contact]] = []
        self.session = Session(
            id=self.log.session_id,
            tenant_id=self.log.tenant.id,
            agent_id=self.log.agent_id,
            started_by=self.log.user_id,
            campaign_id=None,
            mode="power",
            started_at=SUNDAY,
            expires_at=SUNDAY + 8 * HOUR,
            last_activity_at=SUNDAY,
        )

    def ask(self, now: Instant) -> bool:
        """One agent asks, and what was decided is written; False if there was nobody."""
        change = Change(self.floor)
        dial = Dial(mode=CallMode.POWER, call_timeout=RING_S)
        taken = take_callable(change, self.session, dial, 1, now)
        for contact in taken:
            self.called.append((now, contact))
            change.add(self._handed_out(contact, now))
        facts: list[Fact] = list(change.facts)
        if facts:
            self.log.write(*facts)
            self.floor.committed(facts)
        return bool(taken)

    def _handed_out(self, contact: Contact, now: Instant) -> CallHandedOut:
        call = Call(
            id=new_id(now),
            tenant_id=contact.tenant_id,
            session_id=self.session.id,
            agent_id=self.session.agent_id,
            user_id=self.log.user_id,
            contact_id=contact.id,
            campaign_id=contact.campaign_id,
            phone_number=contact.phone,
            created_at=now,
        )
        return CallHandedOut(call=call, due_at=max((now // DAY + 1) * DAY, now + HOUR))

    def _import(self) -> list[Contact]:
        lists = SqliteContactLists(self.log.connection, new_id)
        list_id, into = lists.open_list("Acme", None, bytes(32), _deed(SUNDAY))
        made = list(_drawn(into.tenant_id))
        for start in range(0, len(made), 200):
            lists.add(list_id, made[start : start + 200], 0, SUNDAY - DAY)
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
            if not floor.ask(now + agent * SECOND):
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
    floor.log.close()


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
