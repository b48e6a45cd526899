"""Bodies of `/v1/exports` and `/v1/export-presets`: what is exported, how far it is, what was, and what is saved."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.wire.alerts import TimeOfDay
from app.wire.base import LINE, Body
from app.wire.operator import Name

ExportKind = Literal["calls", "refusals", "audit", "evidence"]
RangeName = Literal[
    "last-month",
    "this-month",
    "yesterday",
    "today",
    "last-7-days",
    "last-30-days",
    "all",
    "this-period",
    "last-period",
]
"""On the tenant's calendar; the periods are a campaign's successive 30 days from its start."""
Field = Annotated[str, Meta(min_length=1, max_length=40)]


class StartExport(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Export rows with from_ <= time < to, or of a named `range`: as CSV, or all evidence of them as one zip.

    `fields` are names of the header, in the order wanted; none are all. `campaign_id` chooses calls.
    """

    kind: ExportKind
    from_: datetime | None = msgspec.field(default=None, name="from")
    to: datetime | None = None
    range: RangeName | None = None
    campaign_id: str | None = None
    fields: Annotated[list[Field], Meta(max_length=60)] = []


class ExportState(Body, frozen=True, kw_only=True):
    """An export, running or over.

    `rows_total` is known once counting has ended. `folder` is where the engine's machine has the file, `is_kept`
    whether it is still there; `preset` is the saved export that a schedule made it by.
    """

    id: str
    kind: str
    state: Literal["running", "done", "cancelled", "failed"]
    rows_done: int
    rows_total: int | None
    error: str | None
    by: str = ""
    began_at: datetime | None = None
    ended_at: datetime | None = None
    from_: datetime | None = msgspec.field(default=None, name="from")
    to: datetime | None = None
    campaign_id: str | None = None
    fields: list[str] = []
    preset: str | None = None
    file: str = ""
    folder: str = ""
    bytes: int | None = None
    sha256: str | None = None
    is_kept: bool = False


class ExportPreview(Body, frozen=True, kw_only=True):
    """The first rows of what would be exported, and how many there are; its numbers are masked."""

    from_: datetime | None = msgspec.field(name="from")
    to: datetime | None
    columns: list[str]
    rows: list[list[str]]
    rows_total: int


class ExportVerified(Body, frozen=True, kw_only=True):
    """Whether the file on the engine's machine is still what was written."""

    is_whole: bool
    sha256: str
    sentence: str


class ExportSchedule(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Each day at `at` of the clock of `zone`, into `folder` of the engine's machine, where `keep` files stay."""

    at: TimeOfDay
    zone: Annotated[str, Meta(min_length=1, max_length=60)]
    folder: Annotated[str, Meta(min_length=1, max_length=1_000, pattern=LINE)]
    keep: Annotated[int, Meta(ge=1, le=1_000)]


class ExportPresetItem(Body, frozen=True, kw_only=True):
    """A saved export. `last_outcome` is what came of its last run by schedule."""

    id: str
    name: str
    what: StartExport
    by: str
    edited_at: datetime
    schedule: ExportSchedule | None = None
    next_at: datetime | None = None
    last_at: datetime | None = None
    last_outcome: str | None = None
    last_failed: bool = False


class SaveExportPreset(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Save an export under a name, or change one that is."""

    name: Name
    what: StartExport


class ExportsPage(Body, frozen=True, kw_only=True):
    """A tenant's exports, newest first, its saved ones by name, and the fields of each kind in the file's order."""

    exports: list[ExportState]
    presets: list[ExportPresetItem]
    fields: dict[str, list[str]]
    zone: str
