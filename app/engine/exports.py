"""What is exported, by whom, when, and what came of it; and exports that are saved under a name, some by night."""

from app.engine.value import Id, Instant, Value


class ExportWhat(Value, frozen=True, kw_only=True):
    """Which rows and columns: a named range, or `start` <= time < `stop`; no fields are all of them."""

    kind: str
    range_name: str | None = None
    start: Instant | None = None
    stop: Instant | None = None
    campaign_id: Id | None = None
    fields: tuple[str, ...] = ()


class ExportSchedule(Value, frozen=True, kw_only=True):
    """Each night at a minute of the local day of `zone`, into `folder`, where the last `keep` files stay."""

    minute: int
    zone: str
    folder: str
    keep: int


class ExportPreset(Value, frozen=True, kw_only=True):
    """A saved export. `due_at` is the last due instant that was seen to, or when the schedule was set."""

    id: Id
    tenant_id: Id
    name: str
    what: ExportWhat
    by: str
    edited_at: Instant
    schedule: ExportSchedule | None = None
    due_at: Instant | None = None
    outcome: str | None = None
    outcome_at: Instant | None = None
    failed: bool = False


class ExportRun(Value, frozen=True, kw_only=True):
    """One export, running or over. `what` has the instants that its range meant; `path` is empty once its file went."""

    id: Id
    tenant_id: Id
    what: ExportWhat
    by: str
    began_at: Instant
    path: str
    preset_id: Id | None = None
    preset: str | None = None
    state: str = "running"
    ended_at: Instant | None = None
    rows: int = 0
    size: int | None = None
    sha256: str | None = None
    error: str | None = None
