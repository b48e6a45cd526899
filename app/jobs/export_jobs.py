"""The job of scheduled exports: a look each minute, so that no clock change and no restart loses a night."""

from collections.abc import Awaitable, Callable

from app.jobs.schedule import Job, every


def exports_job(run_due: Callable[[], Awaitable[str]]) -> Job:
    """Once a minute: what has become due since it last ran is exported, once."""
    what = "Exports what was saved with a schedule, into its folder"
    return Job(name="scheduled-exports", what=what, work=run_due, trigger=every(60))
