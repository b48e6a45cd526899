"""Searching the log newest first: one index drives a search, and an answer reads its share of rows and no more.

A filter that no index serves, and that few rows pass, would read millions of them. So a search looks at `SHARE` rows of
the driving index, says how far it came, and is asked again from there. A number is looked up among the contacts,
whose indexes cost imports alone: an index of the calls by their numbers would cost each commit ten times as much
(docs/performance.md, "Search").
"""

import sqlite3
from typing import NamedTuple

from app.engine.log_search import CallSearch, CallsFound, Cursor, NumberPart, RefusalSearch, RefusalsFound
from app.engine.value import Id, Instant
from db.packing import pack
from db.queries import CALL_COLUMNS, REFUSAL_COLUMNS, Row, call_of, refusal_of

SHARE = 40_000
"""Rows of the driving index that one answer looks at; about 40 ms of reading from a warm cache."""

NUMBER_END = 4
"""The digits by which the contacts are indexed: as many as people give, and few enough to keep the index small."""

MOST_CONTACTS = 400
"""A number that more contacts share is common: then the calls are read by time, and soon fill a page."""


class Drive(NamedTuple):
    """The index that a search walks: its table, what its first columns are, and the column of its time."""

    table: str
    first: dict[str, bytes | str]
    time: str

    @property
    def source(self) -> str:
        """The table, read by this index and no other, and the condition on the index's first columns."""
        index = f"ix_{self.table}_{'_'.join(self.first)}_{self.time}"
        join = " LEFT JOIN users u ON u.id = r.user_id" if self.table == "refusals" else ""
        where = " AND ".join(f"r.{column} = ?" for column in self.first)
        return f"FROM {self.table} r INDEXED BY {index}{join} WHERE {where}"


Terms = dict[str, bytes | str]
"""What each row must be, as SQL terms with the value that each takes."""


class Stretch(NamedTuple):
    """The part of a search that one answer covers: from the cursor back to the edge, or to the start."""

    start: Instant
    stop: Instant
    cursor: Cursor | None
    edge: Cursor | None
    size: int


def search_calls(connection: sqlite3.Connection, tenant_id: Id, search: CallSearch) -> CallsFound:
    """A page of a tenant's calls; `CallsFound` says what its end means."""
    terms = _call_terms(tenant_id, search)
    stretch = Stretch(search.start, search.stop, search.cursor, None, search.size)
    contacts = None if search.number is None else _contacts(connection, tenant_id, search.number)
    if contacts is not None:
        rows = _calls_of_contacts(connection, contacts, stretch, terms)
    else:
        drive = _call_drive(tenant_id, search)
        stretch = _shortened(connection, drive, stretch, terms)
        rows = _page(connection, CALL_COLUMNS, drive, stretch, terms)
    calls = [call_of(row) for row in rows]
    last = (calls[-1].created_at, pack(calls[-1].id)) if len(calls) == search.size else None
    return CallsFound(calls=calls, cursor=last or stretch.edge, searched_to=_searched_to(last, stretch))


def search_refusals(connection: sqlite3.Connection, tenant_id: Id, search: RefusalSearch) -> RefusalsFound:
    """A page of a tenant's refusals, likewise."""
    terms = _refusal_terms(tenant_id, search)
    drive = _refusal_drive(connection, tenant_id, search)
    stretch = Stretch(search.start, search.stop, search.cursor, None, search.size)
    stretch = _shortened(connection, drive, stretch, terms)
    refusals = [refusal_of(row) for row in _page(connection, REFUSAL_COLUMNS, drive, stretch, terms)]
    last = (refusals[-1].last_at, pack(refusals[-1].id)) if len(refusals) == search.size else None
    return RefusalsFound(refusals=refusals, cursor=last or stretch.edge, searched_to=_searched_to(last, stretch))


def _call_drive(tenant_id: Id, search: CallSearch) -> Drive:
    """The narrowest index there is: a session's calls, an agent's, those of one outcome, the tenant's."""
    first: dict[str, bytes | str] = {"tenant_id": pack(tenant_id)}
    if search.session_id is not None:
        first = {"session_id": pack(search.session_id)}
    elif search.agent_id is not None:
        first = {"agent_id": pack(search.agent_id)}
    elif search.disposition is not None:
        first["disposition"] = search.disposition
    return Drive("call_logs", first, "created_at")


def _refusal_drive(connection: sqlite3.Connection, tenant_id: Id, search: RefusalSearch) -> Drive:
    """An agent's refusals or the tenant's; those of a session are among its agent's."""
    agent_id = None if search.agent_id is None else pack(search.agent_id)
    if agent_id is None and search.session_id is not None:
        query = "SELECT agent_id FROM power_dialer_sessions WHERE id = ?"
        found = connection.execute(query, (pack(search.session_id),)).fetchone()
        agent_id = None if found is None else found[0]
    first: dict[str, bytes | str] = {"tenant_id": pack(tenant_id)} if agent_id is None else {"agent_id": agent_id}
    return Drive("refusals", first, "last_at")


def _call_terms(tenant_id: Id, search: CallSearch) -> Terms:
    ids = {
        "session_id": search.session_id,
        "agent_id": search.agent_id,
        "campaign_id": search.campaign_id,
        "user_id": search.user_id,
    }
    words = {"status": search.status, "disposition": search.disposition}
    terms = _terms(tenant_id, ids, words)
    if search.number is not None:
        terms |= {"r.tenant_id = ?": pack(tenant_id), _number_term("r.phone_number", search.number): search.number.text}
    return terms


def _refusal_terms(tenant_id: Id, search: RefusalSearch) -> Terms:
    ids = {"session_id": search.session_id, "agent_id": search.agent_id, "user_id": search.user_id}
    return _terms(tenant_id, ids, {"code": search.code})


def _terms(tenant_id: Id, ids: dict[str, Id | None], words: dict[str, str | None]) -> Terms:
    """Empty for a search by time alone: the tenant's index sees to all of that, so that it needs no share."""
    terms: Terms = {f"r.{column} = ?": pack(identity) for column, identity in ids.items() if identity is not None}
    terms |= {f"r.{column} = ?": word for column, word in words.items() if word is not None}
    return {**terms, "r.tenant_id = ?": pack(tenant_id)} if terms else terms


def _number_term(column: str, number: NumberPart) -> str:
    # The digits' count is ours, not the caller's text: it cannot carry SQL.
    size = len(number.text)
    return f"substr({column}, -{size}) = ?" if number.how == "ends" else f"substr({column}, 1, {size}) = ?"


def _contacts(connection: sqlite3.Connection, tenant_id: Id, number: NumberPart) -> list[bytes] | None:
    """The contacts of a number, None if too many share it, or too few digits are known to look it up.

    Nobody deletes a contact, so no call is missed.
    """
    if number.how == "begins":
        term, texts = "phone >= ? AND phone < ? || ':'", (number.text, number.text)
        index = "ix_contacts_phone"
    elif len(number.text) >= NUMBER_END:
        term, texts = (
            f"substr(phone, -{NUMBER_END}) = ? AND phone LIKE ?",
            (number.text[-NUMBER_END:], f"%{number.text}"),
        )
        index = "ix_contacts_number_end"
    else:
        return None
    rows = connection.execute(
        f"SELECT id FROM contacts INDEXED BY {index} WHERE tenant_id = ? AND {term} LIMIT ?",
        (pack(tenant_id), *texts, MOST_CONTACTS + 1),
    ).fetchall()
    return [row[0] for row in rows] if len(rows) <= MOST_CONTACTS else None


def _calls_of_contacts(
    connection: sqlite3.Connection, contacts: list[bytes], stretch: Stretch, terms: Terms
) -> list[Row]:
    if not contacts:
        return []
    within, values = _within("created_at", stretch)
    marks = ", ".join("?" * len(contacts))
    query = (
        f"{CALL_COLUMNS} FROM call_logs r INDEXED BY ix_call_logs_contact_id WHERE contact_id IN ({marks})"
        f" AND {within} AND {' AND '.join(terms)} ORDER BY r.created_at DESC, r.id DESC LIMIT ?"
    )
    return connection.execute(query, (*contacts, *values, *terms.values(), stretch.size)).fetchall()


def _shortened(connection: sqlite3.Connection, drive: Drive, stretch: Stretch, terms: Terms) -> Stretch:
    """The stretch that one answer covers, cut where its share of the index ends; the index alone is read for that."""
    if not terms:
        return stretch
    within, values = _within(drive.time, stretch)
    query = (
        f"SELECT r.{drive.time}, r.id {drive.source} AND {within} ORDER BY r.{drive.time} DESC, r.id DESC"
        " LIMIT 1 OFFSET ?"
    )
    found = connection.execute(query, (*drive.first.values(), *values, SHARE - 1)).fetchone()
    return stretch if found is None else stretch._replace(edge=(found[0], found[1]))


def _page(connection: sqlite3.Connection, columns: str, drive: Drive, stretch: Stretch, terms: Terms) -> list[Row]:
    within, values = _within(drive.time, stretch)
    where = "".join(f" AND {term}" for term in terms)
    query = f"{columns} {drive.source} AND {within}{where} ORDER BY r.{drive.time} DESC, r.id DESC LIMIT ?"
    return connection.execute(query, (*drive.first.values(), *values, *terms.values(), stretch.size)).fetchall()


def _within(time: str, stretch: Stretch) -> tuple[str, list[object]]:
    """The stretch as SQL. The cursor's row was given before, the edge's was not.

    One bound a side: of two SQLite takes one to seek by, and it may be the wrong one.
    """
    low, high = stretch.start, stretch.stop - 1
    terms: list[str] = []
    ids: list[object] = []
    if stretch.cursor is not None:
        high = min(high, stretch.cursor[0])
        terms.append(f"(+r.{time}, r.id) < (?, ?)")
        ids += stretch.cursor
    if stretch.edge is not None:
        low = max(low, stretch.edge[0])
        terms.append(f"(+r.{time}, r.id) >= (?, ?)")
        ids += stretch.edge
    return " AND ".join([f"r.{time} BETWEEN ? AND ?", *terms]), [low, high, *ids]


def _searched_to(last: Cursor | None, stretch: Stretch) -> Instant | None:
    return stretch.edge[0] if last is None and stretch.edge is not None else None
