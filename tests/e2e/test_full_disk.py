"""A disk without room: 503 and a sentence, nothing promised is lost, nothing is charged, and then it goes on."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.e2e.serving import Serving, dial, import_contacts, make_token, run_cli, started
from tests.scenarios.rate_limit_helpers import get_call_count, get_rate_limit_count

SIZE_KIB = 4_096


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four mebibytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", f"size={SIZE_KIB}k", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs CAP_SYS_ADMIN")
    try:
        yield place
    finally:
        subprocess.run([shutil.which("umount") or "umount", str(place)], check=True)


def fill(place: Path) -> Path:
    """Take all the room that is left."""
    ballast = place / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4_096))
        except OSError:
            os.sync()
    return ballast


def raise_limits(client: httpx.Client) -> None:
    tenant = client.get("/v1/me").json()["tenantId"]
    for limit in ("api.minute", "api.hour"):
        edit = {"expectedRevision": 0, "reason": "load", "amount": 100_000}
        assert client.put(f"/v1/limits/tenant/{tenant}/{limit}", json=edit).status_code == 200


def test_a_full_disk_is_503_charges_nothing_and_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    data = small_disk / "floor"
    ana, ada = make_token(data, "ana"), make_token(data, "ada", "admin")
    import_contacts(data, tmp_path / "leads.csv", 20)
    with Serving(data) as engine, engine.client(ana) as client, engine.client(ada) as admin:
        raise_limits(admin)
        session = started(client)
        admitted = 1
        ballast = fill(small_disk)
        answer = dial(client, "status")
        while answer.status_code == 200:
            admitted += 1
            answer = dial(client, "status")
        for refused in (answer, dial(client, "next-contact", sessionId=session), dial(client, "start")):
            assert refused.status_code == 503
            assert refused.json()["code"] == "unavailable"
            assert (
                refused.json()["error"] == "No call may be placed now: The disk is full; free some space and try again"
            )
            assert int(refused.headers["Retry-After"]) >= 1
        edit = {"expectedRevision": 0, "reason": "load", "amount": 3}
        tenant = admin.get("/v1/me").json()["tenantId"]
        path = f"/v1/limits/tenant/{tenant}/sessions.active"
        assert admin.put(path, json=edit).status_code == 503
        ballast.unlink()
        assert admin.put(path, json=edit).status_code == 200, "what failed has left nothing behind: revision 0 still"
        handed = dial(client, "next-contact", sessionId=session)
        assert handed.status_code == 200, "no gap: the call that could not be logged was not placed"
        limits = {use["limitId"]: use for use in dial(client, "status", sessionId=session).json()["limits"]}
        admitted += 2
        assert (limits["calls.hour"]["used"], limits["api.hour"]["used"]) == (1, admitted)
        assert limits["sessions.active"]["used"] == 1
        assert handed.json()["contact"]["phone"] == "+12125550000", "its contact went back to the head of the queue"
    assert (get_call_count(data, session), get_rate_limit_count(data, "ana")) == (1, admitted)
    with Serving(data) as engine, engine.client(ana) as client:
        limits = {use["limitId"]: use for use in dial(client, "status").json()["limits"]}
        assert limits["api.hour"]["used"] == admitted + 1


def test_a_disk_that_is_full_from_the_start_ends_with_a_sentence_and_not_with_half_a_database(small_disk: Path) -> None:
    ballast = fill(small_disk)
    ballast.write_bytes(bytes((SIZE_KIB - 100) * 1_024))
    data = small_disk / "floor"
    done = run_cli("serve", "--data", str(data), "--port", "0")
    assert done.returncode == 6, done.stderr
    assert "Traceback" not in done.stderr
    assert "disk is full" in done.stderr
    ballast.unlink()
    with Serving(data) as engine, engine.client(make_token(data, "ana")) as client:
        assert dial(client, "start").status_code == 200
