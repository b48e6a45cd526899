"""Time zones from the tz data that we ship, whatever the machine has: a machine's own may be years old."""

import re
from datetime import datetime
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from zoneinfo import ZoneInfo

from app.engine.value import SECOND, Instant

TZ_VERSION: str = import_module("tzdata").IANA_VERSION
"""The release of the IANA database that decisions are made with; recorded with each of them."""


_NAME = re.compile(r"[A-Za-z0-9_+-]{1,40}(/[A-Za-z0-9_+-]{1,40}){0,2}", re.ASCII)
"""What a zone's name can be: no dots, no drive, and nothing longer than a file's name may be."""


class UnknownZone(ValueError):
    """A name that no zone of the pinned tz data has."""


@lru_cache(maxsize=1_024)
def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises `UnknownZone`."""
    if not _NAME.fullmatch(name):
        raise UnknownZone(_unknown(name))
    parts = name.split("/")
    source = files("tzdata").joinpath("zoneinfo", *parts)
    if not source.is_file():
        raise UnknownZone(_unknown(name))
    with source.open("rb") as file:
        if file.read(4) != b"TZif":
            raise UnknownZone(_unknown(name))
        file.seek(0)
        return ZoneInfo.from_file(file, key=name)


def _unknown(name: str) -> str:
    return f"'{name[:60]}' is not a time zone; write an IANA name such as America/Chicago"


def local(at: Instant, zone: ZoneInfo) -> datetime:
    """The local time at an instant, cut to whole seconds: 20:59:59.9 is still before nine."""
    return datetime.fromtimestamp(at // SECOND, zone)


def second_of_day(moment: datetime) -> int:
    """Seconds of the local clock since local midnight, as a clock on the wall shows them."""
    return moment.hour * 3_600 + moment.minute * 60 + moment.second
