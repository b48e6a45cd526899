"""An evidence file of a real log: its own check says OK, and finds whatever is changed in it, re-signed or not."""

import csv
import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.export_command import command
from tests.scenarios.harness import House
from tests.scenarios.test_evidence import floor_day, tamper

Edit = Callable[[dict[str, bytes]], None]
TABLES = (
    "calls.csv",
    "refusals.csv",
    "audit.csv",
    "abandonment.csv",
    "abandonment_days.csv",
    "lines_held.csv",
    "limits.csv",
    "do_not_call.csv",
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day of a floor, its engine stopped."""
    root = tmp_path_factory.mktemp("file") / "floor"
    with House(root) as house:
        house.token("eve", tenant="Other")
        floor_day(house)
    return root


@pytest.fixture(scope="module")
def evidence(written: Path) -> Path:
    """Its evidence file."""
    out = written.parent / "evidence.zip"
    done = export(written, out)
    assert done.exit_code == 0, done.output
    return out


def export(floor: Path, out: Path, *options: str) -> Result:
    return CliRunner().invoke(
        command, ["evidence", "--data", str(floor), "--tenant", "Acme", "--out", str(out), *options]
    )


def check(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the check that is in the file, with Python's standard library and nothing of ours."""
    script = path.with_suffix(".py")
    with zipfile.ZipFile(path) as archive:
        script.write_bytes(archive.read("verify.py"))
    return subprocess.run(
        [sys.executable, "-I", "-S", str(script), str(path), *options], capture_output=True, text=True, check=False
    )


def opened(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(evidence: Path, tmp_path: Path, edit: Edit) -> str:
    """What the check says of a copy in which something was changed."""
    files = opened(evidence)
    edit(files)
    out = tmp_path / "changed.zip"
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    done = check(out)
    assert done.returncode == 1, done.stdout
    return done.stderr


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_check_in_the_file_says_ok(evidence: Path) -> None:
    done = check(evidence)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("OK: ")
    key = done.stdout.rsplit(" ", 1)[1].strip()
    assert check(evidence, "--key", key).returncode == 0
    assert check(evidence, "--key", "00" * 32).returncode == 1


def test_it_holds_what_an_auditor_asks_for(evidence: Path) -> None:
    files = opened(evidence)
    assert set(TABLES) | {"VERIFY.txt", "verify.py", "manifest.json", "manifest.sig", "rows.jsonl"} <= set(files)
    assert {"rules/rules.csv", "rules/holidays.csv", "rules/area_codes.csv"} <= set(files)
    assert any(name.startswith("heads/head-") for name in files)
    calls = table(files["calls.csv"])
    assert len(calls) == 6
    assert {call["status"] for call in calls} >= {"completed", "not_placed", "busy"}
    assert [row["after"] for row in table(files["limits.csv"])] != []
    assert b"Other" not in files["audit.csv"], "another tenant's deeds are not in it"
    assert not any(cell[:1] in "=+-@" for name in TABLES for row in table(files[name]) for cell in row.values() if cell)


def test_an_empty_period_still_writes_every_file(written: Path, tmp_path: Path) -> None:
    out = tmp_path / "empty.zip"
    assert export(written, out, "--from", "2020-01-01", "--to", "2020-02-01").exit_code == 0
    files = opened(out)
    for name in TABLES[:4]:
        assert files[name].count(b"\r\n") == 1, name
    assert check(out).returncode == 0


def replace(name: str, old: bytes, new: bytes) -> Edit:
    def edit(files: dict[str, bytes]) -> None:
        assert old in files[name], name
        files[name] = files[name].replace(old, new, 1)

    return edit


def without_line(name: str, place: int) -> Edit:
    def edit(files: dict[str, bytes]) -> None:
        rows = files[name].splitlines(keepends=True)
        del rows[place]
        files[name] = b"".join(rows)

    return edit


def swapped_lines(name: str, first: int, second: int) -> Edit:
    def edit(files: dict[str, bytes]) -> None:
        rows = files[name].splitlines(keepends=True)
        rows[first], rows[second] = rows[second], rows[first]
        files[name] = b"".join(rows)

    return edit


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        pytest.param(replace("calls.csv", b"busy", b"failed"), "calls.csv", id="an edited row of a table"),
        pytest.param(replace("rows.jsonl", b"busy", b"failed"), "was changed after it was written", id="an edited row"),
        pytest.param(
            replace("rows.jsonl", b'{\\"mode\\":\\"enforce', b'{\\"mode\\":\\"off'),
            "decision basis",
            id="an edited basis",
        ),
        pytest.param(replace("rows.jsonl", b"NO_CONSENT", b"NO_CONSENX"), "refused contact", id="an edited refusal"),
        pytest.param(
            replace("rows.jsonl", b'"internal",1', b'"internal",0'), "do-not-call entry", id="an edited entry"
        ),
        pytest.param(replace("rows.jsonl", b"21:00", b"24:00"), "rule version", id="an edited rule"),
        pytest.param(replace("rows.jsonl", b"power_dialer", b"power_dialex"), "agent", id="an edited agent"),
        pytest.param(without_line("rows.jsonl", 1), "rows.jsonl", id="a deleted row"),
        pytest.param(without_line("calls.csv", 2), "calls.csv", id="a deleted row of a table"),
        pytest.param(without_line("chain.csv", 3), "chain record", id="a deleted record of the chain"),
        pytest.param(without_line("chain.csv", -1), "its tail was cut off", id="a cut tail"),
        pytest.param(swapped_lines("chain.csv", 2, 3), "not in its place", id="a swapped pair of the chain"),
        pytest.param(swapped_lines("calls.csv", 1, 2), "calls.csv", id="a swapped pair of a table"),
        pytest.param(replace("manifest.json", b"Acme", b"Bcme"), "manifest.json was changed", id="an edited manifest"),
        pytest.param(replace("numbers.csv", b"1212", b"1213"), "is not the one that was called", id="an edited number"),
        pytest.param(lambda files: files.pop("refusals.csv"), "refusals.csv is missing", id="a missing file"),
        pytest.param(lambda files: files.update(extra=b"x"), "extra is in the archive", id="a file put in"),
    ],
)
def test_what_was_changed_in_the_file_is_found(evidence: Path, tmp_path: Path, edit: Edit, sentence: str) -> None:
    assert sentence in changed(evidence, tmp_path, edit)


def test_a_chain_that_was_rewritten_in_the_file_is_found_by_its_head(evidence: Path, tmp_path: Path) -> None:
    def rewrite(files: dict[str, bytes]) -> None:
        rows = files["chain.csv"].splitlines(keepends=True)
        number, at, rest = rows[-1].split(b",", 2)
        rows[-1] = b",".join((number, str(int(at) + 1).encode(), rest))
        files["chain.csv"] = b"".join(rows)

    assert "the chain was written anew" in changed(evidence, tmp_path, rewrite)


def test_a_broken_chain_gives_no_file_and_leaves_none(written: Path, tmp_path: Path) -> None:
    floor = Path(shutil.copytree(written, tmp_path / "floor"))
    tamper(floor, "UPDATE chain_records SET leaves = x'00' WHERE number = 4")
    done = export(floor, tmp_path / "none.zip")
    assert done.exit_code == 1
    assert "chain record 4" in done.output
    assert not list(tmp_path.glob("none*"))


def test_an_engine_makes_the_file_for_who_asks_over_the_wire(tmp_path: Path) -> None:
    with House(tmp_path / "floor") as house:
        floor_day(house)
        sam = house.token("sam", "supervisor")
        started = house.operate(sam, "POST", "/exports", kind="evidence")
        assert started.status == 201, started.raw

        async def finished() -> None:
            await house.engine._exports.exports.processes.idle()

        house.run(finished())
        place = f"/exports/{started.body['id']}"
        assert house.operate(sam, "GET", place).body["state"] == "done"
        file = house.operate(sam, "GET", f"{place}/file")
        assert file.headers["content-type"] == "application/zip"
        (tmp_path / "wire.zip").write_bytes(file.raw)
    assert check(tmp_path / "wire.zip").returncode == 0
