"""A log that cannot be written: 503, and memory is put back to exactly what the disk says."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.engine.value import DAY, HOUR, MINUTE, SECOND
from tests.scenarios.harness import Answer, House, dialer_ask


@contextmanager
def broken_disk(house: House) -> Iterator[None]:
    """Every request fails to be logged, inside SQLite."""
    disk = sqlite3.connect(house.folder.database, isolation_level=None)
    disk.execute("CREATE TRIGGER broken BEFORE INSERT ON api_rate_limits BEGIN SELECT RAISE(ABORT, 'no room'); END")
    try:
        yield
    finally:
        disk.execute("DROP TRIGGER broken")
        disk.close()


def assert_unavailable(answer: Answer) -> None:
    assert (answer.status, answer.code, answer.body["rateLimitExceeded"]) == (503, "unavailable", False)
    assert int(answer.headers["retry-after"]) >= 1


def limits(house: House, token: str) -> list[dict[str, object]]:
    """Every figure of a dialer; asking is a request itself, at an instant of its own."""
    house.later(1)
    return list(house.dial(token, "status").body["limits"])


def test_nothing_is_charged_started_or_handed_out(house: House, ana: str, sam: str) -> None:
    house.contacts(9)
    started = house.dial(ana, "start").body
    session = started["session"]["id"]
    with broken_disk(house):
        for ask in (
            dialer_ask(ana, "start", "key"),
            dialer_ask(ana, "next-contact", "other", sessionId=session, mode="predictive"),
            dialer_ask(ana, "pause", sessionId=session),
            dialer_ask(ana, "status"),
        ):
            assert_unavailable(house.send(ask))
        answers = house.together([dialer_ask(ana, "next-contact", sessionId=session)] * 5)
        assert {answer.status for answer in answers} <= {429, 503}
    assert house.operate(sam, "GET", "/floor").body["strip"]["sessionsActive"] == 1
    house.restart()
    assert house.operate(sam, "GET", "/floor").body["strip"]["callsHour"] == 0
    assert house.rows("SELECT count(*) FROM api_rate_limits") == [(1,)]
    handed = house.dial(ana, "next-contact", "other", sessionId=session, mode="predictive").body
    phones = [row["phone"] for row in (handed["contact"], *handed["nextContacts"])]
    assert phones == ["+12125550100", "+12125550101", "+12125550102"]
    assert handed["queueSize"] == 6


@pytest.mark.parametrize("restart", [False, True])
def test_figures_are_those_of_an_engine_that_was_never_asked(house: House, ana: str, restart: bool) -> None:
    house.contacts(9)
    session = house.dial(ana, "start").body["session"]["id"]
    call = house.dial(ana, "next-contact", sessionId=session).body
    before = limits(house, ana)
    with broken_disk(house):
        asks = [
            dialer_ask(ana, "call-status", callId=call["callId"], status="not_placed"),
            dialer_ask(ana, "call-status", callId=call["callId"], status="answered"),
            dialer_ask(ana, "disposition", sessionId=session, contactId=call["contact"]["id"], disposition="converted"),
            dialer_ask(ana, "stop", sessionId=session),
            dialer_ask(ana, "start"),
        ]
        for ask in asks:
            assert_unavailable(house.send(ask))
        for answer in house.together(asks):
            assert answer.status in (409, 503)
    if restart:
        house.restart()
    after = limits(house, ana)
    for use in (*before, *after):
        if str(use["limitId"]).startswith("api."):
            use["used"] = use["remaining"] = None
    assert after == before
    row = house.dial(ana, "status", sessionId=session).body["session"]
    assert (row["status"], row["contacts_attempted"], row["contacts_converted"]) == ("active", 1, 0)
    assert house.rows("SELECT status, disposition FROM call_logs") == [("initiated", None)]


def test_a_call_that_only_the_log_knew_is_not_known_better_in_memory_after_a_failure(house: House, ana: str) -> None:
    house.contacts(2)
    session = house.dial(ana, "start").body["session"]["id"]
    call = house.dial(ana, "next-contact", sessionId=session).body["callId"]
    house.later(5 * HOUR)
    house.sweep("close-lost-calls", "forget-old")
    with broken_disk(house):
        assert_unavailable(house.dial(ana, "call-status", callId=call, status="answered"))
    again = house.dial(ana, "call-status", callId=call, status="no_answer").body["call"]
    assert again["status"] == "no_answer"
    assert house.rows("SELECT status, closed_by FROM call_logs") == [("no_answer", "ring timer")]


def test_a_limit_edit_that_failed_is_not_in_force(house: House, ana: str, ada: str) -> None:
    agent = house.dial(ana, "start").body["agent"]["id"]
    row = house.operate(ada, "GET", f"/agents/{agent}").body["agent"]
    disk = sqlite3.connect(house.folder.database, isolation_level=None)
    disk.execute("CREATE TRIGGER broken BEFORE INSERT ON limit_revisions BEGIN SELECT RAISE(ABORT, 'no room'); END")
    body = {"expectedRevision": row["revision"], "reason": "test", "maxCallsPerHour": 1}
    assert house.operate(ada, "PATCH", f"/agents/{agent}", **body).status == 503
    disk.execute("DROP TRIGGER broken")
    disk.close()
    assert house.operate(ada, "GET", f"/agents/{agent}").body["agent"] | {"stateSince": ""} == row | {"stateSince": ""}
    assert house.operate(ada, "PATCH", f"/agents/{agent}", **body).body["hourLimit"] == 1


def test_an_expiry_that_could_not_be_logged_is_found_again(house: House, ana: str) -> None:
    session = house.dial(ana, "start").body["session"]["id"]
    house.later(8 * HOUR)
    with broken_disk(house):
        assert_unavailable(house.dial(ana, "next-contact", sessionId=session))
    assert house.dial(ana, "next-contact", sessionId=session).code == "session_expired"
    assert house.rows("SELECT status, ended_at - started_at FROM power_dialer_sessions") == [("expired", 8 * HOUR)]


def test_calls_left_open_over_a_long_weekend_are_closed_at_their_deadline(house: House, ana: str) -> None:
    house.contacts(1)
    session, began = house.dial(ana, "start").body["session"]["id"], house.now
    house.dial(ana, "next-contact", sessionId=session)
    house.later(3 * DAY + MINUTE)
    house.restart()
    house.sweep("expire-sessions", "close-lost-calls")
    logged = house.rows("SELECT status, ended_at, closed_by FROM call_logs")
    assert logged == [("no_answer", began + 40 * SECOND, "ring timer")]
    assert house.rows("SELECT status FROM power_dialer_sessions") == [("expired",)]


def test_requests_and_answers_older_than_a_day_are_cleaned_and_no_younger_ones(house: House, ana: str) -> None:
    for _ in range(3):
        house.dial(ana, "start", f"key {house.now}")
        house.later(DAY // 2)
    house.sweep("clean-rate-limits")
    assert house.rows("SELECT count(*) FROM api_rate_limits") == [(1,)]
    assert house.rows("SELECT count(*) FROM idempotency_keys") == [(1,)]


def test_a_backup_is_made_and_seven_are_kept(house: House) -> None:
    for _ in range(9):
        house.sweep("backup")
        house.later(DAY)
    copies = sorted(house.folder.backups.glob("dialfloor-*.db"))
    assert len(copies) == 7
    copy = sqlite3.connect(copies[-1])
    assert copy.execute("SELECT name FROM tenants").fetchall() == [("Acme",)]
    copy.close()


def test_a_session_idle_for_two_hours_is_ended_and_one_that_talks_is_not(house: House, ana: str) -> None:
    house.contacts(2)
    idle, busy = (house.dial(ana, "start").body["session"]["id"] for _ in range(2))
    call = house.dial(ana, "next-contact", sessionId=busy).body["callId"]
    house.dial(ana, "call-status", callId=call, status="answered")
    house.later(2 * HOUR - 1)
    house.sweep("end-idle-sessions")
    assert house.dial(ana, "status", sessionId=idle).body["session"]["status"] == "active"
    house.later(1)
    house.sweep("end-idle-sessions")
    assert house.dial(ana, "status", sessionId=idle).body["session"]["status"] == "completed"
    assert house.dial(ana, "status", sessionId=busy).body["session"]["status"] == "active"
