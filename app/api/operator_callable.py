"""`/v1/callable-now` and `/v1/may-call`: where calls may go now, and whether one number may be called."""

import asyncio
from typing import Annotated

from litestar import get, post
from litestar.params import FromQuery, JSONBody, QueryParameter

from app.api.answers import failed, problem
from app.api.operator_context import READERS, AnyRequest, Problem, Services, Wired, missing, path_id
from app.controller.callable_now import WantedMap, callable_now
from app.controller.calling import Calling
from app.controller.edit_calling import NO_RULES
from app.controller.may_call import AskedNumber, NumberFacts, may_call, read_asked
from app.ids import new_id
from app.wire.callable import AskMayCall, CallableNowPage, MayCallAnswer, PurposeName

CampaignId = Annotated[str | None, QueryParameter(name="campaign")]


@get("/v1/callable-now")
async def callable_now_page(
    request: AnyRequest,
    services: Wired,
    purpose: FromQuery[PurposeName | None] = None,
    campaign: CampaignId = None,
) -> CallableNowPage:
    """Every state and territory by zone: whether it may be called, until when, by which rule, and who waits there."""
    identity = services.allow(request, READERS)
    campaign_id = None if campaign is None else path_id(campaign, "campaign")
    if campaign_id is not None and services.floor.campaign(identity.tenant_id, campaign_id) is None:
        raise missing("campaign")
    wanted = WantedMap(tenant_id=identity.tenant_id, campaign_id=campaign_id, purpose=purpose)
    now = services.now()
    waiting = await asyncio.to_thread(services.admin.lists.waiting_by_place, identity.tenant_id, now)
    return await asyncio.to_thread(callable_now, _calling(services), wanted, waiting, now)


@post("/v1/may-call", status_code=200)
async def may_call_answer(request: AnyRequest, services: Wired, data: JSONBody[AskMayCall]) -> MayCallAnswer:
    """May one number be called, and if not, why not. The audit trail tells of it with the number's MAC alone."""
    identity = services.allow(request, READERS)
    calling = _calling(services)
    floor = services.floor
    asked = read_asked(
        calling.lawyer,
        identity.tenant_id,
        data,
        lambda campaign_id: floor.campaign(identity.tenant_id, campaign_id) is not None,
        services.now(),
    )
    if not isinstance(asked, AskedNumber):
        raise Problem(failed(asked, services.now()))
    facts = await asyncio.to_thread(_facts, services, asked)
    answer = may_call(calling, asked, facts)
    look_up = new_id(services.now())
    mac = await asyncio.to_thread(services.admin.lists.sealed, asked.phone, look_up)
    await services.record(identity, "number.lookup", f"look-up {look_up}", {"mac": mac, "allowed": answer.allowed})
    return answer


def _facts(services: Services, asked: AskedNumber) -> NumberFacts:
    lists = services.admin.lists
    return NumberFacts(
        kinds=services.floor.suppressions.kinds(asked.tenant_id, asked.phone),
        contacts=lists.contacts_of(asked.tenant_id, asked.phone),
        steps=[step for _, step in lists.steps(asked.tenant_id, asked.phone)],
        national=lists.national(),
        on_national=lists.on_national(asked.phone, asked.at),
    )


def _calling(services: Services) -> Calling:
    if services.floor.lawful is None:
        raise Problem(problem(409, "conflict", NO_RULES))
    return services.floor.lawful.calling


CALLABLE_ROUTES = (callable_now_page, may_call_answer)
