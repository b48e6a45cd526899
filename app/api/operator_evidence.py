"""`/v1/evidence`: how the chain over the log stands, a signed head to keep elsewhere, and checks of the whole log."""

import asyncio

from litestar import delete, get, post
from litestar.params import FromPath

from app.api.answers import problem
from app.api.operator_context import OFFICERS, AnyRequest, Problem, Services, Wired, missing, path_id
from app.engine.people import Identity
from app.wire.base import utc_or_none
from app.wire.evidence import CheckState, EvidencePage, SavedHead


@get("/v1/evidence")
async def evidence(request: AnyRequest, services: Wired) -> EvidencePage:
    """The chain, its newest signed head, the roots of the last days, and the last check."""
    services.allow(request, OFFICERS)
    owns = await services.owns_folder(request)
    state = await asyncio.to_thread(services.evidence.book.state)
    return EvidencePage(
        records=state.records,
        last_at=utc_or_none(state.last_at),
        last_hash=state.last_hash,
        head=state.head,
        key=state.key,
        days=list(state.days),
        copied_to=state.copied_to if owns else None,
        may_check=owns,
        check=services.evidence.checks.last() if owns else None,
    )


@post("/v1/evidence/head", status_code=200)
async def save_head(request: AnyRequest, services: Wired) -> SavedHead:
    """A signed head of the chain as it stands now, to be kept elsewhere."""
    identity = services.allow(request, OFFICERS)
    saved = await asyncio.to_thread(services.evidence.book.sign_head, services.now())
    await services.record(identity, "evidence.head", saved.name, {"head": saved.name})
    return saved


@post("/v1/evidence/checks", status_code=201)
async def start_check(request: AnyRequest, services: Wired) -> CheckState:
    """Check the whole log in a process of its own; 409 while one is under way."""
    identity = await _owner(services, request)
    started = await services.evidence.checks.start(identity.user)
    if started is None:
        raise Problem(problem(409, "conflict", "A check is under way; wait for its end, or cancel it"))
    await services.record(identity, "evidence.check", f"check {started.id}", {"check": started.id})
    return started


@get("/v1/evidence/checks/{check_id:str}")
async def check_state(request: AnyRequest, services: Wired, check_id: FromPath[str]) -> CheckState:
    """How far a check is, and what it found."""
    await _owner(services, request)
    state = services.evidence.checks.state(path_id(check_id, "checkId"))
    if state is None:
        raise missing("check")
    return state


@delete("/v1/evidence/checks/{check_id:str}")
async def cancel_check(request: AnyRequest, services: Wired, check_id: FromPath[str]) -> None:
    """Stop a check: it has proved nothing then."""
    await _owner(services, request)
    if not await services.evidence.checks.cancel(path_id(check_id, "checkId")):
        raise missing("check")


async def _owner(services: Services, request: AnyRequest) -> Identity:
    """An officer of the folder's only tenant, or its local operator: a check names records of every tenant."""
    return await services.allow_folder(request, OFFICERS, "check all of it")


EVIDENCE_ROUTES = (evidence, save_head, start_check, check_state, cancel_check)
