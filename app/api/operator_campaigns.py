"""`/v1`: campaigns."""

import asyncio

from litestar import get, patch, post
from litestar.params import FromPath, JSONBody

from app.api.answers import problem
from app.api.operator_context import ADMINS, READERS, AnyRequest, Problem, Services, Wired, missing, path_id
from app.controller.admin_services import Refusal
from app.wire.admin import NameCampaign
from app.wire.operator import CampaignItem, CampaignsPage


@get("/v1/campaigns")
async def campaigns(request: AnyRequest, services: Wired) -> CampaignsPage:
    """The tenant's campaigns and how many of their contacts wait."""
    identity = services.allow(request, READERS)
    return await campaigns_page(services, identity.tenant_id)


@post("/v1/campaigns", status_code=201)
async def add_campaign(request: AnyRequest, services: Wired, data: JSONBody[NameCampaign]) -> CampaignsPage:
    """Make a campaign."""
    identity = services.allow(request, ADMINS)
    name = data.name.strip()
    try:
        await asyncio.to_thread(services.admin.campaigns.make_campaign, identity, name, services.now())
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault
    return await campaigns_page(services, identity.tenant_id)


@patch("/v1/campaigns/{campaign_id:str}")
async def rename_campaign(
    request: AnyRequest, services: Wired, campaign_id: FromPath[str], data: JSONBody[NameCampaign]
) -> CampaignsPage:
    """Give a campaign another name; its contacts and calls stay its own."""
    identity = services.allow(request, ADMINS)
    found, name = path_id(campaign_id, "campaignId"), data.name.strip()
    try:
        campaign = await asyncio.to_thread(
            services.admin.campaigns.rename_campaign, identity, found, name, services.now()
        )
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault
    if campaign is None:
        raise missing("campaign")
    services.floor.campaigns[campaign.id] = campaign
    return await campaigns_page(services, identity.tenant_id)


async def campaigns_page(services: Services, tenant_id: str) -> CampaignsPage:
    """All of a tenant's campaigns as they are now."""
    found = await asyncio.to_thread(services.archive.campaigns, tenant_id, services.now())
    return CampaignsPage(
        campaigns=[
            CampaignItem(
                id=item.id,
                name=item.name,
                contacts=item.contacts,
                waiting=item.waiting,
                split_from=item.split_from,
            )
            for item in found
        ]
    )


CAMPAIGN_ROUTES = (campaigns, add_campaign, rename_campaign)
