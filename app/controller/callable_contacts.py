"""Takes contacts from the queue for a hand-out, and leaves out whom no one may call: checked at that very instant."""

from collections.abc import Callable
from functools import partial

from app.compliance.question import CallMode
from app.controller.calling import Dial
from app.controller.change import Change
from app.engine import events
from app.engine.calling import Blocked, RulesMode
from app.engine.calls import ContactFate
from app.engine.people import Contact
from app.engine.rulebook import AgentSettings
from app.engine.sessions import Session
from app.engine.value import DAY, Instant

MOST_LEFT_OUT = 200
"""Contacts left out in one decision at most: a list of forbidden numbers must not hold the floor up."""

_LOOK_AGAIN = DAY


def dial_of(change: Change, session: Session, mode: str) -> Dial:
    """How a call of this session would be placed."""
    settings = change.floor.rulebook.agent(session.agent_id) or AgentSettings(tenant_id=session.tenant_id)
    return Dial(mode=CallMode(mode), call_timeout=settings.call_timeout)


def take_callable(change: Change, session: Session, dial: Dial, lines: int, now: Instant) -> list[Contact]:
    """Up to `lines` contacts that may be called now.

    One whose number has come on a list since it was queued leaves the queue for good, one that a rule forbids until the
    rule allows it, both in this same change.
    """
    take = _source(change, session, dial, now)
    found: list[Contact] = []
    left_out = 0
    while len(found) < lines and left_out < MOST_LEFT_OUT:
        taken = take(lines - len(found))
        if not taken:
            break
        kept = [contact for contact in taken if _may_be_called(change, contact, dial, now)]
        found += kept
        left_out += len(taken) - len(kept)
    return found


def _source(change: Change, session: Session, dial: Dial, now: Instant) -> Callable[[int], list[Contact]]:
    floor = change.floor
    tenant_id, campaign_id = session.tenant_id, session.campaign_id
    if floor.lawful is None or not floor.lawful.binds(tenant_id, campaign_id):
        return lambda lines: floor.ports.queue.take(tenant_id, campaign_id, lines, now)
    queue, line = floor.lawful.queue, floor.lawful.line(tenant_id, campaign_id, dial, now)
    return lambda lines: line.take(queue, lines, now)


def _may_be_called(change: Change, contact: Contact, dial: Dial, now: Instant) -> bool:
    floor = change.floor
    if floor.suppressions.kinds(contact.tenant_id, contact.phone):
        _close(change, contact, now)
        return False
    if floor.lawful is None:
        return True
    calling = floor.lawful.calling
    blocked = calling.judge(contact, dial, now)
    if blocked is None:
        return True
    if calling.settings(contact.tenant_id, contact.campaign_id).mode is RulesMode.ENFORCE:
        _hold(change, contact, blocked, now)
        return False
    calling.count_would_refuse(contact, blocked, now)
    return True


def _close(change: Change, contact: Contact, now: Instant) -> None:
    change.on_undo(partial(change.floor.ports.queue.put_back, [contact]))
    change.add(
        events.ContactSettled(
            contact_id=contact.id, tenant_id=contact.tenant_id, fate=ContactFate.DO_NOT_CALL, due_at=now, at=now
        )
    )


def _hold(change: Change, contact: Contact, blocked: Blocked, now: Instant) -> None:
    change.on_undo(partial(change.floor.ports.queue.put_back, [contact]))
    change.add(
        events.ContactHeld(
            contact_id=contact.id,
            tenant_id=contact.tenant_id,
            campaign_id=contact.campaign_id,
            blocked=blocked,
            # Waiting alone does not help, but a list or a flag may change: it is looked at again.
            due_at=now + _LOOK_AGAIN if blocked.until is None else blocked.until,
            at=now,
        )
    )
