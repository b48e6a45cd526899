"""Checks the chain and every row under it, in flat memory: leaves are spooled to a temporary table and joined.

What is found is named by the row: a changed one, a deleted one, one that was put in, and a record of the chain itself.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from app.engine.log_rows import EvidenceFault
from app.engine.value import Instant
from db.evidence_chain import SOURCES as TIMES
from db.evidence_chain import ZERO, hash_of
from db.evidence_leaves import DELETED, ERASED, LEAF, Kind, content
from db.evidence_sources import ADOPTED, SOURCES, Source, fields_of
from db.packing import unpack

_SPOOL = (
    "CREATE TEMP TABLE spooled (kind INTEGER, key, number INTEGER, hash BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID"
)
_NUMBERED = frozenset(source.kind.value for source in SOURCES if source.numbered)
_KEY_LOST = "the key that each {what} is chained under is lost; put the file of the folder that this log is of back"
_UNDER_KEY = frozenset({Kind.CALL, Kind.SUPPRESSION})
_BROKEN = "it was changed after it was written, or is not where it was written"

Row = tuple[Any, ...]


class Genesis(msgspec.Struct, frozen=True):
    """From when on the chain holds, and how many rows each table had before that."""

    since: Instant = msgspec.field(name="from")
    rows: dict[str, int]


class EvidenceCheck:
    """One folder's evidence over a reading connection. `number_key` is None if the folder has lost it."""

    def __init__(self, connection: sqlite3.Connection, number_key: bytes | None) -> None:
        self._connection = connection
        self._number_key = number_key
        self._genesis = Genesis(since=0, rows={})
        self._whole = True
        self.records = 0
        self.leaves = 0
        self.checked = 0

    @property
    def since(self) -> Instant:
        """Up to when rows are from before the chain, once `chain` was gone through; 0 if none is."""
        return self._genesis.since

    def chain(self) -> Iterator[EvidenceFault]:
        """The first thing that is wrong with the chain; to be gone through to its end before `rows`."""
        self._connection.execute("DROP TABLE IF EXISTS temp.spooled")
        self._connection.execute(_SPOOL)
        previous, expected, before = ZERO, 1, 0
        for number, at, leaves, stated in self._connection.execute(
            "SELECT number, at, leaves, hash FROM chain_records ORDER BY number"
        ):
            fault = _fault(number, expected, (before, at), whole=_is_whole(previous, (number, at, leaves), stated))
            if fault is not None and self._whole:
                self._whole = False
                yield EvidenceFault(f"chain record {number}", at if isinstance(at, int) else 0, fault)
            previous, expected = stated, number + 1
            before = at if isinstance(at, int) else before
            self._spool(number, leaves)
            self.records += 1
        if self.records == 0:
            yield EvidenceFault("chain record 1", 0, "the chain has no record at all")

    def rows(self) -> Iterator[EvidenceFault]:
        """What is wrong with the rows that the chain covers, the first fault of each kind of leaf."""
        for source in SOURCES:
            if source.kind in _UNDER_KEY and self._number_key is None and self._has(source.kind):
                yield EvidenceFault("keys/number.key", 0, _KEY_LOST.format(what=source.name))
                continue
            fault = next(self._changed(source), None) or next(self._put_in(source), None)
            if fault is not None:
                yield fault
        yield from self._before_the_chain()

    def _has(self, kind: Kind) -> bool:
        query = "SELECT 1 FROM spooled WHERE kind = ? LIMIT 1"
        return self._connection.execute(query, (kind.value,)).fetchone() is not None

    def _spool(self, number: int, leaves: bytes) -> None:
        if number == 1:
            self._genesis = msgspec.json.decode(leaves, type=Genesis)
            return
        rows = []
        for start in range(0, len(leaves), LEAF):
            kind, key = leaves[start], leaves[start + 1 : start + 17]
            numbered = kind & ~(DELETED | ERASED) in _NUMBERED
            rows.append((kind, int.from_bytes(key) if numbered else key, number, leaves[start + 17 : start + LEAF]))
        # The newest leaf of a row that changes is the one that holds; the others of its batch came before it.
        self._connection.executemany("INSERT OR REPLACE INTO spooled VALUES (?, ?, ?, ?)", rows)
        self.leaves += len(rows)

    def _changed(self, source: Source) -> Iterator[EvidenceFault]:
        """Rows that are gone, or hold something else than their leaf says, in the order of their keys."""
        columns = ", ".join(f't."{name}"' for name in source.columns)
        marks = ", ".join(
            f"(SELECT m.hash FROM spooled AS m WHERE m.kind = {mark | source.row_kind} AND m.key = l.key)"
            for mark in (DELETED, ERASED)
        )
        query = (
            f"SELECT l.key, l.hash, c.at, {marks}, {columns} FROM spooled AS l"
            f" JOIN chain_records AS c ON c.number = l.number"
            f' LEFT JOIN {source.table} AS t ON t."{source.columns[0]}" = l.key WHERE l.kind = ? ORDER BY l.key'
        )
        fields = fields_of(source, self._number_key)
        for key, stated, at, deleted, erased, *row in self._connection.execute(query, (source.kind.value,)):
            self.checked += 1
            fault = _row_fault(tuple(row), deleted=deleted is not None)
            if fault is None and deleted is None:
                digest = row[1] if source.kind is Kind.AUDIT else _digest(source.kind, fields(tuple(row), erased))
                fault = None if digest == stated else "it was changed after it was written"
            if fault is not None:
                yield EvidenceFault(_named(source, key), at, fault)

    def _put_in(self, source: Source) -> Iterator[EvidenceFault]:
        """Rows from the time of the chain that no record of it covers."""
        key = source.columns[0]
        # The plus: a column of numbers makes it a comparison of numbers, for which a key of any type has no index.
        query = (
            f'SELECT t."{key}", t.{source.time} FROM {source.table} AS t'
            f" WHERE t.{source.time} > ? AND NOT ({source.unless})"
            f' AND NOT EXISTS (SELECT 1 FROM spooled AS l WHERE l.kind = ? AND l.key = +t."{key}") LIMIT 1'
        )
        since = -1 if source.kind in ADOPTED else self._genesis.since
        for found, at in self._connection.execute(query, (since, source.kind.value)):
            yield EvidenceFault(_named(source, found), at, "no record of the chain covers it")

    def _before_the_chain(self) -> Iterator[EvidenceFault]:
        """More rows from before the chain than its first record counted."""
        for table, time in TIMES:
            query = f"SELECT count(*) FROM {table} WHERE {time} <= ?"
            count = self._connection.execute(query, (self._genesis.since,)).fetchone()[0]
            if count > self._genesis.rows.get(table, 0):
                sentence = f"{table} has {count} rows from before the chain, more than it began with"
                yield EvidenceFault("chain record 1", self._genesis.since, sentence)


def _is_whole(previous: bytes, record: tuple[int, Instant, bytes], stated: bytes) -> bool:
    # What somebody else wrote may be of any type: a record that cannot even be hashed is none of ours.
    try:
        return hash_of(previous, *record) == stated
    except (AttributeError, OverflowError, TypeError):
        return False


def _fault(number: int, expected: int, moments: tuple[Instant, Instant], *, whole: bool) -> str | None:
    if number != expected:
        return f"chain record {expected} is missing"
    if not whole:
        return _BROKEN
    return None if moments[0] <= moments[1] else "it is from before the record before it"


def _row_fault(row: Row, *, deleted: bool) -> str | None:
    there = row[0] is not None
    if deleted:
        return "it is there, though the chain says that it was deleted" if there else None
    return None if there else "it was deleted, and no record says why"


def _digest(kind: Kind, fields: Row) -> bytes:
    return hashlib.sha256(content(kind, fields)).digest()


def _named(source: Source, key: bytes | int) -> str:
    return f"{source.name} {unpack(key) if isinstance(key, bytes) else key}"
