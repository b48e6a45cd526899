"""What operators read from the log. All of it is slow enough to be asked off the loop."""

from typing import Protocol

from app.engine.alerts import Alert, AlertMoment
from app.engine.calls import Call
from app.engine.events import LimitEdited
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


class CallArchive(Protocol):
    """Calls, refusals and deeds, by page and newest first."""

    def calls(self, tenant_id: Id, span: Span) -> list[Call]:
        """A page of calls."""
        ...

    def refusals(self, tenant_id: Id, span: Span) -> list[RefusalRecord]:
        """A page of refusals."""
        ...

    def audit(self, tenant_id: Id, span: Span, before: int | None, deeds: Deeds) -> list[AuditRecord]:
        """A page of the audit trail."""
        ...

    def audit_choices(self, tenant_id: Id) -> tuple[list[str], list[str]]:
        """Who is in the audit trail, and the kinds of deeds in it."""
        ...

    def call_instants(self, agent_id: Id, edge: Instant) -> list[Instant]:
        """When an agent's calls after `edge` were charged, oldest first."""
        ...

    def edits(self, scope_id: Id, size: int) -> list[LimitEdited]:
        """The last limit edits of one scope."""
        ...


class FloorArchive(Protocol):
    """People and campaigns."""

    def users(self, tenant_id: Id) -> list[UserRecord]:
        """A tenant's users."""
        ...

    def tokens(self, tenant_id: Id) -> list[TokenRecord]:
        """A tenant's tokens, without their secrets."""
        ...

    def campaigns(self, tenant_id: Id, now: Instant) -> list[CampaignCount]:
        """A tenant's campaigns."""
        ...

    def line_holds(self, tenant_id: Id, family: Id, size: int) -> list[HeldLines]:
        """The newest lines that were held back for a campaign and those it counts with, newest first."""
        ...


class SessionArchive(Protocol):
    """Sessions and what happened to them."""

    def sessions(self, tenant_id: Id, search: SessionSearch) -> list[SessionRecord]:
        """A page of a tenant's sessions by when they started, newest first."""
        ...

    def count_sessions(self, tenant_id: Id, search: SessionSearch) -> int:
        """How many sessions a search finds, whatever its page."""
        ...

    def steps(self, session_id: Id) -> list[SessionStep]:
        """What happened to a session, in order."""
        ...

    def session_calls(self, session_id: Id) -> int:
        """How many calls a session placed that were not given back."""
        ...


class AlertArchive(Protocol):
    """Alerts and what happened to them."""

    def alerts(self, tenant_id: Id, state: str | None, span: Span) -> list[Alert]:
        """A page of a tenant's alerts, newest first; of one state if it is named."""
        ...

    def alert(self, tenant_id: Id, alert_id: Id) -> Alert | None:
        """One alert of a tenant."""
        ...

    def alert_moments(self, alert_id: Id) -> list[AlertMoment]:
        """What happened to an alert, in order."""
        ...


class LimitArchive(Protocol):
    """What was edited of limits, as far as one tenant may see it."""

    def limit_edits(self, seen: LimitsSeen, page: EditsPage) -> list[tuple[int, LimitEdited]]:
        """A page of edits with their numbers, newest first."""
        ...

    def edits_between(self, seen: LimitsSeen, after: int, until: int) -> list[LimitEdited]:
        """The edits with after < revision <= until, oldest first."""
        ...


class TenantArchive(Protocol):
    """Who is in the folder, for its local operator."""

    def tenants(self) -> list[Tenant]:
        """Every tenant by name."""
        ...


class LogSearch(Protocol):
    """Searching the log. An answer reads its share of rows and says how far back it came."""

    def search_calls(self, tenant_id: Id, search: CallSearch) -> CallsFound:
        """A page of calls, newest first."""
        ...

    def search_refusals(self, tenant_id: Id, search: RefusalSearch) -> RefusalsFound:
        """A page of folded refusals, newest first."""
        ...


class LogStories(Protocol):
    """One row of the log, explained."""

    def call_story(self, tenant_id: Id, call_id: Id) -> CallStory | None:
        """One call and everything that belongs to it."""
        ...

    def refusal_story(self, tenant_id: Id, refusal_id: Id) -> RefusalStory | None:
        """One folded refusal and what filled the window."""
        ...

    def limits(self, tenant_id: Id, agent_id: Id | None) -> LoggedLimits:
        """What the rulebooks of the past are folded from, as far as a tenant and one of its agents go."""
        ...


class LogCounts(Protocol):
    """The specification's monitoring, and the names that a search chooses from."""

    def requests_since(self, tenant_id: Id, edge: Instant) -> list[HourCount]:
        """API requests admitted after `edge`, by user, most first."""
        ...

    def calls_since(self, tenant_id: Id, edge: Instant) -> list[HourCount]:
        """Calls handed out after `edge`, by session, most first."""
        ...

    def user_names(self, tenant_id: Id) -> list[Named]:
        """A tenant's users by name."""
        ...

    def campaign_names(self, tenant_id: Id) -> list[Named]:
        """A tenant's campaigns by name."""
        ...


class Numbers(Protocol):
    """The numbers of rows, as the log has them. Off the loop; raises `StoreUnavailable`."""

    def number_of(self, kind: str, tenant_id: Id, row_id: str) -> str | None:
        """The number of a row; None if the tenant has none of this id, empty if it was erased."""
        ...


class LogArchive(LogSearch, LogStories, LogCounts, Numbers, Protocol):
    """Searching, explaining, counting and numbers in one hand."""


class Archive(CallArchive, SessionArchive, FloorArchive, AlertArchive, LimitArchive, TenantArchive, Protocol):
    """All of them in one hand."""

    @property
    def log(self) -> LogArchive:
        """The log as people search it, over a connection of its own: a search may take longer than the rest."""
        ...
