"""What is deleted or erased lawfully leaves the proof whole; what is under a legal hold stays."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.erase_command import command as erase_command
from app.cli.hold_group import command as hold_command
from app.cli.verify_command import command as verify_command
from app.engine.value import DAY, MINUTE
from tests.scenarios.harness import House
from tests.scenarios.test_evidence import sql, tamper
from tests.scenarios.test_retention import keep

WHO = ("--tenant", "Acme", "--reason", "asked for it")


def told(house: House, command: str, *words: str) -> Result:
    house.run(house.engine.journal.flush())
    runner = CliRunner()
    group = {"erase": erase_command, "hold": hold_command, "verify": verify_command}[command]
    return runner.invoke(group, [*words, "--data", str(house.folder.root)])


def erase(house: House, number: str = "2125550100") -> Result:
    return told(house, "erase", number, *WHO, "--yes")


def calls(house: House, ana: str, count: int = 3) -> str:
    """Calls to +12125550100 and on, each completed with a note."""
    campaign = house.contacts(count, campaign="Spring")
    session: str = house.dial(ana, "start", campaignId=campaign).body["session"]["id"]
    for _ in range(count):
        call = house.dial(ana, "next-contact", sessionId=session).body["callIds"][0]
        house.dial(ana, "call-status", callId=call, status="answered")
        house.dial(ana, "call-status", callId=call, status="completed", duration=5)
        house.dial(ana, "disposition", callId=call, disposition="interested", notes="call 212 555 0100 again")
        house.later(MINUTE)
    return session


def test_a_number_is_erased_everywhere_and_the_log_still_verifies(house: House, ana: str) -> None:
    calls(house, ana)
    said = erase(house)
    assert said.exit_code == 0, said.output
    assert said.output == "Erased from 1 call and 1 contact.\n"
    assert told(house, "verify").exit_code == 0
    assert house.rows("SELECT 1 FROM call_logs WHERE phone_number = '+12125550100'") == []
    assert house.rows("SELECT notes, recording_url FROM call_logs WHERE phone_number = ''") == [(None, None)]
    assert house.rows("SELECT phone, first_name, fields, state FROM contacts WHERE phone = ''") == [
        ("", "", "{}", "closed")
    ]
    (action, subject, before, after) = house.rows(
        "SELECT action, subject, before, after FROM audit_records ORDER BY number DESC LIMIT 1"
    )[0]
    assert (action, subject, before, after) == ("number.erase", "erasure 1", "null", '{"calls":1,"contacts":1}')
    assert erase(house).output == "Erased from 0 calls and 0 contacts.\n", "twice does no harm"


def test_an_engine_that_holds_the_contact_in_memory_calls_it_no_more(house: House, ana: str) -> None:
    house.contacts(2)
    session = house.dial(ana, "start").body["session"]["id"]
    house.dial(ana, "status", sessionId=session)
    assert erase(house, "+1 212 555 0101").exit_code == 0
    house.restart()
    house.dial(ana, "next-contact", sessionId=session)
    house.later(MINUTE)
    assert house.dial(ana, "next-contact", sessionId=session).body["contact"] is None
    assert told(house, "verify").exit_code == 0


@pytest.mark.parametrize("column", ["agent_id", "created_at", "status"])
def test_a_call_whose_number_was_erased_cannot_be_edited_either(house: House, ana: str, column: str) -> None:
    calls(house, ana)
    erase(house)
    other = {"agent_id": "zeroblob(16)", "created_at": "created_at + 1", "status": "'busy'"}[column]
    edit = "UPDATE call_logs SET {column} = {other} WHERE phone_number = ''"
    tamper(house.folder.root, sql(edit, column=column, other=other))
    assert "evidence.rows is broken by call" in told(house, "verify").stderr


def test_a_number_that_was_taken_out_by_hand_is_no_erasure(house: House, ana: str) -> None:
    calls(house, ana)
    house.run(house.engine.journal.flush())
    tamper(house.folder.root, "UPDATE call_logs SET phone_number = '' WHERE phone_number = '+12125550100'")
    assert "evidence.rows is broken by call" in told(house, "verify").stderr


@pytest.mark.parametrize("place", [(), ("--number", "2125550100"), ("--campaign", "Spring")])
def test_a_legal_hold_stops_an_erasure_and_the_clean_up_until_it_is_released(
    house: House, ana: str, ada: str, place: tuple[str, ...]
) -> None:
    calls(house, ana, 1)
    assert told(house, "hold", "add", *place, *WHO).exit_code == 0
    held = erase(house)
    assert held.exit_code == 1
    assert "A legal hold forbids it (asked for it); nothing was erased" in held.output
    assert keep(house, ada, "calls", 1_827).status == 200
    house.later(1_828 * DAY)
    house.sweep("clean-old")
    assert len(house.rows("SELECT 1 FROM call_logs")) == 1
    assert told(house, "hold", "release", "1", *WHO).exit_code == 0
    house.sweep("clean-old")
    assert house.rows("SELECT 1 FROM call_logs") == []
    assert told(house, "verify").exit_code == 0


def test_a_clean_up_is_a_record_and_the_log_still_verifies(house: House, ana: str, ada: str) -> None:
    calls(house, ana)
    for _ in range(61):
        house.dial(ana, "status")
    house.sweep("flush-refusals")
    assert keep(house, ada, "calls", 1_827).status == 200
    assert keep(house, ada, "refusals", 90).status == 200
    house.later(1_828 * DAY)
    house.sweep("clean-old", "sign-heads")
    assert house.rows("SELECT 1 FROM call_logs") == house.rows("SELECT 1 FROM refusals") == []
    deeds = house.rows(
        "SELECT subject, json_extract(before, '$.rows') FROM audit_records WHERE action = 'retention.delete'"
    )
    assert deeds == [("calls", 3), ("refusals", 1)]
    assert told(house, "verify").exit_code == 0


def test_an_admin_erases_over_the_wire_and_the_running_engine_forgets_the_contact(
    house: House, ana: str, ada: str
) -> None:
    session = calls(house, ana)
    body = {"phoneNumber": "(212) 555-0100", "reason": "asked for it"}
    assert house.operate(ada, "POST", "/erasures", **body).body == {"calls": 1, "contacts": 1}
    assert house.operate(ada, "POST", "/erasures", **{**body, "phoneNumber": "tea"}).body["field"] == "phoneNumber"
    assert told(house, "hold", "add", "--number", "2125550101", *WHO).exit_code == 0
    held = house.operate(ada, "POST", "/erasures", **{**body, "phoneNumber": "+12125550101"})
    assert (held.status, held.code) == (409, "conflict")
    assert b"5550100" not in house.operate(ada, "GET", "/audit").raw
    assert house.dial(ana, "next-contact", sessionId=session).status == 200
    assert told(house, "verify").exit_code == 0


def test_holds_are_listed_with_whom_and_why(house: House, tmp_path: Path) -> None:
    house.contacts(1, campaign="Spring")
    assert told(house, "hold", "list", "--tenant", "Acme").output == "Acme has no hold.\n"
    told(house, "hold", "add", "--campaign", "Spring", *WHO)
    assert "1  campaign Spring  since " in told(house, "hold", "list", "--tenant", "Acme").output
    assert told(house, "hold", "release", "7", *WHO).exit_code == 1
    assert told(house, "hold", "add", "--campaign", "Autumn", *WHO).exit_code == 2


def test_a_span_of_time_is_held_by_its_days_and_named_so(house: House) -> None:
    house.token("ada", "admin")
    days = ("--from", "2026-01-01", "--to", "2026-02-01")
    assert told(house, "hold", "add", *days, *WHO).exit_code == 0
    said = told(house, "hold", "list", "--tenant", "Acme").output
    assert "range 2026-01-01T00:00:00Z to 2026-02-01T00:00:00Z" in said
    assert told(house, "hold", "add", "--from", "2026-01-01", *WHO).exit_code == 2
    assert told(house, "hold", "add", "--from", "2026-02-01", "--to", "2026-01-01", *WHO).exit_code == 2
