"""Signed heads of the chain: what its last record was, and the Merkle root of each day that is over.

A chain alone cannot tell that its tail was cut off, or that all of it was written anew; a head kept elsewhere can.
"""

import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import msgspec

from app.engine.value import DAY, SECOND, Instant
from db.evidence_keys import HEADS_KEY, KEYS, known_secret, make_secret
from db.merkle import MerkleRoot

HEADS = "heads"

Statement = dict[str, str | int]


class SignedHead(msgspec.Struct, frozen=True):
    """A statement about the chain, and the Ed25519 signature of its canonical JSON by the key that it names."""

    statement: Statement
    signature: str


class DamagedHead(ValueError):
    """A file of heads that cannot be read or whose signature does not hold; the message says which."""


def canonical(statement: Statement) -> bytes:
    """The bytes that are signed: JSON with sorted keys and no space."""
    return msgspec.json.encode(statement, order="sorted")


class HeadBook:
    """The heads of one folder."""

    def __init__(self, root: Path) -> None:
        self._secret_file = root / KEYS / HEADS_KEY
        self.folder = root / HEADS
        self._second = self.folder / "copy-to"

    def sign(self, connection: sqlite3.Connection, now: Instant) -> list[Path]:
        """Sign what is new: the last record, and each day before today; returns the files that were written."""
        last = connection.execute("SELECT number, at, hash FROM chain_records ORDER BY number DESC LIMIT 1").fetchone()
        if last is None:
            return []
        number, at, digest = last
        head = self.folder / f"head-{number:012}.json"
        statements: list[tuple[Path, Statement]] = []
        if not head.exists():
            about = {"kind": "head", "number": number, "at": at, "hash": digest.hex()}
            statements.append((head, {**about, "chain": _chain_id(connection)}))
        statements += [(self.folder / f"day-{day['date']}.json", day) for day in self._days(connection, now)]
        for path, statement in statements:
            self._write(path, statement)
        return [path for path, _ in statements]

    def second_folder(self) -> Path | None:
        """Where each new head is copied to, None if nowhere."""
        try:
            return Path(self._second.read_text(encoding="utf-8").strip())
        except FileNotFoundError:
            return None

    def send_copies_to(self, place: Path | None) -> None:
        """Copy each new head to a second folder from now on; None ends it. Raises `OSError`."""
        if place is None:
            self._second.unlink(missing_ok=True)
            return
        self.folder.mkdir(mode=0o700, exist_ok=True)
        write_whole(self._second, f"{place}\n".encode())

    def set_aside(self, stamp: str) -> None:
        """Move the heads of a log that is no longer the folder's into a folder beneath. Raises `OSError`."""
        heads = [path for path in head_files(self.folder) if path.is_file()]
        if heads:
            aside = self.folder / f"before-restore-{stamp}"
            aside.mkdir(exist_ok=True)
            for path in heads:
                path.replace(aside / path.name)

    def copy(self) -> int:
        """Copy to the second folder whatever it does not hold yet; returns how many. Raises `OSError`."""
        place = self.second_folder()
        return 0 if place is None else self.copy_to(place)

    def copy_to(self, place: Path) -> int:
        """Copy to `place` the heads that it does not hold yet; one that is there is never written over."""
        missing = [path for path in head_files(self.folder) if not (place / path.name).exists()]
        for path in missing:
            write_whole(place / path.name, path.read_bytes())
        return len(missing)

    def signed(self, statement: Statement) -> SignedHead:
        """A statement under the folder's key, which is made on first use."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        secret = known_secret(self._secret_file) or make_secret(self._secret_file)
        key = Ed25519PrivateKey.from_private_bytes(secret)
        full: Statement = {**statement, "key": key.public_key().public_bytes_raw().hex()}
        return SignedHead(statement=full, signature=key.sign(canonical(full)).hex())

    def _write(self, path: Path, statement: Statement) -> None:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        write_whole(path, msgspec.json.format(msgspec.json.encode(self.signed(statement)), indent=2) + b"\n")

    def _days(self, connection: sqlite3.Connection, now: Instant) -> Iterator[Statement]:
        """The days that are over and not signed yet, each with the root over the hashes of its records."""
        known = sorted(self.folder.glob("day-*.json"))
        first = int(read_head(known[-1]).statement["last"]) + 1 if known else 1
        records = connection.execute(
            "SELECT number, at, hash FROM chain_records WHERE number >= ? AND at > 0 AND at < ? ORDER BY number",
            (first, now // DAY * DAY),
        )
        for day, together in groupby(records, key=lambda record: record[1] // DAY):
            yield day_statement(day, together)


def day_statement(day: int, records: Iterator[tuple[int, Instant, bytes]]) -> Statement:
    """What is signed of one day, counted from the epoch: its records and the root over their hashes."""
    tree, first, last = MerkleRoot(), 0, 0
    for number, _, digest in records:
        tree.add(digest)
        first, last = first or number, number
    date = datetime.fromtimestamp(day * DAY // SECOND, tz=UTC).date().isoformat()
    return {"kind": "day", "date": date, "first": first, "last": last, "root": tree.root().hex()}


def read_head(path: Path) -> SignedHead:
    """A file of heads whose signature holds. Raises `DamagedHead`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        head = msgspec.json.decode(path.read_bytes(), type=SignedHead)
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(head.statement["key"])))
        key.verify(bytes.fromhex(head.signature), canonical(head.statement))
    except (OSError, ValueError, KeyError, msgspec.MsgspecError, InvalidSignature) as fault:
        message = f"{path.name} is no head that a key has signed, or was changed since"
        raise DamagedHead(message) from fault
    return head


def head_files(place: Path) -> list[Path]:
    """The heads in a folder, oldest first, or the one that is named."""
    if not place.is_dir():
        return [place]
    return [*sorted(place.glob("day-*.json")), *sorted(place.glob("head-*.json"))]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    partial = path.with_name(f"{path.name}.part")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _chain_id(connection: sqlite3.Connection) -> str:
    """The first record's hash: which chain this is."""
    first: bytes = connection.execute("SELECT hash FROM chain_records ORDER BY number LIMIT 1").fetchone()[0]
    return first.hex()
