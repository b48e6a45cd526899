"""`/v1`: tiers, and which tenant is of which. Tiers reach several tenants, so the local operator alone edits them."""

import asyncio

from litestar import delete, get, patch, post, put
from litestar.params import FromPath, JSONBody

from app.api.operator_context import READERS, AnyRequest, Services, Wired, path_id
from app.controller.tiers import assign_tier, make_tier, remove_tier, rename_tier, tiers_page
from app.wire.tiers import AssignTier, CreateTier, RenameTier, TiersPage


@get("/v1/tiers")
async def tiers(request: AnyRequest, services: Wired) -> TiersPage:
    """Every tier for the local operator, its own for a tenant."""
    caller = services.caller(request)
    own = None if caller.is_operator else services.allow(request, READERS).tenant_id
    return await _page(services, own)


@post("/v1/tiers", status_code=200)
async def create_tier(request: AnyRequest, services: Wired, data: JSONBody[CreateTier]) -> TiersPage:
    """Make a tier that sets nothing yet."""
    identity = services.allow_operator(request)
    await services.decide(lambda change: make_tier(change, identity, data, services.now()))
    return await _page(services, None)


@patch("/v1/tiers/{tier_id:str}")
async def change_tier(
    request: AnyRequest, services: Wired, tier_id: FromPath[str], data: JSONBody[RenameTier]
) -> TiersPage:
    """Rename a tier."""
    identity = services.allow_operator(request)
    found = path_id(tier_id, "tierId")
    await services.decide(lambda change: rename_tier(change, identity, found, data, services.now()))
    return await _page(services, None)


@delete("/v1/tiers/{tier_id:str}", status_code=200)
async def delete_tier(request: AnyRequest, services: Wired, tier_id: FromPath[str]) -> TiersPage:
    """Remove a tier that no tenant is of; 409 names the tenants that are."""
    identity = services.allow_operator(request)
    found = path_id(tier_id, "tierId")
    tenants = await asyncio.to_thread(services.archive.tenants)
    await services.decide(lambda change: remove_tier(change, identity, found, tenants, services.now()))
    return await _page(services, None)


@put("/v1/tenants/{tenant_id:str}/tier")
async def move_tenant(
    request: AnyRequest, services: Wired, tenant_id: FromPath[str], data: JSONBody[AssignTier]
) -> TiersPage:
    """Move a tenant to a tier or to none; in force at the next decision."""
    identity = services.allow_operator(request)
    found = path_id(tenant_id, "tenantId")
    await services.decide(lambda change: assign_tier(change, identity, found, data, services.now()))
    return await _page(services, None)


async def _page(services: Services, own_tenant: str | None) -> TiersPage:
    tenants = await asyncio.to_thread(services.archive.tenants)
    return tiers_page(services.floor, tenants, own_tenant)


TIER_ROUTES = (tiers, create_tier, change_tier, delete_tier, move_tenant)
