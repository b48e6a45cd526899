"""`dialfloor doctor` on a running engine and its disk: what stands still, is slow, is full, or does not end."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil
import pytest

from app.bootstrap.finding import Finding, Health
from app.cli import doctor_engine
from app.cli.doctor_engine import answer_finding, engine_findings, job_findings, living, sync_finding
from app.cli.doctor_folder import folder_findings
from app.engine.value import MINUTE
from db.folder import Folder, Holder
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path / "floor")
    yield folder
    folder.close()


def owned_by(pid: int, url: str | None = None) -> Holder:
    return Holder(pid=pid, host=socket.gethostname(), program="dialfloor serve", since="noon", url=url)


def say_owner(folder: Folder, holder: Holder) -> None:
    folder.holder_file.write_bytes(msgspec.json.encode(holder))


def test_an_engine_that_was_stopped_is_told_with_the_signal_that_lets_it_go_on(log: LogFolder) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as engine:
        engine.send_signal(signal.SIGSTOP)
        say_owner(log.folder, owned_by(engine.pid))
        while psutil.Process(engine.pid).status() != psutil.STATUS_STOPPED:
            os.sched_yield()
        (found,) = engine_findings(log.folder)
        engine.kill()
    assert (found.what, found.health) == ("Engine", Health.FAIL)
    assert f"kill -CONT {engine.pid}" in found.next_step
    assert list(engine_findings(log.folder)) == [], "one that is gone is nobody's trouble"


def test_an_engine_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_engine, "_PATIENCE_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        assert "did not answer within" in answer_finding(url, 1).found
    assert "is not answered" in answer_finding(url, 1).found


def test_another_program_on_the_database_is_named(log: LogFolder) -> None:
    hold = "import sys; held = open(sys.argv[1]); print(flush=True); input()"
    command = [sys.executable, "-c", hold, str(log.folder.database)]
    with (
        subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as engine,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other,
    ):
        assert other.stdout is not None
        other.stdout.readline()
        say_owner(log.folder, owned_by(engine.pid))
        found = [one.found for one in engine_findings(log.folder) if one.what == "Other program"]
        other.kill()
        engine.kill()
    assert len(found) == 1
    assert f"(process {other.pid}) has the database open too" in found[0]


def test_a_slow_disk_is_told_with_how_slow(log: LogFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    readings = iter(range(0, 10**9, 200_000))
    monkeypatch.setattr(doctor_engine, "read_steady", lambda: next(readings))
    found = sync_finding(log.folder)
    assert (found.health, found.found[:8]) == (Health.WARN, "200.0 ms")
    assert list(log.folder.root.glob(".sync-*")) == []


def runs(log: LogFolder, **ended: int) -> list[Finding]:
    rows = [(name.replace("_", "-"), at, at, "done") for name, at in ended.items()]
    log.connection.executemany("INSERT INTO job_runs (name, started_at, ended_at, outcome) VALUES (?, ?, ?, ?)", rows)
    return list(job_findings(log.connection, log.folder))


def test_a_job_that_did_not_end_while_others_did_is_named(log: LogFolder) -> None:
    say_owner(log.folder, owned_by(os.getpid()))
    (found,) = runs(log, checkpoint=T0, expire_sessions=T0 + 9 * MINUTE)
    assert found.health is Health.WARN
    assert found.found == "checkpoint did not end for 9 minutes"


def test_jobs_that_all_end_are_well_and_a_folder_without_an_engine_has_none(log: LogFolder) -> None:
    assert runs(log, checkpoint=T0, expire_sessions=T0 + MINUTE) == []
    say_owner(log.folder, owned_by(os.getpid()))
    assert [found.health for found in job_findings(log.connection, log.folder)] == [Health.OK]


def test_a_damaged_log_is_told_and_not_opened(log: LogFolder) -> None:
    for number in range(9):
        log.agent(f"agent {number}")
    wal = log.folder.database.with_name("dialfloor.db-wal")
    content = bytearray(wal.read_bytes())
    content[4_000] ^= 1
    wal.write_bytes(content)
    found = {one.what: one for one in folder_findings(log.folder.root)}["Database"]
    assert found.health is Health.FAIL
    assert "commits that were answered for cannot be read" in found.found
    assert wal.read_bytes() == content


def test_only_an_owner_on_this_machine_can_be_looked_at() -> None:
    assert living(None) is None
    here = owned_by(os.getpid())
    assert living(here) is not None
    assert living(Holder(pid=os.getpid(), host="elsewhere", program="p", since="s")) is None
