"""`/v1/audit` and `/v1/evidence`: the trail filtered, the chain's state, a head to keep, and a check in a process."""

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from app.cli.heads_group import command as heads_command
from app.engine.value import DAY, MINUTE
from db.heads import read_head
from tests.scenarios.harness import House
from tests.scenarios.test_evidence import LATER, tamper

WHY: dict[str, object] = {"reason": "because of the test"}


@pytest.fixture
def olga(house: House) -> str:
    return house.token("olga", "compliance")


def check(house: House, token: str) -> dict[str, Any]:
    """Start a check and wait for its end."""
    started = house.operate(token, "POST", "/evidence/checks")
    assert started.status == 201, started.raw

    async def followed() -> None:
        one = house.engine._checks._checks[started.body["id"]]
        while one.state == "running":
            assert one.child._follower is not None
            await asyncio.wait([one.child._follower])

    house.run(followed())
    return house.operate(token, "GET", f"/evidence/checks/{started.body['id']}").body


def test_the_trail_is_narrowed_by_who_what_and_when(house: House, olga: str) -> None:
    ada, ben = house.token("ada", "admin"), house.token("ben", "admin")
    house.operate(ada, "POST", "/campaigns", name="Spring")
    house.later(MINUTE)
    house.operate(ben, "POST", "/campaigns", name="Autumn")
    house.operate(ben, "PUT", "/dispositions/maybe", reached=True, **WHY)

    def deeds(query: str) -> list[tuple[str, str]]:
        page = house.operate(olga, "GET", f"/audit?{query}").body
        return [(record["user"], record["action"]) for record in page["records"]]

    assert deeds("user=ben") == [("ben", "disposition.set"), ("ben", "campaign.add")]
    assert deeds("kind=campaign") == [("ben", "campaign.add"), ("ada", "campaign.add")]
    assert deeds("kind=campaign&user=ada") == [("ada", "campaign.add")]
    assert deeds("kind=camp") == deeds("user=nobody") == []
    first = house.operate(olga, "GET", "/audit?kind=campaign&limit=1").body
    assert deeds(f"kind=campaign&cursor={first['cursor']}") == [("ada", "campaign.add")]
    choices = house.operate(olga, "GET", "/audit-choices").body
    assert {"ada", "ben", "test"} <= set(choices["users"])
    assert {"campaign", "disposition", "token"} <= set(choices["kinds"])


def test_the_chains_state_its_head_and_the_roots_of_its_days(house: House, olga: str) -> None:
    before = house.operate(olga, "GET", "/evidence").body
    assert (before["head"], before["days"], before["check"], before["mayCheck"]) == (None, [], None, True)
    assert before["records"] == house.rows("SELECT max(number) FROM chain_records")[0][0]
    house.later(DAY)
    house.sweep("sign-heads")
    state = house.operate(olga, "GET", "/evidence").body
    number, digest = house.rows("SELECT number, lower(hex(hash)) FROM chain_records ORDER BY number DESC LIMIT 1")[0]
    assert (state["records"], state["lastHash"]) == (number, digest)
    assert 0 < state["head"]["number"] <= number
    assert state["days"][0]["first"] <= state["days"][0]["last"]
    assert len(state["days"][0]["root"]) == len(state["key"]) == 64


def test_a_head_that_is_saved_elsewhere_finds_a_chain_that_was_written_anew(
    house: House, olga: str, tmp_path: Path
) -> None:
    saved = house.operate(olga, "POST", "/evidence/head").body
    elsewhere = tmp_path / saved["name"]
    elsewhere.write_text(saved["content"], encoding="utf-8")
    assert read_head(elsewhere).statement["number"] == int(saved["name"][5:17])
    deed = house.operate(olga, "GET", "/audit").body["records"][0]
    assert (deed["user"], deed["action"], deed["subject"]) == ("olga", "evidence.head", saved["name"])
    done = CliRunner().invoke(heads_command, ["export", "--data", str(house.folder.root), "--out", str(tmp_path / "x")])
    assert done.exit_code == 0


def test_a_check_runs_beside_the_floor_and_says_what_it_went_through(house: House, olga: str) -> None:
    house.contacts(2)
    ana = house.token("ana")
    session = house.dial(ana, "start").body["session"]["id"]
    assert house.dial(ana, "next-contact", sessionId=session).status == 200
    done = check(house, olga)
    assert (done["state"], done["by"], done["offence"], done["error"]) == ("ok", "olga", None, None)
    assert done["done"] == done["total"] > 0
    rules = [rule for part in done["checks"] for rule in part["rules"]]
    assert {"evidence.chain", "evidence.rows", "audit.chain", "calls.hour", "calling.rules"} <= set(rules)
    assert house.operate(olga, "GET", "/evidence").body["check"]["id"] == done["id"]


def test_a_check_names_the_first_record_that_is_not_what_was_written(house: House, olga: str) -> None:
    tamper(house.folder.root, LATER)
    done = check(house, olga)
    assert done["state"] == "broken"
    assert done["offence"]["rule"] == "evidence.chain"
    assert done["offence"]["record"].startswith("chain record ")
    assert done["checks"][0]["broken"] == done["offence"]


def test_one_check_runs_at_a_time_and_may_be_cancelled(house: House, olga: str) -> None:
    started = house.operate(olga, "POST", "/evidence/checks").body
    assert started["state"] == "running"
    assert house.operate(olga, "POST", "/evidence/checks").code == "conflict"
    assert house.operate(olga, "DELETE", f"/evidence/checks/{started['id']}").status == 204
    state = house.operate(olga, "GET", f"/evidence/checks/{started['id']}").body
    assert (state["state"], state["offence"]) == ("cancelled", None)


def test_an_officer_of_one_of_several_tenants_may_not_check_what_names_the_others(house: House, olga: str) -> None:
    house.token("eve", "admin", "Beta")
    assert house.operate(olga, "POST", "/evidence/checks").code == "forbidden"
    state = house.operate(olga, "GET", "/evidence").body
    assert (state["mayCheck"], state["copiedTo"], state["check"]) == (False, None, None)


def test_the_lines_of_a_check_can_be_read(house: House) -> None:
    from app.cli.verify_command import command
    from app.jobs.check_process import CheckNews

    told = CliRunner().invoke(command, ["--data", str(house.folder.root), "--progress-json"])
    assert told.exit_code == 0
    news = [msgspec.json.decode(line, type=CheckNews) for line in told.stdout.splitlines()]
    assert news[-1].ended
    assert [one.done for one in news] == sorted(one.done for one in news)
