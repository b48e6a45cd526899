"""A dialer reports what became of a call."""

import msgspec

from app.controller.change import Change
from app.controller.outcomes import Conflict, Done, Missing, Outcome
from app.controller.rows import call_row
from app.controller.session_ends import expire_if_due, settle
from app.engine import events
from app.engine.calls import Call, CallStatus, report
from app.engine.people import Identity
from app.engine.value import Id, Instant, Value
from app.wire.dialer import CallAnswer


class ReportCall(Value, frozen=True, kw_only=True):
    """What the dialer says. `duration` is seconds."""

    call_id: Id
    status: CallStatus
    duration: int | None = None
    recording_url: str | None = None


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
    reported = report(found, intent.status, now)
    if isinstance(reported, str):
        return Conflict(sentence=reported)
    call = msgspec.structs.replace(
        reported,
        duration=intent.duration if intent.duration is not None else reported.duration,
        recording_url=intent.recording_url if intent.recording_url is not None else reported.recording_url,
    )
    if call != found:
        change.report_call(call, now, "dialer")
        if call.status is CallStatus.NOT_PLACED and found.status is not CallStatus.NOT_PLACED:
            _give_back(change, call, now)
    return Done(CallAnswer(success=True, call=call_row(call)))


def _give_back(change: Change, call: Call, now: Instant) -> None:
    floor = change.floor
    change.add(events.CallGivenBack(call=call, at=now))
    session = floor.sessions.get(call.session_id)
    if session is not None:
        change.count_session(msgspec.structs.replace(session, attempted=max(0, session.attempted - 1)))
