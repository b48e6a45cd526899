"""Alerts on disk: written by the journal's batches, read back whole, paged, and an old folder brought up to them."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from app.engine.alert_rules import AgentThresholds, AlertSettings, QuietHours
from app.engine.alerts import (
    Alert,
    AlertRule,
    AlertState,
    AlertSubject,
    Phase,
    Sign,
    Step,
    SubjectKind,
    acknowledge,
    begin,
    follow,
    resolve,
    snooze,
)
from app.engine.events import AlertChanged, AlertSettingsEdited, Fact
from app.engine.records import Span
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Id, Instant
from app.ids import new_id
from db import open as opening
from db.alerts_store import find_alert, load_alert_settings, load_alerts, moments_of_alert, page_of_alerts
from db.folder import Folder
from db.journal_rows import write_facts
from db.open import HEAD, connect, prepare, schema_version
from db.packing import pack

T0: Instant = 1_790_000_000 * SECOND
TENANT, OTHER, AGENT = new_id(T0), new_id(T0), new_id(T0)
ANA = AlertSubject(kind=SubjectKind.AGENT, id=AGENT, name="Ana", agent_id=AGENT)


def sign(phase: Phase, times: int = 0) -> Sign:
    return Sign(
        rule=AlertRule.REFUSALS,
        subject=ANA,
        phase=phase,
        limit_id="calls.hour",
        code="calls_per_hour",
        used=100,
        limit=100,
        times=times,
    )


def raised(at: Instant = T0, tenant: Id = TENANT) -> Alert:
    return begin(sign(Phase.RAISED), new_id(at), tenant, at, at + DAY).alert


def told(step: Step | str | None, at: Instant) -> AlertChanged:
    assert isinstance(step, Step)
    return AlertChanged(alert=step.alert, how=step.how, at=at, by=step.alert.by, note=step.alert.note)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    folder = Folder(tmp_path / "floor")
    prepare(folder)
    connection = connect(folder.database)
    yield connection
    connection.close()


def write(connection: sqlite3.Connection, *facts: Fact) -> None:
    connection.execute("BEGIN IMMEDIATE")
    write_facts(connection, facts)
    connection.execute("COMMIT")


def test_the_last_of_a_batch_is_what_is_read_back_and_its_history_has_every_move(
    connection: sqlite3.Connection,
) -> None:
    first = raised()
    counted = told(follow(first, sign(Phase.RAISED, times=40), T0 + 1), T0 + 1)
    seen = told(acknowledge(counted.alert, "sam", "on it", T0 + 2), T0 + 2)
    write(connection, AlertChanged(alert=first, how="raised", at=T0), counted, seen)
    assert find_alert(connection, TENANT, first.id) == seen.alert
    assert find_alert(connection, OTHER, first.id) is None
    moments = moments_of_alert(connection, first.id)
    assert [(moment.how, moment.count, moment.by, moment.note) for moment in moments] == [
        ("raised", 1, None, None),
        ("acknowledged", 41, "sam", "on it"),
    ]


def test_a_start_reads_back_what_stands_and_what_today_may_still_be_counted_on(connection: sqlite3.Connection) -> None:
    alerts = [raised(T0 + minute * MINUTE) for minute in range(5)]
    asleep = told(snooze(alerts[1], "sam", None, T0 + HOUR, T0 + 9), T0 + 9)
    done = told(resolve(alerts[2], "sam", None, T0 + 9), T0 + 9)
    over = told(follow(alerts[3], sign(Phase.CLEAR), T0 + HOUR), T0 + HOUR)
    old = msgspec.structs.replace(alerts[4], fold_until=T0 + HOUR)
    long_over = told(follow(old, sign(Phase.CLEAR), T0 + HOUR), T0 + HOUR)
    write(connection, AlertChanged(alert=alerts[0], how="raised", at=T0), asleep, done, over, long_over)
    found = [alerts[0], asleep.alert, done.alert, over.alert]
    assert load_alerts(connection, T0 + HOUR) == found
    assert load_alerts(connection, T0 + 2 * DAY) == found[:3], "what stands is not forgotten overnight"


def test_pages_are_newest_first_by_state_agent_and_tenant(connection: sqlite3.Connection) -> None:
    alerts = [raised(T0 + minute * MINUTE) for minute in range(7)]
    done = told(resolve(alerts[3], "sam", None, T0 + HOUR), T0 + HOUR)
    facts = [AlertChanged(alert=alert, how="raised", at=T0) for alert in (*alerts, raised(tenant=OTHER))]
    write(connection, *facts, done)
    page = page_of_alerts(connection, TENANT, None, Span(size=4))
    cursor = (page[-1].opened_at, pack(page[-1].id))
    rest = page_of_alerts(connection, TENANT, None, Span(size=4, cursor=cursor))
    assert [alert.id for alert in (*page, *rest)] == [alert.id for alert in reversed(alerts)]
    assert page_of_alerts(connection, TENANT, "resolved", Span(agent_id=AGENT)) == [done.alert]
    assert page_of_alerts(connection, TENANT, "open", Span(agent_id=OTHER)) == []
    assert len(page_of_alerts(connection, TENANT, "open", Span(start=T0 + MINUTE, stop=T0 + 3 * MINUTE))) == 2


def test_a_tenants_settings_are_one_document_and_the_last_one_holds(connection: sqlite3.Connection) -> None:
    first = AlertSettings(revision=1, quiet_hours=QuietHours(start=1_320, end=420))
    second = AlertSettings(revision=2, agents={AGENT: AgentThresholds(near_limit_percent=None)})
    for settings in (first, second):
        write(connection, AlertSettingsEdited(tenant_id=TENANT, settings=settings, by="ada", at=T0))
    assert load_alert_settings(connection) == {TENANT: second}


def test_a_folder_of_the_first_schema_is_copied_upgraded_and_keeps_its_rows(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "old")
    make_first_schema(folder)
    prepare(folder)
    assert schema_version(folder.database) == HEAD
    upgraded = connect(folder.database)
    assert upgraded.execute("SELECT name FROM tenants").fetchall() == [("Acme",)]
    write(upgraded, AlertChanged(alert=raised(), how="raised", at=T0))
    assert [alert.state for alert in load_alerts(upgraded, T0)] == [AlertState.OPEN]
    upgraded.close()
    copy = connect(folder.backups / "before-upgrade-from-0001.db", read_only=True)
    assert copy.execute("SELECT name FROM tenants").fetchall() == [("Acme",)]
    assert copy.execute("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'alert%'").fetchone() == (0,)
    copy.close()


def make_first_schema(folder: Folder) -> None:
    """What the first release left, made by its own migration, with a tenant in it."""
    folder.make()
    config = Config()
    config.set_main_option("script_location", str(Path(opening.__file__).parent / "migrations"))
    engine = create_engine("sqlite://", creator=lambda: connect(folder.database), poolclass=NullPool)
    with engine.begin() as migrating:
        config.attributes["connection"] = migrating
        command.upgrade(config, "0001")
        migrating.exec_driver_sql("INSERT INTO tenants VALUES (x'01', 'Acme', NULL, 'UTC', '{}', 0)")
    engine.dispose()
    assert schema_version(folder.database) == "0001"
