"""One ASGI application: the dialer path, the feed, `/v1` with its OpenAPI document, `/healthz`, `/metrics`."""

from collections.abc import Awaitable, Callable
from typing import cast

from litestar import Litestar, Router, get
from litestar.config.app import AppConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme
from litestar.response import Response
from litestar.types import Guard

from app.api.addressed import misdirected
from app.api.answers import Answer, Receive, Scope, Send, problem, send_answer
from app.api.dialer import PATH, DialerPath, cors
from app.api.feed_socket import FeedSocket
from app.api.openapi import TruthfulJson
from app.api.operator_abandonment import ABANDONMENT_ROUTES
from app.api.operator_alerts import ALERT_ROUTES
from app.api.operator_backups import BACKUP_ROUTES
from app.api.operator_callable import CALLABLE_ROUTES
from app.api.operator_calling import CALLING_ROUTES
from app.api.operator_calls import CALLS_ROUTES
from app.api.operator_campaigns import CAMPAIGN_ROUTES
from app.api.operator_context import (
    READERS,
    AnyConnection,
    AnyRequest,
    Problem,
    Services,
    on_fault,
    on_http,
    on_nested,
    on_problem,
    on_unavailable,
    on_undecodable,
)
from app.api.operator_diagnostics import DIAGNOSTICS_ROUTES
from app.api.operator_dispositions import DISPOSITION_ROUTES
from app.api.operator_erasures import ERASURE_ROUTES
from app.api.operator_evidence import EVIDENCE_ROUTES
from app.api.operator_exports import EXPORT_ROUTES
from app.api.operator_floor import FLOOR_ROUTES
from app.api.operator_holds import HOLD_ROUTES
from app.api.operator_imports import IMPORT_ROUTES
from app.api.operator_jobs import JOB_ROUTES
from app.api.operator_limits import LIMIT_ROUTES
from app.api.operator_list_files import LIST_FILE_ROUTES
from app.api.operator_log import LOG_ROUTES
from app.api.operator_national import NATIONAL_ROUTES
from app.api.operator_people import PEOPLE_ROUTES
from app.api.operator_previews import PREVIEW_ROUTES
from app.api.operator_retention import RETENTION_ROUTES
from app.api.operator_reveals import REVEAL_ROUTES
from app.api.operator_rules import RULE_ROUTES
from app.api.operator_sessions import SESSION_ROUTES
from app.api.operator_suppressions import SUPPRESSION_ROUTES
from app.api.operator_tiers import TIER_ROUTES
from app.engine.ports import StoreUnavailable
from app.engine.value import Instant

_OPERATOR_BODY_BYTES = 1_000_000
ROUTES = (
    *FLOOR_ROUTES,
    *LOG_ROUTES,
    *REVEAL_ROUTES,
    *EVIDENCE_ROUTES,
    *CALLS_ROUTES,
    *SESSION_ROUTES,
    *JOB_ROUTES,
    *EXPORT_ROUTES,
    *DISPOSITION_ROUTES,
    *ALERT_ROUTES,
    *TIER_ROUTES,
    *PEOPLE_ROUTES,
    *CAMPAIGN_ROUTES,
    *IMPORT_ROUTES,
    *BACKUP_ROUTES,
    *RETENTION_ROUTES,
    *ERASURE_ROUTES,
    *HOLD_ROUTES,
    *DIAGNOSTICS_ROUTES,
    *LIMIT_ROUTES,
    *PREVIEW_ROUTES,
    *SUPPRESSION_ROUTES,
    *NATIONAL_ROUTES,
    *LIST_FILE_ROUTES,
    *CALLING_ROUTES,
    *CALLABLE_ROUTES,
    *RULE_ROUTES,
    *ABANDONMENT_ROUTES,
)
"""Every route of `/v1`."""

AsgiCallable = Callable[[Scope, Receive, Send], Awaitable[None]]


class Application:
    """The root ASGI callable: sends each request to the part that is made for it."""

    def __init__(
        self,
        dialer: DialerPath,
        feed: FeedSocket,
        operator: Litestar,
        services: Services,
        names: frozenset[str] = frozenset(),
    ) -> None:
        self.dialer = dialer
        self._feed = feed
        # Litestar types scopes more narrowly than ASGI's own mapping; what goes in is the same.
        self._operator = cast("AsgiCallable", operator)
        self._services = services
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or listener."""
        path = scope.get("path", "")
        if scope["type"] == "http" and (path == PATH or path.startswith(PATH + "/")):
            await self.dialer(scope, receive, send)
        elif (refusal := misdirected(scope, self._names)) is not None:
            # The dialer path is for pages of anywhere, as the edge function was: with a token, or not at all.
            await _refuse(scope, receive, send, refusal)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        elif path.startswith("/functions/"):
            await send_answer(send, problem(404, "not_found", f"There is no such function; use {PATH}"), cors(scope))
        else:
            await self._operator(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/v1/feed":
            now: Instant = self._services.now()
            await self._feed.serve(scope, receive, send, now)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 4404})


async def _refuse(scope: Scope, receive: Receive, send: Send, refusal: Answer) -> None:
    if scope["type"] == "websocket":
        # Closed before it is accepted, which is 403 on the wire.
        await receive()
        await send({"type": "websocket.close", "code": 4403})
    else:
        await send_answer(send, refusal, [])


def operator_app(services: Services, figures: Callable[[], Awaitable[bytes]], version: str) -> Litestar:
    """`/v1` and its neighbours on Litestar, which makes the OpenAPI document from the very types.

    `figures` makes the text of `/metrics`.
    """

    @get("/healthz", include_in_schema=False)
    async def healthz() -> dict[str, str]:
        """Alive: no credentials, no data."""
        return {"status": "ok", "version": version}

    @get("/metrics", include_in_schema=False, media_type="text/plain; version=0.0.4")
    async def metrics(request: AnyRequest) -> Response[bytes]:
        """Prometheus text."""
        services.allow(request, READERS)
        return Response(await figures(), media_type="text/plain; version=0.0.4")

    return Litestar.from_config(
        AppConfig(
            route_handlers=[
                healthz,
                Router("/", route_handlers=[metrics, *ROUTES], guards=[_known(services)]),
            ],
            dependencies={"services": Provide(lambda: services, sync_to_thread=False)},
            exception_handlers={
                Problem: on_problem,
                StoreUnavailable: on_unavailable,
                HTTPException: on_http,
                RecursionError: on_nested,
                UnicodeDecodeError: on_undecodable,
                Exception: on_fault,
            },
            openapi_config=_openapi(version),
            request_max_body_size=_OPERATOR_BODY_BYTES,
        )
    )


def _known(services: Services) -> Guard:
    """Who is unknown hears so before the engine reads, or even judges, what they sent."""

    def require(connection: AnyConnection, _: BaseRouteHandler) -> None:
        services.caller(connection)

    return require


def _openapi(version: str) -> OpenAPIConfig:
    return OpenAPIConfig(
        title="Dialfloor",
        version=version,
        path="/",
        render_plugins=[TruthfulJson(path="/openapi.json")],
        use_handler_docstrings=True,
        security=[{"bearer": []}],
        components=Components(security_schemes={"bearer": SecurityScheme(type="http", scheme="bearer")}),
    )
