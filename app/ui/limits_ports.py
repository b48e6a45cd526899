"""What the window asks of limits beyond one agent's, in small ports; `LimitsGateway` is the real one."""

from typing import Protocol

from app.wire.tiers import AssignTier, CreateTier, RenameTier, TiersPage


class TiersPort(Protocol):
    """Tiers, and which tenant is of which."""

    def tiers(self) -> TiersPage:
        """Every tier the user may see."""
        ...

    def create_tier(self, wanted: CreateTier) -> TiersPage:
        """Make one."""
        ...

    def rename_tier(self, tier_id: str, wanted: RenameTier) -> TiersPage:
        """Call it something else."""
        ...

    def delete_tier(self, tier_id: str) -> TiersPage:
        """Remove one that nobody is of."""
        ...

    def assign_tier(self, tenant_id: str, wanted: AssignTier) -> TiersPage:
        """Move a tenant to a tier or to none."""
        ...


class LimitsPort(TiersPort, Protocol):
    """All of it."""
