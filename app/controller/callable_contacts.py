"""Takes contacts from the queue for a hand-out, and leaves out whom no one may call: checked at that very instant."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.compliance.question import CallMode
from app.controller.calling import Dial
from app.controller.change import Change
from app.engine import events
from app.engine.basis import Basis, DecisionRecord, RefusedContact
from app.engine.calling import Blocked
from app.engine.calls import ContactFate
from app.engine.people import Contact
from app.engine.rulebook import AgentSettings
from app.engine.sessions import Session
from app.engine.suppression import ListKind
from app.engine.value import DAY, Instant

LISTED_CODES: Mapping[ListKind, str] = MappingProxyType(
    {
        ListKind.INTERNAL: "DNC_INTERNAL",
        ListKind.WRONG_NUMBER: "WRONG_NUMBER",
        ListKind.LITIGATOR: "LITIGATOR",
    }
)
"""What the log says of a number on a list of the tenant's own."""

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
    kinds = floor.suppressions.kinds(contact.tenant_id, contact.phone)
    if kinds:
        _close(change, contact, dial, kinds[0], now)
        return False
    if floor.lawful is None:
        return True
    calling = floor.lawful.calling
    judged = calling.judge(contact, dial, now)
    decision = _decision(change, contact, judged.basis, judged.verdict)
    change.note_versions(calling.bases.unnoted(calling.lawyer), calling.bases.forget_noted, now)
    if judged.blocked is not None:
        if judged.refuses:
            _hold(change, contact, judged.blocked, decision, now)
            return False
        change.would_refuse[contact.id] = judged.blocked.code
    change.decisions[contact.id] = decision
    return True


def _decision(change: Change, contact: Contact, basis: Basis, verdict: str | None) -> DecisionRecord:
    revision = change.floor.suppressions.revision(contact.tenant_id)
    return DecisionRecord(basis=basis, list_revision=revision, verdict=verdict)


def _close(change: Change, contact: Contact, dial: Dial, kind: ListKind, now: Instant) -> None:
    lawful = change.floor.lawful
    if lawful is not None:
        decision = _decision(change, contact, lawful.calling.basis(contact, dial), None)
        _refused(change, contact, (LISTED_CODES[kind], f"product/{kind.value}"), decision, now)
    change.on_undo(change.floor.ports.queue.put_back, [contact])
    change.add(
        events.ContactSettled(
            contact_id=contact.id, tenant_id=contact.tenant_id, fate=ContactFate.DO_NOT_CALL, due_at=now, at=now
        )
    )


def _hold(change: Change, contact: Contact, blocked: Blocked, decision: DecisionRecord, now: Instant) -> None:
    _refused(change, contact, (blocked.code, blocked.rule_id), decision, now)
    change.on_undo(change.floor.ports.queue.put_back, [contact])
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


def _refused(change: Change, contact: Contact, rule: tuple[str, str], decision: DecisionRecord, now: Instant) -> None:
    refused = RefusedContact(
        contact_id=contact.id,
        tenant_id=contact.tenant_id,
        campaign_id=contact.campaign_id,
        code=rule[0],
        rule_id=rule[1],
        decision=decision,
        at=now,
    )
    change.add(events.ContactRefused(refused=refused))
