"""The contact queue on SQLite: pages by keyset in calling order, held in memory, so that a decision reads no table.

A contact is `taken` from the moment it is handed to a try until the log says when it is due next; a page that
is read meanwhile leaves it out. The order: callbacks that are due, contacts never called, then the others.
"""

import sqlite3
from collections import deque
from collections.abc import Iterable
from typing import Any

import msgspec

from app.engine.people import Contact
from app.engine.ports import StoreUnavailable
from app.engine.value import SECOND, Id, Instant
from db.columns import pack, unpack, unpack_or_none
from db.faults import sentence_of

PAGE = 200
_RECOUNT_AFTER = 30 * SECOND
_EMPTY_FOR = SECOND
"""How long an empty queue is believed before it is asked again: an import may have added to it."""

_RANKS = (0, 1, 2)
_COLUMNS = "id, tenant_id, campaign_id, first_name, last_name, phone, email, fields"


class _Line:
    """The queue of one tenant's campaign (None: of the whole tenant), as far as it has been read."""

    __slots__ = ("_contacts", "_ids", "callbacks_at", "counted", "counted_at", "read_at", "taken_since")

    def __init__(self) -> None:
        self._contacts: deque[Contact] = deque()
        self._ids: set[Id] = set()
        self.read_at = -_EMPTY_FOR
        self.callbacks_at = -_EMPTY_FOR
        self.counted = 0
        self.counted_at: Instant | None = None
        self.taken_since = 0

    def __len__(self) -> int:
        return len(self._ids)

    def pop(self) -> Contact | None:
        """The contact at the head, None if nobody waits. Skips those that left through another line."""
        while self._contacts:
            contact = self._contacts.popleft()
            if contact.id in self._ids:
                self._ids.remove(contact.id)
                return contact
        return None

    def drop(self, contact_id: Id) -> None:
        """The contact was handed out through another line."""
        self._ids.discard(contact_id)

    def add(self, contacts: Iterable[Contact], *, first: bool = False) -> int:
        """Add contacts that do not stand here yet, at the end or at the head in their order; returns how many."""
        fresh = [contact for contact in contacts if contact.id not in self._ids]
        self._ids.update(contact.id for contact in fresh)
        if first:
            self._contacts.extendleft(reversed(fresh))
        else:
            self._contacts.extend(fresh)
        return len(fresh)


class SqliteQueue:
    """`Queue` of one folder. Raises `StoreUnavailable` if the database cannot answer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lines: dict[tuple[Id, Id | None], _Line] = {}
        self._taken: set[Id] = set()

    def take(self, tenant_id: Id, campaign_id: Id | None, lines: int, now: Instant) -> list[Contact]:
        """Up to `lines` contacts that may be called now."""
        line = self._line(tenant_id, campaign_id)
        if now - line.callbacks_at >= _EMPTY_FOR:
            line.add(self._page(tenant_id, campaign_id, _RANKS[0], PAGE, now), first=True)
            line.callbacks_at = now
        if len(line) < lines and now - line.read_at >= _EMPTY_FOR:
            self._read(line, tenant_id, campaign_id, now)
        found: list[Contact] = []
        while len(found) < lines and (contact := line.pop()) is not None:
            found.append(contact)
            self._taken.add(contact.id)
            for other in self._lines_of(contact):
                other.drop(contact.id)
        line.taken_since += len(found)
        return found

    def put_back(self, contacts: Iterable[Contact]) -> None:
        """Return contacts that were not handed out, to the head of every line they stand in."""
        for contact in reversed(list(contacts)):
            self._taken.discard(contact.id)
            for line in self._lines_of(contact):
                line.add((contact,), first=True)
                line.taken_since = max(0, line.taken_since - 1)

    def release(self, contact_id: Id) -> None:
        """Let go of a contact whose call has been settled."""
        self._taken.discard(contact_id)

    def size(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> int:
        """How many contacts may be called now: counted now and then, and counted down in between."""
        line = self._line(tenant_id, campaign_id)
        if line.counted_at is None or now - line.counted_at > _RECOUNT_AFTER:
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

    def forget(self) -> None:
        """Read everything anew: another process has written contacts."""
        self._lines.clear()

    def _line(self, tenant_id: Id, campaign_id: Id | None) -> _Line:
        key = (tenant_id, campaign_id)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = _Line()
        return line

    def _lines_of(self, contact: Contact) -> list[_Line]:
        keys = {(contact.tenant_id, contact.campaign_id), (contact.tenant_id, None)}
        return [self._lines[key] for key in keys if key in self._lines]

    def _read(self, line: _Line, tenant_id: Id, campaign_id: Id | None, now: Instant) -> None:
        """Fill the line up, rank by rank; one that stays short is not read again for a moment."""
        room = PAGE
        for rank in _RANKS:
            room -= line.add(self._page(tenant_id, campaign_id, rank, room, now))
            if room <= 0:
                return
        line.read_at = now

    def _page(self, tenant_id: Id, campaign_id: Id | None, rank: int, room: int, now: Instant) -> list[Contact]:
        # Contacts that are taken still look due on the disk until their call is committed: read past them.
        where, values = _where(tenant_id, campaign_id)
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM contacts WHERE {where} AND state = 'open' AND rank = {rank} AND due_at <= ?"
            " ORDER BY due_at, id LIMIT ?",
            (*values, now, room + len(self._taken)),
        )
        return [contact for contact in map(_contact, rows) if contact.id not in self._taken]

    def _count(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> int:
        where, values = _where(tenant_id, campaign_id)
        row = self._rows(
            f"SELECT count(*) FROM contacts WHERE {where} AND state = 'open' AND due_at <= ?", (*values, now)
        )
        return int(row[0][0])

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as fault:
            raise StoreUnavailable(sentence_of(fault)) from fault


def _where(tenant_id: Id, campaign_id: Id | None) -> tuple[str, tuple[object, ...]]:
    if campaign_id is None:
        return "tenant_id = ?", (pack(tenant_id),)
    return "tenant_id = ? AND campaign_id = ?", (pack(tenant_id), pack(campaign_id))


def _contact(row: tuple[Any, ...]) -> Contact:
    return Contact(
        id=unpack(row[0]),
        tenant_id=unpack(row[1]),
        campaign_id=unpack_or_none(row[2]),
        first_name=row[3],
        last_name=row[4],
        phone=row[5],
        email=row[6],
        fields=msgspec.json.decode(row[7], type=dict[str, object]),
    )
