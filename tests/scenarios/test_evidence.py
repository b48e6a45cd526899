"""What a real engine wrote is tampered with by SQL, and found: edited, deleted, swapped, put in, cut off, rewritten."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.heads_group import command as heads_command
from app.cli.verify_command import command
from app.engine.value import DAY, MINUTE, SECOND
from db.evidence_chain import ZERO, hash_of
from tests.scenarios.harness import House, Json
from tests.scenarios.test_tiers import tenant_of

WHY: dict[str, object] = {"reason": "because of the test"}


def dispose(house: House, token: str, session: str, call: Json, disposition: str) -> None:
    told = {"sessionId": session, "contactId": call["contact"]["id"], "callId": call["callId"], "notes": "likes it"}
    assert house.dial(token, "disposition", disposition=disposition, **told).status == 200


def floor_day(house: House) -> None:
    """A session with calls that were answered, given back, refused and left alone, two limits edited, a day's end."""
    ana, ada = house.token("ana"), house.token("ada", "admin")
    house.contacts(20)
    session = house.dial(ana, "start").body["session"]["id"]
    tenant = tenant_of(house, ada)
    for status in ("answered", "not_placed", "busy", None):
        call = house.dial(ana, "next-contact", sessionId=session).body
        house.later(SECOND)
        if status is not None:
            house.dial(ana, "call-status", callId=call["callId"], status=status)
        if status == "answered":
            dispose(house, ana, session, call, "interested")
        assert house.dial(ana, "next-contact", sessionId=session).status in (200, 429)
        house.later(MINUTE)
    for revision, amount in ((0, 50), (2, 60)):
        path = f"/limits/tenant/{tenant}/calls.hour"
        done = house.operate(ada, "PUT", path, amount=amount, expectedRevision=revision, **WHY)
        assert done.status == 200, done.raw
    house.dial(ana, "pause", sessionId=session)
    house.dial(ana, "resume", sessionId=session)
    house.run(house.engine.journal.flush())
    house.later(DAY)
    house.sweep("sign-heads")
    session = house.dial(ana, "start").body["session"]["id"]
    for _ in range(2):
        call = house.dial(ana, "next-contact", sessionId=session).body
        house.later(SECOND)
        house.dial(ana, "call-status", callId=call["callId"], status="answered")
        dispose(house, ana, session, call, "do_not_call")
        house.later(MINUTE)
    consented: dict[str, object] = {"mode": "enforce", "consent": True}
    assert house.operate(ada, "PUT", "/calling-rules", **consented, **WHY).status == 200
    # Nobody of the list has consented: whoever is left is refused one by one.
    assert house.dial(ana, "next-contact", sessionId=session).body["contact"] is None
    house.dial(ana, "stop", sessionId=session)
    house.dial(house.token("bob"), "start")
    house.token("zoe")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of that day, its engine stopped."""
    root = tmp_path_factory.mktemp("evidence") / "floor"
    with House(root) as house:
        floor_day(house)
    return root


@pytest.fixture
def floor(written: Path, tmp_path: Path) -> Path:
    """A copy of it, to tamper with."""
    return Path(shutil.copytree(written, tmp_path / "floor"))


def verify(floor: Path, *options: str) -> Result:
    return CliRunner().invoke(command, ["--data", str(floor), *options])


def tamper(floor: Path, *statements: str) -> None:
    connection = sqlite3.connect(floor / "dialfloor.db")
    for statement in statements:
        assert connection.execute(statement).rowcount != 0, statement
    connection.commit()
    connection.close()


def ask(floor: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(floor / "dialfloor.db")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def sql(statement: str, **names: str) -> str:
    """A statement with our own names put in."""
    for name, value in names.items():
        statement = statement.replace(f"{{{name}}}", value)
    return statement


def told(result: Result) -> str:
    assert result.exit_code == 1, result.output
    return result.stderr.splitlines()[-1]


def test_what_was_written_is_whole(floor: Path) -> None:
    done = verify(floor)
    assert done.exit_code == 0, done.output
    for table in TABLES:
        assert ask(floor, sql("SELECT count(*) > 1 FROM {table}", table=table)) == [(1,)], table
    assert (floor / "heads").is_dir()
    assert verify(floor, "--heads", str(floor / "heads")).exit_code == 0


@pytest.mark.parametrize("name", ["number.key", "heads.key"])
def test_secrets_are_for_their_owner_only(floor: Path, name: str) -> None:
    assert (floor / "keys" / name).stat().st_mode & 0o777 == 0o600


LAST = "(SELECT max({key}) FROM {table})"
TABLES = {
    "call_logs": (
        "id",
        "call",
        (
            "phone_number",
            "status",
            "notes",
            "closed_by",
            "given_back_at",
            "agent_id",
            "duration",
            "basis_id",
            "verdict",
        ),
    ),
    "call_events": ("number", "call event", ("at", "status", "by", "disposition")),
    "power_dialer_sessions": (
        "id",
        "session",
        ("started_by", "status", "expires_at", "ended_at", "contacts_attempted", "paused_us"),
    ),
    "session_events": ("number", "session event", ("at", "how", "by", "reason")),
    "refusals": ("id", "refusal", ("code", "limit_id", "count", "used", "last_at", "tenant_id")),
    "limit_revisions": ("number", "limit revision", ("after", "before", "by", "reason", "field")),
    "audit_records": ("number", "audit record", ("user", "reason", "hash")),
    "decision_bases": ("id", "decision basis", ("document",)),
    "rule_versions": ("id", "rule version", ("document", "kind")),
    "contact_refusals": ("id", "refused contact", ("code", "verdict", "count")),
    "suppressions": ("number", "do-not-call entry", ("phone", "is_listed", "at", "by")),
    "ai_agents": ("id", "agent", ("configuration", "name")),
}


def key_of(floor: Path, table: str, place: str = "max") -> str:
    key = TABLES[table][0]
    found = ask(floor, sql("SELECT {place}({key}) FROM {table}", place=place, key=key, table=table))[0][0]
    if not isinstance(found, bytes):
        return str(found)
    text = found.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in TABLES for column in TABLES[table][2]])
def test_an_edited_row_is_named(floor: Path, table: str, column: str) -> None:
    key, name, _ = TABLES[table]
    before = key_of(floor, table)
    other = "CASE typeof([{c}]) WHEN 'blob' THEN zeroblob(length([{c}])) ELSE coalesce([{c}], 1) || '7' END"
    edit = "UPDATE {table} SET [{c}] = {other} WHERE {key} = {last}"
    tamper(floor, sql(edit, other=other, last=LAST, c=column, key=key, table=table))
    assert f"{name} {before}" in told(verify(floor))


@pytest.mark.parametrize("table", TABLES)
def test_a_deleted_row_is_named(floor: Path, table: str) -> None:
    key, name, _ = TABLES[table]
    gone = key_of(floor, table, "min")
    tamper(floor, sql("DELETE FROM {table} WHERE {key} = (SELECT min({key}) FROM {table})", key=key, table=table))
    assert f"evidence.rows is broken by {name} {gone}" in told(verify(floor))


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_was_put_in_is_named(floor: Path, table: str) -> None:
    key, name, _ = TABLES[table]
    columns = [str(row[1]) for row in ask(floor, f"PRAGMA table_info({table})") if row[1] != key]
    another = "(SELECT max({key}) + 1 FROM {table})" if key == "number" else "x'ffffffffffffffffffffffffffffffff'"
    copied = ("INSERT INTO {table} ({key}, {columns}) SELECT", another, ", {columns} FROM {table} WHERE {key} =", LAST)
    tamper(floor, sql(" ".join(copied), columns=", ".join(f"[{column}]" for column in columns), key=key, table=table))
    forged = key_of(floor, table)
    assert f"{name} {forged}" in told(verify(floor))


@pytest.mark.parametrize("table", TABLES)
def test_a_swapped_pair_is_named(floor: Path, table: str) -> None:
    key, name, _ = TABLES[table]
    first, second = (
        row[0] for row in ask(floor, sql("SELECT {key} FROM {table} ORDER BY {key} LIMIT 2", key=key, table=table))
    )
    spare = "-1" if key == "number" else "x'00'"
    connection = sqlite3.connect(floor / "dialfloor.db")
    for old, new in ((first, None), (second, first), (None, second)):
        old_key = "?" if old is not None else spare
        new_key = "?" if new is not None else spare
        values = [value for value in (new, old) if value is not None]
        swap = sql(
            "UPDATE {table} SET {key} = {new} WHERE {key} = {old}", table=table, key=key, new=new_key, old=old_key
        )
        connection.execute(swap, values)
    connection.commit()
    connection.close()
    assert f"{name} {key_of(floor, table, 'min')}" in told(verify(floor))


def test_a_record_of_the_chain_that_was_edited_deleted_or_swapped_is_named(floor: Path, tmp_path: Path) -> None:
    swap = ("= -7 WHERE number = 7", "= 7 WHERE number = 8", "= 8 WHERE number = -7")
    for place, (statements, record) in enumerate(
        (
            (["UPDATE chain_records SET leaves = zeroblob(length(leaves)) WHERE number = 4"], "chain record 4"),
            (["UPDATE chain_records SET at = at + 1 WHERE number = 5"], "chain record 5"),
            (["UPDATE chain_records SET at = 'x' WHERE number = 5"], "chain record 5"),
            (["DELETE FROM chain_records WHERE number = 6"], "chain record 6 is missing"),
            ([sql("UPDATE chain_records SET number {step}", step=step) for step in swap], "chain record 7"),
        )
    ):
        copy = Path(shutil.copytree(floor, tmp_path / f"copy {place}"))
        tamper(copy, *statements)
        assert record in told(verify(copy))


def rewrite(floor: Path, from_number: int) -> None:
    """Hash the chain anew from a record on."""
    connection = sqlite3.connect(floor / "dialfloor.db")
    previous = ZERO
    for number, at, leaves, stated in connection.execute("SELECT * FROM chain_records ORDER BY number").fetchall():
        previous = hash_of(previous, number, at, leaves) if number >= from_number else stated
        connection.execute("UPDATE chain_records SET hash = ? WHERE number = ?", (previous, number))
    connection.commit()
    connection.close()


LATER = "UPDATE chain_records SET at = at + 1 WHERE number = (SELECT max(number) FROM chain_records)"


def last_record(floor: Path) -> int:
    return int(str(ask(floor, "SELECT max(number) FROM chain_records")[0][0]))


def lose_last_deed(floor: Path) -> int:
    """Cut off the last deed, row and chain alike, so that nothing but a head can tell."""
    last = last_record(floor)
    tamper(
        floor,
        sql("DELETE FROM chain_records WHERE number >= {last}", last=str(last)),
        "DELETE FROM audit_records WHERE number = (SELECT max(number) FROM audit_records)",
    )
    return last


def test_a_cut_tail_is_found_by_the_heads_of_the_folder(floor: Path) -> None:
    last = lose_last_deed(floor)
    said = verify(floor).output.replace("\n", " ")
    assert f"a signed head tells of record {last}, and the chain ends with {last - 1}" in said


def test_a_cut_tail_without_the_heads_of_the_folder_is_found_by_those_elsewhere(floor: Path, tmp_path: Path) -> None:
    kept = tmp_path / "elsewhere"
    assert CliRunner().invoke(heads_command, ["export", "--data", str(floor), "--out", str(kept)]).exit_code == 0
    last = lose_last_deed(floor)
    shutil.rmtree(floor / "heads")
    assert f"tells of record {last}" in verify(floor, "--heads", str(kept)).output.replace("\n", " ")
    newest = max(kept.glob("head-*.json"))
    assert f"tells of record {last}" in verify(floor, "--heads", str(newest)).output.replace("\n", " ")


def test_a_chain_that_was_rewritten_is_found_by_its_signed_heads(floor: Path) -> None:
    tamper(floor, LATER)
    rewrite(floor, 3)
    said = told(verify(floor))
    assert said.startswith("evidence.heads is broken by chain record")
    assert "written anew" in said


def test_a_chain_that_was_rewritten_and_signed_with_another_key_is_found_by_the_heads_elsewhere(
    floor: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "elsewhere"
    CliRunner().invoke(heads_command, ["export", "--data", str(floor), "--out", str(kept)])
    tamper(floor, LATER)
    rewrite(floor, 3)
    shutil.rmtree(floor / "heads")
    (floor / "keys" / "heads.key").unlink()
    CliRunner().invoke(heads_command, ["export", "--data", str(floor), "--out", str(tmp_path / "forged")])
    assert verify(floor).exit_code == 0, "whoever has the folder can sign: that is why heads are kept elsewhere"
    assert "written anew" in told(verify(floor, "--heads", str(kept)))


def test_a_head_that_was_edited_is_named(floor: Path) -> None:
    head = min((floor / "heads").glob("head-*.json"))
    head.write_text(head.read_text().replace('"number": ', '"number": 1'))
    assert f"heads/{head.name}" in told(verify(floor))


def test_heads_go_to_the_second_folder_at_each_stop(tmp_path: Path) -> None:
    root, second = tmp_path / "floor", tmp_path / "second"
    second.mkdir()
    with House(root) as house:
        said = CliRunner().invoke(heads_command, ["copy-to", "--data", str(root), str(second)])
        assert said.output == f"Heads are copied to {second}.\n"
        house.token("ana")
    assert [path.name for path in second.iterdir()] == [path.name for path in (root / "heads").glob("head-*")]
    assert CliRunner().invoke(heads_command, ["copy-to", "--data", str(root), "--off"]).output.endswith("nowhere.\n")


def test_a_second_folder_that_is_away_stops_nothing(tmp_path: Path) -> None:
    root = tmp_path / "floor"
    with House(root) as house:
        CliRunner().invoke(heads_command, ["copy-to", "--data", str(root), str(tmp_path / "away")])
        house.token("ana")
        house.sweep("sign-heads")
        job = next(
            row
            for row in house.operate(house.token("ada", "admin"), "GET", "/jobs").body["jobs"]
            if row["name"] == "sign-heads"
        )
        assert job["lastOutcome"].startswith("failed: ")
    assert list((root / "heads").glob("head-*"))
