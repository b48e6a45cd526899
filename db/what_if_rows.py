"""What a preview of limits is computed from: one tenant's last two days, out of one snapshot."""

import sqlite3
from collections.abc import Iterator

from app.engine.log_rows import LoggedCharge, LoggedRequest, LoggedSession
from app.engine.people import Agent
from app.engine.rulebook import Rulebook
from app.engine.value import DAY, Id, Instant
from db.packing import pack, unpack
from db.rebuild import all_agents, fold_rulebook


class TenantDays:
    """The log of a tenant up to `now` over a reading connection, inside one transaction that ends with it."""

    def __init__(self, connection: sqlite3.Connection, tenant_id: Id, now: Instant) -> None:
        self._connection = connection
        self._tenant = pack(tenant_id)
        self._tenant_id = tenant_id
        self._now = now
        connection.execute("BEGIN")
        self._agents = all_agents(connection)

    def rulebook(self) -> Rulebook:
        """The limits in force."""
        return fold_rulebook(self._connection, self._agents)

    def agents(self) -> list[Agent]:
        """The tenant's agents."""
        return [agent for agent in self._agents if agent.tenant_id == self._tenant_id]

    def count(self) -> int:
        """How many calls `charges` will give."""
        query = "SELECT count(*) FROM call_logs WHERE tenant_id = ? AND created_at > ? AND created_at <= ?"
        found: int = self._connection.execute(query, self._two_days()).fetchone()[0]
        return found

    def charges(self) -> Iterator[LoggedCharge]:
        """The calls of two days, by their hand-out."""
        query = "WHERE tenant_id = ? AND created_at > ? AND created_at <= ? ORDER BY created_at, id"
        rows = self._select("call_logs", LoggedCharge._fields, query, self._two_days())
        return map(LoggedCharge._make, rows)

    def requests(self) -> Iterator[LoggedRequest]:
        """The API requests that are kept: a day of them."""
        query = "WHERE tenant_id = ? AND created_at > ? AND created_at <= ? ORDER BY created_at, number"
        values = (self._tenant, self._now - DAY, self._now)
        return map(LoggedRequest._make, self._select("api_rate_limits", LoggedRequest._fields, query, values))

    def sessions(self) -> Iterator[LoggedSession]:
        """The sessions of three days by their start: none that could have called in two is left out."""
        query = "WHERE tenant_id = ? AND started_at > ? AND started_at <= ? ORDER BY started_at, id"
        values = (self._tenant, self._now - 3 * DAY, self._now)
        return map(LoggedSession._make, self._select("power_dialer_sessions", LoggedSession._fields, query, values))

    def live(self) -> dict[Id, bytes]:
        """Agents' running sessions."""
        rows = self._connection.execute(
            "SELECT agent_id, id FROM power_dialer_sessions WHERE tenant_id = ? AND status IN ('active', 'paused')",
            (self._tenant,),
        )
        return {unpack(agent): session for agent, session in rows}

    def _two_days(self) -> tuple[bytes, Instant, Instant]:
        return self._tenant, self._now - 2 * DAY, self._now

    def _select(self, table: str, fields: tuple[str, ...], where: str, values: tuple[object, ...]) -> sqlite3.Cursor:
        return self._connection.execute(f"SELECT {', '.join(fields)} FROM {table} {where}", values)
