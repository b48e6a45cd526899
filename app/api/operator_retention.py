"""`/v1/retention`: how long each kind of row is kept."""

import asyncio

from litestar import get, put
from litestar.params import FromPath, JSONBody

from app.api.answers import failed
from app.api.operator_context import ADMINS, OFFICERS, AnyRequest, Problem, Services, Wired
from app.controller.retention import amount_of, judge_edit
from app.engine.people import Identity, Role
from app.engine.retention import KEPT, Kept
from app.wire.base import utc_or_none
from app.wire.operator import JobItem
from app.wire.retention import EditRetention, RetentionItem, RetentionPage


@get("/v1/retention")
async def retention(request: AnyRequest, services: Wired) -> RetentionPage:
    """How long each kind of row is kept, why, and when what was older was last deleted."""
    identity = services.allow(request, OFFICERS)
    owner = identity.role is Role.ADMIN and await services.owns_folder(request)
    return _page(services, identity, owns_folder=owner)


@put("/v1/retention/{name:str}")
async def edit_retention(
    request: AnyRequest, services: Wired, name: FromPath[str], data: JSONBody[EditRetention]
) -> RetentionPage:
    """Keep a kind of row for another time, within what the law and the limits allow, from the next clean-up on."""
    identity = services.allow(request, ADMINS)
    owner = await services.owns_folder(request)
    desk = services.admin.retention
    kept = judge_edit(desk, identity, name, data, owns_folder=owner)
    if not isinstance(kept, Kept):
        raise Problem(failed(kept, services.now()))
    await asyncio.to_thread(desk.put, identity, kept, data, services.now())
    return _page(services, identity, owns_folder=owner)


def _page(services: Services, identity: Identity, *, owns_folder: bool) -> RetentionPage:
    jobs = {job.name: job for job in services.jobs.items()}
    return RetentionPage(rules=[_item(services, identity, kept, jobs, owns_folder=owns_folder) for kept in KEPT])


def _item(
    services: Services, identity: Identity, kept: Kept, jobs: dict[str, JobItem], *, owns_folder: bool
) -> RetentionItem:
    desk = services.admin.retention
    setting = desk.setting(identity.tenant_id, kept)
    job = jobs.get(kept.job or "")
    return RetentionItem(
        name=kept.name,
        unit=kept.unit,
        amount=amount_of(desk, identity.tenant_id, kept),
        usual=kept.usual,
        least=kept.least,
        most=kept.most,
        is_folders=kept.is_folders,
        source=kept.source,
        may_edit=kept.least is not None and identity.role is Role.ADMIN and (owns_folder or not kept.is_folders),
        by=None if setting is None else setting.by,
        edited_at=None if setting is None else utc_or_none(setting.edited_at),
        job=kept.job,
        last_run_at=None if job is None else job.last_ended_at,
        last_outcome=None if job is None else job.last_outcome,
    )


RETENTION_ROUTES = (retention, edit_retention)
