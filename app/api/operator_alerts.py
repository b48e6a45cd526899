"""`/v1`: alerts, what people do with them, and from where on they are raised."""

import asyncio
from datetime import datetime
from typing import Annotated

from litestar import get, post, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from app.api.answers import problem
from app.api.operator_context import (
    ADMINS,
    READERS,
    SUPERVISORS,
    AnyRequest,
    Problem,
    Services,
    Wired,
    missing,
    path_id,
)
from app.api.operator_log import From, Size, span_of
from app.controller.alert_acts import Act, act_on_alert
from app.controller.alert_items import alert_event, alert_item
from app.controller.alert_settings import alert_settings_page, edit_alert_settings
from app.engine.alerts import AlertState
from app.wire.alerts import (
    AcknowledgeAlert,
    AlertDetail,
    AlertItem,
    AlertSettingsPage,
    AlertsPage,
    EditAlertSettings,
    ResolveAlert,
    SnoozeAlert,
)

AgentId = Annotated[str | None, QueryParameter(name="agentId")]
State = Annotated[str | None, QueryParameter(name="state")]


@get("/v1/alerts")
async def alerts(
    request: AnyRequest,
    services: Wired,
    of_state: State = None,
    from_: From = None,
    to: FromQuery[datetime | None] = None,
    agent_id: AgentId = None,
    cursor: FromQuery[str | None] = None,
    size: Size = 100,
) -> AlertsPage:
    """Alerts raised with from <= time < to, newest first; of one state if it is named."""
    identity = services.allow(request, READERS)
    if of_state is not None and of_state not in [known.value for known in AlertState]:
        words = ", ".join(known.value for known in AlertState)
        raise Problem(problem(400, "invalid_request", f"state must be one of {words}", "state"))
    span = span_of(from_, to, cursor, size, agent_id, None)
    found = await asyncio.to_thread(services.archive.alerts, identity.tenant_id, of_state, span)
    last = found[-1] if len(found) == size else None
    return AlertsPage(
        alerts=[alert_item(alert) for alert in found],
        cursor=None if last is None else f"{last.opened_at}.{last.id}",
    )


@get("/v1/alerts/{alert_id:str}")
async def alert(request: AnyRequest, services: Wired, alert_id: FromPath[str]) -> AlertDetail:
    """One alert with its history."""
    identity = services.allow(request, READERS)
    found_id = path_id(alert_id, "alertId")
    found = await asyncio.to_thread(services.archive.alert, identity.tenant_id, found_id)
    if found is None:
        raise missing("alert")
    moments = await asyncio.to_thread(services.archive.alert_moments, found_id)
    return AlertDetail(alert=alert_item(found), history=[alert_event(moment) for moment in moments])


@post("/v1/alerts/{alert_id:str}/acknowledge", status_code=200)
async def acknowledge_alert(
    request: AnyRequest, services: Wired, alert_id: FromPath[str], data: JSONBody[AcknowledgeAlert]
) -> AlertItem:
    """Say that you see to it, and how. 409 with who was first."""
    return await _act(request, services, alert_id, data)


@post("/v1/alerts/{alert_id:str}/snooze", status_code=200)
async def snooze_alert(
    request: AnyRequest, services: Wired, alert_id: FromPath[str], data: JSONBody[SnoozeAlert]
) -> AlertItem:
    """Silence it until an instant, a week at most."""
    return await _act(request, services, alert_id, data)


@post("/v1/alerts/{alert_id:str}/resolve", status_code=200)
async def resolve_alert(
    request: AnyRequest, services: Wired, alert_id: FromPath[str], data: JSONBody[ResolveAlert]
) -> AlertItem:
    """Be done with it."""
    return await _act(request, services, alert_id, data)


async def _act(request: AnyRequest, services: Services, alert_id: str, act: Act) -> AlertItem:
    identity = services.allow(request, SUPERVISORS)
    found_id = path_id(alert_id, "alertId")
    known = services.floor.alerts.find(identity.tenant_id, found_id)
    if known is None:
        known = await asyncio.to_thread(services.archive.alert, identity.tenant_id, found_id)
    return await services.decide(lambda change: act_on_alert(change, identity, known, act, services.now()))


@get("/v1/alert-settings")
async def alert_settings(request: AnyRequest, services: Wired) -> AlertSettingsPage:
    """From where on alerts are raised, and when they are quiet."""
    identity = services.allow(request, READERS)
    return alert_settings_page(services.floor, identity.tenant_id)


@put("/v1/alert-settings")
async def change_alert_settings(
    request: AnyRequest, services: Wired, data: JSONBody[EditAlertSettings]
) -> AlertSettingsPage:
    """Set all of them; in force at the next look. 409 with both if someone was quicker."""
    identity = services.allow(request, ADMINS)
    return await services.decide(lambda change: edit_alert_settings(change, identity, data, services.now()))


ALERT_ROUTES = (
    alerts,
    alert,
    acknowledge_alert,
    snooze_alert,
    resolve_alert,
    alert_settings,
    change_alert_settings,
)
