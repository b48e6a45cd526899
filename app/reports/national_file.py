"""Reads a national do-not-call file block by block: 258 million lines in flat memory, hashed as they pass."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.compliance.national_lines import BadLine, Numbers, numbers_of

BLOCK_BYTES = 1 << 20
"""A block and what is made of it stay in the processor's cache."""


class NationalFileError(ValueError):
    """A file cannot be used, and none of it was; the message names the file, the line and what would be right."""


class ReadBlock(NamedTuple):
    """Some lines of a file, and how many bytes and lines of it are read by now."""

    numbers: Numbers
    bytes_read: int
    lines: int


class NationalFile:
    """One pass over one file. `sha256` and `lines` are the whole file's once `blocks` has ended."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = 0
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """SHA-256 of what was read so far, in hex."""
        return self._digest.hexdigest()

    @property
    def size(self) -> int:
        """The file's length in bytes. Raises `NationalFileError`."""
        try:
            return self.path.stat().st_size
        except OSError as fault:
            raise NationalFileError(f"{self.path} cannot be read ({fault.strerror})") from fault

    def blocks(self) -> Iterator[ReadBlock]:
        """Every number of the file, in order. Raises `NationalFileError` for the first bad line, or an empty file."""
        read = 0
        try:
            for block in self._whole_lines():
                numbers = numbers_of(block, self.lines + 1)
                read += len(block)
                self.lines += len(numbers.codes)
                yield ReadBlock(numbers, read, self.lines)
        except BadLine as fault:
            raise NationalFileError(f"{self.path.name}, {fault}. Nothing of the file was used") from fault
        except OSError as fault:
            raise NationalFileError(f"{self.path} cannot be read ({fault.strerror})") from fault
        if not self.lines:
            # An empty list would free every number in the country.
            raise NationalFileError(f"{self.path.name} holds no number; fetch the file again")

    def _whole_lines(self) -> Iterator[bytes]:
        rest = b""
        with self.path.open("rb") as file:
            while chunk := file.read(BLOCK_BYTES):
                self._digest.update(chunk)
                cut = chunk.rfind(b"\n") + 1
                if not cut:
                    rest = self._must_be_short(rest + chunk)
                    continue
                yield rest + chunk[:cut]
                rest = chunk[cut:]
        if rest:
            yield rest + b"\n"

    def _must_be_short(self, rest: bytes) -> bytes:
        if len(rest) > BLOCK_BYTES // 2:
            raise BadLine(self.lines + 1, rest)
        return rest
