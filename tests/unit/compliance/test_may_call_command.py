"""`dialfloor may-call` on input that people really have: wrong columns, wrong cells, no such file."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.may_call_command import command

HEAD = "id,e164,instant_utc,purpose,mode,address_evidence,flags\n"


def run(tmp_path: Path, text: str | bytes) -> Result:
    source = tmp_path / "in.csv"
    source.write_bytes(text if isinstance(text, bytes) else text.encode())
    return CliRunner().invoke(command, ["--csv", str(source), "--out", str(tmp_path / "out.csv")])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "7,+12125550100,2026-12-01T15:00:00,,,,",
            "line 2, id 7: instant_utc: '2026-12-01T15:00:00' is",
        ),
        ("7,+12125550100,noon,,,,", "instant_utc: 'noon' is not an instant with a zone; write 2026-12-01T15:30:00Z"),
        ("7,+12125550100,2026-12-01T15:00:00Z,survey,,,", "purpose: 'survey' is not a valid Purpose"),
        ("7,+12125550100,2026-12-01T15:00:00Z,,robot,,", "mode: 'robot' is not a valid CallMode"),
        ("7,+12125550100,2026-12-01T15:00:00Z,,,US-CA|America/Nowhere,", "'America/Nowhere' is not a time zone"),
        ("7,+12125550100,2026-12-01T15:00:00Z,,,US-CA|../../etc/passwd,", "is not a time zone"),
        ("7,+12125550100,2026-12-01T15:00:00Z,,,,no_such_flag", "flags: 'no_such_flag' is none of emergency:STATE"),
    ],
)
def test_a_bad_line_is_named_with_its_column_and_nothing_is_written(tmp_path: Path, line: str, said: str) -> None:
    done = run(tmp_path, HEAD + line + "\n")
    assert done.exit_code == 2
    assert said in done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv"]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "id,phone\n1,+12125550100\n")
    assert (done.exit_code, "names no column e164, instant_utc" in done.output) == (2, True)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path, HEAD.encode() + b"7,+1212\xff5550100,2026-12-01T15:00:00Z,,,,\n")
    assert (done.exit_code, "is not UTF-8 text" in done.output) == (2, True)


def test_no_such_file_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["--csv", str(tmp_path / "none.csv"), "--out", str(tmp_path / "out.csv")])
    assert (done.exit_code, "cannot be used (No such file or directory)" in done.output) == (6, True)


def test_a_byte_order_mark_columns_in_any_order_and_no_lines_are_fine(tmp_path: Path) -> None:
    assert run(tmp_path, "﻿e164,instant_utc,id\n".encode()).exit_code == 0
    assert (tmp_path / "out.csv").read_bytes() == b"id,decision,reason,citation\r\n"


def test_an_id_that_a_spreadsheet_would_run_is_shut(tmp_path: Path) -> None:
    assert run(tmp_path, HEAD + "=1+1,+12125550100,2026-12-01T15:00:00Z,,,,\n").exit_code == 0
    assert b"\r\n'=1+1,allow,WITHIN_ALL_WINDOWS,\r\n" in (tmp_path / "out.csv").read_bytes()
