"""The log as `dialfloor verify` replays it: streams in the order of events, out of one snapshot."""

import sqlite3
from collections.abc import Iterator

import msgspec

from app.engine.log_rows import (
    AuditLink,
    LoggedAgent,
    LoggedAnswer,
    LoggedCharge,
    LoggedCount,
    LoggedDecision,
    LoggedEdit,
    LoggedLimits,
    LoggedListing,
    LoggedRequest,
    LoggedSession,
)
from db.audit_chain import COLUMNS, GENESIS, hash_record


class SqliteLog:
    """The log of one folder over a reading connection, inside one transaction, which ends with the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        # A deferred transaction: every read after the first sees what that one saw, whatever is written meanwhile.
        connection.execute("BEGIN")

    def limits(self) -> LoggedLimits:
        """What the rulebooks of the past are folded from."""
        edits = self._connection.execute(
            "SELECT revision, at, scope, scope_id, field, before, after FROM limit_revisions ORDER BY number"
        )
        agents = self._connection.execute("SELECT id, tenant_id, name, configuration FROM ai_agents")
        tiers = self._connection.execute("SELECT id, tier_id FROM tenants WHERE tier_id IS NOT NULL")
        return LoggedLimits(
            edits=[LoggedEdit._make((*row[:5], _json(row[5]), _json(row[6]))) for row in edits],
            agents=[LoggedAgent._make((*row[:3], _json(row[3]))) for row in agents],
            tiers=dict(tiers.fetchall()),
        )

    def charges(self) -> Iterator[LoggedCharge]:
        """Every call, by the instant it was handed out; lines of a batch share it."""
        return map(LoggedCharge._make, self._select("call_logs", LoggedCharge._fields))

    def requests(self) -> Iterator[LoggedRequest]:
        """Every API request that is still kept."""
        return map(LoggedRequest._make, self._select("api_rate_limits", LoggedRequest._fields))

    def sessions(self) -> Iterator[LoggedSession]:
        """Every session by its start."""
        return map(LoggedSession._make, self._select("power_dialer_sessions", LoggedSession._fields))

    def bases(self) -> Iterator[tuple[bytes, str]]:
        """Every basis of decisions: its id and document."""
        return self._connection.execute("SELECT id, document FROM decision_bases")

    def versions(self) -> dict[str, str]:
        """Every version of the rules and of the area codes, whole, by its hash."""
        return dict(self._connection.execute("SELECT version, document FROM rule_versions").fetchall())

    def decisions(self) -> Iterator[LoggedDecision]:
        """Every call whose decision was kept, by the instant it was handed out."""
        columns = ", ".join(LoggedDecision._fields)
        query = f"SELECT {columns} FROM call_logs WHERE basis_id IS NOT NULL ORDER BY created_at, id"
        return map(LoggedDecision._make, self._connection.execute(query))

    def listings(self) -> Iterator[LoggedListing]:
        """Every such call to a number that was on a list of its tenant's, with the last step before the call."""
        query = (
            "SELECT c.created_at, c.id, c.agent_id, c.list_revision, s.kind, s.at, s.source,"
            " (SELECT count(*) FROM suppressions AS r WHERE r.tenant_id = s.tenant_id AND r.number <= s.number)"
            " FROM call_logs AS c CROSS JOIN suppressions AS s"
            " ON s.tenant_id = c.tenant_id AND s.phone = c.phone_number"
            " WHERE c.basis_id IS NOT NULL AND s.is_listed AND s.at < c.created_at AND NOT EXISTS"
            " (SELECT 1 FROM suppressions AS l WHERE l.tenant_id = s.tenant_id AND l.phone = s.phone"
            "  AND l.kind = s.kind AND l.number > s.number AND l.at <= c.created_at)"
            " ORDER BY c.created_at, c.id"
        )
        return map(LoggedListing._make, self._connection.execute(query))

    def answers(self) -> Iterator[LoggedAnswer]:
        """Every call that was answered, in no order."""
        query = (
            "SELECT l.tenant_id, coalesce(l.campaign_id, l.tenant_id), l.answered_at, l.status, p.answered_by,"
            " p.answered_at, p.greeting_ended_at, p.connected_at FROM call_logs AS l"
            " LEFT JOIN pickups AS p ON p.call_id = l.id WHERE l.answered_at IS NOT NULL"
        )
        return map(LoggedAnswer._make, self._connection.execute(query))

    def counts(self) -> Iterator[LoggedCount]:
        """What was counted of answers, by campaign and day."""
        query = f"SELECT {', '.join(LoggedCount._fields)} FROM abandonment_days ORDER BY day, campaign_id"
        return map(LoggedCount._make, self._connection.execute(query))

    def zones(self) -> dict[bytes, str]:
        """Each tenant's zone, by which its days are counted."""
        return dict(self._connection.execute("SELECT id, time_zone FROM tenants"))

    def deleted_calls(self) -> dict[bytes, int]:
        """Up to which instant each tenant's older calls were deleted, by the audit trail."""
        query = (
            "SELECT tenant_id, max(json_extract(before, '$.until')) FROM audit_records"
            " WHERE action = 'retention.delete' AND subject IN ('calls', 'debt_calls') GROUP BY tenant_id"
        )
        return dict(self._connection.execute(query))

    def links(self) -> Iterator[AuditLink]:
        """Every audit record, checked against the one before: numbered without a gap, its hash that of its fields."""
        columns = ", ".join(f'"{name}"' for name in COLUMNS)
        expected, previous = 1, GENESIS
        for row in self._connection.execute(f"SELECT {columns} FROM audit_records ORDER BY number"):
            *fields, stated_previous, stated_hash = row
            yield AuditLink(
                number=fields[0],
                at=fields[2],
                fault=_fault(fields, stated_previous, stated_hash, expected, previous),
            )
            expected, previous = fields[0] + 1, stated_hash

    def _select(self, table: str, fields: tuple[str, ...]) -> sqlite3.Cursor:
        """Rows by the first two of `fields`: the instant, and the id or number."""
        return self._connection.execute(f"SELECT {', '.join(fields)} FROM {table} ORDER BY {fields[0]}, {fields[1]}")


def _fault(
    fields: list[object], stated_previous: bytes, stated_hash: bytes, expected: int, previous: bytes
) -> str | None:
    if fields[0] != expected:
        return f"record {expected} is missing"
    if stated_previous != previous:
        return "it does not carry the hash of the record before it"
    if hash_record(fields, stated_previous) != stated_hash:
        return "it was changed after it was written"
    return None


def _json(stored: str | float | None) -> object:
    """A JSON value. SQLite keeps a bare number in a column of type JSON as that number and not as its text."""
    return msgspec.json.decode(stored) if isinstance(stored, str) else stored
