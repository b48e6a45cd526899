"""`EvidenceBook` over one folder: how its chain stands, and heads of it that are signed when somebody wants one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from app.controller.evidence_desk import ChainState
from app.engine.ports import StoreUnavailable
from app.engine.value import Instant
from app.wire.base import utc
from app.wire.evidence import DayRootItem, SavedHead, SignedHeadItem
from db.evidence_chain import last_record
from db.faults import reading_back
from db.folder import Folder
from db.heads import DamagedHead, HeadBook, SignedHead, head_files, read_head
from db.open import connect

_DAYS_SHOWN = 31


class FolderEvidence:
    """Callable from any thread; each call opens the log for itself."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._book = HeadBook(folder.root)

    def state(self) -> ChainState:
        """How the chain stands, and what is signed of it; a head that was damaged is none."""
        with closing(connect(self._folder.database, read_only=True)) as connection, reading_back():
            number, at, digest = last_record(connection) or (0, None, b"")
        files = head_files(self._book.folder)
        newest = next(_newest_first(files, "head"), None)
        days = islice(_newest_first(files, "day"), _DAYS_SHOWN)
        place = self._book.second_folder()
        return ChainState(
            records=number,
            last_at=at,
            last_hash=digest.hex(),
            head=None if newest is None else _head(newest),
            key=None if newest is None else str(newest["key"]),
            days=tuple(map(_day, days)),
            copied_to=None if place is None else str(place),
        )

    def sign_head(self, now: Instant) -> SavedHead:
        """A signed head of the last record there is, made if it is not there yet."""
        try:
            with closing(connect(self._folder.database, read_only=True)) as connection:
                self._book.sign(connection, now)
                self._book.copy()
            newest = max(self._book.folder.glob("head-*.json"))
            return SavedHead(name=newest.name, content=newest.read_text(encoding="utf-8"))
        except (OSError, sqlite3.Error, ValueError) as fault:
            message = f"No head of the log could be signed ({fault})"
            raise StoreUnavailable(message) from fault


def _newest_first(files: list[Path], kind: str) -> Iterator[dict[str, str | int]]:
    """What whole heads of a kind say. Read as they are asked for: a folder keeps those of years."""
    for path in reversed([path for path in files if path.name.startswith(f"{kind}-")]):
        head = _read(path)
        if head is not None and head.statement["kind"] == kind:
            yield head.statement


def _read(path: Path) -> SignedHead | None:
    try:
        return read_head(path)
    except DamagedHead:
        # A check names it; here it is as if it were not there.
        return None


def _head(said: dict[str, str | int]) -> SignedHeadItem:
    number = int(said["number"])
    at = utc(int(said["at"]))
    return SignedHeadItem(number=number, at=at, hash=str(said["hash"]), file=f"head-{number:012}.json")


def _day(said: dict[str, str | int]) -> DayRootItem:
    return DayRootItem(date=str(said["date"]), first=int(said["first"]), last=int(said["last"]), root=str(said["root"]))
