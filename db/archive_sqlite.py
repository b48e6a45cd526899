"""What operators read from the log, over a connection of its own, so that no reader stands in a decision's way."""

from pathlib import Path
from typing import TypeVar

from app.engine.alerts import Alert, AlertMoment
from app.engine.calls import Call
from app.engine.events import LimitEdited
from app.engine.people import Tenant
from app.engine.records import (
    AuditRecord,
    CampaignCount,
    Deeds,
    EditsPage,
    HeldLines,
    LimitsSeen,
    RefusalRecord,
    SessionRecord,
    SessionSearch,
    SessionStep,
    Span,
    TokenRecord,
    UserRecord,
)
from app.engine.value import Id, Instant
from db import queries, sessions_store
from db.abandonment_store import page_of_line_holds
from db.alerts_store import find_alert, moments_of_alert, page_of_alerts
from db.asked import Asked
from db.limit_edits import edits_between, page_of_edits
from db.log_archive import SqliteLogArchive
from db.open import connect
from db.people_store import all_tenants
from db.queue_sqlite import due_query
from db.users_store import tokens_of, users_of

T = TypeVar("T")


class SqliteArchive(Asked):
    """Readable from any thread, one question at a time. Every method raises `StoreUnavailable`."""

    def __init__(self, database: Path) -> None:
        super().__init__(connect(database, read_only=True))
        self.log = SqliteLogArchive(database)

    def calls(self, tenant_id: Id, span: Span) -> list[Call]:
        """A page of calls, newest first."""
        return self._ask(lambda connection: queries.page_of_calls(connection, tenant_id, span))

    def refusals(self, tenant_id: Id, span: Span) -> list[RefusalRecord]:
        """A page of refusals, newest first."""
        return self._ask(lambda connection: queries.page_of_refusals(connection, tenant_id, span))

    def audit(self, tenant_id: Id, span: Span, before: int | None, deeds: Deeds) -> list[AuditRecord]:
        """A page of the audit trail, newest first."""
        return self._ask(lambda connection: queries.page_of_audit(connection, tenant_id, span, before, deeds))

    def audit_choices(self, tenant_id: Id) -> tuple[list[str], list[str]]:
        """Who is in the audit trail, and the kinds of deeds in it."""
        return self._ask(lambda connection: queries.choices_of_audit(connection, tenant_id))

    def call_instants(self, agent_id: Id, edge: Instant) -> list[Instant]:
        """When an agent's calls after `edge` were charged."""
        return self._ask(lambda connection: queries.call_instants(connection, agent_id, edge))

    def edits(self, scope_id: Id, size: int) -> list[LimitEdited]:
        """The last limit edits of one scope."""
        return self._ask(lambda connection: queries.edits_of(connection, scope_id, size))

    def sessions(self, tenant_id: Id, search: SessionSearch) -> list[SessionRecord]:
        """A page of a tenant's sessions, newest first."""
        return self._ask(lambda connection: sessions_store.page_of_sessions(connection, tenant_id, search))

    def count_sessions(self, tenant_id: Id, search: SessionSearch) -> int:
        """How many sessions a search finds."""
        return self._ask(lambda connection: sessions_store.count_sessions(connection, tenant_id, search))

    def steps(self, session_id: Id) -> list[SessionStep]:
        """What happened to a session."""
        return self._ask(lambda connection: sessions_store.steps_of_session(connection, session_id))

    def session_calls(self, session_id: Id) -> int:
        """How many calls a session placed."""
        return self._ask(lambda connection: sessions_store.calls_of_session(connection, session_id))

    def users(self, tenant_id: Id) -> list[UserRecord]:
        """A tenant's users."""
        return self._ask(lambda connection: users_of(connection, tenant_id))

    def tokens(self, tenant_id: Id) -> list[TokenRecord]:
        """A tenant's tokens."""
        return self._ask(lambda connection: tokens_of(connection, tenant_id))

    def campaigns(self, tenant_id: Id, now: Instant) -> list[CampaignCount]:
        """A tenant's campaigns."""
        return self._ask(lambda connection: queries.campaigns_of(connection, tenant_id, now))

    def line_holds(self, tenant_id: Id, family: Id, size: int) -> list[HeldLines]:
        """The newest lines that were held back for a family of campaigns."""
        return self._ask(lambda connection: page_of_line_holds(connection, tenant_id, family, size))

    def alerts(self, tenant_id: Id, state: str | None, span: Span) -> list[Alert]:
        """A page of a tenant's alerts, newest first; of one state if it is named."""
        return self._ask(lambda connection: page_of_alerts(connection, tenant_id, state, span))

    def alert(self, tenant_id: Id, alert_id: Id) -> Alert | None:
        """One alert of a tenant."""
        return self._ask(lambda connection: find_alert(connection, tenant_id, alert_id))

    def alert_moments(self, alert_id: Id) -> list[AlertMoment]:
        """What happened to an alert, in order."""
        return self._ask(lambda connection: moments_of_alert(connection, alert_id))

    def limit_edits(self, seen: LimitsSeen, page: EditsPage) -> list[tuple[int, LimitEdited]]:
        """A page of limit edits with their numbers, newest first."""
        return self._ask(lambda connection: page_of_edits(connection, seen, page))

    def edits_between(self, seen: LimitsSeen, after: int, until: int) -> list[LimitEdited]:
        """The limit edits with after < revision <= until, oldest first."""
        return self._ask(lambda connection: edits_between(connection, seen, after, until))

    def tenants(self) -> list[Tenant]:
        """Every tenant."""
        return self._ask(all_tenants)

    def waiting(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> int:
        """How many contacts of a campaign, or of the whole tenant, may be called now."""
        query, values = due_query(tenant_id, campaign_id)
        return self._ask(lambda connection: int(connection.execute(query, (*values, now)).fetchone()[0]))

    def imports(self) -> int:
        """A number that changes when contacts were imported, or a number was erased from them."""
        query = (
            "SELECT (SELECT count(*) + coalesce(sum(added), 0) FROM contact_lists) + (SELECT count(*) FROM erasures)"
        )
        return self._ask(lambda connection: int(connection.execute(query).fetchone()[0]))

    def close(self) -> None:
        """Let the database go, of searches too."""
        super().close()
        self.log.close()
