"""A question to the log, and how far an answer to it has looked: pages newest first, bounded by what they read."""

from typing import Literal

from app.engine.basis import DecisionRecord
from app.engine.calls import Call
from app.engine.records import RefusalRecord
from app.engine.sessions import Session
from app.engine.value import Id, Instant, Value

Cursor = tuple[Instant, bytes]
"""The instant and the 16 bytes of the id after which a page begins."""

FOREVER: Instant = 1 << 62


class NumberPart(Value, frozen=True, kw_only=True):
    """What is known of a phone number: how it begins, with its plus, or how it ends."""

    how: Literal["begins", "ends"]
    text: str


class CallSearch(Value, frozen=True, kw_only=True):
    """Calls with `start` <= time < `stop` that are all of what is given; those before `cursor`, `size` at most."""

    start: Instant = 0
    stop: Instant = FOREVER
    cursor: Cursor | None = None
    size: int = 100
    agent_id: Id | None = None
    session_id: Id | None = None
    campaign_id: Id | None = None
    user_id: Id | None = None
    status: str | None = None
    disposition: str | None = None
    number: NumberPart | None = None


class RefusalSearch(Value, frozen=True, kw_only=True):
    """Folded refusals by their last try, likewise; `code` is the reason."""

    start: Instant = 0
    stop: Instant = FOREVER
    cursor: Cursor | None = None
    size: int = 100
    agent_id: Id | None = None
    session_id: Id | None = None
    user_id: Id | None = None
    code: str | None = None


class CallsFound(Value, frozen=True, kw_only=True):
    """A page of calls. `cursor` is None when the whole span was searched.

    With a cursor, `searched_to` is None for a full page, else the instant down to which nothing more was found: the
    answer has read its share of rows, and whoever wants more asks again.
    """

    calls: list[Call]
    cursor: Cursor | None
    searched_to: Instant | None


class RefusalsFound(Value, frozen=True, kw_only=True):
    """A page of refusals, likewise."""

    refusals: list[RefusalRecord]
    cursor: Cursor | None
    searched_to: Instant | None


class CallMoment(Value, frozen=True, kw_only=True):
    """What a call was reported to be, when and by whom."""

    at: Instant
    status: str
    disposition: str | None
    by: str


class CallStory(Value, frozen=True, kw_only=True):
    """One call and everything that belongs to it. `starter` is the user who started its session.

    `hour` and `day` are the calls charged to its agent in the hour, and to its session in the 24 hours, that ended with
    it, itself included. `others` are the newest calls to the same contact, itself left out.
    """

    call: Call
    given_back_at: Instant | None
    moments: list[CallMoment]
    session: Session | None
    starter: str
    user: str
    campaign: str | None
    contact: str | None
    hour: int
    day: int
    others: list[Call]
    decision: DecisionRecord | None = None


class RefusalStory(Value, frozen=True, kw_only=True):
    """One folded refusal, its session, and the instants that filled the limit's window then, oldest first."""

    refusal: RefusalRecord
    session: Session | None
    starter: str
    charges: list[Instant]


class HourCount(Value, frozen=True, kw_only=True):
    """How often an id came in the last hour."""

    id: Id
    count: int


class Named(Value, frozen=True, kw_only=True):
    """An id and its name."""

    id: Id
    name: str
