"""The two base shapes of the wire: camelCase bodies (ours) and snake_case rows (the specification's)."""

from datetime import UTC, datetime, timedelta

import msgspec

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

LINE = r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*$"
"""One line that can be read: no control character, none that turns the line around, and not blank."""
WORDS = r"^(?=\s*\S\s*\S\s*\S)[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$"
"""A few lines likewise, of three letters at least."""


class Body(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A camelCase JSON object of `/v1`, the feed, or an answer's envelope."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A snake_case JSON object: the rows that existing dialers already read (`session`, `agent`, `contact`)."""


def utc(instant: int) -> datetime:
    """The wire's form (RFC 3339, UTC) of an instant in microseconds since the epoch."""
    return EPOCH + timedelta(microseconds=instant)


def utc_or_none(instant: int | None) -> datetime | None:
    """`utc`, for an instant that may not have come yet."""
    return None if instant is None else utc(instant)


def instant_of(moment: datetime) -> int:
    """Microseconds since the epoch of an aware datetime; exact, no float in between."""
    return (moment - EPOCH) // timedelta(microseconds=1)
