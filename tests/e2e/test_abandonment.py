"""Abandoned calls on a real engine that is killed: no figure is lost, and a split campaign keeps the count."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.e2e.serving import Serving, dial, import_contacts, make_token, started

pytestmark = pytest.mark.slow


def test_figures_outlive_a_killed_engine_and_a_split(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, ada = make_token(data, "ana"), make_token(data, "ada", "admin")
    import_contacts(data, tmp_path / "leads.csv", 6, "--campaign", "Spring")
    engine = Serving(data)
    with engine, engine.client(ana) as dialer, engine.client(ada) as admin:
        spring = admin.get("/v1/campaigns").json()["campaigns"][0]["id"]
        _batch(dialer, spring)
        before = _only(admin)
        assert (before["period"]["live"], before["period"]["abandoned"]) == (2, 1)
        assert (before["stage"], before["measuredFrom"], before["dropsLeft"]) == ("no_overdialing", "both", 0)
        engine.kill()
    with Serving(data) as again, again.client(ana) as dialer, again.client(ada) as admin:
        assert _only(admin) == before
        named = {"name": "Spring B", "reason": "another script"}
        assert admin.post(f"/v1/campaigns/{spring}/split", json=named).status_code == 201
        taken = admin.post(f"/v1/campaigns/{spring}/split", json=named)
        assert (taken.status_code, taken.json()["field"]) == (409, "name")
        assert [one["name"] for one in _only(admin)["members"]] == ["Spring", "Spring B"]
        detail = admin.get(f"/v1/abandonment/{spring}").json()
        assert (len(detail["days"]), detail["days"][-1]["live"], detail["held"]) == (30, 2, [])
        assert admin.get("/v1/calling-rules").json()["wouldRefuse"] == {}, "what was counted is of the hour of a run"
        assert dialer.get("/v1/abandonment").status_code == 403


def _batch(dialer: httpx.Client, campaign: str) -> None:
    """Three lines: one that an agent takes in time, one that is dropped, one that a machine answers."""
    session = started(dialer, campaignId=campaign, mode="predictive")
    calls = dial(dialer, "next-contact", sessionId=session, lines=3).json()["callIds"]
    assert len(calls) == 3, "rules that only alert hold nothing back"
    told = {"greetingEndedAt": "2026-12-01T12:00:01Z", "agentConnectedAt": "2026-12-01T12:00:03Z"}
    dial(dialer, "call-status", callId=calls[0], status="answered", answeredBy="person", **told)
    dial(dialer, "call-status", callId=calls[1], status="abandoned")
    dial(dialer, "call-status", callId=calls[2], status="answered", answeredBy="machine")


def _only(reader: httpx.Client) -> dict[str, Any]:
    (found,) = reader.get("/v1/abandonment").json()["campaigns"]
    return {**found, "inFlight": 0}
