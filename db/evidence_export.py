"""What an evidence file holds beside the tables for people: the rows as they are chained, and the chain over them."""

import base64
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from app.engine.records import CampaignDay
from db.abandonment_store import campaign_days
from db.audit_chain import COLUMNS as AUDIT
from db.evidence_chain import ZERO
from db.evidence_leaves import ERASED, Kind, content, row_key
from db.evidence_sources import SOURCES, Source, fields_of
from db.export_rows import Range
from db.packing import pack, unpack

CHAIN_COLUMNS = ("number", "at", "leaves_sha256", "sha256", "leaves")
NUMBER_COLUMNS = ("call_id", "digits", "key")

_CALLS = "t.tenant_id = :tenant AND t.created_at >= :start AND t.created_at < :stop"
_SESSIONS = "t.tenant_id = :tenant AND t.started_at >= :start AND t.started_at < :stop"
_REFUSED = "t.tenant_id = :tenant AND t.last_at >= :start AND t.first_at < :stop"
_WHICH = {
    "call_logs": _CALLS,
    "call_events": f"t.call_id IN (SELECT t.id FROM call_logs AS t WHERE {_CALLS})",
    "pickups": f"t.call_id IN (SELECT t.id FROM call_logs AS t WHERE {_CALLS})",
    "power_dialer_sessions": _SESSIONS,
    "session_events": f"t.session_id IN (SELECT t.id FROM power_dialer_sessions AS t WHERE {_SESSIONS})",
    "refusals": "t.tenant_id = :tenant AND t.last_at >= :start AND t.last_at < :stop",
    # A limit holds until it is edited again: those of a period began before it.
    "limit_revisions": "(t.tenant_id = :tenant OR t.tenant_id IS NULL) AND t.at < :stop",
    "decision_bases": f"t.id IN (SELECT t.basis_id FROM call_logs AS t WHERE {_CALLS}) OR t.id IN"
    f" (SELECT t.basis_id FROM contact_refusals AS t WHERE {_REFUSED})",
    "rule_versions": "t.at < :stop",
    "contact_refusals": _REFUSED,
    # Who is on a list, and what an agent was allowed, was settled before the period as well.
    "suppressions": "t.tenant_id = :tenant AND t.at < :stop",
    "ai_agents": "t.tenant_id = :tenant AND t.created_at < :stop",
    "audit_records": "t.tenant_id = :tenant AND t.at >= :start AND t.at < :stop",
}

Row = tuple[Any, ...]


class ChainSpan(NamedTuple):
    """The stretch of the chain that a file holds, and the hash before it."""

    first: int
    last: int
    previous: bytes


class EvidenceRows:
    """The evidence of one tenant in a range. The chain's leaves are spooled already, by `EvidenceCheck.chain`."""

    def __init__(self, connection: sqlite3.Connection, span: Range, number_key: bytes) -> None:
        self._connection = connection
        self._number_key = number_key
        self._tenant = pack(span.tenant_id)
        self._values = {"tenant": pack(span.tenant_id), "start": span.start, "stop": span.stop}

    def lines(self) -> Iterator[bytes]:
        """Each row as its leaf covers it: what is hashed before it in hex, a tab, and JSON."""
        for source in SOURCES:
            yield from self._audit_lines() if source.kind is Kind.AUDIT else self._lines(source)

    def numbers(self) -> Iterator[Row]:
        """Each call's number with the key that it is chained under; none for a number that was erased."""
        query = (
            f"SELECT t.id, t.phone_number FROM call_logs AS t WHERE {_CALLS} AND t.phone_number LIKE '+%' ORDER BY t.id"
        )
        for call_id, number in self._connection.execute(query, self._values):
            # Without its +, or a spreadsheet would reckon with it; a number that was erased is not there.
            yield unpack(call_id), number[1:], row_key(self._number_key, call_id).hex()

    def span(self) -> ChainSpan:
        """From the oldest record that a row needs up to the newest of all, which a signed head tells of."""
        self._connection.execute("DROP TABLE IF EXISTS temp.needed")
        self._connection.execute("CREATE TEMP TABLE needed (number INTEGER PRIMARY KEY)")
        for source in SOURCES:
            key = source.columns[0]
            self._connection.execute(
                f"INSERT OR IGNORE INTO needed SELECT l.number FROM {source.table} AS t JOIN spooled AS l"
                f' ON l.kind = {source.kind.value} AND l.key = t."{key}" WHERE {_WHICH[source.table]}',
                self._values,
            )
        last = self._connection.execute("SELECT max(number) FROM chain_records").fetchone()[0]
        first = self._connection.execute("SELECT coalesce(min(number), ?) FROM needed", (last,)).fetchone()[0]
        before = self._connection.execute("SELECT hash FROM chain_records WHERE number = ?", (first - 1,)).fetchone()
        return ChainSpan(first, last, ZERO if before is None else before[0])

    def chain(self, span: ChainSpan) -> Iterator[Row]:
        """The records of a stretch; the leaves only of those that cover a row of this file."""
        import hashlib

        query = (
            "SELECT c.number, c.at, c.leaves, c.hash, n.number FROM chain_records AS c"
            " LEFT JOIN needed AS n ON n.number = c.number WHERE c.number >= ? ORDER BY c.number"
        )
        for number, at, leaves, digest, needed in self._connection.execute(query, (span.first,)):
            shown = base64.b64encode(leaves).decode() if needed is not None else ""
            yield str(number), str(at), hashlib.sha256(leaves).hexdigest(), digest.hex(), shown

    def limits(self) -> Iterator[Row]:
        """The limits as they were edited until the end of the range, in order."""
        query = (
            'SELECT revision, at, scope, subject, field, "before", "after", by, reason FROM limit_revisions AS t'
            f" WHERE {_WHICH['limit_revisions']} ORDER BY number"
        )
        return self._connection.execute(query, self._values)

    def campaign_days(self) -> list[CampaignDay]:
        """What every campaign of the tenant has counted, day by day; a period begins before the range does."""
        return campaign_days(self._connection, self._tenant)

    def line_holds(self) -> Iterator[Row]:
        """How often agents got fewer contacts than they asked for, by minute, with what that was decided by."""
        query = (
            "SELECT h.first_at, h.last_at, h.times, h.code, c.name, a.name, h.asked, h.given, h.live, h.abandoned,"
            " h.in_flight FROM line_holds AS h LEFT JOIN campaigns AS c ON c.id = h.campaign_id"
            " LEFT JOIN ai_agents AS a ON a.id = h.agent_id"
            " WHERE h.tenant_id = :tenant AND h.last_at >= :start AND h.last_at < :stop ORDER BY h.last_at"
        )
        return self._connection.execute(query, self._values)

    def suppressions(self) -> Iterator[Row]:
        """Who asked not to be called, until the end of the range, in order."""
        query = (
            "SELECT at, phone, kind, is_listed, by, source, reason FROM suppressions"
            " WHERE tenant_id = :tenant AND at < :stop ORDER BY number"
        )
        return self._connection.execute(query, self._values)

    def _lines(self, source: Source) -> Iterator[bytes]:
        columns = ", ".join(f't."{name}"' for name in source.columns)
        erased = f"(SELECT m.hash FROM spooled AS m WHERE m.kind = {ERASED | Kind.CALL} AND m.key = t.id)"
        query = (
            f"SELECT {erased if source.kind is Kind.CALL else 'NULL'}, {columns} FROM {source.table} AS t"
            f' WHERE {_WHICH[source.table]} AND NOT ({source.unless}) ORDER BY t."{source.columns[0]}"'
        )
        fields = fields_of(source, self._number_key)
        for mac, *row in self._connection.execute(query, self._values):
            yield b"\t" + content(source.kind, fields(tuple(row), mac))

    def _audit_lines(self) -> Iterator[bytes]:
        columns = ", ".join(f't."{name}"' for name in AUDIT)
        query = f"SELECT {columns} FROM audit_records AS t WHERE {_WHICH['audit_records']} ORDER BY t.number"
        for *fields, previous, _ in self._connection.execute(query, self._values):
            plain = [value.hex() if isinstance(value, bytes) else value for value in fields]
            yield previous.hex().encode() + b"\t" + msgspec.json.encode(plain)
