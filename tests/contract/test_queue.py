"""The queue's contract, on memory and on SQLite: in order, one contact with one agent, the log's truth after a call."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from app.engine.calling import PlaceDue
from app.engine.people import Contact
from app.engine.ports import PlacedQueue, Queue
from app.engine.value import DAY, SECOND, Id, Instant
from app.ids import new_id
from db.packing import pack, pack_or_none
from db.queue_sqlite import PAGE, SqliteQueue
from tests.fakes.log_folder import T0, LogFolder
from tests.fakes.memory_queue import MemoryQueue, Standing

CALLBACK, NEVER_CALLED, CALLED = 0, 1, 2
TENANT = new_id(T0)
SPRING, AUTUMN = new_id(T0), new_id(T0)


def contact(campaign_id: Id | None = SPRING, tenant_id: Id = TENANT, place: str = "") -> Contact:
    return Contact(
        id=new_id(T0),
        tenant_id=tenant_id,
        campaign_id=campaign_id,
        first_name="Ann",
        last_name="Lee",
        phone="+12125550134",
        email=None,
        fields={"City": "Rome"},
        place=place,
    )


class BothQueues(Queue, PlacedQueue, Protocol):
    """The queue in one order, and asked by place."""


class Floor(Protocol):
    """A queue, and the log that it follows."""

    @property
    def queue(self) -> BothQueues: ...

    def write(self, contact: Contact, *, rank: int = NEVER_CALLED, due_at: Instant = T0) -> Contact: ...

    def mark(self, contact: Contact, *, rank: int, due_at: Instant, is_open: bool = True) -> None: ...


class MemoryFloor:
    def __init__(self) -> None:
        self.queue = MemoryQueue()

    def write(self, contact: Contact, *, rank: int = NEVER_CALLED, due_at: Instant = T0) -> Contact:
        self.queue.write(Standing(contact=contact, rank=rank, due_at=due_at))
        return contact

    def mark(self, contact: Contact, *, rank: int, due_at: Instant, is_open: bool = True) -> None:
        self.queue.mark(contact.id, rank=rank, due_at=due_at, is_open=is_open)


class SqliteFloor:
    def __init__(self, log: LogFolder) -> None:
        self.connection = log.connection
        self.queue = SqliteQueue(log.connection)

    def write(self, contact: Contact, *, rank: int = NEVER_CALLED, due_at: Instant = T0) -> Contact:
        ids = (pack(contact.id), pack(contact.tenant_id), pack_or_none(contact.campaign_id))
        self.connection.execute(
            "INSERT INTO contacts (id, tenant_id, campaign_id, list_id, first_name, last_name, phone, email, fields,"
            " state, rank, due_at, attempts, place) VALUES (?, ?, ?, x'00', 'Ann', 'Lee', ?, NULL,"
            " '{\"City\": \"Rome\"}', 'open', ?, ?, 0, ?)",
            (*ids, contact.phone, rank, due_at, contact.place),
        )
        return contact

    def mark(self, contact: Contact, *, rank: int, due_at: Instant, is_open: bool = True) -> None:
        self.connection.execute(
            "UPDATE contacts SET rank = ?, due_at = ?, state = ? WHERE id = ?",
            (rank, due_at, "open" if is_open else "do_not_call", pack(contact.id)),
        )


@pytest.fixture(params=["memory", "sqlite"])
def floor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Floor]:
    if request.param == "memory":
        yield MemoryFloor()
        return
    log = LogFolder(tmp_path)
    yield SqliteFloor(log)
    log.close()


def take(floor: Floor, lines: int, now: Instant = T0, campaign_id: Id | None = SPRING) -> list[Contact]:
    return floor.queue.take(TENANT, campaign_id, lines, now)


def hand_out(floor: Floor, contact: Contact) -> None:
    """The call is committed: the contact is due tomorrow."""
    floor.mark(contact, rank=CALLED, due_at=T0 + DAY)
    floor.queue.release(contact.id)


def test_a_contact_comes_whole(floor: Floor) -> None:
    ann = floor.write(contact())
    assert take(floor, 1) == [ann]


def test_callbacks_that_are_due_come_first_then_those_never_called_then_the_others(floor: Floor) -> None:
    called = floor.write(contact(), rank=CALLED, due_at=T0 - 3)
    never = floor.write(contact(), due_at=T0 - 2)
    late = floor.write(contact(), rank=CALLBACK, due_at=T0 - 1)
    later = floor.write(contact(), rank=CALLBACK, due_at=T0)
    assert take(floor, 10) == [late, later, never, called]


def test_contacts_never_called_come_in_the_order_they_were_imported(floor: Floor) -> None:
    imported = [floor.write(contact(), due_at=T0 - 10 + number) for number in range(10)]
    assert [take(floor, 1)[0] for _ in imported] == imported


def test_what_was_called_today_is_not_offered_until_its_day_is_over(floor: Floor) -> None:
    ann = floor.write(contact())
    hand_out(floor, take(floor, 1)[0])
    assert take(floor, 1, T0 + 2 * SECOND) == []
    assert floor.queue.next_due(TENANT, SPRING, T0) == T0 + DAY
    assert take(floor, 1, T0 + DAY) == [ann]


def test_a_callback_comes_when_it_is_due_before_all_others(floor: Floor) -> None:
    ann, others = floor.write(contact()), [floor.write(contact(), due_at=T0 + step) for step in (1, 2, 3)]
    now = T0 + 4
    assert take(floor, 1, now) == [ann]
    floor.mark(ann, rank=CALLBACK, due_at=now + 5 * SECOND)
    floor.queue.release(ann.id)
    assert take(floor, 1, now + 5 * SECOND - 1) == others[:1]
    assert take(floor, 2, now + 6 * SECOND) == [ann, others[1]]


def test_a_callback_that_falls_due_later_does_not_overtake_one_that_waits(floor: Floor) -> None:
    first = floor.write(contact(), rank=CALLBACK, due_at=T0)
    third = floor.write(contact(), rank=CALLBACK, due_at=T0 + SECOND)
    second = floor.write(contact(), rank=CALLBACK, due_at=T0 + 1)
    assert take(floor, 1) == [first]
    floor.queue.put_back([first])
    assert take(floor, 3, T0 + 5 * SECOND) == [first, second, third]


def test_one_contact_is_never_with_two_takers(floor: Floor) -> None:
    written = {floor.write(contact()).id for _ in range(50)}
    handed = [taken.id for _ in range(30) for taken in take(floor, 3)]
    assert len(handed) == len(set(handed)) == 50
    assert set(handed) == written


def test_the_campaigns_line_and_the_whole_tenants_never_give_the_same_contact(floor: Floor) -> None:
    written = {floor.write(contact(campaign)).id for campaign in (SPRING, AUTUMN) for _ in range(20)}
    dice = random.Random(7)
    handed: list[Id] = []
    for second in range(60):
        line = dice.choice([SPRING, AUTUMN, None])
        taken = take(floor, 2, T0 + second * SECOND, line)
        kept = taken if dice.random() < 0.6 else taken[:1]
        floor.queue.put_back(taken[len(kept) :])
        handed += [one.id for one in kept]
        for one in kept:
            hand_out(floor, one)
    assert len(handed) == len(set(handed))
    assert set(handed) == written


def test_lines_of_other_tenants_and_campaigns_are_left_alone(floor: Floor) -> None:
    floor.write(contact(AUTUMN))
    floor.write(contact(SPRING, new_id(T0)))
    assert take(floor, 5) == []
    assert floor.queue.size(TENANT, SPRING, T0) == 0
    assert floor.queue.next_due(TENANT, SPRING, T0 - 1) is None


def test_contacts_put_back_are_where_they_were(floor: Floor) -> None:
    callback = floor.write(contact(), rank=CALLBACK)
    fresh = [floor.write(contact(), due_at=T0 - 5 + number) for number in range(5)]
    called = floor.write(contact(), rank=CALLED)
    everyone = [callback, *fresh, called]
    assert take(floor, 7) == everyone
    floor.queue.put_back([called, fresh[1], callback])
    assert take(floor, 7) == [callback, fresh[1], called]
    floor.queue.put_back([called, callback, fresh[1]])
    assert take(floor, 1, T0, None) == [callback]
    assert take(floor, 7) == [fresh[1], called]


def test_a_contact_put_back_through_one_line_waits_in_its_order_in_the_other(floor: Floor) -> None:
    spring, autumn = floor.write(contact(SPRING), due_at=T0 - 2), floor.write(contact(AUTUMN), due_at=T0 - 1)
    assert take(floor, 1, T0, None) == [spring]
    floor.queue.put_back([spring])
    assert take(floor, 1, T0, AUTUMN) == [autumn]
    floor.queue.put_back([autumn])
    assert take(floor, 2, T0, None) == [spring, autumn]


def test_a_contact_whose_call_is_not_yet_logged_is_not_read_again(floor: Floor) -> None:
    floor.write(contact())
    assert len(take(floor, 1)) == 1
    for second in range(1, 5):
        assert take(floor, 1, T0 + second * SECOND) == []


def test_one_that_was_given_back_is_offered_again(floor: Floor) -> None:
    ann = floor.write(contact())
    hand_out(floor, take(floor, 1)[0])
    floor.mark(ann, rank=CALLED, due_at=T0 + 3 * SECOND)
    assert take(floor, 1, T0 + 4 * SECOND) == [ann]


def test_a_late_disposition_takes_a_contact_out_of_a_line_that_was_read_before_it(floor: Floor) -> None:
    first, second = floor.write(contact(), due_at=T0 - 1), floor.write(contact())
    floor.queue.put_back(take(floor, 1))
    floor.mark(first, rank=CALLED, due_at=T0, is_open=False)
    floor.queue.release(first.id)
    assert take(floor, 2, T0 + SECOND) == [second]


def test_the_size_follows_takes_through_any_line_and_what_is_put_back(floor: Floor) -> None:
    for campaign in (SPRING, SPRING, SPRING, AUTUMN):
        floor.write(contact(campaign))
    floor.write(contact(), due_at=T0 + DAY)

    def sizes() -> tuple[int, int]:
        return floor.queue.size(TENANT, SPRING, T0), floor.queue.size(TENANT, None, T0)

    assert sizes() == (3, 4)
    taken = take(floor, 2)
    assert sizes() == (1, 2)
    floor.queue.put_back(taken[1:])
    assert sizes() == (2, 3)
    hand_out(floor, taken[0])
    take(floor, 2, T0, None)
    assert sum(sizes()) <= 2


def test_the_size_is_right_when_it_is_first_asked_after_a_take(floor: Floor) -> None:
    for _ in range(3):
        floor.write(contact())
    take(floor, 2)
    assert floor.queue.size(TENANT, SPRING, T0) == 1


def test_next_due_is_the_soonest_of_all_that_wait(floor: Floor) -> None:
    floor.write(contact(), due_at=T0)
    floor.write(contact(), rank=CALLED, due_at=T0 + 3 * SECOND)
    floor.write(contact(), rank=CALLBACK, due_at=T0 + 2 * SECOND)
    floor.write(contact(AUTUMN), due_at=T0 + SECOND)
    assert floor.queue.next_due(TENANT, SPRING, T0) == T0 + 2 * SECOND
    assert floor.queue.next_due(TENANT, None, T0) == T0 + SECOND
    assert floor.queue.next_due(TENANT, SPRING, T0 + DAY) is None


def test_contacts_imported_meanwhile_are_seen_within_a_second(floor: Floor) -> None:
    assert take(floor, 1) == []
    ann = floor.write(contact())
    assert take(floor, 1, T0 + SECOND) == [ann]


def at_place(place: str, campaign_id: Id | None = SPRING) -> PlaceDue:
    return PlaceDue(campaign_id=campaign_id, place=place, due_at=T0)


def test_a_place_gives_its_own_contacts_in_order_and_nobody_elses(floor: Floor) -> None:
    called = floor.write(contact(place="212"), rank=CALLED, due_at=T0 - 9)
    never = floor.write(contact(place="212"), due_at=T0 - 1)
    floor.write(contact(place="305"))
    floor.write(contact(AUTUMN, place="212"))
    homeless = floor.write(contact(None, place="212"))
    floor.write(contact(place="212"), due_at=T0 + 1)
    assert floor.queue.take_in(TENANT, at_place("212"), 9, T0) == [never, called]
    assert floor.queue.take_in(TENANT, at_place("212", None), 9, T0) == [homeless]
    assert floor.queue.take_in(TENANT, at_place("907"), 9, T0) == []


def test_a_contact_taken_by_place_is_in_no_other_line_until_it_is_put_back(floor: Floor) -> None:
    ann = floor.write(contact(place="212"))
    assert take(floor, 1) == [ann]
    floor.queue.put_back([ann])
    assert floor.queue.take_in(TENANT, at_place("212"), 1, T0) == [ann]
    assert take(floor, 1, T0 + 2 * SECOND) == []
    assert floor.queue.take_in(TENANT, at_place("212"), 1, T0 + 2 * SECOND) == []
    floor.queue.put_back([ann])
    assert floor.queue.take_in(TENANT, at_place("212"), 1, T0 + 2 * SECOND) == [ann]
    floor.mark(ann, rank=CALLED, due_at=T0, is_open=False)
    floor.queue.release(ann.id)
    assert floor.queue.take_in(TENANT, at_place("212"), 1, T0 + 9 * SECOND) == []


def test_places_are_told_with_the_first_due_instant_of_whatever_rank(floor: Floor) -> None:
    floor.write(contact(place="212"), due_at=T0 + 5)
    floor.write(contact(place="212"), rank=CALLED, due_at=T0 + 3)
    floor.write(contact(place="305|US-CA"), rank=CALLBACK, due_at=T0 + 9)
    floor.write(contact(place=""), due_at=T0)
    floor.write(contact(None, place="212"), due_at=T0 + 1)
    gone = floor.write(contact(place="907"))
    floor.mark(gone, rank=CALLED, due_at=T0, is_open=False)

    def told(campaign_id: Id | None) -> set[tuple[str, Instant]]:
        return {(one.place, one.due_at - T0) for one in floor.queue.places(TENANT, campaign_id)}

    assert told(SPRING) == {("212", 3), ("305|US-CA", 9), ("", 0)}
    assert told(AUTUMN) == set()
    # The tenant's campaigns are known to the log by their rows; contacts of none are always told.
    assert told(None) >= {("212", 1)}


def test_a_hundred_thousand_contacts_cost_a_read_for_every_page_and_not_for_every_take(tmp_path: Path) -> None:
    log = LogFolder(tmp_path)
    _fill(log.connection, 100_000)
    queue = SqliteQueue(log.connection)
    queue.take(TENANT, SPRING, 1, T0)
    reads: list[str] = []
    log.connection.set_trace_callback(reads.append)
    try:
        handed = {queue.take(TENANT, SPRING, 1, T0)[0].id for _ in range(5 * PAGE)}
    finally:
        log.connection.set_trace_callback(None)
        log.close()
    assert len(handed) == 5 * PAGE
    assert len(reads) <= 5 * 3


def _fill(connection: sqlite3.Connection, count: int) -> None:
    connection.execute("BEGIN")
    connection.execute(
        "INSERT INTO contacts (id, tenant_id, campaign_id, list_id, first_name, last_name, phone, fields, state, rank,"
        " due_at, attempts) SELECT randomblob(16), ?, ?, x'00', '', '', '+1', '{}', 'open', 1, ?, 0"
        " FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n)",
        (pack(TENANT), pack(SPRING), T0, count),
    )
    connection.execute("COMMIT")
