"""What may be deleted is found by its age without the lock, and looked at again by its key under it."""

from pathlib import Path

import pytest

from app.engine.calling import CallingSettings, RulesMode
from app.engine.events import CallingSettingsEdited
from app.engine.value import DAY
from db.retention_store import _still, count_old, delete_rows, old_rows
from tests.fakes.log_folder import T0, LogFolder

KINDS = ("calls", "debt_calls", "refusals", "contact_refusals", "alerts")


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_is_looked_at_again_by_its_key(tmp_path: Path, kind: str) -> None:
    log = LogFolder(tmp_path)
    values = {"tenant": b"", "after": 0, "before": 1, "key0": b"1", "key1": b"2"}
    plan = log.connection.execute(f"EXPLAIN QUERY PLAN {_still(kind, ['key0', 'key1'])}", values).fetchall()
    assert "(id=?)" in plan[0][3], "not the rows of every age between two that may go"
    log.close()


def test_pages_go_on_where_they_ended_and_what_was_called_again_stays(tmp_path: Path) -> None:
    log = LogFolder(tmp_path)
    settings = CallingSettings(mode=RulesMode.OFF, purpose="debt")
    log.write(
        CallingSettingsEdited(tenant_id=log.tenant.id, campaign_id=None, settings=settings, by="olga", at=T0 - DAY)
    )
    calls = [log.call(T0 + at) for at in range(5)]
    before = T0 + 10
    assert count_old(log.connection, "calls", log.tenant.id, before) == (0, 0)
    assert count_old(log.connection, "debt_calls", log.tenant.id, before) == (5, 0)
    first = old_rows(log.connection, "debt_calls", log.tenant.id, (0, before), 3)
    rest = old_rows(log.connection, "debt_calls", log.tenant.id, (first[-1][1] + 1, before), 3)
    assert [at for _, at in (*first, *rest)] == [call.created_at for call in calls]
    log.call(T0 + DAY, contact_id=calls[0].contact_id)
    log.connection.execute("BEGIN IMMEDIATE")
    assert delete_rows(log.connection, "debt_calls", log.tenant.id, first, before, T0 + 2 * DAY) == 2
    log.connection.execute("COMMIT")
    log.close()
