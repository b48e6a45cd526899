"""The audit trail's record of an edit that is of the folder, not of one tenant's floor: tiers, and the law."""

from app.engine import events
from app.engine.people import Identity
from app.engine.value import Instant


def deed_of(
    identity: Identity, now: Instant, action: str, subject: str, values: tuple[object, object], reason: str
) -> events.DeedRecorded:
    """Who did what to `subject`, from and to which values; it stands with the tenant of whoever did it."""
    return events.DeedRecorded(
        tenant_id=identity.tenant_id or None,
        at=now,
        user=identity.user,
        action=action,
        subject=subject,
        before=values[0],
        after=values[1],
        reason=reason,
    )
