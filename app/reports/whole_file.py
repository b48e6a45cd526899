"""A file that is there under its name whole or not at all, on the disk, for its owner's eyes, with its fingerprint."""

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_MODE = 0o600
"""It holds people's numbers: nobody but its owner may read it."""

_BLOCK = 1 << 20


class Seal:
    """The size and SHA-256 of a file, reckoned while it is written, in a thread: OpenSSL needs no interpreter."""

    def __init__(self) -> None:
        self.size = 0
        self._digest = hashlib.sha256()
        self._worker = ThreadPoolExecutor(1, "seal")
        self._last: Future[None] | None = None

    def add(self, block: bytes) -> None:
        """The next bytes; at most one block waits."""
        self._settle()
        self.size += len(block)
        self._last = self._worker.submit(self._digest.update, block)

    def read(self, path: Path) -> None:
        """The bytes of a file that was not written in one go."""
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                self.add(block)

    def close(self) -> None:
        """No bytes come any more."""
        self._settle()
        self._worker.shutdown()

    @property
    def sha256(self) -> str:
        """Of all bytes so far, in hex."""
        self._settle()
        return self._digest.hexdigest()

    def _settle(self) -> None:
        if self._last is not None:
            self._last.result()
            self._last = None


@contextmanager
def sealed() -> Iterator[Seal]:
    """A seal whose thread ends with the block."""
    seal = Seal()
    try:
        yield seal
    finally:
        seal.close()


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A new file beside `target`, named `.part`; it takes the name once the block ends well and all is on the disk.

    Whoever stops the block leaves none, and what had the name before keeps it. Raises `OSError` with the file's name.
    """
    partial = target.with_name(f"{target.name}.part")
    try:
        with os.fdopen(_make(partial), "wb", _BLOCK) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
        _sync_name(target.parent)
    finally:
        partial.unlink(missing_ok=True)


def _make(path: Path) -> int:
    # What a killed export left is another file's: its mode may be another's too.
    path.unlink(missing_ok=True)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _MODE)


def _sync_name(folder: Path) -> None:
    """A name that was moved is on the disk; Windows syncs names by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
