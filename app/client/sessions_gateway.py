"""What a window asks of sessions beyond the live ones: pages of the past, and one in full.

Every method raises as `app.client.gateway` does.
"""

from datetime import datetime
from urllib.parse import quote

import msgspec

from app.client.link import Link
from app.wire.operator import SessionsPage
from app.wire.sessions import SessionDetail


class SessionsGateway:
    """The routes under `/v1/sessions` that only read, over the gateway's own connections."""

    def __init__(self, link: Link) -> None:
        self._link = link

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
        """Sessions with since <= start < until, newest first; `status` as the protocol has it.

        `text` is looked for in the names of agents and campaigns; `cursor` is from the page before.
        """
        query = {"limit": str(limit)}
        given = {"status": status, "q": text or None, "cursor": cursor, "from": _text(since), "to": _text(until)}
        query |= {name: value for name, value in given.items() if value is not None}
        return self._link.ask("GET", "/v1/sessions", SessionsPage, query=query)

    def session(self, session_id: str) -> SessionDetail:
        """One session: its stretches, who did what to it and why, how many calls."""
        return self._link.ask("GET", f"/v1/sessions/{quote(session_id, safe='')}", SessionDetail)


def _text(at: datetime | None) -> str | None:
    return None if at is None else msgspec.json.encode(at).decode().strip('"')
