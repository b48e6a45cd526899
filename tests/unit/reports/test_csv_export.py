"""A file is there whole or not at all."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from app.reports.csv_export import export_csv


def cells(number: int) -> tuple[str, str]:
    return str(number), "x"


def test_rows_are_written_with_crlf_and_the_file_appears_only_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "calls.csv"
    steps = export_csv(target, ("n", "x"), range(2_500), cells)
    assert next(steps) == 1_000
    assert [path.name for path in tmp_path.iterdir()] == ["calls.csv.part"]
    assert list(steps) == [2_000, 2_500]
    assert [path.name for path in tmp_path.iterdir()] == ["calls.csv"]
    assert target.read_bytes().splitlines(keepends=True)[:2] == [b"n,x\r\n", b"0,x\r\n"]


def test_no_rows_leave_a_header(tmp_path: Path) -> None:
    assert list(export_csv(tmp_path / "calls.csv", ("n", "x"), (), cells)) == []
    assert (tmp_path / "calls.csv").read_bytes() == b"n,x\r\n"


def test_an_export_that_is_stopped_leaves_the_file_of_before(tmp_path: Path) -> None:
    target = tmp_path / "calls.csv"
    target.write_text("before")
    steps = export_csv(target, ("n", "x"), range(9_000), cells)
    next(steps)
    assert isinstance(steps, Generator)
    with pytest.raises(KeyboardInterrupt):
        steps.throw(KeyboardInterrupt())  # what Ctrl+C does between two rows
    assert [path.name for path in tmp_path.iterdir()] == ["calls.csv"]
    assert target.read_text() == "before"


def test_rows_that_cannot_be_read_leave_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise OSError(5, "Input/output error")

    with pytest.raises(OSError, match="Input/output"):
        list(export_csv(tmp_path / "calls.csv", ("n", "x"), broken(), cells))
    assert list(tmp_path.iterdir()) == []
