"""Whether SQLite's write-ahead log was damaged after it was written.

SQLite takes the log up to the first frame whose checksum is wrong, and says nothing: after a power cut that is the
right end, since what follows was never synced. But a damaged frame in the middle cuts off commits that were synced
and answered for, as silently. Commits are synced one after the other, so at most the last of them can be unsynced:
where a whole later commit follows a broken one, the log was damaged (format: https://sqlite.org/fileformat2.html#walformat).
"""

import struct
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from db.faults import FolderDamaged
from db.folder import Folder

Words = npt.NDArray[np.uint32]

_HEADER = struct.Struct(">8I")
_FRAME_HEADER_BYTES = 24
_MAGIC_LITTLE, _MAGIC_BIG = 0x377F0682, 0x377F0683
_CHUNK = 1_000
_PAGE_SIZE_AT = 16


class _Frames(NamedTuple):
    """One row a frame: does it commit, its salts, and does its checksum follow from that of the frame before."""

    commits: npt.NDArray[np.bool_]
    salts: Words
    chained: npt.NDArray[np.bool_]


def refuse_damaged_log(folder: Folder) -> None:
    """Raises `FolderDamaged` if commits that were answered for cannot be read. The caller holds the folder's lock."""
    lost = commits_cut_off(folder.database)
    if lost:
        raise FolderDamaged(damage_sentence(folder, lost))


def damage_sentence(folder: Folder, lost: int) -> str:
    """What is lost, and the two ways to go on."""
    return (
        f"{folder.database}-wal is damaged: {lost} commits that were answered for cannot be read; restore a copy from"
        f' the folder\'s backups, or go on without them: sqlite3 {folder.database} "PRAGMA wal_checkpoint(TRUNCATE)"'
    )


def commits_cut_off(database: Path) -> int:
    """How many synced commits a damaged frame cuts off, 0 if none. Nobody may write the log meanwhile."""
    log = database.with_name(f"{database.name}-wal")
    if not log.exists() or log.stat().st_size < _HEADER.size:
        return 0
    with log.open("rb") as file:
        head = file.read(_HEADER.size)
        content = file.read()
    magic, _, page, *_ = _HEADER.unpack(head)
    order = "<u4" if magic == _MAGIC_LITTLE or (magic != _MAGIC_BIG and sys.byteorder == "little") else ">u4"
    whole = magic in (_MAGIC_LITTLE, _MAGIC_BIG) and _sum(head[:24], order) == _HEADER.unpack(head)[6:]
    if not whole:
        page = _page_size(database)
    if not 512 <= page <= 65_536 or len(content) < _FRAME_HEADER_BYTES + page:
        return 0
    frames = _frames(head, content, page, order)
    salts = np.frombuffer(head[16:24], ">u4") if whole else frames.salts[0]
    return _cut_off(frames, (frames.salts == salts).all(axis=1), whole=whole)


def _cut_off(frames: _Frames, live: npt.NDArray[np.bool_], *, whole: bool) -> int:
    """How many commits stand behind the first broken frame, if one of them is followed by another transaction."""
    sound = live & frames.chained
    broken = 0 if not whole else int(np.argmin(sound)) if not sound.all() else len(sound)
    commits = live & frames.commits
    # A commit with a frame behind it that was counted on from its checksum: that commit was synced before.
    followed = commits[broken:-1] & sound[broken + 1 :] if broken + 1 < len(sound) else np.zeros(0, np.bool_)
    return int(commits[broken:].sum()) if followed.any() else 0


def _frames(head: bytes, content: bytes, page: int, order: str) -> _Frames:
    size = _FRAME_HEADER_BYTES + page
    count = len(content) // size
    rows = np.frombuffer(content, np.uint8, count * size).reshape(count, size)
    heads = np.ascontiguousarray(rows[:, :_FRAME_HEADER_BYTES]).view(">u4").astype(np.uint32)
    stored = heads[:, 4:6]
    before = np.vstack([np.array([_HEADER.unpack(head)[6:]], np.uint32), stored[:-1]])
    first, second, power = _coefficients((page + 8) // 4)
    computed = np.empty_like(stored)
    for start in range(0, count, _CHUNK):
        part = rows[start : start + _CHUNK]
        words = np.ascontiguousarray(np.hstack([part[:, :8], part[:, _FRAME_HEADER_BYTES:]])).view(order)
        words = words.astype(np.uint32)
        so_far = before[start : start + _CHUNK]
        computed[start : start + _CHUNK, 0] = words @ first + so_far @ power[0]
        computed[start : start + _CHUNK, 1] = words @ second + so_far @ power[1]
    return _Frames(heads[:, 1] != 0, heads[:, 2:4], (computed == stored).all(axis=1))


def _coefficients(words: int) -> tuple[Words, Words, Words]:
    """The checksum as sums of products mod 2^32: what each word counts in its two halves, and the sums before.

    A pair x, y makes (a, b) into (a + b + x, a + 2 b + x + y): Fibonacci numbers, seen from the last pair.
    """
    first, second = np.empty(words, np.uint32), np.empty(words, np.uint32)
    here, cross, there = 1, 0, 1
    for place in range(words - 2, -1, -2):
        first[place], first[place + 1] = (here + cross) & 0xFFFFFFFF, cross
        second[place], second[place + 1] = (cross + there) & 0xFFFFFFFF, there
        here, cross, there = (
            (here + cross) & 0xFFFFFFFF,
            (here + 2 * cross) & 0xFFFFFFFF,
            (cross + 2 * there) & 0xFFFFFFFF,
        )
    return first, second, np.array([[here, cross], [cross, there]], np.uint32)


def _sum(text: bytes, order: str) -> tuple[int, int]:
    words = np.frombuffer(text, order).astype(np.uint32)
    first, second, _ = _coefficients(len(words))
    return int((words * first).sum(dtype=np.uint32)), int((words * second).sum(dtype=np.uint32))


def _page_size(database: Path) -> int:
    """As the database's own header says it; 1 stands for 65,536."""
    with database.open("rb") as file:
        head = file.read(_PAGE_SIZE_AT + 2)
    size = int.from_bytes(head[_PAGE_SIZE_AT:], "big")
    return 65_536 if size == 1 else size
