"""`/v1/limits/preview`: what edits of limits would do, each computed in a process of its own."""

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody

from app.api.answers import problem
from app.api.operator_context import SUPERVISORS, AnyRequest, Problem, Wired, missing, path_id
from app.controller.change_limits import setting_fault
from app.wire.limits import PreviewLimits, PreviewState


@post("/v1/limits/preview", status_code=201)
async def start_preview(request: AnyRequest, services: Wired, data: JSONBody[PreviewLimits]) -> PreviewState:
    """Start to compute what edits would do; 409 while too many previews run."""
    identity = services.allow(request, SUPERVISORS)
    for setting in data.settings:
        fault = setting_fault(setting)
        if fault is not None:
            raise Problem(problem(400, "invalid_request", fault.sentence, fault.field))
    started = await services.previews.start(identity.tenant_id, data)
    if started is None:
        raise Problem(problem(409, "conflict", "Several previews are being computed; try again when one is done"))
    return started


@get("/v1/limits/preview/{preview_id:str}")
async def preview_state(request: AnyRequest, services: Wired, preview_id: FromPath[str]) -> PreviewState:
    """How far a preview is, and its effect once it is done."""
    identity = services.allow(request, SUPERVISORS)
    state = services.previews.state(identity.tenant_id, path_id(preview_id, "previewId"))
    if state is None:
        raise missing("preview")
    return state


@delete("/v1/limits/preview/{preview_id:str}")
async def cancel_preview(request: AnyRequest, services: Wired, preview_id: FromPath[str]) -> None:
    """Stop a preview."""
    identity = services.allow(request, SUPERVISORS)
    if not await services.previews.cancel(identity.tenant_id, path_id(preview_id, "previewId")):
        raise missing("preview")


PREVIEW_ROUTES = (start_preview, preview_state, cancel_preview)
