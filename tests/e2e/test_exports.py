"""Exports of a real engine, over its own gateway: killed in the middle, made up for, and verified after a restart."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.client.gateway import Gateway
from app.wire.exports import ExportState, SaveExportPreset, StartExport
from db.open import connect
from tests.e2e.serving import Serving, make_token

RECORDS = 120_000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder whose audit trail takes some seconds to export."""
    folder = tmp_path / "floor"
    make_token(folder, "cora", "compliance")
    _fill(folder, RECORDS)
    return folder


def _fill(folder: Path, records: int) -> None:
    connection = connect(folder / "dialfloor.db")
    tenant = connection.execute("SELECT id FROM tenants").fetchone()[0]
    connection.execute(
        "INSERT INTO audit_records SELECT i + 1000, ?, 1, '', '', '', '0', '0', '', x'', x'' FROM"
        " (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n)",
        (tenant, records),
    )
    connection.close()


def _until_ended(gateway: Gateway, export_id: str) -> ExportState:
    while True:
        state = gateway.exports.state(export_id)
        if state.state != "running":
            return state


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="children are found under /proc")
def test_a_killed_export_leaves_nothing_and_the_next_one_is_whole(data: Path) -> None:
    token = make_token(data, "cora", "compliance")
    with Serving(data) as engine, closing(Gateway(engine.url, token)) as gateway:
        started = gateway.exports.start(StartExport(kind="audit"))
        while not gateway.exports.state(started.id).rows_done:
            continue
        assert [path.suffix for path in (data / "exports").iterdir()] == [".part"]
        for child in _children(engine.process.pid):
            os.kill(child, signal.SIGKILL)
        over = _until_ended(gateway, started.id)
        assert (over.state, over.is_kept) == ("failed", False)
        assert list((data / "exports").iterdir()) == []
        again = gateway.exports.start(StartExport(kind="audit", fields=["number"]))
        whole = _until_ended(gateway, again.id)
        assert (whole.state, whole.rows_done > RECORDS) == ("done", True), whole
        name = SaveExportPreset(name="Trail", what=StartExport(kind="audit", range="yesterday"))
        assert gateway.exports.save_preset(None, name).name == "Trail"
    with Serving(data) as engine, closing(Gateway(engine.url, token)) as gateway:
        page = gateway.exports.page()
        assert [run.state for run in page.exports] == ["done", "failed"]
        assert [preset.name for preset in page.presets] == ["Trail"]
        assert gateway.exports.verify(again.id).is_whole
        target = data / "saved.csv"
        gateway.exports.save(again.id, target)
        assert target.stat().st_size == whole.bytes


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_leaves_no_file_and_says_why(tmp_path: Path) -> None:
    make_token(tmp_path / "floor", "cora", "compliance")
    _fill(tmp_path / "floor", 4_000)
    code = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "sys.argv = ['dialfloor', *sys.argv[1:]]; runpy.run_module('app', run_name='__main__')"
    )
    words = ["export", "audit", "--data", str(tmp_path / "floor"), "--tenant", "Acme", "--out", str(tmp_path / "o.csv")]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 6, done.stderr
    assert "cannot be written (File too large); no file was written" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["floor"]
