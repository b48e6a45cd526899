"""What the naive floor writes down: sessions, calls, contacts, as lists to be scanned; and what it says."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tests.fakes.naive_rules import Cap, Instant


class Said(NamedTuple):
    """What a try must be told: `admitted` (with how many lines), `refused`, `none`, `ok`, `conflict` or `missing`.

    `warned` are the limits that only alert and would have refused, with what was used.
    """

    what: str
    cap: Cap | None = None
    used: int = 0
    retry_at: Instant | None = None
    lines: int = 0
    warned: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class NaiveSession:
    """A session. `status` is what somebody did to it; that its age ended it is worked out for each question."""

    id: str
    tenant: str
    agent: str
    mode: str
    started_at: Instant
    active_at: Instant
    status: str = "active"
    ended_at: Instant | None = None


@dataclass(slots=True)
class NaiveCall:
    """A call. That it rang out is worked out for each question.

    `back` says that its slot was given back; `rang_out` are ends that its dialer took back by a later report.
    """

    id: str
    tenant: str
    session: str
    agent: str
    contact: str
    at: Instant
    deadline: Instant | None
    status: str = "initiated"
    answered: bool = False
    ended_at: Instant | None = None
    ended_by: str | None = None
    disposition: str | None = None
    back: bool = False
    rang_out: list[Instant] = field(default_factory=list)


@dataclass(slots=True)
class NaiveContact:
    """A contact: when it may be called next, whether at all. `barred` is a number on a do-not-call list."""

    id: str
    tenant: str
    due_at: Instant
    rank: int = 1
    rank_before: int = 1
    is_open: bool = True
    barred: bool = False


class Ended(NamedTuple):
    """How a call stands at an instant; `at` is None while it is open."""

    status: str
    at: Instant | None
    by: str | None
