"""An operator puts a number on one of the tenant's do-not-call lists, or takes it off, with a reason."""

from app.controller.change import Change
from app.controller.import_contacts import normalise_phone, why_no_phone
from app.controller.outcomes import Done, Invalid, Missing, Outcome
from app.engine import events
from app.engine.people import Identity
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import Instant
from app.wire.base import utc
from app.wire.suppressions import ListedItem, ListNumber


def list_number(change: Change, identity: Identity, intent: ListNumber, now: Instant) -> Outcome[ListedItem]:
    """Put a number on a list; one that is on it already stays as it was listed first."""
    phone = normalise_phone(intent.phone, "US")
    if phone is None:
        return Invalid(field="phone", sentence=f"phone: {why_no_phone(intent.phone)}")
    kind = ListKind(intent.kind)
    entry = _entry(identity, phone, kind, intent.reason, now, is_listed=True)
    if kind not in change.floor.suppressions.kinds(identity.tenant_id, phone):
        change.list_number(entry)
        change.add(_deed(identity, entry))
    return Done(listed_item(entry))


def unlist_number(
    change: Change, identity: Identity, phone: str, kind: ListKind, reason: str, now: Instant
) -> Outcome[ListedItem]:
    """Take a number off a list. What was asked and when stays in its past."""
    number = normalise_phone(phone, "US")
    if number is None or kind not in change.floor.suppressions.kinds(identity.tenant_id, number):
        return Missing(what="number on this list")
    entry = _entry(identity, number, kind, reason, now, is_listed=False)
    change.list_number(entry)
    change.add(_deed(identity, entry))
    return Done(listed_item(entry))


def listed_item(entry: ListedNumber) -> ListedItem:
    """A step as the wire tells it."""
    return ListedItem(
        phone=entry.phone,
        kind=entry.kind.value,
        is_listed=entry.is_listed,
        at=utc(entry.at),
        by=entry.by,
        source=entry.source,
        reason=entry.reason,
    )


def masked(phone: str) -> str:
    """A number as the audit trail names it: country, area code and the last four digits."""
    return f"{phone[:5]}***{phone[-4:]}" if len(phone) > 9 else "***"


def _entry(
    identity: Identity, phone: str, kind: ListKind, reason: str, now: Instant, *, is_listed: bool
) -> ListedNumber:
    return ListedNumber(
        tenant_id=identity.tenant_id,
        phone=phone,
        kind=kind,
        is_listed=is_listed,
        at=now,
        by=identity.user,
        source="operator",
        reason=reason,
    )


def _deed(identity: Identity, entry: ListedNumber) -> events.DeedRecorded:
    listed: dict[str, object] = {"list": entry.kind.value}
    return events.DeedRecorded(
        tenant_id=identity.tenant_id,
        at=entry.at,
        user=identity.user,
        action="dnc.list" if entry.is_listed else "dnc.unlist",
        # The full number is in the list itself: the trail is chained, and must not be what an erasure cannot reach.
        subject=masked(entry.phone),
        before=None if entry.is_listed else listed,
        after=listed if entry.is_listed else None,
        reason=entry.reason,
    )
