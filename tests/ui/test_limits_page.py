"""The limits view by clicks and keys: written in place, undone, tried, applied, overtaken, from a file, reverted."""

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.client.feed_reader import Lost
from app.ui.models.limit_csv import write_csv
from app.ui.models.limit_values import Setting
from app.ui.views.apply_dialog import ApplyDialog
from app.ui.views.limit_bulk_dialog import LimitManyDialog
from app.ui.views.limit_import_dialog import LimitImportDialog
from app.ui.views.limits_page import AGENTS, SYSTEM, TENANT, LimitsPage
from app.ui.views.what_if_dialog import WhatIfDialog
from app.ui.widgets.edit_table import EditTable
from app.wire.limits import SettingChange
from tests.fakes.floor_gateway import TENANT as HOUSE
from tests.fakes.floor_gateway import unreachable
from tests.fakes.floor_world import Person
from tests.ui.conftest import Open, Stage

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def limits(stage: Open) -> tuple[Stage, LimitsPage]:
    one = stage().open()
    one.press(one.window.floor.table, Qt.Key.Key_3, ALT)
    page = one.window.views.page
    assert isinstance(page, LimitsPage)
    one.until(lambda: page.book.page is not None)
    one.until(lambda: bool(page.agents.model.rows))
    return one, page


def person(one: Stage, name: str) -> Person:
    return next(person for person in one.floor.world.people if person.name == name)


def cell(page: LimitsPage, name: str, column: str) -> str:
    line = next(line for line in page.agents.model.rows if line.agent.name == name)
    found = next(one for one in page.agents.model.columns if one.id == column)
    return found.text(line)


def opened(one: Stage, table: QWidget) -> QLineEdit:
    """The editor of the open cell; one that was just closed may linger until Qt has deleted it."""
    one.until(lambda: any(editor.isVisible() for editor in table.findChildren(QLineEdit)))
    return next(editor for editor in table.findChildren(QLineEdit) if editor.isVisible())


def write(one: Stage, page: LimitsPage, name: str, text: str, *, enter: bool = True) -> QLineEdit:
    """Choose the cell of the calls per hour, press F2, write."""
    table = page.agents.table
    at = page.agents.model.place_of(person(one, name).id)
    assert at is not None
    table.setCurrentIndex(page.agents.model.index(at, 2))
    table.setFocus()
    one.press(table, Qt.Key.Key_F2)
    editor = opened(one, table)
    QTest.keyClicks(editor, text)
    if enter:
        press_enter(one, table, editor)
    return editor


def press_enter(one: Stage, table: EditTable[Any], editor: QLineEdit) -> None:
    """Enter; Qt takes the text from the event loop, unless something is wrong with it."""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    if editor.property("invalid") != "true":
        one.until(lambda: not table.writing)


def apply(one: Stage, page: LimitsPage, reason: str = "slow day") -> None:
    one.click(page.bar.buttons["apply"])
    dialog = one.dialog(ApplyDialog)
    assert not dialog.go.isEnabled(), "no reason yet"
    dialog.reason.setEditText(reason)
    one.click(dialog.go)


def test_a_cell_is_written_in_undone_redone_and_applied(stage: Open) -> None:
    one, page = limits(stage)
    write(one, page, "Ben Haddad", "70")
    write(one, page, "Ben Haddad", "60/1h")
    assert cell(page, "Ben Haddad", "hour") == "100/1h → 60/1h"
    assert "1 change" in page.bar.words.text()
    one.press(page.agents.table, Qt.Key.Key_Z, CTRL)
    assert cell(page, "Ben Haddad", "hour") == "100/1h → 70/1h"
    one.press(page.agents.table, Qt.Key.Key_Z, CTRL)
    assert not len(page.book.draft)
    one.press(page.agents.table, Qt.Key.Key_Z, CTRL | SHIFT)
    one.press(page.agents.table, Qt.Key.Key_Y, CTRL)
    assert cell(page, "Ben Haddad", "hour") == "100/1h → 60/1h"
    apply(one, page)
    one.until(lambda: person(one, "Ben Haddad").own_limit == 60)
    one.until(lambda: cell(page, "Ben Haddad", "hour") == "60/1h")
    assert cell(page, "Ben Haddad", "source") == "agent"
    assert "No changes" in page.bar.words.text()


def test_a_fault_is_said_while_it_is_typed_and_the_cell_stays_open(stage: Open) -> None:
    one, page = limits(stage)
    editor = write(one, page, "Ben Haddad", "100/2h")
    assert "write for example 100/1h" in page.fault.text()
    assert editor.property("invalid") == "true"
    assert page.agents.table.writing
    assert not len(page.book.draft)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    one.until(lambda: not page.agents.table.writing)
    assert page.fault.text() == ""


def test_what_is_being_typed_survives_the_feed(stage: Open) -> None:
    one, page = limits(stage)
    editor = write(one, page, "Ben Haddad", "5", enter=False)
    one.floor.world.touch(person(one, "Ben Haddad"))
    one.hear(one.floor.world.advance(1))
    assert editor.text() == "5"
    QTest.keyClicks(editor, "5")
    press_enter(one, page.agents.table, editor)
    assert cell(page, "Ben Haddad", "hour") == "100/1h → 55/1h"


def test_presets_and_bulk_are_one_step_for_all_that_are_chosen(stage: Open) -> None:
    one, page = limits(stage)
    table = page.agents.table
    for row in (0, 1, 2):
        table.selectionModel().select(
            page.agents.model.index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    one.click(page.agents.presets["preview"])
    assert {str(page.agents.model.rows[row].wanted["mode"]) for row in (0, 1, 2)} == {"preview"}
    one.press(table, Qt.Key.Key_B)
    many = one.dialog(LimitManyDialog)
    one.write(many.hour, "100/3h")
    assert not many.go.isEnabled()
    many.hour.clear()
    one.write(many.hour, "33")
    one.click(many.go)
    one.until(lambda: page.agents.model.rows[2].wanted["maxCallsPerHour"] == 33)
    page.book.undo()
    page.book.undo()
    assert not len(page.book.draft)


def test_another_who_was_quicker_is_marked_at_once(stage: Open) -> None:
    one, page = limits(stage)
    write(one, page, "Ben Haddad", "55")
    one.floor.world.set_limit(person(one, "Ben Haddad"), 70, "Maria Keller", "complaints")
    one.hear(one.floor.world.edits_only())
    one.until(lambda: len(page.book.draft.clashes) == 1)
    line = next(line for line in page.agents.model.rows if line.agent.name == "Ben Haddad")
    assert line.chain("maxCallsPerHour").startswith("Maria Keller changed this to 70/1h meanwhile: complaints")
    assert "meanwhile" in page.bar.words.text()
    assert page.fault.text() == "Maria Keller changed this to 70/1h meanwhile: complaints"
    one.click(page.bar.buttons["apply"])
    dialog = one.dialog(ApplyDialog)
    dialog.reason.setEditText("slow day")
    assert not dialog.go.isEnabled(), "it has to be decided first"
    assert "Theirs: 70/1h · Maria Keller" in dialog.conflict_words.text()
    one.click(dialog.mine)
    assert dialog.go.isEnabled()
    one.click(dialog.go)
    one.until(lambda: person(one, "Ben Haddad").own_limit == 55)


def test_a_race_lost_at_the_engine_shows_both_and_loses_nothing(stage: Open) -> None:
    one, page = limits(stage)
    write(one, page, "Ben Haddad", "55")
    write(one, page, "Alicia Romero", "44")
    for feed in one.floor.feeds:
        feed.open = False
    one.floor.world.set_limit(person(one, "Ben Haddad"), 70, "Maria Keller", "complaints")
    apply(one, page)
    dialog = one.dialog(ApplyDialog)
    one.until(dialog.conflict.isVisible)
    assert "Nothing was applied" in dialog.trouble.accessibleName()
    assert person(one, "Alicia Romero").own_limit is None
    assert len(page.book.draft) == 2
    assert "Maria Keller" in dialog.conflict_words.text()
    one.click(dialog.theirs)
    assert dialog.reason.reason == "slow day"
    one.click(dialog.go)
    one.until(lambda: person(one, "Alicia Romero").own_limit == 44)
    assert person(one, "Ben Haddad").own_limit == 70


def test_an_engine_that_is_gone_takes_no_edit_away(stage: Open) -> None:
    one, page = limits(stage)
    write(one, page, "Ben Haddad", "55")
    one.floor.trouble = unreachable("http://127.0.0.1:1")
    apply(one, page)
    dialog = one.dialog(ApplyDialog)
    one.until(lambda: "cannot be reached" in dialog.trouble.accessibleName())
    one.floor.feeds[-1].on_state(Lost(reason="gone", retry_in_s=1))
    one.floor.trouble = None
    one.floor.feeds[-1].reload()
    assert len(page.book.draft) == 1
    one.until(dialog.go.isEnabled)
    one.click(dialog.go)
    one.until(lambda: person(one, "Ben Haddad").own_limit == 55)


def test_what_it_would_do_is_computed_and_can_be_cancelled(stage: Open) -> None:
    one, page = limits(stage)
    busiest = max(one.floor.world.people, key=lambda person: len(person.calls))
    write(one, page, busiest.name, "1")
    one.press(page.agents.table, Qt.Key.Key_V)
    dialog = one.dialog(WhatIfDialog)
    one.until(dialog.figures.isVisible)
    assert "Refused now: 1 agent" in dialog.now_card.words
    assert dialog.lines.rows[0].agent == busiest.name
    one.click(dialog.go)
    one.floor.rulebook.preview_step = 1
    one.press(page.agents.table, Qt.Key.Key_V)
    second = one.dialog(WhatIfDialog)
    one.until(lambda: second.progress.value() > 0)
    one.press(second, Qt.Key.Key_Escape)
    one.until(lambda: "cancel_preview" in one.floor.asked)
    assert person(one, busiest.name).own_limit != 1, "nothing was changed"


def test_the_tenants_limits_are_written_in_one_grammar(stage: Open) -> None:
    one, page = limits(stage)
    page.tabs.setCurrentIndex(TENANT)
    pane = page.scopes["tenant"]
    one.until(lambda: len(pane.model.rows) == 7)
    pane.table.open_cell("calls.hour", "amount")
    editor = opened(one, pane.table)
    QTest.keyClicks(editor, "80/1h & 600/1d")
    press_enter(one, pane.table, editor)
    assert [line.amount for line in pane.model.rows if line.pending] == ["– → 80/1h", "– → 600/1d"]
    apply(one, page)
    one.until(lambda: one.floor.rulebook.set_amounts.get(("tenant", HOUSE.id, "calls.day"), (0,))[0] == 600)
    one.until(lambda: not any(line.pending for line in pane.model.rows))
    page.tabs.setCurrentIndex(AGENTS)
    one.until(lambda: cell(page, "Ben Haddad", "hour") == "80/1h")
    assert cell(page, "Ben Haddad", "source") == "tenant"
    line = next(line for line in page.agents.model.rows if line.agent.name == "Ben Haddad")
    assert line.chain("source") == "agent: –, tenant: 80/1h, tier: –, system preset: 100/1h"
    page.tabs.setCurrentIndex(TENANT)
    pane.table.choose("calls.day")
    pane.table.setFocus()
    one.click(pane.inherit)
    assert len(page.book.draft) == 1


def test_a_scope_that_another_edits_is_marked_too(stage: Open) -> None:
    one, page = limits(stage)
    page.book.edit({("system", None, "calls.gap"): None})
    raw = {"scope": "system", "scopeId": None, "limitId": "calls.gap", "expectedRevision": 0, "amount": 4}
    page.book.edit({("system", None, "calls.gap"): Setting(amount=3)})
    one.floor.world.revision += 1
    one.floor.rulebook.set_limit(msgspec.convert(raw, SettingChange), "quiet hours", "Maria Keller")
    one.hear(one.floor.world.edits_only())
    one.until(lambda: len(page.book.draft.clashes) == 1)
    page.tabs.setCurrentIndex(SYSTEM)
    line = next(line for line in page.scopes["system"].model.rows if line.limit_id == "calls.gap")
    assert line.hint.startswith("Maria Keller changed this to 4 s meanwhile")


def test_a_file_becomes_edits_after_a_dry_run(stage: Open, tmp_path: Path) -> None:
    one, page = limits(stage)
    page.write(tmp_path / "out.csv")
    text = (tmp_path / "out.csv").read_bytes().decode("utf-8-sig")
    assert text == write_csv(page.book.agents.values(), page.book.current)
    lines = text.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Ben Haddad"))
    lines[at] = lines[at].replace("power,,30", "power,45/1h,40")
    lines.append("Nobody Known,power,,,,,")
    (tmp_path / "in.csv").write_text("\n".join(line.replace(",", ";") for line in lines), encoding="utf-8")
    page.load(tmp_path / "in.csv")
    dialog = one.dialog(LimitImportDialog)
    assert [line.bad for line in dialog.lines.rows] == [True, False, False]
    assert "There is no agent called" in dialog.lines.rows[0].said
    one.press(dialog.path, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not page.book.draft
    one.click(dialog.go)
    one.until(lambda: len(page.book.draft) == 2)
    assert cell(page, "Ben Haddad", "hour") == "100/1h → 45/1h"
    page.load(tmp_path / "gone.csv")
    missing = one.dialog(LimitImportDialog)
    assert "cannot be read" in missing._note.text()
    missing.reject()
