"""Imports of a national list into a running engine: what may be asked of them, behind one port."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Protocol

from app.engine.value import Id, Instant, Value
from app.wire.national import FileRole, NationalWork, SentFile


class NationalFile(Value, frozen=True, kw_only=True):
    """A file to import, and what it does: one that was sent, by its id, or one on this machine, by its path."""

    role: FileRole
    id: Id | None = None
    path: Path | None = None


class NationalOrder(Value, frozen=True, kw_only=True):
    """What to import: files, when they were taken from the registry, under which account, by whom of which tenant.

    `is_whole` says that the files of the role `list` are all there is.
    """

    files: tuple[NationalFile, ...]
    taken_at: Instant
    account: str
    tenant_id: Id
    by: str
    is_whole: bool


class NationalImports(Protocol):
    """One import at a time. Files that were sent are kept until their import has ended."""

    def free_bytes(self) -> int:
        """Bytes that the folder's disk has free."""
        ...

    async def take(self, name: str, blocks: AsyncIterator[bytes], most: int) -> SentFile:
        """Keep a file as it comes. Raises `FileTooLarge` past `most` bytes, `Refusal` while too many wait."""
        ...

    async def throw_away(self, file_id: Id) -> bool:
        """Delete a file that was sent; False if there is none of this id, or an import is at it."""
        ...

    async def start(self, order: NationalOrder) -> NationalWork:
        """Begin. Raises `Refusal` while another import runs, or for a file that is not there."""
        ...

    def work(self) -> NationalWork | None:
        """How far the import is, or how the last one of this engine ended."""
        ...

    async def cancel(self) -> NationalWork | None:
        """Stop what runs; nothing of it is used. None if there never was one."""
        ...
