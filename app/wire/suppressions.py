"""Bodies of `/v1/do-not-call`: the tenant's own lists, one number looked up, the national list in force."""

from datetime import datetime
from typing import Annotated

import msgspec

from app.wire.base import WORDS, Body
from app.wire.imports import ColumnPlaces, ListName, Region
from app.wire.national import NationalItem
from app.wire.operator import Reason

Consent = Annotated[str, msgspec.Meta(min_length=8, max_length=500, pattern=WORDS)]
Phone = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class ListedItem(Body, frozen=True, kw_only=True):
    """A number on a list of the tenant's, or a step in its past; with `isListed` false it was taken off.

    `phone` is masked; the whole of it is asked for by `id`. `source` is `disposition` (an agent's), `operator` (by
    hand) or `import`; `campaign` is the one whose call a disposition ended. `consent` is by what it was taken off.
    """

    id: str
    phone: str
    kind: ListName
    is_listed: bool
    at: datetime
    by: str
    source: str
    reason: str
    campaign_id: str | None = None
    campaign: str | None = None
    consent: str = ""


class ListCounts(Body, frozen=True, kw_only=True):
    """How many numbers each list has; one may be on several."""

    internal: int = 0
    wrong_number: int = 0
    litigator: int = 0


class ListedPage(Body, frozen=True, kw_only=True):
    """Listed numbers, newest first. `total` counts numbers on any list, `counts` those of each."""

    numbers: list[ListedItem]
    total: int
    counts: ListCounts = ListCounts()
    next_cursor: str | None = None


class NumberLookUp(Body, frozen=True, kw_only=True):
    """One number (E.164): the lists it is on now, every step of its past, and what the national list says of it.

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


class LiftNumber(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Take the number of an entry off its list, with a reason.

    Off the lists of who asked not to be called and of litigators it needs `consent` too: what the person agreed to,
    when and how.
    """

    reason: Reason
    consent: Consent | None = None


class ListImport(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Put the numbers of a file that was sent on a list; `reason` is that of lines whose column `reason` is empty."""

    places: ColumnPlaces
    kind: ListName = "internal"
    region: Region = "US"
    reason: Reason | None = None
