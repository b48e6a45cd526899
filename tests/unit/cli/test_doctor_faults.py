"""Each fault made for real on a folder, and what `dialfloor doctor --json` says of it and of the next step."""

import contextlib
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.bootstrap.finding import Finding, Health
from app.cli import doctor_machine
from app.cli.doctor_command import command
from app.cli.doctor_engine import engine_findings
from app.cli.doctor_folder import folder_findings
from app.clock import read_boot_id, read_steady, read_wall
from app.engine.value import DAY
from db.backups import make_backup
from db.folder import Folder
from db.national_lists import NationalLists
from tests.fakes.log_folder import LogFolder
from tests.unit.db.test_national_lists import put
from tests.unit.db.test_upgrade_of_releases import unpacked


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    log = LogFolder(tmp_path / "floor")
    log.close()
    (tmp_path / "floor").chmod(0o700)
    return log.folder


def found(folder: Folder) -> dict[str, Finding]:
    return {one.what: one for one in folder_findings(folder.root)}


@contextlib.contextmanager
def small_disk(place: Path, size: str = "4m") -> Iterator[Path]:
    place.mkdir()
    words = [shutil.which("mount") or "mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs CAP_SYS_ADMIN")
    try:
        yield place
    finally:
        subprocess.run([shutil.which("umount") or "umount", "-l", str(place)], check=True)


def test_a_disk_without_room(folder: Folder, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        own = Folder(Path(shutil.copytree(folder.root, disk / "floor")))
        with contextlib.suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
            while True:
                ballast.write(bytes(4_096))
        said = found(own)
    assert (said["Disk"].health, said["Sync"].health) == (Health.FAIL, Health.FAIL)
    assert said["Disk"].next_step.startswith("free some space now")


def test_a_disk_made_read_only(folder: Folder, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "16m") as disk:
        own = Folder(Path(shutil.copytree(folder.root, disk / "floor")))
        subprocess.run([shutil.which("mount") or "mount", "-o", "remount,ro", str(disk)], check=True)
        said = found(own)
    assert said["Folder"].health is Health.FAIL
    assert "mount it writable again" in said["Folder"].next_step


def test_a_folder_that_others_can_read(folder: Folder) -> None:
    folder.root.chmod(0o755)
    said = found(folder)["Folder"]
    assert (said.health, said.next_step) == (Health.WARN, f"chmod 700 {folder.root}")


def test_a_page_of_the_database_overwritten_names_the_copy_to_restore(folder: Folder) -> None:
    copy = make_backup(folder, "20261124T031700Z", read_wall(), 7)
    with folder.database.open("r+b") as database:
        database.seek(3 * 4_096)
        database.write(os.urandom(4_096))
    said = found(folder)["Database"]
    assert said.health is Health.FAIL
    assert f"dialfloor restore {copy.name} --data" in said.next_step


def test_a_place_in_the_write_ahead_log_overwritten(tmp_path: Path) -> None:
    log = LogFolder(tmp_path / "floor")
    for number in range(9):
        log.agent(f"agent {number}")
    path = log.folder.database.with_name("dialfloor.db-wal")
    content = bytearray(path.read_bytes())
    content[4_000] ^= 1
    path.write_bytes(content)
    said = found(log.folder)["Database"]
    log.close()
    assert (said.health, "cannot be read" in said.found) == (Health.FAIL, True)
    assert said.next_step


def test_what_a_kill_left_half_made(folder: Folder) -> None:
    folder.backups.mkdir()
    (folder.backups / "dialfloor-1.part").write_bytes(b"half")
    (folder.root / "restoring").mkdir()
    said = found(folder)["Leftovers"]
    assert said.health is Health.WARN
    subprocess.run(said.next_step.removeprefix("remove them: "), shell=True, check=True)  # noqa: S602 -- its own words
    assert "Leftovers" not in found(folder), "the next step is the cure"


def test_an_owner_that_was_killed_and_one_that_lives(folder: Folder) -> None:
    lock = folder.lock("dialfloor serve", "noon")
    assert f"process {os.getpid()}" in found(folder)["Owner"].found
    dead = folder.holder_file.read_text().replace(f"{os.getpid()}", "4194399")
    folder.holder_file.write_text(dead)
    assert "the next engine takes over" in found(folder)["Owner"].found
    lock.release()


def test_old_and_newer_schemas(tmp_path: Path, folder: Folder) -> None:
    old, _ = unpacked("0003", tmp_path / "old")
    said = found(old)["Schema"]
    assert (said.health, "it upgrades it, and keeps a copy first" in said.next_step) == (Health.WARN, True)
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    said = found(folder)["Schema"]
    assert (said.health, "install the Dialfloor that wrote" in said.next_step) == (Health.FAIL, True)


def test_no_copy_and_an_old_one(folder: Folder) -> None:
    said = found(folder)["Backups"]
    assert (said.health, "Back up now" in said.next_step) == (Health.WARN, True)
    copy = make_backup(folder, "20261124T031700Z", read_wall(), 7)
    assert found(folder)["Backups"].health is Health.OK
    long_ago = (read_wall() - 4 * DAY) // 1_000_000
    os.utime(copy, (long_ago, long_ago))
    assert "4 days old" in found(folder)["Backups"].found


def test_an_expired_national_list(folder: Folder) -> None:
    put(NationalLists(folder.root), "a", 2125550134, at=read_wall() - 40 * DAY)
    said = found(folder)["National list"]
    assert (said.health, "dialfloor dnc import" in said.next_step) == (Health.WARN, True)


def test_a_wall_clock_that_was_set(folder: Folder) -> None:
    if not read_boot_id():
        pytest.skip("this system tells no boot id")
    with closing(sqlite3.connect(folder.database)) as connection:
        offset = read_wall() - read_steady() + 2 * DAY
        connection.execute("DELETE FROM clock_anchors")
        connection.execute("INSERT INTO clock_anchors VALUES (1, ?, ?)", (read_boot_id(), offset))
        connection.commit()
    said = found(folder)["Clock"]
    assert (said.health, "-172800" in said.found) == (Health.WARN, True)
    assert said.next_step.startswith("set the machine's date")


def test_connections_that_are_held_open_take_the_files(folder: Folder) -> None:
    script = (
        "import resource, socket, sys; resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64));"
        "door = socket.create_server(('127.0.0.1', 0)); print(door.getsockname()[1], flush=True);"
        "held = [door.accept()[0] for _ in range(55)]; print('held', flush=True); input()"
    )
    words = [sys.executable, "-c", script]
    with (
        subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as engine,
        contextlib.ExitStack() as lines,
    ):
        assert engine.stdout is not None
        port = int(engine.stdout.readline())
        for _ in range(55):
            lines.enter_context(socket.create_connection(("127.0.0.1", port)))
        assert engine.stdout.readline().strip() == "held"
        holder = {"pid": engine.pid, "host": socket.gethostname(), "program": "dialfloor serve", "since": "noon"}
        folder.holder_file.write_text(json.dumps(holder))
        said = {one.what: one for one in engine_findings(folder)}["Connections"]
        engine.kill()
    assert (said.health, "ss -tnp" in said.next_step) == (Health.WARN, True)


def test_the_whole_of_it_as_json(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_machine, "_PROBE", "import no_such_qt")
    done = CliRunner().invoke(command, ["--data", str(folder.root), "--json"])
    told = json.loads(done.stdout)
    assert (done.exit_code, told["health"]) == (1, "FAIL")
    assert {"what", "health", "found", "nextStep"} == set(told["findings"][0])
    assert all(one["nextStep"] for one in told["findings"] if one["health"] != "OK")
