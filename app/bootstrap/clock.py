"""The clock of a folder: anchored once a boot, remembered beside the log that it dates."""

from collections.abc import Callable
from typing import NamedTuple

from app.clock import Anchor, Clock, FastClock, SystemClock, anchor_for, read_boot_id, read_steady, read_wall
from app.engine.value import Instant
from db.upkeep_sqlite import SqliteUpkeep


class Readings(NamedTuple):
    """What the machine says of time: which boot this is, its wall clock, and its steady clock, in microseconds."""

    boot_id: Callable[[], str] = read_boot_id
    wall: Callable[[], Instant] = read_wall
    steady: Callable[[], int] = read_steady


def folder_clock(upkeep: SqliteUpkeep, last_logged: Instant, speed: float, readings: Readings | None = None) -> Clock:
    """The clock to decide by: steady, continuing the folder's own time (docs/adr/0003-clock.md)."""
    read = readings or Readings()
    stored = upkeep.anchor()
    anchor = anchor_for(
        Anchor(boot_id=stored[0], offset=stored[1]) if stored is not None else None,
        last_logged,
        read.boot_id(),
        read.wall(),
        read.steady(),
    )
    upkeep.keep_anchor(anchor.boot_id, anchor.offset)
    clock = SystemClock(anchor, read.steady)
    return clock if speed == 1.0 else FastClock(clock, speed)
