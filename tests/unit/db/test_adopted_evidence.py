"""Lists and agents of an older folder are chained as they stand at its upgrade, wherever that upgrade is made."""

import shutil
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner, Result

from app.cli.verify_command import command
from db.folder import Folder
from db.open import connect, prepare
from db.packing import pack
from db.restore import restore
from tests.unit.db.test_restore import DEED
from tests.unit.db.test_upgrade_of_lists import at_schema

ID = "0198a000-0000-7000-8000-00000000000a"


def older(root: Path) -> Folder:
    """A folder of schema 0009 with an agent and three numbers on lists."""
    folder = Folder(root)
    old = at_schema(folder, "0009")
    old.execute(
        "INSERT INTO ai_agents (id, tenant_id, name, agent_type, status, configuration, created_at)"
        " VALUES (?, ?, 'Ann', 'power_dialer', 'active', '{\"maxCallsPerHour\": 2}', 5)",
        (pack(ID), pack(ID)),
    )
    for number, phone in enumerate(("+12125550134", "+12125550135", "+442071838750")):
        old.execute(
            "INSERT INTO suppressions (tenant_id, phone, kind, is_listed, at, by, source, reason)"
            " VALUES (?, ?, 'internal', 1, ?, 'ana', 'disposition', 'do_not_call')",
            (pack(ID), phone, number),
        )
    old.close()
    return folder


def verify(folder: Folder) -> Result:
    return CliRunner().invoke(command, ["--data", str(folder.root)])


def change(folder: Folder, statement: str) -> None:
    with closing(connect(folder.database)) as connection:
        assert connection.execute(statement).rowcount == 1


def test_an_upgraded_folder_verifies_and_its_lists_and_agents_are_covered(tmp_path: Path) -> None:
    folder = older(tmp_path / "floor")
    prepare(folder)
    assert verify(folder).exit_code == 0, verify(folder).output
    for statement, record in (
        ("UPDATE suppressions SET phone = '+12125550199' WHERE number = 2", "do-not-call entry 2"),
        ("DELETE FROM suppressions WHERE number = 3", "do-not-call entry 3"),
        ("UPDATE ai_agents SET configuration = '{}'", f"agent {ID}"),
    ):
        copy = Folder(Path(shutil.copytree(folder.root, tmp_path / str(hash(statement)))))
        change(copy, statement)
        assert record in verify(copy).output.replace("\n", " ")


def test_a_copy_of_before_the_upgrade_verifies_once_it_is_restored(tmp_path: Path) -> None:
    backup = older(tmp_path / "older").database
    folder = Folder(tmp_path / "floor")
    prepare(folder)
    restore(folder, backup, DEED, "now", lambda _: None)
    assert verify(folder).exit_code == 0, verify(folder).output


def test_a_database_elsewhere_needs_the_key_of_its_folder_and_says_so(tmp_path: Path) -> None:
    folder = older(tmp_path / "floor")
    prepare(folder)
    elsewhere = Folder(tmp_path / "elsewhere")
    elsewhere.make()
    shutil.copy(folder.database, elsewhere.database)
    done = verify(elsewhere)
    assert done.exit_code == 1
    assert "keys/number.key" in done.stderr
    assert "put the file of the folder that this log is of back" in done.stderr.replace("\n", " ")
    (elsewhere.root / "keys").mkdir()
    shutil.copy(folder.root / "keys" / "number.key", elsewhere.root / "keys" / "number.key")
    assert verify(elsewhere).exit_code == 0
