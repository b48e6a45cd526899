"""Bodies of `/v1/backups`: the copies of the database, the work on one, and what restoring one would lose."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from app.wire.base import Body
from app.wire.operator import Reason


class BackupLoss(Body, frozen=True, kw_only=True):
    """Rows the database holds now and the copy does not: what is gone once the copy takes its place."""

    calls: int
    sessions: int
    contacts: int
    refusals: int
    audit_records: int


class BackupItem(Body, frozen=True, kw_only=True):
    """A copy. `checked_at` is when every page of it was read; `broken` says what was wrong, null if nothing.

    `last_at` is the instant of its newest record; `loss` is known after a check by this engine.
    """

    name: str
    made_at: datetime
    bytes: int
    checked_at: datetime | None = None
    broken: str | None = None
    version: str | None = None
    last_at: datetime | None = None
    loss: BackupLoss | None = None


class BackupWork(Body, frozen=True, kw_only=True):
    """What the engine does, or last did, with copies; `pages_total` is 0 until it is known."""

    kind: Literal["backup", "check", "restore"]
    name: str
    state: Literal["running", "done", "failed"]
    began_at: datetime
    pages_done: int = 0
    pages_total: int = 0
    sentence: str = ""


class BackupsPage(Body, frozen=True, kw_only=True):
    """All copies of the folder, newest first; `may_restart` is false for an engine that cannot start itself again."""

    folder: str
    database_bytes: int
    free_bytes: int
    kept: int
    may_restart: bool
    backups: list[BackupItem]
    work: BackupWork | None = None


class RestoreBackup(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Put a copy in the database's place. `calls_lost` is what the person was told and accepted."""

    reason: Reason
    calls_lost: Annotated[int, Meta(ge=0, le=1_000_000_000_000)]
