"""`/v1/sessions`: pages by when they started, one in full, and what a supervisor does to them."""

import asyncio
from datetime import datetime
from typing import Annotated

from litestar import get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from app.api.answers import problem
from app.api.operator_context import READERS, SUPERVISORS, AnyRequest, Problem, Services, Wired, missing, path_id
from app.api.operator_log import From, span_of
from app.controller.move_session import Move, MoveSession, move_session
from app.controller.session_reading import STATUSES, SessionQuestion, session_detail, session_in_use
from app.engine.sessions import SessionStatus
from app.wire.operator import SessionItem, SessionsPage, WithReason
from app.wire.sessions import SessionDetail

Text = Annotated[str, QueryParameter(name="q", max_length=120)]
Size = Annotated[int | None, QueryParameter(name="limit", ge=1, le=500)]
_MOST = 500


@get("/v1/sessions")
async def sessions(
    request: AnyRequest,
    services: Wired,
    status: FromQuery[str | None] = None,
    from_: From = None,
    to: FromQuery[datetime | None] = None,
    text: Text = "",
    cursor: FromQuery[str | None] = None,
    size: Size = None,
) -> SessionsPage:
    """The tenant's sessions that started within from <= time < to, newest first, by cursor at any depth.

    Who asks for no page, by neither limit nor cursor, gets the live ones first.
    """
    identity = services.allow(request, READERS)
    span = span_of(from_, to, cursor, size or _MOST, None, None)
    question = SessionQuestion(services.floor, identity.tenant_id, _statuses(status), text, span)
    in_use = session_in_use(services.floor, identity.tenant_id, services.now())
    live_first = cursor is None and size is None
    return await asyncio.to_thread(question.page, services.archive, in_use, live_first=live_first)


def _statuses(status: str | None) -> tuple[SessionStatus, ...]:
    if status is None:
        return tuple(SessionStatus)
    known = dict(STATUSES)
    if status not in known:
        sentence = f"status must be one of {', '.join(known)}"
        raise Problem(problem(400, "invalid_request", sentence, "status"))
    return known[status]


@get("/v1/sessions/{session_id:str}")
async def session(request: AnyRequest, services: Wired, session_id: FromPath[str]) -> SessionDetail:
    """One session: its stretches, who did what to it and why, and how many calls it placed."""
    identity = services.allow(request, READERS)
    return await _detail(services, identity.tenant_id, path_id(session_id, "sessionId"))


async def _detail(services: Services, tenant_id: str, session_id: str) -> SessionDetail:
    found = services.floor.session(tenant_id, session_id)
    if found is None:
        raise missing("session")
    return await asyncio.to_thread(session_detail, services.floor, services.archive, found)


@post("/v1/sessions/{session_id:str}/pause", status_code=200)
async def pause_session(
    request: AnyRequest, services: Wired, session_id: FromPath[str], data: JSONBody[WithReason]
) -> SessionItem:
    """Pause a session."""
    return await _move(request, services, session_id, Move.PAUSE, data.reason)


@post("/v1/sessions/{session_id:str}/resume", status_code=200)
async def resume_session(
    request: AnyRequest, services: Wired, session_id: FromPath[str], data: JSONBody[WithReason]
) -> SessionItem:
    """Resume a session."""
    return await _move(request, services, session_id, Move.RESUME, data.reason)


@post("/v1/sessions/{session_id:str}/end", status_code=200)
async def end_session(
    request: AnyRequest, services: Wired, session_id: FromPath[str], data: JSONBody[WithReason]
) -> SessionItem:
    """End a session."""
    return await _move(request, services, session_id, Move.END, data.reason)


async def _move(request: AnyRequest, services: Services, session_id: str, move: Move, reason: str) -> SessionItem:
    identity = services.allow(request, SUPERVISORS)
    found = path_id(session_id, "sessionId")
    intent = MoveSession(session_id=found, move=move, reason=reason)
    await services.decide(lambda change: move_session(change, identity, intent, services.now()))
    return (await _detail(services, identity.tenant_id, found)).session


SESSION_ROUTES = (sessions, session, pause_session, resume_session, end_session)
