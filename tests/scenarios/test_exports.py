"""Exports as people and nights make them: previewed, run, kept on record, verified; and never half a file."""

import asyncio
import contextlib
import csv
import hashlib
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap.export_words import deed_of
from app.engine.value import DAY, HOUR
from db.open import connect
from db.packing import pack
from tests.scenarios.harness import House

Json = dict[str, Any]
NIGHT: Json = {"at": "02:30", "zone": "America/Chicago", "keep": 2}


@pytest.fixture
def cora(house: House) -> str:
    """A compliance officer's token."""
    return house.token("cora", "compliance")


def calls_made(house: House, ana: str, count: int = 3) -> None:
    house.contacts(count)
    session = house.dial(ana, "start").body["session"]["id"]
    for _ in range(count):
        assert house.dial(ana, "next-contact", sessionId=session).status == 200
        house.later(10_000_000)


def ended(house: House, token: str, export_id: str) -> Json:
    house.run(house.engine._exports.exports.processes.wait(export_id))
    return house.operate(token, "GET", f"/exports/{export_id}").body


def child_of(house: House, export_id: str) -> int:
    pid = house.engine._exports.exports.processes._exports[export_id].child.pid
    assert pid is not None
    return pid


def test_two_exports_that_end_in_the_same_moment_are_each_on_record_once(house: House, ana: str, cora: str) -> None:
    exports = house.engine._exports.exports
    made = [house.operate(cora, "POST", "/exports", kind="calls", range="all").body["id"] for _ in range(3)]
    tenant, held = house.operate(cora, "GET", "/me").body["tenantId"], []
    for one in made:
        ended(house, cora, one)
        run = next(run for run in exports.book.runs(tenant) if run.id == one)
        held.append((run, deed_of(run, "export.again", "cora", house.now)))

    async def end_together() -> None:
        exports._unwritten = {run.id: (run, deed) for run, deed in held}
        await asyncio.gather(*(exports.write_ends() for _ in held))

    house.run(end_together())
    assert house.rows("SELECT count(*) FROM audit_records WHERE action = 'export.again'") == [(3,)]


def trail(house: House) -> list[tuple[Any, ...]]:
    return house.rows("SELECT action, user, subject FROM audit_records WHERE action LIKE 'export%' ORDER BY number")


def test_an_export_is_on_record_with_its_rows_and_its_fingerprint(house: House, ana: str, cora: str) -> None:
    calls_made(house, ana)
    wanted = {"kind": "calls", "range": "today", "fields": ["phone_number", "status"]}
    started = house.operate(cora, "POST", "/exports", **wanted)
    assert started.status == 201, started
    done = ended(house, cora, started.body["id"])
    assert (done["state"], done["rowsDone"], done["by"], done["isKept"]) == ("done", 3, "cora", True)
    file = house.folder.exports / done["file"]
    assert file.read_text().splitlines()[0] == "phone_number,status"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == done["sha256"]
    assert (file.stat().st_mode & 0o777, file.stat().st_size) == (0o600, done["bytes"])
    assert house.operate(cora, "GET", f"/exports/{done['id']}/file").raw == file.read_bytes()
    assert house.operate(cora, "POST", f"/exports/{done['id']}/verify").body["isWhole"]
    assert [row[:2] for row in trail(house)] == [(f"export.{act}", "cora") for act in ("start", "done", "save")]
    after = house.rows("SELECT after FROM audit_records WHERE action = 'export.done'")[0][0]
    assert done["sha256"] in after
    assert '"rows":3' in after
    file.write_text(file.read_text() + "forged\r\n")
    assert not house.operate(cora, "POST", f"/exports/{done['id']}/verify").body["isWhole"]
    house.restart()
    assert [one["sha256"] for one in house.operate(cora, "GET", "/exports").body["exports"]] == [done["sha256"]]
    assert house.operate(cora, "DELETE", f"/exports/{done['id']}").status == 204
    assert list(house.folder.exports.iterdir()) == []
    assert house.operate(cora, "GET", f"/exports/{done['id']}").body["isKept"] is False


def test_the_first_rows_are_shown_with_their_numbers_masked(house: House, ana: str, sam: str) -> None:
    calls_made(house, ana)
    seen = house.operate(
        sam, "POST", "/exports/preview", kind="calls", range="today", fields=["status", "phone_number"]
    )
    assert (seen.body["columns"], seen.body["rowsTotal"]) == (["status", "phone_number"], 3)
    assert [row[1] for row in seen.body["rows"]] == ["(212) ***-**00", "(212) ***-**01", "(212) ***-**02"]
    noted = connect(house.folder.database)
    noted.execute("UPDATE call_logs SET notes = 'call 212 555 0134 instead'")
    noted.close()
    written = house.operate(sam, "POST", "/exports/preview", kind="calls", range="today", fields=["notes"]).body
    assert "0134" not in str(written["rows"])
    assert "instead" in written["rows"][0][0]
    whole = house.operate(sam, "POST", "/exports/preview", kind="evidence").body
    assert ["calls", "3"] in whole["rows"]


@pytest.mark.parametrize(
    ("wanted", "field", "sentence"),
    [
        ({"kind": "calls", "fields": ["phone"]}, "fields", "calls have no field phone; did you mean phone_number?"),
        ({"kind": "evidence", "fields": ["phone"]}, "fields", "evidence is always whole"),
        ({"kind": "calls", "range": "this-period"}, "range", "30 days from a campaign's start"),
        ({"kind": "audit", "campaignId": "x"}, "campaignId", "campaignId chooses calls"),
        ({"kind": "calls", "campaignId": "x"}, "campaignId", "no such campaign"),
        ({"kind": "calls", "range": "all", "to": "2026-01-01T00:00:00Z"}, "range", "exclude each other"),
    ],
)
def test_what_cannot_be_exported_is_named_with_what_to_do(
    house: House, sam: str, wanted: Json, field: str, sentence: str
) -> None:
    for path in ("/exports", "/exports/preview"):
        refused = house.operate(sam, "POST", path, **wanted)
        assert (refused.status, refused.body["field"]) == (400, field), refused
        assert sentence in refused.body["error"]
    assert trail(house) == []


def preset(house: House, token: str, folder: Path, **schedule: object) -> str:
    what = {"kind": "calls", "range": "yesterday", "fields": ["called_at"]}
    made = house.operate(token, "POST", "/export-presets", name="Nightly calls", what=what)
    assert made.status == 201, made
    preset_id = str(made.body["id"])
    body = NIGHT | {"folder": str(folder)} | schedule
    assert house.operate(token, "PUT", f"/export-presets/{preset_id}/schedule", **body).status == 200
    return preset_id


def presets(house: House, token: str) -> list[Json]:
    found: list[Json] = house.operate(token, "GET", "/exports").body["presets"]
    return found


def test_a_schedule_exports_each_night_and_catches_up_once(house: House, ana: str, cora: str, tmp_path: Path) -> None:
    calls_made(house, ana)
    folder = tmp_path / "nights"
    folder.mkdir()
    preset(house, cora, folder)
    house.sweep("scheduled-exports")
    assert list(folder.iterdir()) == []
    house.later(DAY)
    house.sweep("scheduled-exports")
    (file,) = folder.iterdir()
    with file.open(newline="") as opened:
        assert len(list(csv.reader(opened))) == 4
    house.sweep("scheduled-exports")
    assert len(list(folder.iterdir())) == 1
    # Five nights go by without an engine: the last of them is made up for, and two files are kept.
    house.later(5 * DAY)
    house.restart()
    house.sweep("scheduled-exports")
    assert len(list(folder.iterdir())) == 2
    house.later(DAY)
    house.sweep("scheduled-exports")
    assert (len(list(folder.iterdir())), file.exists()) == (2, False)
    (item,) = presets(house, cora)
    assert "0 rows in calls-nightly-calls-" in item["lastOutcome"]
    assert [row[1] for row in trail(house) if row[0] == "export.done"] == ["schedule"] * 3


def test_an_old_file_that_cannot_be_deleted_does_not_make_the_export_due_again(
    house: House, cora: str, tmp_path: Path
) -> None:
    folder = tmp_path / "nights"
    folder.mkdir()
    preset(house, cora, folder, keep=1)
    house.later(DAY)
    house.sweep("scheduled-exports")
    (file,) = folder.iterdir()
    file.unlink()
    file.mkdir()
    house.later(DAY)
    for _ in range(2):
        house.sweep("scheduled-exports")
        assert len(list(folder.iterdir())) == 2
    (item,) = presets(house, cora)
    assert (item["lastFailed"], "0 rows in calls-nightly-calls-" in item["lastOutcome"]) == (False, True)


def test_a_scheduled_export_that_fails_raises_an_alert_until_one_works(
    house: House, cora: str, sam: str, tmp_path: Path
) -> None:
    folder = tmp_path / "nights"
    folder.mkdir()
    preset(house, cora, folder)
    folder.rmdir()
    house.later(DAY)
    house.sweep("scheduled-exports")
    house.run(house.engine.alerts.look())
    (alert,) = house.operate(sam, "GET", "/alerts").body["alerts"]
    assert (alert["rule"], alert["subject"], alert["state"]) == ("export_failed", "Nightly calls", "open")
    (item,) = presets(house, cora)
    assert item["lastFailed"]
    assert "is no folder of the engine's machine; make it" in item["lastOutcome"]
    folder.mkdir()
    house.later(DAY)
    house.sweep("scheduled-exports")
    house.run(house.engine.alerts.look())
    assert house.operate(sam, "GET", "/alerts").body["alerts"][0]["state"] == "resolved"


def test_a_folder_that_cannot_take_exports_is_refused(house: House, cora: str, tmp_path: Path) -> None:
    preset_id = preset(house, cora, tmp_path)
    for folder, sentence in (
        ("exports", "is no absolute path; write one of the engine's machine"),
        (str(tmp_path / "none"), "is no folder of the engine's machine; make it"),
        (str(house.folder.root), "is where the engine keeps its own files; choose a folder outside it"),
    ):
        refused = house.operate(cora, "PUT", f"/export-presets/{preset_id}/schedule", **NIGHT, folder=folder)
        assert (refused.status, refused.body["field"]) == (400, "folder")
        assert sentence in refused.body["error"]
    wrong = NIGHT | {"zone": "Chicago", "folder": str(tmp_path)}
    assert house.operate(cora, "PUT", f"/export-presets/{preset_id}/schedule", **wrong).body["field"] == "zone"
    again = house.operate(cora, "POST", "/export-presets", name="Nightly calls", what={"kind": "audit"})
    assert (again.status, again.body["field"]) == (409, "name")
    renamed = house.operate(cora, "PUT", f"/export-presets/{preset_id}", name="Nights", what={"kind": "audit"})
    assert (renamed.body["name"], renamed.body["schedule"]["keep"]) == ("Nights", 2)
    assert house.operate(cora, "DELETE", f"/export-presets/{preset_id}/schedule").body["nextAt"] is None
    assert house.operate(cora, "DELETE", f"/export-presets/{preset_id}").status == 204
    assert presets(house, cora) == []


def test_a_night_in_which_the_clocks_change_has_one_export(house: House, cora: str, tmp_path: Path) -> None:
    """02:30 is skipped in Chicago on 8 March 2026, and 01:30 comes twice on 1 November."""
    preset(house, cora, tmp_path)
    (item,) = presets(house, cora)
    assert item["nextAt"] == "2026-09-22T07:30:00Z"
    preset_id = item["id"]
    body = NIGHT | {"folder": str(tmp_path), "at": "01:30"}
    house.operate(cora, "PUT", f"/export-presets/{preset_id}/schedule", **body)
    house.later(41 * DAY)
    house.sweep("scheduled-exports")
    first = len(list(tmp_path.glob("*.csv")))
    house.later(HOUR)
    house.sweep("scheduled-exports")
    assert len(list(tmp_path.glob("*.csv"))) == first


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_child_leaves_nothing_and_is_said_to_have_failed(house: House, ana: str, cora: str) -> None:
    calls_made(house, ana)
    started = house.operate(cora, "POST", "/exports", kind="calls").body["id"]
    os.kill(child_of(house, started), signal.SIGKILL)
    over = ended(house, cora, started)
    assert (over["state"], over["isKept"]) == ("failed", False)
    assert "was ended from outside" in over["error"]
    assert list(house.folder.exports.iterdir()) == []
    assert trail(house)[-1][0] == "export.failed"


def test_a_cancelled_export_leaves_nothing(house: House, ana: str, cora: str) -> None:
    calls_made(house, ana)
    started = house.operate(cora, "POST", "/exports", kind="calls").body["id"]
    assert house.operate(cora, "DELETE", f"/exports/{started}").status == 204
    assert list(house.folder.exports.iterdir()) == []
    over = house.operate(cora, "GET", f"/exports/{started}").body
    assert over["state"] in ("cancelled", "done")
    assert trail(house)[-1][:2] == ("export.remove", "cora")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no waitid")
def test_an_export_that_ends_just_as_it_is_cancelled_leaves_nothing(house: House, ana: str, cora: str) -> None:
    calls_made(house, ana)
    started = house.operate(cora, "POST", "/exports", kind="calls").body["id"]
    processes = house.engine._exports.exports.processes
    # The loop stands still meanwhile, so that it has not heard of the child's end when it is cancelled; the thread that
    # waits for the child may have taken its exit code by then.
    with contextlib.suppress(ChildProcessError):
        os.waitid(os.P_PID, child_of(house, started), os.WEXITED | os.WNOWAIT)
    assert len(list(house.folder.exports.iterdir())) == 1
    house.run(processes.cancel(started))
    over = house.operate(cora, "GET", f"/exports/{started}").body
    assert (over["state"], over["isKept"]) == ("cancelled", False)
    assert list(house.folder.exports.iterdir()) == []


def test_an_engine_that_died_meanwhile_says_so_at_its_next_start(house: House, cora: str) -> None:
    started = house.operate(cora, "POST", "/exports", kind="calls").body["id"]
    done = ended(house, cora, started)
    half = house.folder.exports / f"{done['file']}.part"
    half.write_text("half")
    (house.folder.exports / done["file"]).unlink()
    connection = connect(house.folder.database)
    connection.execute("UPDATE exports SET state = 'running' WHERE id = ?", (pack(started),))
    connection.close()
    house.engine._exports.exports.restore()
    over = house.operate(cora, "GET", f"/exports/{started}").body
    assert (over["state"], over["error"]) == ("failed", "The engine ended before the export did; start it again")
    assert not half.exists()


def test_an_end_that_cannot_be_written_is_shown_and_written_later(house: House, cora: str) -> None:
    disk = connect(house.folder.database)
    disk.execute(
        "CREATE TRIGGER full_disk BEFORE INSERT ON exports WHEN NEW.state = 'done'"
        " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    started = house.operate(cora, "POST", "/exports", kind="calls").body["id"]
    assert ended(house, cora, started)["state"] == "done"
    assert house.rows("SELECT state FROM exports") == [("running",)]
    disk.execute("DROP TRIGGER full_disk")
    disk.close()
    house.sweep("scheduled-exports")
    assert house.rows("SELECT state FROM exports") == [("done",)]
    assert trail(house)[-1][0] == "export.done"
