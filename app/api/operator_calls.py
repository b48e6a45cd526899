"""`/v1`: calls and refusals searched and explained, and the specification's monitoring."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, NamedTuple, TypeVar

from litestar import get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, QueryParameter

from app.api.answers import problem
from app.api.operator_context import READERS, AnyRequest, Problem, Services, Wired, missing, path_id
from app.api.operator_log import AgentId, From, SessionId, Size, span_of
from app.controller.archive import LogArchive
from app.controller.floor import Floor
from app.controller.log_pages import calls_page, log_choices, monitoring_page, refusals_page
from app.engine.calls import CallStatus
from app.engine.limits import LIMITS
from app.engine.log_search import CallSearch, NumberPart, RefusalSearch
from app.engine.records import Span
from app.reports.log_stories import call_detail, refusal_detail
from app.wire.log import CallDetail, LogChoices, MonitoringPage, RefusalDetail
from app.wire.operator import CallsPage, RefusalsPage

T = TypeVar("T")
CampaignId = Annotated[str | None, QueryParameter(name="campaignId")]
UserId = Annotated[str | None, QueryParameter(name="userId")]
SameAs = Annotated[str | None, QueryParameter(name="sameAs")]
Status = Annotated[str | None, QueryParameter(name="status")]
_STATUSES = tuple(status.value for status in CallStatus)
_CODES = tuple(kind.code for kind in LIMITS.values())
_MOST_DIGITS = 15
"""E.164, section 6.1: a number has no more digits, its country code included."""


def asked_span(
    from_: From = None,
    to: FromQuery[datetime | None] = None,
    agent_id: AgentId = None,
    session_id: SessionId = None,
    cursor: FromQuery[str | None] = None,
    size: Size = 100,
) -> Span:
    """What every page of the log is asked by."""
    return span_of(from_, to, cursor, size, agent_id, session_id)


class AskedNumber(NamedTuple):
    """Which number calls are to be to: as it is typed, or that of a call."""

    number: str | None
    same_as: str | None


def asked_number(number: FromQuery[str | None] = None, same_as: SameAs = None) -> AskedNumber:
    """Part of what calls are asked by."""
    return AskedNumber(number, same_as)


_ASKED: dict[str, Provide] = {"span": Provide(asked_span, sync_to_thread=False)}
_ASKED_OF_CALLS: dict[str, Provide] = {**_ASKED, "asked": Provide(asked_number, sync_to_thread=False)}


@get("/v1/calls", dependencies=_ASKED_OF_CALLS)
async def calls(
    request: AnyRequest,
    services: Wired,
    span: NamedDependency[Span],
    asked: NamedDependency[AskedNumber],
    campaign_id: CampaignId = None,
    user_id: UserId = None,
    of_status: Status = None,
    disposition: FromQuery[str | None] = None,
) -> CallsPage:
    """Calls with from <= time < to that are all of what is given, newest first, by cursor at any depth."""
    identity = services.allow(request, READERS)
    search = CallSearch(
        start=span.start,
        stop=span.stop,
        cursor=span.cursor,
        size=span.size,
        agent_id=span.agent_id,
        session_id=span.session_id,
        campaign_id=None if campaign_id is None else path_id(campaign_id, "campaignId"),
        user_id=None if user_id is None else path_id(user_id, "userId"),
        status=_one_of(of_status, "status", _STATUSES),
        disposition=disposition,
        number=await _number(services, identity.tenant_id, asked),
    )
    return await _read(services, lambda floor, log: calls_page(floor, log, identity.tenant_id, search))


@get("/v1/calls/{call_id:str}")
async def call(request: AnyRequest, services: Wired, call_id: FromPath[str]) -> CallDetail:
    """One call with its history and the limits in force when it was handed out."""
    identity = services.allow(request, READERS)
    found_id = path_id(call_id, "callId")
    found = await _read(services, lambda floor, log: call_detail(floor, log, identity.tenant_id, found_id))
    if found is None:
        raise missing("call")
    return found


@get("/v1/refusals", dependencies=_ASKED)
async def refusals(
    request: AnyRequest,
    services: Wired,
    span: NamedDependency[Span],
    user_id: UserId = None,
    code: FromQuery[str | None] = None,
) -> RefusalsPage:
    """Refused tries, folded per minute, that are all of what is given, newest first."""
    identity = services.allow(request, READERS)
    search = RefusalSearch(
        start=span.start,
        stop=span.stop,
        cursor=span.cursor,
        size=span.size,
        agent_id=span.agent_id,
        session_id=span.session_id,
        user_id=None if user_id is None else path_id(user_id, "userId"),
        code=_one_of(code, "code", _CODES),
    )
    return await _read(services, lambda floor, log: refusals_page(floor, log, identity.tenant_id, search))


@get("/v1/refusals/{refusal_id:str}")
async def refusal(request: AnyRequest, services: Wired, refusal_id: FromPath[str]) -> RefusalDetail:
    """One refusal explained: which limit, where it came from, what was used of it, and by what."""
    identity = services.allow(request, READERS)
    found_id = path_id(refusal_id, "refusalId")
    found = await _read(services, lambda floor, log: refusal_detail(floor, log, identity.tenant_id, found_id))
    if found is None:
        raise missing("refusal")
    return found


@get("/v1/monitoring")
async def monitoring(request: AnyRequest, services: Wired) -> MonitoringPage:
    """Requests per user in the current hour and calls per session in the last hour, as the specification counts."""
    identity = services.allow(request, READERS)
    now = services.now()
    return await _read(services, lambda floor, log: monitoring_page(floor, log, identity.tenant_id, now))


@get("/v1/log-choices")
async def choices(request: AnyRequest, services: Wired) -> LogChoices:
    """The names, statuses, dispositions and reasons that a search may ask for."""
    identity = services.allow(request, READERS)
    return await _read(services, lambda floor, log: log_choices(floor, log, identity.tenant_id))


def number_part(text: str) -> NumberPart:
    """`+1 212` is how a number begins, `55 01` how it ends. Raises `Problem` 400."""
    plain = "".join(mark for mark in text if mark not in " -().\u00a0/")
    digits = plain.removeprefix("+")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
        sentence = "number must be its last digits, as in 0100, or begin with a plus, as in +1 212"
        raise Problem(problem(400, "invalid_request", sentence, "number"))
    return NumberPart(how="begins" if plain.startswith("+") else "ends", text=plain)


async def _number(services: Services, tenant_id: str, asked: AskedNumber) -> NumberPart | None:
    """The number to search by, None for any. Raises `Problem` 400, or 404 for a call without one."""
    if asked.same_as is None:
        return None if asked.number is None else number_part(asked.number)
    call_id = path_id(asked.same_as, "sameAs")
    phone = await asyncio.to_thread(services.archive.log.number_of, "call", tenant_id, call_id)
    if not phone:
        raise missing("call with a number")
    return NumberPart(how="begins", text=phone)


def _one_of(word: str | None, field: str, known: tuple[str, ...]) -> str | None:
    if word is not None and word not in known:
        raise Problem(problem(400, "invalid_request", f"{field} must be one of {', '.join(known)}", field))
    return word


async def _read(services: Services, question: Callable[[Floor, LogArchive], T]) -> T:
    """Ask off the loop, one search at a time: ten windows that search must not take all threads from the jobs."""
    async with services.searching:
        return await asyncio.to_thread(question, services.floor, services.archive.log)


CALLS_ROUTES = (calls, call, refusals, refusal, monitoring, choices)
