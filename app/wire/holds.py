"""Bodies of `/v1/holds` and `/v1/retention/due`: what may not be deleted, and what will be."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.wire.base import Body
from app.wire.operator import Reason

ScopeName = Literal["tenant", "campaign", "number", "range"]


class HoldItem(Body, frozen=True, kw_only=True):
    """A hold that is on: all of the tenant, a campaign's calls, a number's (masked), or those of [from, to)."""

    number: int
    scope: ScopeName
    reason: str
    by: str
    at: datetime
    campaign_id: str | None = None
    campaign: str | None = None
    phone: str | None = None
    from_: datetime | None = msgspec.field(name="from", default=None)
    to: datetime | None = None


class HoldsPage(Body, frozen=True, kw_only=True):
    """The holds that are on, oldest first."""

    holds: list[HoldItem]


class SetHold(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold something until it is released. Each scope takes its own fields: the reason must not hold a number."""

    scope: ScopeName
    reason: Reason
    campaign_id: str | None = None
    phone_number: Annotated[str, Meta(min_length=1, max_length=60)] | None = None
    from_: datetime | None = msgspec.field(name="from", default=None)
    to: datetime | None = None


class DueItem(Body, frozen=True, kw_only=True):
    """One kind of row: how many are as old as `before` and go at the next clean-up, and how many more a hold keeps.

    `before` null: they are kept for ever.
    """

    name: str
    before: datetime | None
    rows: int
    held: int


class DuePage(Body, frozen=True, kw_only=True):
    """What the next clean-up deletes, as of now, and when it runs."""

    now: datetime
    next_run_at: datetime | None
    last_run_at: datetime | None
    last_outcome: str | None
    kinds: list[DueItem]
