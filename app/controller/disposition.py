"""A dialer says how a conversation ended: it drives reached and converted, and what becomes of the contact."""

from datetime import datetime
from types import MappingProxyType

import msgspec

from app.controller.change import Change
from app.controller.days import next_day
from app.controller.dispositions import meaning_of, words_of
from app.controller.outcomes import Done, Invalid, Missing, Outcome
from app.controller.rows import session_row
from app.controller.session_ends import expire_if_due, settle
from app.engine import events
from app.engine.calls import Call, ContactFate, Disposition, hang_up
from app.engine.people import Identity
from app.engine.sessions import Session
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import DAY, Id, Instant, Value
from app.wire.base import instant_of
from app.wire.dialer import SessionAnswer

FARTHEST_CALLBACK = 366 * DAY
"""A promise beyond a year is a slip of the keyboard, and far enough beyond it no calendar can write it down."""


_LISTS = MappingProxyType({"wrong_number": ListKind.WRONG_NUMBER})


class Dispose(Value, frozen=True, kw_only=True):
    """What the dialer says. `callback_at` is when a `callback` is due; the next day without one."""

    session_id: Id
    contact_id: Id
    disposition: str
    call_id: Id | None = None
    notes: str | None = None
    duration: int | None = None
    recording_url: str | None = None
    callback_at: datetime | None = None


def dispose(change: Change, identity: Identity, intent: Dispose, now: Instant) -> Outcome[SessionAnswer]:
    """The session with its counters moved on. A disposition given again corrects the first."""
    floor = change.floor
    meaning = meaning_of(floor, identity.tenant_id, intent.disposition)
    if meaning is None:
        words = ", ".join(words_of(floor, identity.tenant_id))
        return Invalid(field="disposition", sentence=f"disposition must be one of {words}")
    if intent.callback_at is not None and instant_of(intent.callback_at) > now + FARTHEST_CALLBACK:
        return Invalid(field="callbackAt", sentence="callbackAt must be within a year from now")
    session = floor.session(identity.tenant_id, intent.session_id)
    if session is None:
        return Missing(what="session")
    # What time has ended is settled first: whether a call is still meant by its contact depends on when it ended.
    session = expire_if_due(change, session, now)
    settle(change, session.agent_id, now)
    call = _call_of(change, identity, intent, now)
    if call is None:
        return Missing(what="call of this contact in this session")
    ended = hang_up(call, now, "disposition", reached=meaning.reached)
    change.report_call(_told(ended, intent), now, "dialer", call)
    earlier = meaning_of(floor, identity.tenant_id, call.disposition) if call.disposition is not None else None
    counted = _counted(floor.sessions.get(session.id, session), earlier, meaning, now)
    change.count_session(counted)
    change.add(_settled(change, identity, intent, meaning, now))
    _suppress(change, identity, call, meaning, now)
    return Done(SessionAnswer(success=True, message="Disposition saved", session=session_row(counted)))


def _call_of(change: Change, identity: Identity, intent: Dispose, now: Instant) -> Call | None:
    """The call meant: the one named, else the newest of this contact in this session, if it was lately."""
    if intent.call_id is not None:
        call = change.floor.call(identity.tenant_id, intent.call_id)
        matches = call is not None and (call.session_id, call.contact_id) == (intent.session_id, intent.contact_id)
        return call if matches else None
    return change.floor.newest_call(intent.session_id, intent.contact_id, now)


def _told(call: Call, intent: Dispose) -> Call:
    return msgspec.structs.replace(
        call,
        disposition=intent.disposition,
        notes=intent.notes if intent.notes is not None else call.notes,
        duration=intent.duration if intent.duration is not None else call.duration,
        recording_url=intent.recording_url if intent.recording_url is not None else call.recording_url,
    )


def _counted(session: Session, before: Disposition | None, meaning: Disposition, now: Instant) -> Session:
    was_reached, was_converted = (before.reached, before.converted) if before is not None else (False, False)
    return msgspec.structs.replace(
        session,
        reached=session.reached + meaning.reached - was_reached,
        converted=session.converted + meaning.converted - was_converted,
        last_activity_at=now,
    )


def _suppress(change: Change, identity: Identity, call: Call, meaning: Disposition, now: Instant) -> None:
    """Who asked not to be called is called by no campaign of the tenant's any more, from the very next hand-out on."""
    kind = ListKind.INTERNAL if meaning.fate is ContactFate.DO_NOT_CALL else _LISTS.get(meaning.name)
    if kind is not None:
        entry = ListedNumber(
            tenant_id=identity.tenant_id,
            phone=call.phone_number,
            kind=kind,
            is_listed=True,
            at=now,
            by=identity.user,
            source="disposition",
            reason=meaning.name,
            campaign_id=call.campaign_id,
        )
        change.list_number(entry)


def _settled(
    change: Change, identity: Identity, intent: Dispose, meaning: Disposition, now: Instant
) -> events.ContactSettled:
    tenant = change.floor.tenant(identity.tenant_id)
    due_at = next_day(now, tenant.time_zone if tenant is not None else "UTC")
    if meaning.fate is ContactFate.CALLBACK and intent.callback_at is not None:
        due_at = max(now, instant_of(intent.callback_at))
    return events.ContactSettled(
        contact_id=intent.contact_id, tenant_id=identity.tenant_id, fate=meaning.fate, due_at=due_at, at=now
    )
