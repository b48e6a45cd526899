"""Limits beyond one agent's on the fake floor: tiers, as the real engine keeps them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from app.client.errors import GatewayRefused
from app.wire.errors import ErrorBody
from app.wire.operator import Enforcement, LimitSetting, TenantItem
from app.wire.tiers import AssignTier, CreateTier, RenameTier, TierItem, TiersPage

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

LIMIT_IDS = ("api.minute", "api.hour", "calls.hour", "calls.day", "calls.gap", "sessions.active", "session.age")


def no(status: int, code: str, sentence: str, field_name: str | None = None) -> GatewayRefused:
    """The engine's no."""
    name = field_name or msgspec.UNSET
    return GatewayRefused(status, ErrorBody(error=sentence, code=code, rate_limit_exceeded=False, field=name))


@dataclass
class FakeLimits:
    """`gateway.rulebook` over a `FloorGateway`'s world."""

    floor: "FloorGateway"
    tier_names: dict[str, str] = field(default_factory=dict)
    tier_of: dict[str, str | None] = field(default_factory=dict)
    others: list[TenantItem] = field(default_factory=list)
    set_amounts: dict[tuple[str, str | None, str], tuple[int, Enforcement, int]] = field(default_factory=dict)

    def tiers(self) -> TiersPage:
        self.floor.ask_for("tiers")
        return self._page()

    def _page(self) -> TiersPage:
        tenants = [*self.floor.me_answer.tenants, *self.others]
        return TiersPage(
            tiers=[
                TierItem(
                    id=id_,
                    name=name,
                    settings=[self.setting("tier", id_, limit) for limit in LIMIT_IDS],
                    tenants=[tenant for tenant in tenants if self.tier_of.get(tenant.id) == id_],
                )
                for id_, name in sorted(self.tier_names.items(), key=lambda item: item[1])
            ],
            unassigned=[tenant for tenant in tenants if self.tier_of.get(tenant.id) is None],
        )

    def setting(self, scope: str, scope_id: str | None, limit_id: str) -> LimitSetting:
        """A limit as one scope sets it."""
        found = self.set_amounts.get((scope, scope_id, limit_id))
        return msgspec.convert(
            {
                "scope": scope,
                "scopeId": scope_id,
                "subject": self.subject(scope, scope_id),
                "limitId": limit_id,
                "amount": found[0] if found else (SYSTEM[limit_id] if scope == "system" else None),
                "enforcement": found[1] if found else "enforce",
                "revision": found[2] if found else 0,
            },
            LimitSetting,
        )

    def subject(self, scope: str, scope_id: str | None) -> str:
        """What a scope is called."""
        return {"tenant": self.floor.world.tenant, "tier": self.tier_names.get(scope_id or "", "")}.get(scope, "system")

    def create_tier(self, wanted: CreateTier) -> TiersPage:
        self.floor.ask_for(f"create_tier {wanted.name}")
        if any(name.casefold() == wanted.name.casefold() for name in self.tier_names.values()):
            raise no(400, "invalid_request", f"There is a tier called {wanted.name}; choose another name", "name")
        self.tier_names[f"0198e000-0000-7000-8000-{len(self.tier_names) + 1:012d}"] = wanted.name
        return self._page()

    def rename_tier(self, tier_id: str, wanted: RenameTier) -> TiersPage:
        self.floor.ask_for(f"rename_tier {wanted.name}")
        self.tier_names[tier_id] = wanted.name
        return self._page()

    def delete_tier(self, tier_id: str) -> TiersPage:
        self.floor.ask_for("delete_tier")
        if tier_id in self.tier_of.values():
            raise no(409, "conflict", f"{self.tier_names[tier_id]} is the tier of a tenant; move it to another first")
        del self.tier_names[tier_id]
        return self._page()

    def assign_tier(self, tenant_id: str, wanted: AssignTier) -> TiersPage:
        self.floor.ask_for(f"assign_tier {wanted.reason}")
        if wanted.expected_tier_id is not msgspec.UNSET and wanted.expected_tier_id != self.tier_of.get(tenant_id):
            raise no(409, "conflict", "The tenant was moved to another tier meanwhile")
        self.tier_of[tenant_id] = wanted.tier_id
        return self._page()


SYSTEM = {
    "api.minute": 60,
    "api.hour": 500,
    "calls.hour": 100,
    "calls.day": 800,
    "calls.gap": 2,
    "sessions.active": 5,
    "session.age": 28_800,
}
