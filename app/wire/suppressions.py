"""Bodies of `/v1/do-not-call`: the tenant's own lists, one number looked up, the national list in force."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from app.wire.base import Body
from app.wire.national import NationalItem
from app.wire.operator import Reason

ListName = Literal["internal", "wrong_number", "litigator"]
Phone = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class ListedItem(Body, frozen=True, kw_only=True):
    """A number (E.164) on a list of the tenant's, or a step in its past; with `isListed` false it was taken off."""

    phone: str
    kind: ListName
    is_listed: bool
    at: datetime
    by: str
    source: str
    reason: str


class ListedPage(Body, frozen=True, kw_only=True):
    """Listed numbers, newest first. `total` counts numbers on any list."""

    numbers: list[ListedItem]
    total: int
    next_cursor: str | None = None


class NumberLookUp(Body, frozen=True, kw_only=True):
    """One number: the lists it is on now, every step of its past, and what the national list says of it.

    `on_national` is null where that list says nothing: none was imported, or its copy for the area code is missing or
    older than 31 days.
    """

    phone: str
    lists: list[ListName]
    steps: list[ListedItem]
    on_national: bool | None
    national: NationalItem | None


class ListNumber(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Put a number, as people write it, on a list: it holds from the next decision on."""

    phone: Phone
    reason: Reason
    kind: ListName = "internal"
