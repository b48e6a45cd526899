"""Bodies of `/v1/retention`: how long each kind of row is kept, and what an admin may set."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from app.wire.base import Body
from app.wire.operator import Reason

Amount = Annotated[int, Meta(ge=0, le=1_000_000)]


class RetentionItem(Body, frozen=True, kw_only=True):
    """One kind of row. `amount` null is for ever; `least` null means that nobody may change it.

    `isFolders` holds for every tenant of the folder; `source` is the law or the reason. `lastRunAt` and
    `lastOutcome` are of the job that goes by it, null without one.
    """

    name: str
    unit: Literal["hours", "days", "copies"]
    amount: int | None
    usual: int | None
    least: int | None
    most: int | None
    is_folders: bool
    source: str
    may_edit: bool
    by: str | None = None
    edited_at: datetime | None = None
    job: str | None = None
    last_run_at: datetime | None = None
    last_outcome: str | None = None


class RetentionPage(Body, frozen=True, kw_only=True):
    """All kinds."""

    rules: list[RetentionItem]


class EditRetention(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Keep a kind for another time from the next clean-up on; `expected` is the amount that was seen."""

    expected: Amount | None
    amount: Amount | None
    reason: Reason
