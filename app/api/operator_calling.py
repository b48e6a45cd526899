"""`/v1/calling-rules` and `/v1/contacts/blocked`: whom the rules of calling hours bind, and who is not called now."""

import asyncio

from litestar import delete, get, put
from litestar.params import FromPath, FromQuery, JSONBody

from app.api.answers import problem
from app.api.operator_context import OFFICERS, READERS, AnyRequest, Problem, Services, Why, Wired, path_id
from app.api.operator_log import Size
from app.controller.blocked import HeldSpan, blocked_page
from app.controller.edit_calling import NO_RULES, calling_page, edit_calling
from app.engine.people import Campaign
from app.engine.value import Instant
from app.ids import parse_id
from app.wire.calling import BlockedPage, CallingRulesPage, EditCallingRules


@get("/v1/calling-rules")
async def calling_rules(request: AnyRequest, services: Wired) -> CallingRulesPage:
    """What holds for the tenant and for campaigns with rules of their own."""
    return await _page(services, services.allow(request, READERS).tenant_id)


@put("/v1/calling-rules")
async def edit_tenant_rules(request: AnyRequest, services: Wired, data: JSONBody[EditCallingRules]) -> CallingRulesPage:
    """Set what holds for the tenant, from the next decision on."""
    identity = services.allow(request, OFFICERS)
    await services.decide(lambda change: edit_calling(change, identity, None, data, services.now(), data.reason))
    return await _page(services, identity.tenant_id)


@put("/v1/calling-rules/{campaign_id:str}")
async def edit_campaign_rules(
    request: AnyRequest, services: Wired, campaign_id: FromPath[str], data: JSONBody[EditCallingRules]
) -> CallingRulesPage:
    """Set what holds for one campaign, whatever its tenant has."""
    identity = services.allow(request, OFFICERS)
    found = path_id(campaign_id, "campaignId")
    await services.decide(lambda change: edit_calling(change, identity, found, data, services.now(), data.reason))
    return await _page(services, identity.tenant_id)


@delete("/v1/calling-rules/{campaign_id:str}", status_code=200)
async def drop_campaign_rules(
    request: AnyRequest, services: Wired, campaign_id: FromPath[str], reason: Why
) -> CallingRulesPage:
    """Let a campaign take its tenant's rules again."""
    identity = services.allow(request, OFFICERS)
    found = path_id(campaign_id, "campaignId")
    await services.decide(lambda change: edit_calling(change, identity, found, None, services.now(), reason))
    return await _page(services, identity.tenant_id)


@get("/v1/contacts/blocked")
async def blocked_contacts(
    request: AnyRequest, services: Wired, cursor: FromQuery[str | None] = None, size: Size = 200
) -> BlockedPage:
    """Contacts that are due and may not be called now: how many, by which rule, and from when on they may."""
    identity = services.allow(request, READERS)
    lawful = services.floor.lawful
    if lawful is None:
        raise Problem(problem(409, "conflict", NO_RULES))
    now = services.now()
    span = HeldSpan(after=(now, None) if cursor is None else _cursor(cursor), size=size)
    return await asyncio.to_thread(blocked_page, lawful.calling, services.admin.lists, identity.tenant_id, span, now)


def _cursor(text: str) -> tuple[Instant, str]:
    at, _, contact = text.partition(".")
    contact_id = parse_id(contact)
    if contact_id is None or not at.isdecimal() or len(at) > 18:
        raise Problem(problem(400, "invalid_request", "cursor must be one that a page has given", "cursor"))
    return int(at), contact_id


async def _page(services: Services, tenant_id: str) -> CallingRulesPage:
    now = services.now()
    found = await asyncio.to_thread(services.archive.campaigns, tenant_id, now)
    campaigns = [Campaign(id=one.id, tenant_id=tenant_id, name=one.name) for one in found]
    page = calling_page(services.floor, tenant_id, campaigns, now)
    if page is None:
        raise Problem(problem(409, "conflict", NO_RULES))
    return page


CALLING_ROUTES = (calling_rules, edit_tenant_rules, edit_campaign_rules, drop_campaign_rules, blocked_contacts)
