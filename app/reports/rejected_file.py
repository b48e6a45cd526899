"""The rows an import left out, beside its file: line, reason, and the row as it was, to be mended and imported."""

import csv
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from app.controller.import_contacts import Rejected


class RejectedFile:
    """`FILE.rejected.csv` beside a file, or with `whole_name` the very path given.

    It is made with the first row that is rejected; UTF-8, RFC 4180.

    Cells are not armoured against formulas: they are the file's own, and an armoured number could not come back.
    """

    def __init__(self, beside: Path, header: Sequence[str], *, whole_name: bool = False) -> None:
        self.path = beside if whole_name else beside.with_name(f"{beside.name}.rejected.csv")
        self._header = header
        self._file: IO[str] | None = None

    def add(self, rejected: Rejected) -> None:
        """Write one row. Raises `OSError` if it cannot be written."""
        if self._file is None:
            self._file = self.path.open("w", encoding="utf-8", newline="")
            csv.writer(self._file).writerow(["line", "reason", *self._header])
        csv.writer(self._file).writerow([rejected.row.line, rejected.reason, *rejected.row.cells])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()
