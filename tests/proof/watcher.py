"""A window's eyes without its glass: the window's own feed reader, floor and badge, looked at four times a second."""

import threading
import time
from types import TracebackType
from typing import Self

from app.client.feed_reader import FeedReader, FeedState
from app.ui.models.moment import EngineTime
from app.ui.models.truth import truth_of
from app.wire.feed import FeedMessage, FloorAgent, Snapshot

LOOK_S = 0.25


class Watcher:
    """What a supervisor's window of one engine would say, from the time the block is entered."""

    def __init__(self, address: str, token: str) -> None:
        self._guard = threading.Lock()
        self._time = EngineTime()
        self._line: FeedState | None = None
        self._reader = FeedReader(address, token, None, self._hear, self._be)
        self._looked = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watcher", daemon=True)
        self.agents: dict[str, FloorAgent] = {}
        self.badges: list[tuple[float, str]] = []
        """What the badge changed to, and when on the steady clock (s)."""
        self.messages = 0

    def __enter__(self) -> Self:
        self._reader.start()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._looked.set()
        self._thread.join()
        self._reader.stop()

    def badge(self) -> str:
        """The badge's word now, without its age."""
        with self._guard:
            return truth_of(self._line, self._time.silence_s(time.monotonic_ns() // 1_000), None).text.split(" ")[0]

    def until(self, word: str, patience_s: float = 20.0) -> float:
        """Wait until the badge says so; how many seconds that took, or -1 if it did not come to it."""
        began = time.monotonic()
        while self.badge() != word:
            if time.monotonic() - began > patience_s:
                return -1.0
            self._looked.wait(0.05)
        return time.monotonic() - began

    def calls_hour(self, name: str) -> int:
        """The calls of the last hour that the window shows of an agent."""
        with self._guard:
            return next((agent.hour_used for agent in self.agents.values() if agent.name == name), 0)

    def now_us(self) -> int:
        """The engine's time by the last message, microseconds since the epoch."""
        with self._guard:
            return int(self._time.at(0).timestamp() * 1e6)

    def _hear(self, message: FeedMessage) -> None:
        with self._guard:
            self._time.hear(message.now, time.monotonic_ns() // 1_000)
            self.messages += 1
            if isinstance(message, Snapshot):
                self.agents = {}
            self.agents |= {agent.id: agent for agent in message.agents}

    def _be(self, state: FeedState) -> None:
        with self._guard:
            self._line = state

    def _look(self) -> None:
        while not self._looked.is_set():
            word = self.badge()
            if not self.badges or self.badges[-1][1] != word:
                self.badges.append((time.monotonic(), word))
            self._looked.wait(LOOK_S)
