"""Legal holds over the wire: what may be held, what of it operators read, behind one port."""

from typing import Protocol

from app.compliance.masking import masked
from app.controller.floor import Floor
from app.controller.import_contacts import normalise_phone, why_no_phone
from app.controller.outcomes import Invalid, Missing
from app.engine.holds import HeldWhat, HoldScope, LegalHold
from app.engine.people import Identity
from app.engine.value import Id, Instant
from app.ids import parse_id
from app.wire.base import instant_of, utc, utc_or_none
from app.wire.holds import HoldItem, HoldsPage, SetHold


class LegalHolds(Protocol):
    """A folder's holds, off the loop; each change is one audited transaction. Raises `StoreUnavailable`."""

    def holds(self, tenant_id: Id) -> list[LegalHold]:
        """The holds of a tenant that are on, oldest first."""
        ...

    def add(self, identity: Identity, what: HeldWhat, reason: str, now: Instant) -> int:
        """Hold it; returns the hold's number."""
        ...

    def release(self, identity: Identity, number: int, reason: str, now: Instant) -> bool:
        """Release one; False if the tenant has none of this number that is on."""
        ...


def what_of(floor: Floor, tenant_id: Id, intent: SetHold) -> HeldWhat | Invalid | Missing:
    """What is to be held, or what is wrong with it: each scope takes its own fields and no other's."""
    scope = HoldScope(intent.scope)
    fault = _strange_field(intent)
    if fault is not None:
        return fault
    if scope is HoldScope.CAMPAIGN:
        return _campaign(floor, tenant_id, intent.campaign_id or "")
    if scope is HoldScope.NUMBER:
        return _number(intent.phone_number or "")
    if scope is HoldScope.RANGE:
        return _range(intent)
    return HeldWhat(scope=scope)


def holds_page(found: list[LegalHold]) -> HoldsPage:
    """Holds as the wire tells them; numbers are masked."""
    return HoldsPage(
        holds=[
            HoldItem(
                number=one.number,
                scope=one.what.scope.value,
                campaign_id=one.what.campaign_id,
                campaign=one.campaign or None,
                phone=masked(one.what.phone) or None,
                from_=utc_or_none(one.what.starts_at),
                to=utc_or_none(one.what.ends_at),
                reason=one.reason,
                by=one.by,
                at=utc(one.at),
            )
            for one in found
        ]
    )


_OWN_FIELDS = {
    "tenant": frozenset[str](),
    "campaign": frozenset({"campaignId"}),
    "number": frozenset({"phoneNumber"}),
    "range": frozenset({"from", "to"}),
}


def _strange_field(intent: SetHold) -> Invalid | None:
    given = {
        "campaignId": intent.campaign_id,
        "phoneNumber": intent.phone_number,
        "from": intent.from_,
        "to": intent.to,
    }
    own = _OWN_FIELDS[intent.scope]
    for field, value in given.items():
        if (value is not None) != (field in own):
            verb = "needs" if field in own else "takes no"
            return Invalid(field=field, sentence=f"{field}: a hold of scope {intent.scope} {verb} {field}")
    return None


def _campaign(floor: Floor, tenant_id: Id, text: str) -> HeldWhat | Missing:
    campaign_id = parse_id(text)
    if campaign_id is None or floor.campaign(tenant_id, campaign_id) is None:
        return Missing(what="campaign")
    return HeldWhat(scope=HoldScope.CAMPAIGN, campaign_id=campaign_id)


def _number(text: str) -> HeldWhat | Invalid:
    phone = normalise_phone(text, "US")
    if phone is None:
        return Invalid(field="phoneNumber", sentence=f"phoneNumber: {why_no_phone(text)}")
    return HeldWhat(scope=HoldScope.NUMBER, phone=phone)


def _range(intent: SetHold) -> HeldWhat | Invalid:
    for field, moment in (("from", intent.from_), ("to", intent.to)):
        if moment is None or moment.tzinfo is None:
            return Invalid(field=field, sentence=f"{field} must have a zone, as in 2026-12-01T15:30:00Z")
    starts_at, ends_at = (instant_of(moment) for moment in (intent.from_, intent.to) if moment is not None)
    if ends_at <= starts_at:
        return Invalid(field="to", sentence="to must be later than from")
    return HeldWhat(scope=HoldScope.RANGE, starts_at=starts_at, ends_at=ends_at)
