"""`dialfloor contacts import` as a person at a terminal meets it."""

import csv
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.contacts_command import command
from app.cli.faults import DAMAGED
from app.clock import read_boot_id, read_steady
from app.engine.value import SECOND
from db.folder import Folder
from db.queue_sqlite import SqliteQueue


def run(file: Path, data: Path, *more: str) -> Result:
    return CliRunner().invoke(command, [str(file), "--data", str(data), "--tenant", "Acme", *more])


def leads(folder: Path, text: str) -> Path:
    path = folder / "leads.csv"
    path.write_text(text, encoding="utf-8")
    return path


GOOD = "First Name,Mobile,City\nAnn,2125550134,Rome\nBob,2125550135,Oslo\n"


def rows_in(data: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(data / "dialfloor.db")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_file_is_imported_and_a_second_import_adds_nothing_and_says_so(tmp_path: Path) -> None:
    file, data = leads(tmp_path, GOOD), tmp_path / "floor"
    first = run(file, data, "--campaign", "Spring")
    assert first.exit_code == 0
    assert "2 contacts added to Acme, campaign Spring" in first.output
    second = run(file, data, "--campaign", "Spring")
    assert second.exit_code == 0
    assert "Nothing added to Acme, campaign Spring: it has every contact of leads.csv already." in second.output
    assert rows_in(data, "SELECT first_name, phone, fields FROM contacts ORDER BY due_at") == [
        ("Ann", "+12125550134", '{"City":"Rome"}'),
        ("Bob", "+12125550135", '{"City":"Oslo"}'),
    ]
    assert rows_in(data, "SELECT added, known, rejected FROM contact_lists ORDER BY id") == [(2, 0, 0), (0, 2, 0)]


def test_bad_rows_go_to_a_file_with_line_and_reason_and_good_ones_are_kept(tmp_path: Path) -> None:
    file = leads(tmp_path, 'Name,Phone\n"Ann\nLee",2125550134\nBob,nope\nCy,\nDee,2125550134\nEd,1,2\n')
    done = run(file, tmp_path / "floor")
    assert "1 contact added" in done.output
    assert "1 row brought a number that was known already or came before in the file" in done.output
    assert "3 rows left out" in done.output
    with (tmp_path / "leads.csv.rejected.csv").open(newline="", encoding="utf-8") as rejected:
        assert list(csv.reader(rejected)) == [
            ["line", "reason", "Name", "Phone"],
            ["4", "'nope' cannot be a phone number", "Bob", "nope"],
            ["5", "no phone number", "Cy", ""],
            ["7", "the row has 3 cells and the header 2", "Ed", "1", "2"],
        ]


def test_it_works_while_an_engine_owns_the_folder_and_the_engines_queue_sees_the_contacts(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    assert run(leads(tmp_path, GOOD), data).exit_code == 0
    lock = Folder(data).lock("dialfloor serve", "now")
    reader = sqlite3.connect(data / "dialfloor.db", isolation_level=None)
    try:
        (tenant,) = reader.execute("SELECT lower(hex(id)) FROM tenants").fetchone()
        queue = SqliteQueue(reader)
        later = 4_000_000_000 * SECOND
        assert len(queue.take(tenant, None, 10, later)) == 2
        more = leads(tmp_path, "Phone\n2125550199\n")
        assert "1 contact added" in run(more, data).output
        assert [contact.phone for contact in queue.take(tenant, None, 10, later + 2 * SECOND)] == ["+12125550199"]
    finally:
        reader.close()
        lock.release()


def test_an_import_that_was_killed_midway_is_completed_by_another(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    lines = [f"{2_125_550_000 + number}" for number in range(1_200)]
    half = leads(tmp_path, "Phone\n" + "\n".join(lines[:500]) + "\n")
    assert run(half, data).exit_code == 0
    done = run(leads(tmp_path, "Phone\n" + "\n".join(lines) + "\n"), data)
    assert "700 contacts added" in done.output
    assert rows_in(data, "SELECT count(*), count(DISTINCT phone) FROM contacts") == [(1_200, 1_200)]


@pytest.mark.slow
def test_a_sigkill_leaves_whole_batches_and_the_next_import_completes_them(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    assert run(leads(tmp_path, "Phone\n2125550134\n"), data).exit_code == 0
    many = leads(tmp_path, "Phone\n" + "".join(f"{2_122_000_000 + number}\n" for number in range(30_000)))
    code = "import sys; from app.cli.contacts_command import command; command(sys.argv[1:])"
    words = [str(many), "--data", str(data), "--tenant", "Acme", "--campaign", "Spring"]
    with subprocess.Popen([sys.executable, "-c", code, *words], stdout=subprocess.DEVNULL) as child:
        while child.poll() is None and rows_in(data, "SELECT count(*) FROM contacts") == [(1,)]:
            continue
        child.kill()
    left = rows_in(data, "SELECT count(*), (SELECT added FROM contact_lists ORDER BY id DESC LIMIT 1) FROM contacts")
    assert left[0][0] == int(str(left[0][1])) + 1
    assert run(many, data, "--campaign", "Spring").exit_code == 0
    assert rows_in(data, "SELECT count(*), count(DISTINCT phone) FROM contacts") == [(30_001, 30_001)]


def test_contacts_are_due_by_the_engines_clock_and_not_by_a_wall_clock_that_was_set_forward(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    assert run(leads(tmp_path, "Phone\n2125550134\n"), data).exit_code == 0
    connection = sqlite3.connect(data / "dialfloor.db")
    connection.execute("INSERT INTO clock_anchors VALUES (1, ?, ?)", (read_boot_id(), 5 * SECOND - read_steady()))
    connection.commit()
    connection.close()
    assert run(leads(tmp_path, "Phone\n2125550135\n"), data).exit_code == 0
    ((due_at,),) = rows_in(data, "SELECT due_at FROM contacts WHERE phone = '+12125550135'")
    assert not read_boot_id() or int(str(due_at)) < 600 * SECOND


@pytest.mark.parametrize(
    ("text", "more", "sentence"),
    [
        (
            "Ort,Name\nRom,Ann\n",
            (),
            "There is no phone column among 'Ort', 'Name'; say which it is with --map phone=COLUMN",
        ),
        ("", (), "leads.csv is empty"),
        (GOOD, ("--map", "telephone=Mobile"), "write NAME=COLUMN, where NAME is one of first_name"),
        (GOOD, ("--map", "phone=Handy"), "there is no such column"),
        (GOOD, ("--region", "Mars"), "--region Mars is not a country"),
        (GOOD, ("--tenant", "  "), "--tenant must be a name"),
    ],
)
def test_a_bad_input_is_one_sentence_and_changes_nothing(
    tmp_path: Path, text: str, more: tuple[str, ...], sentence: str
) -> None:
    done = run(leads(tmp_path, text), tmp_path / "floor", *more)
    assert done.exit_code == 2
    assert sentence in done.output
    assert done.output.count("\n") == 1
    assert not (tmp_path / "floor").exists()


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    data.mkdir()
    (data / "dialfloor.db").write_bytes(b"no database at all" * 100)
    done = run(leads(tmp_path, GOOD), data)
    assert done.exit_code == DAMAGED
    assert "damaged" in done.output
