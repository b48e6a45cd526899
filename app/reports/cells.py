"""How one cell of an export is written: times to the second, true and false, and no formula in any free text."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from app.engine.value import SECOND, Instant

_FORMULA_SIGNS = frozenset("=+-@\t\r")
_NEEDS_QUOTES = re.compile(r'[,"\r\n]')
_IN_HOUR = tuple(f"{second // 60:02}:{second % 60:02}" for second in range(3_600))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def text_cell(text: str | None) -> str:
    """Free text. One that starts like a formula gets a leading `'`, or a spreadsheet would run it (CWE-1236).

    Quoted as RFC 4180 section 2 says where it must be. No other cell can hold a sign that needs it, so that a row is
    a plain join of its cells: `csv.writer` looks at every letter and takes half the time of an export.
    """
    if not text:
        return ""
    safe = f"'{text}" if text[0] in _FORMULA_SIGNS else text
    return safe if _NEEDS_QUOTES.search(safe) is None else '"' + safe.replace('"', '""') + '"'


def time_cell(instant: Instant | None) -> str:
    """`YYYY-MM-DDTHH:MM:SSZ` of an instant, UTC, cut to the second (16 CFR 310.5 asks for whole seconds)."""
    if instant is None:
        return ""
    second = instant // SECOND
    return f"{_hour_text(second // 3_600)}{_IN_HOUR[second % 3_600]}Z"


def second_text(second: int) -> str:
    """`YYYY-MM-DDTHH:MM:SS` of seconds since 1970-01-01T00:00:00 on any clock."""
    return _hour_text(second // 3_600) + _IN_HOUR[second % 3_600]


@lru_cache(maxsize=4_096)
def _hour_text(hour: int) -> str:
    """`YYYY-MM-DDTHH:`: a log is read in order, so that the calendar is asked once an hour."""
    return (_EPOCH + timedelta(hours=hour)).isoformat()[:14]


def flag_cell(*, flag: bool) -> str:
    """`true` or `false`."""
    return "true" if flag else "false"


def number_cell(number: int | None) -> str:
    """A whole number; empty where there is none."""
    return "" if number is None else str(number)


def identity_cell(stored: bytes) -> str:
    """The canonical text of an id in 16 bytes."""
    text = stored.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def id_cells() -> Callable[[bytes | None], str]:
    """A writer of ids that remembers the last ones: agents, users and sessions come again and again."""

    @lru_cache(maxsize=16_384)
    def id_cell(stored: bytes | None) -> str:
        return "" if stored is None else identity_cell(stored)

    return id_cell
