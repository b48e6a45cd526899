"""`dialfloor export` as a compliance officer and the engine meet it."""

import csv
import hashlib
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.export_command import command
from app.cli.faults import UNWRITABLE
from app.engine.calls import CallStatus
from app.engine.events import CallGivenBack, TryRefused
from app.engine.value import HOUR, SECOND
from db.packing import pack
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path / "floor")
    yield folder
    folder.close()


def export(tmp_path: Path, *words: str) -> Result:
    return CliRunner().invoke(command, [*words, "--data", str(tmp_path / "floor"), "--out", str(tmp_path / "out.csv")])


def rows(tmp_path: Path) -> list[dict[str, str]]:
    text = (tmp_path / "out.csv").read_bytes().decode("utf-8")
    assert text.count("\r\n") >= 1
    return list(csv.DictReader(text.splitlines(keepends=True)))


def test_a_call_has_its_times_its_places_and_its_names(tmp_path: Path, log: LogFolder) -> None:
    call = log.call(T0, notes="=1+1", disposition="interested", answered_at=T0 + 5 * SECOND, status=CallStatus.ANSWERED)
    log.write(CallGivenBack(call=call, at=T0 + 9 * SECOND))
    log.call(T0 + 1, phone_number="+442079460018")
    done = export(tmp_path, "calls", "--tenant", "Acme")
    sha256 = hashlib.sha256((tmp_path / "out.csv").read_bytes()).hexdigest()
    assert (done.exit_code, done.output) == (0, f"2 rows written to {tmp_path / 'out.csv'}.\nSHA-256 {sha256}\n")
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600
    first, second = rows(tmp_path)
    assert first["called_at"] == "2026-09-21T14:13:20Z"
    assert first["called_local_time"] == "2026-09-21T10:13:20-04:00"
    assert first["called_zone"] == "America/New_York"
    assert (first["country"], first["phone_number"]) == ("US", "2125550134")
    assert (first["answered"], first["given_back"], first["given_back_at"]) == ("true", "true", "2026-09-21T14:13:29Z")
    assert (first["agent"], first["notes"], first["session_id"]) == ("Ann", "'=1+1", log.session_id)
    assert (second["country"], second["phone_number"], second["called_zone"]) == ("GB", "'+442079460018", "")


def test_a_range_is_half_open_and_reads_zones(tmp_path: Path, log: LogFolder) -> None:
    for hour in range(4):
        log.call(T0 + hour * HOUR)
    span = ("--from", "2026-09-21T10:13:20-05:00", "--to", "2026-09-21T17:13:20Z")
    assert export(tmp_path, "calls", "--tenant-id", log.tenant.id, *span).exit_code == 0
    assert [row["called_at"][11:13] for row in rows(tmp_path)] == ["15", "16"]


def test_a_range_without_rows_leaves_a_header(tmp_path: Path, log: LogFolder) -> None:
    for kind in ("calls", "refusals", "audit"):
        assert export(tmp_path, kind, "--tenant", "Acme", "--from", "2031-01-01").exit_code == 0
        assert (tmp_path / "out.csv").read_text().count("\n") == 1


def test_refusals_and_the_audit_trail(tmp_path: Path, log: LogFolder) -> None:
    refused = TryRefused(
        tenant_id=log.tenant.id,
        user_id=log.user_id,
        agent_id=log.agent_id,
        session_id=log.session_id,
        code="calls_per_hour",
        limit_id="calls.hour",
        amount=100,
        used=100,
        retry_at=T0 + HOUR,
        at=T0,
    )
    _fold(log, refused)
    log.deed(T0, "limit.edit", subject="Ann", reason="-busy")
    assert export(tmp_path, "refusals", "--tenant", "Acme").exit_code == 0
    (refusal,) = rows(tmp_path)
    assert (refusal["count"], refusal["agent"], refusal["limit"]) == ("1", "Ann", "100")
    assert export(tmp_path, "audit", "--tenant", "Acme").exit_code == 0
    (record,) = rows(tmp_path)
    assert (record["number"], record["reason"], record["after"]) == ("1", "'-busy", '{"a":1}')
    assert len(record["sha256"]) == 64


def _fold(log: LogFolder, refused: TryRefused) -> None:
    from app.ids import new_id
    from db.refusal_fold import RefusalFold

    fold = RefusalFold(new_id)
    fold.add(refused)
    fold.write(log.connection, fold.take())


def test_progress_is_json_lines_and_the_last_one_says_done(tmp_path: Path, log: LogFolder) -> None:
    log.call(T0)
    done = export(tmp_path, "calls", "--tenant", "Acme", "--progress-json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines[0] == {"rows_done": 0, "rows_total": None, "state": "running"}
    written = (tmp_path / "out.csv").read_bytes()
    sealed = {"bytes": len(written), "sha256": hashlib.sha256(written).hexdigest()}
    assert lines[-1] == {"rows_done": 1, "rows_total": 1, "state": "done", **sealed}


def test_fields_choose_columns_and_their_order(tmp_path: Path, log: LogFolder) -> None:
    log.call(T0, notes="=1+1")
    assert export(tmp_path, "calls", "--tenant", "Acme", "--fields", "notes, phone_number").exit_code == 0
    assert (tmp_path / "out.csv").read_bytes() == b"notes,phone_number\r\n'=1+1,2125550134\r\n"
    assert export(tmp_path, "audit", "--tenant", "Acme", "--fields", "number").exit_code == 0
    assert (tmp_path / "out.csv").read_bytes() == b"number\r\n"


def test_a_campaign_chooses_its_calls(tmp_path: Path, log: LogFolder) -> None:
    log.call(T0)
    assert "is no campaign of this tenant" in export(tmp_path, "calls", "--tenant", "Acme", "--campaign", "X").output
    assert "leave it out for audit" in export(tmp_path, "audit", "--tenant", "Acme", "--campaign", "X").output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--tenant", "Nobody"), "There is no tenant Nobody; the folder has: Acme"),
        (("--tenant-id", "x"), "There is no tenant x"),
        ((), "Name one tenant"),
        (("--tenant", "Acme", "--from", "yesterday"), "--from yesterday is no date or time; write 2026-03-01"),
        (
            ("--tenant", "Acme", "--fields", "notes,phone"),
            "--fields: calls have no field phone; did you mean phone_number?",
        ),
        (("--tenant", "Acme", "--fields", "notes,notes"), "--fields: notes is chosen twice; take one out"),
        (("--tenant", "Acme", "--fields", "zz"), "--fields: calls have no field zz; choose from call_id, called_at"),
        (("--tenant", "Acme", "--from", "2026-02-01", "--to", "2026-01-01"), "--from is after --to"),
    ],
)
def test_a_bad_option_is_one_sentence(tmp_path: Path, log: LogFolder, words: tuple[str, ...], sentence: str) -> None:
    done = export(tmp_path, "calls", *words)
    assert done.exit_code == 2
    assert sentence in done.output
    assert not (tmp_path / "out.csv").exists()


def test_a_folder_without_data_and_a_place_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    done = export(tmp_path, "calls", "--tenant", "Acme")
    assert done.exit_code == 2
    assert "holds no Dialfloor data" in done.output
    folder = LogFolder(tmp_path / "floor")
    folder.close()
    nowhere = ["calls", "--data", str(tmp_path / "floor"), "--tenant", "Acme", "--out", str(tmp_path / "no" / "x.csv")]
    refused = CliRunner().invoke(command, nowhere)
    assert refused.exit_code == UNWRITABLE
    assert "cannot be written (No such file or directory); no file was written" in refused.output


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a program can hear")
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_cancelled_export_leaves_no_file(tmp_path: Path, log: LogFolder, sent: signal.Signals) -> None:
    log.connection.execute(
        "INSERT INTO audit_records SELECT i, ?, 1, '', '', '', '0', '0', '', x'', x'' FROM"
        " (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600000) SELECT i FROM n)",
        (pack(log.tenant.id),),
    )
    # A runner in the background of a script has its children ignore Ctrl+C.
    hears = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    code = f"{hears}import sys; from app.cli.export_command import command; command(sys.argv[1:])"
    words = ["audit", "--data", str(tmp_path / "floor"), "--tenant", "Acme", "--progress-json"]
    with subprocess.Popen(
        [sys.executable, "-c", code, *words, "--out", str(tmp_path / "out.csv")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        while json.loads(child.stdout.readline())["rows_done"] == 0:
            continue
        assert (tmp_path / "out.csv.part").exists()
        child.send_signal(sent)
        _, said = child.communicate()
    assert child.returncode == 130
    assert said == "Cancelled; no file was written\n"
    assert [path.name for path in tmp_path.iterdir()] == ["floor"]
