"""Calling hours in the path of a call: nobody is handed out whom a rule forbids, and what is told about it is true."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.bootstrap.national_import import NationalImport, NationalSource
from app.compliance.places import place_of
from app.engine.abandonment import Tally
from app.engine.people import Contact
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Instant
from app.ids import new_id
from app.wire.base import instant_of
from db.contacts_store import SqliteContactLists
from db.national_lists import NationalLists
from db.open import connect
from db.packing import unpack
from tests.scenarios.harness import House, _deed

ENFORCE = {"mode": "enforce", "reason": "counsel has signed"}


def instant(text: str) -> Instant:
    return instant_of(datetime.fromisoformat(text).replace(tzinfo=UTC))


TUESDAY = "2026-12-01"
"""No holiday anywhere; standard time."""


def at(root: Path, text: str) -> House:
    return House(root / "floor", instant(text))


def load(
    house: House, phones: Sequence[str], campaign: str | None = None, fields: Mapping[str, object] | None = None
) -> str | None:
    """Contacts with these numbers and columns, as an import places them."""
    connection = connect(house.folder.database)
    try:
        lists = SqliteContactLists(connection, new_id)
        list_id, into = lists.open_list("Acme", campaign, bytes(32), _deed(house.now))
        columns = dict(fields or {})
        made = [
            Contact(
                id=new_id(house.now),
                tenant_id=into.tenant_id,
                campaign_id=into.id or None,
                first_name="Kim",
                last_name="",
                phone=phone,
                email=None,
                fields=columns,
                place=place_of(phone, columns),
            )
            for phone in phones
        ]
        lists.add(list_id, made, 0, house.now - len(made))
        return into.id or None
    finally:
        connection.close()


class Floor:
    """A tenant that takes the rules seriously, an officer, and a dialer in a session."""

    def __init__(self, house: House, **rules: object) -> None:
        self.house = house
        self.officer = house.token("olga", "compliance")
        self.dialer = house.token("ana")
        if rules:
            assert house.operate(self.officer, "PUT", "/calling-rules", **rules).status == 200
        self.session = self.start()

    def start(self, campaign: str | None = None) -> str:
        where = {} if campaign is None else {"campaignId": campaign}
        return str(self.house.dial(self.dialer, "start", **where).body["session"]["id"])

    def ask(self, session: str | None = None) -> dict[str, object]:
        self.house.later(10 * SECOND)
        answer = self.house.dial(self.dialer, "next-contact", sessionId=session or self.session)
        assert answer.status == 200, answer.body
        return answer.body

    def phone(self) -> str | None:
        contact = self.ask()["contact"]
        return str(contact["phone"]) if isinstance(contact, dict) else None


def test_without_a_word_of_the_operator_contacts_are_handed_out_and_what_the_rules_would_refuse_is_counted(
    tmp_path: Path,
) -> None:
    with at(tmp_path, f"{TUESDAY}T08:00:00") as house:  # three in the morning in New York
        floor = Floor(house)
        load(house, ["+12125550134", "+12125550135"])
        assert floor.phone() == "+12125550134"
        page = house.operate(floor.officer, "GET", "/calling-rules").body
        assert (page["rules"]["mode"], page["isDefault"]) == ("alert-only", True)
        assert page["wouldRefuse"] == {"OUTSIDE_HOURS": 1}


def test_what_a_limit_held_back_was_not_handed_out_against_rules_and_a_restart_keeps_the_day(
    tmp_path: Path,
) -> None:
    with at(tmp_path, f"{TUESDAY}T08:00:00") as house:
        floor = Floor(house)
        load(house, [f"+121255501{number:02}" for number in range(8)])
        statuses = [
            house.dial(floor.dialer, "next-contact", sessionId=floor.session, mode="predictive", lines=2).status
            for _ in range(3)
        ]
        assert statuses == [200, 429, 429]
        counted = house.operate(floor.officer, "GET", "/calling-rules").body
        assert counted["wouldRefuse"]["OUTSIDE_HOURS"] == 2, "the two that were handed out"
        house.later(2 * HOUR)
        house.restart()
        page = house.operate(floor.officer, "GET", "/calling-rules").body
        assert (page["wouldRefuse"], page["wouldRefuseDay"]) == ({}, {"OUTSIDE_HOURS": 2})


def test_a_contact_is_not_called_before_its_morning_and_the_answer_says_when_to_come_back(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T08:00:00") as house:
        floor = Floor(house, **ENFORCE)
        load(house, ["+12125550134"])
        nobody = floor.ask()
        assert nobody["contact"] is None
        assert "at this hour" in str(nobody["reason"])
        opens = str(nobody["nextEligibleAt"])
        house.later(instant(opens.removesuffix("Z")) - house.now - 11 * SECOND)
        assert floor.phone() is None, "a second early"
        house.later(SECOND)
        assert floor.ask()["contact"] is not None


def test_calls_end_before_the_window_does_by_the_time_they_may_ring(tmp_path: Path) -> None:
    # New York closes at 21:00 (2 a.m. UTC); 30 s of ringing and 30 s of guard before.
    with at(tmp_path, "2026-12-02T01:30:00") as house:
        floor = Floor(house, **ENFORCE)
        load(house, [f"+121255501{number:02}" for number in range(20)])
        house.later(instant("2026-12-02T01:58:59") - house.now - 10 * SECOND)
        assert floor.phone() is not None
        house.later(0)
        assert floor.phone() is None
        blocked = house.operate(floor.officer, "GET", "/contacts/blocked").body
        assert (blocked["due"], blocked["blocked"]) == (19, 19)
        place = blocked["places"][0]
        assert (place["place"], place["contacts"], place["code"]) == ("212", 19, "OUTSIDE_HOURS")
        assert place["citation"]
        assert str(place["nextEligibleAt"]).startswith("2026-12-02T13:")


def test_whose_window_closes_soonest_comes_first(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T20:00:00") as house:
        floor = Floor(house, **ENFORCE)
        load(house, ["+13105550134", "+13125550134", "+12125550134", "+18085550134"])
        assert [floor.phone() for _ in range(4)] == ["+12125550134", "+13125550134", "+13105550134", "+18085550134"]


def test_an_address_adds_its_states_hours_and_takes_none_away(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T14:00:00") as house:  # nine in New York, six in California
        floor = Floor(house, **ENFORCE)
        load(house, ["+12125550134"], fields={"State": "CA"})
        load(house, ["+12125550135"], fields={"Time Zone": "America/Los_Angeles"})
        load(house, ["+12125550136"], fields={"State": "somewhere"})
        assert [floor.phone(), floor.phone()] == ["+12125550136", None]
        house.later(3 * HOUR)
        assert {floor.phone(), floor.phone()} == {"+12125550134", "+12125550135"}


def test_a_number_that_belongs_to_no_place_is_never_called_and_told(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, **ENFORCE)
        load(house, ["+18005550134", "+442071838750", "+12125550134"])
        assert [floor.phone(), floor.phone()] == ["+12125550134", None]
        codes = {one["code"] for one in house.operate(floor.officer, "GET", "/contacts/blocked").body["places"]}
        assert codes == {"NPA_NON_GEOGRAPHIC", "NANP_INVALID_FORMAT"}


def test_the_fourth_try_within_a_day_waits_for_the_first_to_be_a_day_old_over_all_campaigns(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T14:00:00") as house:
        floor = Floor(house, **ENFORCE)
        campaigns = [load(house, ["+13055550134"], name) for name in ("One", "Two", "Three", "Four")]
        first: Instant = 0
        for campaign in campaigns[:3]:
            session = floor.start(campaign)
            assert floor.ask(session)["contact"] is not None
            first = first or house.now
        session = floor.start(campaigns[3])
        refused = floor.ask(session)
        assert refused["contact"] is None
        held = house.operate(floor.officer, "GET", "/contacts/blocked").body["held"]
        assert [(one["phone"], one["code"]) for one in held] == [("(305) ***-**34", "ATTEMPT_CAP")]
        assert "501.616" in held[0]["citation"]
        free = instant(str(refused["nextEligibleAt"]).removesuffix("Z"))
        assert free == first + DAY + 1
        house.later(free - house.now)
        again = floor.start(campaigns[3])
        house.later(-10 * SECOND)
        assert floor.ask(again)["contact"] is not None


def test_the_national_list_binds_who_asks_for_it_and_an_old_copy_forbids_every_call(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, **ENFORCE, national=True)
        load(house, ["+12125550134", "+12125550135", "+19075550134"])
        assert floor.phone() is None
        held = house.operate(floor.officer, "GET", "/contacts/blocked").body["held"]
        assert {one["code"] for one in held} == {"DNC_LIST_STALE"}
        first = house.operate(floor.officer, "GET", "/contacts/blocked?limit=1").body
        rest = house.operate(floor.officer, "GET", f"/contacts/blocked?cursor={first['nextCursor']}").body
        assert (first["held"] + rest["held"], rest["nextCursor"]) == (held, None)
        file = tmp_path / "all.txt"
        file.write_text("212,5550134\n", encoding="utf-8")
        source = NationalSource(lists=(file,), taken_at=instant(TUESDAY), account="", by="eve")
        list(NationalImport(NationalLists(house.folder.root), source, new_id(house.now), house.now).run())
        house.restart()
        house.later(DAY + MINUTE)
        floor.session = floor.start()
        assert [floor.phone(), floor.phone()] == ["+12125550135", None]
        held = house.operate(floor.officer, "GET", "/contacts/blocked").body["held"]
        assert {one["phone"]: one["code"] for one in held} == {
            "(212) ***-**34": "DNC_NATIONAL",
            "(907) ***-**34": "DNC_LIST_STALE",
        }


def test_consent_and_the_reassigned_numbers_check_are_columns(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, **ENFORCE, consent=True)
        load(house, ["+12125550134"], fields={"consent": "no"})
        load(house, ["+12125550135"], fields={"consent": "2026-01-01"})
        load(house, ["+12125550136"])
        assert [floor.phone(), floor.phone()] == ["+12125550135", None]


def test_an_emergency_closes_a_state_from_the_next_decision_on(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, **ENFORCE)
        load(house, ["+15045550134", "+15045550135"])
        assert floor.phone() == "+15045550134"
        house.operate(floor.officer, "PUT", "/calling-rules", **ENFORCE, emergencies=["US-LA"])
        nobody = floor.ask()
        assert (nobody["contact"], nobody["nextEligibleAt"]) == (None, None)
        assert nobody["reason"]
        assert house.operate(floor.officer, "PUT", "/calling-rules", **ENFORCE, emergencies=["US-ZZ"]).status == 400
        house.operate(floor.officer, "PUT", "/calling-rules", **ENFORCE)
        assert floor.phone() == "+15045550135"


def test_a_campaign_may_have_rules_of_its_own_and_every_edit_is_audited_and_outlives_a_restart(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T08:00:00") as house:
        floor = Floor(house, **ENFORCE)
        quiet = load(house, ["+12125550134"], "Quiet")
        survey = load(house, ["+12125550135"], "Survey")
        path = f"/calling-rules/{survey}"
        assert house.operate(floor.officer, "PUT", path, mode="off", reason="a survey, no sale").status == 200
        house.restart()
        assert floor.ask(floor.start(survey))["contact"] is not None
        assert floor.ask(floor.start(quiet))["contact"] is None
        page = house.operate(floor.officer, "GET", "/calling-rules").body
        assert [(one["campaign"], one["rules"]["mode"]) for one in page["campaigns"]] == [("Survey", "off")]
        assert house.operate(floor.officer, "DELETE", f"{path}?reason=a+sale+after+all").body["campaigns"] == []
        sam = house.token("sam", "supervisor")
        assert house.operate(sam, "PUT", "/calling-rules", mode="off", reason="we are late").status == 403
        deeds = house.operate(floor.officer, "GET", "/audit").body["records"]
        assert [one["subject"] for one in deeds if one["action"] == "calling.rules"] == ["Survey", "Survey", "tenant"]


def test_a_contact_put_back_by_a_limit_is_handed_out_when_the_limit_allows(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T18:00:00") as house:
        floor = Floor(house, **ENFORCE)
        load(house, [f"+121255501{number:02}" for number in range(4)])
        # Nobody has been left without an agent in a hundred answers: there is room for a batch of two.
        tenant = house.rows("SELECT tenant_id FROM contacts")[0][0]
        house.engine.floor.abandonment.count(unpack(tenant), instant(f"{TUESDAY}T00:00:00") // DAY, Tally(100))
        first = house.dial(floor.dialer, "next-contact", sessionId=floor.session, mode="predictive", lines=2)
        assert len(first.body["callIds"]) == 2
        limited = house.dial(floor.dialer, "next-contact", sessionId=floor.session, mode="predictive", lines=2)
        assert limited.status == 429
        house.later(3 * SECOND)
        again = house.dial(floor.dialer, "next-contact", sessionId=floor.session, mode="predictive", lines=3)
        assert len(again.body["callIds"]) == 2


@pytest.mark.parametrize("phone", ["+18085550134", "+16715550134"])
def test_far_away_the_day_is_another(tmp_path: Path, phone: str) -> None:
    with at(tmp_path, f"{TUESDAY}T22:30:00") as house:
        floor = Floor(house, **ENFORCE)
        load(house, [phone])
        assert floor.phone() == phone, "half past twelve in Honolulu; half past eight tomorrow in Guam"
