"""The disk as a power cut leaves it, rebuilt from the shim's record of every write, sync and name below a folder.

What was synced before the cut is there. Of what was written since, any part may be: nothing, all, or any sectors of
it, each write torn on its own. Names (made, moved, removed) reach the disk in order, and for certain only once their
folder was synced. It is what POSIX promises and not more; ext4 with its usual options keeps more than this.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HEAD = struct.Struct("<IIIIQQqq")
SECTOR = 512
OPEN, CREATE, WRITE, TRUNCATE, SYNC_BEGIN, SYNC_END, RENAME, UNLINK, LINK = range(1, 10)
LOST_WITH_POWER = ("-shm",)
"""SQLite's index of its write-ahead log is memory of the machine, made anew after a start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One record: `text` is the data of a write, or the new name of a move; `ends_at` is where it ends in the file."""

    op: int
    thread: int
    at_ns: int
    inode: int
    offset: int
    size: int
    path: str
    text: bytes
    ends_at: int


@dataclass(slots=True)
class DiskFile:
    """One file: what is certainly on the disk, and what was written since its last sync."""

    held: bytearray
    since: list[tuple[int, bytes | None]] = field(default_factory=list)


def events_of(trace: Path) -> Iterator[Event]:
    """The record, in order."""
    with trace.open("rb") as record:
        while head := record.read(HEAD.size):
            op, thread, length, _, at_ns, inode, offset, size = HEAD.unpack(head)
            path = record.read(length).decode()
            text = record.read(size) if op in (WRITE, RENAME, LINK) else b""
            yield Event(
                op=op,
                thread=thread,
                at_ns=at_ns,
                inode=inode,
                offset=offset,
                size=size,
                path=path,
                text=text,
                ends_at=record.tell(),
            )


class Disk:
    """A folder's files as they were, then event by event; `cut` writes down what a power cut would leave now.

    A `lying` disk says that it synced and did not: the proof's own proof is that it is found out.
    """

    def __init__(self, root: Path, *, lying: bool = False) -> None:
        self._root = root
        self._lying = lying
        self._names: dict[str, DiskFile] = {}
        self._synced_names: dict[str, DiskFile] = {}
        self._moves: list[tuple[str, str | None, DiskFile | None]] = []
        self._begun: dict[tuple[int, str], int] = {}
        for path in sorted(root.rglob("*")):
            if path.is_file():
                self._names[str(path)] = DiskFile(bytearray(path.read_bytes()))
        self._synced_names = dict(self._names)

    def take(self, event: Event) -> None:
        """One thing happened."""
        if event.op in (CREATE, RENAME, UNLINK, LINK):
            self._rename(event)
        elif event.op in (SYNC_BEGIN, SYNC_END):
            if not self._lying:
                self._sync(event)
        elif event.op in (WRITE, TRUNCATE):
            file = self._names.setdefault(event.path, DiskFile(bytearray()))
            change = (event.offset, event.text) if event.op == WRITE else (event.size, None)
            file.since.append(change)

    def _rename(self, event: Event) -> None:
        if event.op == CREATE:
            self._names[event.path] = made = DiskFile(bytearray())
            self._moves.append((event.path, None, made))
        elif event.op == UNLINK:
            self._names.pop(event.path, None)
            self._moves.append((event.path, None, None))
        elif event.op == LINK:
            linked = self._names.setdefault(event.path, DiskFile(bytearray()))
            self._names[event.text.decode()] = linked
            self._moves.append((event.text.decode(), None, linked))
        else:
            moved = self._names.pop(event.path, None) or DiskFile(bytearray())
            self._names[event.text.decode()] = moved
            self._moves.append((event.path, event.text.decode(), moved))

    def _sync(self, event: Event) -> None:
        file = self._names.get(event.path)
        if file is None:
            # A folder: its names are on the disk.
            if event.op == SYNC_END:
                self._settle(self._synced_names, self._moves)
                self._moves = []
            return
        if event.op == SYNC_BEGIN:
            self._begun[event.thread, event.path] = len(file.since)
            return
        covered = min(self._begun.pop((event.thread, event.path), 0), len(file.since))
        for change in file.since[:covered]:
            _apply(file.held, *change)
        del file.since[:covered]
        # Another thread may have begun a sync of the same file: what it covers has become less by so much.
        for key in [key for key in self._begun if key[1] == event.path]:
            self._begun[key] = max(0, self._begun[key] - covered)

    @staticmethod
    def _settle(names: dict[str, DiskFile], moves: list[tuple[str, str | None, DiskFile | None]]) -> None:
        for path, target, file in moves:
            if target is not None and file is not None:
                names.pop(path, None)
                names[target] = file
            elif file is not None:
                names[path] = file
            else:
                names.pop(path, None)

    def cut(self, place: Path, dice: random.Random, how: str = "") -> str:
        """Write into `place` what this cut leaves; says in a word how it dealt with what was not synced."""
        how = how or dice.choice(("nothing", "all", "sectors", "sectors", "writes", "beginning"))
        names = dict(self._synced_names)
        self._settle(names, self._moves[: dice.randrange(len(self._moves) + 1)])
        for path, file in names.items():
            if path.endswith(LOST_WITH_POWER):
                continue
            content = bytearray(file.held)
            most = dice.randrange(len(file.since) + 1)
            for number, change in enumerate(file.since):
                _torn(content, change, how, dice, is_early=number < most)
            target = place / Path(path).relative_to(self._root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return how


def _torn(
    content: bytearray, change: tuple[int, bytes | None], how: str, dice: random.Random, *, is_early: bool
) -> None:
    """As much of one write as this cut lets through."""
    offset, text = change
    whole = how == "all" or (how == "beginning" and is_early) or (how == "writes" and dice.random() < 0.5)
    if whole or (how == "sectors" and text is None and dice.random() < 0.5):
        _apply(content, offset, text)
    elif how == "sectors" and text is not None:
        start, end = offset, offset + len(text)
        while start < end:
            stop = min(end, (start // SECTOR + 1) * SECTOR)
            if dice.random() < 0.6:
                _apply(content, start, text[start - offset : stop - offset])
            start = stop


def _apply(content: bytearray, offset: int, text: bytes | None) -> None:
    """Write, or without a text set the size; what lies between the end and a write beyond it is zeros."""
    if text is None:
        del content[offset:]
        content.extend(bytes(max(0, offset - len(content))))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(text)] = text
