"""Whatever the floor and people do, a restart at any moment neither loses an alert, nor raises or tells one again."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.value import HOUR, MINUTE, SECOND
from tests.scenarios.harness import House

Json = dict[str, Any]
STEPS = st.lists(
    st.sampled_from(["call", "call", "wait", "long wait", "acknowledge", "snooze", "resolve", "look", "restart"]),
    min_size=4,
    max_size=24,
)
WAITS = {"wait": 4 * MINUTE, "long wait": 3 * HOUR}
ACTS: dict[str, Json] = {
    "acknowledge": {"note": "seen"},
    "snooze": {"until": "2026-09-22T00:00:00Z"},
    "resolve": {"note": "done"},
}


class Dialogue:
    """One agent that may place two calls an hour, its supervisor, and an engine that is stopped now and then."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.ana, self.sam = house.token("ana"), house.token("sam", "supervisor")
        house.contacts(60)
        self.session = self.start()
        agent = house.operate(self.sam, "GET", "/floor").body["agents"][0]
        edit = {"expectedRevision": agent["revision"], "reason": "test", "maxCallsPerHour": 2}
        house.operate(self.sam, "PATCH", f"/agents/{agent['id']}", **edit)

    def start(self) -> str:
        return str(self.house.dial(self.ana, "start").body["session"]["id"])

    def take(self, step: str) -> None:
        if step == "call":
            self.house.later(3 * SECOND)
            if self.house.dial(self.ana, "next-contact", sessionId=self.session).code == "session_expired":
                self.session = self.start()
        elif step in WAITS:
            self.house.later(WAITS[step])
            self.house.sweep("expire-sessions")
        elif step in ACTS:
            for alert in self.standing()[:1]:
                self.house.operate(self.sam, "POST", f"/alerts/{alert['id']}/{step}", **ACTS[step])
        elif step == "restart":
            self.restart()
        self.look()

    def look(self) -> None:
        self.house.run(self.house.engine.alerts.look())

    def standing(self) -> list[Json]:
        alerts: list[Json] = self.house.operate(self.sam, "GET", "/floor").body["alerts"]
        return sorted(alerts, key=lambda alert: str(alert["id"]))

    def restart(self) -> None:
        self.house.run(self.house.engine.alerts.finish())
        before, calls = self.standing(), self.raised()
        self.house.restart()
        assert self.standing() == before
        self.look()
        self.look()
        assert self.standing() == before
        assert self.raised() == calls

    def raised(self) -> list[tuple[Any, ...]]:
        return self.house.rows("SELECT rule, subject_id, opened_at, told_at, count FROM alerts ORDER BY id")


@settings(max_examples=12)
@given(STEPS)
def test_a_restart_changes_no_alert(steps: list[str]) -> None:
    with tempfile.TemporaryDirectory() as root, House(Path(root) / "floor") as house:
        dialogue = Dialogue(house)
        for step in [*steps, "restart"]:
            dialogue.take(step)
        folded = house.rows("SELECT rule, subject_id, fold_until, count(*) FROM alerts GROUP BY 1, 2, 3")
        assert {row[3] for row in folded} <= {1}, "one a day for a rule and a subject"
