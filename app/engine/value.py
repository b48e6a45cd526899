"""The base of every frozen value of the engine, and the aliases that say what an id or a number means.

A `msgspec.Struct` is as frozen as a dataclass and costs a tenth to make (docs/adr/0006-msgspec-values.md).
"""

from typing import TypeAlias

import msgspec

Id: TypeAlias = str
"""A UUID in canonical lower-case text."""

Instant: TypeAlias = int
"""Microseconds since the Unix epoch, UTC, on the engine's steady clock."""

Duration: TypeAlias = int
"""Microseconds."""

SECOND: Duration = 1_000_000
MINUTE: Duration = 60 * SECOND
HOUR: Duration = 60 * MINUTE
DAY: Duration = 24 * HOUR


class Value(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A frozen value of the engine, which the collector need not go through: it holds plain data and other values.

    One that holds a callable or anything else that may lead back to it says `gc=True`, or neither is ever let go.
    """


def seconds_until(instant: Instant, now: Instant) -> int:
    """Whole seconds from `now` to `instant`, rounded up, at least 0: `Retry-After` (RFC 9110 section 10.2.3).

    A try that many seconds later is at or past the instant; a try one second earlier is before it.
    """
    return max(0, -((now - instant) // SECOND))
