"""`dialfloor verify`: OK and 0, or the first offence and 1."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.verify_command import command
from app.engine.value import HOUR
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path / "floor")
    yield folder
    folder.close()


def verify(tmp_path: Path) -> Result:
    return CliRunner().invoke(command, ["--data", str(tmp_path / "floor")])


def test_a_log_that_kept_every_limit_is_ok(tmp_path: Path, log: LogFolder) -> None:
    log.call(T0)
    log.deed(T0, "limits.edit")
    done = verify(tmp_path)
    assert done.exit_code == 0
    assert "1 calls at their hand-out" in done.stdout.replace("\n", " ").replace("│", "").replace("  ", " ")
    assert done.stdout.endswith(
        "OK: every limit was kept, no forbidden call was placed, and the audit trail is whole.\n"
    )


def test_it_works_while_an_engine_owns_the_folder_and_writes(tmp_path: Path, log: LogFolder) -> None:
    lock = log.folder.lock("dialfloor serve", "now")
    log.connection.execute("BEGIN IMMEDIATE")
    try:
        assert verify(tmp_path).exit_code == 0
    finally:
        log.connection.execute("ROLLBACK")
        lock.release()


def test_the_first_record_that_breaks_a_rule_is_named(tmp_path: Path, log: LogFolder) -> None:
    planted = log.call(T0 + 8 * HOUR)
    done = verify(tmp_path)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == (
        f"session.age is broken by call {planted.id} of agent {log.agent_id} at 2026-09-21T22:13:20Z:"
        " Maximum session duration exceeded (8 hours)"
    )
    assert "BROKEN: session.age" in done.stdout


def test_a_value_that_no_program_of_ours_writes_is_told_and_not_thrown(tmp_path: Path, log: LogFolder) -> None:
    log.connection.execute(
        "INSERT INTO limit_revisions (revision, scope, subject, field, before, after, by, reason, at)"
        " VALUES (1, 'system', '', 'calls.week', 'null', '{\"amount\": 1, \"enforcement\": \"enforce\"}', '', '', 5)"
    )
    log.call(T0)
    done = verify(tmp_path)
    assert done.exit_code == 1
    assert "The log holds a value that this program never writes ('calls.week' is not a valid LimitId)" in done.output


def test_a_folder_without_data_is_named(tmp_path: Path) -> None:
    done = verify(tmp_path)
    assert done.exit_code == 2
    assert "holds no Dialfloor data" in done.output
