"""An engine of today on a folder of long ago: its tokens open it, its limits hold, its contacts are called."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.e2e.serving import Serving, dial, started
from tests.unit.db.test_upgrade_of_releases import unpacked


def set_gap(admin: httpx.Client, amount: int) -> None:
    """Edit the tenant's gap, whatever revision it is at."""
    tenant = admin.get("/v1/me").json()["tenantId"]
    path, edit = f"/v1/limits/tenant/{tenant}/calls.gap", {"reason": "again", "amount": amount, "expectedRevision": 0}
    answer = admin.put(path, json=edit)
    if answer.status_code == 409:
        edit["expectedRevision"] = answer.json()["current"]["revision"]
        answer = admin.put(path, json=edit)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("version", ["0001", "0008"])
def test_tokens_limits_and_contacts_of_an_old_folder_go_on(version: str, tmp_path: Path) -> None:
    folder, notes = unpacked(version, tmp_path / "floor")
    with Serving(folder.root) as engine, engine.client(notes["dialer"]) as ana, engine.client(notes["admin"]) as ada:
        set_gap(ada, 0)
        session = started(ana)
        handed: dict[str, Any] = dial(ana, "next-contact", sessionId=session).json()
        assert handed["contact"]["phone"].startswith("+1212555"), handed
        ended = dial(ana, "call-status", callId=handed["callId"], status="no_answer")
        assert ended.status_code == 200
        set_gap(ada, 3_600)
        refused = dial(ana, "next-contact", sessionId=session)
        assert (refused.status_code, refused.json()["code"]) == (429, "call_gap")
        calls = ada.get("/v1/calls?limit=100").json()["calls"]
        assert len(calls) >= 9, "those of then and the one of now"
        assert ada.get("/v1/audit").json()["records"]
        assert engine.stop() == 0


def test_a_folder_of_when_changes_of_rules_had_no_order_has_one_and_takes_the_next(tmp_path: Path) -> None:
    folder, notes = unpacked("0012", tmp_path / "floor")
    with Serving(folder.root) as engine, engine.client(notes["admin"]) as ada:
        changed = ada.put("/v1/emergencies/US-LA", json={"isOn": True, "reason": "a hurricane comes"})
        assert changed.status_code == 200, changed.text
        told = ada.get("/v1/rule-changes")
        assert told.json().get("total") == 2, told.text
        # An hour's gap was set then, and the last call was handed out within it, or it is long over.
        with engine.client(notes["dialer"]) as ana:
            handed = dial(ana, "next-contact", sessionId=started(ana))
        assert handed.status_code in (200, 429), handed.text
