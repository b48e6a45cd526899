"""Ranges are half-open, pages meet without a gap, tenants see their own rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.people import Tenant
from app.engine.value import SECOND
from app.ids import new_id
from db.export_rows import PAGE, Range, calls_in, count_calls, count_records, names_of, records_in, refusals_in
from db.people_store import add_tenant
from db.statements import insert_many
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path)
    yield folder
    folder.close()


def everything(log: LogFolder) -> Range:
    return Range(log.tenant.id, 0, 1 << 62)


def test_a_range_takes_its_start_and_leaves_its_end(log: LogFolder) -> None:
    for second in range(4):
        log.call(T0 + second * SECOND)
    span = Range(log.tenant.id, T0 + SECOND, T0 + 3 * SECOND)
    assert [call.created_at for call in calls_in(log.connection, span)] == [T0 + SECOND, T0 + 2 * SECOND]
    assert count_calls(log.connection, span) == 2


def test_pages_meet_without_a_gap_though_a_batch_shares_its_instant(log: LogFolder) -> None:
    first = log.call(T0)
    columns, row = _stored(log)
    place, identity = columns.index("created_at"), columns.index("id")
    copies = []
    for number in range(2 * PAGE + 10):
        copy = list(row)
        copy[identity], copy[place] = number.to_bytes(16, "big"), T0 + number // 7
        copies.append(copy)
    log.connection.execute("BEGIN")
    insert_many(log.connection, "call_logs", columns, copies)
    log.connection.execute("COMMIT")
    found = [(row.created_at, row.id) for row in calls_in(log.connection, everything(log))]
    assert len(found) == len(set(found)) == 2 * PAGE + 11
    assert found == sorted(found)
    assert first.created_at in {at for at, _ in found}


def _stored(log: LogFolder) -> tuple[tuple[str, ...], tuple[object, ...]]:
    cursor = log.connection.execute("SELECT * FROM call_logs")
    return tuple(column[0] for column in cursor.description), cursor.fetchone()


def test_a_tenant_sees_its_own_rows_only(log: LogFolder) -> None:
    log.call(T0)
    log.deed(T0, "token.create")
    other = Tenant(id=new_id(T0), name="Other", tier_id=None, time_zone="UTC")
    add_tenant(log.connection, other, T0)
    span = Range(other.id, 0, 1 << 62)
    assert list(calls_in(log.connection, span)) == []
    assert list(records_in(log.connection, span)) == []
    assert list(refusals_in(log.connection, span)) == []
    assert names_of(log.connection, other.id) == {}
    assert count_records(log.connection, everything(log)) == 1
