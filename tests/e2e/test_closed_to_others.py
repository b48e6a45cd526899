"""What another user of the machine sees of a floor: no file and no token, whatever the shell allows."""

import shlex
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil

from app.client.engine_process import EngineProcess, EngineReady, serve_command
from app.client.gateway import Gateway
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started
from tests.e2e.test_backups import Copies

OPEN_TO_ALL = ("sh", "-c", 'umask 000 && exec "$@"', "sh")


def modes(root: Path) -> Iterator[tuple[str, int]]:
    """Every file and folder of a tree, itself included, with what it allows others."""
    for path in (root, *root.rglob("*")):
        yield str(path.relative_to(root)), stat.S_IMODE(path.lstat().st_mode) & 0o077


def test_no_file_of_a_floor_is_for_others_though_the_shell_would_let_it_be(tmp_path: Path) -> None:
    data, saved = tmp_path / "floor", tmp_path / "shared"
    saved.mkdir()
    saved.chmod(0o777)
    data.mkdir()
    data.chmod(0o777)
    with Serving(data, wrapper=OPEN_TO_ALL) as engine:
        admin, ana = make_token(data, "ada", "admin"), make_token(data, "ana")
        import_contacts(data, tmp_path / "first.csv", 3)
        with engine.client(ana) as dialer:
            assert dial(dialer, "next-contact", sessionId=started(dialer)).status_code == 200
        with closing(Gateway(engine.url, admin)) as gateway, engine.client(admin) as client:
            copies = Copies(gateway)
            gateway.backups.make()
            copy = copies.worked("backup").backups[0].name
            assert client.post("/v1/imports?file=more.csv", content=b"Phone\n+12125550199\n").status_code == 201
            # A link that another user laid where the copy is going to be saved.
            bait = tmp_path / "bait"
            bait.write_text("bait")
            (saved / "copy.db.part").symlink_to(bait)
            gateway.backups.save(copy, saved / "copy.db")
            assert (bait.read_text(), (saved / "copy.db").is_symlink()) == ("bait", False)
        assert engine.stop() == 0
    assert [path for path in modes(data) if path[1]] == []
    assert stat.S_IMODE((saved / "copy.db").stat().st_mode) == 0o600


def test_the_secret_of_a_window_is_on_no_command_line_and_in_no_file(tmp_path: Path) -> None:
    engine = EngineProcess(serve_command(tmp_path / "floor"))
    outcome = engine.start()
    assert isinstance(outcome, EngineReady)
    try:
        for process in (psutil.Process(), *psutil.Process().children(recursive=True)):
            assert outcome.secret not in shlex.join(process.cmdline())
            assert outcome.secret not in str(process.environ())
        for path in (tmp_path / "floor").rglob("*"):
            assert path.is_dir() or outcome.secret.encode() not in path.read_bytes(), path
    finally:
        engine.stop()
