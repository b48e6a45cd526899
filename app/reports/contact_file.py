"""Reads a contact file as people save them: encodings, delimiters, quoted line breaks; one pass looks, one reads.

The first pass reads everything, so that a file that is broken in its last line is refused before its first row is
imported.
"""

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Self

from app.controller.import_contacts import ImportedRow
from app.engine.value import Value
from app.reports.contact_columns import ColumnError, Columns, map_columns

_DELIMITERS = ",;\t|"
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_CHUNK = 1 << 20
MOST_COLUMNS = 1_000
_LONGEST_HEADER = 16_384
_LONGEST_RECORD = 1 << 20
_REJECTED_HEADER = ["line", "reason"]


class ContactFileError(ValueError):
    """A file cannot be imported; the message is one sentence for a person that says what to do."""


class SurveyedFile(Value, frozen=True, kw_only=True):
    """A file that was looked through, before anyone said which of its columns is which."""

    path: Path
    sha256: bytes
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    rows: int
    notes: tuple[str, ...]


class ContactFile(Value, frozen=True, kw_only=True):
    """A file that was looked through: how to read it, what it holds, and what a person should know about that."""

    path: Path
    sha256: bytes
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    columns: Columns
    rows: int
    notes: tuple[str, ...]


def look_through(path: Path, wanted: Mapping[str, str]) -> ContactFile:
    """Read a whole file once and say how to import it. `wanted` maps named columns to headers.

    Raises `ContactFileError` for a file that is missing, empty, no text, no CSV, or without a phone column.
    """
    found = survey(path)
    try:
        return with_columns(found, map_columns(found.header, wanted))
    except ColumnError as fault:
        raise ContactFileError(f"{path.name}: {fault}") from fault


def survey(path: Path) -> SurveyedFile:
    """Read a whole file once. Raises `ContactFileError` for one that is missing, empty, no text, or no CSV."""
    sha256 = _hash(path)
    encoding = _encoding(path)
    delimiter = _delimiter(path, encoding)
    header, rows = _survey(path, encoding, delimiter)
    return SurveyedFile(
        path=path,
        sha256=sha256,
        encoding=encoding,
        delimiter=delimiter,
        header=header[2:] if list(header[:2]) == _REJECTED_HEADER else header,
        rows=rows,
        notes=tuple(_notes(encoding, delimiter)),
    )


def with_columns(found: SurveyedFile, columns: Columns) -> ContactFile:
    """A file that was looked through, to be read with these columns."""
    return ContactFile(
        path=found.path,
        sha256=found.sha256,
        encoding=found.encoding,
        delimiter=found.delimiter,
        header=found.header,
        columns=columns,
        rows=found.rows,
        notes=found.notes,
    )


def read_rows(file: ContactFile) -> Iterator[ImportedRow]:
    """The records of a file in order, each with the physical line it starts on. Blank lines are left out."""
    skip = 0
    for line, cells in _records(file.path, file.encoding, file.delimiter):
        if line == 0:
            skip = len(cells) - len(file.header)
            continue
        yield _row(line, cells[skip:], file.columns)


def _row(line: int, cells: list[str], columns: Columns) -> ImportedRow:
    fault = None
    if len(cells) > columns.width:
        if any(cell.strip() for cell in cells[columns.width :]):
            fault = f"the row has {len(cells)} cells and the header {columns.width}"
    elif len(cells) < columns.width:
        cells = cells + [""] * (columns.width - len(cells))
    return ImportedRow(
        line=line,
        first_name=_cell(cells, columns.first_name),
        last_name=_cell(cells, columns.last_name),
        phone=cells[columns.phone],
        email=_cell(cells, columns.email),
        fields={name: cells[place].strip() for place, name in columns.others},
        cells=tuple(cells),
        fault=fault,
    )


def _cell(cells: Sequence[str], place: int | None) -> str:
    return "" if place is None else cells[place].strip()


def _records(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of every record; the header's line is given as 0. Raises `ContactFileError`."""
    with path.open(encoding=encoding, newline="") as file:
        lines = _Lines(path, file)
        reader = csv.reader(lines, delimiter=delimiter, strict=False)
        line, is_header = 1, True
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield (0 if is_header else line), cells
                    is_header = False
                line = reader.line_num + 1
                lines.held = 0
        except csv.Error as fault:
            raise ContactFileError(_broken(path, line, fault)) from fault


class _Lines:
    """The lines of a file; one record of them is bounded, or a file of nothing but commas would fill the memory."""

    def __init__(self, path: Path, file: IO[str]) -> None:
        self._path = path
        self._file = file
        self.held = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._file.readline(_LONGEST_RECORD)
        if not line:
            raise StopIteration
        self.held += len(line)
        if self.held >= _LONGEST_RECORD:
            message = (
                f"{self._path.name}: a line is longer than {_LONGEST_RECORD:,} characters; this is no contact file"
            )
            raise ContactFileError(message)
        return line


def _header(path: Path, cells: list[str]) -> tuple[str, ...]:
    if len(cells) > MOST_COLUMNS or sum(map(len, cells)) > _LONGEST_HEADER:
        sentence = f"{path.name}: its first line names {len(cells):,} columns in {sum(map(len, cells)):,} characters"
        raise ContactFileError(f"{sentence}; {MOST_COLUMNS:,} columns in {_LONGEST_HEADER:,} is the most")
    return tuple(cells)


def _broken(path: Path, line: int, fault: csv.Error) -> str:
    if "field larger" in str(fault):
        return (
            f"{path.name}, line {line}: a cell is longer than {csv.field_size_limit():,} characters;"
            " most likely a quote is never closed"
        )
    return f"{path.name}, line {line}: this is not CSV ({fault})"


def _survey(path: Path, encoding: str, delimiter: str) -> tuple[tuple[str, ...], int]:
    """The header and how many records follow it."""
    header: tuple[str, ...] | None = None
    rows = 0
    for _, cells in _records(path, encoding, delimiter):
        if header is None:
            header = _header(path, cells)
        else:
            rows += 1
    if header is None:
        raise ContactFileError(f"{path.name} is empty; its first line must name the columns")
    return header, rows


def _hash(path: Path) -> bytes:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except FileNotFoundError as fault:
        raise ContactFileError(f"There is no file {path}") from fault
    except IsADirectoryError as fault:
        raise ContactFileError(f"{path} is a folder; name a CSV file in it") from fault
    except OSError as fault:
        raise ContactFileError(f"{path} cannot be read ({fault.strerror})") from fault
    return digest.digest()


def _encoding(path: Path) -> str:
    """How the file's text is encoded: a byte order mark decides, else UTF-8 if all of it is, else Windows-1252."""
    with path.open("rb") as file:
        start = file.read(65_536)
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise ContactFileError(f"{path.name} is a spreadsheet, not CSV; save it as CSV UTF-8 and import that")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decodable(path, "utf-16")
    if b"\0" in start:
        raise ContactFileError(f"{path.name} is not text; export the contacts as CSV")
    if start.startswith(b"\xef\xbb\xbf"):
        return _decodable(path, "utf-8-sig")
    return "utf-8" if _decodes(path, "utf-8") else _decodable(path, "cp1252")


def _decodes(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as file:
            while file.read(_CHUNK):
                continue
    except UnicodeError:
        return False
    return True


def _decodable(path: Path, encoding: str) -> str:
    if not _decodes(path, encoding):
        raise ContactFileError(f"{path.name} is neither UTF-8, UTF-16 nor Windows-1252 text; save it as CSV UTF-8")
    return encoding


def _delimiter(path: Path, encoding: str) -> str:
    """What parts the header's cells: the sign that stands there most often outside quotes, else a comma."""
    with path.open(encoding=encoding, newline="") as file:
        header = ""
        while not header.strip() and (line := file.readline(_CHUNK)):
            header = line
    outside = "".join(header.split('"')[::2])
    return max(_DELIMITERS, key=outside.count)


def _notes(encoding: str, delimiter: str) -> Iterator[str]:
    if encoding == "cp1252":
        yield "The file is not UTF-8; it is read as Windows-1252. Look at names with accents."
    if encoding == "utf-16":
        yield "The file is read as UTF-16."
    if delimiter != ",":
        yield f"Cells are parted by a {_NAMES[delimiter]}."
