"""A tenant's own do-not-call lists in the log: steps appended, contacts of the number taken out of every queue.

All of it in the caller's transaction: a disposition and what it forbids are on the disk together or not at all.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import Id
from db.evidence_chain import append_batch
from db.evidence_keys import number_key
from db.evidence_leaves import Leaves
from db.evidence_rows import chain_listed
from db.packing import pack, pack_or_none, unpack, unpack_or_none
from db.statements import insert_many

IMPORT = "import"
_COLUMNS = ("tenant_id", "phone", "kind", "is_listed", "at", "by", "source", "reason")
_SELECT = (
    "SELECT s.tenant_id, s.phone, s.kind, s.is_listed, s.at, s.by, s.source, s.reason, s.number, n.campaign_id,"
    " coalesce(n.consent, '') FROM suppressions s LEFT JOIN suppression_notes n ON n.number = s.number"
)
_LAST = (
    "s.number = (SELECT max(number) FROM suppressions l"
    " WHERE l.tenant_id = s.tenant_id AND l.phone = s.phone AND l.kind = s.kind)"
)
_LISTED = f"is_listed AND {_LAST}"
_VALUES = 500
NumberedStep = tuple[int, ListedNumber]


def write_listed(connection: sqlite3.Connection, entries: Sequence[ListedNumber], leaves: Leaves) -> None:
    """Append steps; contacts of a number that is listed leave the queues, those of one that is free again return."""
    rows = [_row(entry) for entry in entries]
    last = insert_many(connection, "suppressions", _COLUMNS, rows)
    if rows:
        chain_listed(leaves, number_key(connection), last, rows)
        _write_notes(connection, last - len(rows) + 1, entries)
    for entry in entries:
        key = (pack(entry.tenant_id), entry.phone)
        if entry.is_listed:
            connection.execute(
                "UPDATE contacts SET state = 'do_not_call' WHERE tenant_id = ? AND phone = ? AND state = 'open'", key
            )
        elif not suppressed_phones(connection, entry.tenant_id, [entry.phone]):
            connection.execute(
                "UPDATE contacts SET state = 'open', due_at = max(due_at, ?)"
                " WHERE tenant_id = ? AND phone = ? AND state = 'do_not_call'",
                (entry.at, *key),
            )


def add_imported(connection: sqlite3.Connection, entries: Sequence[ListedNumber]) -> int:
    """Append those of a file's numbers (one tenant and list) that are not listed; returns how many."""
    known: set[str] = set()
    for some in _chunks([entry.phone for entry in entries]):
        marks = ", ".join("?" * len(some))
        query = (
            f"SELECT phone FROM suppressions s WHERE tenant_id = ? AND kind = ? AND phone IN ({marks}) AND {_LISTED}"
        )
        rows = connection.execute(query, (pack(entries[0].tenant_id), entries[0].kind.value, *some))
        known.update(row[0] for row in rows)
    fresh: dict[str, ListedNumber] = {}
    for entry in entries:
        if entry.phone not in known:
            fresh.setdefault(entry.phone, entry)
    leaves = Leaves()
    write_listed(connection, list(fresh.values()), leaves)
    append_batch(connection, leaves)
    return len(fresh)


def suppressed_phones(connection: sqlite3.Connection, tenant_id: Id, phones: Sequence[str]) -> set[str]:
    """Which of these numbers are on any list of the tenant's."""
    found: set[str] = set()
    for some in _chunks(phones):
        marks = ", ".join("?" * len(some))
        query = f"SELECT phone FROM suppressions s WHERE tenant_id = ? AND phone IN ({marks}) AND {_LISTED}"
        found.update(row[0] for row in connection.execute(query, (pack(tenant_id), *some)))
    return found


def all_steps(connection: sqlite3.Connection, last: int | None = None) -> Iterator[tuple[Id, str, ListKind, bool]]:
    """Every step, up to row `last` if it is given, oldest first, as `Suppressions.restore` takes them."""
    query = "SELECT tenant_id, phone, kind, is_listed FROM suppressions WHERE number <= ? ORDER BY number"
    rows = connection.execute(query, (1 << 62 if last is None else last,))
    tenants: dict[bytes, Id] = {}
    kinds = {kind.value: kind for kind in ListKind}
    for packed, phone, kind, is_listed in rows:
        # A million rows are of a few tenants: their ids are spelled out once.
        tenant_id = tenants.get(packed)
        if tenant_id is None:
            tenant_id = tenants[packed] = unpack(packed)
        yield tenant_id, phone, kinds[kind], bool(is_listed)


def last_step(connection: sqlite3.Connection) -> int:
    """The newest row's number, 0 if there is none."""
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM suppressions").fetchone()
    return int(last)


def imported_since(connection: sqlite3.Connection, number: int) -> tuple[list[tuple[Id, str, ListKind, bool]], int]:
    """What other processes have listed after row `number`, and the last row there is now."""
    last = last_step(connection)
    rows = connection.execute(
        "SELECT tenant_id, phone, kind, is_listed FROM suppressions"
        " WHERE number > ? AND number <= ? AND source = ? ORDER BY number",
        (number, last, IMPORT),
    )
    return [(unpack(row[0]), row[1], ListKind(row[2]), bool(row[3])) for row in rows], last


def page_of_listed(
    connection: sqlite3.Connection, tenant_id: Id, kind: ListKind | None, before: int | None, size: int
) -> list[NumberedStep]:
    """Listed numbers with their row numbers, newest first, those before row `before`; of one list if it is named."""
    last = before if before is not None else 1 << 62
    of_list = f"{_SELECT} WHERE s.tenant_id = ? AND s.kind = ? AND s.number < ? AND {_LISTED}"
    query = f"{of_list} ORDER BY s.number DESC LIMIT ?"
    # Each list is read by its index from its newest on: all of them at once would be sorted for every page.
    found = [
        (row[8], _entry(row))
        for one in (ListKind if kind is None else (kind,))
        for row in connection.execute(query, (pack(tenant_id), one, last, size))
    ]
    found.sort(key=lambda one: one[0], reverse=True)
    return found[:size]


def steps_of_phone(connection: sqlite3.Connection, tenant_id: Id, phone: str) -> list[NumberedStep]:
    """Every step of one number with its row number, newest first."""
    query = f"{_SELECT} WHERE s.tenant_id = ? AND s.phone = ? ORDER BY s.number DESC"
    return [(row[8], _entry(row)) for row in connection.execute(query, (pack(tenant_id), phone))]


def step_of(connection: sqlite3.Connection, tenant_id: Id, number: int) -> ListedNumber | None:
    """The step of a row number, None if the tenant has none there."""
    query = f"{_SELECT} WHERE s.tenant_id = ? AND s.number = ?"
    row = connection.execute(query, (pack(tenant_id), number)).fetchone()
    return None if row is None else _entry(row)


def all_listed(connection: sqlite3.Connection, tenant_id: Id, kind: ListKind | None) -> Iterator[ListedNumber]:
    """Every listed number in the order of its listing; of one list if it is named."""
    wanted = "" if kind is None else " AND s.kind = ?"
    query = f"{_SELECT} WHERE s.tenant_id = ?{wanted} AND {_LISTED} ORDER BY s.number"
    return map(_entry, connection.execute(query, (pack(tenant_id), *([] if kind is None else [kind]))))


def _write_notes(connection: sqlite3.Connection, first: int, entries: Sequence[ListedNumber]) -> None:
    connection.executemany(
        "INSERT INTO suppression_notes (number, campaign_id, consent) VALUES (?, ?, ?)",
        [
            (number, pack_or_none(entry.campaign_id), entry.consent)
            for number, entry in enumerate(entries, first)
            if entry.campaign_id is not None or entry.consent
        ],
    )


def _chunks(phones: Sequence[str]) -> Iterable[Sequence[str]]:
    return (phones[start : start + _VALUES] for start in range(0, len(phones), _VALUES))


def _row(entry: ListedNumber) -> tuple[object, ...]:
    key = (pack(entry.tenant_id), entry.phone, entry.kind.value)
    return (*key, int(entry.is_listed), entry.at, entry.by, entry.source, entry.reason)


def _entry(row: tuple[Any, ...]) -> ListedNumber:
    return ListedNumber(
        tenant_id=unpack(row[0]),
        phone=row[1],
        kind=ListKind(row[2]),
        is_listed=bool(row[3]),
        at=row[4],
        by=row[5],
        source=row[6],
        reason=row[7],
        campaign_id=unpack_or_none(row[9]),
        consent=row[10],
    )
