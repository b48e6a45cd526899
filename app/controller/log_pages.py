"""Searches of the log, and the monitoring, as they cross the wire."""

from app.controller.archive import LogCounts, LogSearch
from app.controller.dispositions import dispositions_page
from app.controller.floor import Floor
from app.controller.reading import call_item, refusal_item
from app.engine.calls import CallStatus
from app.engine.limits import LIMITS, LimitId
from app.engine.log_search import CallSearch, Cursor, Named, RefusalSearch
from app.engine.rulebook import Scope
from app.engine.value import HOUR, Id, Instant
from app.wire.base import utc, utc_or_none
from app.wire.log import LogChoices, MonitoringPage, NamedItem, SessionCalls, UserRequests
from app.wire.operator import CallsPage, RefusalsPage


def calls_page(floor: Floor, log: LogSearch, tenant_id: Id, search: CallSearch) -> CallsPage:
    """Calls, newest first; the cursor says where the next question begins."""
    found = log.search_calls(tenant_id, search)
    return CallsPage(
        calls=[call_item(floor, call) for call in found.calls],
        cursor=_cursor_text(found.cursor),
        searched_to=utc_or_none(found.searched_to),
    )


def refusals_page(floor: Floor, log: LogSearch, tenant_id: Id, search: RefusalSearch) -> RefusalsPage:
    """Refusals, newest first, likewise."""
    found = log.search_refusals(tenant_id, search)
    return RefusalsPage(
        refusals=[refusal_item(floor, refusal) for refusal in found.refusals],
        cursor=_cursor_text(found.cursor),
        searched_to=utc_or_none(found.searched_to),
    )


def _cursor_text(cursor: Cursor | None) -> str | None:
    """As `span_of` reads it: the instant and the UUID, so that one page's cursor serves the other routes' too."""
    if cursor is None:
        return None
    digits = cursor[1].hex()
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return f"{cursor[0]}.{'-'.join(parts)}"


def monitoring_page(floor: Floor, log: LogCounts, tenant_id: Id, now: Instant) -> MonitoringPage:
    """The current hour's requests per user, and the last hour's calls per session, beside their limits."""
    names = {user.id: user.name for user in log.user_names(tenant_id)}
    hour = floor.limit(LimitId.API_HOUR, tenant_id)
    requests = [
        UserRequests(
            user_id=found.id,
            user=names.get(found.id, ""),
            requests=found.count,
            limit=hour.amount,
            source=Scope(hour.source).value,
        )
        for found in log.requests_since(tenant_id, now - HOUR)
    ]
    calls = [
        _session_calls(floor, tenant_id, found.id, found.count) for found in log.calls_since(tenant_id, now - HOUR)
    ]
    return MonitoringPage(now=utc(now), requests=requests, sessions=[row for row in calls if row is not None])


def _session_calls(floor: Floor, tenant_id: Id, session_id: Id, count: int) -> SessionCalls | None:
    # Kept for a day after its end, so that a session with a call in the last hour is there.
    session = floor.sessions.get(session_id)
    if session is None:
        return None
    desk = floor.desks.get(session.agent_id)
    campaign = None if session.campaign_id is None else floor.campaigns.get(session.campaign_id)
    limit = floor.limit(LimitId.CALLS_HOUR, tenant_id, session.agent_id)
    return SessionCalls(
        session_id=session_id,
        agent_id=session.agent_id,
        agent="" if desk is None else desk.agent.name,
        campaign=None if campaign is None else campaign.name,
        status=session.status.value,
        calls=count,
        limit=limit.amount,
        source=Scope(limit.source).value,
    )


def log_choices(floor: Floor, log: LogCounts, tenant_id: Id) -> LogChoices:
    """Every name that a search of this tenant may choose, by name."""
    desks = (floor.desks.get(agent_id) for agent_id in list(floor.agents_of_tenant.get(tenant_id, {})))
    agents = [Named(id=desk.agent.id, name=desk.agent.name) for desk in desks if desk is not None]
    return LogChoices(
        agents=_items(sorted(agents, key=lambda agent: agent.name.casefold())),
        users=_items(log.user_names(tenant_id)),
        campaigns=_items(log.campaign_names(tenant_id)),
        statuses=[status.value for status in CallStatus],
        dispositions=[item.name for item in dispositions_page(floor, tenant_id).dispositions],
        codes=[kind.code for kind in LIMITS.values()],
    )


def _items(names: list[Named]) -> list[NamedItem]:
    return [NamedItem(id=named.id, name=named.name) for named in names]
