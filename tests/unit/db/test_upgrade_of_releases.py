"""A folder of every schema there was, opened by today's program.

`tests/released/NNNN.zip` is a folder that the program of that schema made itself: its commit (in `notes.json`) was
checked out, its engine run, and its floor driven over HTTP: calls, refusals, edits, lists, holds, rules, exports. What
no route of its day could fill has a row by hand (`added`). The tokens open nothing else.
"""

import json
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli.verify_command import command
from db.faults import FolderDamaged, FolderUnwritable
from db.folder import Folder
from db.open import HEAD, connect, prepare, schema_version

RELEASED = Path(__file__).parents[2] / "released"
VERSIONS = tuple(f"{number:04}" for number in range(1, int(HEAD)))
KILLED = """
import os, signal, sqlite3, sys
from pathlib import Path
from db import open as opening
from db.folder import Folder

made = opening.connect
left = int(sys.argv[2])

def connect(*words, **options):
    connection = made(*words, **options)
    def told(statement):
        global left
        left -= statement.startswith(("CREATE", "ALTER", "INSERT", "UPDATE"))
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    connection.set_trace_callback(told)
    return connection

opening.connect = connect
opening.prepare(Folder(Path(sys.argv[1])))
"""


def unpacked(version: str, root: Path) -> tuple[Folder, dict[str, Any]]:
    """The folder as it lay there, and the notes beside it."""
    folder = Folder(root)
    folder.make()
    with zipfile.ZipFile(RELEASED / f"{version}.zip") as archive:
        script, notes = archive.read("floor.sql").decode(), json.loads(archive.read("notes.json"))
        archive.extractall(root, [name for name in archive.namelist() if "/" in name])
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.executescript(script)
        connection.execute("PRAGMA journal_mode=WAL")
    return folder, notes


def content(database: Path) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    """Each table's columns and rows."""
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        names = [row[0] for row in connection.execute(query)]
        found = {}
        for name in names:
            rows = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 -- a name that the schema told
            found[name] = ([column[0] for column in rows.description], sorted(rows.fetchall(), key=repr))
        return found


def verify(folder: Folder) -> Result:
    return CliRunner().invoke(command, ["--data", str(folder.root)])


GROWING = {"alembic_version", "chain_records", "rule_versions"}
"""An upgrade says where it stands, chains what was older than the chain, and may keep a version."""


@pytest.mark.parametrize("version", VERSIONS)
def test_every_row_is_kept_the_views_read_and_the_log_proves_itself(version: str, tmp_path: Path) -> None:
    folder, notes = unpacked(version, tmp_path / "floor")
    before = content(folder.database)
    assert [name for name, (_, rows) in before.items() if not rows] == [], "a row in every table that it had"
    prepare(folder)
    assert schema_version(folder.database) == HEAD
    with closing(connect(folder.database)) as connection:
        for name, (columns, rows) in before.items():
            chosen = ", ".join(f'"{column}"' for column in columns)
            after = connection.execute(f'SELECT {chosen} FROM "{name}"').fetchall()  # noqa: S608 -- as above
            if name not in GROWING:
                assert sorted(after, key=repr) == rows, name
            else:
                assert len(after) >= len(rows), name
        views = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")]
        assert len(views) == 5
        for view in views:
            assert connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0], view  # noqa: S608 -- as above
    assert content(folder.backups / f"before-upgrade-from-{version}.db") == before
    done = verify(folder)
    assert done.exit_code == 0, (notes["commit"], done.output)


@pytest.mark.parametrize("left", [0, 3, 9, 30])
def test_a_kill_at_any_statement_leaves_the_old_folder_and_the_next_start_upgrades_it(
    left: int, tmp_path: Path
) -> None:
    folder, _ = unpacked("0001", tmp_path / "floor")
    before = content(folder.database)
    words = [sys.executable, "-c", KILLED, str(folder.root), str(left)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == -9, done.stderr
    assert schema_version(folder.database) == "0001"
    assert {name: rows for name, rows in content(folder.database).items() if name != "evidence_keys"} == before
    for copy in folder.backups.glob("*.db"):
        assert content(copy) == before, "a copy is whole or not there"
    prepare(folder)
    assert schema_version(folder.database) == HEAD


def test_a_disk_that_is_full_leaves_the_old_folder_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from db import open as opening

    folder, _ = unpacked("0009", tmp_path / "floor")
    before = content(folder.database)
    made = opening.connect

    def small(database: Path, *, read_only: bool = False) -> sqlite3.Connection:
        connection = made(database, read_only=read_only)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        # SQLite says of a file that may not grow what it says of a full disk.
        connection.execute(f"PRAGMA max_page_count={pages + 2}")
        return connection

    monkeypatch.setattr(opening, "connect", small)
    with pytest.raises(FolderUnwritable, match="full"):
        prepare(folder)
    monkeypatch.undo()
    assert content(folder.database) == before
    assert content(folder.backups / "before-upgrade-from-0009.db") == before
    prepare(folder)
    assert schema_version(folder.database) == HEAD


def test_a_newer_schema_is_refused_with_the_next_step_and_left_alone(tmp_path: Path) -> None:
    folder, _ = unpacked("0001", tmp_path / "floor")
    prepare(folder)
    with closing(connect(folder.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = content(folder.database)
    with pytest.raises(FolderDamaged, match="newer Dialfloor; install that version to open it"):
        prepare(folder)
    assert content(folder.database) == before
