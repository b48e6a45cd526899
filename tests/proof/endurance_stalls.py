"""How long the engine's loop stood still, how far its readers were behind, and when each message went out."""

import asyncio
import time
from typing import NamedTuple

from app.bootstrap.engine import Engine
from app.clock import read_steady
from app.engine.value import Id, Instant

LOOK_S = 0.01


class Stalled(NamedTuple):
    """Since the last time: the longest stall, the most messages behind, and when messages were sent, by number.

    `busy_ms` is the longest that the loop worked at one thing, in CPU time: what a loaded machine takes is not in it.
    """

    longest_ms: float
    busy_ms: float
    behind: int
    sent: dict[int, int]

    def lag_ms(self, heard: list[tuple[int, int]]) -> float:
        """The longest way of a message from the engine into a window's model."""
        ways = [at - self.sent[seq] for seq, at in heard if seq in self.sent]
        return max(ways, default=0) / 1_000


class Stalls:
    """Looks at the loop a hundred times a second."""

    def __init__(self, engine: Engine, tenant_id: Id) -> None:
        self._engine = engine
        self._tenant_id = tenant_id
        self._longest = self._busy = self._behind = 0
        self._sent: dict[int, int] = {}

    async def run(self) -> None:
        """Look until cancelled."""
        hub, last, worked = self._engine.hub, read_steady(), time.thread_time_ns()
        while True:
            await asyncio.sleep(LOOK_S)
            now = read_steady()
            self._longest = max(self._longest, now - last - int(LOOK_S * 1e6))
            last = now
            busy = time.thread_time_ns()
            self._busy = max(self._busy, busy - worked)
            worked = busy
            self._behind = max(self._behind, hub.farthest_behind())
            channel = hub._channels.get(self._tenant_id)
            if channel is not None and channel.sent:
                self._sent.setdefault(channel.seq, channel.sent[-1])

    def take(self) -> Stalled:
        """What was seen since the last time."""
        found = Stalled(self._longest / 1_000, self._busy / 1_000_000, self._behind, self._sent)
        self._longest = self._busy = self._behind = 0
        self._sent = {}
        return found

    async def all_told(self, now: Instant) -> int:
        """The number of a message at or before which everything up to `now`, at which the clock stands, was told."""
        hub, board = self._engine.hub, self._engine.board
        while True:
            channel = hub._channels.get(self._tenant_id)
            waits = board._news.get(self._tenant_id) or any(at <= now for at in board._leaving.values())
            if channel is not None and channel.listeners and not waits:
                return channel.seq
            await asyncio.sleep(LOOK_S)
