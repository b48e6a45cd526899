"""The law of the folder is edited by two people: stricter at once, looser only once the second has agreed."""

from pathlib import Path

from app.bootstrap.calling import Relook, look_again
from app.engine.value import HOUR, MINUTE, SECOND
from tests.scenarios.law import NEW_YORK, WHY, Law
from tests.scenarios.test_calling_hours import ENFORCE, TUESDAY, Floor, at, instant, load


def test_a_stricter_edit_holds_at_the_next_decision_and_outlives_a_restart(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:  # one in the afternoon in New York
        floor, law = Floor(house, **ENFORCE), Law(house)
        load(house, ["+12125550134", "+12125550135", "+13125550136"])
        version = law.page()["rulesVersion"]
        assert floor.phone() == "+12125550134"
        made = law.edit(NEW_YORK, start="14:00")
        assert (made["verdict"], made["state"], made["settledBy"]) == ("stricter", "in_force", "eve")
        assert floor.phone() == "+13125550136", "Chicago is not New York"
        assert floor.phone() is None
        house.restart()
        assert floor.phone() is None
        page = law.page()
        assert page["rulesVersion"] != version == page["shippedVersion"]
        assert made["rulesVersion"] == page["rulesVersion"]
        item = law.item(NEW_YORK)
        assert (item["isEdited"], item["verified"], item["wording"]["start"]) == (True, False, "14:00")
        house.later(HOUR)
        assert floor.phone() == "+12125550135"


def test_a_looser_edit_waits_for_a_second_person_and_held_contacts_are_looked_at_again(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor, law = Floor(house, **ENFORCE), Law(house)
        cap = law.add("attempts", cap=1, windowHours=24)
        assert (cap["verdict"], cap["state"]) == ("stricter", "in_force")
        for name in ("One", "Two"):
            load(house, ["+12125550134"], name)
        assert floor.phone() == "+12125550134"
        assert floor.phone() is None, "once a day"
        loosened = law.edit(cap["ruleId"], cap=5)
        assert (loosened["verdict"], loosened["state"]) == ("looser", "proposed")
        assert floor.phone() is None, "it is only proposed"
        assert law.settle(law.eve, loosened).status == 403
        assert law.settle(law.sam, loosened).status == 403
        assert law.settle(law.olga, loosened, "withdraw").status == 403
        assert law.item(cap["ruleId"])["wording"]["cap"] == 1
        house.restart()
        assert [one["id"] for one in law.page()["proposals"]] == [loosened["id"]]
        approved = law.settle(law.olga, loosened)
        assert (approved.status, approved.body["state"], approved.body["settledBy"]) == (200, "in_force", "olga")
        assert floor.phone() is None, "the contact is held until tomorrow"
        house.run(look_again(house.engine.floor, house.engine._admin.lists, Relook()))
        house.later(MINUTE)
        assert floor.phone() == "+12125550134"
        again = law.settle(law.olga, loosened)
        assert (again.status, again.code) == (409, "conflict")
        deeds = house.operate(law.olga, "GET", "/audit").body["records"]
        assert [one["action"] for one in deeds if one["action"].startswith("rules.")] == [
            "rules.approve",
            "rules.propose",
            "rules.edit",
        ]


def test_a_proposal_goes_stale_when_its_rule_is_changed_and_can_be_rejected_or_withdrawn(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        law = Law(house)
        early, late = law.edit(NEW_YORK, start="07:00"), law.edit(NEW_YORK, end="22:00")
        law.edit(NEW_YORK, start="10:00")
        assert [one["isStale"] for one in law.page()["proposals"]] == [True, True]
        stale = law.settle(law.olga, early)
        assert (stale.status, "changed after" in str(stale.body)) == (409, True)
        assert law.settle(law.olga, early, "reject").body["state"] == "rejected"
        assert law.settle(law.eve, late, "withdraw").body["state"] == "withdrawn"
        assert law.page()["proposals"] == []
        old = law.item(NEW_YORK)
        law.edit(NEW_YORK, start="11:00")
        lost = house.operate(
            law.eve,
            "POST",
            "/rule-changes",
            ruleId=NEW_YORK,
            wording=old["wording"],
            revision=old["revision"],
            reason=WHY,
        )
        assert (lost.status, "11:00" in str(lost.body)) == (409, True)


def test_a_day_to_come_changes_the_hours_by_itself(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor, law = Floor(house, **ENFORCE), Law(house)
        load(house, ["+12125550134", "+12125550135"])
        made = law.edit(NEW_YORK, start="15:00", effectiveFrom="2026-12-03")
        assert made["verdict"] == "stricter"
        assert floor.phone() == "+12125550134", "until then what held goes on"
        assert law.item(NEW_YORK)["later"][0]["start"] == "15:00"
        house.later(48 * HOUR)
        floor.session = floor.start()
        assert floor.phone() is None
        house.later(2 * HOUR)
        assert floor.phone() == "+12125550135"


def test_a_ban_of_one_date_closes_it_and_taking_it_out_needs_a_second_person(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor, law = Floor(house, **ENFORCE), Law(house)
        load(house, ["+12125550134", "+12125550135"])
        week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        ban = law.add("ban", days=week, effectiveFrom=TUESDAY, effectiveTo="2026-12-02")
        assert ban["afterSentence"].startswith(f"No calls on {TUESDAY}")
        nobody = floor.ask()
        assert nobody["contact"] is None
        assert instant(str(nobody["nextEligibleAt"]).removesuffix("Z")) == instant("2026-12-02T13:00:00")
        gone = house.operate(law.eve, "POST", "/rule-changes", ruleId=ban["ruleId"], how="remove", reason=WHY).body
        assert (gone["verdict"], gone["state"]) == ("looser", "proposed")
        assert law.settle(law.olga, gone).status == 200
        house.later(SECOND)
        assert floor.phone() == "+12125550134"
        assert law.item(ban["ruleId"])["isRemoved"] is True


def test_an_emergency_closes_a_state_for_every_tenant_and_two_people_lift_it(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor, law = Floor(house, **ENFORCE), Law(house)
        load(house, ["+15045550134", "+12125550135"])
        on = house.operate(law.olga, "PUT", "/emergencies/US-LA", isOn=True, reason="a hurricane").body
        assert (on["verdict"], on["state"], on["isOn"]) == ("stricter", "in_force", True)
        assert [floor.phone(), floor.phone()] == ["+12125550135", None]
        twice = house.operate(law.eve, "PUT", "/emergencies/US-LA", isOn=True, reason="a hurricane")
        assert twice.status == 409
        off = house.operate(law.eve, "PUT", "/emergencies/US-LA", isOn=False, reason="it is over").body
        assert off["state"] == "proposed"
        assert law.page()["emergencies"][0]["liftProposed"] is True
        assert law.settle(law.olga, off).status == 200
        house.run(look_again(house.engine.floor, house.engine._admin.lists, Relook()))
        assert floor.phone() == "+15045550134"


def test_counsels_signature_is_of_one_wording(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        law = Law(house)
        item = law.item(NEW_YORK)
        signature = {
            "counsel": "R. Roe, Esq.",
            "signedOn": "2026-11-30",
            "revision": item["revision"],
            "note": "as read",
        }
        signed = house.operate(law.olga, "PUT", f"/rules/{NEW_YORK}/signature", **signature).body["rule"]["signature"]
        assert (signed["counsel"], signed["isCurrent"], signed["enteredBy"]) == ("R. Roe, Esq.", True, "olga")
        version = law.page()["rulesVersion"]
        assert version == law.page()["shippedVersion"], "a signature changes no decision"
        law.edit(NEW_YORK, start="10:00")
        assert law.item(NEW_YORK)["signature"]["isCurrent"] is False
        assert house.operate(law.olga, "PUT", f"/rules/{NEW_YORK}/signature", **signature).status == 409
        house.restart()
        assert law.item(NEW_YORK)["signature"]["note"] == "as read"


def test_the_editor_is_told_before_saving_and_a_bad_field_is_named(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        law = Law(house)
        wording = law.item(NEW_YORK)["wording"]
        for field, value, verdict in (
            ("start", "09:00", "stricter"),
            ("end", "22:00", "looser"),
            ("note", "hm", "same"),
        ):
            body = {"ruleId": NEW_YORK, "wording": {**wording, field: value}}
            told = house.operate(law.eve, "POST", "/rule-changes/check", **body).body
            assert (told["verdict"], told["needsSecondPerson"]) == (verdict, verdict == "looser")
        both = {"ruleId": NEW_YORK, "wording": {**wording, "start": "07:00", "end": "20:00"}}
        assert house.operate(law.eve, "POST", "/rule-changes/check", **both).body["verdict"] == "mixed"
        faults: tuple[tuple[str, object, str], ...] = (
            ("end", "08:00", "end"),
            ("days", [], "days"),
            ("clock", "Mars/North", "clock"),
        )
        for name, bad_value, named in faults:
            bad = house.operate(
                law.eve, "POST", "/rule-changes/check", ruleId=NEW_YORK, wording={**wording, name: bad_value}
            )
            assert (bad.status, bad.body["field"]) == (400, named), bad.body
        assert house.operate(law.sam, "POST", "/rule-changes/check", **both).status == 403
        assert law.page()["rights"] == {"edit": False, "settle": False, "declare": False, "sign": False}
