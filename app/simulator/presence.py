"""Which session an agent has open, read off the requests and outcomes that pass by."""

from dataclasses import dataclass

from app.client.dialer_requests import DialerRequest, Stop
from app.client.outcomes import Answered, AnyOutcome, Limited, Refused
from app.wire.dialer import StartAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """A session that an agent has open from an earlier run."""

    id: str
    is_paused: bool


def open_session(before: str | None, request: DialerRequest, outcome: AnyOutcome) -> str | None:
    """The agent's open session after one exchange, so that whoever ends a run knows what to stop."""
    match outcome:
        case Answered(answer=StartAnswer(session=session)):
            return session.id
        case Answered() if isinstance(request, Stop):
            return None
        case Limited(body=body) if body.code == "session_expired":
            return None
        case Refused(status=404) if isinstance(request, Stop):
            return None
        case _:
            return before
