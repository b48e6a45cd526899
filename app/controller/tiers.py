"""Tiers: made, renamed and removed by the operator of the folder, who also says which tenant is of which."""

from collections.abc import Sequence

import msgspec

from app.controller.change import Change
from app.controller.deeds import deed_of
from app.controller.edit_limit import age_sessions, settings_of
from app.controller.floor import Floor
from app.controller.outcomes import Conflict, Done, Invalid, Missing, Outcome
from app.controller.session_ends import expire_all
from app.engine import events
from app.engine.people import Identity, Tenant, Tier
from app.engine.rulebook import TIER_FIELD, Scope
from app.engine.value import Id, Instant
from app.wire.operator import TenantItem
from app.wire.tiers import AssignTier, CreateTier, RenameTier, TierItem, TiersPage


def tiers_page(floor: Floor, tenants: Sequence[Tenant], own_tenant: Id | None) -> TiersPage:
    """Every tier with its tenants; only the tenant's own tier, and of its tenants only itself, if one is named."""
    seen = [tenant for tenant in tenants if own_tenant is None or tenant.id == own_tenant]
    by_tier: dict[Id | None, list[TenantItem]] = {}
    for tenant in seen:
        item = TenantItem(id=tenant.id, name=tenant.name)
        by_tier.setdefault(floor.rulebook.tier_of(tenant.id), []).append(item)
    shown = [tier for tier in floor.tiers.values() if own_tenant is None or tier.id in by_tier]
    return TiersPage(
        tiers=[
            TierItem(
                id=tier.id,
                name=tier.name,
                settings=settings_of(floor, Scope.TIER, tier.id),
                tenants=by_tier.get(tier.id, []),
            )
            for tier in sorted(shown, key=lambda tier: tier.name.casefold())
        ],
        unassigned=by_tier.get(None, []),
    )


def make_tier(change: Change, identity: Identity, intent: CreateTier, now: Instant) -> Outcome[Tier]:
    """A new tier that sets nothing yet."""
    floor = change.floor
    name = intent.name.strip()
    fault = _name_fault(floor, name, None)
    if fault is not None:
        return fault
    tier = Tier(id=floor.ports.new_id(now), name=name)
    _put(change, tier, now, is_new=True)
    change.add(deed_of(identity, now, "tier.create", tier.id, (None, {"name": name}), intent.reason))
    return Done(tier)


def rename_tier(change: Change, identity: Identity, tier_id: Id, intent: RenameTier, now: Instant) -> Outcome[Tier]:
    """The tier under another name; its limits and tenants stay."""
    floor = change.floor
    before = floor.tiers.get(tier_id)
    name = intent.name.strip()
    if before is None:
        return Missing(what="tier")
    fault = _name_fault(floor, name, tier_id)
    if fault is not None:
        return fault
    tier = msgspec.structs.replace(before, name=name)
    _put(change, tier, now, is_new=False)
    change.add(
        deed_of(identity, now, "tier.rename", tier.id, ({"name": before.name}, {"name": tier.name}), intent.reason)
    )
    return Done(tier)


def remove_tier(
    change: Change, identity: Identity, tier_id: Id, tenants: Sequence[Tenant], now: Instant
) -> Outcome[Id]:
    """Remove a tier that no tenant is of; what it set is kept in the history and holds for nobody."""
    floor = change.floor
    tier = floor.tiers.get(tier_id)
    if tier is None:
        return Missing(what="tier")
    of_it = [tenant.name for tenant in tenants if floor.rulebook.tier_of(tenant.id) == tier_id]
    if of_it:
        names = ", ".join(of_it[:5]) + (" and others" if len(of_it) > 5 else "")
        return Conflict(sentence=f"{tier.name} is the tier of {names}; move them to another first")
    del floor.tiers[tier_id]
    change.on_undo(lambda: floor.tiers.__setitem__(tier_id, tier))
    change.add(events.TierRemoved(tier_id=tier_id))
    change.add(deed_of(identity, now, "tier.remove", tier_id, ({"name": tier.name}, None), ""))
    return Done(tier_id)


def assign_tier(change: Change, identity: Identity, tenant_id: Id, intent: AssignTier, now: Instant) -> Outcome[Id]:
    """Move a tenant to a tier or to none: revision N + 1, in force from the next decision on."""
    floor = change.floor
    tenant = floor.tenant(tenant_id)
    if tenant is None:
        return Missing(what="tenant")
    if intent.tier_id is not None and intent.tier_id not in floor.tiers:
        return Missing(what="tier")
    before = floor.rulebook.tier_of(tenant_id)
    if intent.expected_tier_id is not msgspec.UNSET and intent.expected_tier_id != before:
        return Conflict(
            sentence=f"{tenant.name} was moved to another tier meanwhile",
            current=_named(floor, before) or {},
            yours=_named(floor, intent.tier_id) or {},
        )
    if intent.tier_id == before:
        return Invalid(field="tierId", sentence=f"{tenant.name} is of that tier already")
    # Under the rules that held: another tier's age must not raise the dead.
    expire_all(change, now)
    _move(change, identity, tenant, intent, now)
    age_sessions(change)
    return Done(tenant_id)


def _move(change: Change, identity: Identity, tenant: Tenant, intent: AssignTier, now: Instant) -> None:
    floor = change.floor
    book = floor.rulebook
    before = _named(floor, book.tier_of(tenant.id))
    after = _named(floor, intent.tier_id)
    floor.rulebook = book.with_tier(tenant.id, intent.tier_id, book.revision + 1)
    change.on_undo(lambda: setattr(floor, "rulebook", book))
    moved = msgspec.structs.replace(tenant, tier_id=intent.tier_id)
    floor.tenants[tenant.id] = moved
    change.on_undo(lambda: floor.tenants.__setitem__(tenant.id, tenant))
    change.add(events.TenantChanged(tenant=moved))
    change.add(
        events.LimitEdited(
            revision=book.revision + 1,
            tenant_id=tenant.id,
            scope=Scope.TENANT,
            scope_id=tenant.id,
            subject=tenant.name,
            field=TIER_FIELD,
            before=before,
            after=after,
            by=identity.user,
            reason=intent.reason,
            at=now,
        )
    )
    deed = deed_of(identity, now, "tenant.tier", tenant.id, (before, after), intent.reason)
    change.add(msgspec.structs.replace(deed, tenant_id=tenant.id))


def _named(floor: Floor, tier_id: Id | None) -> dict[str, object] | None:
    tier = floor.tiers.get(tier_id) if tier_id is not None else None
    return None if tier is None else {"tierId": tier.id, "tier": tier.name}


def _name_fault(floor: Floor, name: str, own: Id | None) -> Invalid | None:
    if not name:
        return Invalid(field="name", sentence="name must be 1 to 120 letters")
    if any(tier.name.casefold() == name.casefold() and tier.id != own for tier in floor.tiers.values()):
        return Invalid(field="name", sentence=f"There is a tier called {name}; choose another name")
    return None


def _put(change: Change, tier: Tier, now: Instant, *, is_new: bool) -> None:
    tiers = change.floor.tiers
    before = tiers.get(tier.id)
    tiers[tier.id] = tier
    change.on_undo(lambda: tiers.__setitem__(tier.id, before) if before is not None else tiers.__delitem__(tier.id))
    change.add(events.TierChanged(tier=tier, at=now, is_new=is_new))
