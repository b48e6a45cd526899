"""What can come of asking as a dialer, as a closed set of frozen values: callers `match` and miss none."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from app.wire.dialer import CallAnswer, NextContactAnswer, SessionAnswer, StartAnswer, StatusAnswer
from app.wire.errors import ErrorBody

Answer_co = TypeVar("Answer_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Generic[Answer_co]):
    """The engine did what was asked."""

    answer: Answer_co


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """429: `body` names the limit and, where waiting helps, says how long."""

    body: ErrorBody


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Any other answer than success: 4xx is the asker's fault, 503 the engine's trouble."""

    status: int
    body: ErrorBody


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """No answer, or none that can be read; `sentence` is for a person. The request may or may not have arrived."""

    sentence: str


T = TypeVar("T")
Outcome = Answered[T] | Limited | Refused | Unreachable
DialerAnswer = StartAnswer | SessionAnswer | NextContactAnswer | CallAnswer | StatusAnswer
AnyOutcome = Answered[DialerAnswer] | Limited | Refused | Unreachable
