"""Calling hours and do-not-call lists on a real engine: its routes, and what its watch learns beside the decisions."""

import threading
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from app.clock import read_steady, read_wall
from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.question import CallMode, Purpose
from app.compliance.rule_files import read_rule_book
from app.compliance.timetable import Terms, Timetable
from app.engine.value import SECOND
from tests.e2e.serving import Serving, dial, import_contacts, make_token, run_cli, started

pytestmark = pytest.mark.slow


def test_lists_and_rules_hold_on_a_real_engine(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, olga = make_token(data, "ana"), make_token(data, "olga", "compliance")
    import_contacts(data, tmp_path / "leads.csv", 3)
    with Serving(data) as engine, engine.client(ana) as dialer, engine.client(olga) as officer:
        listed = officer.post("/v1/do-not-call", json={"phone": "2125550000", "reason": "asked by letter"})
        assert listed.json()["phone"] == "(212) ***-**00"
        session = started(dialer)
        assert dial(dialer, "next-contact", sessionId=session).json()["contact"]["phone"] == "+12125550001"
        assert officer.get("/v1/do-not-call").json()["total"] == 1
        assert officer.get("/v1/do-not-call/numbers/2125550000").json()["lists"] == ["internal"]
        assert officer.get("/v1/do-not-call/national").json()["versions"] == []
        why = {"reason": "mistyped", "consent": "never asked: a typing error"}
        gone = officer.delete("/v1/do-not-call/internal/+12125550000", params=why)
        assert (gone.status_code, gone.json()["isListed"]) == (200, False)
        _hours_hold(officer)
        stranger = dialer.get("/v1/do-not-call")
        assert stranger.status_code == 403


def _hours_hold(officer: httpx.Client) -> None:
    assert officer.get("/v1/calling-rules").json()["rules"]["mode"] == "alert-only"
    rules = {"mode": "enforce", "reason": "counsel has signed"}
    assert officer.put("/v1/calling-rules", json=rules).json()["rules"]["mode"] == "enforce"
    terms = Terms(purpose=Purpose.TELEMARKETING, mode=CallMode.POWER, guard_s=60)
    hours = Timetable(Lawyer(read_rule_book(), read_area_codes())).hours("212", terms, read_wall())
    page = officer.get("/v1/contacts/blocked").json()
    assert (page["blocked"] == 0) == hours.is_open
    assert page["due"] == 2


def test_a_file_of_numbers_reaches_a_running_engine_within_seconds(tmp_path: Path) -> None:
    data, file = tmp_path / "floor", tmp_path / "asked.csv"
    olga = make_token(data, "olga", "compliance")
    file.write_text("Phone\n2125550134\n", encoding="utf-8")
    with Serving(data) as engine, engine.client(olga) as officer:
        done = run_cli("dnc", "import", str(file), "--kind", "litigators", "--data", str(data), "--tenant", "Acme")
        assert done.returncode == 0, done.stderr
        assert soon(lambda: officer.get("/v1/do-not-call/numbers/2125550134").json()["lists"] == ["litigator"])


def soon(holds: Callable[[], bool]) -> bool:
    """Whether something comes true within ten seconds."""
    until, gate = read_steady() + 10 * SECOND, threading.Event()
    while not holds() and read_steady() < until:
        gate.wait(0.1)
    return holds()
