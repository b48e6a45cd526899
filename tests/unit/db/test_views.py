"""The specification's monitoring queries, in the `sqlite3` shell's dialect, over the readable views."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.clock import read_wall
from app.engine.value import HOUR, MINUTE
from db.open import connect
from db.views import VIEWS
from tests.fakes.log_folder import LogFolder

REQUESTS = """
    SELECT user_id, COUNT(*) as request_count
    FROM readable_api_rate_limits
    WHERE created_at > datetime('now', '-1 hour')
    GROUP BY user_id
    ORDER BY request_count DESC;
"""
CALLS = """
    SELECT session_id, COUNT(*) as call_count
    FROM readable_call_logs
    WHERE created_at > datetime('now', '-1 hour')
    GROUP BY session_id
    ORDER BY call_count DESC;
"""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path)
    yield folder
    folder.close()


def test_requests_and_calls_of_the_last_hour_are_counted_per_user_and_per_session(log: LogFolder) -> None:
    now = read_wall()
    for age in (0, MINUTE, HOUR - MINUTE, HOUR + MINUTE, 2 * HOUR):
        log.request(now - age)
        log.call(now - age)
    log.call(now)
    assert log.connection.execute(REQUESTS).fetchall() == [(log.user_id, 3)]
    assert log.connection.execute(CALLS).fetchall() == [(log.session_id, 4)]


def test_times_are_utc_to_the_microsecond_and_ids_are_text(log: LogFolder) -> None:
    call = log.call(1_790_000_000_000_007)
    rows = log.connection.execute("SELECT id, created_at, ended_at, campaign_id FROM readable_call_logs").fetchall()
    assert rows == [(call.id, "2026-09-21 14:13:20.000007", None, None)]


def test_every_view_can_be_read_by_a_reader(log: LogFolder) -> None:
    reader = connect(log.folder.database, read_only=True)
    reader.row_factory = sqlite3.Row
    names = {row["name"] for row in reader.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    assert set(VIEWS) <= names
    for query in map("SELECT * FROM {}".format, names):
        reader.execute(query).fetchall()
    reader.close()
