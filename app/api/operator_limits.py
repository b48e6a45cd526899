"""`/v1/limits`: many edits at once, and what was edited before."""

import asyncio
from datetime import datetime
from typing import Annotated

from litestar import get, post
from litestar.params import FromQuery, JSONBody, QueryParameter

from app.api.answers import failed, problem
from app.api.operator_context import ADMINS, READERS, SUPERVISORS, AnyRequest, Problem, Services, Wired, path_id
from app.api.operator_log import From, Size, span_of
from app.controller.change import Change
from app.controller.change_limits import Plan, apply_plan, dry_run, lost_race, plan_changes
from app.controller.limit_reading import history_page, limits_diff, seen_by, with_rivals
from app.controller.outcomes import Outcome
from app.engine.people import Identity
from app.engine.records import EditsPage, LimitsSeen
from app.wire.limits import ChangeConflict, LimitChanges, LimitChangesAnswer, LimitHistoryPage, LimitsDiff

_NEWEST = 1 << 62
ScopeName = Annotated[str | None, QueryParameter(name="scope")]
ScopeId = Annotated[str | None, QueryParameter(name="scopeId")]
After = Annotated[int, QueryParameter(name="from", ge=0, le=_NEWEST)]
Until = Annotated[int | None, QueryParameter(name="to", ge=0, le=_NEWEST)]
_SCOPES = ("agent", "tenant", "tier", "system")


@post("/v1/limits/changes", status_code=200)
async def change_many(request: AnyRequest, services: Wired, data: JSONBody[LimitChanges]) -> LimitChangesAnswer:
    """Apply every edit at one revision, or none; 409 has each whose base is gone, with who was quicker."""
    identity = services.allow(request, ADMINS if data.settings else SUPERVISORS)
    operator = services.caller(request).is_operator
    seen = seen_by(services.floor, identity, operator=operator)
    plans: list[Plan] = []

    def decide_all(change: Change) -> Outcome[LimitChangesAnswer]:
        plans.append(plan_changes(change, identity, data, services.now(), operator=operator))
        return apply_plan(change, identity, plans[-1], data.reason, services.now())

    if data.dry_run:
        return await _try(services, identity, data, seen)
    try:
        return await services.decide(decide_all)
    except Problem:
        if not plans or not plans[-1].raced:
            raise
    # The log is asked who was quicker only once it is known that somebody was.
    raise Problem(failed(lost_race(await _rivals(services, seen, plans[-1])), services.now()))


async def _try(services: Services, identity: Identity, data: LimitChanges, seen: LimitsSeen) -> LimitChangesAnswer:
    tried = Change(services.floor)
    plan = plan_changes(tried, identity, data, services.now(), operator=seen.all_tiers)
    tried.undo()
    if plan.refused is not None:
        raise Problem(failed(plan.refused, services.now()))
    conflicts = await _rivals(services, seen, plan)
    return dry_run(services.floor, identity, plan, conflicts, data.reason, services.now())


async def _rivals(services: Services, seen: LimitsSeen, plan: Plan) -> list[ChangeConflict]:
    if not plan.lost:
        return []
    return await asyncio.to_thread(
        lambda: [with_rivals(services.archive, seen, conflict, expected) for conflict, expected in plan.lost]
    )


@get("/v1/limits/history")
async def limit_history(
    request: AnyRequest,
    services: Wired,
    from_: From = None,
    to: FromQuery[datetime | None] = None,
    of_scope: ScopeName = None,
    scope_id: ScopeId = None,
    cursor: FromQuery[str | None] = None,
    size: Size = 100,
) -> LimitHistoryPage:
    """Limit edits with from <= time < to, newest first; of one scope, or one subject, if it is named."""
    identity = services.allow(request, READERS)
    if of_scope is not None and of_scope not in _SCOPES:
        raise Problem(problem(400, "invalid_request", f"scope must be one of {', '.join(_SCOPES)}", "scope"))
    if cursor is not None and not (cursor.isdecimal() and cursor.isascii() and len(cursor) <= 18):
        raise Problem(problem(400, "invalid_request", "cursor must be one that a page has given", "cursor"))
    span = span_of(from_, to, None, size, None, None)
    page = EditsPage(
        start=span.start,
        stop=span.stop,
        size=size,
        before=_NEWEST if cursor is None else int(cursor),
        scope=of_scope,
        scope_id=None if scope_id is None else path_id(scope_id, "scopeId"),
    )
    seen = seen_by(services.floor, identity, operator=services.caller(request).is_operator)
    return await asyncio.to_thread(history_page, services.archive, seen, page)


@get("/v1/limits/diff")
async def limit_diff(
    request: AnyRequest, services: Wired, from_revision: After, to_revision: Until = None
) -> LimitsDiff:
    """What differs between two revisions, or between one and now."""
    identity = services.allow(request, READERS)
    stop = services.floor.rulebook.revision if to_revision is None else to_revision
    if from_revision > stop:
        raise Problem(problem(400, "invalid_request", "from must not be after to; exchange them", "from"))
    seen = seen_by(services.floor, identity, operator=services.caller(request).is_operator)
    return await asyncio.to_thread(limits_diff, services.archive, seen, from_revision, stop)


LIMIT_ROUTES = (change_many, limit_history, limit_diff)
