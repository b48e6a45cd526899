"""Editing a limit: what is valid, what it does, who was faster, and the way back over the feed."""

from PySide6.QtCore import Qt
from shiboken6 import isValid

from app.ui.views.limit_dialog import LimitDialog
from tests.fakes.floor_world import Person
from tests.ui.conftest import Open, Stage


def open_editor(stage: Stage, name: str) -> LimitDialog:
    stage.window.floor.table.choose(stage.agent(name).id)
    stage.press(stage.window.floor.table, Qt.Key.Key_L)
    return stage.dialog(LimitDialog)


def person(stage: Stage, name: str) -> Person:
    return next(person for person in stage.floor.world.people if person.name == name)


def set_calls(stage: Stage, dialog: LimitDialog, amount: int) -> None:
    dialog.calls_per_hour.selectAll()
    stage.write(dialog.calls_per_hour, str(amount))


def apply(stage: Stage, dialog: LimitDialog) -> None:
    stage.click(dialog.go)


def test_an_edit_says_what_it_will_do_and_returns_over_the_feed(stage: Open) -> None:
    one = stage().open()
    used = one.agent("Alicia Romero").hour_used
    dialog = open_editor(one, "Alicia Romero")
    set_calls(one, dialog, used - 10)
    assert dialog.effect.text().startswith(f"{used} used: refused until 11 leave the window")
    assert not dialog.go.isEnabled(), "no reason yet"
    one.write(dialog.reason, "complaints from 212")
    apply(one, dialog)
    one.until(lambda: one.agent("Alicia Romero").hour_limit == used - 10)
    assert "changed Alicia Romero’s calls per hour" in one.window.footer.notice.text()
    assert "complaints from 212" in one.window.footer.notice.text()


def test_the_row_is_not_repainted_before_the_change_comes_back(stage: Open) -> None:
    one = stage().open()
    before = one.agent("Alicia Romero").hour_limit
    for feed in one.floor.feeds:
        feed.open = False
    dialog = open_editor(one, "Alicia Romero")
    set_calls(one, dialog, 12)
    one.write(dialog.reason, "slow day")
    apply(one, dialog)
    one.until(lambda: person(one, "Alicia Romero").own_limit == 12)
    one.until(lambda: not one.window.findChildren(LimitDialog))
    assert one.agent("Alicia Romero").hour_limit == before


def test_faults_are_said_at_their_field(stage: Open) -> None:
    one = stage().open()
    dialog = open_editor(one, "Ben Haddad")
    dialog.call_timeout.selectAll()
    one.write(dialog.call_timeout, "9")
    one.write(dialog.reason, "shorter rings")
    assert "47 CFR 64.1200(a)(6)" in dialog.note("call_timeout").text()
    assert dialog.note("call_timeout").property("tone") == "danger"
    assert not dialog.go.isEnabled()
    dialog.call_timeout.selectAll()
    one.write(dialog.call_timeout, "20")
    assert dialog.note("call_timeout").property("tone") == "muted"
    assert dialog.go.isEnabled()
    one.press(dialog, Qt.Key.Key_Escape)


def test_nothing_to_change_cannot_be_applied(stage: Open) -> None:
    one = stage().open()
    dialog = open_editor(one, "Ben Haddad")
    one.write(dialog.reason, "no difference")
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_zero_blocks_and_alert_only_refuses_nothing(stage: Open) -> None:
    one = stage().open()
    dialog = open_editor(one, "Ben Haddad")
    set_calls(one, dialog, 0)
    assert dialog.effect.text().startswith("0 blocks this agent")
    dialog.enforcement.setCurrentIndex(1)
    assert dialog.effect.text().startswith("Alert only: nothing is refused")
    dialog.reject()


def test_the_preset_follows_the_mode(stage: Open) -> None:
    one = stage().open()
    dialog = open_editor(one, "Chen Novak")
    dialog.mode.setCurrentIndex(dialog.mode.findData("preview"))
    if not dialog.preset.isChecked():
        dialog.preset.click()
    assert dialog.calls_per_hour.value() == 40
    assert dialog.preset.isChecked()
    dialog.mode.setCurrentIndex(dialog.mode.findData("predictive"))
    assert dialog.calls_per_hour.value() == 150
    set_calls(one, dialog, 120)
    assert not dialog.preset.isChecked(), "a number that is typed is meant"
    dialog.reject()


def lose_the_race(one: Stage) -> LimitDialog:
    dialog = open_editor(one, "Alicia Romero")
    set_calls(one, dialog, 55)
    one.write(dialog.reason, "my reason")
    one.floor.world.set_limit(person(one, "Alicia Romero"), 70, "Maria Keller", "her reason")
    apply(one, dialog)
    one.until(dialog.conflict.isVisible)
    return dialog


def test_a_lost_race_shows_both_values(stage: Open) -> None:
    one = stage().open()
    dialog = lose_the_race(one)
    words = dialog.conflict.words.text()
    assert "Maria Keller" in words
    assert "theirs 70, yours 55" in words
    assert person(one, "Alicia Romero").own_limit == 70
    dialog.reject()


def test_taking_theirs_shows_their_value(stage: Open) -> None:
    one = stage().open()
    dialog = lose_the_race(one)
    one.click(dialog.conflict.theirs)
    assert dialog.calls_per_hour.value() == 70
    assert dialog.conflict.isHidden()
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_applying_mine_over_it_wins(stage: Open) -> None:
    one = stage().open()
    dialog = lose_the_race(one)
    one.click(dialog.conflict.mine)
    one.until(lambda: person(one, "Alicia Romero").own_limit == 55)


def test_anothers_edit_is_noticed_in_this_window(stage: Open) -> None:
    one = stage().open()
    one.floor.world.set_limit(person(one, "Ben Haddad"), 80, "Maria Keller", "complaints")
    one.hear(one.floor.world.edits_only())
    notice = one.window.footer.notice.text()
    assert notice == "Maria Keller changed Ben Haddad’s calls per hour 100 → 80: complaints"


def overtake(one: Stage, dialog: LimitDialog) -> None:
    one.floor.world.set_limit(person(one, "Alicia Romero"), 70, "Maria Keller", "her reason")
    one.hear(one.floor.world.edits_only())
    one.until(dialog.conflict.isVisible)


def test_another_who_is_quicker_is_told_while_it_is_edited(stage: Open) -> None:
    one = stage().open()
    dialog = open_editor(one, "Alicia Romero")
    set_calls(one, dialog, 55)
    one.floor.world.set_limit(person(one, "Ben Haddad"), 40, "Maria Keller", "another agent")
    one.hear(one.floor.world.edits_only())
    assert dialog.conflict.isHidden(), "that is of another agent"
    overtake(one, dialog)
    assert "Maria Keller" in dialog.conflict.words.text()
    assert "theirs 70, yours 55" in dialog.conflict.words.text()
    assert dialog.calls_per_hour.value() == 55, "nothing typed is lost"
    one.click(dialog.conflict.mine)
    assert dialog.conflict.isHidden()
    assert person(one, "Alicia Romero").own_limit == 70, "without a reason nothing is sent"
    one.write(dialog.reason, "my reason")
    apply(one, dialog)
    one.until(lambda: person(one, "Alicia Romero").own_limit == 55)


def test_ones_own_edit_is_not_taken_for_anothers(stage: Open) -> None:
    one = stage().open()
    dialog = open_editor(one, "Alicia Romero")
    set_calls(one, dialog, 55)
    one.write(dialog.reason, "my reason")
    seen: list[bool] = []
    one.window.watching.limit_edited.connect(lambda _: seen.append(isValid(dialog) and dialog.conflict.isVisible()))
    apply(one, dialog)
    one.until(lambda: not one.window.findChildren(LimitDialog))
    one.until(lambda: bool(seen))
    assert seen == [False]
