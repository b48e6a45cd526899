"""`/v1`: the floor, agents, limits."""

import asyncio

from litestar import get, patch, post, put
from litestar.params import FromPath, JSONBody

from app.api.answers import problem
from app.api.auth import OPERATOR, Caller
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
from app.controller.edit_agent import edit_agent
from app.controller.edit_limit import LimitPlace, edit_limit, limits_page
from app.controller.reading import agent_detail
from app.controller.status import agent_uses, session_uses
from app.engine.limits import LimitId
from app.engine.people import Role
from app.engine.rulebook import Scope
from app.wire.dialer import LimitUse
from app.wire.feed import FloorAgent, Snapshot
from app.wire.operator import (
    AgentDetail,
    CreateTenant,
    EditAgent,
    EditLimit,
    LimitsPage,
    Me,
    TenantItem,
)

_MAY: dict[Role, list[str]] = {
    Role.SUPERVISOR: ["read", "export", "sessions", "agents.edit", "alerts"],
    Role.ADMIN: [
        "read",
        "export",
        "sessions",
        "agents.edit",
        "alerts",
        "limits.edit",
        "alerts.settings",
        "tokens",
        "jobs",
    ],
    Role.COMPLIANCE: ["read", "export"],
    Role.DIALER: [],
}


@get("/v1/me")
async def me(request: AnyRequest, services: Wired) -> Me:
    """Who the credentials name and what they may do."""
    caller = services.caller(request)
    identity = caller.identity
    tenants = await asyncio.to_thread(services.archive.tenants)
    mine = [tenant for tenant in tenants if caller.is_operator or tenant.id == identity.tenant_id]
    chosen = next((tenant for tenant in mine if tenant.id == identity.tenant_id), None)
    return Me(
        tenant_id=chosen.id if chosen is not None else None,
        tenant=chosen.name if chosen is not None else None,
        user=identity.user,
        role=identity.role.value,
        may=[*_MAY[identity.role], *(["folder"] if _owns_folder(caller, len(tenants)) else [])],
        tenants=[TenantItem(id=tenant.id, name=tenant.name) for tenant in mine],
    )


def _owns_folder(caller: Caller, tenants: int) -> bool:
    """Whether backups and the folder's settings, which touch every tenant in it, are this caller's."""
    return caller.is_operator or (caller.identity.role is Role.ADMIN and tenants == 1)


@post("/v1/tenants", status_code=200)
async def create_tenant(request: AnyRequest, services: Wired, data: JSONBody[CreateTenant]) -> TenantItem:
    """Make a tenant of this folder (the local operator only); one that exists is returned."""
    services.allow_operator(request)
    tenant = await asyncio.to_thread(services.people.make_tenant, data.name.strip(), services.now(), OPERATOR)
    services.floor.tenants[tenant.id] = tenant
    return TenantItem(id=tenant.id, name=tenant.name)


@get("/v1/floor")
async def floor(request: AnyRequest, services: Wired) -> Snapshot:
    """The floor as the feed's first message has it."""
    identity = services.allow(request, READERS)
    return services.hub.snapshot(identity.tenant_id, services.now())


@get("/v1/agents/{agent_id:str}")
async def agent(request: AnyRequest, services: Wired, agent_id: FromPath[str]) -> AgentDetail:
    """One agent in full: calls, limit steps, refusals, edits, stretches."""
    identity = services.allow(request, READERS)
    found = services.floor.agent(identity.tenant_id, path_id(agent_id, "agentId"))
    if found is None:
        raise missing("agent")
    now = services.now()
    row = services.board.row(found.id, now)
    limits = _limits_of(services, row, identity.tenant_id)
    return await asyncio.to_thread(agent_detail, services.floor, services.archive, row, identity.tenant_id, now, limits)


def _limits_of(services: Services, row: FloorAgent, tenant_id: str) -> list[LimitUse]:
    limits = agent_uses(services.floor, tenant_id, row.id, services.now())
    session = services.floor.session(tenant_id, row.session.id) if row.session is not None else None
    if session is not None:
        limits += session_uses(services.floor, session, services.now())
    return limits


@patch("/v1/agents/{agent_id:str}")
async def change_agent(
    request: AnyRequest, services: Wired, agent_id: FromPath[str], data: JSONBody[EditAgent]
) -> FloorAgent:
    """Edit an agent's limits; in force at the next decision. 409 with both values if someone was quicker."""
    identity = services.allow(request, SUPERVISORS)
    found = path_id(agent_id, "agentId")
    await services.decide(lambda change: edit_agent(change, identity, found, data, services.now()))
    return services.board.row(found, services.now())


@get("/v1/limits")
async def limits(request: AnyRequest, services: Wired) -> LimitsPage:
    """Every limit the tenant is subject to."""
    identity = services.allow(request, READERS)
    return limits_page(services.floor, identity.tenant_id, services.now())


@put("/v1/limits/{level:str}/{scope_id:str}/{limit_id:str}")
async def change_limit(
    request: AnyRequest,
    services: Wired,
    level: FromPath[str],
    scope_id: FromPath[str],
    limit_id: FromPath[str],
    data: JSONBody[EditLimit],
) -> LimitsPage:
    """Edit a limit of the tenant, its tier or the system."""
    identity = services.allow(request, ADMINS)
    place = _place(level, scope_id, limit_id)
    operator = services.caller(request).is_operator
    return await services.decide(
        lambda change: edit_limit(change, identity, place, data, services.now(), operator=operator)
    )


def _place(scope: str, scope_id: str, limit_id: str) -> LimitPlace:
    if scope not in ("tenant", "tier", "system"):
        raise Problem(problem(400, "invalid_request", "scope must be tenant, tier or system", "scope"))
    if limit_id not in [known.value for known in LimitId]:
        names = ", ".join(known.value for known in LimitId)
        raise Problem(problem(400, "invalid_request", f"limitId must be one of {names}", "limitId"))
    found = None if scope == "system" else path_id(scope_id, "scopeId")
    return LimitPlace(scope=Scope(scope), scope_id=found, limit_id=LimitId(limit_id))


FLOOR_ROUTES = (
    me,
    create_tenant,
    floor,
    agent,
    change_agent,
    limits,
    change_limit,
)
