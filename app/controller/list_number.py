"""An operator puts a number on one of the tenant's do-not-call lists, or takes it off, with a reason."""

import msgspec

from app.compliance.masking import masked
from app.controller.change import Change
from app.controller.import_contacts import normalise_phone, why_no_phone
from app.controller.outcomes import Conflict, Done, Invalid, Missing, Outcome
from app.engine import events
from app.engine.people import Identity
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import Instant
from app.wire.base import utc
from app.wire.suppressions import LiftNumber, ListedItem, ListNumber

NEEDS_CONSENT = frozenset({ListKind.INTERNAL, ListKind.LITIGATOR})
"""Lists for ever: a number leaves them only by what the person themself agreed to since (47 CFR 64.1200(d)(6))."""


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
    return Done(listed_item(entry, None))


def unlist_number(
    change: Change, identity: Identity, phone: str, kind: ListKind, why: LiftNumber, now: Instant
) -> Outcome[ListedItem]:
    """Take a number off a list. What was asked and when stays in its past."""
    number = normalise_phone(phone, "US")
    if number is None or kind not in change.floor.suppressions.kinds(identity.tenant_id, number):
        return Missing(what="number on this list")
    if kind in NEEDS_CONSENT and why.consent is None:
        sentence = "consent: say what the person agreed to, when and how; nobody leaves this list without it"
        return Invalid(field="consent", sentence=sentence)
    entry = _entry(identity, number, kind, why.reason, now, is_listed=False)
    entry = msgspec.structs.replace(entry, consent=why.consent or "")
    change.list_number(entry)
    change.add(_deed(identity, entry))
    return Done(listed_item(entry, None))


def lift_entry(
    change: Change, identity: Identity, entry: ListedNumber | None, why: LiftNumber, now: Instant
) -> Outcome[ListedItem]:
    """Take the number of an entry off its list; one that was taken off since is told."""
    if entry is None:
        return Missing(what="entry of a list")
    if not entry.is_listed or entry.kind not in change.floor.suppressions.kinds(identity.tenant_id, entry.phone):
        return Conflict(sentence="The number is not on this list any more; look it up again")
    return unlist_number(change, identity, entry.phone, entry.kind, why, now)


def listed_item(entry: ListedNumber, number: int | None, campaign: str | None = None) -> ListedItem:
    """A step as the wire tells it, by the number of its row (None: it is being written) and its campaign's name."""
    return ListedItem(
        id="" if number is None else str(number),
        phone=masked(entry.phone),
        kind=entry.kind.value,
        is_listed=entry.is_listed,
        at=utc(entry.at),
        by=entry.by,
        source=entry.source,
        reason=entry.reason,
        campaign_id=entry.campaign_id,
        campaign=campaign,
        consent=entry.consent,
    )


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
    lifted = {"consent": entry.consent} if entry.consent else None
    return events.DeedRecorded(
        tenant_id=identity.tenant_id,
        at=entry.at,
        user=identity.user,
        action="dnc.list" if entry.is_listed else "dnc.unlist",
        # The full number is in the list itself: the trail is chained, and must not be what an erasure cannot reach.
        subject=masked(entry.phone),
        before=None if entry.is_listed else listed,
        after=listed if entry.is_listed else lifted,
        reason=entry.reason,
    )
