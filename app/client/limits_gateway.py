"""What a window asks of limits beyond one agent's: tiers, edits of many at once, their history and their effect.

Every method raises as `app.client.gateway` does.
"""

from urllib.parse import quote

from app.client.link import Link
from app.wire.operator import LimitsPage
from app.wire.tiers import AssignTier, CreateTier, RenameTier, TiersPage


class LimitsGateway:
    """The routes under `/v1/limits` and `/v1/tiers`, over the gateway's own connections."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def limits(self) -> LimitsPage:
        """Every limit setting the tenant is subject to."""
        return self._link.ask("GET", "/v1/limits", LimitsPage)

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
