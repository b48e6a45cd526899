"""A damaged write-ahead log is told from one that a power cut ended."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.faults import FolderDamaged
from db.folder import Folder
from db.open import connect
from db.wal import commits_cut_off, refuse_damaged_log

FRAME = 4_096 + 24


@pytest.fixture
def crashed(tmp_path: Path) -> Iterator[Callable[[Callable[[bytearray], None]], Path]]:
    """A database whose writer was killed after twenty commits of three pages or more, its log then changed."""
    writer = connect(tmp_path / "floor.db")
    writer.execute("CREATE TABLE calls (number INTEGER, text TEXT)")
    for number in range(20):
        writer.execute("BEGIN IMMEDIATE")
        writer.executemany("INSERT INTO calls VALUES (?, ?)", [(number, "x" * 2_000)] * 5)
        writer.execute("COMMIT")

    def make(change: Callable[[bytearray], None]) -> Path:
        place = tmp_path / "crashed"
        place.mkdir()
        shutil.copy(tmp_path / "floor.db", place / "dialfloor.db")
        log = bytearray((tmp_path / "floor.db-wal").read_bytes())
        change(log)
        (place / "dialfloor.db-wal").write_bytes(log)
        return place / "dialfloor.db"

    yield make
    writer.close()


def turn(place: int) -> Callable[[bytearray], None]:
    def change(log: bytearray) -> None:
        log[place] ^= 0x10

    return change


def readable(database: Path) -> int:
    with closing(sqlite3.connect(database)) as reader:
        try:
            count: int = reader.execute("SELECT count(DISTINCT number) FROM calls").fetchone()[0]
        except sqlite3.OperationalError:
            return 0
        return count


@pytest.mark.parametrize(
    "place", [5, 20, 40, 32 + 30, 32 + FRAME * 9 + 2_000, 32 + FRAME * 20 + 4, 32 + FRAME * 20 + 10]
)
def test_a_frame_that_was_damaged_is_found_and_what_it_cuts_off_is_counted(
    crashed: Callable[[Callable[[bytearray], None]], Path], place: int
) -> None:
    database = crashed(turn(place))
    lost = commits_cut_off(database)
    with pytest.raises(FolderDamaged, match=f"{lost} commits that were answered for"):
        refuse_damaged_log(Folder(database.parent))
    assert lost + readable(database) in (20, 21), "the table's own commit may be among them"


def cut_short(log: bytearray) -> None:
    del log[-FRAME * 2 - 77 :]


def lose_a_page_of_the_last(log: bytearray) -> None:
    log[-FRAME * 2 : -FRAME] = bytes(FRAME)


def no_header(log: bytearray) -> None:
    log[:] = bytes(32 + FRAME)


@pytest.mark.parametrize("change", [cut_short, lose_a_page_of_the_last, no_header, lambda log: None, bytearray.clear])
def test_what_a_power_cut_leaves_is_no_damage(
    crashed: Callable[[Callable[[bytearray], None]], Path], change: Callable[[bytearray], None]
) -> None:
    assert commits_cut_off(crashed(change)) == 0


def test_the_frames_of_an_earlier_round_are_no_damage(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "dialfloor.db")) as writer:
        writer.execute("CREATE TABLE calls (number INTEGER)")
        for number in range(9):
            writer.execute("INSERT INTO calls VALUES (?)", (number,))
        writer.execute("PRAGMA wal_checkpoint(PASSIVE)")
        writer.execute("INSERT INTO calls VALUES (9)")
        assert (tmp_path / "dialfloor.db-wal").stat().st_size > 32 + FRAME * 8
        assert commits_cut_off(tmp_path / "dialfloor.db") == 0
