"""Bodies of `/v1/limits`: many edits at once, what they would do, and what was edited before."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.wire.base import Body
from app.wire.dialer import DialingMode
from app.wire.feed import LimitChanged
from app.wire.operator import Enforcement, Reason

MOST_CHANGES = 2_000
"""Agents, and settings, in one request: a body of that size is decided in some milliseconds."""

ScopeWord = Literal["agent", "tenant", "tier", "system"]


class AgentChange(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """New values for one agent. What is left out stays; null takes the agent's own value away, so that it inherits."""

    agent_id: str
    expected_revision: int
    mode: DialingMode | msgspec.UnsetType = msgspec.UNSET
    max_calls_per_hour: Annotated[int, Meta(ge=0, le=100_000)] | None | msgspec.UnsetType = msgspec.UNSET
    call_timeout: Annotated[int, Meta(ge=15, le=600)] | None | msgspec.UnsetType = msgspec.UNSET
    auto_dial_delay: Annotated[int, Meta(ge=0, le=3_600)] | None | msgspec.UnsetType = msgspec.UNSET
    enforcement: Enforcement | None | msgspec.UnsetType = msgspec.UNSET


class SettingChange(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A new amount for a limit of the tenant, a tier or the system; null takes it away, so that it inherits."""

    scope: Literal["tenant", "tier", "system"]
    scope_id: str | None
    limit_id: str
    expected_revision: int
    amount: Annotated[int, Meta(ge=0, le=10_000_000)] | None
    enforcement: Enforcement = "enforce"


class LimitChanges(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Edits for one reason: all of them at one revision, or none. `dryRun` only says what is wrong with them."""

    reason: Reason
    dry_run: bool = False
    agents: Annotated[list[AgentChange], Meta(max_length=MOST_CHANGES)] = []
    settings: Annotated[list[SettingChange], Meta(max_length=MOST_CHANGES)] = []


class ChangeFault(Body, frozen=True, kw_only=True):
    """An edit that cannot be: of what, which field, and the sentence that says what would be right."""

    scope: ScopeWord
    scope_id: str | None
    field: str
    sentence: str


class ChangeConflict(Body, frozen=True, kw_only=True):
    """An edit whose base is gone: what holds now at which revision, and the edits that came between, newest first.

    `field` is empty for an agent, whose fields share one revision; `current` then has each of them.
    """

    scope: ScopeWord
    scope_id: str | None
    subject: str
    field: str
    revision: int
    current: dict[str, object]
    edits: list[LimitChanged]


class LimitChangesAnswer(Body, frozen=True, kw_only=True):
    """`applied` at `revision`, as `edits`; or of a dry run the edits that would be, with what stands in their way."""

    revision: int
    applied: bool
    edits: list[LimitChanged]
    faults: list[ChangeFault]
    conflicts: list[ChangeConflict]


class LimitHistoryPage(Body, frozen=True, kw_only=True):
    """Limit edits, newest first; `cursor` asks for the page after, null on the last."""

    changes: list[LimitChanged]
    cursor: str | None


class LimitDifference(Body, frozen=True, kw_only=True):
    """One field that differs between two revisions, how often it was edited between, and its last edit."""

    scope: ScopeWord
    scope_id: str | None
    subject: str
    field: str
    before: object
    after: object
    edits: int
    last_by: str
    last_reason: str
    last_at: datetime


class LimitsDiff(Body, frozen=True, kw_only=True):
    """What differs between revision `from` and revision `to`, by subject and field."""

    from_: int = msgspec.field(name="from")
    to: int
    differences: list[LimitDifference]


class PreviewLimits(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Edits as of `LimitChanges`, to be tried on the log; their `expectedRevision` is not looked at."""

    agents: Annotated[list[AgentChange], Meta(max_length=MOST_CHANGES)] = []
    settings: Annotated[list[SettingChange], Meta(max_length=MOST_CHANGES)] = []


class RefusedNow(Body, frozen=True, kw_only=True):
    """Who would be refused right now, by which limit, and when it frees; `already` if it is so without the edits."""

    agent_id: str
    agent: str
    limit_id: str
    used: int
    limit: int
    retry_at: datetime | None
    already: bool
    in_session: bool


class AgentEffect(Body, frozen=True, kw_only=True):
    """Of an agent's calls in the day before: how many the edits would have refused, by the limit that decided.

    `refused_as_is` are those that the limits of now would have refused too: limits change during a day.
    """

    agent_id: str
    agent: str
    calls: int
    refused: int
    refused_as_is: int
    by_limit: dict[str, int]


class LimitsEffect(Body, frozen=True, kw_only=True):
    """What edits would do. Agents of whose calls none would have been refused are only in the totals.

    `requests` and `starts` (API requests, sessions) are counted only if an edit touches their limits.
    """

    since: datetime
    until: datetime
    calls: int
    refused: int
    refused_as_is: int
    requests: int
    requests_refused: int
    starts: int
    starts_refused: int
    now: list[RefusedNow]
    agents: list[AgentEffect]


class PreviewState(Body, frozen=True, kw_only=True):
    """How far a preview is: calls gone through, of how many once that is known. `effect` is there when it is done."""

    id: str
    state: Literal["running", "done", "cancelled", "failed"]
    done: int
    total: int | None
    error: str | None
    effect: LimitsEffect | None
