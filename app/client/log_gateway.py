"""The log's routes: search, one call, one refusal, the monitoring. As `Gateway`, of which it is a part."""

from urllib.parse import quote

import msgspec

from app.client.link import Link
from app.wire.log import CallDetail, LogChoices, LogFilter, MonitoringPage, RefusalDetail
from app.wire.operator import CallsPage, RefusalsPage
from app.wire.reveals import RevealedNumber, RevealKind, RevealNumber

_CALLS_ONLY = ("campaignId", "status", "disposition", "number", "sameAs")
_REFUSALS_ONLY = ("code",)


class LogGateway:
    """Blocking, safe from several threads; raises what `Gateway` raises."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def calls(self, wanted: LogFilter, cursor: str | None = None, limit: int = 200) -> CallsPage:
        """Calls, newest first; `cursor` from the page before, `limit` rows at most."""
        return self._link.ask("GET", "/v1/calls", CallsPage, query=_query(wanted, cursor, limit, _REFUSALS_ONLY))

    def refusals(self, wanted: LogFilter, cursor: str | None = None, limit: int = 200) -> RefusalsPage:
        """Refused tries, folded, likewise."""
        return self._link.ask("GET", "/v1/refusals", RefusalsPage, query=_query(wanted, cursor, limit, _CALLS_ONLY))

    def call(self, call_id: str) -> CallDetail:
        """One call with its history."""
        return self._link.ask("GET", f"/v1/calls/{quote(call_id, safe='')}", CallDetail)

    def refusal(self, refusal_id: str) -> RefusalDetail:
        """One refusal explained."""
        return self._link.ask("GET", f"/v1/refusals/{quote(refusal_id, safe='')}", RefusalDetail)

    def reveal(self, kind: RevealKind, row_id: str, reason: str | None = None) -> RevealedNumber:
        """The whole number of one row; recorded with the reason, which a supervisor must give."""
        wanted = RevealNumber(kind=kind, id=row_id, reason=reason)
        return self._link.ask("POST", "/v1/reveals", RevealedNumber, wanted)

    def monitoring(self) -> MonitoringPage:
        """Requests per user and calls per session of the last hour."""
        return self._link.ask("GET", "/v1/monitoring", MonitoringPage)

    def choices(self) -> LogChoices:
        """The names that a search may choose from."""
        return self._link.ask("GET", "/v1/log-choices", LogChoices)


def _query(wanted: LogFilter, cursor: str | None, limit: int, left_out: tuple[str, ...]) -> dict[str, str]:
    given = msgspec.to_builtins(wanted)
    names = {"since": "from", "until": "to"}
    query = {names.get(name, name): str(value) for name, value in given.items() if value is not None}
    query = {name: value for name, value in query.items() if name not in left_out}
    page = {"limit": str(limit)} if cursor is None else {"limit": str(limit), "cursor": cursor}
    return query | page
