"""Cleaning and copying a folder's database in small steps, on a connection of its own."""

from typing import TypeVar

from app.engine.value import Instant
from db.asked import Asked
from db.backups import make_backup
from db.copying import Told
from db.folder import Folder
from db.open import connect

T = TypeVar("T")
RunRow = tuple[str, Instant, Instant | None, str | None]


class SqliteUpkeep(Asked):
    """Callable from any thread, one step at a time. Every method raises `StoreUnavailable`."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        super().__init__(connect(folder.database, seldom=True))

    def delete_requests(self, before: Instant, most: int) -> int:
        """Delete up to `most` requests from before an instant."""
        return self._ask(
            lambda connection: (
                connection.execute(
                    "DELETE FROM api_rate_limits WHERE number IN"
                    " (SELECT number FROM api_rate_limits WHERE created_at <= ? ORDER BY created_at LIMIT ?)",
                    (before, most),
                ).rowcount
            )
        )

    def delete_answers(self, before: Instant, most: int) -> int:
        """Delete up to `most` kept answers from before an instant."""
        return self._ask(
            lambda connection: (
                connection.execute(
                    "DELETE FROM idempotency_keys WHERE (user_id, key) IN"
                    " (SELECT user_id, key FROM idempotency_keys WHERE at <= ? LIMIT ?)",
                    (before, most),
                ).rowcount
            )
        )

    def back_up(self, name: str, now: Instant, keep: int, told: Told | None = None) -> str:
        """Copy the database and read the copy through; keep the newest `keep` of those that were made here."""
        return str(make_backup(self._folder, name, now, keep, told))

    def keep_run(self, name: str, started_at: Instant, ended_at: Instant | None, outcome: str | None) -> None:
        """Remember a run."""
        self._ask(
            lambda connection: connection.execute(
                "REPLACE INTO job_runs (name, started_at, ended_at, outcome) VALUES (?, ?, ?, ?)",
                (name, started_at, ended_at, outcome),
            )
        )

    def runs(self) -> list[RunRow]:
        """What is remembered of every job."""
        return self._ask(
            lambda connection: connection.execute("SELECT name, started_at, ended_at, outcome FROM job_runs").fetchall()
        )

    def anchor(self) -> tuple[str, int] | None:
        """The boot and offset that the clock was last anchored to."""
        row = self._ask(
            lambda connection: connection.execute("SELECT boot_id, offset_us FROM clock_anchors").fetchone()
        )
        return None if row is None else (row[0], row[1])

    def keep_anchor(self, boot_id: str, offset: int) -> None:
        """Remember what the clock is anchored to."""
        self._ask(
            lambda connection: connection.execute(
                "REPLACE INTO clock_anchors (number, boot_id, offset_us) VALUES (1, ?, ?)", (boot_id, offset)
            )
        )

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return self._ask(lambda connection: int(connection.execute("PRAGMA data_version").fetchone()[0]))
