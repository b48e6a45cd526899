"""Retention and diagnostics in the window: what may be set, the two who set it at once, facts in the clipboard."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.ui.views.admin_page import AdminPage
from app.ui.views.diagnostics_pane import DiagnosticsPane
from app.ui.views.retention_pane import RetentionDialog, RetentionPane
from app.ui.views.section_pane import SectionPane
from tests.ui.conftest import Open, Stage

Pane = TypeVar("Pane", bound=SectionPane)


def admin_of(one: Stage, section: str, kind: type[Pane]) -> Pane:
    one.press(one.window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    page = one.window.views.page
    assert isinstance(page, AdminPage)
    one.click(page.buttons[section])
    pane = page.pane
    assert isinstance(pane, kind)
    return pane


def changing(one: Stage, name: str) -> RetentionDialog:
    pane = admin_of(one, "retention", RetentionPane)
    one.until(lambda: bool(pane.rules.rows))
    pane.table.choose(name)
    one.press(pane.table, Qt.Key.Key_E)
    return one.dialog(RetentionDialog)


def test_less_than_the_law_allows_is_said_at_the_amount_and_five_years_are_kept(stage: Open) -> None:
    one = stage().open()
    dialog = changing(one, "calls")
    assert dialog.ever.isChecked()
    one.write(dialog.reason, "A contract asks for it")
    dialog.amount.setValue(1_826)
    assert not dialog.ever.isChecked(), "who types a number means it"
    assert dialog.amount.property("invalid") == "true"
    assert not dialog.go.isEnabled()
    dialog.amount.setValue(1_827)
    one.click(dialog.go)
    one.until(lambda: one.floor.admin.amounts == {"calls": 1_827})


def test_what_is_fixed_offers_no_button(stage: Open) -> None:
    one = stage().open()
    pane = admin_of(one, "retention", RetentionPane)
    one.until(lambda: len(pane.rules.rows) == 9)
    pane.table.choose("audit")
    assert not pane.edit.isVisible()
    assert pane.said.text() == "Fixed"
    pane.table.choose("backups")
    assert pane.edit.isVisible()


def test_two_who_set_it_at_once_are_both_told(stage: Open) -> None:
    one = stage().open()
    dialog = changing(one, "backups")
    assert not dialog.ever.isVisible(), "copies are never kept for ever"
    one.floor.admin.amounts["backups"] = 3
    one.write(dialog.reason, "Less room on the disk")
    dialog.amount.setValue(5)
    one.click(dialog.go)
    one.until(lambda: not dialog.trouble.isHidden())
    assert "it is 3 copies now, and you want 5 copies" in dialog.trouble.accessibleName()
    one.click(dialog.cancel)


def test_the_facts_are_copied_and_saved(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = admin_of(one, "diagnostics", DiagnosticsPane)
    one.until(lambda: bool(pane.facts.rows))
    one.click(pane.copy)
    text = QGuiApplication.clipboard().text()
    assert "  Synced commit, 99th percentile: 2.9 ms" in text
    assert "[WARN: free some space" in text
    assert "PySide6" in text
    pane.save_to(tmp_path / "facts.txt")
    assert (tmp_path / "facts.txt").read_text(encoding="utf-8") == text
    pane.save_to(tmp_path / "nowhere" / "facts.txt")
    assert "cannot be written" in pane.trouble_words
