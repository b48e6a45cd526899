"""Contacts come in once, whoever imports them and however often it is interrupted."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.engine.events import DeedRecorded
from app.engine.people import Campaign, Contact
from app.engine.value import Id
from app.ids import new_id
from db.contacts_store import SqliteContactLists
from db.queue_sqlite import SqliteQueue
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path)
    yield folder
    folder.close()


def deed(action: str = "contacts.import") -> DeedRecorded:
    return DeedRecorded(
        tenant_id=None, at=T0, user="eve", action=action, subject="leads.csv", before=None, after=None, reason=""
    )


def opened(log: LogFolder, campaign: str | None) -> tuple[SqliteContactLists, Id, Campaign]:
    lists = SqliteContactLists(log.connection, new_id)
    return (lists, *lists.open_list("Acme", campaign, bytes(32), deed()))


def contact(campaign: Campaign, phone: str) -> Contact:
    return Contact(
        id=new_id(T0),
        tenant_id=campaign.tenant_id,
        campaign_id=campaign.id or None,
        first_name="Ann",
        last_name="",
        phone=phone,
        email=None,
        fields={"City": "Rome"},
    )


def test_tenant_and_campaign_are_found_the_second_time(log: LogFolder) -> None:
    _, first, spring = opened(log, "Spring")
    _, second, again = opened(log, "Spring")
    assert spring == again
    assert spring.tenant_id == log.tenant.id
    assert first != second


def test_a_number_is_added_once_within_a_batch_and_over_batches(log: LogFolder) -> None:
    lists, list_id, spring = opened(log, "Spring")
    assert lists.add(list_id, [contact(spring, "+1"), contact(spring, "+2"), contact(spring, "+1")], 4, T0) == 2
    assert lists.add(list_id, [contact(spring, "+2"), contact(spring, "+3")], 0, T0) == 1
    counted = log.connection.execute("SELECT added, known, rejected FROM contact_lists").fetchone()
    assert counted == (3, 2, 4)


@pytest.mark.parametrize("name", ["Spring", None])
def test_another_import_of_the_same_numbers_adds_nothing(log: LogFolder, name: str | None) -> None:
    for expected in (1, 0):
        lists, list_id, campaign = opened(log, name)
        assert lists.add(list_id, [contact(campaign, "+1")], 0, T0) == expected


def test_two_campaigns_may_have_the_same_number(log: LogFolder) -> None:
    for name in ("Spring", "Autumn", None):
        lists, list_id, campaign = opened(log, name)
        assert lists.add(list_id, [contact(campaign, "+1")], 0, T0) == 1


def test_an_import_leaves_its_deeds_in_the_audit_trail(log: LogFolder) -> None:
    lists, _, campaign = opened(log, "Spring")
    lists.close_list(msgspec.structs.replace(deed("contacts.imported"), tenant_id=campaign.tenant_id))
    rows = log.connection.execute("SELECT number, action, length(tenant_id) FROM audit_records").fetchall()
    assert rows == [(1, "contacts.import", 16), (2, "contacts.imported", 16)]


def test_the_queue_calls_them_in_the_order_of_the_file(log: LogFolder) -> None:
    lists, list_id, spring = opened(log, "Spring")
    contacts = [contact(spring, f"+{number}") for number in range(1, 9)]
    lists.add(list_id, contacts, 0, T0)
    queue = SqliteQueue(log.connection)
    assert queue.take(log.tenant.id, spring.id, 8, T0 + 8) == contacts
