"""What is planted in the log is found: one call too many, a gap, an age, a record edited or deleted."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.engine import events
from app.engine.calls import Call, CallStatus
from app.engine.rulebook import Scope
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Instant
from app.ids import new_id
from app.reports.replay import Offence, Pass
from app.reports.verification import first_offence, verify
from db.open import connect
from db.packing import pack
from db.verification import SqliteLog
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path)
    yield folder
    folder.close()


def offence(log: LogFolder) -> Offence | None:
    reader = connect(log.folder.database, read_only=True)
    try:
        return first_offence(list(verify(SqliteLog(reader))))
    finally:
        reader.close()


def broken(log: LogFolder) -> str | None:
    found = offence(log)
    return None if found is None else found.rule


def calls(log: LogFolder, count: int, start: Instant = T0, step: int = SECOND, **facts: object) -> list[Call]:
    return [log.call(start + number * step, **facts) for number in range(count)]


def edit(log: LogFolder, at: Instant, field: str, before: object, after: object, scope: Scope = Scope.AGENT) -> None:
    scope_id = {Scope.AGENT: log.agent_id, Scope.TENANT: log.tenant.id}.get(scope)
    log.write(
        events.LimitEdited(
            revision=at - T0 + 10,
            tenant_id=log.tenant.id,
            scope=scope,
            scope_id=scope_id,
            subject="Ann",
            field=field,
            before=before,
            after=after,
            by="eve",
            reason="test",
            at=at,
        )
    )


def amount(value: int, enforcement: str = "enforce") -> dict[str, object]:
    return {"amount": value, "enforcement": enforcement}


def test_an_empty_log_keeps_every_limit(log: LogFolder) -> None:
    assert broken(log) is None


def test_a_slot_comes_free_at_the_instant_its_call_is_an_hour_old_and_not_before(log: LogFolder) -> None:
    calls(log, 100)
    log.call(T0 + HOUR)
    log.call(T0 + HOUR + SECOND)
    assert broken(log) is None
    planted = log.call(T0 + HOUR + 2 * SECOND - 1)
    found = offence(log)
    assert found is not None
    assert (found.rule, found.at) == ("calls.hour", planted.created_at)


def test_the_first_call_too_many_is_named(log: LogFolder) -> None:
    calls(log, 100)
    planted = log.call(T0 + 30 * MINUTE)
    log.call(T0 + 31 * MINUTE)
    found = offence(log)
    assert found is not None
    assert (found.rule, found.at) == ("calls.hour", planted.created_at)
    assert planted.id in found.record
    assert found.sentence == "Call rate limit exceeded: 100 calls per hour allowed; 100 were used"


def test_lines_of_a_batch_are_counted_together(log: LogFolder) -> None:
    calls(log, 98)
    calls(log, 2, T0 + 20 * MINUTE, 0)
    assert broken(log) is None
    calls(log, 3, T0 + HOUR + SECOND, 0)
    assert broken(log) == "calls.hour"


def test_a_call_given_back_counts_until_it_was(log: LogFolder) -> None:
    made = calls(log, 100)
    back = T0 + 5 * MINUTE
    log.write(events.CallGivenBack(call=made[7], at=back))
    log.call(back)
    assert broken(log) is None
    log.call(back + 1)
    assert broken(log) == "calls.hour"


def test_a_call_before_the_giving_back_is_one_too_many(log: LogFolder) -> None:
    made = calls(log, 100)
    log.write(events.CallGivenBack(call=made[7], at=T0 + 5 * MINUTE))
    log.call(T0 + 5 * MINUTE - 1)
    assert broken(log) == "calls.hour"


def test_the_limit_in_force_at_that_instant_counts_and_not_the_one_of_today(log: LogFolder) -> None:
    calls(log, 100)
    log.connection.execute('UPDATE ai_agents SET configuration = \'{"autoDialDelay":0,"maxCallsPerHour":40}\'')
    edit(log, T0 + 2 * HOUR, "maxCallsPerHour", None, 40)
    assert broken(log) is None
    calls(log, 40, T0 + 3 * HOUR)
    assert broken(log) is None
    log.call(T0 + 3 * HOUR + MINUTE)
    assert broken(log) == "calls.hour"


def test_an_edit_in_the_same_microsecond_may_have_come_before_or_after(log: LogFolder) -> None:
    log.connection.execute('UPDATE ai_agents SET configuration = \'{"autoDialDelay":0,"maxCallsPerHour":0}\'')
    edit(log, T0, "maxCallsPerHour", None, 0)
    log.call(T0)
    assert broken(log) is None
    log.call(T0 + 1)
    assert broken(log) == "calls.hour"


def test_an_alert_only_limit_forbids_nothing_and_is_counted(log: LogFolder) -> None:
    edit(log, T0 - 1, "calls.hour", None, amount(10, "alert-only"), Scope.TENANT)
    calls(log, 12)
    reader = connect(log.folder.database, read_only=True)
    checks = list(verify(SqliteLog(reader)))
    reader.close()
    assert first_offence(checks) is None
    assert checks[-3].outcome == Pass(records=12, subjects=1, warned=2)


def test_a_session_has_eight_hundred_calls_a_day(log: LogFolder) -> None:
    edit(log, T0 - 1, "calls.day", None, amount(5), Scope.TENANT)
    calls(log, 5)
    assert broken(log) is None
    log.call(T0 + HOUR)
    assert broken(log) == "calls.day"


@pytest.fixture
def slow(log: LogFolder) -> LogFolder:
    """The agent must wait two seconds between calls."""
    log.connection.execute("UPDATE ai_agents SET configuration = '{\"autoDialDelay\":2}'")
    return log


def test_calls_are_a_gap_apart(slow: LogFolder) -> None:
    calls(slow, 2, step=2 * SECOND)
    assert broken(slow) is None
    slow.call(T0 + 4 * SECOND - 1)
    assert broken(slow) == "calls.gap"


def test_the_gap_counts_from_the_end_of_the_call_before(slow: LogFolder) -> None:
    slow.call(T0, ended_at=T0 + MINUTE, closed_by="dialer", status=CallStatus.COMPLETED)
    slow.call(T0 + MINUTE + 2 * SECOND)
    assert broken(slow) is None
    slow.call(T0 + 2 * MINUTE, ended_at=T0 + 3 * MINUTE, closed_by="dialer", status=CallStatus.COMPLETED)
    slow.call(T0 + 3 * MINUTE + SECOND)
    assert broken(slow) == "calls.gap"


def test_a_session_that_expired_unnoticed_closes_no_gap_of_another_session(slow: LogFolder) -> None:
    end = T0 + 8 * HOUR
    slow.call(end - MINUTE, ended_at=end, closed_by="session end", status=CallStatus.NO_ANSWER)
    slow.session_id = slow.session(end - HOUR)
    slow.call(end + SECOND)
    assert broken(slow) is None


def test_no_call_comes_after_the_session_expired(log: LogFolder) -> None:
    log.call(T0 + 8 * HOUR - 1)
    assert broken(log) is None
    planted = log.call(T0 + 8 * HOUR)
    found = offence(log)
    assert found is not None
    assert (found.rule, found.at) == ("session.age", planted.created_at)
    assert found.sentence == "Maximum session duration exceeded (8 hours)"


def test_an_edited_age_moves_the_expiry_of_sessions_that_run(log: LogFolder) -> None:
    edit(log, T0 + HOUR, "session.age", None, amount(9 * 3_600), Scope.TENANT)
    log.call(T0 + 9 * HOUR - 1)
    assert broken(log) is None
    log.call(T0 + 9 * HOUR)
    assert broken(log) == "session.age"


def test_five_sessions_at_once_and_a_sixth_only_when_one_has_ended(log: LogFolder) -> None:
    for number in range(1, 5):
        log.session(T0 + number, ended_at=T0 + HOUR)
    log.session(T0 + HOUR)
    log.session(T0 + 8 * HOUR)
    assert broken(log) is None
    for number in range(3):
        log.session(T0 + 2 * HOUR + number)
    assert broken(log) is None
    planted = log.session(T0 + 2 * HOUR + 4)
    found = offence(log)
    assert found is not None
    assert (found.rule, found.record) == ("sessions.active", f"session {planted}")


def test_requests_of_a_user_are_sixty_a_minute(log: LogFolder) -> None:
    for number in range(60):
        log.request(T0 + number)
    log.request(T0, user_id=new_id(T0))
    log.request(T0 + MINUTE)
    assert broken(log) is None
    log.request(T0 + MINUTE)
    assert broken(log) == "api.minute"


def test_a_whole_chain_is_whole(log: LogFolder) -> None:
    for number in range(5):
        log.deed(T0 + number, "limits.edit", reason=f"{number}")
    assert broken(log) is None


@pytest.mark.parametrize(
    ("statement", "record", "sentence"),
    [
        ("UPDATE audit_records SET reason = 'x' WHERE number = 3", 3, "it was changed after it was written"),
        ("UPDATE audit_records SET tenant_id = NULL WHERE number = 2", 2, "it was changed after it was written"),
        ("DELETE FROM audit_records WHERE number = 3", 4, "record 3 is missing"),
        ("DELETE FROM audit_records WHERE number = 1", 2, "record 1 is missing"),
        ("UPDATE audit_records SET hash = zeroblob(32) WHERE number = 4", 4, "it was changed after it was written"),
        (
            "UPDATE audit_records SET previous = zeroblob(32) WHERE number = 4",
            4,
            "it does not carry the hash of the record before it",
        ),
    ],
)
def test_a_record_that_was_touched_is_named(log: LogFolder, statement: str, record: int, sentence: str) -> None:
    for number in range(5):
        log.deed(T0 + number, "limits.edit")
    log.connection.execute(statement)
    found = offence(log)
    assert found is not None
    assert (found.rule, found.record, found.sentence) == ("audit.chain", f"audit record {record}", sentence)


def test_a_record_that_was_taken_out_and_the_others_renumbered_is_found(log: LogFolder) -> None:
    for number in range(5):
        log.deed(T0 + number, "limits.edit")
    log.connection.execute("DELETE FROM audit_records WHERE number = 3")
    log.connection.execute("UPDATE audit_records SET number = number - 1 WHERE number > 3")
    found = offence(log)
    assert found is not None
    assert found.record == "audit record 3"


def test_one_snapshot_is_read_whatever_is_written_meanwhile(log: LogFolder) -> None:
    calls(log, 100)
    reader = connect(log.folder.database, read_only=True)
    checks = verify(SqliteLog(reader))
    first = next(checks)
    log.call(T0 + MINUTE)
    found = first_offence([first, *checks])
    reader.close()
    assert found is None
    assert broken(log) == "calls.hour"


def test_a_log_of_many_days_is_walked_with_its_history(log: LogFolder) -> None:
    for day in range(3):
        log.session_id = log.session(T0 + (day + 1) * DAY, ended_at=T0 + (day + 1) * DAY + HOUR)
        calls(log, 50, T0 + (day + 1) * DAY)
    stored = log.connection.execute("SELECT count(*) FROM call_logs WHERE tenant_id = ?", (pack(log.tenant.id),))
    assert stored.fetchone() == (150,)
    assert broken(log) is None


def test_the_earliest_offence_is_told_of_several(log: LogFolder) -> None:
    calls(log, 101)
    log.deed(T0 - DAY, "limits.edit")
    log.connection.execute("UPDATE audit_records SET reason = 'x'")
    found = offence(log)
    assert found is not None
    assert msgspec.structs.asdict(found)["rule"] == "audit.chain"
