"""Bodies of `/v1/do-not-call/national`: the list in force, the versions before it, and the import of another."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta

from app.wire.base import Body

FileRole = Literal["list", "adds", "deletes"]
WorkState = Literal["running", "done", "failed", "cancelled"]
Account = Annotated[str, Meta(max_length=60, pattern=r"^[0-9A-Za-z .-]*$")]


class NationalFile(Body, frozen=True, kw_only=True):
    """A file of the registry's: what it does (`list`, `adds`, `deletes`), its lines, and its SHA-256 in hex."""

    name: str
    role: FileRole
    lines: int
    sha256: str


class NationalItem(Body, frozen=True, kw_only=True):
    """A version of the national list; `is_current` is the one in force.

    `oldest_taken_at` is its oldest area code's, from which `age_days` (whole days) counts; a call for whose number the
    list is asked is lawful until `good_until`. `bits_sha256` is that of the list as it is kept.
    """

    version: str
    account: str
    taken_at: datetime
    imported_at: datetime
    by: str
    numbers: int
    area_codes: int
    oldest_taken_at: datetime
    good_until: datetime
    lines: int = 0
    files: list[NationalFile] = []
    bits_sha256: str = ""
    age_days: int = 0
    is_current: bool = True


class NationalWork(Body, frozen=True, kw_only=True):
    """The import under way, or the last one of this engine.

    `lines_per_second` is that of the last ten seconds, at its end the mean. With all bytes read and `state` still
    running, the version is being counted, hashed and put in force; `seconds_left` is null then. `version` is what
    it made, `error` why it made none.
    """

    id: str
    state: WorkState
    files: list[str]
    by: str
    began_at: datetime
    ended_at: datetime | None
    bytes_done: int
    bytes_total: int
    lines: int
    lines_per_second: int
    seconds_left: int | None
    version: str | None
    error: str | None


class NationalPage(Body, frozen=True, kw_only=True):
    """The national list in force (null if none was imported), the newest versions, and the work on another.

    `good_days` is how old a copy may be. `may_import` says that this caller may bring another in, `may_name_paths` that
    it may name files on the engine's machine instead of sending them.
    """

    national: NationalItem | None
    versions: list[NationalItem] = []
    work: NationalWork | None = None
    good_days: int = 31
    may_import: bool = False
    may_name_paths: bool = False


class SentFile(Body, frozen=True, kw_only=True):
    """A file that was sent and waits for its import, by this id."""

    id: str
    name: str
    bytes: int


class ChosenFile(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file to import, and what it does: one that was sent, by its id, or one on the engine's machine, by its path."""

    role: FileRole = "list"
    id: str | None = None
    path: Annotated[str, Meta(min_length=1, max_length=4_000)] | None = None


class StartNational(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Import files that were taken from the registry on a day (UTC) under an account.

    Files of the role `list` replace the area codes they hold, and with `is_whole` all others too; `adds` and `deletes`
    move the list in force on, and come without a `list`.
    """

    files: Annotated[list[ChosenFile], Meta(min_length=1, max_length=600)]
    taken_on: date
    account: Account = ""
    is_whole: bool = False
