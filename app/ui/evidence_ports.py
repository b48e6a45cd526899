"""What the window asks about the evidence: the part of `GatewayPort` behind "Evidence"."""

from datetime import datetime
from typing import Protocol

from app.wire.evidence import AuditChoices, CheckState, EvidencePage, SavedHead
from app.wire.operator import AuditPage


class DeedsPort(Protocol):
    """The audit trail."""

    def deeds(
        self,
        *,
        user: str | None = None,
        kind: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        cursor: str | None = None,
        limit: int = 200,
    ) -> AuditPage:
        """Who did what, newest first."""
        ...

    def choices(self) -> AuditChoices:
        """Who is in it, and what kinds of deeds."""
        ...


class EvidencePort(DeedsPort, Protocol):
    """The trail, the chain, and checks."""

    def state(self) -> EvidencePage:
        """The chain, its heads, and the last check."""
        ...

    def save_head(self) -> SavedHead:
        """A signed head of the chain as it stands."""
        ...

    def start_check(self) -> CheckState:
        """Check the whole log."""
        ...

    def check(self, check_id: str) -> CheckState:
        """How far a check is, and what it found."""
        ...

    def cancel_check(self, check_id: str) -> None:
        """Stop a check."""
        ...
