"""Somebody wants to see a whole number: shown once it is in the audit trail, and not before."""

from app.compliance.masking import masked
from app.controller.change import Change
from app.controller.outcomes import Done, Invalid, Missing, Outcome
from app.engine import events
from app.engine.people import Identity, Role
from app.engine.value import Instant
from app.wire.reveals import RevealedNumber, RevealNumber


def reveal(
    change: Change, identity: Identity, intent: RevealNumber, phone: str | None, now: Instant
) -> Outcome[RevealedNumber]:
    """Record the reveal and answer with the number, which was looked up before."""
    if intent.reason is None and identity.role is Role.SUPERVISOR:
        return Invalid(field="reason", sentence="reason: say why you need the number; it is kept with your name")
    if not phone:
        return Missing(what=intent.kind if phone is None else "number any more: it was erased")
    change.add(
        events.DeedRecorded(
            tenant_id=identity.tenant_id,
            at=now,
            user=identity.user,
            action="number.reveal",
            subject=f"{intent.kind} {intent.id}",
            before=None,
            # The trail is chained and cannot be erased: it never holds the number itself.
            after={"number": masked(phone)},
            reason=intent.reason or "",
        )
    )
    return Done(RevealedNumber(kind=intent.kind, id=intent.id, phone=phone))
