"""The write-ahead log is moved beside the journal: committed pages arrive, and a reader's snapshot is respected."""

from pathlib import Path

from db.checkpoint import WalCheckpoint
from db.open import connect


def test_committed_pages_are_moved_and_what_a_reader_needs_is_left(tmp_path: Path) -> None:
    database = tmp_path / "one.db"
    writer, reader = connect(database), connect(database)
    writer.execute("PRAGMA wal_autocheckpoint=0")
    writer.execute("CREATE TABLE one (what BLOB)")
    checkpoint = WalCheckpoint(database)
    assert checkpoint.run() == 0
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM one").fetchone() == (0,)
    writer.execute("INSERT INTO one VALUES (randomblob(40000))")
    assert checkpoint.run() > 0
    reader.execute("COMMIT")
    assert checkpoint.run() == 0
    for connection in (writer, reader, checkpoint):
        connection.close()
