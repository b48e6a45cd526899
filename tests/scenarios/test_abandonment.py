"""Abandoned calls through the wire: what is counted, what shrinks a batch and says so, and that nothing resets it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.engine.value import DAY
from db.open import connect
from tests.scenarios.harness import House
from tests.scenarios.test_calling_hours import TUESDAY, at, instant, load
from tests.scenarios.test_evidence import tamper, verify

Json = dict[str, Any]


class Campaign:
    """A campaign of a tenant that enforces the rules, and one predictive dialer on it with patience and no gap."""

    def __init__(self, house: House, mode: str = "enforce", contacts: int = 60) -> None:
        self.house = house
        self.officer, self.admin = house.token("olga", "compliance"), house.token("ada", "admin")
        self.dialer = house.token("ana")
        made = house.operate(self.officer, "PUT", "/calling-rules", mode=mode, reason="counsel has signed")
        assert made.status == 200
        found = load(house, [f"+1212555{number:04}" for number in range(contacts)], "Spring")
        assert found is not None
        self.id = found
        self.session = self.start(self.id)

    def start(self, campaign: str) -> str:
        answer = self.house.dial(self.dialer, "start", campaignId=campaign, mode="predictive")
        session: str = answer.body["session"]["id"]
        agent = answer.body["agent"]["id"]
        row = self.house.operate(self.admin, "GET", f"/agents/{agent}").body["agent"]
        self.house.operate(
            self.admin, "PATCH", f"/agents/{agent}", expectedRevision=row["revision"], autoDialDelay=0,
            maxCallsPerHour=100_000, reason="a test of something else",
        )  # fmt: skip
        return session

    def ask(self, lines: int = 3) -> Json:
        answer = self.house.dial(self.dialer, "next-contact", sessionId=self.session, lines=lines)
        assert answer.status == 200, answer.body
        return answer.body

    def tell(self, call: str, status: str, **told: object) -> None:
        answer = self.house.dial(self.dialer, "call-status", callId=call, status=status, **told)
        assert answer.status == 200, answer.body

    def talked(self, live: int, abandoned: int = 0) -> None:
        """Answers of an earlier hour, as the log has them: a hundred calls of a test would tell nothing more."""
        self.house.run(self.house.engine.stop())
        day = instant(f"{TUESDAY}T00:00:00") // DAY
        connection = connect(self.house.folder.database)
        connection.execute(
            "INSERT INTO abandonment_days SELECT tenant_id, id, ?, ?, ?, 0 FROM campaigns WHERE name = 'Spring'"
            " ON CONFLICT DO UPDATE SET live = live + excluded.live, abandoned = abandoned + excluded.abandoned",
            (day, live, abandoned),
        )
        connection.close()
        self.house.engine = self.house.open()

    def figures(self) -> Json:
        page = self.house.operate(self.officer, "GET", "/abandonment").body
        found: Json = next(one for one in page["campaigns"] if one["id"] == self.id)
        return found


@pytest.fixture
def spring(tmp_path: Path) -> Iterator[Campaign]:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        yield Campaign(house)


def test_a_campaign_starts_one_to_one_and_its_batch_says_why(spring: Campaign) -> None:
    first = spring.ask()
    assert len(first["callIds"]) == 1
    held = first["linesHeld"]
    assert (held["asked"], held["given"], held["code"]) == (3, 1, "abandonment_headroom")
    second = spring.ask()
    assert second["contact"] is None
    assert second["message"] == second["reason"] == second["linesHeld"]["sentence"]
    assert second["queueSize"] == 59, "contacts are there, and nobody says there are none"
    spring.tell(first["callId"], "no_answer")
    assert len(spring.ask()["callIds"]) == 1
    detail = spring.house.operate(spring.officer, "GET", f"/abandonment/{spring.id}").body
    assert [(one["code"], one["given"], one["times"]) for one in detail["held"]] == [("abandonment_headroom", 1, 3)]
    spring.house.restart()
    assert spring.house.operate(spring.officer, "GET", f"/abandonment/{spring.id}").body["held"] == detail["held"]


def test_rules_that_only_alert_hand_everything_out_and_count_what_they_would_hold(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        spring = Campaign(house, mode="alert-only")
        whole = spring.ask()
        assert (len(whole["callIds"]), whole["linesHeld"]) == (3, None)
        page = house.operate(spring.officer, "GET", "/calling-rules").body
        assert page["wouldRefuse"] == {"abandonment_headroom": 1}


def test_a_batch_shrinks_at_each_mark_and_a_restart_keeps_every_figure(spring: Campaign) -> None:
    spring.talked(live=996)
    whole = spring.ask()
    assert (len(whole["callIds"]), whole["linesHeld"]) == (3, None)
    for call in whole["callIds"]:
        spring.tell(call, "answered")
        spring.tell(call, "completed")
    assert spring.figures()["stage"] == "normal"
    for abandoned, stage, given in ((19, "alarm", 3), (5, "one_line", 1), (4, "no_overdialing", 1)):
        spring.talked(live=0, abandoned=abandoned)
        # The drop that passes the mark is one that its dialer reports.
        found = spring.ask(1)
        spring.tell(found["callId"], "answered")
        spring.tell(found["callId"], "abandoned")
        assert spring.figures()["stage"] == stage
        batch = spring.ask()
        assert len(batch["callIds"]) == given
        if stage == "no_overdialing":
            assert spring.ask()["linesHeld"]["code"] == "abandonment_no_overdialing"
        for call in batch["callIds"]:
            spring.tell(call, "no_answer")
    before = spring.figures()
    assert (before["period"]["live"], before["period"]["abandoned"], before["dropsLeft"]) == (1_002, 31, 0)
    spring.house.restart()
    assert spring.figures() == before
    strip = spring.house.operate(spring.officer, "GET", "/floor").body["strip"]
    assert strip["abandonmentWorst"]["campaign"] == "Spring"
    assert strip["abandonmentWorst"]["stage"] == "no_overdialing"
    assert strip["abandonment30D"] == {"live": 1_002, "abandoned": 31}


def test_two_seconds_run_from_the_greeting_where_the_dialer_tells_of_it(spring: Campaign) -> None:
    call = spring.ask()["callId"]
    at_noon = datetime(2026, 12, 1, 12, tzinfo=UTC)
    told = {"answeredAt": at_noon.isoformat()}
    spring.tell(call, "answered", answeredBy="person", **told)
    assert (spring.figures()["today"], spring.figures()["measuredFrom"]) == ({"live": 1, "abandoned": 0}, "answer")
    late = {"agentConnectedAt": "2026-12-01T12:00:03.500001Z"}
    spring.tell(call, "answered", **late)
    assert spring.figures()["today"]["abandoned"] == 1, "three and a half seconds after the answer"
    spring.house.restart()
    spring.tell(call, "completed", greetingEndedAt="2026-12-01T12:00:01.500001Z")
    found = spring.figures()
    assert (found["today"], found["measuredFrom"]) == ({"live": 1, "abandoned": 0}, "greeting"), "exactly two seconds"
    spring.tell(call, "completed", answeredBy="machine")
    assert spring.figures()["today"] == {"live": 0, "abandoned": 0}, "a machine is in neither"
    bad = spring.house.dial(spring.dialer, "call-status", callId=spring.ask()["callId"], status="answered", **late)
    assert (bad.status, bad.body["field"]) == (400, "agentConnectedAt")


def test_a_rename_and_a_split_keep_the_count(spring: Campaign) -> None:
    spring.talked(live=1_000, abandoned=29)
    made = spring.house.operate(
        spring.admin, "POST", f"/campaigns/{spring.id}/split", name="Spring B", reason="two scripts"
    )
    assert made.status == 201
    other = next(one for one in made.body["campaigns"] if one["name"] == "Spring B")
    assert other["splitFrom"] == "Spring"
    assert spring.house.operate(spring.admin, "PATCH", f"/campaigns/{spring.id}", name="April").status == 200
    load(spring.house, ["+12125559901", "+12125559902"], "Spring B")
    spring.house.restart()
    spring.house.dial(spring.dialer, "stop", sessionId=spring.session)
    spring.session = spring.start(other["id"])
    batch = spring.ask()
    assert (len(batch["callIds"]), batch["linesHeld"]["code"]) == (1, "abandonment_no_overdialing")
    assert "campaign April" in batch["linesHeld"]["sentence"]
    spring.tell(batch["callId"], "abandoned")
    found = spring.figures()
    assert (found["campaign"], found["period"]["live"], found["period"]["abandoned"]) == ("April", 1_001, 30)
    assert [(one["name"], one["splitFrom"]) for one in found["members"]] == [("April", None), ("Spring B", spring.id)]
    split = spring.house.operate(spring.officer, "GET", f"/abandonment/{other['id']}").body
    assert split["campaign"]["id"] == spring.id
    again = spring.house.operate(
        spring.admin, "POST", f"/campaigns/{other['id']}/split", name="april", reason="once more"
    )
    assert again.status == 201
    assert spring.house.operate(spring.admin, "POST", f"/campaigns/{other['id']}/split", name="april", reason="x y z")
    assert len(spring.figures()["members"]) == 3


def test_days_are_the_tenants_and_periods_begin_with_the_campaign(spring: Campaign) -> None:
    spring.talked(live=100, abandoned=4)
    first = spring.figures()
    assert (first["startedOn"], first["period"]["firstDay"], first["period"]["lastDay"]) == (
        "2026-12-01",
        "2026-12-01",
        "2026-12-30",
    )
    spring.house.later(30 * DAY)
    later = spring.figures()
    assert (later["period"]["firstDay"], later["period"]["live"]) == ("2026-12-31", 0)
    assert (later["rolling"]["firstDay"], later["rolling"]["live"], later["stage"]) == ("2026-12-02", 0, "normal")
    assert [(one["firstDay"], one["live"], one["abandoned"]) for one in later["past"]] == [("2026-12-01", 100, 4)]


def test_an_export_names_the_periods_of_the_page_for_a_split_campaign_too(tmp_path: Path) -> None:
    """New York's clocks go forward within the period; the child was split off when the period was twenty days old."""
    with at(tmp_path, "2026-02-20T02:00:00") as house:
        house.token("ana")
        connection = connect(house.folder.database)
        connection.execute("UPDATE tenants SET time_zone = 'America/New_York'")
        connection.commit()
        connection.close()
        house.restart()
        spring = Campaign(house, contacts=1)
        house.later(20 * DAY)
        made = house.operate(spring.admin, "POST", f"/campaigns/{spring.id}/split", name="Child", reason="two scripts")
        child = next(one["id"] for one in made.body["campaigns"] if one["name"] == "Child")
        house.later(12 * DAY)
        page = spring.figures()
        assert (page["startedOn"], page["period"]["firstDay"]) == ("2026-02-19", "2026-03-21"), "by New York's days"
        for campaign in (spring.id, child):
            for name, span in (
                ("this-period", ("2026-03-21T04:00:00Z", "2026-04-20T04:00:00Z")),
                ("last-period", ("2026-02-19T05:00:00Z", "2026-03-21T04:00:00Z")),
            ):
                wanted = {"kind": "calls", "range": name, "campaignId": campaign}
                seen = house.operate(spring.officer, "POST", "/exports/preview", **wanted).body
                assert (seen["from"], seen["to"]) == span


def test_a_session_over_all_campaigns_is_held_by_the_strictest_of_its_batch(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        spring = Campaign(house, contacts=4)
        spring.talked(live=1_000, abandoned=1)
        load(house, [f"+1212555{number:04}" for number in range(9_900, 9_903)])
        house.dial(spring.dialer, "stop", sessionId=spring.session)
        spring.session = house.dial(spring.dialer, "start", mode="predictive").body["session"]["id"]
        whole = spring.ask()
        assert (len(whole["callIds"]), whole["linesHeld"]) == (3, None), "the campaign has room"
        for call in whole["callIds"]:
            spring.tell(call, "no_answer")
        mixed = spring.ask(10)
        assert (mixed["linesHeld"]["given"], mixed["linesHeld"]["code"]) == (1, "abandonment_headroom")
        assert "calls without a campaign" in mixed["linesHeld"]["sentence"]
        tenant = house.operate(spring.admin, "GET", "/me").body["tenantId"]
        held = house.operate(spring.officer, "GET", f"/abandonment/{tenant}").body
        assert (held["campaign"]["campaign"], held["held"][0]["asked"]) == (None, mixed["linesHeld"]["asked"])


def test_a_count_that_was_written_away_is_found(spring: Campaign) -> None:
    whole = spring.ask()
    spring.tell(whole["callId"], "answered")
    spring.tell(whole["callId"], "abandoned")
    root = spring.house.folder.root
    assert verify(root).exit_code == 0
    tamper(root, "UPDATE abandonment_days SET abandoned = 0")
    found = verify(root)
    assert found.exit_code == 1
    assert "abandonment is broken by 2026-12-01 of campaign" in found.stderr
    assert "0 abandoned of 1 live answers, its calls say 1 of 1" in found.stderr
