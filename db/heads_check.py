"""Holds the chain against its signed heads: what was cut off, and what was written anew."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from app.engine.log_rows import EvidenceFault
from db.heads import DamagedHead, SignedHead, day_statement, head_files, read_head


class HeadsCheck:
    """The heads of `own`, the folder's, and of `elsewhere`, a copy that nobody could change with the folder."""

    def __init__(self, connection: sqlite3.Connection, own: Path, elsewhere: Path | None) -> None:
        self._connection = connection
        self._elsewhere = elsewhere
        # Listed before the log is read: a head signed meanwhile may tell of more than is seen.
        self._others = [] if elsewhere is None else head_files(elsewhere)
        self._own = head_files(own) if own.is_dir() else []
        self.heads = 0

    def faults(self) -> Iterator[EvidenceFault]:
        """What is wrong, by the heads kept elsewhere first."""
        known: set[str] = set()
        if self._elsewhere is not None and not self._others:
            yield EvidenceFault(str(self._elsewhere), 0, "there is no head in it")
        broken = False
        for path in self._others:
            for fault in self._one(path, known.add):
                broken = True
                yield fault
        if broken:
            # What the folder says of itself is worth nothing then.
            return
        for path in self._own:
            keys: set[str] = set()
            yield from self._one(path, keys.add)
            if known and keys - known:
                yield EvidenceFault(_name(path), 0, "it is signed by a key that the heads kept elsewhere do not know")

    def _one(self, path: Path, learn: Callable[[str], None]) -> Iterator[EvidenceFault]:
        self.heads += 1
        try:
            head = read_head(path)
        except DamagedHead as fault:
            yield EvidenceFault(_name(path), 0, str(fault))
            return
        learn(str(head.statement["key"]))
        yield from self._held_against(head)

    def _held_against(self, head: SignedHead) -> Iterator[EvidenceFault]:
        said = head.statement
        if said["kind"] == "day":
            yield from self._day(said)
            return
        number, at = int(said["number"]), int(said["at"])
        row = self._connection.execute("SELECT hash FROM chain_records WHERE number = ?", (number,)).fetchone()
        if row is None:
            yield self._cut(number, at)
        elif row[0].hex() != said["hash"]:
            sentence = "it is not the record that a signed head tells of: the chain was written anew"
            yield EvidenceFault(f"chain record {number}", at, sentence)

    def _day(self, said: dict[str, str | int]) -> Iterator[EvidenceFault]:
        first, last = int(said["first"]), int(said["last"])
        between = "FROM chain_records WHERE number BETWEEN ? AND ?"
        count, begun = self._connection.execute(f"SELECT count(*), min(at) {between}", (first, last)).fetchone()
        records = self._connection.execute(f"SELECT number, at, hash {between} ORDER BY number", (first, last))
        if count < last - first + 1:
            yield self._cut(last, begun or 0)
        elif day_statement(0, records)["root"] != said["root"]:
            sentence = (
                f"the records of {said['date']} are not those of that day's signed root: the chain was written anew"
            )
            yield EvidenceFault(f"chain record {first}", begun, sentence)

    def _cut(self, number: int, at: int) -> EvidenceFault:
        last = self._connection.execute("SELECT coalesce(max(number), 0) FROM chain_records").fetchone()[0]
        sentence = f"a signed head tells of record {number}, and the chain ends with {last}: its tail was cut off"
        return EvidenceFault(f"chain record {min(last + 1, number)}", at, sentence)


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
