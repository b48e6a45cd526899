"""What a dialer says of an answer: who picked up, when the greeting ended, when an agent came on."""

from enum import StrEnum

from app.engine.value import SECOND, Duration, Instant, Value

CONNECT_WITHIN: Duration = 2 * SECOND
"""An agent who comes on later than this has left the person alone: 16 CFR 310.4(b)(1)(iv), 47 CFR 64.1200(a)(7)."""


_NO_START = (
    "agentConnectedAt needs answeredAt or greetingEndedAt, here or in an earlier report: two seconds are measured"
    " between instants of one clock"
)


class Answerer(StrEnum):
    """Who picked up."""

    PERSON = "person"
    MACHINE = "machine"


class Pickup(Value, frozen=True, kw_only=True):
    """What was reported of an answer; None is what the dialer has not said.

    The three instants are of the dialer's own clock and are compared with each other only: how far that clock is from
    ours changes nothing. `told_at` is of ours: when the newest of it was reported.
    """

    by: Answerer | None = None
    answered_at: Instant | None = None
    greeting_ended_at: Instant | None = None
    connected_at: Instant | None = None
    told_at: Instant = 0

    @property
    def waited_from(self) -> Instant | None:
        """From when the two seconds run: the greeting's end, else the answer; None if neither was reported."""
        return self.answered_at if self.greeting_ended_at is None else self.greeting_ended_at

    @property
    def in_time(self) -> bool | None:
        """Whether an agent came on within two seconds, exactly two included; None if it was not reported."""
        if self.connected_at is None or self.waited_from is None:
            return None
        return self.connected_at - self.waited_from <= CONNECT_WITHIN


def pickup_fault(pickup: Pickup) -> tuple[str, str] | None:
    """The field that cannot be, and a sentence that says why; None if the report is possible."""
    if pickup.connected_at is not None and pickup.waited_from is None:
        return "agentConnectedAt", _NO_START
    for field, at in (("greetingEndedAt", pickup.greeting_ended_at), ("agentConnectedAt", pickup.connected_at)):
        if at is not None and pickup.answered_at is not None and at < pickup.answered_at:
            return field, f"{field} must not be before answeredAt"
    return None
