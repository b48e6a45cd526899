"""The called party's clock. Zones come from the `tzdata` package and never from the machine: its tables may be old."""

from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from app.engine.value import SECOND, Instant
from app.reports.cells import second_text

STEP = 900
"""Seconds in which no zone changes its offset: every change since 1970 fell on a quarter of an hour, UTC."""


def local_cell(instant: Instant, zones: tuple[str, ...]) -> str:
    """`YYYY-MM-DDTHH:MM:SS±HH:MM` in each of `zones`, in their order, parted by a space. Empty without a zone."""
    second = instant // SECOND
    if len(zones) == 1:
        ahead, suffix = offset_of(zones[0], second // STEP)
        return second_text(second + ahead) + suffix
    offsets = (offset_of(zone, second // STEP) for zone in zones)
    return " ".join(second_text(second + ahead) + suffix for ahead, suffix in offsets)


@lru_cache(maxsize=8_192)
def offset_of(zone: str, step: int) -> tuple[int, str]:
    """Seconds a zone is ahead of UTC in a quarter of an hour, and that as text."""
    moment = datetime.fromtimestamp(step * STEP, tz=UTC).astimezone(load_zone(zone))
    difference = moment.utcoffset()
    ahead = 0 if difference is None else int(difference.total_seconds())
    hours, minutes = divmod(abs(ahead) // 60, 60)
    return ahead, f"{'-' if ahead < 0 else '+'}{hours:02}:{minutes:02}"


@lru_cache(maxsize=1_024)
def load_zone(name: str) -> ZoneInfo:
    """A zone of the shipped tz database. Raises `FileNotFoundError` for a name it does not have."""
    place = files("tzdata") / "zoneinfo"
    for part in name.split("/"):
        place /= part
    with place.open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def tz_version() -> str:
    """The version of the shipped tz database, such as 2026a."""
    return (files("tzdata") / "zoneinfo" / "tzdata.zi").read_text(encoding="ascii").split(maxsplit=3)[2]
