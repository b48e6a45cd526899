"""What a use case may answer. A closed set: the API maps each to a status in one table."""

from typing import Generic, TypeVar

import msgspec

from app.engine.value import Value
from app.engine.verdict import Refused

AnswerT_co = TypeVar("AnswerT_co", covariant=True)


class Done(msgspec.Struct, Generic[AnswerT_co], frozen=True):
    """It was done; this is the answer."""

    answer: AnswerT_co


class Limited(Value, frozen=True, kw_only=True):
    """A limit refused it. 429."""

    refused: Refused


class Invalid(Value, frozen=True, kw_only=True):
    """A value cannot be used; the field is named. 400."""

    field: str
    sentence: str


class Missing(Value, frozen=True, kw_only=True):
    """There is no such thing in this tenant. 404."""

    what: str


class Conflict(Value, frozen=True, kw_only=True):
    """The state of things forbids it; both values if an edit lost a race. 409."""

    sentence: str
    current: dict[str, object] | None = None
    yours: dict[str, object] | None = None


class Denied(Value, frozen=True, kw_only=True):
    """The role may not. 403."""

    sentence: str


Failure = Limited | Invalid | Missing | Conflict | Denied
Outcome = Done[AnswerT_co] | Failure
