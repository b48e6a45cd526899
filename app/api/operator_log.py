"""`/v1`: the audit trail; and the span that every page of the log is asked by."""

import asyncio
from datetime import datetime
from typing import Annotated

from litestar import get
from litestar.params import FromQuery, QueryParameter

from app.api.answers import problem
from app.api.operator_context import READERS, AnyRequest, Problem, Wired, path_id
from app.controller.reading import audit_page
from app.engine.records import Deeds, Span
from app.engine.value import Instant
from app.ids import parse_id
from app.wire.base import instant_of
from app.wire.evidence import AuditChoices
from app.wire.operator import AuditPage

From = Annotated[datetime | None, QueryParameter(name="from")]
AgentId = Annotated[str | None, QueryParameter(name="agentId")]
SessionId = Annotated[str | None, QueryParameter(name="sessionId")]
Size = Annotated[int, QueryParameter(name="limit", ge=1, le=500)]
_FOREVER: Instant = 1 << 62


@get("/v1/audit")
async def audit(
    request: AnyRequest,
    services: Wired,
    from_: From = None,
    to: FromQuery[datetime | None] = None,
    cursor: FromQuery[str | None] = None,
    size: Size = 100,
    user: FromQuery[str | None] = None,
    kind: FromQuery[str | None] = None,
) -> AuditPage:
    """Who did what, newest first: of one person, and of one kind of deeds, if they are named."""
    identity = services.allow(request, READERS)
    if cursor is not None and not (cursor.isdecimal() and len(cursor) <= 18):
        raise _bad_cursor()
    before = int(cursor) if cursor is not None else None
    span = span_of(from_, to, None, size, None, None)
    deeds = Deeds(user=user, kind=kind)
    return await asyncio.to_thread(audit_page, services.archive, identity.tenant_id, span, before, deeds)


@get("/v1/audit-choices")
async def audit_choices(request: AnyRequest, services: Wired) -> AuditChoices:
    """Who is in the trail, and the kinds of deeds there are."""
    identity = services.allow(request, READERS)
    users, kinds = await asyncio.to_thread(services.archive.audit_choices, identity.tenant_id)
    return AuditChoices(users=users, kinds=kinds)


def span_of(
    start: datetime | None,
    stop: datetime | None,
    cursor: str | None,
    size: int,
    agent_id: str | None,
    session_id: str | None,
) -> Span:
    """The rows that a query string asks for. Raises `Problem` 400 naming what cannot be read."""
    return Span(
        start=_instant(start, "from", 0),
        stop=_instant(stop, "to", _FOREVER),
        cursor=None if cursor is None else _cursor(cursor),
        size=size,
        agent_id=None if agent_id is None else path_id(agent_id, "agentId"),
        session_id=None if session_id is None else path_id(session_id, "sessionId"),
    )


def _instant(moment: datetime | None, field: str, otherwise: Instant) -> Instant:
    if moment is None:
        return otherwise
    if moment.tzinfo is None:
        raise Problem(problem(400, "invalid_request", f"{field} must have a zone, as in 2026-12-01T15:30:00Z", field))
    return instant_of(moment)


def _cursor(cursor: str) -> tuple[Instant, bytes]:
    instant, _, identity = cursor.partition(".")
    found = parse_id(identity)
    if not instant.isdecimal() or len(instant) > 18 or found is None:
        raise _bad_cursor()
    return int(instant), bytes.fromhex(found.replace("-", ""))


def _bad_cursor() -> Problem:
    return Problem(problem(400, "invalid_request", "cursor must be one that a page has given", "cursor"))


LOG_ROUTES = (audit, audit_choices)
