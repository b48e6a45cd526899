"""What must hold between the lines of a story, and of its log at the end."""

import sqlite3

from app.engine.limits import LimitId
from app.reports.evidence import first_of_all, verify_evidence
from app.reports.replay import Offence
from app.reports.verification import verify
from db.evidence_check import EvidenceCheck
from db.evidence_keys import known_number_key
from db.folder import Folder
from db.heads_check import HeadsCheck
from db.open import connect
from db.packing import unpack
from db.verification import SqliteLog
from tests.fakes.floor_story import FloorStory
from tests.fakes.naive_rules import DAY, HOUR, MINUTE, Instant

WINDOWS = ((LimitId.API_MINUTE, MINUTE), (LimitId.API_HOUR, HOUR), (LimitId.CALLS_HOUR, HOUR), (LimitId.CALLS_DAY, DAY))


def hold_the_floor(story: FloorStory) -> None:
    """What the engine counts in memory is what a scan of the events finds."""
    naive, usage, now = story.naive, story.engine.floor.usage, story.now
    charged: dict[LimitId, dict[str, list[Instant]]] = {limit_id: {} for limit_id, _ in WINDOWS}
    for user, at in naive.requests:
        for limit_id in (LimitId.API_MINUTE, LimitId.API_HOUR):
            charged[limit_id].setdefault(user, []).append(at)
    for call in naive.calls.values():
        if not call.back:
            charged[LimitId.CALLS_HOUR].setdefault(call.agent, []).append(call.at)
            charged[LimitId.CALLS_DAY].setdefault(call.session, []).append(call.at)
    for limit_id, window in WINDOWS:
        for subject, instants in charged[limit_id].items():
            used = sum(1 for at in instants if now - window < at <= now)
            assert usage.used(limit_id, subject, now) == used, (limit_id, subject, used)


def hold_the_log(story: FloorStory, *, replayed: bool) -> None:
    """Nothing that was answered is missing from the log, and nothing is in it that was not; `replayed`, it verifies."""
    reader = connect(story.engine.folder.database, read_only=True)
    try:
        _hold_the_rows(story, reader)
    finally:
        reader.close()
    if replayed:
        offence = verified(story.engine.folder)
        assert offence is None, offence


def _hold_the_rows(story: FloorStory, reader: sqlite3.Connection) -> None:
    naive = story.naive
    calls = reader.execute("SELECT id, disposition, given_back_at IS NOT NULL FROM call_logs").fetchall()
    logged = {unpack(row[0]): (row[1], bool(row[2])) for row in calls}
    assert logged == {call.id: (call.disposition, call.back) for call in naive.calls.values()}
    sessions = {unpack(row[0]) for row in reader.execute("SELECT id FROM power_dialer_sessions")}
    assert sessions == set(naive.sessions)
    asked = [(unpack(row[0]), row[1]) for row in reader.execute("SELECT user_id, created_at FROM api_rate_limits")]
    assert sorted(asked) == sorted(naive.requests)


def verified(folder: Folder) -> Offence | None:
    """What `dialfloor verify` finds in a folder: None if every limit was kept and nobody changed the log."""
    reader = connect(folder.database, read_only=True)
    try:
        signed = HeadsCheck(reader, folder.root / "heads", None)
        chained = EvidenceCheck(reader, known_number_key(folder.root))
        log = SqliteLog(reader)
        return first_of_all([*verify_evidence(chained, signed), *verify(log)])
    finally:
        reader.close()
