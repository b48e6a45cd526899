"""All that a window or the command line may ask of an engine, one blocking method a question.

Every method raises `GatewayRefused` when the engine says no and `GatewayUnreachable` when it cannot be asked.
The routes are docs/guides/protocol.md's.
"""

from datetime import datetime
from urllib.parse import quote

import msgspec

from app.client.abandonment_gateway import AbandonmentGateway
from app.client.admin_gateway import AdminGateway
from app.client.backups_gateway import BackupsGateway
from app.client.calling_gateway import CallingGateway
from app.client.errors import GatewayRefused, GatewayUnreachable
from app.client.evidence_gateway import EvidenceGateway
from app.client.exports_gateway import ExportsGateway
from app.client.holds_gateway import HoldsGateway
from app.client.imports_gateway import ImportsGateway
from app.client.limits_gateway import LimitsGateway
from app.client.link import Link
from app.client.lists_gateway import ListsGateway
from app.client.log_gateway import LogGateway
from app.client.rules_gateway import RulesGateway
from app.client.sessions_gateway import SessionsGateway
from app.wire.admin import TokensPage, UsersPage
from app.wire.alerts import (
    AcknowledgeAlert,
    AlertDetail,
    AlertItem,
    AlertSettingsPage,
    AlertsPage,
    EditAlertSettings,
    ResolveAlert,
    SnoozeAlert,
)
from app.wire.feed import FloorAgent, Snapshot
from app.wire.operator import (
    AgentDetail,
    AuditPage,
    CallsPage,
    CampaignsPage,
    CreateTenant,
    CreateToken,
    EditAgent,
    EditLimit,
    JobsPage,
    LimitsPage,
    Me,
    RefusalsPage,
    SessionItem,
    SessionsPage,
    TenantItem,
    TokenMade,
    WithReason,
)


class Gateway:
    """One caller's way to one engine. Blocking; safe from several threads; opens its connection on first use."""

    def __init__(self, url: str, token: str, tenant: str | None = None, timeout: float = 10.0) -> None:
        """Names the engine (`http://host:port`), the caller, and, for the local operator, the tenant's id.

        `timeout` is in seconds and holds for each read and write, not for a whole export.
        """
        self._link = Link(url, token, tenant, timeout)
        self.rulebook = LimitsGateway(self._link)
        self.admin = AdminGateway(self._link)
        self.exports = ExportsGateway(self._link)
        self.imports = ImportsGateway(self._link)
        self.backups = BackupsGateway(self._link)
        self.history = SessionsGateway(self._link)
        self.log = LogGateway(self._link)
        self.lists = ListsGateway(self._link)
        self.calling = CallingGateway(self._link)
        self.evidence = EvidenceGateway(self._link)
        self.holds = HoldsGateway(self._link)
        self.abandonment = AbandonmentGateway(self._link)
        self.law = RulesGateway(self._link)

    def health(self) -> bool:
        """Whether an engine answers there at all; asks for no credentials and raises nothing."""
        try:
            return self._link.ask("GET", "/healthz", dict[str, object]).get("status") == "ok"
        except (GatewayRefused, GatewayUnreachable):
            return False

    def close(self) -> None:
        """Closes the connections."""
        self._link.close()

    def me(self) -> Me:
        """Who the credentials name, and what they may do."""
        return self._link.ask("GET", "/v1/me", Me)

    def create_tenant(self, name: str) -> TenantItem:
        """Makes a tenant; only the local operator may."""
        return self._link.ask("POST", "/v1/tenants", TenantItem, CreateTenant(name=name))

    def floor(self) -> Snapshot:
        """The floor as it is now; `FeedReader` keeps it so."""
        return self._link.ask("GET", "/v1/floor", Snapshot)

    def agent(self, agent_id: str) -> AgentDetail:
        """All that the detail pane shows of one agent."""
        return self._link.ask("GET", f"/v1/agents/{_part(agent_id)}", AgentDetail)

    def edit_agent(self, agent_id: str, edit: EditAgent) -> FloorAgent:
        """Edits one agent's limits; a stale `expected_revision` is refused with 409, `current` and `yours`."""
        return self._link.ask("PATCH", f"/v1/agents/{_part(agent_id)}", FloorAgent, edit)

    def limits(self) -> LimitsPage:
        """Every limit setting the tenant is subject to."""
        return self._link.ask("GET", "/v1/limits", LimitsPage)

    def edit_limit(self, scope: str, scope_id: str | None, limit_id: str, edit: EditLimit) -> LimitsPage:
        """Edits a tenant's, tier's or the system's limit (`scope_id` None); 409 as `edit_agent`."""
        subject = "system" if scope_id is None else _part(scope_id)
        return self._link.ask("PUT", f"/v1/limits/{_part(scope)}/{subject}/{_part(limit_id)}", LimitsPage, edit)

    def sessions(self, status: str | None = None) -> SessionsPage:
        """Sessions, live ones first; of one status if it is named."""
        return self._link.ask("GET", "/v1/sessions", SessionsPage, query=_query(status=status))

    def pause_session(self, session_id: str, reason: str) -> SessionItem:
        """Pauses a session, for the reason that the audit trail keeps."""
        return self._change_session(session_id, "pause", reason)

    def resume_session(self, session_id: str, reason: str) -> SessionItem:
        """Resumes a paused session."""
        return self._change_session(session_id, "resume", reason)

    def end_session(self, session_id: str, reason: str) -> SessionItem:
        """Ends a session for good."""
        return self._change_session(session_id, "end", reason)

    def _change_session(self, session_id: str, change: str, reason: str) -> SessionItem:
        path = f"/v1/sessions/{_part(session_id)}/{change}"
        return self._link.ask("POST", path, SessionItem, WithReason(reason=reason))

    def calls(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        agent_id: str | None = None,
        session_id: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> CallsPage:
        """Calls with since <= time < until, newest first; `cursor` from the page before, `limit` rows at most."""
        query = _period(since, until, cursor, limit) | _query(agentId=agent_id, sessionId=session_id)
        return self._link.ask("GET", "/v1/calls", CallsPage, query=query)

    def refusals(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        agent_id: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> RefusalsPage:
        """Refused tries, folded, newest first; arguments as `calls`."""
        query = _period(since, until, cursor, limit) | _query(agentId=agent_id)
        return self._link.ask("GET", "/v1/refusals", RefusalsPage, query=query)

    def audit(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AuditPage:
        """The audit trail, newest first; arguments as `calls`."""
        return self._link.ask("GET", "/v1/audit", AuditPage, query=_period(since, until, cursor, limit))

    def alerts(
        self,
        *,
        state: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        agent_id: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AlertsPage:
        """Alerts by when they were raised, newest first, of one state if it is named; arguments as `calls`."""
        query = _period(since, until, cursor, limit) | _query(state=state, agentId=agent_id)
        return self._link.ask("GET", "/v1/alerts", AlertsPage, query=query)

    def alert(self, alert_id: str) -> AlertDetail:
        """One alert with its history."""
        return self._link.ask("GET", f"/v1/alerts/{_part(alert_id)}", AlertDetail)

    def acknowledge_alert(self, alert_id: str, note: str) -> AlertItem:
        """Says who sees to it, and how; 409 with `current` if someone was quicker."""
        path = f"/v1/alerts/{_part(alert_id)}/acknowledge"
        return self._link.ask("POST", path, AlertItem, AcknowledgeAlert(note=note))

    def snooze_alert(self, alert_id: str, until: datetime, note: str | None = None) -> AlertItem:
        """Silences it until an aware instant, a week at most."""
        path = f"/v1/alerts/{_part(alert_id)}/snooze"
        return self._link.ask("POST", path, AlertItem, SnoozeAlert(until=until, note=note))

    def resolve_alert(self, alert_id: str, note: str | None = None) -> AlertItem:
        """Is done with it; it comes again only if its condition grows worse, or ends and returns."""
        return self._link.ask("POST", f"/v1/alerts/{_part(alert_id)}/resolve", AlertItem, ResolveAlert(note=note))

    def alert_settings(self) -> AlertSettingsPage:
        """From where on alerts are raised, and when they are quiet."""
        return self._link.ask("GET", "/v1/alert-settings", AlertSettingsPage)

    def edit_alert_settings(self, edit: EditAlertSettings) -> AlertSettingsPage:
        """Sets all of them; an admin's right; 409 as `edit_agent`."""
        return self._link.ask("PUT", "/v1/alert-settings", AlertSettingsPage, edit)

    def users(self) -> UsersPage:
        """The tenant's users; an admin's question."""
        return self._link.ask("GET", "/v1/users", UsersPage)

    def tokens(self) -> TokensPage:
        """The tenant's tokens without their secrets; an admin's question."""
        return self._link.ask("GET", "/v1/tokens", TokensPage)

    def create_token(self, wanted: CreateToken) -> TokenMade:
        """Makes a token, and its user on first use; the secret is told this once."""
        return self._link.ask("POST", "/v1/tokens", TokenMade, wanted)

    def revoke_token(self, token_id: str) -> None:
        """Revokes a token from the next request on."""
        self._link.tell("DELETE", f"/v1/tokens/{_part(token_id)}")

    def campaigns(self) -> CampaignsPage:
        """The tenant's campaigns and how many contacts wait in each."""
        return self._link.ask("GET", "/v1/campaigns", CampaignsPage)

    def jobs(self) -> JobsPage:
        """When each scheduled job last ran and will run."""
        return self._link.ask("GET", "/v1/jobs", JobsPage)

    def run_job(self, name: str) -> JobsPage:
        """Runs a job now; an admin's right."""
        return self._link.ask("POST", f"/v1/jobs/{_part(name)}/run", JobsPage)


def _part(text: str) -> str:
    return quote(text, safe="")


def _query(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}


def _period(since: datetime | None, until: datetime | None, cursor: str | None, limit: int | None) -> dict[str, str]:
    page = _query(cursor=cursor, limit=None if limit is None else str(limit))
    period = {"from": since, "to": until}
    return page | {name: _rfc3339(at) for name, at in period.items() if at is not None}


def _rfc3339(at: datetime) -> str:
    return msgspec.json.encode(at).decode().strip('"')
