"""Cells: times to the second, no formula, quotes where RFC 4180 wants them."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.value import SECOND
from app.reports.cells import flag_cell, id_cells, number_cell, text_cell, time_cell

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@given(st.integers(min_value=0, max_value=10_000_000_000_000_000))
def test_a_time_is_utc_cut_to_the_second(instant: int) -> None:
    moment = EPOCH + timedelta(microseconds=instant)
    assert time_cell(instant) == moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_no_time_is_an_empty_cell() -> None:
    assert time_cell(None) == ""
    assert number_cell(None) == ""
    assert number_cell(0) == "0"
    assert flag_cell(flag=True) + flag_cell(flag=False) == "truefalse"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_shut(sign: str) -> None:
    (row,) = csv.reader(io.StringIO(text_cell(f"{sign}HYPERLINK(0)"), newline=""))
    assert row == [f"'{sign}HYPERLINK(0)"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2, max_size=5))
def test_any_text_is_read_back_by_any_reader_and_none_starts_a_formula(texts: list[str]) -> None:
    line = ",".join(map(text_cell, texts)) + "\r\n"
    rows = list(csv.reader(io.StringIO(line, newline=""), strict=True))
    assert [cell.removeprefix("'") for cell in rows[0]] == [text.removeprefix("'") for text in texts]
    assert not any(cell[:1] in set("=+-@\t\r") for cell in rows[0] if cell)


def test_ids_are_canonical_text() -> None:
    id_cell = id_cells()
    assert id_cell(bytes(range(16))) == "00010203-0405-0607-0809-0a0b0c0d0e0f"
    assert id_cell(None) == ""


def test_a_second_is_cut_and_not_rounded() -> None:
    assert time_cell(SECOND - 1) == "1970-01-01T00:00:00Z"
