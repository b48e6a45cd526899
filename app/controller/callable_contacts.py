"""Takes contacts from the queue for a hand-out, and leaves out whom no one may call: checked at that very instant."""

from functools import partial

from app.controller.change import Change
from app.engine import events
from app.engine.calls import ContactFate
from app.engine.people import Contact
from app.engine.value import Id, Instant


def take_callable(change: Change, tenant_id: Id, campaign_id: Id | None, lines: int, now: Instant) -> list[Contact]:
    """Up to `lines` contacts that may be called now.

    A contact whose number has come on a list since it was queued leaves the queue for good, in this same change.
    """
    floor = change.floor
    found: list[Contact] = []
    while len(found) < lines:
        taken = floor.ports.queue.take(tenant_id, campaign_id, lines - len(found), now)
        if not taken:
            return found
        for contact in taken:
            if floor.suppressions.kinds(tenant_id, contact.phone):
                _close(change, contact, now)
            else:
                found.append(contact)
    return found


def _close(change: Change, contact: Contact, now: Instant) -> None:
    change.on_undo(partial(change.floor.ports.queue.put_back, [contact]))
    change.add(
        events.ContactSettled(
            contact_id=contact.id, tenant_id=contact.tenant_id, fate=ContactFate.DO_NOT_CALL, due_at=now, at=now
        )
    )
