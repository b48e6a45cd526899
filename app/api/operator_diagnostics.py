"""`/v1/diagnostics`: what an engine, its machine and its folder are like, to be sent on."""

from litestar import get

from app.api.operator_context import AnyRequest, Wired
from app.wire.diagnostics import DiagnosticsPage


@get("/v1/diagnostics")
async def diagnostics(request: AnyRequest, services: Wired) -> DiagnosticsPage:
    """Facts of now; no token and no phone number is among them."""
    await services.allow_folder(request)
    return await services.admin.diagnostics.page()


DIAGNOSTICS_ROUTES = (diagnostics,)
