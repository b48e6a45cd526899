"""The log as people search it: one reading connection, so that neither a decision nor the detail pane waits for it."""

import sqlite3
from pathlib import Path
from typing import TypeVar

from app.engine.log_rows import LoggedLimits
from app.engine.log_search import (
    CallSearch,
    CallsFound,
    CallStory,
    HourCount,
    Named,
    RefusalSearch,
    RefusalsFound,
    RefusalStory,
)
from app.engine.value import Id, Instant
from db.asked import Asked
from db.log_search import search_calls, search_refusals
from db.log_stories import limits_of, story_of_call, story_of_refusal
from db.numbers import number_of_row
from db.open import connect
from db.packing import pack, unpack

T = TypeVar("T")


class SqliteLogArchive(Asked):
    """Readable from any thread, one question at a time. Every method raises `StoreUnavailable`."""

    def __init__(self, database: Path) -> None:
        super().__init__(connect(database, read_only=True))

    def search_calls(self, tenant_id: Id, search: CallSearch) -> CallsFound:
        """A page of calls, newest first."""
        return self._ask(lambda connection: search_calls(connection, tenant_id, search))

    def search_refusals(self, tenant_id: Id, search: RefusalSearch) -> RefusalsFound:
        """A page of folded refusals, newest first."""
        return self._ask(lambda connection: search_refusals(connection, tenant_id, search))

    def call_story(self, tenant_id: Id, call_id: Id) -> CallStory | None:
        """One call and everything that belongs to it."""
        return self._ask(lambda connection: story_of_call(connection, tenant_id, call_id))

    def refusal_story(self, tenant_id: Id, refusal_id: Id) -> RefusalStory | None:
        """One folded refusal and what filled the window."""
        return self._ask(lambda connection: story_of_refusal(connection, tenant_id, refusal_id))

    def limits(self, tenant_id: Id, agent_id: Id | None) -> LoggedLimits:
        """What the rulebooks of the past are folded from, as far as a tenant and one of its agents go."""
        return self._ask(lambda connection: limits_of(connection, tenant_id, agent_id))

    def number_of(self, kind: str, tenant_id: Id, row_id: str) -> str | None:
        """The number of a row; None if the tenant has none of this id, empty if it was erased."""
        return self._ask(lambda connection: number_of_row(connection, kind, tenant_id, row_id))

    def requests_since(self, tenant_id: Id, edge: Instant) -> list[HourCount]:
        """The specification's "requests per user": those admitted after `edge`, most first."""
        query = (
            "SELECT user_id, count(*) AS request_count FROM api_rate_limits WHERE created_at > ? AND tenant_id = ?"
            " GROUP BY user_id ORDER BY request_count DESC"
        )
        return self._ask(lambda connection: _counts(connection, query, (edge, pack(tenant_id))))

    def calls_since(self, tenant_id: Id, edge: Instant) -> list[HourCount]:
        """The specification's "calls per session": those handed out after `edge`, most first."""
        query = (
            "SELECT session_id, count(*) AS call_count FROM call_logs WHERE tenant_id = ? AND created_at > ?"
            " GROUP BY session_id ORDER BY call_count DESC"
        )
        return self._ask(lambda connection: _counts(connection, query, (pack(tenant_id), edge)))

    def user_names(self, tenant_id: Id) -> list[Named]:
        """A tenant's users by name."""
        return self._ask(lambda connection: _names(connection, "users", tenant_id))

    def campaign_names(self, tenant_id: Id) -> list[Named]:
        """A tenant's campaigns by name."""
        return self._ask(lambda connection: _names(connection, "campaigns", tenant_id))


def _counts(connection: sqlite3.Connection, query: str, values: tuple[object, ...]) -> list[HourCount]:
    return [HourCount(id=unpack(row[0]), count=row[1]) for row in connection.execute(query, values)]


def _names(connection: sqlite3.Connection, table: str, tenant_id: Id) -> list[Named]:
    rows = connection.execute(f"SELECT id, name FROM {table} WHERE tenant_id = ? ORDER BY name", (pack(tenant_id),))
    return [Named(id=unpack(row[0]), name=row[1]) for row in rows]
