"""The law of the folder is edited by two people: stricter at once, looser only once the second has agreed."""

import csv
import sqlite3
import zipfile
from pathlib import Path

import msgspec
from click.testing import CliRunner

from app.bootstrap.calling import Relook, look_again
from app.cli.export_command import command as export
from app.cli.may_call_command import command as may_call
from app.cli.verify_command import command as verify
from app.engine.value import HOUR, MINUTE, SECOND
from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House, Json
from tests.scenarios.test_calling_hours import ENFORCE, TUESDAY, Floor, at, instant, load

WHY = "counsel says so"
NEW_YORK = "US-NY/hours/1"


class Law:
    """An admin, a compliance officer and a supervisor of the folder's only tenant."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.eve, self.olga, self.sam = (
            house.token(name, role) for name, role in (("eve", "admin"), ("olga", "compliance"), ("sam", "supervisor"))
        )

    def page(self) -> Json:
        return self.house.operate(self.sam, "GET", "/rules").body

    def item(self, rule_id: str) -> Json:
        found: Json = self.house.operate(self.sam, "GET", f"/rules/{rule_id}").body["rule"]
        return found

    def edit(self, rule_id: str, token: str | None = None, **fields: object) -> Json:
        self.house.later(1)
        item = self.item(rule_id)
        wording = {**item["wording"], **fields}
        answer = self.house.operate(
            token or self.eve,
            "POST",
            "/rule-changes",
            ruleId=rule_id,
            wording=wording,
            revision=item["revision"],
            reason=WHY,
        )
        assert answer.status == 200, answer.body
        return answer.body

    def add(self, kind: str, jurisdiction: str = "US-NY", **wording: object) -> Json:
        body = {"citation": "our own policy", **wording}
        answer = self.house.operate(
            self.eve, "POST", "/rule-changes", jurisdiction=jurisdiction, kind=kind, wording=body, reason=WHY
        )
        assert answer.status == 200, answer.body
        return answer.body

    def settle(self, token: str, change: Json, how: str = "approve") -> Answer:
        return self.house.operate(token, "POST", f"/rule-changes/{change['id']}/{how}", reason=WHY)


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


def test_the_law_as_applied_is_in_the_evidence_and_may_call_reads_it(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        law = Law(house)
        law.edit(NEW_YORK, start="14:00")
        loosened = law.edit(NEW_YORK, end="22:00")
        assert law.settle(law.olga, loosened).status == 200
        house.later(1)
        house.operate(law.olga, "PUT", "/emergencies/US-LA", isOn=True, reason="=a hurricane")
        version = law.page()["rulesVersion"]
        data = str(house.folder.root)
    out = tmp_path / "evidence.zip"
    done = CliRunner().invoke(export, ["evidence", "--data", data, "--tenant", "Acme", "--out", str(out)])
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(out) as archive:
        applied, changes = (
            list(csv.DictReader(archive.read(name).decode().splitlines()))
            for name in ("rules/applied.csv", "rule_changes.csv")
        )
        assert msgspec.json.decode(archive.read("manifest.json"))["rules"] == version
    (new_york,) = (row for row in applied if row["rule_id"] == NEW_YORK)
    assert (new_york["says"], new_york["edited"]) == ("Calls from 14:00 to 22:00, every day", "true")
    assert [(row["verdict"], row["by"], row["settled_by"]) for row in changes] == [
        ("stricter", "eve", "eve"),
        ("looser", "eve", "olga"),
        ("stricter", "olga", "olga"),
    ]
    assert changes[2]["reason"] == "'=a hurricane"
    source, answers = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("id,e164,instant_utc\n1,+12125550100,2026-12-01T18:00:00Z\n2,+15045550100,2026-12-01T18:00:00Z\n")
    asked = ["--csv", str(source), "--out", str(answers)]
    for options, said in (([], ["allow", "allow"]), (["--data", data], ["deny", "deny"])):
        assert CliRunner().invoke(may_call, [*asked, *options]).exit_code == 0
        assert [row["decision"] for row in csv.DictReader(answers.read_text().splitlines())] == said
    nowhere = CliRunner().invoke(may_call, [*asked, "--data", str(tmp_path / "none")])
    assert (nowhere.exit_code, "holds no Dialfloor data" in nowhere.output) == (2, True)


def test_an_abandoned_call_leaves_a_person_alone_unless_an_agent_waits_and_the_log_verifies(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor, law = Floor(house, **ENFORCE), Law(house)
        law.add("cooldown_after_abandon", windowHours=72)
        one, two = (load(house, ["+12125550134"], name) for name in ("One", "Two"))
        session = floor.start(one)
        call = str(floor.ask(session)["callId"])
        assert house.dial(floor.dialer, "call-status", callId=call, status="abandoned").status == 200
        left = house.now
        again = floor.start(two)
        refused = floor.ask(again)
        assert refused["contact"] is None
        held = house.operate(law.olga, "GET", "/contacts/blocked").body["held"]
        assert [item["code"] for item in held] == ["COOLDOWN_AFTER_ABANDON"]
        # 72 h later New York is open, at one in the afternoon of a Friday.
        assert instant(str(refused["nextEligibleAt"]).removesuffix("Z")) == left + 72 * HOUR + 1
        three = floor.start(load(house, ["+12125550134"], "Three"))
        house.later(10 * SECOND)
        waits = house.dial(floor.dialer, "next-contact", sessionId=three, mode="preview")
        assert waits.body["contact"]["phone"] == "+12125550134"
        data = str(house.folder.root)
    proved = CliRunner().invoke(verify, ["--data", data])
    assert (proved.exit_code, proved.output[-400:]) == (0, proved.output[-400:])


def test_an_edit_that_cannot_be_written_never_was(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor, law = Floor(house, **ENFORCE), Law(house)
        load(house, ["+12125550134"])
        before, item = law.page(), law.item(NEW_YORK)
        wording = {**item["wording"], "start": "14:00"}
        disk = sqlite3.connect(house.folder.database, isolation_level=None)
        disk.execute("CREATE TRIGGER broken BEFORE INSERT ON rule_changes BEGIN SELECT RAISE(ABORT, 'no room'); END")
        try:
            failed = house.operate(law.eve, "POST", "/rule-changes", ruleId=NEW_YORK, wording=wording, reason=WHY)
            assert failed.status == 503
            assert house.operate(law.eve, "PUT", "/emergencies/US-NY", isOn=True, reason=WHY).status == 503
        finally:
            disk.execute("DROP TRIGGER broken")
            disk.close()
        assert law.page() == before
        assert floor.phone() == "+12125550134"


def test_of_two_who_settle_at_once_one_is_told_that_it_is_done(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        law = Law(house)
        pia = house.token("pia", "compliance")
        made = law.edit(NEW_YORK, end="22:00")
        asks = [
            Ask(
                "POST",
                f"/v1/rule-changes/{made['id']}/{how}",
                {"authorization": f"Bearer {token}", "content-type": "application/json"},
                msgspec.json.encode({"reason": WHY}),
            )
            for token, how in ((law.olga, "approve"), (pia, "reject"))
        ]
        assert sorted(answer.status for answer in house.together(asks)) == [200, 409]
        assert law.item(NEW_YORK)["wording"]["end"] == "22:00"


def test_in_a_folder_of_several_tenants_its_operator_proposes_and_the_law_is_everybodys(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor, law = Floor(house, **ENFORCE), Law(house)
        load(house, ["+12125550134"])
        zoe = house.token("zoe", "admin", "Zebra Ltd")
        edit = {"ruleId": NEW_YORK, "wording": {**law.item(NEW_YORK)["wording"], "start": "14:00"}, "reason": WHY}
        for token in (law.eve, zoe):
            assert house.operate(token, "POST", "/rule-changes", **edit).status == 403
        operator = {"authorization": f"Bearer {OPERATOR_SECRET}", "content-type": "application/json"}
        tenant = str(house.operate(zoe, "GET", "/me").body["tenantId"])
        asked = Ask("POST", "/v1/rule-changes", {**operator, "x-dialfloor-tenant": tenant}, msgspec.json.encode(edit))
        assert house.send(asked).body["state"] == "in_force"
        assert floor.phone() is None, "it is the law of Acme too"
        assert house.operate(law.eve, "GET", "/rules").body["rights"] == {
            "edit": False,
            "settle": True,
            "declare": False,
            "sign": False,
        }
