"""The map in the window: what tiles and bands say, by click and by key, as time goes on."""

from datetime import timedelta

from PySide6.QtCore import Qt

from app.ui.models.callable_bands import band_words, bands_of
from app.ui.models.callable_counts import counts_of
from app.ui.models.callable_grid import PLACES, step
from app.ui.models.callable_words import standing_of, state_standing
from app.ui.views.compliance_page import CompliancePage
from app.ui.views.map_pane import MapPane
from app.wire.callable import CallableNowPage, CallableState
from tests.fakes.floor_gateway import unreachable
from tests.ui.conftest import Open, Stage


def section(one: Stage, id_: str) -> CompliancePage:
    one.press(one.window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    page = one.window.views.page
    assert isinstance(page, CompliancePage)
    one.click(page.buttons[id_])
    return page


def the_map(one: Stage) -> MapPane:
    pane = section(one, "map").pane
    assert isinstance(pane, MapPane)
    one.until(lambda: pane.page is not None)
    return pane


def answered(pane: MapPane) -> CallableNowPage:
    assert pane.page is not None
    return pane.page


def state(page: CallableNowPage, name: str) -> CallableState:
    return next(one for one in page.states if one.jurisdiction == f"US-{name}")


def test_every_state_has_its_tile_and_arrows_reach_each_of_them(stage: Open) -> None:
    pane = the_map(stage().open())
    assert {f"US-{name}" for name in PLACES} == {one.jurisdiction for one in answered(pane).states}
    reached = {"AK"}
    while more := {step(name, *way) for name in reached for way in ((1, 0), (-1, 0), (0, 1), (0, -1))} - reached:
        reached |= more
    assert reached == set(PLACES)


def test_a_click_or_an_arrow_tells_of_a_state_its_zones_rules_and_contacts(stage: Open) -> None:
    one = stage().open()
    pane = the_map(one)
    one.click(pane.map, pos=pane.map.rect_of("FL").center().toPoint())
    assert pane.detail.name.text() == "Florida"
    assert len(pane.detail.parts) == 2, "one for each of its zones"
    words = pane.detail.words
    assert "Fla. Stat. 501.616(6)(a)" in words
    assert "2,210 contacts are due" in words
    assert "closes in " in words or "opens in " in words
    one.press(pane.map, Qt.Key.Key_Up)
    assert pane.map.current == "DC"
    assert "District of Columbia" in pane.map.accessibleDescription()
    assert "there" in pane.map.accessibleDescription()


def test_the_pointer_shows_a_state_and_gives_the_chosen_one_back(stage: Open) -> None:
    one = stage().open()
    pane = the_map(one)
    pane.map.choose("FL")
    pane.map.looked_at.emit("HI")
    assert pane.detail.name.text() == "Hawaii"
    pane.map.looked_at.emit("")
    assert pane.detail.name.text() == "Florida"


def test_the_figures_are_those_of_the_answer(stage: Open) -> None:
    pane = the_map(stage().open())
    page = answered(pane)
    whole = sum(all(zone.is_open for zone in one.zones) for one in page.states)
    assert pane.figures[0][0].text() == str(whole)
    assert counts_of(page)[1].figure == f"{page.contacts.callable_now:,}"


def test_soon_is_within_the_hour_and_a_state_stands_as_its_worse_zone(stage: Open) -> None:
    pane = the_map(stage().open())
    page = answered(pane)
    zone = next(zone for one in page.states for zone in one.zones if zone.is_open and zone.until is not None)
    assert zone.until is not None
    assert standing_of(zone, zone.until - timedelta(minutes=61)) == "open"
    assert standing_of(zone, zone.until - timedelta(minutes=60)) == "closes"
    split = next(one for one in page.states if len({zone.is_open for zone in one.zones}) == 2)
    assert state_standing(split, page.now) in ("closed", "opens")


def test_a_band_counts_the_open_states_of_its_zone(stage: Open) -> None:
    one = stage().open()
    pane = the_map(one)
    page = answered(pane)
    bands = {band.zone: band for band in bands_of(page, page.now)}
    assert "America/Boise" not in bands, "its clock is Denver's"
    york = bands["America/New_York"]
    members = [zone for each in page.states for zone in each.zones if zone.zone == "America/New_York"]
    assert len(york.open_states(page.now)) == sum(zone.is_open for zone in members)
    assert f"of {len(members)} states open" in band_words(york, page.now)
    one.press(pane.bands, Qt.Key.Key_Down)
    assert pane.explained.text() == pane.bands.accessibleDescription() != ""


def test_it_asks_anew_each_minute_and_for_another_purpose(stage: Open) -> None:
    one = stage().open()
    pane = the_map(one)
    asked = one.floor.asked.count("callable_now")
    pane.tick()
    assert one.floor.asked.count("callable_now") == asked
    one.clock.advance(1_000_000)
    one.floor.calling.ahead = timedelta(minutes=-2)
    pane.refresh()
    one.until(lambda: one.floor.asked.count("callable_now") == asked + 1 and not pane._asking)
    pane.tick()
    one.until(lambda: one.floor.asked.count("callable_now") == asked + 2)
    pane.purpose.setCurrentIndex(2)
    pane.purpose.activated.emit(2)
    one.until(lambda: answered(pane).purpose == "debt")


def test_an_engine_that_does_not_answer_is_said_and_what_was_known_stays(stage: Open) -> None:
    one = stage().open()
    pane = the_map(one)
    one.floor.trouble = unreachable("https://floor.example")
    pane.refresh()
    one.until(lambda: bool(pane.trouble_words))
    assert pane.page is not None
    one.floor.trouble = None
    one.click(pane.again)
    one.until(lambda: not pane.trouble_words)
