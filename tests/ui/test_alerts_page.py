"""The alerts view, by clicks and keys: listing, filtering, acting on one or several, and the ways on from an alert."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.views.alert_dialogs import AcknowledgeDialog, ResolveDialog
from app.ui.views.alerts_page import AlertsView
from app.ui.views.limit_dialog import LimitDialog
from app.ui.views.snooze_dialog import SnoozeDialog
from app.wire.alerts import AlertItem
from tests.fakes.alerts_gateway import AlertDesk
from tests.fakes.floor_gateway import unreachable
from tests.ui.conftest import Open, Stage

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def desk(one: Stage) -> AlertDesk:
    return one.floor.alert_desk


def call(one: Stage) -> None:
    """What the desk has to say goes out, and is heard."""
    one.hear(desk(one).changes())


@pytest.fixture
def ids(stage: Open) -> list[str]:
    return []


@pytest.fixture
def one(stage: Open, ids: list[str]) -> Stage:
    """A window on three open alerts."""
    made = stage().open()
    ids += [
        desk(made).raise_alert("near_limit", "Ben Haddad", severity="notice"),
        desk(made).raise_alert("refusals", "Alicia Romero", code="calls_per_hour", times=3),
        desk(made).raise_alert("session_age", "Chen Novak", severity="critical", limit_id="session.age"),
    ]
    call(made)
    return made


def view(one: Stage) -> AlertsView:
    one.press(one.window.floor.table, Qt.Key.Key_5, ALT)
    page = one.window.views.page
    assert isinstance(page, AlertsView)
    return page


def rows(page: AlertsView) -> list[str]:
    return [alert.subject for alert in page.model.rows]


def happened(page: AlertsView) -> str:
    """The newest entry of the history."""
    cell = page.pane.history.item(0, 1)
    return "" if cell is None else cell.text()


def live(one: Stage, alert_id: str) -> AlertItem:
    return one.window.alerts.store.alerts[alert_id]


def test_the_rail_counts_the_open_ones_and_alt_5_lists_the_gravest_first(one: Stage, ids: list[str]) -> None:
    assert one.window.rail.buttons["alerts"].count == 3
    page = view(one)
    assert rows(page) == ["Chen Novak", "Alicia Romero", "Ben Haddad"]
    assert page.pane.alert is not None
    assert page.pane.alert.id == ids[2]
    one.until(lambda: happened(page) == "Raised, critical, 1×")
    assert "8 hours" in page.pane.means.text()


def test_a_and_enter_acknowledge_with_the_usual_note(one: Stage, ids: list[str]) -> None:
    page = view(one)
    one.press(page.table, Qt.Key.Key_A)
    dialog = one.dialog(AcknowledgeDialog)
    one.press(dialog, Qt.Key.Key_Return)
    one.until(lambda: live(one, ids[2]).state == "acknowledged")
    assert live(one, ids[2]).note == "I am seeing to it"
    assert rows(page) == ["Alicia Romero", "Ben Haddad"]
    assert one.window.rail.buttons["alerts"].count == 2
    assert page.bar.states["acknowledged"].text().endswith("1")


def test_a_note_of_ones_own_must_be_long_enough(one: Stage, ids: list[str]) -> None:
    page = view(one)
    one.click(page.bar.acts["acknowledge"])
    dialog = one.dialog(AcknowledgeDialog)
    one.write(dialog.note, "ok")
    assert not dialog.go.isEnabled()
    one.write(dialog.note, ", raising it")
    one.click(dialog.go)
    one.until(lambda: live(one, ids[2]).state == "acknowledged")
    assert live(one, ids[2]).note == "ok, raising it"


def test_several_are_acknowledged_with_one_note(one: Stage, ids: list[str]) -> None:
    page = view(one)
    one.press(page.table, Qt.Key.Key_Down, SHIFT)
    assert page.bar.chosen.text().startswith("2")
    one.press(page.table, Qt.Key.Key_A)
    one.press(one.dialog(AcknowledgeDialog), Qt.Key.Key_Return)
    one.until(lambda: rows(page) == ["Ben Haddad"])
    assert {live(one, id_).state for id_ in ids[1:]} == {"acknowledged"}


def test_whoever_was_quicker_is_named_and_nothing_typed_is_lost(one: Stage, ids: list[str]) -> None:
    page = view(one)
    one.press(page.table, Qt.Key.Key_Down, SHIFT)
    one.press(page.table, Qt.Key.Key_A)
    dialog = one.dialog(AcknowledgeDialog)
    one.write(dialog.note, "mine")
    desk(one).user = "Kim"
    desk(one).act("acknowledge", ids[2], "hers")
    one.click(dialog.go)
    one.until(dialog.trouble.isVisible)
    said = dialog.trouble.accessibleName()
    assert "acknowledged by Kim" in said
    assert "hers" in said
    assert "Done for 1 of 2" in said
    assert dialog.note.currentText() == "mine"
    one.until(lambda: live(one, ids[1]).note == "mine")
    dialog.reject()


def test_an_engine_that_cannot_be_asked_keeps_the_dialog(one: Stage, ids: list[str]) -> None:
    page = view(one)
    one.press(page.table, Qt.Key.Key_A)
    dialog = one.dialog(AcknowledgeDialog)
    one.floor.trouble = unreachable("http://127.0.0.1:50731")
    one.click(dialog.go)
    one.until(dialog.trouble.isVisible)
    one.floor.trouble = None
    one.click(dialog.go)
    one.until(lambda: live(one, ids[2]).state == "acknowledged")


def test_z_snoozes_for_an_hour_or_until_tomorrow(one: Stage, ids: list[str]) -> None:
    page = view(one)
    now = one.window.alerts.now
    one.press(page.table, Qt.Key.Key_Z)
    one.press(one.dialog(SnoozeDialog), Qt.Key.Key_Return)
    one.until(lambda: live(one, ids[2]).state == "snoozed")
    until = live(one, ids[2]).snoozed_until
    assert until is not None
    assert until - now == timedelta(hours=1)
    one.press(page.table, Qt.Key.Key_Z)
    dialog = one.dialog(SnoozeDialog)
    one.click(dialog.spans["tomorrow"])
    one.click(dialog.go)
    one.until(lambda: live(one, ids[1]).state == "snoozed")
    one.press(page.table, Qt.Key.Key_3)
    assert rows(page) == ["Chen Novak", "Alicia Romero"]


def test_a_snooze_into_the_past_names_its_fault(one: Stage) -> None:
    page = view(one)
    one.press(page.table, Qt.Key.Key_Z)
    dialog = one.dialog(SnoozeDialog)
    dialog.own.setDateTime(dialog.own.dateTime().addDays(-2))
    assert dialog.spans["own"].isChecked()
    assert "passed" in dialog.fault.text()
    assert not dialog.go.isEnabled()
    dialog.own.setDateTime(dialog.own.dateTime().addDays(12))
    assert "week" in dialog.fault.text()
    dialog.reject()


def test_r_resolves_and_what_is_over_is_listed_without_an_end(one: Stage, ids: list[str]) -> None:
    for at in range(150):
        desk(one).act("resolve", desk(one).raise_alert("would_refuse", f"Tenant {at}"), None)
    desk(one).changes()
    page = view(one)
    one.press(page.table, Qt.Key.Key_R)
    dialog = one.dialog(ResolveDialog)
    one.write(dialog.note, "ended the session")
    one.click(dialog.go)
    one.until(lambda: "Chen Novak" not in rows(page))
    one.click(page.bar.states["resolved"])
    one.until(lambda: len(page.model.rows) == 100)
    page.table.scrollToBottom()
    one.until(lambda: len(page.model.rows) == 151)
    assert not page.log.has_more
    one.click(page.bar.search)
    one.write(page.bar.search, "ended the")
    assert rows(page) == ["Chen Novak"]
    assert not page.bar.acts["resolve"].isEnabled()


def test_what_is_over_can_be_asked_for_again_after_trouble(one: Stage) -> None:
    page = view(one)
    one.floor.trouble = unreachable("http://127.0.0.1:50731")
    one.press(page.table, Qt.Key.Key_4)
    one.until(page.problem.isVisible)
    assert "cannot be reached" in page.problem_text.text()
    one.floor.trouble = None
    one.click(page.again)
    one.until(lambda: not page.log.has_more)
    assert page.problem.isHidden()
    assert "No alert is over yet" in page.table.empty


def test_rule_severity_and_words_narrow_and_escape_clears(one: Stage) -> None:
    page = view(one)
    page.bar.rule.setCurrentIndex(page.bar.rule.findData("refusals"))
    assert rows(page) == ["Alicia Romero"]
    page.bar.severity.setCurrentIndex(page.bar.severity.findData("critical"))
    assert rows(page) == []
    assert "Esc clears it" in page.table.empty
    assert page.bar.states["open"].text().endswith("0")
    one.press(page.table, Qt.Key.Key_Escape)
    assert len(rows(page)) == 3
    one.press(page.table, Qt.Key.Key_Slash)
    one.write(page.bar.search, "ben h")
    assert rows(page) == ["Ben Haddad"]


def test_the_chosen_alert_stays_chosen_while_others_come(one: Stage, ids: list[str]) -> None:
    page = view(one)
    page.table.choose(ids[0])
    desk(one).raise_alert("session_expired", "Alicia Byrne")
    call(one)
    assert page.table.chosen_id == ids[0]
    assert page.table.marked == [ids[0]]
    desk(one).raise_alert("near_limit", "Ben Haddad", severity="warning", used=100)
    call(one)
    assert page.pane.alert is not None
    assert page.pane.alert.severity == "warning"
    one.until(lambda: happened(page).startswith("Grew worse"))


def test_g_goes_to_the_agent_and_l_to_its_limits(one: Stage, ids: list[str]) -> None:
    page = view(one)
    page.table.choose(ids[1])
    one.press(page.table, Qt.Key.Key_L)
    dialog = one.dialog(LimitDialog)
    assert "Alicia Romero" in dialog.windowTitle()
    dialog.reject()
    one.press(page.table, Qt.Key.Key_G)
    assert one.window.views.current == "floor"
    assert one.window.chosen.agent_id == one.agent("Alicia Romero").id


def test_a_frozen_floor_still_counts_and_lists_alerts(one: Stage) -> None:
    one.window.acts.toggle_freeze()
    desk(one).raise_alert("session_expired", "Alicia Byrne")
    call(one)
    assert one.window.rail.buttons["alerts"].count == 4
    assert "Alicia Byrne" in rows(view(one))


def test_a_role_that_may_only_read_is_offered_no_act(stage: Open) -> None:
    one = stage()
    one.wiring.floor.me_answer = one.wiring.floor.me_answer.__class__(
        tenant_id="0198a000-0000-7000-8000-000000000001",
        tenant="Northgate Collections",
        user="Cora",
        role="compliance",
        may=["floor"],
        tenants=[],
    )
    one.open()
    desk(one).raise_alert("refusals", "Alicia Romero")
    call(one)
    page = view(one)
    assert all(button.isHidden() for button in page.bar.acts.values())
    one.press(page.table, Qt.Key.Key_A)
    assert not one.window.findChildren(AcknowledgeDialog)
    assert page.pane.limits.isHidden()


def test_the_empty_list_says_what_is_next(stage: Open) -> None:
    one = stage().open()
    page = view(one)
    assert "settings (S)" in page.table.empty
    assert page.pane.nothing.isVisible()
    assert page.pane.findChildren(QLabel)
