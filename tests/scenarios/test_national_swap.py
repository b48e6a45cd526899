"""The national list in force: contacts that it held are judged anew by the next one, and its age calls for somebody."""

from pathlib import Path

from app.bootstrap.national_import import NationalImport, NationalSource
from app.engine.value import DAY, MINUTE, Instant
from app.ids import new_id
from db.national_lists import NationalLists
from tests.scenarios.harness import House
from tests.scenarios.test_alerts import look

FIRST, SECOND = "+12125550100", "+12125550101"


def bring_in(house: House, tmp_path: Path, *numbers: str, taken_at: Instant | None = None) -> None:
    """Another version, as `dialfloor dnc import` makes it beside the engine."""
    file = tmp_path / "all.txt"
    file.write_text("\n".join(number.removeprefix("+1") for number in numbers) + "\n", encoding="ascii")
    taken = house.now // DAY * DAY if taken_at is None else taken_at
    source = NationalSource(lists=(file,), taken_at=taken, account="1", by="olga", is_whole=True)
    for _ in NationalImport(NationalLists(house.folder.root), source, new_id(house.now), house.now).run():
        continue


def see(house: House) -> None:
    """The second goes by in which the engine looks."""
    house.run(house.engine._national.look(house.clock))


def ask_for_the_list(house: House) -> None:
    told = house.operate(
        house.token("adam", "admin"), "PUT", "/calling-rules", mode="enforce", national=True, reason="telemarketing"
    )
    assert told.status == 200, told


def next_phone(house: House, ana: str, session: str) -> str | None:
    contact = house.dial(ana, "next-contact", sessionId=session).body["contact"]
    return None if contact is None else str(contact["phone"])


def test_who_was_held_for_an_old_list_is_called_as_soon_as_a_fresh_one_is_there(
    house: House, ana: str, tmp_path: Path
) -> None:
    house.contacts(2)
    ask_for_the_list(house)
    session = str(house.dial(ana, "start").body["session"]["id"])
    assert next_phone(house, ana, session) is None
    held = house.operate(house.token("olga", "compliance"), "GET", "/contacts/blocked").body["held"]
    assert [one["code"] for one in held] == ["DNC_LIST_STALE", "DNC_LIST_STALE"]
    house.later(MINUTE)
    assert next_phone(house, ana, session) is None, "nothing has changed"
    bring_in(house, tmp_path, FIRST)
    see(house)
    assert next_phone(house, ana, session) == SECOND, "the other one is listed"
    house.later(MINUTE)
    bring_in(house, tmp_path, SECOND)
    see(house)
    assert next_phone(house, ana, session) == FIRST, "it has left the list, and is not held for a day"


def test_a_list_that_came_while_no_engine_ran_frees_contacts_at_the_start(
    house: House, ana: str, tmp_path: Path
) -> None:
    house.contacts(1)
    ask_for_the_list(house)
    assert next_phone(house, ana, str(house.dial(ana, "start").body["session"]["id"])) is None
    house.later(MINUTE)
    bring_in(house, tmp_path, SECOND)
    house.restart()
    see(house)
    assert next_phone(house, ana, str(house.dial(ana, "start").body["session"]["id"])) == FIRST
    house.later(10 * MINUTE)
    see(house)


def test_a_list_calls_for_somebody_at_25_days_and_louder_past_31(house: House, sam: str, tmp_path: Path) -> None:
    assert look(house, sam) == [], "nobody asks for it"
    bring_in(house, tmp_path, FIRST)
    see(house)
    taken = house.now // DAY * DAY
    house.clock.advance(taken + 25 * DAY - house.now - MINUTE)
    assert look(house, sam) == []
    house.later(MINUTE)
    (alert,) = look(house, sam)
    assert (alert["rule"], alert["severity"], alert["used"], alert["limit"]) == ("national_list", "notice", 25, 31)
    assert "25 days old" in alert["sentence"]
    ask_for_the_list(house)
    house.later(MINUTE)
    (worse,) = look(house, sam)
    assert (worse["id"], worse["severity"]) == (alert["id"], "warning")
    house.clock.advance(taken + 31 * DAY - house.now + 1)
    (worst,) = look(house, sam)
    assert (worst["severity"], worst["used"]) == ("critical", 31)
    assert "too old" in worst["sentence"]
    bring_in(house, tmp_path, FIRST)
    see(house)
    house.later(MINUTE)
    assert look(house, sam) == []


def test_a_floor_that_asks_for_a_list_and_has_none_is_told(house: House, sam: str) -> None:
    ask_for_the_list(house)
    (alert,) = look(house, sam)
    assert (alert["rule"], alert["severity"]) == ("national_list", "critical")
    assert "No national do-not-call list" in alert["sentence"]
