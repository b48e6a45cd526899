"""Own lists in the log: pages by list, steps with campaign and consent, and contacts that another version frees."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.engine.calling import Blocked
from app.engine.events import ContactHeld
from app.engine.people import Contact
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import DAY, Id, Instant
from app.ids import new_id
from db.calling_store import look_again, write_held
from db.contacts_store import SqliteContactLists
from db.evidence_leaves import Leaves
from db.folder import Folder
from db.open import connect, prepare
from db.suppressions_store import all_steps, page_of_listed, step_of, steps_of_phone, write_listed
from tests.scenarios.harness import _deed

T0: Instant = 1_800_000_000_000_000


@pytest.fixture
def log(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    folder = Folder(tmp_path / "floor")
    folder.make()
    prepare(folder)
    with closing(connect(folder.database)) as connection:
        yield connection


@pytest.fixture
def acme(log: sqlite3.Connection) -> Id:
    _, into = SqliteContactLists(log, new_id).open_list("Acme", "Spring", bytes(32), _deed(T0))
    return into.tenant_id


def entry(tenant_id: Id, phone: str, kind: ListKind, *, is_listed: bool = True, **more: str) -> ListedNumber:
    return ListedNumber(
        tenant_id=tenant_id,
        phone=phone,
        kind=kind,
        is_listed=is_listed,
        at=T0,
        by="ana",
        source="disposition",
        reason="do_not_call",
        campaign_id=more.get("campaign_id"),
        consent=more.get("consent", ""),
    )


def test_pages_go_from_the_newest_on_over_all_lists_and_by_one(log: sqlite3.Connection, acme: Id) -> None:
    kinds = [ListKind.INTERNAL, ListKind.LITIGATOR, ListKind.INTERNAL, ListKind.WRONG_NUMBER, ListKind.INTERNAL]
    write_listed(log, [entry(acme, f"+1212555010{at}", kind) for at, kind in enumerate(kinds)], Leaves())
    write_listed(log, [entry(acme, "+12125550102", ListKind.INTERNAL, is_listed=False)], Leaves())
    pages, before = [], None
    while page := page_of_listed(log, acme, None, before, 2):
        pages.append([step.phone[-1] for _, step in page])
        before = page[-1][0]
    assert pages == [["4", "3"], ["1", "0"]], "what was taken off is on no page"
    assert [step.phone[-1] for _, step in page_of_listed(log, acme, ListKind.INTERNAL, None, 9)] == ["4", "0"]
    assert page_of_listed(log, new_id(T0), None, None, 9) == []
    assert [listed for *_, listed in all_steps(log)] == [True] * 5 + [False]


def test_a_step_knows_its_campaign_and_its_consent(log: sqlite3.Connection, acme: Id) -> None:
    spring = new_id(T0)
    write_listed(log, [entry(acme, "+12125550134", ListKind.INTERNAL, campaign_id=spring)], Leaves())
    off = entry(acme, "+12125550134", ListKind.INTERNAL, is_listed=False, consent="web form")
    write_listed(log, [off], Leaves())
    (last, lifted), (first, listed) = steps_of_phone(log, acme, "+12125550134")
    assert (lifted.consent, lifted.campaign_id, listed.consent, listed.campaign_id) == ("web form", None, "", spring)
    assert (step_of(log, acme, first), step_of(log, acme, last)) == (listed, lifted)
    assert step_of(log, new_id(T0), first) is None, "another tenant's"


def test_contacts_that_a_version_held_are_due_again_in_batches_and_no_others(log: sqlite3.Connection, acme: Id) -> None:
    codes = ["DNC_LIST_STALE", "NO_CONSENT", "DNC_NATIONAL", "DNC_LIST_STALE"]
    held = [_held(log, acme, at, code) for at, code in enumerate(codes)]
    log.execute("UPDATE contacts SET due_at = ? WHERE phone = '+12125550103'", (T0 + 5 * DAY,))
    after, batches = None, 0
    while True:
        batches += 1
        after = look_again(log, ("DNC_LIST_STALE", "DNC_NATIONAL"), T0, T0 + 1, after, 1)
        if after is None:
            break
    assert batches == 4
    assert look_again(log, ("DNC_LIST_STALE",), T0 - 1, T0 + 1, None, 9) is None
    due = dict(log.execute("SELECT phone, due_at FROM contacts").fetchall())
    assert [due[phone] - T0 for phone in held] == [1, DAY, 1, 5 * DAY]


def _held(log: sqlite3.Connection, tenant_id: Id, at: int, code: str) -> str:
    phone = f"+1212555010{at}"
    contact = Contact(
        id=new_id(T0 + at * 1_000),
        tenant_id=tenant_id,
        campaign_id=None,
        first_name="",
        last_name="",
        phone=phone,
        email=None,
        fields={},
    )
    lists = SqliteContactLists(log, new_id)
    list_id, _ = lists.open_list("Acme", None, bytes([at] * 32), _deed(T0))
    lists.add(list_id, [contact], 0, T0)
    blocked = Blocked(code=code, rule_id="x", citation="", detail="", until=None)
    write_held(
        log,
        [
            ContactHeld(
                contact_id=contact.id, tenant_id=tenant_id, campaign_id=None, blocked=blocked, due_at=T0 + DAY, at=T0
            )
        ],
    )
    return phone
