"""What the operator's routes ask for beyond the floor: people, jobs and exports, behind small ports."""

from typing import Protocol

from app.controller.evidence_desk import EvidenceDesk
from app.controller.export_desk import ExportDesk
from app.engine.people import Identity, Role, Tenant
from app.engine.value import Id, Instant
from app.wire.limits import PreviewLimits, PreviewState
from app.wire.operator import JobItem


class NameTaken(ValueError):
    """The name belongs to someone with another role; the message says what to do."""


class NewToken:
    """A token as it is shown, this once."""

    def __init__(self, token_id: str, token: str, identity: Identity) -> None:
        self.token_id = token_id
        self.token = token
        self.identity = identity


class People(Protocol):
    """Makes tenants, users and tokens. Each call is one transaction; raises `StoreUnavailable`."""

    def make_tenant(self, name: str, now: Instant, by: str = "") -> Tenant:
        """The tenant of this name; if there is none it is made, and the trail says so if `by` names somebody."""
        ...

    def make_token(self, tenant_id: Id, user: str, role: Role, by: str, now: Instant) -> NewToken:
        """A token of a user, who is made on first use. Raises `NameTaken`."""
        ...

    def revoke_token(self, tenant_id: Id, token_id: str, by: str, now: Instant) -> bool:
        """Revoke a token; False if the tenant has none of this id in force."""
        ...


class Jobs(Protocol):
    """The scheduled jobs."""

    def items(self) -> list[JobItem]:
        """Every job: when it last ran and will run."""
        ...

    async def run_now(self, name: str) -> bool:
        """Run a job now; False if there is none of this name."""
        ...


class Previews(Protocol):
    """What edits of limits would do, each computed in a process of its own."""

    async def start(self, tenant_id: Id, edits: PreviewLimits) -> PreviewState | None:
        """Start one; None while as many run as may."""
        ...

    def state(self, tenant_id: Id, preview_id: Id) -> PreviewState | None:
        """How far one is, None if the tenant has none of this id."""
        ...

    async def cancel(self, tenant_id: Id, preview_id: Id) -> bool:
        """Stop one; False if the tenant has none of this id."""
        ...


class LongWork:
    """What is done in processes of its own."""

    def __init__(self, *, exports: ExportDesk, previews: Previews, evidence: EvidenceDesk) -> None:
        self.exports = exports
        self.previews = previews
        self.evidence = evidence
