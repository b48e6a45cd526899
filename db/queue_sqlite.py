"""The contact queue on SQLite: pages by keyset in calling order, held in memory, so that a decision reads no table.

A contact is `taken` from the moment it is handed to a try until the log says when it is due next; a page that
is read meanwhile leaves it out. The order: callbacks that are due, contacts never called, then the others.
"""

import sqlite3
from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from typing import Any, NamedTuple

import msgspec

from app.engine.calling import PlaceDue
from app.engine.people import Contact
from app.engine.ports import StoreUnavailable
from app.engine.value import SECOND, Id, Instant
from db.faults import sentence_of
from db.packing import pack, recall, unpack
from db.queue_places import placed_where, places_of

PAGE = 200
_RECOUNT_AFTER = 30 * SECOND
_EMPTY_FOR = SECOND
"""How long an empty queue is believed before it is asked again: an import may have added to it."""

_VALUES = 500
_RANKS = (0, 1, 2)
_COLUMNS = "id, tenant_id, campaign_id, first_name, last_name, phone, email, fields, rank, due_at, place"

_FIELDS = msgspec.json.Decoder(dict[str, object])

LineKey = tuple[Id, Id | None]
"""A tenant and a campaign of it; None is the whole tenant."""

PlacedKey = tuple[Id, Id | None, str]
"""Contacts of one campaign (None: of none) that live where the same hours hold."""

Place = tuple[int, Instant, Id]
"""Where a contact stands: its rank, when it became due, its id. The least is called first."""


class _Standing(NamedTuple):
    """A contact that waits, as it was read: most of a page is made a `Contact` much later, one at a time."""

    place: Place
    row: tuple[Any, ...]


class _Line:
    """The queue of one tenant's campaign (None: of the whole tenant), as far as it has been read."""

    __slots__ = ("_order", "_waiting", "callbacks_at", "counted", "counted_at", "read_at", "taken_since")

    def __init__(self) -> None:
        self._order: list[Place] = []
        self._waiting: dict[Id, _Standing] = {}
        self.read_at = -_EMPTY_FOR
        self.callbacks_at = -_EMPTY_FOR
        self.counted = 0
        self.counted_at: Instant | None = None
        self.taken_since = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def pop(self) -> _Standing | None:
        """The contact at the head, None if nobody waits. Skips places that were given up."""
        while self._order:
            place = heappop(self._order)
            standing = self._waiting.get(place[2])
            if standing is not None and standing.place == place:
                del self._waiting[place[2]]
                return standing
        return None

    def clear(self) -> None:
        """Nobody waits here until the line is read again; its count is to be taken again."""
        self._order.clear()
        self._waiting.clear()
        self.read_at = self.callbacks_at = -_EMPTY_FOR
        if self.counted_at is not None:
            self.counted_at = -_RECOUNT_AFTER

    def drop(self, contact_id: Id) -> None:
        """The contact no longer waits here; its place in the order is skipped when its turn comes."""
        self._waiting.pop(contact_id, None)

    def add(self, standings: Iterable[_Standing]) -> int:
        """Let contacts wait at their places; returns how many did not stand there yet."""
        fresh = 0
        for standing in standings:
            place = standing.place
            known = self._waiting.get(place[2])
            if known is None or known.place != place:
                self._waiting[place[2]] = standing
                heappush(self._order, place)
                fresh += 1
        return fresh


class SqliteQueue:
    """`Queue` of one folder. Raises `StoreUnavailable` if the database cannot answer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lines: dict[LineKey, _Line] = {}
        self._placed: dict[PlacedKey, _Line] = {}
        self._taken: dict[Id, _Standing] = {}

    def take(self, tenant_id: Id, campaign_id: Id | None, lines: int, now: Instant) -> list[Contact]:
        """Up to `lines` contacts that may be called now."""
        line = self._line(tenant_id, campaign_id)
        if now - line.callbacks_at >= _EMPTY_FOR:
            line.add(self._page(_where(tenant_id, campaign_id), _RANKS[0], PAGE, now))
            line.callbacks_at = now
        if len(line) < lines and now - line.read_at >= _EMPTY_FOR:
            self._read(line, tenant_id, campaign_id, now)
        return self._pop(line, lines)

    def take_in(self, tenant_id: Id, where: PlaceDue, lines: int, now: Instant) -> list[Contact]:
        """Up to `lines` contacts of one campaign and place that are due now."""
        key = (tenant_id, where.campaign_id, where.place)
        line = self._placed.get(key)
        if line is None:
            line = self._placed[key] = _Line()
        if len(line) < lines and now - line.read_at >= _EMPTY_FOR:
            chosen = placed_where(*key)
            self._fill(line, lambda rank, room: self._page(chosen, rank, room, now), now)
        return self._pop(line, lines)

    def places(self, tenant_id: Id, campaign_id: Id | None) -> list[PlaceDue]:
        """Where contacts wait, in which campaign, and when the first of each is due; of every campaign for None."""
        try:
            return places_of(self._connection, tenant_id, campaign_id)
        except sqlite3.Error as fault:
            raise StoreUnavailable(sentence_of(fault)) from fault

    def _pop(self, line: _Line, lines: int) -> list[Contact]:
        found: list[Contact] = []
        while len(found) < lines and (standing := line.pop()) is not None:
            contact = _contact(standing)
            found.append(contact)
            self._taken[contact.id] = standing
            for other in self._lines_of(contact):
                other.drop(contact.id)
                other.taken_since += 1
        return found

    def put_back(self, contacts: Iterable[Contact]) -> None:
        """Return contacts that were not handed out to where they were, in every line they stand in."""
        for contact in contacts:
            standing = self._taken.pop(contact.id, None)
            if standing is None:
                continue
            for line in self._lines_of(contact):
                line.add((standing,))
                line.taken_since -= 1

    def release(self, contact_id: Id) -> None:
        """Let go of a contact whose call has been settled.

        It leaves every line too: a line may have been read before a late disposition, such as do_not_call.
        """
        if self._taken.pop(contact_id, None) is not None:
            # It left its lines when it was taken, and no page that was read since has let it in.
            return
        for line in (*self._lines.values(), *self._placed.values()):
            line.drop(contact_id)

    def size(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> int:
        """How many contacts may be called now: counted when first asked, then counted down.

        Whoever owns the queue recounts now and then, off the loop: see `stale`.
        """
        line = self._line(tenant_id, campaign_id)
        if line.counted_at is None:
            line.counted = self._count(tenant_id, campaign_id, now)
            line.counted_at = now
            line.taken_since = 0
        return max(0, line.counted - line.taken_since)

    def next_due(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> Instant | None:
        """When the next contact that waits becomes due."""
        where, values = _where(tenant_id, campaign_id)
        query = " UNION ALL ".join(
            f"SELECT min(due_at) FROM contacts WHERE {where} AND state = 'open' AND rank = {rank} AND due_at > ?"
            for rank in _RANKS
        )
        rows = self._rows(query, (*values, now) * len(_RANKS))
        return min((row[0] for row in rows if row[0] is not None), default=None)

    def stale(self, now: Instant) -> list[LineKey]:
        """The lines whose count is old: contacts come due, and are imported, without anyone taking them."""
        return [
            key
            for key, line in self._lines.items()
            if line.counted_at is not None and now - line.counted_at > _RECOUNT_AFTER
        ]

    def depths(self) -> dict[LineKey, int]:
        """How many contacts wait in each line that was asked for and counted, as of its last count."""
        return {
            key: max(0, line.counted - line.taken_since)
            for key, line in self._lines.items()
            if line.counted_at is not None
        }

    def mark(self, key: LineKey) -> int:
        """How many a line has handed out since its last count, for `recount`."""
        line = self._lines.get(key)
        return line.taken_since if line is not None else 0

    def recount(self, key: LineKey, count: int, mark: int, now: Instant) -> None:
        """A line has been counted on the disk; what was handed out since `mark` is not in that count."""
        line = self._lines.get(key)
        if line is not None:
            line.counted = count
            line.counted_at = now
            line.taken_since -= mark

    def forget(self) -> None:
        """Read everything anew: another process has written contacts."""
        for line in (*self._lines.values(), *self._placed.values()):
            line.clear()

    def _line(self, tenant_id: Id, campaign_id: Id | None) -> _Line:
        key = (tenant_id, campaign_id)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = _Line()
        return line

    def _lines_of(self, contact: Contact) -> list[_Line]:
        tenant_id, campaign_id = contact.tenant_id, contact.campaign_id
        lines = [self._lines.get((tenant_id, None)), self._placed.get((tenant_id, campaign_id, contact.place))]
        if campaign_id is not None:
            lines.append(self._lines.get((tenant_id, campaign_id)))
        return [line for line in lines if line is not None]

    def _read(self, line: _Line, tenant_id: Id, campaign_id: Id | None, now: Instant) -> None:
        """Fill the line up, rank by rank; one that stays short is not read again for a moment."""
        chosen = _where(tenant_id, campaign_id)
        self._fill(line, lambda rank, room: self._page(chosen, rank, room, now), now)

    def _fill(self, line: _Line, page: Callable[[int, int], list[_Standing]], now: Instant) -> None:
        room = PAGE
        for rank in _RANKS:
            room -= line.add(page(rank, room))
            if room <= 0:
                return
        line.read_at = now

    def _page(self, chosen: tuple[str, tuple[object, ...]], rank: int, room: int, now: Instant) -> list[_Standing]:
        # Contacts that are taken still look due on the disk until their call is committed: read past them.
        where, values = chosen
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM contacts WHERE {where} AND state = 'open' AND rank = {rank} AND due_at <= ?"
            " ORDER BY due_at, id LIMIT ?",
            (*values, now, room + len(self._taken)),
        )
        return [standing for standing in map(_standing, rows) if standing.place[2] not in self._taken]

    def _count(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> int:
        due, values = due_query(tenant_id, campaign_id)
        count: int = self._rows(due, (*values, now))[0][0]
        # What is taken and not yet committed still looks due on the disk; a statement holds so many values only.
        taken = [pack(contact_id) for contact_id in self._taken]
        for start in range(0, len(taken), _VALUES):
            some = taken[start : start + _VALUES]
            marks = ", ".join("?" * len(some))
            count -= self._rows(f"{due} AND id IN ({marks})", (*values, now, *some))[0][0]
        return count

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as fault:
            raise StoreUnavailable(sentence_of(fault)) from fault


def due_query(tenant_id: Id, campaign_id: Id | None) -> tuple[str, tuple[object, ...]]:
    """The query that counts the contacts due at the instant that is its last value, and its other values."""
    where, values = _where(tenant_id, campaign_id)
    return f"SELECT count(*) FROM contacts WHERE {where} AND state = 'open' AND due_at <= ?", values


def _where(tenant_id: Id, campaign_id: Id | None) -> tuple[str, tuple[object, ...]]:
    if campaign_id is None:
        return "tenant_id = ?", (pack(tenant_id),)
    return "tenant_id = ? AND campaign_id = ?", (pack(tenant_id), pack(campaign_id))


def _standing(row: tuple[Any, ...]) -> _Standing:
    return _Standing((row[8], row[9], unpack(row[0])), row)


def _contact(standing: _Standing) -> Contact:
    row = standing.row
    return Contact(
        id=standing.place[2],
        tenant_id=recall(row[1]),
        campaign_id=None if row[2] is None else recall(row[2]),
        first_name=row[3],
        last_name=row[4],
        phone=row[5],
        email=row[6],
        fields=_FIELDS.decode(row[7]),
        place=row[10],
    )
