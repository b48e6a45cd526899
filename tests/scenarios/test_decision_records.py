"""Why each contact was called or not is in the log: enough of it that another run decides the same."""

from pathlib import Path
from typing import Any

import msgspec
from click.testing import CliRunner, Result

from app.cli.verify_command import command as verify_command
from app.compliance.area_codes import area_codes_of
from app.compliance.decide import Lawyer
from app.compliance.record import question_again, read_basis, read_verdict
from app.compliance.rule_files import book_of_document
from app.engine.value import DAY, HOUR, MINUTE, SECOND
from tests.scenarios.harness import House
from tests.scenarios.test_calling_hours import ENFORCE, TUESDAY, Floor, at, load
from tests.scenarios.test_retention import keep

CALL = "SELECT c.phone_number, c.created_at, c.verdict, c.list_revision, b.document FROM call_logs c"
JOINED = " JOIN decision_bases b ON b.id = c.basis_id ORDER BY c.created_at"


def verify(house: House) -> Result:
    return CliRunner().invoke(verify_command, ["--data", str(house.folder.root)])


def basis_of(house: House) -> dict[str, Any]:
    return msgspec.json.decode(house.rows(CALL + JOINED)[-1][4], type=dict[str, Any])


def test_a_call_says_what_it_was_based_on_and_whoever_has_the_log_decides_the_same(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, **ENFORCE)
        load(house, ["+13055550134"], fields={"state": "CA", "time_zone": "America/Los_Angeles"})
        assert floor.phone() == "+13055550134"
        assert floor.phone() is None
        basis = basis_of(house)
        assert (basis["mode"], basis["purpose"], basis["dial"], basis["guard_s"]) == (
            "enforce",
            "telemarketing",
            "power",
            60,
        )
        assert basis["place"] == "305|US-CA|America/Los_Angeles"
        assert basis["jurisdictions"] == ["US", "US-CA", "US-FL"]
        assert basis["zones"] == ["America/Los_Angeles", "America/New_York"]
        [(phone, called_at, verdict, revision, document)] = house.rows(CALL + JOINED)
        kept = dict(house.rows("SELECT kind, document FROM rule_versions"))
        lawyer = Lawyer(book_of_document(kept["rules"]), area_codes_of(kept["area_codes"]))
        assert (lawyer.book.version, lawyer.codes.version) == (basis["rules_version"], basis["codes_version"])
        question = question_again(read_basis(document), read_verdict(verdict), phone, called_at, lawyer)
        assert lawyer.decide(question).allowed
        assert revision == 0
        assert verify(house).exit_code == 0


def test_attempts_that_were_counted_are_named_with_the_call(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        campaigns = [load(house, ["+13055550134"], name) for name in ("One", "Two")]
        floor = Floor(house, **ENFORCE)
        for campaign in campaigns:
            assert floor.ask(floor.start(campaign))["contact"] is not None
        calls = house.rows(CALL + JOINED)
        assert calls[0][2] is None
        assert read_verdict(calls[1][2]).attempts == (calls[0][1],)


def test_calls_of_one_place_share_a_basis_and_the_rules_are_kept_once(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house)
        load(house, ["+12125550134", "+12125550135", "+12025550136"])
        assert [floor.phone() for _ in range(3)].count(None) == 0
        assert house.rows("SELECT count(*) FROM decision_bases") == [(2,)]
        house.restart()
        load(house, ["+12125550137"])
        assert floor.phone() == "+12125550137"
        assert house.rows("SELECT count(*) FROM decision_bases") == [(2,)]
        assert house.rows("SELECT count(*), sum(length(document) > 1000) FROM rule_versions") == [(2, 2)]
        assert verify(house).exit_code == 0


def test_what_the_rules_would_have_refused_is_on_the_call_and_its_count_outlives_a_restart(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T08:00:00") as house:
        floor = Floor(house)
        load(house, ["+12125550134", "+12125550135"])
        assert floor.phone() == "+12125550134"
        call = house.operate(floor.officer, "GET", "/calls").body["calls"][0]["id"]
        told = house.operate(floor.officer, "GET", f"/calls/{call}").body["decision"]
        assert (told["mode"], told["code"], told["place"]) == ("alert-only", "OUTSIDE_HOURS", "212")
        assert told["jurisdictions"] == ["US", "US-NY"]
        verdict = read_verdict(house.rows(CALL + JOINED)[0][2])
        assert told["failed"] == list(verdict.failed)
        assert verdict.code == "OUTSIDE_HOURS"
        assert len(verdict.failed) >= 2, "every rule that forbids it, and not the first"
        house.restart()
        assert house.operate(floor.officer, "GET", "/calling-rules").body["wouldRefuse"] == {"OUTSIDE_HOURS": 1}
        house.later(HOUR)
        assert house.operate(floor.officer, "GET", "/calling-rules").body["wouldRefuse"] == {}
        done = verify(house)
        assert done.exit_code == 0
        assert ", 1 that an" in done.output


def test_a_contact_that_is_refused_again_and_again_is_one_row(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, **ENFORCE, consent=True)
        load(house, ["+12125550134"])
        for _ in range(3):
            assert floor.phone() is None
            house.later(DAY)
            floor.session = floor.start()
        query = "SELECT code, rule_id, count, last_at - first_at > 0, verdict FROM contact_refusals"
        [(code, rule_id, count, is_later, verdict)] = house.rows(query)
        assert (code, rule_id, count, is_later) == ("NO_CONSENT", "product/no_consent", 3, 1)
        assert read_verdict(verdict).marks == ("no_consent",)
        assert verify(house).exit_code == 0


def test_a_number_that_came_on_a_list_while_it_waited_is_refused_by_the_version_of_the_list(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house)
        load(house, ["+12125550134", "+12125550135"])
        assert floor.phone() == "+12125550134"
        listed = {"phone": "+12125550135", "kind": "internal", "reason": "asked by letter"}
        assert house.operate(floor.officer, "POST", "/do-not-call", **listed).status == 200
        assert floor.phone() is None
        assert house.rows("SELECT code, list_revision FROM contact_refusals") == [("DNC_INTERNAL", 1)]
        assert verify(house).exit_code == 0


def test_calls_and_refused_contacts_older_than_five_years_go_and_the_log_still_verifies(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, **ENFORCE, consent=True)
        load(house, ["+12125550134"])
        load(house, ["+12125550135"], fields={"consent": "yes"})
        assert floor.phone() == "+12125550135"
        house.later(MINUTE + SECOND)
        ada = house.token("ada", "admin")
        assert keep(house, ada, "calls", 1_827).status == 200
        house.later(1_828 * DAY)
        house.sweep("clean-old", "sign-heads")
        assert house.rows("SELECT 1 FROM call_logs") == house.rows("SELECT 1 FROM contact_refusals") == []
        done = verify(house)
        assert done.exit_code == 0, done.output
