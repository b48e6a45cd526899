"""What a disposition means to a tenant: the product's words, and the tenant's own."""

import re

import msgspec

from app.controller.change import Change
from app.controller.floor import Floor
from app.controller.outcomes import Done, Invalid, Missing, Outcome
from app.engine import events
from app.engine.calls import DISPOSITIONS, ContactFate, Disposition
from app.engine.people import Identity, Tenant
from app.engine.value import Id, Instant
from app.wire.dispositions import DispositionItem, DispositionsPage, SetDisposition

MOST_OWN = 100
_NAME = re.compile(r"[a-z][a-z0-9_]{1,59}", re.ASCII)


def meaning_of(floor: Floor, tenant_id: Id, name: str) -> Disposition | None:
    """What a word means to this tenant, None if it is none of its words."""
    found = DISPOSITIONS.get(name)
    if found is not None:
        return found
    return next((own for own in _own(floor, tenant_id) if own.name == name), None)


def words_of(floor: Floor, tenant_id: Id) -> list[str]:
    """Every word this tenant's dialers may use."""
    return [*DISPOSITIONS, *(own.name for own in _own(floor, tenant_id))]


def dispositions_page(floor: Floor, tenant_id: Id) -> DispositionsPage:
    """The product's dispositions and the tenant's own."""
    product = [_item(meaning, is_own=False) for meaning in DISPOSITIONS.values()]
    return DispositionsPage(dispositions=product + [_item(own, is_own=True) for own in _own(floor, tenant_id)])


def set_disposition(
    change: Change, identity: Identity, name: str, intent: SetDisposition | None, now: Instant
) -> Outcome[DispositionsPage]:
    """Set one of the tenant's own dispositions, or with None take it away. The product's cannot be changed."""
    floor = change.floor
    tenant = floor.tenant(identity.tenant_id)
    if tenant is None:
        return Missing(what="tenant")
    fault = _fault(tenant, name, intent)
    if fault is not None:
        return fault
    before = next((own for own in tenant.dispositions if own.name == name), None)
    if intent is None and before is None:
        return Missing(what="disposition of the tenant's own")
    kept = tuple(own for own in tenant.dispositions if own.name != name)
    after = None if intent is None else _meant(name, intent)
    _put(change, msgspec.structs.replace(tenant, dispositions=kept if after is None else (*kept, after)))
    change.add(
        events.DeedRecorded(
            tenant_id=tenant.id,
            at=now,
            user=identity.user,
            action="disposition.set" if after is not None else "disposition.remove",
            subject=name,
            before=None if before is None else msgspec.to_builtins(before),
            after=None if after is None else msgspec.to_builtins(after),
            reason="" if intent is None else intent.reason,
        )
    )
    return Done(dispositions_page(floor, tenant.id))


def _fault(tenant: Tenant, name: str, intent: SetDisposition | None) -> Invalid | None:
    if name in DISPOSITIONS:
        return Invalid(field="name", sentence=f"{name} is the product's own disposition and cannot be changed")
    if _NAME.fullmatch(name) is None:
        return Invalid(
            field="name", sentence="a disposition is 2 to 60 small letters, digits and _, as in left_message"
        )
    if intent is not None and len(tenant.dispositions) >= MOST_OWN:
        return Invalid(field="name", sentence=f"a tenant has at most {MOST_OWN} dispositions of its own")
    return None


def _meant(name: str, intent: SetDisposition) -> Disposition:
    # Who converted was reached: a count of conversions above that of people reached would be nonsense.
    return Disposition(
        name=name,
        reached=intent.reached or intent.converted,
        converted=intent.converted,
        fate=ContactFate(intent.contact),
    )


def _put(change: Change, tenant: Tenant) -> None:
    floor = change.floor
    before = floor.tenants[tenant.id]
    floor.tenants[tenant.id] = tenant
    change.on_undo(lambda: floor.tenants.__setitem__(before.id, before))
    change.add(events.TenantChanged(tenant=tenant))


def _own(floor: Floor, tenant_id: Id) -> tuple[Disposition, ...]:
    tenant = floor.tenant(tenant_id)
    return tenant.dispositions if tenant is not None else ()


def _item(meaning: Disposition, *, is_own: bool) -> DispositionItem:
    return DispositionItem(
        name=meaning.name,
        reached=meaning.reached,
        converted=meaning.converted,
        contact=meaning.fate.value,
        is_own=is_own,
    )
