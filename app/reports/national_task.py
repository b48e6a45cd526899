"""What an engine hands the process that imports a national list, and what that one tells it."""

import msgspec

from app.wire.national import FileRole


class TaskFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file by its absolute path, and what it does."""

    path: str
    role: FileRole


class NationalTask(msgspec.Struct, frozen=True, kw_only=True):
    """One import into the folder `data`, as the version `version`; instants are microseconds."""

    data: str
    version: str
    tenant_id: str
    files: tuple[TaskFile, ...]
    taken_at: int
    now: int
    account: str
    by: str
    is_whole: bool


class NationalNews(msgspec.Struct, frozen=True, kw_only=True):
    """How far it is, one line of JSON each."""

    bytes_done: int = 0
    bytes_total: int = 0
    lines: int = 0
