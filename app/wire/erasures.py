"""Bodies of `/v1/erasures`: one person's number out of the log."""

from typing import Annotated

from msgspec import Meta

from app.wire.base import Body
from app.wire.operator import Reason


class EraseNumber(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Erase a number, as people write it, from calls and contacts. The reason must not hold the number itself."""

    phone_number: Annotated[str, Meta(min_length=1, max_length=60)]
    reason: Reason


class NumberErased(Body, frozen=True, kw_only=True):
    """Rows that the number was in."""

    calls: int
    contacts: int
