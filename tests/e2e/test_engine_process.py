"""`dialfloor serve` as scripts and windows meet it: one owner, an exit code and a sentence for each trouble."""

import json
import shutil
import socket
import sqlite3
import subprocess
import threading
from pathlib import Path

import pytest

from app.clock import read_steady
from app.engine.value import SECOND
from db.folder import Folder
from db.open import prepare
from tests.e2e.serving import PROGRAM, Serving, dial, import_contacts, make_token, run_cli, started


def refused_start(data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """A start that must fail: no trace, and the last line of stderr is a sentence."""
    done = run_cli("serve", "--data", str(data), *(options or ("--port", "0")))
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()[-1].split()) > 4
    return done


def test_it_ends_with_0_when_it_is_told_to_stop_and_leaves_no_holder(tmp_path: Path) -> None:
    with Serving(tmp_path) as engine:
        holder = json.loads((tmp_path / "engine.json").read_text())
        assert (holder["pid"], holder["url"]) == (engine.process.pid, engine.url)
        assert engine.stop() == 0
        assert engine.said() == ""
    assert not (tmp_path / "engine.json").exists()


def test_refusals_that_nobody_waited_for_are_in_the_log_after_a_stop(tmp_path: Path) -> None:
    token = make_token(tmp_path, "ana")
    with Serving(tmp_path) as engine, engine.client(token) as client:
        for _ in range(63):
            dial(client, "status")
        client.close()
        assert engine.stop() == 0
    log = sqlite3.connect(tmp_path / "dialfloor.db")
    assert log.execute("SELECT sum(count) FROM refusals").fetchone() == (3,)
    log.close()


def test_a_folder_has_one_owner_who_is_named_and_a_dead_one_fools_nobody(tmp_path: Path) -> None:
    with Serving(tmp_path) as first:
        second = refused_start(tmp_path)
        assert second.returncode == 3
        said = second.stderr.splitlines()[-1]
        assert f"process {first.process.pid} " in said
        assert first.url in said
        first.kill()
    assert (tmp_path / "engine.json").exists(), "the dead one could not take its name away"
    with Serving(tmp_path) as third:
        assert json.loads((tmp_path / "engine.json").read_text())["pid"] == third.process.pid


def test_a_port_in_use_ends_with_4(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = refused_start(tmp_path, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 4
    assert "choose another with --port" in done.stderr


def test_any_address_but_loopback_demands_tls(tmp_path: Path) -> None:
    done = refused_start(tmp_path, "--host", "192.0.2.7")
    assert done.returncode == 2
    assert "--tls-certificate" in done.stderr


def test_a_file_that_is_no_database_ends_with_5(tmp_path: Path) -> None:
    (tmp_path / "dialfloor.db").write_bytes(b"this is a shopping list\n" * 400)
    done = refused_start(tmp_path)
    assert done.returncode == 5
    assert "damaged" in done.stderr


def filled_folder(data: Path, tmp_path: Path) -> Path:
    """The database of a folder whose engine was stopped, with some hundreds of rows."""
    token = make_token(data, "ana")
    import_contacts(data, tmp_path / "leads.csv", 500)
    with Serving(data) as engine, engine.client(token) as client:
        for _ in range(20):
            dial(client, "status")
        dial(client, "next-contact", sessionId=started(client))
        client.close()
        engine.stop()
    return data / "dialfloor.db"


def test_a_truncated_database_ends_with_5(tmp_path: Path) -> None:
    database = filled_folder(tmp_path / "floor", tmp_path)
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2])
    done = refused_start(tmp_path / "floor")
    assert done.returncode == 5
    assert "restore a copy" in done.stderr


@pytest.mark.parametrize("table", ["tenants", "power_dialer_sessions", "call_logs", "limit_revisions"])
def test_a_database_with_garbage_in_its_middle_ends_with_5(tmp_path: Path, table: str) -> None:
    database = filled_folder(tmp_path / "floor", tmp_path)
    log = sqlite3.connect(database)
    log.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    roots = dict(log.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'").fetchall())
    size = log.execute("PRAGMA page_size").fetchone()[0]
    log.close()
    with database.open("r+b") as file:
        file.seek((roots[table] - 1) * size)
        file.write(b"\xde\xad" * (size // 2))
    done = refused_start(tmp_path / "floor")
    assert done.returncode == 5
    assert "damaged" in done.stderr


def test_a_folder_of_a_newer_program_ends_with_5(tmp_path: Path) -> None:
    prepare(Folder(tmp_path))
    log = sqlite3.connect(tmp_path / "dialfloor.db")
    log.execute("UPDATE alembic_version SET version_num = '9999'")
    log.commit()
    log.close()
    done = refused_start(tmp_path)
    assert done.returncode == 5
    assert "newer Dialfloor" in done.stderr


def test_a_folder_that_cannot_be_made_ends_with_6(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = refused_start(tmp_path / "file" / "floor")
    assert done.returncode == 6
    assert "choose another folder with --data" in done.stderr


def test_a_folder_that_cannot_be_written_ends_with_6(tmp_path: Path) -> None:
    """A read-only mount in a namespace of its own, because no permission binds root."""
    prepare(Folder(tmp_path))
    script = f'mount --bind "{tmp_path}" "{tmp_path}" && mount -o remount,bind,ro "{tmp_path}" && exec "$@"'
    unshare = shutil.which("unshare")
    probe = [unshare or "unshare", "--mount", "sh", "-c", script, "sh"]
    if unshare is None or subprocess.run([*probe, "true"], capture_output=True, check=False).returncode:
        tmp_path.chmod(0o500)
        probe = []
    command = [*probe, *PROGRAM, "serve", "--data", str(tmp_path), "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    tmp_path.chmod(0o700)
    assert done.returncode == 6, done.stderr
    assert "cannot be written" in done.stderr.splitlines()[-1]


def test_what_is_made_beside_a_running_engine_is_good_at_once(tmp_path: Path) -> None:
    with Serving(tmp_path) as engine:
        made = run_cli(
            "token", "create", "--data", str(tmp_path), "--tenant", "Acme", "--user", "ana", "--role", "dialer"
        )
        with engine.client(made.stdout.strip()) as client:
            session = started(client)
            assert dial(client, "next-contact", sessionId=session).json()["contact"] is None
            import_contacts(tmp_path, tmp_path / "leads.csv", 3)
            handed, gate = dial(client, "next-contact", sessionId=session), threading.Event()
            began = read_steady()
            while handed.json()["contact"] is None:
                gate.wait(0.1)
                handed = dial(client, "next-contact", sessionId=session)
            assert read_steady() - began <= 2 * SECOND
            assert handed.json()["contact"]["phone"] == "+12125550000"
