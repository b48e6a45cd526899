"""A call's life: which status may follow which, what a disposition means, and when silence ends it."""

from enum import StrEnum

import msgspec

from app.engine.pickup import Pickup
from app.engine.value import DAY, MINUTE, SECOND, Duration, Id, Instant, Value


class CallStatus(StrEnum):
    """How far a call got."""

    INITIATED = "initiated"
    RINGING = "ringing"
    ANSWERED = "answered"
    COMPLETED = "completed"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    VOICEMAIL = "voicemail"
    FAILED = "failed"
    ABANDONED = "abandoned"
    NOT_PLACED = "not_placed"


OPEN = frozenset({CallStatus.INITIATED, CallStatus.RINGING, CallStatus.ANSWERED})
_ORDER = {CallStatus.INITIATED: 0, CallStatus.RINGING: 1, CallStatus.ANSWERED: 2}
_PLACED = frozenset({CallStatus.RINGING, CallStatus.ANSWERED})
_ANSWERED = frozenset({CallStatus.ANSWERED, CallStatus.COMPLETED, CallStatus.ABANDONED})

RING_TIMER = "ring timer"
"""Who closed a call that reported nothing."""

_DIALER = "dialer"

KEEP_ENDED: Duration = 15 * MINUTE
"""How long an ended call can still be meant by its contact alone; later it must be named by its id."""

NOT_PLACED_REST: Duration = 5 * MINUTE
"""How long a promised callback rests whose call was not placed: it would be offered again at once, for ever."""

LONGEST_CALL: Duration = DAY
"""An end that is reported later is a correction of the log: it holds no agent up, and the call is named by its id."""

GRACE_S = 10
"""Seconds beyond `callTimeout` before a silent call is closed: a report may be on its way."""


class ContactFate(StrEnum):
    """What a disposition does to the contact: stays in the queue, comes back when due, or leaves it."""

    OPEN = "open"
    CALLBACK = "callback"
    CLOSED = "closed"
    DO_NOT_CALL = "do_not_call"


class Disposition(Value, frozen=True, kw_only=True):
    """What an agent's word for the outcome means: was a person reached, converted, and what of the contact."""

    name: str
    reached: bool
    converted: bool
    fate: ContactFate


DISPOSITIONS: dict[str, Disposition] = {
    name: Disposition(name=name, reached=reached, converted=converted, fate=fate)
    for name, reached, converted, fate in (
        ("answered", True, False, ContactFate.OPEN),
        ("no_answer", False, False, ContactFate.OPEN),
        ("voicemail", False, False, ContactFate.OPEN),
        ("interested", True, False, ContactFate.OPEN),
        ("not_interested", True, False, ContactFate.CLOSED),
        ("converted", True, True, ContactFate.CLOSED),
        ("callback", True, False, ContactFate.CALLBACK),
        ("do_not_call", True, False, ContactFate.DO_NOT_CALL),
        ("wrong_number", False, False, ContactFate.CLOSED),
    )
}


class Call(Value, frozen=True, kw_only=True):
    """One call as it stands. `deadline` is when silence closes it; None once it was answered or has ended."""

    id: Id
    tenant_id: Id
    session_id: Id
    agent_id: Id
    user_id: Id
    contact_id: Id
    campaign_id: Id | None
    phone_number: str
    created_at: Instant
    status: CallStatus = CallStatus.INITIATED
    disposition: str | None = None
    duration: int | None = None
    recording_url: str | None = None
    notes: str | None = None
    answered_at: Instant | None = None
    ended_at: Instant | None = None
    deadline: Instant | None = None
    closed_by: str | None = None
    pickup: Pickup | None = None

    @property
    def is_open(self) -> bool:
        """True until the call has ended."""
        return self.status in OPEN

    @property
    def is_connected(self) -> bool:
        """True once its dialer has said that an agent is on the line; one that never says so leaves it open."""
        return self.pickup is not None and self.pickup.connected_at is not None


def ring_deadline(handed_out: Instant, call_timeout: int) -> Instant:
    """When a call that reports nothing is closed as `no_answer`: `call_timeout` seconds plus the grace."""
    return handed_out + (call_timeout + GRACE_S) * SECOND


def report(call: Call, status: CallStatus, now: Instant) -> Call | str:
    """The call after its dialer reported `status`, or a sentence that says why it cannot have come to that.

    A report repeated is the same call. One that comes after silence was taken for no answer is believed: the
    dialer knows better. If the ring timer had closed a call that still rings, it runs once more from `now`.
    A call completed or abandoned was answered, at the latest now, even if its dialer never said so.
    """
    if status is call.status:
        return call
    if (sentence := _forbids(call, status)) is not None:
        return sentence
    answered_at = now if status in _ANSWERED and call.answered_at is None else call.answered_at
    if status in OPEN:
        deadline = None if status is CallStatus.ANSWERED else _deadline_again(call, now)
        return msgspec.structs.replace(
            call, status=status, answered_at=answered_at, ended_at=None, closed_by=None, deadline=deadline
        )
    return msgspec.structs.replace(
        call, status=status, answered_at=answered_at, ended_at=now, deadline=None, closed_by=_DIALER
    )


def _forbids(call: Call, status: CallStatus) -> str | None:
    """Why the call cannot become `status`, None if it can."""
    rang_out = call.closed_by == RING_TIMER
    if not call.is_open and not rang_out and not (_is_assumed(call) and status not in OPEN):
        return f"The call has ended as {call.status.value}; it cannot become {status.value}"
    if status in OPEN and not rang_out and _ORDER[status] < _ORDER[call.status]:
        return f"The call is {call.status.value}; it cannot go back to {status.value}"
    # Else its slot would be given back for nothing.
    if status is CallStatus.NOT_PLACED and call.status in _PLACED:
        return f"The call is {call.status.value}, so it was placed; it cannot become {status.value}"
    if status is CallStatus.NOT_PLACED and call.disposition is not None:
        return f"The call has the disposition {call.disposition}, so it was placed; it cannot become {status.value}"
    return None


def _is_assumed(call: Call) -> bool:
    """True if the call ended as `no_answer` because nobody had said anything else."""
    return call.status is CallStatus.NO_ANSWER and call.closed_by != _DIALER


def _deadline_again(call: Call, now: Instant) -> Instant | None:
    """The deadline of a call that is still ringing: its own, or one as patient if the ring timer had closed it."""
    if call.closed_by != RING_TIMER or call.ended_at is None:
        return call.deadline
    return now + call.ended_at - call.created_at


def ended_in_time(call: Call) -> bool:
    """True if the call has ended as calls do, within `LONGEST_CALL` of its hand-out."""
    return call.ended_at is not None and call.ended_at - call.created_at < LONGEST_CALL


def lapse(call: Call, now: Instant) -> Call | None:
    """The call closed as `no_answer` at its deadline, if that has come; None if it has not.

    It ends at the deadline and not at `now`: a late job changes nothing.
    """
    if call.deadline is None or now < call.deadline or not call.is_open:
        return None
    return msgspec.structs.replace(
        call,
        status=CallStatus.NO_ANSWER,
        ended_at=call.deadline,
        deadline=None,
        closed_by=RING_TIMER,
    )


def hang_up(call: Call, at: Instant, by: str, reached: bool = False) -> Call:
    """A call ended with its session or by its disposition: completed if it was answered, else not answered.

    `reached` says that the disposition tells of a person, which is an answer too: a dialer may send dispositions
    and nothing else. It holds against the ring timer as well; what the dialer itself reported stays.
    """
    if not call.is_open and not (reached and _is_assumed(call)):
        return call
    if not reached and call.status is not CallStatus.ANSWERED:
        return msgspec.structs.replace(call, status=CallStatus.NO_ANSWER, ended_at=at, deadline=None, closed_by=by)
    answered_at = at if call.answered_at is None else call.answered_at
    return msgspec.structs.replace(
        call, status=CallStatus.COMPLETED, answered_at=answered_at, ended_at=at, deadline=None, closed_by=by
    )
