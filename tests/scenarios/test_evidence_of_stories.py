"""The chain holds whatever happens on a floor: random stories, restarts, a folder of an older program."""

import shutil
from pathlib import Path

import pytest
from alembic import command as alembic
from alembic.config import Config
from click.testing import CliRunner
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from app.bootstrap.people import FolderPeople
from app.cli.verify_command import command
from app.engine.events import DeedRecorded
from app.engine.people import Role
from app.engine.value import DAY, HOUR
from db import open as opening
from db.backups import back_up
from db.folder import Folder
from db.open import connect, prepare
from db.restore import restore
from tests.fakes.log_folder import T0
from tests.scenarios.harness import House
from tests.scenarios.stories import Teller, story

CALL = (
    "INSERT INTO call_logs (id, tenant_id, session_id, contact_id, phone_number, status, created_at, agent_id, user_id)"
    " VALUES (?, zeroblob(16), zeroblob(16), zeroblob(16), '+12125550100', 'busy', 1790000000000000, zeroblob(16),"
    " zeroblob(16))"
)
"""A call as the program before the chain logged it, at `T0`."""


def nothing(house: House) -> None:
    """Nothing happens before a step."""


@pytest.mark.parametrize("seed", range(4))
def test_a_random_story_verifies_whole_through_restarts(tmp_path: Path, seed: int) -> None:
    with House(tmp_path / "floor") as house:
        teller = Teller(house, nothing)
        for place, step in enumerate(story(seed, 160)):
            teller.play(step)
            if place % 60 == 59:
                house.sweep("expire-sessions", "close-lost-calls", "end-idle-sessions", "flush-refusals")
                house.restart()
        house.later(DAY)
        house.sweep("expire-sessions", "close-lost-calls", "clean-rate-limits", "sign-heads")
    done = CliRunner().invoke(
        command, ["--data", str(tmp_path / "floor"), "--heads", str(tmp_path / "floor" / "heads")]
    )
    assert done.exit_code == 0, done.output


def older_folder(root: Path) -> Folder:
    """What the program before the chain left, made by its own migrations, with two calls in it."""
    folder = Folder(root)
    folder.make()
    config = Config()
    config.set_main_option("script_location", str(Path(opening.__file__).parent / "migrations"))
    engine = create_engine("sqlite://", creator=lambda: connect(folder.database), poolclass=NullPool)
    with engine.begin() as migrating:
        config.attributes["connection"] = migrating
        alembic.upgrade(config, "0006")
        for number in (1, 2):
            migrating.exec_driver_sql(CALL, (bytes([number]) * 16,))
    engine.dispose()
    return folder


def test_a_folder_of_an_older_program_is_chained_from_its_upgrade_on(tmp_path: Path) -> None:
    folder = older_folder(tmp_path / "floor")
    prepare(folder)
    people = FolderPeople(folder.database)
    people.make_token(people.make_tenant("Acme", T0 + HOUR).id, "ana", Role.DIALER, "test", T0 + HOUR)
    people.close()
    assert CliRunner().invoke(command, ["--data", str(folder.root)]).exit_code == 0
    connection = connect(folder.database)
    connection.execute(CALL, (bytes([3]) * 16,))
    connection.close()
    done = CliRunner().invoke(command, ["--data", str(folder.root)])
    assert done.exit_code == 1
    assert "call_logs has 3 rows from before the chain, more than it began with" in done.stderr


def test_a_restore_sets_the_heads_aside_and_those_elsewhere_tell_what_it_lost(tmp_path: Path) -> None:
    folder, kept = Folder(tmp_path / "floor"), tmp_path / "kept"
    kept.mkdir()
    with House(folder.root) as house:
        house.token("ana")
    back_up(folder.database, tmp_path / "copy.db")
    with House(folder.root, T0 + HOUR) as house:
        house.token("eve")
        house.token("zoe")
    shutil.copytree(folder.root / "heads", kept, dirs_exist_ok=True)
    deed = DeedRecorded(
        tenant_id=None, at=T0 + DAY, user="test", action="restore", subject="x", before=None, after=None, reason=""
    )
    restore(folder, tmp_path / "copy.db", deed, "now", lambda step: None)
    assert CliRunner().invoke(command, ["--data", str(folder.root)]).exit_code == 0
    assert len(list((folder.root / "heads" / "before-restore-now").iterdir())) >= 2
    done = CliRunner().invoke(command, ["--data", str(folder.root), "--heads", str(kept)])
    assert done.exit_code == 1
    assert "evidence.heads is broken by chain record" in done.stderr
