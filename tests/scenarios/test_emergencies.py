"""A state of emergency stops calls in every mode, as a tenant's own do-not-call lists do: it is not only counted."""

import random
from pathlib import Path

import msgspec
import pytest

from app.compliance.record import read_basis
from app.engine.calling import CallingSettings, RulesMode
from app.engine.log_rows import LoggedDecision
from app.engine.value import MINUTE
from app.reports.lawful_replay import DecisionLog, replay_decisions
from app.reports.replay import Offence, Pass
from tests.scenarios.law import Law
from tests.scenarios.test_calling_hours import ENFORCE, TUESDAY, Floor, at, load
from tests.scenarios.test_decision_records import verify

REASON = "the governor said so"
LOUISIANA = "+15045550134"
NEW_YORK = "+12125550135"


def after_a_call(floor: Floor) -> str | None:
    """Whom the dialer is given once its last call is over, however that ended."""
    floor.house.later(3 * MINUTE)
    return floor.phone()


@pytest.mark.parametrize("mode", ["off", "alert-only", "enforce"])
def test_a_tenants_own_emergency_refuses_in_every_mode_until_it_is_lifted(tmp_path: Path, mode: str) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        rules = {"mode": mode, "reason": REASON}
        floor = Floor(house, **rules, emergencies=["US-LA"])
        load(house, [LOUISIANA])
        load(house, ["+12125550136"], fields={"state": "LA"})
        load(house, [NEW_YORK])
        assert floor.phone() == NEW_YORK
        nobody = floor.ask()
        assert (nobody["contact"], nobody["reason"] is None) == (None, False)
        house.restart()
        assert floor.phone() is None, "it outlives a restart"
        house.operate(floor.officer, "PUT", "/calling-rules", **rules)
        assert {after_a_call(floor), after_a_call(floor)} == {LOUISIANA, "+12125550136"}
        assert verify(house).exit_code == 0


@pytest.mark.parametrize("mode", ["off", "alert-only"])
def test_what_is_told_of_it_where_the_rules_do_not_refuse(tmp_path: Path, mode: str) -> None:
    with at(tmp_path, f"{TUESDAY}T06:00:00") as house:  # one in the morning in New York: nobody may be called by rule
        floor, law = Floor(house, mode=mode, reason=REASON), Law(house)
        load(house, [LOUISIANA, NEW_YORK])
        law.house.operate(law.olga, "PUT", "/emergencies/US-LA", isOn=True, reason=REASON)
        page = house.operate(law.sam, "GET", "/contacts/blocked").body
        told = {one["place"]: (one["mode"], one["code"], one["nextEligibleAt"]) for one in page["places"]}
        assert told["504"] == (mode, "STATE_OF_EMERGENCY", None)
        assert ("212" in told) is (mode == "alert-only")
        waiting = house.operate(law.sam, "GET", "/callable-now").body["contacts"]
        assert (waiting["due"], waiting["callableNow"]) == (2, 1 if mode == "off" else 0)
        asked = house.operate(law.sam, "POST", "/may-call", phoneNumber=LOUISIANA).body
        assert "STATE_OF_EMERGENCY" in {one["code"] for one in asked["failures"]}
        assert [floor.phone(), floor.phone()] == [NEW_YORK, None]
        counted = house.operate(law.sam, "GET", "/calling-rules").body["wouldRefuse"]
        assert counted == ({} if mode == "off" else {"OUTSIDE_HOURS": 1}), (
            "what was refused is no count of what would be"
        )


def test_a_contact_that_a_line_still_has_in_front_is_refused_and_held_at_the_hand_out(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, mode="off", reason=REASON, emergencies=["US-TX"])
        load(house, [LOUISIANA, "+15045550137"])
        assert floor.phone() == LOUISIANA
        lawful, tenant = house.engine.floor.lawful, next(iter(house.engine.floor.tenants))
        assert lawful is not None
        # The line is left as it was built: what is handed out is judged once more.
        lawful.calling.put_settings(tenant, None, CallingSettings(mode=RulesMode.OFF, emergencies=("US-LA",)))
        nobody = floor.ask()
        assert nobody["contact"] is None
        assert "'code': 'STATE_OF_EMERGENCY'" in str(nobody["leftOut"])
        held = house.operate(floor.officer, "GET", "/contacts/blocked").body["held"]
        assert [(one["code"], one["nextEligibleAt"]) for one in held] == [("STATE_OF_EMERGENCY", None)]


def test_emergencies_of_a_campaign_and_of_its_tenant_bind_their_own_contacts(tmp_path: Path) -> None:
    draw = random.Random(5)
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, mode="alert-only", reason=REASON, emergencies=["US-LA"])
        numbers = [f"+1{draw.choice(('504', '212', '713'))}55501{at:02}" for at in range(24)]
        load(house, numbers[:12])
        campaign = load(house, numbers[12:], "Own rules")
        house.operate(
            floor.officer, "PUT", f"/calling-rules/{campaign}", mode="off", reason=REASON, emergencies=["US-TX"]
        )
        called = []
        while (phone := after_a_call(floor)) is not None:
            called.append(phone)
        lawful = [one for one in numbers[:12] if one[2:5] != "504"] + [one for one in numbers[12:] if one[2:5] != "713"]
        assert sorted(called) == sorted(lawful)
        assert verify(house).exit_code == 0


def test_a_call_into_an_emergency_is_an_offence_in_every_mode_unless_it_was_made_before_that_was_so(
    tmp_path: Path,
) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, mode="off", reason=REASON)
        load(house, [LOUISIANA])
        assert floor.phone() == LOUISIANA
        [(document,)] = house.rows("SELECT document FROM decision_bases")
        versions = dict(house.rows("SELECT version, document FROM rule_versions"))
    basis = msgspec.structs.replace(read_basis(document), emergencies=("US-LA",))
    call = LoggedDecision(
        created_at=house.now,
        id=bytes(16),
        agent_id=bytes(16),
        phone_number=LOUISIANA,
        basis_id=b"b",
        list_revision=0,
        verdict=None,
    )

    def replayed(is_new: bool) -> object:
        said = msgspec.json.encode(msgspec.structs.replace(basis, emergencies_refuse=is_new)).decode()
        return replay_decisions(DecisionLog([(b"b", said)], versions), [call], [])

    offence = replayed(True)
    assert isinstance(offence, Offence)
    assert "STATE_OF_EMERGENCY" in offence.sentence
    assert isinstance(replayed(False), Pass)


def test_no_emergency_costs_a_floor_that_only_counts_nothing(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house)
        load(house, [NEW_YORK])
        assert floor.phone() == NEW_YORK
        lawful = house.engine.floor.lawful
        assert lawful is not None
        assert lawful.watched() == [], "where contacts wait is not even asked"
        house.operate(floor.officer, "PUT", "/calling-rules", **ENFORCE)
        floor.ask()
        assert len(lawful.watched()) == 1
