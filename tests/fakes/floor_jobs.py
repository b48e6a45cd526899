"""The scheduled jobs of the fake floor: one that has run and one that has not yet."""

from datetime import datetime, timedelta

from app.wire.operator import JobItem, JobsPage


def jobs_at(now: datetime) -> JobsPage:
    ran = JobItem(
        name="expire-sessions",
        what="Ends sessions at their maximum age, to the second",
        last_started_at=now - timedelta(seconds=1),
        last_ended_at=now - timedelta(seconds=1),
        last_outcome="0 changes",
        next_run_at=now + timedelta(seconds=1),
    )
    new = JobItem(
        name="backup",
        what="Copies the database into the folder's backups and keeps seven",
        last_started_at=None,
        last_ended_at=None,
        last_outcome=None,
        next_run_at=now + timedelta(hours=9),
    )
    return JobsPage(now=now, jobs=[ran, new])
