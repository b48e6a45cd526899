"""Decisions in the log: their bases once each, the versions they refer to, and refused contacts folded.

All of it in the caller's transaction and under its leaves.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from app.engine.basis import Basis, RefusedContact
from app.engine.events import VersionKept
from app.engine.value import Id, Instant
from db.evidence_leaves import Kind, Leaves
from db.packing import pack, pack_or_none, unpack

_MOST_KNOWN = 100_000
_MOST_ASKED = 500
_REFUSED_COLUMNS = (
    *("id", "tenant_id", "campaign_id", "contact_id", "code", "rule_id"),
    *("basis_id", "list_revision", "verdict", "first_at", "last_at", "count"),
)
_LAST_AT = _REFUSED_COLUMNS.index("last_at")
_NAMES = ", ".join(_REFUSED_COLUMNS)
_REFUSED = (
    f"INSERT INTO contact_refusals ({_NAMES}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
    " ON CONFLICT (id) DO UPDATE SET campaign_id = excluded.campaign_id, basis_id = excluded.basis_id,"
    " list_revision = excluded.list_revision, verdict = excluded.verdict, last_at = excluded.last_at, count = count + 1"
)


class KnownBases:
    """The bases that the disk has, as far as one writer knows. `forget` after a transaction that failed."""

    def __init__(self) -> None:
        self._known: set[bytes] = set()

    def missing(self, bases: Iterable[tuple[Basis, Instant]]) -> dict[bytes, tuple[Basis, Instant]]:
        """Those that may not be there, which from now on count as there."""
        found = {basis.id: (basis, at) for basis, at in bases if basis.id not in self._known}
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        self._known.update(found)
        return found

    def forget(self) -> None:
        """Know nothing: the next of each is written if it is not there."""
        self._known.clear()


def write_bases(
    connection: sqlite3.Connection, bases: Iterable[tuple[Basis, Instant]], known: KnownBases, leaves: Leaves
) -> None:
    """Write the bases that are not there yet."""
    for basis, at in known.missing(bases).values():
        row = (basis.id, basis.document, at)
        if connection.execute("INSERT OR IGNORE INTO decision_bases VALUES (?, ?, ?)", row).rowcount:
            leaves.add(Kind.BASIS, basis.id, row, at)


def write_versions(connection: sqlite3.Connection, facts: Sequence[VersionKept], leaves: Leaves) -> None:
    """Write the versions that are not there yet, whole."""
    for fact in facts:
        kept = fact.kept
        key = bytes.fromhex(kept.version)[:16]
        row = (key, kept.version, kept.kind, kept.document, fact.at)
        if connection.execute("INSERT OR IGNORE INTO rule_versions VALUES (?, ?, ?, ?, ?)", row).rowcount:
            leaves.add(Kind.RULES, key, row, fact.at)


def write_refused(connection: sqlite3.Connection, refused: Sequence[RefusedContact], leaves: Leaves) -> None:
    """Fold refused contacts: one row for one contact and rule, however often it was refused."""
    rows = [_refused_row(one) for one in refused]
    connection.executemany(_REFUSED, rows)
    keys = list(dict.fromkeys(row[0] for row in rows))
    for first in range(0, len(keys), _MOST_ASKED):
        asked = keys[first : first + _MOST_ASKED]
        marks = ", ".join("?" * len(asked))
        # What a row has become is chained, once, however often the batch refused it.
        for row in connection.execute(f"SELECT {_NAMES} FROM contact_refusals WHERE id IN ({marks})", asked):
            leaves.add(Kind.CONTACT_REFUSAL, row[0], tuple(row), row[_LAST_AT])


def _refused_row(one: RefusedContact) -> tuple[bytes, *tuple[object, ...]]:
    contact, decision = pack(one.contact_id), one.decision
    key = hashlib.sha256(contact + one.code.encode() + b"\0" + one.rule_id.encode()).digest()[:16]
    return (
        *(key, pack(one.tenant_id), pack_or_none(one.campaign_id), contact, one.code, one.rule_id),
        *(decision.basis.id, decision.list_revision, decision.verdict, one.at, one.at),
    )


def would_refused(connection: sqlite3.Connection, since: Instant) -> Iterator[tuple[Id, Instant, str]]:
    """Calls after an instant that a rule would have refused: tenant, instant, verdict."""
    rows = connection.execute(
        "SELECT tenant_id, created_at, verdict FROM call_logs INDEXED BY ix_call_logs_verdicts"
        " WHERE verdict IS NOT NULL AND created_at > ?",
        (since,),
    )
    return ((unpack(row[0]), row[1], row[2]) for row in rows)
