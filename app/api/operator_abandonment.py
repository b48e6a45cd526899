"""`/v1/abandonment`, and a campaign's split: answered calls left without an agent, against the law's 3 %."""

import asyncio

from litestar import get, post
from litestar.params import FromPath, JSONBody

from app.api.answers import problem
from app.api.operator_campaigns import campaigns_page
from app.api.operator_context import ADMINS, READERS, AnyRequest, Problem, Services, Wired, missing, path_id
from app.controller.abandonment_page import abandonment_detail, abandonment_page, knows_family
from app.controller.admin_services import Refusal
from app.wire.abandonment import AbandonmentDetail, AbandonmentPage, SplitCampaign
from app.wire.operator import CampaignsPage

MOST_HELD = 100


@get("/v1/abandonment")
async def abandonment(request: AnyRequest, services: Wired) -> AbandonmentPage:
    """Each campaign's live and abandoned answers: the anchored 30-day period, the last 30 days, today."""
    identity = services.allow(request, READERS)
    await _learn_campaigns(services, identity.tenant_id)
    return abandonment_page(services.floor, identity.tenant_id, services.now())


@get("/v1/abandonment/{campaign_id:str}")
async def campaign_abandonment(request: AnyRequest, services: Wired, campaign_id: FromPath[str]) -> AbandonmentDetail:
    """One campaign day by day, and when its agents got fewer contacts than they asked for; the tenant's id for none."""
    identity = services.allow(request, READERS)
    found = path_id(campaign_id, "campaignId")
    if not knows_family(services.floor, identity.tenant_id, found):
        raise missing("campaign")
    await _learn_campaigns(services, identity.tenant_id)
    family = services.floor.family(identity.tenant_id, found)
    held = await asyncio.to_thread(services.archive.line_holds, identity.tenant_id, family, MOST_HELD)
    return abandonment_detail(services.floor, identity.tenant_id, family, held, services.now())


@post("/v1/campaigns/{campaign_id:str}/split", status_code=201)
async def split_campaign(
    request: AnyRequest, services: Wired, campaign_id: FromPath[str], data: JSONBody[SplitCampaign]
) -> CampaignsPage:
    """Make a campaign of another: it says what it was split from, and does not begin a new count."""
    identity = services.allow(request, ADMINS)
    parent, named = path_id(campaign_id, "campaignId"), (data.name.strip(), data.reason)
    try:
        made = await asyncio.to_thread(services.admin.campaigns.split_campaign, identity, parent, named, services.now())
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault
    if made is None:
        raise missing("campaign")
    services.floor.campaigns[made.id] = made
    return await campaigns_page(services, identity.tenant_id)


async def _learn_campaigns(services: Services, tenant_id: str) -> None:
    """Campaigns may be made by an import in another process: the floor learns of those before they are shown."""
    for one in await asyncio.to_thread(services.archive.log.campaign_names, tenant_id):
        services.floor.campaign(tenant_id, one.id)


ABANDONMENT_ROUTES = (abandonment, campaign_abandonment, split_campaign)
