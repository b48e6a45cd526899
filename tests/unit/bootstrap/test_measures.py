"""Figures whose labels people could make without end stay few; a tenant's contacts are counted once."""

from app.bootstrap.measures import FloorCounts, waiting_once
from app.engine.basis import Basis, DecisionRecord, RefusedContact
from app.engine.events import ContactRefused, Fact

ID = "0198a000-0000-7000-8000-00000000000a"
DECISION = DecisionRecord(basis=Basis(id=bytes(16), document="{}"), list_revision=0)


def refused(rule_id: str) -> Fact:
    contact = RefusedContact(
        contact_id=ID, tenant_id=ID, campaign_id=None, code="hours", rule_id=rule_id, decision=DECISION, at=1
    )
    return ContactRefused(refused=contact)


def test_rules_without_end_end_up_in_one_line() -> None:
    counts = FloorCounts()
    counts.hear([refused(f"US/hours/{number}") for number in range(700)])
    counts.hear([refused("US/hours/0")])
    assert len(counts.unlawful) == 501
    assert counts.unlawful["other", "hours"] == 200
    assert counts.unlawful["US/hours/0", "hours"] == 2


def test_a_tenants_own_queue_and_those_of_its_campaigns_are_one_floor() -> None:
    depths = {("acme", None): 10, ("acme", "winter"): 7, ("beta", "a"): 3, ("beta", "b"): 4}
    assert waiting_once(depths) == 17
