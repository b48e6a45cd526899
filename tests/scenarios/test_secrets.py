"""Where a secret must not be: in no file of a folder, no copy, export, evidence file, page or metric."""

import zipfile
from pathlib import Path

from click.testing import CliRunner

from app.cli.export_command import command as export
from db.backups import back_up
from tests.scenarios.harness import OPERATOR_SECRET, Ask, House

KINDS = ("calls", "refusals", "audit")


def spoken(house: House, tokens: tuple[str, ...]) -> list[bytes]:
    """Every answer that a folder's pages give to its admin."""
    pages = (
        "me",
        "floor",
        "users",
        "tokens",
        "audit",
        "calls",
        "diagnostics",
        "jobs",
        "retention",
        "evidence",
        "exports",
    )
    answers = [house.operate(tokens[0], "GET", f"/{page}").raw for page in pages]
    return [*answers, house.send(Ask("GET", "/metrics", {"authorization": f"Bearer {tokens[0]}"}, b"")).raw]


def unpacked(path: Path) -> list[bytes]:
    """The bytes of a file, and those in it if it is an archive."""
    found = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    return found


def test_a_secret_is_in_nothing_that_is_written_or_answered(house: House, tmp_path: Path, ada: str) -> None:
    ana = house.token("ana")
    made = house.operate(ada, "POST", "/tokens", user="bob", role="supervisor").body["token"]
    house.contacts(3, "Spring")
    session = house.dial(ana, "start").body["session"]["id"]
    assert house.dial(ana, "next-contact", sessionId=session).status == 200
    assert house.operate(made, "GET", "/floor").status == 200
    assert house.operate(OPERATOR_SECRET, "GET", "/me").status == 200
    assert house.operate(f"{made}x", "GET", "/me").status == 401
    assert house.operate(ada, "DELETE", f"/tokens/{made.split('_')[1]}").status == 204
    answers = spoken(house, (ada, ana, made))
    house.run(house.engine.stop())
    back_up(house.folder.database, tmp_path / "copy.db")
    data = ("--data", str(house.folder.root), "--tenant", "Acme")
    for kind in KINDS:
        done = CliRunner().invoke(export, [kind, *data, "--out", str(tmp_path / f"{kind}.csv")])
        assert done.exit_code == 0, done.output
    done = CliRunner().invoke(export, ["evidence", *data, "--out", str(tmp_path / "evidence.zip")])
    assert done.exit_code == 0, done.output
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"copy.db", "audit.csv", "evidence.zip", "dialfloor.db"} <= {path.name for path in files}
    written = [text for path in files for text in unpacked(path)]
    for secret in (OPERATOR_SECRET, *(token.split("_", 2)[2] for token in (ada, ana, made))):
        assert not [text[:200] for text in (*answers, *written) if secret.encode() in text]
    house.engine = house.open()


def test_what_is_sent_to_whoever_mends_the_program_holds_no_number(house: House, ada: str, ana: str) -> None:
    house.contacts(3, "Spring")
    session = house.dial(ana, "start").body["session"]["id"]
    contact = house.dial(ana, "next-contact", sessionId=session).body["contact"]
    number = contact["phone"].removeprefix("+1")
    for page in (
        house.operate(ada, "GET", "/diagnostics").raw,
        house.operate(ada, "GET", "/jobs").raw,
        house.send(Ask("GET", "/metrics", {"authorization": f"Bearer {ada}"}, b"")).raw,
    ):
        assert number.encode() not in page
        assert b"Person" not in page
