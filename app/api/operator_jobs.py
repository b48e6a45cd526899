"""`/v1`: scheduled jobs and exports."""

from datetime import datetime
from types import MappingProxyType

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody
from litestar.response import File

from app.api.answers import problem
from app.api.operator_context import ADMINS, READERS, AnyRequest, Problem, Wired, missing, path_id
from app.wire.base import utc
from app.wire.exports import ExportState, StartExport
from app.wire.operator import JobsPage


@get("/v1/jobs")
async def jobs(request: AnyRequest, services: Wired) -> JobsPage:
    """Every scheduled job: when it last ran, what came of it, when it runs next."""
    services.allow(request, READERS)
    return JobsPage(now=utc(services.now()), jobs=services.jobs.items())


@post("/v1/jobs/{name:str}/run", status_code=200)
async def run_job(request: AnyRequest, services: Wired, name: FromPath[str]) -> JobsPage:
    """Run a job now."""
    identity = services.allow(request, ADMINS)
    if not await services.jobs.run_now(name):
        raise missing("job")
    await services.record(identity, "job.run", name)
    return JobsPage(now=utc(services.now()), jobs=services.jobs.items())


@post("/v1/exports", status_code=201)
async def start_export(request: AnyRequest, services: Wired, data: JSONBody[StartExport]) -> ExportState:
    """Start an export in a process of its own."""
    identity = services.allow(request, READERS)
    for field, moment in (("from", data.from_), ("to", data.to)):
        if moment is not None and moment.tzinfo is None:
            raise Problem(
                problem(400, "invalid_request", f"{field} must have a zone, as in 2026-12-01T15:30:00Z", field)
            )
    # What is exported leaves the house: the trail says so before a line is written.
    await services.record(identity, "export.start", data.kind, {"from": _text(data.from_), "to": _text(data.to)})
    return await services.exports.start(identity.tenant_id, data)


@get("/v1/exports/{export_id:str}")
async def export_state(request: AnyRequest, services: Wired, export_id: FromPath[str]) -> ExportState:
    """How far an export is."""
    identity = services.allow(request, READERS)
    state = services.exports.state(identity.tenant_id, path_id(export_id, "exportId"))
    if state is None:
        raise missing("export")
    return state


@delete("/v1/exports/{export_id:str}")
async def cancel_export(request: AnyRequest, services: Wired, export_id: FromPath[str]) -> None:
    """Stop an export; nothing of it is left."""
    identity = services.allow(request, READERS)
    if not await services.exports.cancel(identity.tenant_id, path_id(export_id, "exportId")):
        raise missing("export")


@get("/v1/exports/{export_id:str}/file", media_type="text/csv")
async def export_file(request: AnyRequest, services: Wired, export_id: FromPath[str]) -> File:
    """The finished file."""
    identity = services.allow(request, READERS)
    path = services.exports.file(identity.tenant_id, path_id(export_id, "exportId"))
    if path is None:
        raise missing("finished export")
    return File(path, filename=path.name, media_type=_MEDIA[path.suffix])


_MEDIA = MappingProxyType({".csv": "text/csv", ".zip": "application/zip"})


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


JOB_ROUTES = (jobs, run_job, start_export, export_state, cancel_export, export_file)
