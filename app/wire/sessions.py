"""One session in full, as `GET /v1/sessions/{id}` answers."""

from datetime import datetime

from app.wire.base import Body
from app.wire.operator import SessionItem, Stretch


class SessionEvent(Body, frozen=True, kw_only=True):
    """A session was started, paused, resumed, ended or expired: by whom, and why."""

    at: datetime
    how: str
    by: str
    reason: str


class SessionDetail(Body, frozen=True, kw_only=True):
    """A session with its history, oldest first. `calls` are all it placed and was not given back."""

    session: SessionItem
    stretches: list[Stretch]
    events: list[SessionEvent]
    calls: int
