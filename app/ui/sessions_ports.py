"""What the window asks of sessions beyond the live ones; `SessionsGateway` is the real one."""

from datetime import datetime
from typing import Protocol

from app.wire.operator import SessionsPage
from app.wire.sessions import SessionDetail


class SessionHistoryPort(Protocol):
    """Sessions by page, and one in full."""

    def page(
        self,
        *,
        status: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        text: str = "",
        cursor: str | None = None,
        limit: int = 100,
    ) -> SessionsPage:
        """Sessions by when they started, newest first."""
        ...

    def session(self, session_id: str) -> SessionDetail:
        """One session with its history."""
        ...
