"""Writes an evidence file: one zip whose manifest names the SHA-256 of every other file; whole or not at all."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar, cast

import msgspec

from app.reports.csv_export import Sink, write_csv, write_pages
from app.reports.whole_file import whole_file

R = TypeVar("R")

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: a zip keeps local times without a zone, and the manifest says when it was made."""


class ZipFileEntry(msgspec.Struct, frozen=True):
    """What the manifest says of one file; `rows` are lines after the header."""

    sha256: str
    bytes: int
    rows: int


class _Counted(io.RawIOBase):
    """Hashes and counts what goes into an entry."""

    def __init__(self, entry: IO[bytes]) -> None:
        super().__init__()
        self._entry = entry
        self.digest = hashlib.sha256()
        self.size = 0

    def writable(self) -> bool:
        """It is for writing."""
        return True

    def write(self, block: object) -> int:
        """Write through."""
        content = bytes(cast("bytes", block))
        self.digest.update(content)
        self.size += len(content)
        return self._entry.write(content)


class EvidenceZip:
    """The entries of one file, written one after the other as they come: memory does not grow with rows."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.files: dict[str, ZipFileEntry] = {}
        self.rows = 0

    def add_csv(
        self, name: str, columns: Sequence[str], rows: Iterable[R], cells: Callable[[R], Sequence[str]]
    ) -> Iterator[int]:
        """Add a CSV file; yields how many rows of all files are written, now and then. No rows leave its header."""
        return self._csv(name, lambda text: write_csv(text, columns, rows, cells))

    def add_pages(
        self,
        name: str,
        columns: Sequence[str],
        pages: Iterable[Sequence[R]],
        lines: Callable[[Sequence[R]], list[str]],
    ) -> Iterator[int]:
        """`add_csv` of rows that are written by the page."""
        return self._csv(name, lambda text: write_pages(text, columns, pages, lines))

    def _csv(self, name: str, write: Callable[[Sink], Iterator[int]]) -> Iterator[int]:
        done = 0
        with self._entry(name) as entry:
            for done in write(entry):
                yield self.rows + done
        self._keep(name, entry, done)

    def add_lines(self, name: str, lines: Iterable[bytes]) -> Iterator[int]:
        """Add a file of lines, each as it is; yields like `add_csv`."""
        done = 0
        with self._entry(name) as entry:
            buffer = io.BufferedWriter(entry, 1 << 18)
            for done, line in enumerate(lines, 1):
                buffer.write(line + b"\n")
                if done % 1_000 == 0:
                    yield self.rows + done
            buffer.flush()
            buffer.detach()
        self._keep(name, entry, done)

    def add(self, name: str, content: bytes) -> None:
        """Add a small file."""
        with self._entry(name) as entry:
            entry.write(content)
        self._keep(name, entry, 0)

    def add_unnamed(self, name: str, content: bytes) -> None:
        """Add a file that the manifest cannot name: itself, and its signature."""
        self._archive.writestr(_info(name), content)

    @contextmanager
    def _entry(self, name: str) -> Iterator[_Counted]:
        with self._archive.open(_info(name), "w", force_zip64=True) as raw:
            yield _Counted(raw)

    def _keep(self, name: str, entry: _Counted, rows: int) -> None:
        self.files[name] = ZipFileEntry(sha256=entry.digest.hexdigest(), bytes=entry.size, rows=rows)
        self.rows += rows


@contextmanager
def evidence_zip(target: Path) -> Iterator[EvidenceZip]:
    """A new evidence file: it is there once the block ends well; whoever stops it leaves none. Raises `OSError`."""
    with whole_file(target) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        yield EvidenceZip(archive)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _OLDEST)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
