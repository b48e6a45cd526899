"""The engine's rare look-ups on SQLite, over one reading connection of the loop's own."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from app.engine.calls import Call
from app.engine.events import AnswerKept
from app.engine.people import Agent, Campaign, Identity, Tenant
from app.engine.ports import StoreUnavailable
from app.engine.sessions import Session
from app.engine.value import Id
from db.faults import sentence_of
from db.packing import pack
from db.people_store import find_agent, find_campaign, find_identity, find_tenant
from db.queries import find_call, find_session

T = TypeVar("T")


class SqliteDirectory:
    """`Directory` and `Agents` of one folder. Every method raises `StoreUnavailable` if the database cannot answer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def identity(self, token_id: str) -> tuple[Identity, bytes] | None:
        """Whom a token names and the hash of its secret."""
        return self._ask(lambda connection: find_identity(connection, token_id))

    def tenant(self, tenant_id: Id) -> Tenant | None:
        """One tenant."""
        return self._ask(lambda connection: find_tenant(connection, tenant_id))

    def session(self, tenant_id: Id, session_id: Id) -> Session | None:
        """One session of a tenant."""
        return self._ask(lambda connection: find_session(connection, tenant_id, session_id))

    def call(self, tenant_id: Id, call_id: Id) -> Call | None:
        """One call of a tenant."""
        return self._ask(lambda connection: find_call(connection, tenant_id, call_id))

    def answer(self, user_id: Id, key: str) -> AnswerKept | None:
        """What an earlier request with this idempotency key was answered."""
        row = self._ask(
            lambda connection: connection.execute(
                "SELECT action, fingerprint, answer, at FROM idempotency_keys WHERE user_id = ? AND key = ?",
                (pack(user_id), key),
            ).fetchone()
        )
        if row is None:
            return None
        return AnswerKept(user_id=user_id, key=key, action=row[0], fingerprint=row[1], answer=row[2], at=row[3])

    def agent(self, tenant_id: Id, agent_id: Id) -> Agent | None:
        """One agent of a tenant."""
        return self._ask(lambda connection: find_agent(connection, tenant_id, agent_id))

    def campaign(self, tenant_id: Id, campaign_id: Id) -> Campaign | None:
        """One campaign of a tenant."""
        return self._ask(lambda connection: find_campaign(connection, tenant_id, campaign_id))

    def _ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        try:
            return question(self._connection)
        except sqlite3.Error as fault:
            raise StoreUnavailable(sentence_of(fault)) from fault
