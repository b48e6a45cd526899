"""`Upkeep` of the jobs over the folder's database."""

from app.jobs.upkeep import JobRun
from db.upkeep_sqlite import SqliteUpkeep


class FolderUpkeep:
    """Turns the store's rows into the jobs' values."""

    def __init__(self, store: SqliteUpkeep) -> None:
        self._store = store
        self.delete_requests = store.delete_requests
        self.delete_answers = store.delete_answers
        self.back_up = store.back_up

    def keep_run(self, run: JobRun) -> None:
        """Remember a run."""
        self._store.keep_run(run.name, run.started_at, run.ended_at, run.outcome)

    def runs(self) -> list[JobRun]:
        """What is remembered of every job."""
        return [
            JobRun(name=name, started_at=started_at, ended_at=ended_at, outcome=outcome)
            for name, started_at, ended_at, outcome in self._store.runs()
        ]
