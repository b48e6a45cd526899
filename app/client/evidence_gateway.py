"""The evidence's routes: the audit trail, the chain and its heads, checks. As `Gateway`, of which it is a part."""

from datetime import datetime
from urllib.parse import quote

from app.client.link import Link
from app.wire.evidence import AuditChoices, CheckState, EvidencePage, SavedHead
from app.wire.operator import AuditPage


class EvidenceGateway:
    """Blocking, safe from several threads; raises what `Gateway` raises."""

    def __init__(self, link: Link) -> None:
        self._link = link

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
        """Who did what, newest first; `cursor` from the page before."""
        given = {"user": user, "kind": kind, "cursor": cursor}
        span = {name: at.isoformat() for name, at in (("from", since), ("to", until)) if at is not None}
        query = {name: value for name, value in given.items() if value is not None}
        return self._link.ask("GET", "/v1/audit", AuditPage, query={**query, **span, "limit": str(limit)})

    def choices(self) -> AuditChoices:
        """Who is in the trail, and the kinds of deeds there are."""
        return self._link.ask("GET", "/v1/audit-choices", AuditChoices)

    def state(self) -> EvidencePage:
        """The chain, its heads, and the last check."""
        return self._link.ask("GET", "/v1/evidence", EvidencePage)

    def save_head(self) -> SavedHead:
        """A signed head of the chain as it stands."""
        return self._link.ask("POST", "/v1/evidence/head", SavedHead)

    def start_check(self) -> CheckState:
        """Check the whole log."""
        return self._link.ask("POST", "/v1/evidence/checks", CheckState)

    def check(self, check_id: str) -> CheckState:
        """How far a check is, and what it found."""
        return self._link.ask("GET", f"/v1/evidence/checks/{quote(check_id, safe='')}", CheckState)

    def cancel_check(self, check_id: str) -> None:
        """Stop a check."""
        self._link.tell("DELETE", f"/v1/evidence/checks/{quote(check_id, safe='')}")
