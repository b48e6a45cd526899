"""`/v1/jobs`: the scheduled jobs."""

from litestar import get, post
from litestar.params import FromPath

from app.api.operator_context import ADMINS, READERS, AnyRequest, Wired, missing
from app.wire.base import utc
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


JOB_ROUTES = (jobs, run_job)
