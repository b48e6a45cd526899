"""How an import runs beside an engine: on the engine's time, and waiting so that its journal goes first."""

import threading
from collections.abc import Callable

from app.clock import Anchor, SystemClock, read_boot_id, read_steady
from db.folder import Folder


def now_on(anchor: tuple[str, int] | None) -> Callable[[], int]:
    """The engine's time, so that a contact is due at once whatever was done to the wall clock."""
    if anchor is None or not anchor[0] or anchor[0] != read_boot_id():
        return SystemClock().now
    return SystemClock(Anchor(boot_id=anchor[0], offset=anchor[1])).now


def pacer(folder: Folder) -> Callable[[], None]:
    """Beside an engine, waits between batches for as long as one took, at most 50 ms: its journal goes first."""
    gate = threading.Event()
    last = [read_steady()]

    def pause() -> None:
        if folder.holder_file.exists():
            gate.wait(min(read_steady() - last[0], 50_000) / 1_000_000)
        last[0] = read_steady()

    return pause
