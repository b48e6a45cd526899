"""Look-up in the window: typed in any way, answered with every reason, faults at the field."""

import msgspec
from PySide6.QtCore import Qt

from app.ui.models.callable_words import detail_words
from app.ui.models.lookup_words import mode_words
from app.ui.models.moment import EPOCH
from app.ui.views.lookup_pane import LookupPane
from app.ui.views.palette_dialog import PaletteDialog
from app.ui.views.sectioned_page import SectionedPage
from app.wire.callable import OwnHit
from tests.ui.conftest import Open, Stage
from tests.ui.test_map import section

ON_A_LIST = OwnHit(kind="internal", at=EPOCH, by="ana", source="manual", reason="asked by phone")


def look_up_pane(one: Stage) -> LookupPane:
    pane = section(one, "lookup").pane
    assert isinstance(pane, LookupPane)
    return pane


def ask(one: Stage, pane: LookupPane, number: str) -> None:
    pane.number.clear()
    one.write(pane.number, number)
    one.press(pane.number, Qt.Key.Key_Return)
    one.until(pane.go.isEnabled)


def test_enter_answers_with_a_big_word_and_the_hours_to_come(stage: Open) -> None:
    one = stage().open()
    pane = look_up_pane(one)
    ask(one, pane, "(212) 555.0134")
    assert pane.answer is not None
    assert pane.word.text() == "Yes, it may be called"
    assert pane.when.text().startswith("Until ")
    assert "may be called" in pane.strip.accessibleName()
    assert not pane.failures.rows


def test_every_reason_stands_there_with_its_citation(stage: Open) -> None:
    one = stage().open()
    pane = look_up_pane(one)
    ask(one, pane, "3055550199")
    assert pane.word.text() == "Not now"
    assert [rule.code for rule in pane.failures.rows] == ["ATTEMPT_CAP"]
    assert pane.failures.rows[0].citation.startswith("Fla. Stat.")
    ask(one, pane, "2125550188")
    assert pane.word.text() == "No, it must not be called"
    assert pane.when.text() == "Waiting alone does not help: see the reasons."
    assert pane.answer is not None
    listed = msgspec.structs.replace(pane.answer, mode="alert-only", own=[ON_A_LIST])
    assert "no dialer gets this number" in mode_words(listed)
    assert "a dialer gets this number all the same" in mode_words(msgspec.structs.replace(listed, own=[]))
    assert [past.answer.masked for past in pane.recents.rows] == ["(212) ***-**88", "(305) ***-**99"]


def test_what_is_no_number_is_said_at_the_field_and_stays_in_it(stage: Open) -> None:
    one = stage().open()
    pane = look_up_pane(one)
    one.press(pane.number, Qt.Key.Key_Return)
    assert "Type a number first" in pane.note.text()
    ask(one, pane, "call me")
    assert pane.number.property("invalid") == "true"
    assert "write ten digits" in pane.note.text()
    assert pane.number.text() == "call me"
    ask(one, pane, "2125550134")
    ask(one, pane, "12")
    # The answer to the number before must not read as this one's.
    assert pane.word.text() == "Which number?"
    assert not pane.strip.isVisible()
    one.write(pane.number, "x")
    assert not pane.note.isVisible()


def test_a_number_looked_up_before_is_asked_again_with_enter(stage: Open) -> None:
    one = stage().open()
    pane = look_up_pane(one)
    ask(one, pane, "2125550134")
    ask(one, pane, "8005550134")
    pane.recent.choose(pane.recents.identity_at(1))
    one.press(pane.recent, Qt.Key.Key_Return)
    one.until(lambda: pane.answer is not None and pane.answer.phone == "+12125550134")
    assert len(pane.recents.rows) == 2


def test_another_state_adds_its_hours(stage: Open) -> None:
    one = stage().open()
    pane = look_up_pane(one)
    pane.state.setCurrentText("Also in California")
    ask(one, pane, "2125550134")
    assert pane.answer is not None
    assert pane.answer.states == ["US-CA", "US-NY"]


def test_what_was_looked_up_is_gone_with_the_tenant(stage: Open) -> None:
    one = stage().open()
    pane = look_up_pane(one)
    ask(one, pane, "2125550134")
    pane.relink()
    assert (pane.number.text(), pane.recents.rows, pane.answer) == ("", [], None)


def test_the_palette_leads_to_the_field_from_anywhere(stage: Open) -> None:
    one = stage().open()
    one.press(one.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = one.dialog(PaletteDialog)
    one.write(dialog.field, "may i call")
    one.press(dialog.field, Qt.Key.Key_Return)
    one.until(lambda: one.window.views.current == "compliance")
    page = one.window.views.page
    assert isinstance(page, SectionedPage)
    assert isinstance(page.pane, LookupPane)
    assert one.window.focusWidget() is page.pane.number


def test_tries_are_counted_in_words_and_other_findings_are_shown_as_they_are() -> None:
    assert detail_words("US-FL 3>=3 in 24 h") == "FL 3 of 3 in 24 h"
    assert detail_words("US-FL 08:00-20:00 local") == "US-FL 08:00-20:00 local"
