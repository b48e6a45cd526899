"""A copy made under load, restored elsewhere after the engine was killed; and restores that are refused whole."""

import os
import shutil
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli.restore_command import command
from app.client.gateway import Gateway
from app.clock import read_wall
from db.backups import make_backup
from db.folder import Folder
from db.open import connect
from tests.e2e.serving import Serving, dial, import_contacts, make_token, run_cli
from tests.e2e.test_backups import Copies
from tests.e2e.test_under_load import Dialer, open_the_floor
from tests.fakes.log_folder import LogFolder
from tests.unit.cli.test_doctor_faults import small_disk
from tests.unit.db.test_upgrade_of_releases import content

DIALERS = 3


def test_a_copy_made_under_load_has_all_that_was_promised_before_it_and_runs_elsewhere(tmp_path: Path) -> None:
    data, elsewhere = tmp_path / "floor", tmp_path / "elsewhere"
    dialers = [Dialer(f"dialer {number}", make_token(data, f"dialer {number}")) for number in range(DIALERS)]
    admin = make_token(data, "ada", "admin")
    import_contacts(data, tmp_path / "leads.csv", 400)
    gate, over = threading.Event(), threading.Event()
    with (
        Serving(data) as engine,
        closing(Gateway(engine.url, admin)) as gateway,
        ThreadPoolExecutor(DIALERS) as threads,
    ):
        open_the_floor(engine, admin, dialers)
        busy = [threads.submit(dialer.dial_until, engine, over.is_set) for dialer in dialers]
        while sum(len(dialer.calls) for dialer in dialers) < 10:
            gate.wait(0.001)
        promised = [call for dialer in dialers for call in list(dialer.calls)]
        gateway.backups.make()
        copy = Copies(gateway).worked("backup").backups[0]
        engine.kill()
        over.set()
        for one in busy:
            one.result()
    # What the guide says is kept elsewhere: the copy, and the keys that its proof needs.
    usb = Path(shutil.copy(data / "backups" / copy.name, tmp_path / "usb.db"))
    shutil.copytree(data / "keys", elsewhere / "keys")
    shutil.rmtree(data)
    done = run_cli("restore", str(usb), "--data", str(elsewhere), "--yes")
    assert done.returncode == 0, done.stderr
    proved = run_cli("verify", "--data", str(elsewhere))
    assert proved.returncode == 0, proved.stdout + proved.stderr
    with closing(sqlite3.connect(elsewhere / "dialfloor.db")) as connection:
        kept = {bytes(row[0]).hex() for row in connection.execute("SELECT id FROM call_logs")}
    assert [call for call in promised if call.replace("-", "") not in kept] == []
    with Serving(elsewhere) as engine, engine.client(dialers[0].token) as client:
        answer = dial(client, "status", sessionId=dialers[0].session["id"])
        assert answer.status_code == 200, "its token opens the copy, and its session goes on"
        assert dial(client, "next-contact", sessionId=dialers[0].session["id"]).status_code in (200, 429)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    log = LogFolder(tmp_path / "floor")
    log.call(1_790_000_000_000_000)
    log.close()
    return log.folder


def restore(copy: Path, folder: Folder) -> tuple[int, str]:
    done = CliRunner().invoke(command, [str(copy), "--data", str(folder.root), "--yes"])
    return done.exit_code, done.stderr


def left(folder: Folder) -> dict[str, bytes]:
    """Every file but the notes of who holds it and of what was read."""
    files = (path for path in folder.root.rglob("*") if path.is_file() and path.suffix not in {".json", ".lock"})
    return {str(path.relative_to(folder.root)): path.read_bytes() for path in files}


def test_a_folder_in_use_a_damaged_copy_and_a_newer_one_are_refused_whole(folder: Folder, tmp_path: Path) -> None:
    copy = make_backup(folder, "1", read_wall(), 7)
    damaged, newer = (Path(shutil.copy(copy, tmp_path / name)) for name in ("damaged.db", "newer.db"))
    with damaged.open("r+b") as file:
        file.seek(2 * 4_096)
        file.write(os.urandom(4_096))
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = left(folder)
    lock = folder.lock("dialfloor serve", "noon")
    code, said = restore(copy, folder)
    lock.release()
    assert (code, f"process {os.getpid()}" in said) == (3, True), said
    code, said = restore(damaged, folder)
    assert (code, "choose another copy" in said) == (5, True), said
    code, said = restore(newer, folder)
    assert (code, "install that version" in said) == (5, True), said
    assert left(folder) == before


def test_on_a_full_disk_nothing_is_restored(folder: Folder, tmp_path: Path) -> None:
    copy = make_backup(folder, "1", read_wall(), 7)
    with small_disk(tmp_path / "disk", "6m") as disk:
        own = Folder(Path(shutil.copytree(folder.root, disk / "floor")))
        with closing(connect(own.database)) as connection:
            connection.execute("INSERT INTO tiers VALUES (x'01', 'Gold', 1)")
        free = shutil.disk_usage(disk).free
        (disk / "ballast").write_bytes(bytes(free - 200_000))
        before = content(own.database)
        code, said = restore(copy, own)
        assert (code, "full" in said or "No space" in said) == (6, True), said
        assert content(own.database) == before
        assert not (own.root / "restoring").exists()
        (disk / "ballast").unlink()
        assert restore(copy, own)[0] == 0
        assert content(own.database)["tiers"][1] == []
