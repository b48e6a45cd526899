"""Retention and holds in the window: what goes next, holds set and released, one person erased after a typed word."""

from PySide6.QtCore import Qt

from app.ui.views.asking_sheet import ReasonSheet
from app.ui.views.holds_dialogs import EraseDialog, HoldDialog
from app.ui.views.holds_pane import HoldsPane
from tests.ui.conftest import Open, Stage
from tests.ui.test_map import section


def holds(one: Stage) -> HoldsPane:
    pane = section(one, "holds").pane
    assert isinstance(pane, HoldsPane)
    one.until(lambda: bool(pane.kept.rows and pane.holds.rows and pane.next.text()))
    return pane


def test_what_goes_next_and_what_a_hold_keeps_is_counted(stage: Open) -> None:
    one = stage().open()
    one.floor.admin.amounts.update({"calls": 1_827})
    pane = holds(one)
    calls = pane.kept.rows[0]
    assert (calls.due is not None and calls.due.rows, calls.due is not None and calls.due.held) == (1_204, 310)
    assert "it deletes 1,204 rows, and a hold keeps 310 more" in pane.next.text()


def test_a_hold_is_set_with_its_own_fields_and_a_reason(stage: Open) -> None:
    one = stage().open()
    pane = holds(one)
    one.press(pane.table, Qt.Key.Key_N)
    dialog = one.dialog(HoldDialog)
    assert not dialog.number.isVisible()
    dialog.scope.setCurrentIndex(2)
    assert dialog.number.isVisible()
    one.write(dialog.reason, "Complaint")
    assert not dialog.go.isEnabled(), "no number yet"
    one.write(dialog.number, "tea")
    one.click(dialog.go)
    one.until(lambda: dialog.number.property("invalid") == "true")
    dialog.number.setText("212 555 0134")
    one.click(dialog.go)
    one.until(lambda: [hold.phone for hold in pane.holds.rows][-1] == "(212) ***-**34")


def test_a_span_that_ends_before_it_begins_is_no_span(stage: Open) -> None:
    one = stage().open()
    pane = holds(one)
    one.click(pane.set)
    dialog = one.dialog(HoldDialog)
    dialog.scope.setCurrentIndex(3)
    one.write(dialog.reason, "Litigation")
    assert dialog.go.isEnabled()
    dialog.end.setDate(dialog.start.date())
    assert not dialog.go.isEnabled()
    one.click(dialog.cancel)


def test_a_hold_is_released_with_a_reason(stage: Open) -> None:
    one = stage().open()
    pane = holds(one)
    pane.hold_table.choose("1")
    one.click(pane.release)
    sheet = one.dialog(ReasonSheet)
    assert not sheet.go.isEnabled()
    one.write(sheet.reason, "The case is closed")
    one.click(sheet.go)
    one.until(lambda: [hold.number for hold in pane.holds.rows] == [2])


def test_a_number_is_erased_only_after_the_word_and_not_under_a_hold(stage: Open) -> None:
    one = stage().open()
    pane = holds(one)
    one.click(pane.erase)
    dialog = one.dialog(EraseDialog)
    one.write(dialog.number, "(305) 555-0199")
    one.write(dialog.reason, "The person asked for it")
    assert not dialog.go.isEnabled()
    one.write(dialog.word, "erase")
    one.click(dialog.go)
    one.until(lambda: not dialog.trouble.isHidden())
    assert "release the hold first" in dialog.trouble.accessibleName()
    dialog.number.setText("212 555 0134")
    one.click(dialog.go)
    one.until(lambda: one.floor.holds.erased == ["+12125550134"])


def test_a_held_number_is_shown_whole_only_on_request_and_gone_with_its_row(stage: Open) -> None:
    one = stage().open()
    pane = holds(one)
    pane.hold_table.choose("1")
    assert not pane.reveal.isVisible(), "a campaign has no number"
    pane.hold_table.choose("2")
    one.click(pane.reveal)
    one.until(lambda: "The held number is +1" in pane.count.text())
    assert "log reveal hold 2" in one.floor.asked
    pane.hold_table.choose("1")
    assert pane.count.text() == "2 legal holds are on"
