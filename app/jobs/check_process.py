"""Checks of the log, each in a process of its own: the engine's loop only reads how far it is."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from app.engine.value import Id, Instant
from app.jobs.child import Child
from app.wire.base import utc, utc_or_none
from app.wire.evidence import BrokenItem, CheckedItem, CheckPhase, CheckState

_KEPT = 10


class CheckNews(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line of `dialfloor verify --progress-json`: how far it is, and, at the end, what came of it."""

    done: int = 0
    total: int | None = None
    checks: list[CheckedItem] = []
    offence: BrokenItem | None = None
    error: str | None = None
    ended: bool = False


class _Check:
    def __init__(self, check_id: Id, by: str, started_at: Instant, now: Callable[[], Instant]) -> None:
        self.check_id = check_id
        self.by = by
        self.started_at = started_at
        self.ended_at: Instant | None = None
        self.state: CheckPhase = "running"
        self.news = CheckNews()
        self.error: str | None = None
        self.child = Child(self._hear, self._end)
        self._now = now

    def _hear(self, line: bytes) -> None:
        self.news = msgspec.json.decode(line, type=CheckNews)

    def _end(self, error: str | None) -> None:
        self.error = self.news.error or (None if self.news.ended else error or "The check ended without an answer")
        broken = self.news.offence is not None
        self.finish("broken" if broken else "failed" if self.error is not None else "ok")

    def finish(self, state: CheckPhase) -> None:
        self.state = state
        self.ended_at = self._now()


class CheckProcesses:
    """Starts `dialfloor verify` as a child, one at a time, and follows it."""

    def __init__(self, data_dir: Path, now: Callable[[], Instant], new_id: Callable[[Instant], Id]) -> None:
        self._data_dir = data_dir
        self._now = now
        self._new_id = new_id
        self._checks: dict[Id, _Check] = {}

    async def start(self, by: str) -> CheckState | None:
        """Start one; None while one runs."""
        if any(check.state == "running" for check in self._checks.values()):
            return None
        now = self._now()
        check = _Check(self._new_id(now), by, now, self._now)
        self._checks[check.check_id] = check
        for old in list(self._checks)[:-_KEPT]:
            del self._checks[old]
        await check.child.begin(("verify", "--data", str(self._data_dir), "--progress-json"))
        return _state(check)

    def state(self, check_id: Id) -> CheckState | None:
        """How far one is, None if there is none of this id."""
        check = self._checks.get(check_id)
        return None if check is None else _state(check)

    def last(self) -> CheckState | None:
        """The newest, None before the first."""
        check = next(reversed(self._checks.values()), None)
        return None if check is None else _state(check)

    async def cancel(self, check_id: Id) -> bool:
        """Stop one; False if there is none of this id."""
        check = self._checks.get(check_id)
        if check is None:
            return False
        if check.state == "running":
            check.finish("cancelled")
            await check.child.end()
        return True

    async def stop(self) -> None:
        """End what still runs."""
        for check_id in list(self._checks):
            await self.cancel(check_id)


def _state(check: _Check) -> CheckState:
    return CheckState(
        id=check.check_id,
        state=check.state,
        by=check.by,
        started_at=utc(check.started_at),
        ended_at=utc_or_none(check.ended_at),
        done=check.news.done,
        total=check.news.total,
        checks=check.news.checks,
        offence=check.news.offence if check.state == "broken" else None,
        error=check.error,
    )
