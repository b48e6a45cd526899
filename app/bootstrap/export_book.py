"""What a folder's database says of exports, read and written off the loop, each change with its audit record."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.engine.events import DeedRecorded
from app.engine.exports import ExportPreset, ExportRun
from app.engine.value import Id
from db import exports_store as store
from db.audit_chain import append_deeds
from db.faults import reading_back
from db.open import connect
from db.people_store import writing

T = TypeVar("T")

MOST_LISTED = 200
"""Exports that a window lists; older ones are in the audit trail."""


class NameInUse(ValueError):
    """The tenant has a saved export of this name."""


class ExportBook:
    """The rows of exports in one folder; callable from any thread. Raises `StoreUnavailable`."""

    def __init__(self, database: Path) -> None:
        self._connection = connect(database, seldom=True)
        self._lock = threading.Lock()

    def put_run(self, run: ExportRun, deed: DeedRecorded | None = None) -> None:
        """Keep an export as it stands, and say so in the trail."""
        self._write(lambda: store.put_run(self._connection, run), deed)

    def runs(self, tenant_id: Id) -> list[ExportRun]:
        """A tenant's exports, newest first."""
        return self._read(lambda: store.runs_of(self._connection, tenant_id, MOST_LISTED))

    def run(self, tenant_id: Id, export_id: Id) -> ExportRun | None:
        """One export of a tenant."""
        return self._read(lambda: store.find_run(self._connection, tenant_id, export_id))

    def unfinished(self) -> list[ExportRun]:
        """Exports that an engine before this one did not see to their end."""
        return self._read(lambda: store.unfinished_runs(self._connection))

    def kept(self, preset_id: Id | None) -> list[ExportRun]:
        """Exports whose files are there, newest first: of a preset, or of people."""
        return self._read(lambda: store.runs_with_files(self._connection, preset_id))

    def put_preset(self, preset: ExportPreset, deed: DeedRecorded | None = None) -> None:
        """Keep a saved export. Raises `NameInUse`."""

        def put() -> None:
            try:
                store.put_preset(self._connection, preset)
            except sqlite3.IntegrityError as fault:
                raise NameInUse from fault

        self._write(put, deed)

    def drop_preset(self, preset_id: Id, deed: DeedRecorded) -> None:
        """Let a saved export go."""
        self._write(lambda: store.drop_preset(self._connection, preset_id), deed)

    def presets(self) -> list[ExportPreset]:
        """Every tenant's saved exports, by name."""
        return self._read(lambda: store.all_presets(self._connection))

    def has_campaign(self, tenant_id: Id, campaign_id: Id) -> bool:
        """Whether a tenant has a campaign of this id."""
        return self._read(lambda: store.has_campaign(self._connection, tenant_id, campaign_id))

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()

    def _read(self, read: Callable[[], T]) -> T:
        with self._lock, reading_back():
            return read()

    def _write(self, write: Callable[[], None], deed: DeedRecorded | None) -> None:
        with self._lock, writing(self._connection):
            write()
            if deed is not None:
                append_deeds(self._connection, [deed])
