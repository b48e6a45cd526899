"""What the window asks of the log: the part of `GatewayPort` behind "Calls"."""

from typing import Protocol

from app.wire.log import CallDetail, LogChoices, LogFilter, MonitoringPage, RefusalDetail
from app.wire.operator import CallsPage, RefusalsPage
from app.wire.reveals import RevealedNumber, RevealKind


class LogPagesPort(Protocol):
    """Searches, page by page."""

    def calls(self, wanted: LogFilter, cursor: str | None = None, limit: int = 200) -> CallsPage:
        """Calls, newest first."""
        ...

    def refusals(self, wanted: LogFilter, cursor: str | None = None, limit: int = 200) -> RefusalsPage:
        """Refused tries, folded, newest first."""
        ...

    def choices(self) -> LogChoices:
        """The names that a search may choose from."""
        ...


class LogPort(LogPagesPort, Protocol):
    """Searches, and one row explained."""

    def call(self, call_id: str) -> CallDetail:
        """One call with its history."""
        ...

    def refusal(self, refusal_id: str) -> RefusalDetail:
        """One refusal explained."""
        ...

    def reveal(self, kind: RevealKind, row_id: str, reason: str | None = None) -> RevealedNumber:
        """The whole number of one row, which is recorded."""
        ...

    def monitoring(self) -> MonitoringPage:
        """Requests per user and calls per session of the last hour."""
        ...
