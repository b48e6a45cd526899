"""`dialfloor dnc` as an operator meets it: import, status, check, export; one bad line and nothing happens."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.dnc_group import command
from app.clock import read_wall
from app.engine.value import DAY
from app.reports.cells import time_cell

TODAY = time_cell(read_wall())[:10]
LAST_WEEK = time_cell(read_wall() - 7 * DAY)[:10]
LAST_YEAR = time_cell(read_wall() - 365 * DAY)[:10]


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args))


def take(folder: Path, *args: str, taken_on: str = TODAY) -> Result:
    return run("import", *args, "--data", str(folder / "floor"), "--kind", "national", "--taken-on", taken_on)


def check(folder: Path, number: str) -> Result:
    return run("check", number, "--data", str(folder / "floor"))


def text(folder: Path, name: str, *lines: str) -> str:
    path = folder / name
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())
    return str(path)


def test_a_list_is_imported_looked_up_described_and_written_out_again(tmp_path: Path) -> None:
    file = text(tmp_path, "all.txt", "212,5550134", "2125550100", "907,5550134", "907,5550134")
    done = take(tmp_path, file, "--account", "12345678-01")
    assert done.exit_code == 0, done.output
    assert "3 numbers of 2 area codes are on the national list now" in done.output
    assert check(tmp_path, "(212) 555-0134").exit_code == 1
    assert check(tmp_path, "2125550135").exit_code == 0
    uncovered = check(tmp_path, "3055550134")
    assert (uncovered.exit_code, "missing or older than 31 days" in uncovered.output) == (1, True)
    told = run("status", "--data", str(tmp_path / "floor"), "--verify").output
    assert "numbers      3 in 2 area codes" in told
    assert "account      12345678-01" in told
    assert "list         all.txt, 4 lines, SHA-256" in told
    assert "verified" in told
    out = tmp_path / "out.txt"
    assert run("export", "--data", str(tmp_path / "floor"), "--out", str(out)).exit_code == 0
    assert out.read_text() == "212,5550100\n212,5550134\n907,5550134\n"


def test_one_bad_line_and_the_list_before_stays_in_force(tmp_path: Path) -> None:
    assert take(tmp_path, text(tmp_path, "good.txt", "212,5550134"), taken_on=LAST_WEEK).exit_code == 0
    bad = text(tmp_path, "bad.txt", "212,5550100", "212,555010", "212,5550102")
    refused = take(tmp_path, text(tmp_path, "fine.txt", "907,5550134"), bad)
    assert refused.exit_code == 2
    assert "bad.txt, line 2 is '212,555010'; every line must be" in refused.output
    assert "None of it is in force; a list that was before still is" in refused.output
    assert check(tmp_path, "2125550134").exit_code == 1
    assert len(list((tmp_path / "floor" / "dnc" / "national").glob("*/manifest.json"))) == 1


def test_a_file_of_one_area_code_replaces_that_one_and_leaves_the_others_as_old_as_they_are(tmp_path: Path) -> None:
    take(tmp_path, text(tmp_path, "all.txt", "212,5550134", "907,5550134"), taken_on=LAST_YEAR)
    assert "older than 31 days" in check(tmp_path, "2125550100").output
    assert take(tmp_path, text(tmp_path, "212.txt", "212,5550177")).exit_code == 0
    assert "is not on the" in check(tmp_path, "2125550134").output
    assert check(tmp_path, "2125550177").exit_code == 1
    assert check(tmp_path, "9075550134").exit_code == 1
    assert "older than 31 days" in check(tmp_path, "9075550100").output
    assert take(tmp_path, text(tmp_path, "new.txt", "212,5550177"), "--whole").exit_code == 0
    assert "missing" in check(tmp_path, "9075550134").output


def test_change_lists_move_the_list_in_force_on(tmp_path: Path) -> None:
    adds = text(tmp_path, "adds.txt", "212,5550101")
    first = take(tmp_path, "--adds", adds)
    assert "import a whole list first" in first.output
    take(tmp_path, text(tmp_path, "all.txt", "212,5550134", "212,5550135", "907,5550134"), taken_on=LAST_YEAR)
    deletes = text(tmp_path, "deletes.txt", "212,5550135", "305,5550100")
    moved = take(tmp_path, "--adds", adds, "--deletes", deletes)
    assert moved.exit_code == 0, moved.output
    codes = [check(tmp_path, number).exit_code for number in ("2125550134", "2125550101", "2125550135", "9075550135")]
    assert codes == [1, 1, 0, 0]
    assert "missing" in check(tmp_path, "3055550100").output


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--taken-on", "24.11.2026"), "write 2026-11-24"),
        (("--taken-on", "2999-01-01"), "in the future"),
    ],
)
def test_a_wrong_day_is_told(tmp_path: Path, args: tuple[str, ...], sentence: str) -> None:
    file = text(tmp_path, "all.txt", "212,5550134")
    done = run("import", file, "--data", str(tmp_path / "floor"), "--kind", "national", *args)
    assert done.exit_code == 2
    assert sentence in done.output


def test_files_older_than_the_list_in_force_are_refused(tmp_path: Path) -> None:
    file = text(tmp_path, "all.txt", "212,5550134")
    take(tmp_path, file)
    assert "taken from the registry later" in take(tmp_path, file, taken_on=LAST_WEEK).output


def test_an_import_is_a_deed_in_the_audit_trail(tmp_path: Path) -> None:
    take(tmp_path, text(tmp_path, "all.txt", "212,5550134"))
    connection = sqlite3.connect(tmp_path / "floor" / "dialfloor.db")
    try:
        rows = connection.execute("SELECT action, after FROM audit_records").fetchall()
    finally:
        connection.close()
    assert [row[0] for row in rows] == ["dnc.national.import"]
    assert '"numbers":1' in rows[0][1].replace(" ", "")


def test_without_a_list_the_next_step_is_told(tmp_path: Path) -> None:
    assert "dialfloor dnc import --help" in check(tmp_path, "2125550134").output
