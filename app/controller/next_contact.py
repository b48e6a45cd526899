"""A dialer asks whom to call: the decision the product exists for."""

import msgspec

from app.controller.admission import note_refusal, note_warnings
from app.controller.callable_contacts import MOST_LEFT_OUT, dial_of, take_callable
from app.controller.calling import Dial
from app.controller.change import Change
from app.controller.days import next_day
from app.controller.foresight import attempt_of, foreseen
from app.controller.left_out import with_left_out
from app.controller.line_gate import Batch, count_would_hold, held_note, hold_lines
from app.controller.outcomes import Conflict, Done, Failure, Limited, Missing, Outcome
from app.controller.rows import contact_row
from app.controller.session_ends import expire_if_due, settle
from app.engine import events
from app.engine.calls import Call, ring_deadline
from app.engine.gauges import age_gate
from app.engine.limits import DialingMode, LimitId
from app.engine.pacing import Pace, lines_of
from app.engine.people import Contact, Identity
from app.engine.rulebook import AgentSettings
from app.engine.sessions import Session, SessionStatus
from app.engine.value import HOUR, SECOND, Id, Instant, Value
from app.engine.verdict import Admitted, Refused, Verdict
from app.wire.base import utc
from app.wire.dialer import NextContactAnswer

NO_MORE = "No more contacts in queue"
_CALLED_TODAY = "Every contact left was called today or waits for its callback"
_NOT_LAWFUL = "Every contact left was called today, waits for its callback, or may not be called at this hour"
_STILL_LOOKING = "The rules forbid every contact looked at so far; ask again"
_REST = HOUR
"""How long a contact rests after a call, even over midnight."""


class NextContact(Value, frozen=True, kw_only=True):
    """What a dialer asks for. `lines` counts for predictive dialing only."""

    session_id: Id
    mode: DialingMode | None = None
    lines: int | None = None


def next_contact(change: Change, identity: Identity, intent: NextContact, now: Instant) -> Outcome[NextContactAnswer]:
    """Contacts to dial now, each charged as a call; or none, with the limit that refuses or why there are none."""
    session = _dialing_session(change, identity, intent.session_id, now)
    if not isinstance(session, Session):
        return session
    settle(change, session.agent_id, now)
    mode = intent.mode or DialingMode(session.mode)
    lines = lines_of(mode, intent.lines)
    queue, dial = change.floor.ports.queue, dial_of(change, session, mode)
    # One line is charged whatever the queue holds: "no leads" must not hide that the limit is reached. How many lines
    # a batch is charged for depends on how many contacts there are, so those are taken first.
    batched = mode is DialingMode.PREDICTIVE
    batch = _batch(change, session, dial, lines, now) if batched else Batch([], None, None)
    contacts = batch.contacts
    verdict = _reserve(change, session, max(1, len(contacts)), now)
    if type(verdict) is Refused:
        queue.put_back(contacts)
        verdict = foreseen(change.floor, session, max(1, len(contacts)), verdict)
        note_refusal(change, identity, verdict, session.agent_id, session.id)
        return Limited(refused=verdict)
    if not batched:
        contacts = take_callable(change, session, dial, 1, now)
    if not contacts:
        change.floor.ports.usage.give_back_calls(session.agent_id, session.id, now)
        return Done(with_left_out(change, _nothing(change, session, dial, batch.held, now)))
    if type(verdict) is Admitted and verdict.warnings:
        note_warnings(change, identity.tenant_id, session.agent_id, verdict)
    if batch.would_hold is not None:
        count_would_hold(change.floor, session.tenant_id, batch.would_hold, now)
    answer = _with_held(change, _hand_out(change, identity, session, contacts, now), batch.held)
    return Done(with_left_out(change, answer))


def _batch(change: Change, session: Session, dial: Dial, lines: int, now: Instant) -> Batch:
    """Contacts for a predictive batch, as many as abandoned calls leave room for."""
    return hold_lines(change, session, take_callable(change, session, dial, lines, now), now)


def _with_held(change: Change, answer: NextContactAnswer, held: events.LinesHeld | None) -> NextContactAnswer:
    """The answer, saying why it has fewer contacts than lines; the log says so too."""
    if held is None:
        return answer
    change.add(held)
    return msgspec.structs.replace(answer, lines_held=held_note(change.floor, held))


def _nothing(
    change: Change, session: Session, dial: Dial, held: events.LinesHeld | None, now: Instant
) -> NextContactAnswer:
    """No contact: there is none now, or there are some and the agent's calls in flight are all that may be."""
    if held is None:
        return _none_now(change, session, dial, now)
    change.count_session(msgspec.structs.replace(session, last_activity_at=now))
    sentence = held_note(change.floor, held).sentence
    size = change.floor.ports.queue.size(session.tenant_id, session.campaign_id, now)
    return _with_held(change, _no_contact(sentence, reason=sentence, queue_size=size), held)


def _dialing_session(change: Change, identity: Identity, session_id: Id, now: Instant) -> Session | Failure:
    """The session, if it is there, active and young enough to dial."""
    found = change.floor.session(identity.tenant_id, session_id)
    if found is None:
        return Missing(what="session")
    session = expire_if_due(change, found, now)
    if session.status is SessionStatus.EXPIRED:
        return expired(change, identity, session, now)
    if session.status is SessionStatus.PAUSED:
        return Conflict(sentence="The session is paused; resume it first")
    if session.status is SessionStatus.COMPLETED:
        return Conflict(sentence="The session is completed; start a new one")
    return session


def expired(change: Change, identity: Identity, session: Session, now: Instant) -> Limited:
    """The refusal of `session.age`: waiting does not help."""
    limit = change.floor.limit(LimitId.SESSION_AGE, session.tenant_id)
    used = age_gate(limit, session, now).used
    refused = Refused(limit=limit, subject=session.id, used=used, retry_at=None, at=now)
    note_refusal(change, identity, refused, session.agent_id, session.id)
    return Limited(refused=refused)


def _reserve(change: Change, session: Session, lines: int, now: Instant) -> Verdict:
    floor = change.floor
    age = age_gate(floor.limit(LimitId.SESSION_AGE, session.tenant_id), session, now)
    pace = floor.desks[session.agent_id].pace
    return floor.ports.usage.reserve_calls(attempt_of(floor.rulebook, session, pace, lines, now, (age,)), now)


def _hand_out(
    change: Change, identity: Identity, session: Session, contacts: list[Contact], now: Instant
) -> NextContactAnswer:
    floor = change.floor
    agent_id, lines = session.agent_id, len(contacts)
    change.on_undo(floor.ports.queue.put_back, contacts)
    change.on_undo(floor.ports.usage.give_back_calls, agent_id, session.id, now, lines)
    change.set_pace(agent_id, Pace(handed_out_at=now, ended_at=floor.desks[agent_id].pace.ended_at))
    change.count_session(msgspec.structs.replace(session, attempted=session.attempted + lines, last_activity_at=now))
    tenant = floor.tenant(session.tenant_id)
    # A day that ends in a minute must not bring a contact back that is still on the line.
    due_at = max(next_day(now, tenant.time_zone if tenant is not None else "UTC"), now + _REST)
    settings = floor.rulebook.agent(agent_id) or AgentSettings(tenant_id=session.tenant_id)
    calls = [_call(change, identity, session, contact, settings, now) for contact in contacts]
    for call, contact in zip(calls, contacts, strict=True):
        change.hand_out(call, due_at)
        _note_attempt(change, contact, now)
    rows = [contact_row(contact) for contact in contacts]
    return NextContactAnswer(
        success=True,
        contact=rows[0],
        next_contacts=rows[1:],
        queue_size=floor.ports.queue.size(session.tenant_id, session.campaign_id, now),
        call_id=calls[0].id,
        call_ids=[call.id for call in calls],
        message="Next contact retrieved" if lines == 1 else f"{lines} contacts retrieved",
    )


def _note_attempt(change: Change, contact: Contact, now: Instant) -> None:
    lawful = change.floor.lawful
    if lawful is not None:
        if (code := change.would_refuse.get(contact.id)) is not None:
            lawful.calling.count_would_refuse(contact.tenant_id, code, now)
        lawful.calling.note_attempt(contact, now)
        change.on_undo(lawful.calling.forget_attempt, contact, now)


def _call(
    change: Change, identity: Identity, session: Session, contact: Contact, settings: AgentSettings, now: Instant
) -> Call:
    return Call(
        id=change.floor.ports.new_id(now),
        tenant_id=session.tenant_id,
        session_id=session.id,
        agent_id=session.agent_id,
        user_id=identity.user_id,
        contact_id=contact.id,
        campaign_id=session.campaign_id or contact.campaign_id,
        phone_number=contact.phone,
        created_at=now,
        deadline=ring_deadline(now, settings.call_timeout),
    )


def _none_now(change: Change, session: Session, dial: Dial, now: Instant) -> NextContactAnswer:
    """No contact: none is left, or those that are left may not be called yet."""
    due_at, reason = _when_again(change, session, dial, now)
    change.count_session(msgspec.structs.replace(session, last_activity_at=now), found_empty=True)
    answer = _no_contact(NO_MORE, reason=reason, queue_size=0)
    return msgspec.structs.replace(answer, next_eligible_at=None if due_at is None else utc(due_at))


def _no_contact(message: str, *, reason: str | None, queue_size: int) -> NextContactAnswer:
    return NextContactAnswer(
        success=True,
        contact=None,
        next_contacts=[],
        queue_size=queue_size,
        call_id=None,
        call_ids=[],
        message=message,
        reason=reason,
    )


def _when_again(change: Change, session: Session, dial: Dial, now: Instant) -> tuple[Instant | None, str | None]:
    """When the next contact may be called, and why none may now; no reason if none is left."""
    floor, lawful = change.floor, change.floor.lawful
    if lawful is None or not lawful.binds(session.tenant_id, session.campaign_id):
        due_at = floor.ports.queue.next_due(session.tenant_id, session.campaign_id, now)
        return due_at, None if due_at is None else _CALLED_TODAY
    held = [fact.due_at for fact in change.facts if isinstance(fact, events.ContactHeld)]
    if len(held) >= MOST_LEFT_OUT:
        return now + SECOND, _STILL_LOOKING
    places = lawful.places(session.tenant_id, session.campaign_id, now)
    due_at = lawful.line(session.tenant_id, session.campaign_id, dial, now).next_eligible(places, now)
    soonest = min((at for at in (due_at, *held) if at is not None), default=None)
    # No instant, and contacts: an emergency, or a place that leaves no hour. Somebody has to look.
    return soonest, _NOT_LAWFUL if places.found else None
