"""Who asked not to be called is called by nobody of the tenant's: from the very next decision on, for ever."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.bootstrap.national_import import NationalImport, NationalSource
from app.cli.dnc_group import command
from app.engine.people import Contact
from app.engine.value import DAY, MINUTE
from app.ids import new_id
from db.contacts_store import SqliteContactLists
from db.national_lists import NationalLists
from db.open import connect
from tests.scenarios.harness import House, _deed


def import_phone(house: House, phone: str, campaign: str | None, tenant: str = "Acme") -> str | None:
    """One contact with this very number."""
    connection = connect(house.folder.database)
    try:
        lists = SqliteContactLists(connection, new_id)
        list_id, into = lists.open_list(tenant, campaign, bytes(32), _deed(house.now))
        one = Contact(
            id=new_id(house.now),
            tenant_id=into.tenant_id,
            campaign_id=into.id or None,
            first_name="Kim",
            last_name="",
            phone=phone,
            email=None,
            fields={},
        )
        lists.add(list_id, [one], 0, house.now - 1)
        return into.id or None
    finally:
        connection.close()


def start(house: House, token: str, campaign: str | None = None) -> str:
    where = {} if campaign is None else {"campaignId": campaign}
    return str(house.dial(token, "start", **where).body["session"]["id"])


def next_phone(house: House, token: str, session: str) -> str | None:
    contact = house.dial(token, "next-contact", sessionId=session).body["contact"]
    return None if contact is None else str(contact["phone"])


@pytest.mark.parametrize(("word", "kind"), [("do_not_call", "internal"), ("wrong_number", "wrong_number")])
def test_a_disposition_holds_a_microsecond_later_on_every_campaign(
    house: House, ana: str, word: str, kind: str
) -> None:
    bob, adam = house.token("bob"), house.token("adam", "admin")
    spring, autumn = (import_phone(house, "+12125550134", name) for name in ("Spring", "Autumn"))
    session, other = start(house, ana, spring), start(house, bob, autumn)
    contact = house.dial(ana, "next-contact", sessionId=session).body["contact"]
    house.later(MINUTE)
    said = house.dial(ana, "disposition", sessionId=session, contactId=contact["id"], disposition=word)
    assert said.status == 200
    house.later(1)
    nobody = house.dial(bob, "next-contact", sessionId=other).body
    assert (nobody["contact"], nobody["nextEligibleAt"]) == (None, None)
    told = house.operate(adam, "GET", "/do-not-call/numbers/2125550134").body
    assert (told["lists"], told["steps"][0]["campaign"]) == ([kind], "Spring")
    assert [(step["by"], step["source"], step["reason"]) for step in told["steps"]] == [("ana", "disposition", word)]
    house.restart()
    house.later(400 * DAY)
    assert next_phone(house, bob, start(house, bob, autumn)) is None


def test_the_list_holds_for_contacts_imported_later_and_for_this_tenant_only(house: House, ana: str) -> None:
    adam, eve = house.token("adam", "admin"), house.token("eve", tenant="Globex")
    listed = house.operate(adam, "POST", "/do-not-call", phone="(212) 555-0134", reason="asked by letter")
    assert (listed.status, listed.body["phone"]) == (200, "(212) ***-**34")
    for tenant in ("Acme", "Globex"):
        import_phone(house, "+12125550134", None, tenant)
    assert next_phone(house, ana, start(house, ana)) is None
    assert next_phone(house, eve, start(house, eve)) == "+12125550134"


def test_a_number_listed_while_its_contact_is_in_the_line_is_left_out_at_the_instant_of_the_hand_out(
    house: House, ana: str
) -> None:
    house.contacts(3)
    session, adam = start(house, ana), house.token("adam", "admin")
    first = next_phone(house, ana, session)
    assert first == "+12125550100"
    house.operate(adam, "POST", "/do-not-call", phone="+12125550101", reason="asked by letter")
    house.later(MINUTE)
    answer = house.dial(ana, "next-contact", sessionId=session).body
    assert answer["contact"]["phone"] == "+12125550102"
    assert [(one["code"], one["contacts"]) for one in answer["leftOut"]] == [("DNC_INTERNAL", 1)]
    assert answer["leftOut"][0]["sentence"] == "The person asked not to be called"
    assert house.rows("SELECT state FROM contacts WHERE phone = '+12125550101'") == [("do_not_call",)]


def test_an_entry_that_could_not_be_written_is_not_believed(house: House, ana: str) -> None:
    house.contacts(2)
    session, adam = start(house, ana), house.token("adam", "admin")
    other = sqlite3.connect(house.folder.database, isolation_level=None)
    house.engine.journal._connection.execute("PRAGMA busy_timeout=1")
    other.execute("BEGIN IMMEDIATE")
    refused = house.operate(adam, "POST", "/do-not-call", phone="+12125550100", reason="asked by letter")
    other.execute("ROLLBACK")
    other.close()
    assert refused.status == 503
    assert next_phone(house, ana, session) == "+12125550100"


def test_a_number_taken_off_the_list_may_be_called_again_and_its_past_stays(house: House, ana: str) -> None:
    import_phone(house, "+12125550134", None)
    adam, sam = house.token("adam", "admin"), house.token("sam", "supervisor")
    house.operate(adam, "POST", "/do-not-call", phone="+12125550134", reason="asked by letter")
    session = start(house, ana)
    assert next_phone(house, ana, session) is None
    assert house.operate(sam, "DELETE", "/do-not-call/internal/+12125550134?reason=mistyped").status == 403
    assert house.operate(adam, "DELETE", "/do-not-call/internal/+12125550134").status == 400
    assert house.operate(adam, "DELETE", "/do-not-call/litigator/+12125550134?reason=mistyped").status == 404
    refused = house.operate(adam, "DELETE", "/do-not-call/internal/+12125550134?reason=mistyped")
    assert (refused.status, refused.body["field"]) == (400, "consent")
    lift = "/do-not-call/internal/+12125550134?reason=mistyped&consent=signed+the+form+of+May+3"
    assert house.operate(adam, "DELETE", lift).status == 200
    house.later(2 * MINUTE)
    assert next_phone(house, ana, session) == "+12125550134"
    told = house.operate(sam, "GET", "/do-not-call/numbers/+12125550134").body
    assert (told["lists"], [step["isListed"] for step in told["steps"]]) == ([], [False, True])
    records = house.operate(adam, "GET", "/audit").body["records"]
    assert [(one["action"], one["subject"], one["reason"]) for one in records if one["action"].startswith("dnc")] == [
        ("dnc.unlist", "(212) ***-**34", "mistyped"),
        ("dnc.list", "(212) ***-**34", "asked by letter"),
    ]


def test_listed_numbers_are_paged_newest_first(house: House) -> None:
    adam = house.token("adam", "compliance")
    for number in range(5):
        house.operate(adam, "POST", "/do-not-call", phone=f"+1212555010{number}", reason="asked", kind="litigator")
    first = house.operate(adam, "GET", "/do-not-call?limit=3").body
    assert [item["phone"] for item in first["numbers"]] == [f"(212) ***-**0{last}" for last in "432"]
    assert first["total"] == 5
    rest = house.operate(adam, "GET", f"/do-not-call?limit=3&kind=litigator&cursor={first['nextCursor']}").body
    assert ([item["phone"][-1] for item in rest["numbers"]], rest["nextCursor"]) == (["1", "0"], None)
    assert house.operate(adam, "GET", "/do-not-call?kind=internal").body["numbers"] == []
    assert house.operate(adam, "GET", "/do-not-call?cursor=x").status == 400
    assert house.operate(adam, "POST", "/do-not-call", phone="12", reason="asked").body["field"] == "phone"


def test_lists_come_in_and_go_out_as_csv_beside_a_running_engine(house: House, ana: str, tmp_path: Path) -> None:
    import_phone(house, "+12125550134", None)
    session = start(house, ana)
    file, data = tmp_path / "asked.csv", ["--data", str(house.folder.root), "--tenant", "Acme"]
    file.write_text("Phone,Reason\n212-555-0134,=letter\nnobody,\n2125550134,\n", encoding="utf-8")
    done = CliRunner().invoke(command, ["import", str(file), "--kind", "internal", *data])
    assert "1 number added to the list internal of Acme" in done.output
    assert "1 row brought a number that was on it already" in done.output
    assert "1 row left out" in done.output
    assert next_phone(house, ana, session) is None
    out = tmp_path / "out.csv"
    assert CliRunner().invoke(command, ["export", "--out", str(out), "--kind", "own", *data]).exit_code == 0
    header, row = out.read_text(encoding="utf-8").splitlines()
    assert header == "phone,country,list,listed_at,by,source,reason"
    assert row.startswith("2125550134,US,internal,2")
    assert row.endswith(",import,'=letter")
    assert CliRunner().invoke(command, ["check", "2125550134", *data]).exit_code == 1
    again = CliRunner().invoke(command, ["import", str(out), "--kind", "internal", *data])
    assert "0 numbers added" in again.output


def test_what_another_process_listed_reaches_the_engines_memory(house: House, tmp_path: Path) -> None:
    adam = house.token("adam", "admin")
    file = tmp_path / "asked.csv"
    file.write_text("Phone\n2125550134\n", encoding="utf-8")
    args = ["import", str(file), "--kind", "litigators", "--data", str(house.folder.root), "--tenant", "Acme"]
    assert CliRunner().invoke(command, args).exit_code == 0
    house.engine.floor.suppressions.restore(house.engine._admin.lists.imported())
    assert house.engine._admin.lists.imported() == []
    assert house.operate(adam, "GET", "/do-not-call/numbers/2125550134").body["lists"] == ["litigator"]


def test_the_national_list_is_told_with_its_age(house: House, tmp_path: Path) -> None:
    adam = house.token("adam", "admin")
    assert house.operate(adam, "GET", "/do-not-call/national").body["national"] is None
    assert house.operate(adam, "GET", "/do-not-call/numbers/2125550134").body["onNational"] is None
    file = tmp_path / "all.txt"
    file.write_text("212,5550134\n", encoding="utf-8")
    taken = NationalSource(lists=(file,), taken_at=house.now // DAY * DAY - DAY, account="", by="eve")
    list(NationalImport(NationalLists(house.folder.root), taken, new_id(house.now), house.now).run())
    told = house.operate(adam, "GET", "/do-not-call/national").body["national"]
    assert (told["numbers"], told["areaCodes"], told["goodUntil"]) == (1, 1, "2026-10-21T00:00:00Z")
    answers = [
        house.operate(adam, "GET", f"/do-not-call/numbers/{number}").body["onNational"]
        for number in ("2125550134", "2125550135", "9075550134")
    ]
    assert answers == [True, False, None]
    house.later(60 * DAY)
    assert house.operate(adam, "GET", "/do-not-call/numbers/2125550135").body["onNational"] is None


def test_an_entry_is_lifted_by_its_place_with_reason_and_consent_and_once(house: House) -> None:
    olga, sam = house.token("olga", "compliance"), house.token("sam", "supervisor")
    for kind in ("internal", "wrong_number"):
        house.operate(sam, "POST", "/do-not-call", phone="2125550134", reason="asked by letter", kind=kind)
    page = house.operate(sam, "GET", "/do-not-call").body
    assert page["counts"] == {"internal": 1, "wrongNumber": 1, "litigator": 0}
    assert "2125550134" not in str(page)
    wrong, internal = (f"/do-not-call/entries/{item['id']}/lift" for item in page["numbers"])
    assert house.operate(sam, "POST", wrong, reason="is theirs again").status == 403
    assert house.operate(olga, "POST", wrong, reason="is theirs again").status == 200
    again = house.operate(olga, "POST", wrong, reason="is theirs again")
    assert (again.status, "look it up again" in again.body["error"]) == (409, True)
    assert house.operate(olga, "POST", internal, reason="wants it").body["field"] == "consent"
    told = house.operate(olga, "POST", internal, reason="wants it", consent="web form, 2026-09-20").body
    assert (told["isListed"], told["consent"]) == (False, "web form, 2026-09-20")
    assert house.operate(olga, "POST", "/do-not-call/entries/999/lift", reason="none").status == 404
    (record,) = house.operate(olga, "GET", "/audit?limit=1").body["records"]
    assert (record["action"], record["before"], record["after"]) == (
        "dnc.unlist",
        {"list": "internal"},
        {"consent": "web form, 2026-09-20"},
    )
    page = house.operate(sam, "GET", "/do-not-call").body
    assert (page["numbers"], page["total"], page["counts"]["internal"]) == ([], 0, 0)


def test_the_lists_leave_as_one_file_with_whole_numbers_and_that_is_audited(house: House) -> None:
    olga, sam = house.token("olga", "compliance"), house.token("sam", "supervisor")
    assert house.operate(olga, "GET", "/do-not-call/file").raw.decode().splitlines() == [
        "phone,country,list,listed_at,by,source,reason"
    ]
    for last, kind in enumerate(("internal", "litigator")):
        house.operate(olga, "POST", "/do-not-call", phone=f"212555013{last}", reason="=asked", kind=kind)
    lines = house.operate(olga, "GET", "/do-not-call/file?kind=litigator").raw.decode().splitlines()
    assert [line.split(",")[0] for line in lines] == ["phone", "2125550131"]
    assert lines[1].endswith(",olga,operator,'=asked")
    assert house.operate(sam, "GET", "/do-not-call/file").status == 403
    (record,) = house.operate(olga, "GET", "/audit?limit=1").body["records"]
    assert (record["action"], record["user"], record["after"]) == ("dnc.export", "olga", {"list": "litigator"})
