"""How far an export is: JSON lines for a program, a bar for a person, nothing for a pipe."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from app.clock import read_steady

_EVERY = 200_000
"""Microseconds between two reports: at most five a second."""


Report = Callable[[str, int, int | None, Mapping[str, object]], None]


class ExportProgress:
    """Rows done, and of how many once that is known. Tells `report` the state, and at most five times a second."""

    def __init__(self, report: Report, steady: Callable[[], int] = read_steady) -> None:
        self.done = 0
        self._total: int | None = None
        self._report = report
        self._steady = steady
        self._told_at = 0

    def begin(self) -> None:
        """Nothing is done and nothing counted."""
        self._tell("running")

    def know_total(self, total: int) -> None:
        """How many rows there will be."""
        self._total = total
        self._tell_in_time()

    def move_to(self, done: int) -> None:
        """So many rows are written."""
        self.done = done
        self._tell_in_time()

    def end(self, size: int, sha256: str) -> None:
        """All rows are written and the file is there, of so many bytes and with this fingerprint."""
        self._total = self.done
        self._tell("done", {"bytes": size, "sha256": sha256})

    def _tell_in_time(self) -> None:
        if self._steady() - self._told_at >= _EVERY:
            self._tell("running")

    def _tell(self, state: str, more: Mapping[str, object] = MappingProxyType({})) -> None:
        self._told_at = self._steady()
        self._report(state, self.done, self._total, more)


@contextmanager
def progress_for(kind: str, *, as_json: bool) -> Iterator[ExportProgress]:
    """The progress of one export, told as the caller wants it."""
    if as_json:
        yield ExportProgress(_print_json)
    elif sys.stderr.isatty():
        # Imported for a person only: a tenth of a second that a program would wait for.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn(f"Exporting {kind}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(kind, total=None)
            yield ExportProgress(lambda _, done, total, __: bar.update(task, completed=done, total=total))
    else:
        yield ExportProgress(lambda *_: None)


def _print_json(state: str, done: int, total: int | None, more: Mapping[str, object]) -> None:
    print(json.dumps({"rows_done": done, "rows_total": total, "state": state, **more}), flush=True)
