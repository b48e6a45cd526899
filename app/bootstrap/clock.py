"""The clock of a folder: anchored once a boot, remembered beside the log that it dates."""

from app.clock import Anchor, Clock, FastClock, SystemClock, anchor_for, read_boot_id, read_steady, read_wall
from app.engine.value import Instant
from db.upkeep_sqlite import SqliteUpkeep


def folder_clock(upkeep: SqliteUpkeep, last_logged: Instant, speed: float) -> Clock:
    """The clock to decide by: steady, continuing the folder's own time (docs/adr/0003-clock.md)."""
    stored = upkeep.anchor()
    anchor = anchor_for(
        Anchor(boot_id=stored[0], offset=stored[1]) if stored is not None else None,
        last_logged,
        read_boot_id(),
        read_wall(),
        read_steady(),
    )
    upkeep.keep_anchor(anchor.boot_id, anchor.offset)
    clock = SystemClock(anchor)
    return clock if speed == 1.0 else FastClock(clock, speed)
