"""The edited law beyond one decision: evidence, verification, failed writes, races, folders of several tenants."""

import csv
import sqlite3
import zipfile
from pathlib import Path

import msgspec
from click.testing import CliRunner

from app.cli.export_command import command as export
from app.cli.may_call_command import command as may_call
from app.cli.verify_command import command as verify
from app.engine.value import HOUR, SECOND
from tests.scenarios.harness import OPERATOR_SECRET, Ask
from tests.scenarios.law import NEW_YORK, WHY, Law
from tests.scenarios.test_calling_hours import ENFORCE, TUESDAY, Floor, at, instant, load


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
        approved, rejected = (answer.status for answer in house.together(asks))
        assert {approved, rejected} == {200, 409}
        assert law.item(NEW_YORK)["wording"]["end"] == ("22:00" if approved == 200 else "21:00")


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
