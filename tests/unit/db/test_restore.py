"""Copies and restores: a copy ends beside a busy writer; whatever ends a restore leaves one database whole."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.engine.events import DeedRecorded
from db.backups import back_up, backups_of, look_through, make_backup, rows_now
from db.faults import FolderDamaged, FolderUnwritable
from db.folder import Folder
from db.machine_facts import quick_check
from db.open import connect, prepare
from db.restore import restore

STEPS = ("copied", "ready", "kept", "folded", "swapped")
KILLED = """
import os, signal, sys
from pathlib import Path
from db.folder import Folder
from db.restore import restore
from tests.unit.db.test_restore import DEED

def told(step):
    if step == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)

restore(Folder(Path(sys.argv[1])), Path(sys.argv[2]), DEED, "now", told)
"""
DEED = DeedRecorded(
    tenant_id=None,
    at=9,
    user="ada",
    action="backup.restore",
    subject="a copy",
    before=None,
    after=None,
    reason="a test",
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "floor")
    prepare(folder)
    return folder


def add_tier(folder: Folder, name: str) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("INSERT INTO tiers (id, name, created_at) VALUES (randomblob(16), ?, 1)", (name,))


def tiers(database: Path) -> list[str]:
    with closing(connect(database)) as connection:
        assert quick_check(connection) is None
        return [row[0] for row in connection.execute("SELECT name FROM tiers ORDER BY name")]


def copy_of(folder: Folder) -> Path:
    """A copy with Gold, of a folder that then gets Silver."""
    add_tier(folder, "Gold")
    made = make_backup(folder, "1", 5, 7)
    add_tier(folder, "Silver")
    return made


def test_a_restore_gives_the_copy_back_and_keeps_what_was(folder: Folder) -> None:
    kept = restore(folder, copy_of(folder), DEED, "now", lambda _: None)
    assert tiers(folder.database) == ["Gold"]
    assert tiers(kept) == ["Gold", "Silver"]
    assert kept == folder.backups / "before-restore-now.db"
    with closing(connect(folder.database)) as connection:
        assert connection.execute("SELECT user, action, reason FROM audit_records").fetchall() == [
            ("ada", "backup.restore", "a test")
        ]
    assert not (folder.root / "restoring").exists()


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_leaves_the_old_or_the_new_one_whole(folder: Folder, step: str) -> None:
    made = copy_of(folder)
    words = [sys.executable, "-c", KILLED, str(folder.root), str(made), step]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == -9, done.stderr
    prepare(folder)
    assert tiers(folder.database) == (["Gold"] if step == "swapped" else ["Gold", "Silver"])
    assert restore(folder, made, DEED, "again", lambda _: None).exists()
    assert tiers(folder.database) == ["Gold"]


def test_a_copy_that_is_damaged_is_not_restored(folder: Folder) -> None:
    made = copy_of(folder)
    content = bytearray(made.read_bytes())
    content[4096:8192] = bytes(4096)
    made.write_bytes(content)
    with pytest.raises(FolderDamaged, match="not whole"):
        restore(folder, made, DEED, "now", lambda _: None)
    assert tiers(folder.database) == ["Gold", "Silver"]
    assert look_through(made, 7).broken is not None
    assert backups_of(folder)[0].looked == look_through(made, 7)


def test_while_another_program_reads_the_database_nothing_is_restored(folder: Folder) -> None:
    made = copy_of(folder)
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM tiers").fetchone()
        add_tier(folder, "Bronze")
        with pytest.raises(FolderUnwritable, match="Another program"):
            restore(folder, made, DEED, "now", lambda _: None)
    assert tiers(folder.database) == ["Bronze", "Gold", "Silver"]


def test_a_damaged_database_is_kept_as_it_is_and_replaced(folder: Folder) -> None:
    made = copy_of(folder)
    folder.database.write_bytes(b"no database any more")
    kept = restore(folder, made, DEED, "now", lambda _: None)
    assert kept.read_bytes() == b"no database any more"
    assert tiers(folder.database) == ["Gold"]


def test_a_copy_ends_while_another_connection_commits_all_the_time(folder: Folder, tmp_path: Path) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("CREATE TABLE filler (bytes BLOB)")
        connection.execute("INSERT INTO filler VALUES (zeroblob(8000000))")
    over, began = threading.Event(), threading.Event()

    def commit() -> None:
        with closing(connect(folder.database)) as writer:
            while not over.is_set():
                writer.execute("INSERT INTO filler VALUES (zeroblob(10))")
                began.set()

    thread = threading.Thread(target=commit)
    thread.start()
    seen: list[int] = []
    try:
        assert began.wait(10)
        back_up(folder.database, tmp_path / "copy.db", lambda done, _: seen.append(done))
    finally:
        over.set()
        thread.join()
    assert seen == sorted(seen), "it never starts over"
    assert look_through(tmp_path / "copy.db", 1).broken is None


def test_only_the_newest_copies_stay_and_each_is_remembered_as_read(folder: Folder) -> None:
    for stamp in ("1", "2", "3"):
        make_backup(folder, stamp, 5, 2)
    found = backups_of(folder)
    assert sorted(backup.path.name for backup in found) == ["dialfloor-2.db", "dialfloor-3.db"]
    looked = found[0].looked
    assert looked is not None
    assert (looked.checked_at, looked.broken, looked.rows) == (5, None, rows_now(folder))
    assert len(list(folder.backups.iterdir())) == 4
    found[0].path.write_bytes(found[0].path.read_bytes() + b"x")
    assert next(one for one in backups_of(folder) if one.path == found[0].path).looked is None
