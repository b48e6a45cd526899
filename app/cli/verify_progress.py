"""How far a check of the log is, told in JSON lines for the engine that started it."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from app.clock import read_steady
from app.engine.log_rows import (
    AuditLink,
    LoggedAnswer,
    LoggedCharge,
    LoggedCount,
    LoggedDecision,
    LoggedLimits,
    LoggedListing,
    LoggedRequest,
    LoggedSession,
)
from app.jobs.check_process import CheckNews
from app.reports.replay import Offence, Pass
from app.reports.verification import Checked, Log
from app.wire.base import utc
from app.wire.evidence import BrokenItem, CheckedItem
from db.evidence_check import EvidenceCheck

R = TypeVar("R")
_EVERY = 200_000
"""Microseconds between two lines: five a second."""

_STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock, while it works on one long question."""

_TOTAL = (
    "SELECT (SELECT coalesce(sum(length(leaves)), 0) / 49 + 2 * count(*) FROM chain_records)"
    " + (SELECT count(*) FROM audit_records) + 2 * (SELECT count(*) FROM power_dialer_sessions)"
    " + (SELECT count(*) FROM api_rate_limits) + 2 * (SELECT count(*) FROM call_logs)"
    " + (SELECT count(*) FROM call_logs WHERE answered_at IS NOT NULL)"
)


class VerifyProgress:
    """Counts what a check has gone through, and prints it now and then."""

    def __init__(self, connection: sqlite3.Connection, chained: EvidenceCheck) -> None:
        self._chained = chained
        self._counted = 0
        self._told_at = 0
        self._checks: list[CheckedItem] = []
        self._total: int = connection.execute(_TOTAL).fetchone()[0]
        connection.set_progress_handler(self._look, _STEPS)

    def add(self) -> None:
        """One record more."""
        self._counted += 1

    def keep(self, checked: Checked) -> None:
        """A part is over."""
        self._checks.append(checked_item(checked))
        self._tell()

    def end(self, offence: Offence | None, unknown: str | None) -> None:
        """All parts are over."""
        broken = None if offence is None else broken_item(offence)
        self._print(
            CheckNews(
                done=self._total,
                total=self._total,
                checks=self._checks,
                offence=broken,
                error=unknown,
                ended=True,
            )
        )

    def _look(self) -> int:
        if read_steady() - self._told_at >= _EVERY:
            self._tell()
        return 0

    def _tell(self) -> None:
        self._told_at = read_steady()
        done = self._counted + 2 * self._chained.records + self._chained.checked
        self._print(CheckNews(done=min(done, self._total), total=self._total, checks=self._checks))

    @staticmethod
    def _print(news: CheckNews) -> None:
        print(msgspec.json.encode(news).decode(), flush=True)


class CountedLog:
    """A log that counts what is read of it."""

    def __init__(self, log: Log, add: Callable[[], None]) -> None:
        self._log = log
        self._add = add

    def limits(self) -> LoggedLimits:
        """What the rulebooks of the past are folded from."""
        return self._log.limits()

    def charges(self) -> Iterator[LoggedCharge]:
        """Every call by its hand-out."""
        return self._counted(self._log.charges())

    def requests(self) -> Iterator[LoggedRequest]:
        """Every API request that is still kept."""
        return self._counted(self._log.requests())

    def sessions(self) -> Iterator[LoggedSession]:
        """Every session by its start."""
        return self._counted(self._log.sessions())

    def bases(self) -> Iterator[tuple[bytes, str]]:
        """Every basis of decisions."""
        return self._log.bases()

    def versions(self) -> dict[str, str]:
        """Every version of the rules and of the area codes."""
        return self._log.versions()

    def decisions(self) -> Iterator[LoggedDecision]:
        """Every call whose decision was kept."""
        return self._counted(self._log.decisions())

    def listings(self) -> Iterator[LoggedListing]:
        """Every such call to a listed number."""
        return self._log.listings()

    def answers(self) -> Iterator[LoggedAnswer]:
        """Every call that was answered."""
        return self._counted(self._log.answers())

    def counts(self) -> Iterator[LoggedCount]:
        """What was counted of answers."""
        return self._log.counts()

    def zones(self) -> dict[bytes, str]:
        """Each tenant's zone."""
        return self._log.zones()

    def deleted_calls(self) -> dict[bytes, int]:
        """Up to which instant each tenant's older calls were deleted."""
        return self._log.deleted_calls()

    def links(self) -> Iterator[AuditLink]:
        """Every audit record."""
        return self._counted(self._log.links())

    def _counted(self, rows: Iterable[R]) -> Iterator[R]:
        for row in rows:
            self._add()
            yield row


def checked_item(checked: Checked) -> CheckedItem:
    """A part of a check as the wire tells it."""
    outcome = checked.outcome
    passed = outcome if isinstance(outcome, Pass) else Pass()
    return CheckedItem(
        rules=list(checked.rules),
        what=checked.what,
        records=passed.records,
        warned=passed.warned,
        broken=broken_item(outcome) if isinstance(outcome, Offence) else None,
    )


def broken_item(offence: Offence) -> BrokenItem:
    """An offence as the wire tells it."""
    at = utc(offence.at) if offence.at else None
    return BrokenItem(rule=offence.rule, record=offence.record, at=at, sentence=offence.sentence)
