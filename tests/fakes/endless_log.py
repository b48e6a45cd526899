"""A log of any length whose pages are made when they are asked for: for scrolling that no list in memory helps."""

from datetime import timedelta

from app.wire.log import LogFilter
from app.wire.operator import CallItem, CallsPage
from tests.fakes.floor_gateway import FloorGateway
from tests.fakes.log_gateway import FakeLog


class EndlessLog(FakeLog):
    """`rows` calls, one a second, the newest first; a cursor is the number of the last row given."""

    def __init__(self, floor: FloorGateway, rows: int) -> None:
        super().__init__(floor)
        self.rows = rows

    def calls(self, wanted: LogFilter, cursor: str | None = None, limit: int = 200) -> CallsPage:
        del wanted
        start = 0 if cursor is None else int(cursor) + 1
        stop = min(self.rows, start + limit)
        calls = [self._row(number) for number in range(start, stop)]
        return CallsPage(calls=calls, cursor=str(stop - 1) if stop < self.rows else None)

    def _row(self, number: int) -> CallItem:
        at = self.floor.world.now - timedelta(seconds=number)
        return CallItem(
            id=f"0198c000-0000-7000-8000-{number:012d}",
            at=at,
            agent_id=f"0198a000-0000-7000-8000-{number % 1000:012d}",
            agent=f"Agent {number % 1000}",
            session_id=f"0198d000-0000-7000-8000-{number % 1000:012d}",
            contact_id=f"0198e000-0000-7000-8000-{number:012d}",
            phone_number=f"+1212{number % 10_000_000:07d}",
            status="completed",
            disposition="interested",
            duration=number % 300,
            ended_at=at,
            campaign="Spring renewals",
        )
