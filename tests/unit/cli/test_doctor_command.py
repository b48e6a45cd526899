"""`dialfloor doctor`: what is well, what is not, and the next step."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.bootstrap import finding
from app.bootstrap.finding import Finding, Health
from app.cli import doctor_folder, doctor_machine
from app.cli.doctor_command import command
from app.clock import read_boot_id, read_steady, read_wall
from app.engine.value import HOUR
from db.open import HEAD
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path / "floor")
    (tmp_path / "floor").chmod(0o700)
    yield folder
    folder.close()


def looked(data: Path) -> dict[str, Finding]:
    return {finding.what: finding for finding in doctor_folder.folder_findings(data)}


def test_a_folder_that_is_well_is_well_all_over(tmp_path: Path, log: LogFolder) -> None:
    log.call(T0)
    findings = looked(tmp_path / "floor")
    assert {name for name, finding in findings.items() if finding.health is not Health.OK} <= {"Disk", "Backups"}
    assert findings["Owner"].found == "nobody; an engine may start"
    assert findings["Rows"].found.startswith("1 call_logs")


def test_a_folder_that_is_not_there_yet_is_well_and_is_not_made(tmp_path: Path) -> None:
    assert looked(tmp_path / "floor")["Folder"].health is Health.OK
    assert not (tmp_path / "floor").exists()


def test_the_owner_is_named_with_where_it_listens_and_a_dead_one_is_told_to_be_gone(
    tmp_path: Path, log: LogFolder
) -> None:
    lock = log.folder.lock("dialfloor serve", "now")
    lock.announce("http://127.0.0.1:8787")
    assert f"(process {os.getpid()} on" in looked(tmp_path / "floor")["Owner"].found
    assert "listens on http://127.0.0.1:8787" in looked(tmp_path / "floor")["Owner"].found
    dead = log.folder.holder_file.read_text().replace(f"{os.getpid()}", "4194399")
    log.folder.holder_file.write_text(dead)
    assert "is gone, and the next engine takes over" in looked(tmp_path / "floor")["Owner"].found
    lock.release()


def test_a_damaged_database_fails_and_the_newest_copy_is_named(tmp_path: Path, log: LogFolder) -> None:
    log.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    log.close()
    log.folder.backups.mkdir()
    (log.folder.backups / "copy-1.db").write_bytes(b"")
    whole = log.folder.database.read_bytes()
    log.folder.database.write_bytes(whole[:8_192] + os.urandom(16_384) + whole[24_576:])
    finding = looked(tmp_path / "floor")["Database"]
    assert finding.health is Health.FAIL
    assert "dialfloor restore copy-1.db" in finding.next_step
    log.folder.database.write_bytes(b"no database at all" * 100)
    assert looked(tmp_path / "floor")["Database"].health is Health.FAIL


@pytest.mark.parametrize(
    ("version", "health"), [(HEAD, Health.OK), ("0000", Health.WARN), (None, Health.WARN), ("9999", Health.FAIL)]
)
def test_a_newer_schema_fails_and_an_older_one_is_upgraded_at_the_next_start(
    log: LogFolder, version: str | None, health: Health
) -> None:
    assert doctor_folder.schema_finding(version, log.folder).health is health


@pytest.mark.parametrize(("free", "health"), [(10 << 30, Health.OK), (1 << 30, Health.WARN), (100 << 20, Health.FAIL)])
def test_a_full_disk_fails_before_it_is_full(free: int, health: Health) -> None:
    assert finding.disk_finding(free).health is health


def test_a_wall_clock_that_was_set_back_is_told_with_how_far(log: LogFolder) -> None:
    offset = read_wall() - read_steady() + HOUR
    assert "-3600.0 s" in finding.drift_finding(-HOUR).found
    if read_boot_id():
        assert doctor_folder.clock_finding((read_boot_id(), offset)).health is Health.WARN
    assert doctor_folder.clock_finding(("another boot", offset)).health is Health.OK
    assert doctor_folder.clock_finding(None).health is Health.OK


def test_a_port_that_is_taken_is_told_unless_our_engine_has_it() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert doctor_machine.port_finding(port, None).health is Health.WARN
        assert doctor_machine.port_finding(port, f"http://127.0.0.1:{port}").health is Health.OK
    assert doctor_machine.port_finding(port, None).health is Health.OK


def test_old_tables_and_an_old_sqlite_are_told() -> None:
    now = T0
    assert doctor_machine.tz_finding("2026a", now).health is Health.OK
    assert doctor_machine.tz_finding("2019c", now).health is Health.WARN
    assert doctor_machine.sqlite_finding((3, 34, 1)).health is Health.FAIL
    assert doctor_machine.sqlite_finding((3, 40, 1)).health is Health.OK


def test_a_qt_that_cannot_start_fails_with_what_it_said_and_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_machine, "_PROBE", "import no_such_qt")
    (finding,) = doctor_machine.qt_findings(os.environ)
    assert (finding.health, finding.found) == (Health.FAIL, "ModuleNotFoundError: No module named 'no_such_qt'")
    assert "make setup" in finding.next_step


def test_no_display_is_a_warning_because_the_engine_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    finding = doctor_machine.screen_finding({})
    assert finding.health is Health.WARN
    assert "no display here" in finding.found


def test_the_table_ends_with_what_does_not_work_and_exit_code_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_machine, "_PROBE", "import no_such_qt")
    monkeypatch.setenv("COLUMNS", "500")
    done = CliRunner().invoke(command, ["--data", str(tmp_path / "[floor]")])
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == "Does not work: Qt"
    assert "[floor]" in done.stdout
