"""Changes of the law on disk: kept as they stand, read back whole, and contacts that an older law held let go."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.engine.calling import Blocked
from app.engine.calls import CallStatus
from app.engine.events import ContactHeld, DeedRecorded, HoldsReleased, RuleChanged, RuleSigned
from app.engine.people import Contact
from app.engine.rule_changes import ChangeState, RuleChange, RuleSignature
from app.engine.value import DAY, HOUR, Id, Instant
from app.ids import new_id
from db.calling_store import SqliteCallHistory
from db.contacts_store import SqliteContactLists
from db.packing import pack
from db.rule_store import held_before, load_rule_changes, load_rule_signatures
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    made = LogFolder(tmp_path / "floor")
    yield made
    made.close()


def changed(at: Instant, state: ChangeState = ChangeState.PROPOSED) -> RuleChange:
    return RuleChange(
        id=new_id(at),
        subject="US-TX/hours/1",
        jurisdiction="US-TX",
        before="[]",
        after="[]",
        verdict="looser",
        reason="counsel says so",
        by="eve",
        by_user=new_id(at),
        at=at,
        state=state,
    )


def contact(log: LogFolder, phone: str) -> Id:
    """A contact that is due, as an import makes it."""
    lists = SqliteContactLists(log.connection, new_id)
    deed = DeedRecorded(
        tenant_id=None, at=T0, user="t", action="contacts.import", subject="x", before=None, after=None, reason=""
    )
    list_id, into = lists.open_list("Acme", None, bytes(32), deed)
    made = Contact(
        id=new_id(T0),
        tenant_id=into.tenant_id,
        campaign_id=None,
        first_name="Kim",
        last_name="",
        phone=phone,
        email=None,
        fields={},
        place=phone[2:5],
    )
    lists.add(list_id, [made], 0, T0)
    return made.id


def due(log: LogFolder, contact_id: Id) -> Instant:
    found: Instant = log.connection.execute("SELECT due_at FROM contacts WHERE id = ?", (pack(contact_id),)).fetchone()[
        0
    ]
    return found


def held(log: LogFolder, contact_id: Id, at: Instant) -> ContactHeld:
    blocked = Blocked(code="ATTEMPT_CAP", rule_id="r", citation="c", detail="", until=at + DAY)
    return ContactHeld(
        contact_id=contact_id, tenant_id=log.tenant.id, campaign_id=None, blocked=blocked, due_at=at + DAY, at=at
    )


def test_a_change_is_kept_as_it_stands_and_changes_come_back_in_their_order(log: LogFolder) -> None:
    first, second = changed(T0), changed(T0 + HOUR)
    log.write(RuleChanged(change=first), RuleChanged(change=second))
    settled = msgspec.structs.replace(
        first,
        state=ChangeState.IN_FORCE,
        settled_by="olga",
        settled_by_user=new_id(T0),
        settled_at=T0 + DAY,
        settled_reason="the statute was amended",
        version="ab" * 32,
        ordinal=7,
    )
    log.write(RuleChanged(change=settled))
    assert load_rule_changes(log.connection) == [settled, second]
    assert settled.let_calls_through
    assert not second.let_calls_through


def test_the_last_signature_of_a_rule_counts(log: LogFolder) -> None:
    signature = RuleSignature(
        rule_id="US-TX/hours/1", wording="w", counsel="R. Roe", signed_on="2026-05-04", note="", by="olga", at=T0
    )
    later = msgspec.structs.replace(signature, counsel="J. Doe", at=T0 + DAY)
    log.write(RuleSigned(signature=signature))
    log.write(RuleSigned(signature=later))
    assert load_rule_signatures(log.connection) == [later]


def test_contacts_held_before_the_law_was_loosened_are_let_go_and_no_others(log: LogFolder) -> None:
    early, late, called = (contact(log, f"+1212555010{number}") for number in range(3))
    log.write(held(log, early, T0), held(log, called, T0), held(log, late, T0 + 2 * HOUR))
    log.connection.execute("UPDATE contacts SET due_at = ? WHERE id = ?", (T0 + 9 * DAY, pack(called)))
    log.connection.commit()
    now = T0 + 3 * HOUR
    assert held_before(log.connection, T0 + HOUR, now, 10) == [early]
    assert set(held_before(log.connection, now, now, 10)) == {early, late}
    assert len(held_before(log.connection, now, now, 1)) == 1
    log.write(HoldsReleased(contact_ids=(early, called), at=now))
    assert (due(log, early), due(log, late), due(log, called)) == (now, T0 + 2 * HOUR + DAY, T0 + 9 * DAY)
    assert held_before(log.connection, T0 + HOUR, now, 10) == []


def test_an_abandoned_call_is_told_apart_from_a_talk(log: LogFolder) -> None:
    person = contact(log, "+12125550109")
    history = SqliteCallHistory(log.connection)
    assert history.tries(log.tenant.id, "+12125550109", T0 - DAY) == ([], None, None)
    log.call(T0 + HOUR, contact_id=person, phone_number="+12125550109")
    left = T0 + 2 * HOUR
    log.call(left, contact_id=person, phone_number="+12125550109", status=CallStatus.ABANDONED, ended_at=left + HOUR)
    done = history.tries(log.tenant.id, "+12125550109", T0 - DAY)
    assert (sorted(done.at), done.talked, done.abandoned) == ([T0 + HOUR, left], None, left + HOUR)
    assert history.tries(log.tenant.id, "+12125550109", left).abandoned is None
