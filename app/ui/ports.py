"""What the window needs of an engine, in small ports; Gateway, FeedReader and EngineProcess are the real ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.client.engine_process import EngineOutcome
from app.client.feed_reader import FeedState
from app.ui.abandonment_ports import AbandonmentPort
from app.ui.admin_ports import AdminPort, BackupsPort, ImportsPort
from app.ui.alert_ports import AlertsPort
from app.ui.calling_ports import CallingPort, HoldsPort
from app.ui.evidence_ports import EvidencePort
from app.ui.exports_ports import ExportsPort
from app.ui.limits_ports import LimitsPort
from app.ui.lists_ports import ListsPort
from app.ui.log_ports import LogPort
from app.ui.rules_ports import RulesPort
from app.ui.sessions_ports import SessionHistoryPort
from app.wire.feed import FeedMessage, FloorAgent
from app.wire.operator import (
    AgentDetail,
    CreateToken,
    EditAgent,
    JobsPage,
    Me,
    SessionItem,
    SessionsPage,
    TenantItem,
    TokenMade,
)


class AgentsPort(Protocol):
    """The chosen agent, and its edit."""

    def agent(self, agent_id: str) -> AgentDetail:
        """Everything the detail pane draws."""
        ...

    def edit_agent(self, agent_id: str, edit: EditAgent) -> FloorAgent:
        """Edit its limits; refused with both values if another edit came first."""
        ...


class SessionsPort(Protocol):
    """Sessions and what a supervisor does to them."""

    def sessions(self, status: str | None = None) -> SessionsPage:
        """Sessions, live ones first."""
        ...

    def pause_session(self, session_id: str, reason: str) -> SessionItem:
        """Pause; audited with the reason."""
        ...

    def resume_session(self, session_id: str, reason: str) -> SessionItem:
        """Resume; audited with the reason."""
        ...

    def end_session(self, session_id: str, reason: str) -> SessionItem:
        """End for good; audited with the reason."""
        ...


class AccountPort(Protocol):
    """Who we are, and what a newcomer makes first."""

    def me(self) -> Me:
        """Whom the credentials name."""
        ...

    def create_tenant(self, name: str) -> TenantItem:
        """Make a tenant."""
        ...

    def create_token(self, wanted: CreateToken) -> TokenMade:
        """Make a token, shown once."""
        ...

    def close(self) -> None:
        """Close the connections."""
        ...


class JobsPort(Protocol):
    """The engine's scheduled jobs."""

    def jobs(self) -> JobsPage:
        """When each last ran and will run."""
        ...


class GatewayPort(AgentsPort, SessionsPort, AccountPort, JobsPort, AlertsPort, Protocol):
    """All of it; the window is handed this one value."""

    @property
    def admin(self) -> AdminPort:
        """Users, tokens, campaigns: an admin's."""
        ...

    @property
    def exports(self) -> ExportsPort:
        """What is exported, what was, and what is saved."""
        ...

    @property
    def backups(self) -> BackupsPort:
        """Copies of the folder: its owner's."""
        ...

    @property
    def imports(self) -> ImportsPort:
        """Contact files: an admin's."""
        ...

    @property
    def rulebook(self) -> LimitsPort:
        """Limits beyond one agent's."""
        ...

    @property
    def history(self) -> SessionHistoryPort:
        """Sessions, the ended ones too."""
        ...

    @property
    def log(self) -> LogPort:
        """The log: calls and refusals searched and explained."""
        ...

    @property
    def abandonment(self) -> AbandonmentPort:
        """Abandoned calls by campaign."""
        ...

    @property
    def lists(self) -> ListsPort:
        """Do-not-call lists, national and own."""
        ...

    @property
    def calling(self) -> CallingPort:
        """Calling hours: whom the rules bind, and where calls may go."""
        ...

    @property
    def holds(self) -> HoldsPort:
        """Legal holds, deletion and erasure."""
        ...

    @property
    def law(self) -> RulesPort:
        """The law of the folder: its rules, and what people do to them."""
        ...

    @property
    def evidence(self) -> EvidencePort:
        """The audit trail, the chain over the log, and checks of it."""
        ...


class FeedPort(Protocol):
    """The live feed."""

    def start(self) -> None:
        """Begin; messages come by callback, on any thread."""
        ...

    def stop(self) -> None:
        """End and wait for the end."""
        ...


class EnginePort(Protocol):
    """A local engine as a child."""

    def start(self) -> EngineOutcome:
        """Start it and wait for its first line."""
        ...

    def restart(self) -> EngineOutcome:
        """Start it anew."""
        ...

    def poll(self) -> int | None:
        """Its exit code, None while it lives."""
        ...

    @property
    def last_words(self) -> str:
        """The sentence it ended with."""
        ...

    def stop(self, keep: bool = False) -> int | None:
        """End it, or leave it behind running."""
        ...


class Wiring(Protocol):
    """Makes the three for a target."""

    def gateway(self, url: str, token: str, tenant: str | None) -> GatewayPort:
        """A caller's way to the engine at `url`."""
        ...

    def feed(
        self,
        url: str,
        token: str,
        tenant: str | None,
        on_message: Callable[[FeedMessage], None],
        on_state: Callable[[FeedState], None],
    ) -> FeedPort:
        """That engine's feed."""
        ...

    def engine(self, folder: Path) -> EnginePort:
        """The engine of a data folder."""
        ...
