"""Bodies of `/v1/imports`: a contact file as it was found, how its columns are read, and what came of it."""

from typing import Annotated, Literal

from msgspec import Meta

from app.wire.base import Body
from app.wire.operator import Name

Place = Annotated[int, Meta(ge=0, le=1_000)]
Region = Annotated[str, Meta(pattern="^[A-Za-z]{2}$")]
ListName = Literal["internal", "wrong_number", "litigator"]
ImportPhase = Literal["checking", "ready", "importing", "done", "cancelled", "failed"]


class ColumnPlaces(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which column of the file is which, from 0; null is none of them. Every other column is kept as a field."""

    first_name: Place | None = None
    last_name: Place | None = None
    phone: Place | None = None
    email: Place | None = None


class RejectedLine(Body, frozen=True, kw_only=True):
    """A line that cannot be imported: its number in the file, which field of it, and why."""

    line: int
    field: Literal["phone", "row"]
    reason: str


class ImportFacts(Body, frozen=True, kw_only=True):
    """What a file holds under these columns, before anything is written.

    `good` lines can be imported, `bad` ones not; `repeated` of the good ones bring a number that came before in the
    file; `listed` of its numbers are on a do-not-call list of the tenant's already (null where contacts come in).
    `sample` are its first lines, cell by cell; `rejected` the first of the bad ones.
    """

    encoding: str
    delimiter: str
    header: list[str]
    places: ColumnPlaces
    region: str
    rows: int
    good: int
    bad: int
    repeated: int
    notes: list[str]
    sample: list[list[str]]
    rejected: list[RejectedLine]
    listed: int | None = None


class CheckImport(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Look through the file again with other columns, or another country of numbers that name none."""

    places: ColumnPlaces
    region: Region = "US"


class StartImport(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Import the file with these columns into a campaign, which is made on first use; null is no campaign."""

    places: ColumnPlaces
    region: Region = "US"
    campaign: Name | None = None


class ImportState(Body, frozen=True, kw_only=True):
    """How far an import is. `rows_total` and `facts` are known once the file was looked through.

    `added`, `known` and `rejected` count lines that are written, in whole batches: what is cancelled stays at one.
    """

    id: str
    file: str
    state: ImportPhase
    campaign: str | None
    onto: ListName | None = None
    rows_done: int
    rows_total: int | None
    facts: ImportFacts | None
    added: int
    known: int
    rejected: int
    rejected_lines: list[RejectedLine]
    error: str | None
