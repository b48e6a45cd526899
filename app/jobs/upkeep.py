"""What the jobs ask of the store, in steps so small that no decision waits for them."""

from typing import Protocol

from app.engine.value import Duration, Instant, Value


class JobRun(Value, frozen=True, kw_only=True):
    """When a job last ran and what came of it."""

    name: str
    started_at: Instant
    ended_at: Instant | None
    outcome: str | None


class Keeping(Protocol):
    """How long what the jobs clean is kept, as it is set now."""

    def backups(self) -> int:
        """How many copies of the database stay."""
        ...

    def answers(self) -> Duration:
        """How long the answer to an `Idempotency-Key` is kept."""
        ...


class Upkeep(Protocol):
    """Each method is one short transaction, called off the loop; raises `StoreUnavailable`."""

    def delete_requests(self, before: Instant, most: int) -> int:
        """Delete up to `most` requests from before an instant; returns how many."""
        ...

    def delete_answers(self, before: Instant, most: int) -> int:
        """Delete up to `most` kept answers from before an instant; returns how many."""
        ...

    def back_up(self, name: str, now: Instant, keep: int) -> str:
        """Copy the database under this name and keep the newest `keep`; returns where it lies."""
        ...

    def keep_run(self, run: JobRun) -> None:
        """Remember a run beyond this process."""
        ...

    def runs(self) -> list[JobRun]:
        """What is remembered."""
        ...
