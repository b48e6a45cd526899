"""Who watches: the window's reader and floor without its glass, in this process, or the whole window in its own."""

import asyncio
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

import msgspec

from app.client.feed_reader import FeedReader, FeedState, Lost
from app.clock import read_steady
from app.ui.models.floor import Floor, fold
from app.wire.feed import FeedMessage
from tests.proof.endurance_truth import SeenAgent, shown


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What is seen. `heard` are messages' numbers and when they were taken in, microseconds of the steady clock.

    `differing` are readers beside a window that hold another floor than it shows.
    """

    agents: dict[str, SeenAgent]
    heard: list[tuple[int, int]]
    lost: int
    rss: int
    handles: int
    threads: int
    differing: int = 0


class Eyes(Protocol):
    """Somebody who watches the floor."""

    async def look(self, seq: int) -> Look:
        """What is seen once the message of this number was taken in."""
        ...


class ModelEyes:
    """The window's reader and floor, and nothing painted. Waits are for its thread."""

    def __init__(self, url: str, token: str) -> None:
        self._guard = threading.Condition()
        self._floor = Floor()
        self._seq = -1
        self._heard: list[tuple[int, int]] = []
        self._lost = 0
        self._reader = FeedReader(url, token, None, self._hear, self._be)

    def start(self) -> None:
        """Begin to read."""
        self._reader.start()

    def stop(self) -> None:
        """End reading."""
        self._reader.stop()

    async def look(self, seq: int) -> Look:
        """What is seen once the message of this number was taken in."""
        return await asyncio.to_thread(self.look_now, seq)

    def look_now(self, seq: int) -> Look:
        """The same, for who may wait."""
        with self._guard:
            self._guard.wait_for(lambda: self._seq >= seq)
            heard, self._heard = self._heard, []
            lost, self._lost = self._lost, 0
            agents = shown(self._floor.agents)
        return Look(agents=agents, heard=heard, lost=lost, rss=0, handles=0, threads=0)

    def _hear(self, message: FeedMessage) -> None:
        batch = fold([message])
        with self._guard:
            if batch is not None:
                self._floor.apply(batch)
            self._seq = message.seq
            self._heard.append((message.seq, read_steady()))
            self._guard.notify_all()

    def _be(self, state: FeedState) -> None:
        with self._guard:
            self._lost += isinstance(state, Lost)


class WindowEyes:
    """The whole window, offscreen, in a process of its own, beside three readers that only listen."""

    def __init__(self, child: asyncio.subprocess.Process) -> None:
        self._child = child

    async def look(self, seq: int) -> Look:
        """What is seen once the message of this number was taken in."""
        told, asked = self._child.stdout, self._child.stdin
        if told is None or asked is None:
            raise OSError("the window has no pipes")
        asked.write(b"%d\n" % seq)
        line = await told.readline()
        if not line:
            raise OSError("the window has ended")
        return msgspec.json.decode(line, type=Look)


@asynccontextmanager
async def opened_window(url: str, token: str, folder: Path) -> AsyncIterator[WindowEyes]:
    """A window for as long as the block."""
    words = (sys.executable, "-m", "tests.proof.endurance_window", url, str(folder))
    pipe = asyncio.subprocess.PIPE
    child = await asyncio.create_subprocess_exec(*words, stdin=pipe, stdout=pipe, limit=1 << 26)
    try:
        if child.stdin is not None:
            # Never an argument: those anyone on the machine can read.
            child.stdin.write(token.encode() + b"\n")
        yield WindowEyes(child)
    finally:
        if child.stdin is not None:
            child.stdin.close()
        await child.wait()
