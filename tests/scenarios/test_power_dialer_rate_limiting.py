"""The specification's seven scenarios, through the real wire: a real `dialfloor serve`, real HTTP, a real log."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from app.clock import read_wall
from app.engine.value import SECOND
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started
from tests.scenarios.rate_limit_helpers import (
    clear_call_logs,
    clear_rate_limit_logs,
    get_call_count,
    get_rate_limit_count,
    simulate_call_history,
    simulate_rate_limit_hits,
    simulate_session_age,
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "floor"


@pytest.fixture
def ana(data: Path) -> str:
    """A dialer's token; the folder is made by it."""
    return make_token(data, "ana")


@pytest.fixture
def client(data: Path, ana: str) -> Iterator[httpx.Client]:
    """A dialer of a running engine."""
    with Serving(data) as engine, engine.client(ana) as client:
        yield client


def session_of_a_stopped_engine(data: Path, token: str) -> str:
    """A session in the log of a folder whose engine was stopped."""
    with Serving(data) as engine, engine.client(token) as client:
        return started(client)


def assert_refused(answer: httpx.Response, sentence: str, code: str, limit: int, wait: tuple[int, int] | None) -> None:
    """A 429 as the specification and wire.md have it; `wait` bounds `Retry-After`, None where waiting cannot help."""
    body = answer.json()
    assert answer.status_code == 429
    assert answer.headers["Content-Type"] == "application/json"
    assert (body["error"], body["code"], body["rateLimitExceeded"]) == (sentence, code, True)
    assert (body["limit"], answer.headers["X-RateLimit-Limit"]) == (limit, str(limit))
    assert answer.headers["X-RateLimit-Remaining"] == "0"
    assert answer.headers["RateLimit-Policy"] == '"api.minute";q=60;w=60, "api.hour";q=500;w=3600'
    assert answer.headers["RateLimit"].startswith('"api.')
    if wait is None:
        assert "Retry-After" not in answer.headers
        assert "retryAfter" not in body
        return
    assert wait[0] <= body["retryAfter"] <= wait[1]
    assert answer.headers["Retry-After"] == str(body["retryAfter"])
    reset = int(answer.headers["X-RateLimit-Reset"])
    assert abs(reset - read_wall() // SECOND - body["retryAfter"]) <= 2, "Unix seconds"


def test_requests_within_limits(data: Path, client: httpx.Client) -> None:
    for used in range(1, 61):
        answer = dial(client, "status")
        assert (answer.status_code, answer.json()["success"]) == (200, True)
        assert answer.headers["X-RateLimit-Limit"] == "60"
        assert answer.headers["X-RateLimit-Remaining"] == str(60 - used)
        assert answer.headers["RateLimit"].startswith(f'"api.minute";r={60 - used};t=')
    assert get_rate_limit_count(data, "ana", within=60) == 60


def test_per_minute_rate_limit_exceeded(data: Path, client: httpx.Client) -> None:
    answers = [dial(client, "status") for _ in range(65)]
    assert [answer.status_code for answer in answers] == [200] * 60 + [429] * 5
    assert_refused(
        answers[60], "Rate limit exceeded: 60 requests per minute allowed", "api_requests_per_minute", 60, (50, 60)
    )
    assert get_rate_limit_count(data, "ana") == 60, "refused tries are not counted"


def test_per_hour_rate_limit_exceeded(data: Path, ana: str) -> None:
    simulate_rate_limit_hits(data, "ana", 500, oldest=3_000, newest=120)
    with Serving(data) as engine, engine.client(ana) as client:
        sentence = "Rate limit exceeded: 500 requests per hour allowed"
        assert_refused(dial(client, "status"), sentence, "api_requests_per_hour", 500, (570, 600))
    assert clear_rate_limit_logs(data, "ana") == 500
    with Serving(data) as engine, engine.client(ana) as client:
        assert dial(client, "status").status_code == 200
    assert get_rate_limit_count(data, "ana") == 1


def test_call_throttling_per_session(data: Path, ana: str, tmp_path: Path) -> None:
    import_contacts(data, tmp_path / "leads.csv", 3)
    session = session_of_a_stopped_engine(data, ana)
    simulate_call_history(data, session, 100, oldest=1_800, newest=60)
    with Serving(data) as engine, engine.client(ana) as client:
        refused = dial(client, "next-contact", sessionId=session)
        sentence = "Call rate limit exceeded: 100 calls per hour allowed"
        assert_refused(refused, sentence, "calls_per_hour", 100, (1_770, 1_800))
    assert clear_call_logs(data, session) == 100
    simulate_session_age(data, session, 7 * 3_600)
    simulate_call_history(data, session, 800, oldest=6 * 3_600, newest=2 * 3_600)
    with Serving(data) as engine, engine.client(ana) as client:
        refused = dial(client, "next-contact", sessionId=session)
        sentence = "Daily call limit exceeded: 800 calls per day allowed"
        assert_refused(refused, sentence, "calls_per_day", 800, (18 * 3_600 - 30, 18 * 3_600))
        assert dial(client, "next-contact", sessionId=started(client)).status_code == 200, "the limit is the session's"


def test_maximum_active_sessions(client: httpx.Client) -> None:
    sessions = [started(client) for _ in range(5)]
    assert dial(client, "pause", sessionId=sessions[0]).status_code == 200
    refused = dial(client, "start")
    assert_refused(refused, "Maximum active sessions limit reached (5)", "active_sessions", 5, (28_770, 28_800))
    assert dial(client, "stop", sessionId=sessions[0]).status_code == 200
    assert dial(client, "start").status_code == 200


def test_session_duration_limits(data: Path, ana: str) -> None:
    session = session_of_a_stopped_engine(data, ana)
    simulate_session_age(data, session, 8 * 3_600 - 20)
    with Serving(data) as engine, engine.client(ana) as client:
        assert dial(client, "next-contact", sessionId=session).status_code == 200
    simulate_session_age(data, session, 8 * 3_600)
    with Serving(data) as engine, engine.client(ana) as client:
        refused = dial(client, "next-contact", sessionId=session)
        assert_refused(refused, "Maximum session duration exceeded (8 hours)", "session_expired", 28_800, None)
        row = dial(client, "status", sessionId=session).json()["session"]
        assert row["status"] == "expired"
        assert row["ended_at"] == row["expires_at"]


def test_call_log_tracking(data: Path, ana: str, tmp_path: Path) -> None:
    import_contacts(data, tmp_path / "leads.csv", 2)
    with Serving(data) as engine, engine.client(ana) as client:
        session = started(client)
        handed = dial(client, "next-contact", sessionId=session).json()
        call, contact = handed["callId"], handed["contact"]
        assert get_call_count(data, session) == 1, "logged before it is answered"
        dial(client, "call-status", callId=call, status="answered")
        recording = {"recordingUrl": "https://recordings.example/1", "duration": 42}
        dial(client, "call-status", callId=call, status="completed", **recording)
        told = dial(client, "disposition", sessionId=session, contactId=contact["id"], disposition="interested")
        assert told.json()["session"]["contacts_reached"] == 1
        with sqlite3.connect(data / "dialfloor.db") as log:
            rows = log.execute(
                "SELECT session_id, contact_id, phone_number, status, disposition, duration, recording_url,"
                " created_at > datetime('now', '-1 hour') FROM readable_call_logs"
            ).fetchall()
        log.close()
    phone, url = contact["phone"], recording["recordingUrl"]
    assert rows == [(session, contact["id"], phone, "completed", "interested", 42, url, 1)]
