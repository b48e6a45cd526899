"""What an agent does about an answer that is no success: wait, nag, look, or go home."""

from dataclasses import dataclass
from enum import Enum
from random import Random

from app.client.outcomes import Answered, AnyOutcome, Limited, Refused, Unreachable
from app.client.retry import RetryPolicy, backoff
from app.simulator.temperament import Temperament
from app.wire.errors import ErrorBody

_TROUBLE = RetryPolicy(first_step_s=2.0, cap_s=45.0)


class Turn(Enum):
    """Why the same request is not worth repeating."""

    SESSION_LOST = "the session is over, paused by someone, or not ours"
    GO_HOME = "the engine will not have this agent at all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """The same request is worth repeating after that many seconds."""

    wait_s: float


def react(outcome: AnyOutcome, tries: int, habits: Temperament, chance: Random) -> Again | Turn:
    """The agent's reaction to the failure number `tries` in a row of one request."""
    match outcome:
        case Limited(body=body):
            return _limited(body, tries, habits, chance)
        case Refused(status=503, body=body):
            waited = body.retry_after if isinstance(body.retry_after, int) else 0
            return Again(wait_s=waited + backoff(tries, _TROUBLE, chance.random) + 0.1)
        case Unreachable():
            return Again(wait_s=backoff(tries, _TROUBLE, chance.random) + 1.0)
        case Refused(status=404 | 409):
            return Turn.SESSION_LOST
        case Refused() | Answered():
            return Turn.GO_HOME


def _limited(body: ErrorBody, tries: int, habits: Temperament, chance: Random) -> Again | Turn:
    if body.code == "session_expired":
        return Turn.SESSION_LOST
    told_s = float(body.retry_after) if isinstance(body.retry_after, int) else 60.0
    if tries <= habits.burst and chance.random() >= habits.obedience:
        return Again(wait_s=min(told_s + 0.1, habits.nag_s * chance.uniform(0.6, 1.4)))
    return Again(wait_s=told_s + chance.uniform(0.05, 1.5))
