"""The evidence of a real engine: erased over the wire while it runs, killed, verified, and handed out as a file."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.e2e.serving import Serving, dial, import_contacts, make_token, run_cli, started

NUMBER = re.compile(r"\+?1?212555[0-9]{4}")


def test_a_log_with_an_erasure_and_a_kill_in_it_verifies_and_its_file_proves_itself(tmp_path: Path) -> None:
    data, kept, out = tmp_path / "floor", tmp_path / "kept", tmp_path / "evidence.zip"
    ana, ada = make_token(data, "ana"), make_token(data, "ada", "admin")
    import_contacts(data, tmp_path / "people.csv", 3)
    with Serving(data) as engine, engine.client(ana) as dialer, engine.client(ada) as admin:
        session = started(dialer)
        first = dial(dialer, "next-contact", sessionId=session).json()
        dial(dialer, "call-status", callId=first["callId"], status="completed")
        phone = first["contact"]["phone"]
        erased = admin.post("/v1/erasures", json={"phoneNumber": phone, "reason": "asked for it"})
        assert (erased.status_code, erased.json()) == (201, {"calls": 1, "contacts": 1})
        assert run_cli("heads", "export", "--data", str(data), "--out", str(kept)).returncode == 0
        check = admin.post("/v1/evidence/checks").json()
        dial(dialer, "stop", sessionId=session)
        while check["state"] == "running":
            check = admin.get(f"/v1/evidence/checks/{check['id']}").json()
        assert (check["state"], check["offence"]) == ("ok", None)
        assert admin.get("/v1/evidence").json()["head"] is not None
        assert NUMBER.search(engine.said()) is None
        engine.kill()
    verified = run_cli("verify", "--data", str(data), "--heads", str(kept))
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert run_cli("export", "evidence", "--data", str(data), "--tenant", "Acme", "--out", str(out)).returncode == 0
    with zipfile.ZipFile(out) as archive:
        assert phone.removeprefix("+1").encode() not in archive.read("calls.csv")
        script = tmp_path / "verify.py"
        script.write_bytes(archive.read("verify.py"))
    done = subprocess.run([sys.executable, "-I", str(script), str(out)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
