"""Opening a folder: made whole or not at all, upgraded after a copy, refused if newer or damaged."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from app.engine.ports import RuleViolation
from db import open as opening
from db.abandonment_tables import METADATA
from db.backups import back_up
from db.faults import FolderDamaged, FolderUnwritable
from db.folder import Folder
from db.open import HEAD, LOG_PAGES, connect, prepare, schema_version

SPECIFIED = {
    "api_rate_limits": {"tenant_id", "user_id", "endpoint", "created_at"},
    "call_logs": {
        "tenant_id",
        "session_id",
        "contact_id",
        "phone_number",
        "status",
        "disposition",
        "duration",
        "recording_url",
        "created_at",
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "floor")


def ask(database: Path, query: str) -> list[tuple[Any, ...]]:
    connection = connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def at_schema(folder: Folder, version: str) -> None:
    connection = connect(folder.database)
    connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.close()


def test_a_new_folder_is_made_at_the_head_and_opening_it_again_changes_nothing(folder: Folder) -> None:
    prepare(folder)
    assert schema_version(folder.database) == HEAD
    before = ask(folder.database, "SELECT name, sql FROM sqlite_schema ORDER BY name")
    prepare(folder)
    assert ask(folder.database, "SELECT name, sql FROM sqlite_schema ORDER BY name") == before
    assert not folder.backups.exists(), "there was nothing to keep a copy of"


# SQLAlchemy cannot read an index on an expression back: that one is asked for by name.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index")
def test_the_migrations_make_the_tables_that_the_program_knows(folder: Folder) -> None:
    prepare(folder)
    engine = create_engine(f"sqlite:///{folder.database}")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()
    assert differences == []
    (found,) = ask(folder.database, "SELECT sql FROM sqlite_schema WHERE name = 'ix_contacts_number_end'")
    assert found == ("CREATE INDEX ix_contacts_number_end ON contacts (tenant_id, substr(phone, -4))",)


@pytest.mark.parametrize("table", SPECIFIED)
def test_the_specified_tables_keep_the_specified_columns(folder: Folder, table: str) -> None:
    prepare(folder)
    assert SPECIFIED[table] <= {row[1] for row in ask(folder.database, f"PRAGMA table_info({table})")}


def test_the_log_is_synced_at_each_commit(folder: Folder) -> None:
    prepare(folder)
    assert ask(folder.database, "PRAGMA journal_mode") == [("wal",)]
    assert ask(folder.database, "PRAGMA synchronous") == [(2,)]


def test_a_connection_that_is_used_seldom_keeps_few_pages(folder: Folder) -> None:
    prepare(folder)
    kept = []
    for seldom in (False, True):
        with closing(connect(folder.database, seldom=seldom)) as connection:
            kept.append(connection.execute("PRAGMA cache_size").fetchone()[0])
    assert kept == [-32_000, -2_000]


def test_an_upgrade_that_fails_leaves_the_database_as_it_was_and_a_copy(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(folder)
    ask(folder.database, "DROP TABLE job_runs")
    ask(folder.database, "INSERT INTO tenants VALUES (x'01', 'Acme', NULL, 'UTC', '{}', 0)")
    ask(folder.database, "DELETE FROM alembic_version")
    ask(folder.database, "INSERT INTO alembic_version VALUES ('0000')")
    before = ask(folder.database, "SELECT name FROM sqlite_schema ORDER BY name")
    with pytest.raises(FolderDamaged):
        prepare(folder)
    copy = folder.backups / "before-upgrade-from-0000.db"
    for database in (folder.database, copy):
        assert ask(database, "SELECT name FROM tenants") == [("Acme",)]
        assert ask(database, "SELECT name FROM sqlite_schema ORDER BY name") == before


def test_a_first_start_that_fails_half_way_leaves_nothing_behind(folder: Folder) -> None:
    folder.make()
    ask(folder.database, "CREATE TABLE job_runs (name TEXT)")
    with pytest.raises(FolderUnwritable, match="job_runs already exists"):
        prepare(folder)
    assert ask(folder.database, "SELECT name FROM sqlite_schema") == [("job_runs",)]
    ask(folder.database, "DROP TABLE job_runs")
    prepare(folder)
    assert schema_version(folder.database) == HEAD


def test_a_newer_database_is_refused_and_left_alone(folder: Folder) -> None:
    prepare(folder)
    at_schema(folder, "9999")
    with pytest.raises(FolderDamaged, match="newer Dialfloor"):
        prepare(folder)
    assert schema_version(folder.database) == "9999"


def test_a_file_that_is_no_database_is_damaged(folder: Folder) -> None:
    folder.make()
    folder.database.write_bytes(b"milk, bread, eggs\n" * 500)
    with pytest.raises(FolderDamaged, match="restore a copy"):
        prepare(folder)


def test_a_backup_is_whole_and_made_beside_a_writer(folder: Folder, tmp_path: Path) -> None:
    prepare(folder)
    writer = connect(folder.database)
    writer.execute("INSERT INTO tenants VALUES (x'01', 'Acme', NULL, 'UTC', '{}', 0)")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO tenants VALUES (x'02', 'Half', NULL, 'UTC', '{}', 0)")
    target = tmp_path / "copies" / "one.db"
    back_up(folder.database, target)
    writer.execute("ROLLBACK")
    writer.close()
    assert ask(target, "SELECT name FROM tenants") == [("Acme",)]
    assert [path.name for path in target.parent.glob("*.part")] == []


def test_the_head_is_the_newest_migration(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "HEAD", "0000")
    with pytest.raises(RuleViolation, match="newest migration"):
        prepare(folder)


def test_a_reader_cannot_write(folder: Folder) -> None:
    prepare(folder)
    reader = connect(folder.database, read_only=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM tenants")
    reader.close()


def test_no_writer_moves_the_log_within_its_commit_while_the_checkpoint_does_it(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "dialfloor.db")) as writer:
        assert writer.execute("PRAGMA wal_autocheckpoint").fetchone()[0] == LOG_PAGES
        assert LOG_PAGES > 10_000
