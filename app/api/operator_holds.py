"""`/v1/holds`: what may be neither deleted nor erased; `/v1/retention/due`: what the next clean-up deletes."""

import asyncio

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody

from app.api.answers import failed
from app.api.operator_context import OFFICERS, AnyRequest, Problem, Services, Why, Wired, missing, row_number
from app.controller.holds import holds_page, what_of
from app.engine.holds import HeldWhat
from app.wire.base import utc, utc_or_none
from app.wire.holds import DueItem, DuePage, HoldsPage, SetHold

_CLEAN_UP = "clean-old"


@get("/v1/holds")
async def holds(request: AnyRequest, services: Wired) -> HoldsPage:
    """The tenant's legal holds that are on."""
    identity = services.allow(request, OFFICERS)
    return await _page(services, identity.tenant_id)


@post("/v1/holds", status_code=201)
async def set_hold(request: AnyRequest, services: Wired, data: JSONBody[SetHold]) -> HoldsPage:
    """Hold all of the tenant, a campaign, a number or a span of time: nothing of it is deleted or erased."""
    identity = services.allow(request, OFFICERS)
    what = what_of(services.floor, identity.tenant_id, data)
    if not isinstance(what, HeldWhat):
        raise Problem(failed(what, services.now()))
    await asyncio.to_thread(services.admin.retention.holds.add, identity, what, data.reason, services.now())
    return await _page(services, identity.tenant_id)


@delete("/v1/holds/{number:int}", status_code=200)
async def release_hold(request: AnyRequest, services: Wired, number: FromPath[int], reason: Why) -> HoldsPage:
    """Release a hold; the next clean-up goes by it."""
    identity = services.allow(request, OFFICERS)
    known = row_number(number)
    release = services.admin.retention.holds.release
    if known is None or not await asyncio.to_thread(release, identity, known, reason, services.now()):
        raise missing("hold that is on")
    return await _page(services, identity.tenant_id)


@get("/v1/retention/due")
async def due_for_deletion(request: AnyRequest, services: Wired) -> DuePage:
    """What the next clean-up deletes, as of now, and how much a hold keeps."""
    identity = services.allow(request, OFFICERS)
    found = await asyncio.to_thread(services.admin.retention.due, identity.tenant_id)
    job = next((one for one in services.jobs.items() if one.name == _CLEAN_UP), None)
    return DuePage(
        now=utc(services.now()),
        next_run_at=None if job is None else job.next_run_at,
        last_run_at=None if job is None else job.last_ended_at,
        last_outcome=None if job is None else job.last_outcome,
        kinds=[DueItem(name=one.name, before=utc_or_none(one.before), rows=one.rows, held=one.held) for one in found],
    )


async def _page(services: Services, tenant_id: str) -> HoldsPage:
    return holds_page(await asyncio.to_thread(services.admin.retention.holds.holds, tenant_id))


HOLD_ROUTES = (holds, set_hold, release_hold, due_for_deletion)
