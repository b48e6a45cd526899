"""Refused tries, folded: one row for one user, agent, session and code in one minute.

A flood of them cannot fill the disk.
"""

import sqlite3
from collections.abc import Callable

from app.engine.events import TryRefused
from app.engine.value import MINUTE, Id, Instant
from db.evidence_chain import append_batch
from db.evidence_leaves import Kind, Leaves
from db.packing import pack, pack_or_none

_COLUMNS = (
    "id, tenant_id, user_id, agent_id, session_id, code, limit_id, amount, used, retry_at, first_at, last_at, count"
)
_UPSERT = (
    f"INSERT INTO refusals ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
    " limit_id = excluded.limit_id, amount = excluded.amount, used = excluded.used, retry_at = excluded.retry_at,"
    " last_at = excluded.last_at, count = excluded.count"
)

_LAST_AT = 11

_Key = tuple[str, str | None, str | None, str]


class RefusalFold:
    """The folds of the current minute, and which of them the disk does not know yet. The journal locks it."""

    def __init__(self, new_id: Callable[[Instant], Id]) -> None:
        self._new_id = new_id
        self._minute = 0
        self._folds: dict[_Key, tuple[str, TryRefused, int, TryRefused]] = {}
        self._unwritten: dict[str, tuple[object, ...]] = {}

    def add(self, refused: TryRefused) -> None:
        """Count one refusal."""
        if refused.at // MINUTE != self._minute:
            self._minute = refused.at // MINUTE
            self._folds.clear()
        key = (refused.user_id, refused.agent_id, refused.session_id, refused.code)
        row_id, first, count, _ = self._folds.get(key, ("", refused, 0, refused))
        row_id = row_id or self._new_id(refused.at)
        self._folds[key] = (row_id, first, count + 1, refused)
        self._unwritten[row_id] = _row(row_id, first, refused, count + 1)

    def take(self) -> list[tuple[object, ...]]:
        """The rows the disk does not know yet; they count as written unless restored."""
        rows = list(self._unwritten.values())
        self._unwritten = {}
        return rows

    def restore(self, rows: list[tuple[object, ...]]) -> None:
        """Rows that could not be written after all; a newer count of the same fold wins."""
        for row in rows:
            self._unwritten.setdefault(str(row[0]), row)

    @staticmethod
    def write(connection: sqlite3.Connection, rows: list[tuple[object, ...]]) -> None:
        """Write rows inside the caller's transaction."""
        leaves = Leaves()
        for row in rows:
            key = pack(str(row[0]))
            connection.execute(_UPSERT, (key, *row[1:]))
            leaves.add(Kind.REFUSAL, key, (key, *row[1:]), int(str(row[_LAST_AT])))
        append_batch(connection, leaves)


def _row(row_id: str, first: TryRefused, last: TryRefused, count: int) -> tuple[object, ...]:
    return (
        row_id,
        pack(last.tenant_id),
        pack(last.user_id),
        pack_or_none(last.agent_id),
        pack_or_none(last.session_id),
        last.code,
        last.limit_id,
        last.amount,
        last.used,
        last.retry_at,
        first.at,
        last.at,
        count,
    )
