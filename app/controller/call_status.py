"""A dialer reports what became of a call."""

import msgspec

from app.controller.change import Change
from app.controller.outcomes import Conflict, Done, Invalid, Missing, Outcome
from app.controller.rows import call_row
from app.controller.session_ends import expire_if_due, settle
from app.engine import events
from app.engine.calls import OPEN, Call, CallStatus, report
from app.engine.people import Identity
from app.engine.pickup import Pickup, pickup_fault
from app.engine.value import Id, Instant, Value
from app.wire.dialer import CallAnswer


class ReportCall(Value, frozen=True, kw_only=True):
    """What the dialer says. `duration` is seconds; `pickup` what is new of who answered and when, None for nothing."""

    call_id: Id
    status: CallStatus
    duration: int | None = None
    recording_url: str | None = None
    pickup: Pickup | None = None


def report_call(change: Change, identity: Identity, intent: ReportCall, now: Instant) -> Outcome[CallAnswer]:
    """The call as it stands now. `not_placed` gives its slot back and its contact to the queue."""
    found = change.floor.call(identity.tenant_id, intent.call_id)
    if found is None:
        return Missing(what="call")
    session = change.floor.sessions.get(found.session_id)
    if session is not None:
        expire_if_due(change, session, now)
    settle(change, found.agent_id, now)
    found = change.floor.calls.get(found.id, found)
    reported = _reported(change, found, intent.status, now)
    if isinstance(reported, str):
        return Conflict(sentence=reported)
    pickup = _merged(reported.pickup, intent.pickup, now)
    if pickup is not None and (fault := pickup_fault(pickup)) is not None:
        return Invalid(field=fault[0], sentence=fault[1])
    call = msgspec.structs.replace(
        reported,
        pickup=pickup,
        duration=intent.duration if intent.duration is not None else reported.duration,
        recording_url=intent.recording_url if intent.recording_url is not None else reported.recording_url,
    )
    if call != found:
        change.report_call(call, now, "dialer", found)
        if call.status is CallStatus.NOT_PLACED and found.status is not CallStatus.NOT_PLACED:
            _give_back(change, call, now)
    return Done(CallAnswer(success=True, call=call_row(call)))


def _merged(known: Pickup | None, told: Pickup | None, now: Instant) -> Pickup | None:
    """What is known of the answer once a report has added to it or corrected it."""
    if told is None:
        return known
    before = Pickup() if known is None else known
    merged = Pickup(
        by=told.by or before.by,
        answered_at=before.answered_at if told.answered_at is None else told.answered_at,
        greeting_ended_at=before.greeting_ended_at if told.greeting_ended_at is None else told.greeting_ended_at,
        connected_at=before.connected_at if told.connected_at is None else told.connected_at,
        told_at=before.told_at,
    )
    return known if merged == known else msgspec.structs.replace(merged, told_at=now)


def _reported(change: Change, call: Call, status: CallStatus, now: Instant) -> Call | str:
    """What the report makes of the call; a call that has ended is not open again once its session is over."""
    session = change.floor.sessions.get(call.session_id)
    if not call.is_open and status in OPEN and (session is None or not session.is_live):
        return f"The call has ended as {call.status.value}, and its session is over; it cannot become {status.value}"
    return report(call, status, now)


def _give_back(change: Change, call: Call, now: Instant) -> None:
    floor = change.floor
    change.add(events.CallGivenBack(call=call, at=now))
    session = floor.sessions.get(call.session_id)
    if session is not None:
        change.count_session(msgspec.structs.replace(session, attempted=max(0, session.attempted - 1)))
