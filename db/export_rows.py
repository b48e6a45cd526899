"""Rows of the log for a report, oldest first: pages by keyset, each a short read, so that the log can checkpoint."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from app.engine.log_rows import LoggedCall, LoggedRecord, LoggedRefusal
from app.engine.value import Id, Instant
from db.packing import pack, unpack

PAGE = 2_000

Row = tuple[Any, ...]
Key = tuple[Instant, bytes]
"""Where a row stands in the order of time: its instant and its id."""
R = TypeVar("R")


class Range(NamedTuple):
    """The rows of a tenant with `start` <= time < `stop`; calls may be those of one campaign."""

    tenant_id: Id
    start: Instant
    stop: Instant
    campaign_id: Id | None = None


def find_tenant_named(connection: sqlite3.Connection, name: str) -> Id | None:
    """The id of the tenant of this name, None if there is none."""
    row = connection.execute("SELECT id FROM tenants WHERE name = ?", (name,)).fetchone()
    return None if row is None else unpack(row[0])


def find_campaign(connection: sqlite3.Connection, tenant_id: Id, named: str) -> Id | None:
    """The id of the tenant's campaign of this name or id, None if there is none."""
    query = "SELECT id FROM campaigns WHERE tenant_id = ? AND (name = ? OR lower(hex(id)) = ?)"
    row = connection.execute(query, (pack(tenant_id), named, named.replace("-", "").lower())).fetchone()
    return None if row is None else unpack(row[0])


def names_of(connection: sqlite3.Connection, tenant_id: Id) -> dict[bytes, str]:
    """The names of a tenant's agents, users and campaigns by id."""
    rows = connection.execute(
        "SELECT id, name FROM ai_agents WHERE tenant_id = :tenant"
        " UNION ALL SELECT id, name FROM users WHERE tenant_id = :tenant"
        " UNION ALL SELECT id, name FROM campaigns WHERE tenant_id = :tenant",
        {"tenant": pack(tenant_id)},
    )
    return dict(rows.fetchall())


def count_calls(connection: sqlite3.Connection, span: Range) -> int:
    """How many calls a range holds."""
    return _count(connection, "call_logs", "created_at", span)


def calls_in(connection: sqlite3.Connection, span: Range) -> Iterator[LoggedCall]:
    """The calls of a range."""
    return _by_time(connection, "call_logs", "created_at", LoggedCall._fields, LoggedCall._make, span)


def call_pages(
    connection: sqlite3.Connection, span: Range, after: Key | None = None, until: Key | None = None
) -> Iterator[list[Row]]:
    """The calls of a range in pages, each row with the fields of `LoggedCall`: for whoever writes them by column.

    `after` and `until` cut a stretch out of it: the calls after the one and up to the other, that included.
    """
    return _pages_by_time(connection, "call_logs", "created_at", LoggedCall._fields, span, (after, until))


def call_cuts(connection: sqlite3.Connection, span: Range, rows: int) -> Iterator[Key]:
    """The key of every so many-th call of a range: read from the index alone, 70 ns a row."""
    query = (
        "SELECT created_at, id FROM call_logs WHERE tenant_id = ? AND created_at >= ? AND created_at < ?"
        f" AND (created_at, id) > (?, ?){_of_campaign(span)} ORDER BY created_at, id LIMIT 1 OFFSET ?"
    )
    last: Key = (span.start - 1, b"")
    while True:
        start = max(span.start, last[0])
        values = (pack(span.tenant_id), start, span.stop, *last, *_campaign(span), rows - 1)
        found = connection.execute(query, values).fetchone()
        if found is None:
            return
        last = (found[0], found[1])
        yield last


def count_refusals(connection: sqlite3.Connection, span: Range) -> int:
    """How many folded refusals a range holds."""
    return _count(connection, "refusals", "last_at", span)


def refusals_in(connection: sqlite3.Connection, span: Range) -> Iterator[LoggedRefusal]:
    """The folded refusals of a range, by the last try of each."""
    fields = tuple("count" if name == "tries" else name for name in LoggedRefusal._fields)
    return _by_time(connection, "refusals", "last_at", fields, LoggedRefusal._make, span)


def count_records(connection: sqlite3.Connection, span: Range) -> int:
    """How many audit records a range holds."""
    return _count(connection, "audit_records", "at", span)


def records_in(connection: sqlite3.Connection, span: Range) -> Iterator[LoggedRecord]:
    """The audit records of a range, by number."""
    columns = ", ".join(f'"{name}"' for name in LoggedRecord._fields)
    query = (
        f"SELECT {columns} FROM audit_records WHERE tenant_id = ? AND number > ? AND at >= ? AND at < ?"
        " ORDER BY number LIMIT ?"
    )
    number = 0
    page: list[Row] = []
    while not page or len(page) == PAGE:
        page = connection.execute(query, (pack(span.tenant_id), number, span.start, span.stop, PAGE)).fetchall()
        if not page:
            return
        yield from map(LoggedRecord._make, page)
        number = page[-1][0]


def _count(connection: sqlite3.Connection, table: str, time: str, span: Range) -> int:
    query = f"SELECT count(*) FROM {table} WHERE tenant_id = ? AND {time} >= ? AND {time} < ?{_of_campaign(span)}"
    values = (pack(span.tenant_id), span.start, span.stop, *_campaign(span))
    count: int = connection.execute(query, values).fetchone()[0]
    return count


def _of_campaign(span: Range) -> str:
    return "" if span.campaign_id is None else " AND campaign_id = ?"


def _up_to(time: str, until: Key | None) -> str:
    return "" if until is None else f" AND ({time}, id) <= (?, ?)"


def _campaign(span: Range) -> tuple[bytes, ...]:
    return () if span.campaign_id is None else (pack(span.campaign_id),)


def _by_time(
    connection: sqlite3.Connection,
    table: str,
    time: str,
    fields: tuple[str, ...],
    make: Callable[[Row], R],
    span: Range,
) -> Iterator[R]:
    for page in _pages_by_time(connection, table, time, fields, span):
        yield from map(make, page)


def _pages_by_time(
    connection: sqlite3.Connection,
    table: str,
    time: str,
    fields: tuple[str, ...],
    span: Range,
    stretch: tuple[Key | None, Key | None] = (None, None),
) -> Iterator[list[Row]]:
    """Pages by (time, id). A page that is not full is the last: whoever writes meanwhile is not run after."""
    after, until = stretch
    columns = ", ".join(f'"{name}"' for name in fields)
    query = (
        f"SELECT {columns} FROM {table} WHERE tenant_id = ? AND {time} < ? AND {time} >= ?"
        f" AND ({time}, id) > (?, ?){_of_campaign(span)}{_up_to(time, until)} ORDER BY {time}, id LIMIT ?"
    )
    # The index ends the search at a time: by the pair alone it would go on to the range's end.
    stop = span.stop if until is None else min(span.stop, until[0] + 1)
    fixed = (pack(span.tenant_id), stop)
    end = (*_campaign(span), *(until or ()), PAGE)
    place, identity = fields.index(time), fields.index("id")
    last = after or (span.start - 1, b"")
    start = max(span.start, last[0])
    page: list[Row] = []
    while not page or len(page) == PAGE:
        page = connection.execute(query, (*fixed, start, *last, *end)).fetchall()
        if not page:
            return
        yield page
        start, last = page[-1][place], (page[-1][place], page[-1][identity])
