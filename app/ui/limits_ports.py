"""What the window asks of limits beyond one agent's, in small ports; `LimitsGateway` is the real one."""

from typing import Protocol

from app.wire.limits import (
    LimitChanges,
    LimitChangesAnswer,
    LimitHistoryPage,
    LimitsDiff,
    PreviewLimits,
    PreviewState,
)
from app.wire.operator import LimitsPage
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


class EditsPort(Protocol):
    """Limits of scopes, many edits at once, and what was edited before."""

    def limits(self) -> LimitsPage:
        """What tenant, tier and system set."""
        ...

    def change(self, changes: LimitChanges) -> LimitChangesAnswer:
        """Apply every edit or none; refused with `conflicts` if someone was quicker."""
        ...

    def history(
        self, scope: str | None = None, scope_id: str | None = None, cursor: str | None = None, limit: int = 100
    ) -> LimitHistoryPage:
        """Edits, newest first, of one scope or subject if it is named."""
        ...

    def diff(self, after: int, until: int | None = None) -> LimitsDiff:
        """What differs between two revisions, or between one and now."""
        ...


class PreviewPort(Protocol):
    """What edits would do, computed in a process of the engine's."""

    def start_preview(self, edits: PreviewLimits) -> PreviewState:
        """Start it."""
        ...

    def preview_state(self, preview_id: str) -> PreviewState:
        """How far it is."""
        ...

    def cancel_preview(self, preview_id: str) -> None:
        """Stop it."""
        ...


class LimitsPort(TiersPort, EditsPort, PreviewPort, Protocol):
    """All of it."""
