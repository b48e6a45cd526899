"""One import of the national list, as its process tells it: how far it is, how fast, how long it will take."""

from collections import deque
from pathlib import Path

import msgspec

from app.clock import read_steady
from app.controller.national_desk import NationalOrder
from app.engine.value import SECOND, Id, Instant
from app.reports.national_task import NationalNews
from app.wire.base import utc, utc_or_none
from app.wire.national import NationalWork, WorkState

LOOKS_BACK = 10 * SECOND
"""How fast it is now: what a busy machine did a minute ago says little of the next."""

_BETWEEN = SECOND // 2


class Pace:
    """Bytes and lines a second over the last ten seconds, by any steady clock in microseconds."""

    def __init__(self, began: int) -> None:
        self._seen: deque[tuple[int, int, int]] = deque([(began, 0, 0)])

    def note(self, now: int, done: int, lines: int) -> None:
        """So many bytes and lines are read by `now`."""
        if now - self._seen[-1][0] >= _BETWEEN:
            self._seen.append((now, done, lines))
            while len(self._seen) > 2 and now - self._seen[1][0] >= LOOKS_BACK:
                self._seen.popleft()

    def lines_a_second(self) -> int:
        """Lines a second; 0 before anything was noted."""
        first, last = self._seen[0], self._seen[-1]
        return (last[2] - first[2]) * SECOND // max(1, last[0] - first[0])

    def seconds_for(self, left: int) -> int | None:
        """How long `left` bytes take at this pace; None while nobody can say."""
        first, last = self._seen[0], self._seen[-1]
        done = last[1] - first[1]
        return None if done <= 0 or left <= 0 else left * (last[0] - first[0]) // (done * SECOND)


class Work:
    """An import from its order to its end."""

    def __init__(self, version: Id, order: NationalOrder, paths: list[Path], now: Instant) -> None:
        self.version = version
        self.order = order
        self.paths = paths
        self.began_at = now
        self.state: WorkState = "running"
        self._news = NationalNews()
        self._began = read_steady()
        self._pace = Pace(self._began)
        self._ended_at: Instant | None = None
        self._took = 0
        self._error: str | None = None

    def hear(self, line: bytes) -> None:
        """A line of its process. Raises `DecodeError` for one that is none of ours."""
        self._news = news = msgspec.json.decode(line, type=NationalNews)
        self._pace.note(read_steady(), news.bytes_done, news.lines)

    def end(self, state: WorkState, error: str | None, now: Instant) -> None:
        """It has ended, and how."""
        self.state, self._error, self._ended_at = state, error, now
        self._took = read_steady() - self._began

    def told(self) -> NationalWork:
        """As the wire tells it."""
        runs, news = self.state == "running", self._news
        return NationalWork(
            id=self.version,
            state=self.state,
            files=[path.name for path in self.paths],
            by=self.order.by,
            began_at=utc(self.began_at),
            ended_at=utc_or_none(self._ended_at),
            bytes_done=news.bytes_done,
            bytes_total=news.bytes_total,
            lines=news.lines,
            lines_per_second=self._pace.lines_a_second() if runs else news.lines * SECOND // max(1, self._took),
            seconds_left=self._pace.seconds_for(news.bytes_total - news.bytes_done) if runs else None,
            version=self.version if self.state == "done" else None,
            error=self._error,
        )
