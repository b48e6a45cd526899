"""What a window asks of limits beyond one agent's: tiers, edits of many at once, their history and their effect.

Every method raises as `app.client.gateway` does.
"""

from urllib.parse import quote

from app.client.link import Link
from app.wire.limits import LimitChanges, LimitChangesAnswer, LimitHistoryPage, LimitsDiff, PreviewLimits, PreviewState
from app.wire.operator import LimitsPage
from app.wire.tiers import AssignTier, CreateTier, RenameTier, TiersPage


class LimitsGateway:
    """The routes under `/v1/limits` and `/v1/tiers`, over the gateway's own connections."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def limits(self) -> LimitsPage:
        """Every limit setting the tenant is subject to."""
        return self._link.ask("GET", "/v1/limits", LimitsPage)

    def change(self, changes: LimitChanges) -> LimitChangesAnswer:
        """Applies every edit or none; 409 has `conflicts` in `current`, each with who was quicker."""
        return self._link.ask("POST", "/v1/limits/changes", LimitChangesAnswer, changes)

    def history(
        self, scope: str | None = None, scope_id: str | None = None, cursor: str | None = None, limit: int = 100
    ) -> LimitHistoryPage:
        """Limit edits, newest first, of one scope or subject if it is named; `cursor` from the page before."""
        wanted = {"scope": scope, "scopeId": scope_id, "cursor": cursor, "limit": str(limit)}
        query = {name: value for name, value in wanted.items() if value is not None}
        return self._link.ask("GET", "/v1/limits/history", LimitHistoryPage, query=query)

    def diff(self, after: int, until: int | None = None) -> LimitsDiff:
        """What differs between revision `after` and `until`, or now."""
        query = {"from": str(after)} | ({} if until is None else {"to": str(until)})
        return self._link.ask("GET", "/v1/limits/diff", LimitsDiff, query=query)

    def start_preview(self, edits: PreviewLimits) -> PreviewState:
        """Starts to compute what edits would do, in a process of the engine's, and returns at once."""
        return self._link.ask("POST", "/v1/limits/preview", PreviewState, edits)

    def preview_state(self, preview_id: str) -> PreviewState:
        """How far a preview is, and its effect once it is done."""
        return self._link.ask("GET", f"/v1/limits/preview/{_part(preview_id)}", PreviewState)

    def cancel_preview(self, preview_id: str) -> None:
        """Stops a preview."""
        self._link.tell("DELETE", f"/v1/limits/preview/{_part(preview_id)}")

    def tiers(self) -> TiersPage:
        """Every tier for the local operator, its own for a tenant."""
        return self._link.ask("GET", "/v1/tiers", TiersPage)

    def create_tier(self, wanted: CreateTier) -> TiersPage:
        """Makes a tier that sets nothing yet; the local operator's right."""
        return self._link.ask("POST", "/v1/tiers", TiersPage, wanted)

    def rename_tier(self, tier_id: str, wanted: RenameTier) -> TiersPage:
        """Renames a tier."""
        return self._link.ask("PATCH", f"/v1/tiers/{_part(tier_id)}", TiersPage, wanted)

    def delete_tier(self, tier_id: str) -> TiersPage:
        """Removes a tier that no tenant is of; 409 names the tenants that are."""
        return self._link.ask("DELETE", f"/v1/tiers/{_part(tier_id)}", TiersPage)

    def assign_tier(self, tenant_id: str, wanted: AssignTier) -> TiersPage:
        """Moves a tenant to a tier or to none; 409 if someone else moved it meanwhile."""
        return self._link.ask("PUT", f"/v1/tenants/{_part(tenant_id)}/tier", TiersPage, wanted)


def _part(text: str) -> str:
    return quote(text, safe="")
