"""Bodies of `/v1/tiers`: limits that several tenants share, and which tenant is of which tier."""

import msgspec

from app.wire.base import Body
from app.wire.operator import LimitSetting, Name, Reason, TenantItem


class TierItem(Body, frozen=True, kw_only=True):
    """A tier: what it sets (an amount of null is the system's), and those of its tenants that the caller may see."""

    id: str
    name: str
    settings: list[LimitSetting]
    tenants: list[TenantItem]


class TiersPage(Body, frozen=True, kw_only=True):
    """Every tier by name for the local operator, its own for a tenant. `unassigned` are tenants of no tier."""

    tiers: list[TierItem]
    unassigned: list[TenantItem]


class CreateTier(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Make a tier (the local operator only)."""

    name: Name
    reason: Reason


class RenameTier(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Call a tier something else."""

    name: Name
    reason: Reason


class AssignTier(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Move a tenant to a tier, or with null to none. A stale `expectedTierId` is refused with 409."""

    tier_id: str | None
    reason: Reason
    expected_tier_id: str | msgspec.UnsetType | None = msgspec.UNSET
