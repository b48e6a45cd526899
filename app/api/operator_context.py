"""What every route of `/v1` shares: who asks, what it may, and how an outcome becomes a response."""

import asyncio
import logging
from collections.abc import Callable
from typing import Annotated, Any, TypeAlias, TypeVar

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException
from litestar.params import QueryParameter
from litestar.serialization import decode_json

from app.api.answers import Answer, failed, problem, unauthorized
from app.api.auth import Authenticator, Caller
from app.api.dialer import unavailable
from app.api.feed_hub import FeedHub
from app.api.mistakes import mistake
from app.api.request_faults import first_fault
from app.controller.admin_services import AdminServices
from app.controller.archive import Archive
from app.controller.board import Board
from app.controller.change import Change
from app.controller.floor import Floor
from app.controller.outcomes import Done, Outcome
from app.controller.services import Jobs, LongWork
from app.engine.events import DeedRecorded
from app.engine.people import Identity, Role
from app.engine.ports import StoreUnavailable
from app.engine.value import Instant
from app.ids import parse_id
from app.wire.base import WORDS

T = TypeVar("T")
AnyRequest = Request[Any, Any, Any]
AnyConnection = ASGIConnection[Any, Any, Any, Any]

READERS = frozenset({Role.SUPERVISOR, Role.ADMIN, Role.COMPLIANCE})
SUPERVISORS = frozenset({Role.SUPERVISOR, Role.ADMIN})
ADMINS = frozenset({Role.ADMIN})
OFFICERS = frozenset({Role.ADMIN, Role.COMPLIANCE})

_WENT_AWAY = "client disconnected prematurely"
"""What Litestar raises, as a fault of the server, for a body that stops half way."""

_log = logging.getLogger("dialfloor.api")


class Problem(Exception):
    """A route cannot answer; this goes back instead."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


class Services:
    """Everything the routes call, in one hand."""

    def __init__(
        self,
        *,
        floor: Floor,
        board: Board,
        hub: FeedHub,
        archive: Archive,
        authenticator: Authenticator,
        jobs: Jobs,
        work: LongWork,
        admin: AdminServices,
    ) -> None:
        self.floor = floor
        self.board = board
        self.hub = hub
        self.archive = archive
        self.searching = asyncio.Lock()
        self.editing_users = asyncio.Lock()
        self.authenticator = authenticator
        self.people = admin.people
        self.jobs = jobs
        self.admin = admin
        self.exports = work.exports
        self.previews = work.previews
        self.evidence = work.evidence

    def now(self) -> Instant:
        """The engine's instant."""
        return self.floor.ports.clock.now()

    def caller(self, request: AnyConnection) -> Caller:
        """Who asks. Raises `Problem` 401."""
        client = request.scope.get("client")
        headers = dict(request.scope["headers"])
        caller = self.authenticator.identify(headers, client[0] if client else "", self.now())
        if not isinstance(caller, Caller):
            raise Problem(unauthorized(caller.retry_after))
        return caller

    def allow(self, request: AnyRequest, roles: frozenset[Role]) -> Identity:
        """Who asks, if its role may and its tenant is known. Raises `Problem` 401, 403 or 404."""
        caller = self.caller(request)
        if caller.identity.role not in roles:
            words = ", ".join(sorted(role.value for role in roles))
            sentence = f"A {caller.identity.role.value} may not do this; it takes one of: {words}"
            raise Problem(problem(403, "forbidden", sentence))
        if caller.is_operator and not self._knows(caller.identity.tenant_id):
            sentence = "Name a tenant of this folder in the header X-Dialfloor-Tenant"
            raise Problem(problem(404, "not_found", sentence))
        return caller.identity

    async def allow_folder(
        self, request: AnyRequest, roles: frozenset[Role] = ADMINS, act: str = "do this"
    ) -> Identity:
        """Who may touch the whole folder: its local operator, or one of these roles in its only tenant.

        `act` is what nobody else may. Raises `Problem` 401, 403 or 404.
        """
        identity = self.allow(request, roles)
        if not await self.owns_folder(request):
            sentence = f"The folder holds other tenants too; only the window over its own engine may {act}"
            raise Problem(problem(403, "forbidden", sentence))
        return identity

    async def owns_folder(self, request: AnyRequest) -> bool:
        """Whether what touches every tenant of the folder is this one's. Raises `Problem` 401."""
        return self.caller(request).is_operator or len(await asyncio.to_thread(self.archive.tenants)) == 1

    def allow_operator(self, request: AnyRequest) -> Identity:
        """The local operator. Raises `Problem` 401 or 403."""
        caller = self.caller(request)
        if not caller.is_operator:
            raise Problem(problem(403, "forbidden", "Only the window over its own engine may do this"))
        return caller.identity

    async def decide(self, use_case: Callable[[Change], Outcome[T]]) -> T:
        """Run a use case, write what it did, and return its answer. Raises `Problem` for every other outcome."""
        change = Change(self.floor)
        try:
            outcome = use_case(change)
        except BaseException:
            change.undo()
            raise
        if isinstance(outcome, Done):
            await change.commit()
            return outcome.answer
        change.undo()
        raise Problem(failed(outcome, self.now()))

    async def record(self, identity: Identity, action: str, subject: str, after: object = None) -> None:
        """Say in the audit trail what somebody did that is no decision. Raises `StoreUnavailable`."""
        change = Change(self.floor)
        change.add(
            DeedRecorded(
                tenant_id=identity.tenant_id or None,
                at=self.now(),
                user=identity.user,
                action=action,
                subject=subject,
                before=None,
                after=after,
                reason="",
            )
        )
        await change.commit()

    def _knows(self, tenant_id: str) -> bool:
        return bool(tenant_id) and self.floor.tenant(tenant_id) is not None


Wired: TypeAlias = NamedDependency[Services]
"""What a route declares to be handed the services."""

Why: TypeAlias = Annotated[str, QueryParameter(name="reason", min_length=3, max_length=500, pattern=WORDS)]
"""The reason of what takes no body, held to what a body's is: it stands in the audit trail."""

_ROW_NUMBERS = range(1, 1 << 62)


def row_number(number: int) -> int | None:
    """The number of a row as a path has it; None for one that no row can have, which the store cannot even hold."""
    return number if number in _ROW_NUMBERS else None


def path_id(text: str, what: str) -> str:
    """A UUID of a path. Raises `Problem` 400."""
    found = parse_id(text)
    if found is None:
        raise Problem(problem(400, "invalid_request", f"{what} must be a UUID", what))
    return found


def missing(what: str) -> Problem:
    """404."""
    return Problem(problem(404, "not_found", f"There is no such {what} in this tenant"))


def on_problem(_: AnyRequest, fault: Problem) -> Response[bytes]:
    """The answer that a route raised."""
    return _response(fault.answer)


def on_unavailable(_: AnyRequest, fault: StoreUnavailable) -> Response[bytes]:
    """503."""
    return _response(unavailable(fault))


def on_http(_: AnyRequest, fault: HTTPException) -> Response[bytes]:
    """What the framework found wrong with the request, in our shape."""
    if fault.detail == _WENT_AWAY:
        # Nobody is there to read it, and nothing of ours failed.
        return _response(problem(400, "invalid_request", "The request came only in part; send it again"))
    code = {401: "unauthorized", 403: "forbidden", 404: "not_found"}.get(fault.status_code, "invalid_request")
    if fault.status_code >= 500:
        return _response(mistake(_log, "a route failed", fault, status=fault.status_code))
    field, sentence = first_fault(fault)
    methods = (fault.headers or {}).get("allow")
    headers = [(b"allow", methods.encode())] if methods is not None else []
    return _response(problem(fault.status_code, code, sentence, field, headers))


def on_nested(_: AnyRequest, __: RecursionError) -> Response[bytes]:
    """A body of brackets in brackets: nothing of ours goes that deep, so that it is the sender's mistake."""
    return _response(problem(400, "invalid_request", "The body is nested too deeply"))


def on_undecodable(asked: AnyRequest, fault: UnicodeDecodeError) -> Response[bytes]:
    """A body that is no UTF-8, which the framework lets through (RFC 8259 section 8.1); elsewhere a mistake of ours."""
    at = fault.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    if at is None or at.tb_frame.f_globals.get("__name__") != decode_json.__module__:
        return on_fault(asked, fault)
    return _response(problem(400, "invalid_request", "The body is not UTF-8"))


def on_fault(_: AnyRequest, fault: Exception) -> Response[bytes]:
    """A mistake of ours: logged, and said without internals."""
    return _response(mistake(_log, "a route failed", fault))


def _response(answer: Answer) -> Response[bytes]:
    headers = {name.decode(): value.decode() for name, value in answer.headers}
    return Response(answer.body, status_code=answer.status, headers=headers, media_type="application/json")
