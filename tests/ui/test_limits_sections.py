"""The other sections of the limits view: history and what is turned back, tiers, rights, filter and keys."""

import msgspec
from PySide6.QtCore import Qt

from app.ui.views.limit_diff_dialog import LimitDiffDialog
from app.ui.views.limits_page import AGENTS, HISTORY, TENANT, TIERS
from tests.fakes.floor_gateway import TENANT as HOUSE
from tests.ui.conftest import Open
from tests.ui.test_limits_page import CTRL, limits, person, write


def test_history_is_filtered_compared_and_turned_back(stage: Open) -> None:
    one, page = limits(stage)
    ben = person(one, "Ben Haddad")
    ben.own_limit = 90
    one.floor.world.set_limit(ben, 70, "Maria Keller", "complaints")
    one.floor.world.set_limit(person(one, "Alicia Romero"), 50, "Maria Keller", "trial")
    one.hear(one.floor.world.edits_only())
    page.agents.table.choose(ben.id)
    page.agents.table.setFocus()
    one.press(page.agents.table, Qt.Key.Key_Y)
    assert page.tabs.currentIndex() == HISTORY
    one.until(lambda: [edit.subject for edit in page.history.rows.rows] == ["Ben Haddad"])
    page.history.table.setCurrentIndex(page.history.rows.index(0, 0))
    one.click(page.history.revert)
    assert page.book.draft.pending["agent", ben.id, "maxCallsPerHour"].after == 90
    one.click(page.history.compare)
    diff = one.dialog(LimitDiffDialog)
    one.until(lambda: len(diff.rows.rows) == 2)
    one.click(diff.back)
    one.until(lambda: len(page.book.draft) == 2)


def test_pages_of_history_are_asked_for_at_the_end(stage: Open) -> None:
    one, page = limits(stage)
    for amount in range(30, 60):
        one.floor.world.set_limit(person(one, "Ben Haddad"), amount, "Maria Keller", "trial")
    one.floor.rulebook.page_size = 20
    page.tabs.setCurrentIndex(HISTORY)
    one.until(lambda: len(page.history.rows.rows) >= 20)
    page.history.table.scrollToBottom()
    one.until(lambda: len(page.history.rows.rows) == 30)


def test_tiers_are_made_here_and_their_limits_edited(stage: Open) -> None:
    one, page = limits(stage)
    one.floor.rulebook.tier_names["0198e000-0000-7000-8000-000000000001"] = "Gold"
    page.tabs.setCurrentIndex(TIERS)
    one.until(lambda: len(page.tiers.tiers.rows) == 1)
    page.tiers.tier_table.choose("0198e000-0000-7000-8000-000000000001")
    one.click(page.tiers.limits)
    pane = page.scopes["tier"]
    one.until(lambda: len(pane.model.rows) == 7)
    assert pane.tier.currentText() == "Gold"


def test_who_may_not_edit_sees_no_tools(stage: Open) -> None:
    one, page = limits(stage)
    assert one.window.me is not None
    one.window.me = msgspec.structs.replace(one.window.me, role="compliance", tenant_id=HOUSE.id)
    page.relink()
    one.until(lambda: page.book.page is not None)
    assert not page.bar.isVisible()
    assert not page.load_csv.isVisible()
    assert not page.agents.edit_many.isVisible()
    one.press(page.agents.table, Qt.Key.Key_F2)
    assert not page.agents.table.writing
    one.window.me = msgspec.structs.replace(one.window.me, role="supervisor")
    page.relink()
    page.tabs.setCurrentIndex(TENANT)
    assert page.agents.model.writable
    assert "Read only" in page.scopes["tenant"].words.text()


def test_slash_filters_and_esc_clears(stage: Open) -> None:
    one, page = limits(stage)
    one.press(page.agents.table, Qt.Key.Key_Slash)
    one.until(page.agents.filter.hasFocus)
    one.write(page.agents.filter, "nobody of that name")
    assert page.agents.model.rows == []
    one.press(page.agents.filter, Qt.Key.Key_Escape)
    one.until(lambda: len(page.agents.model.rows) == len(page.book.agents))


def test_sections_are_gone_through_by_key(stage: Open) -> None:
    one, page = limits(stage)
    one.press(page.agents.table, Qt.Key.Key_PageDown, CTRL)
    assert page.tabs.currentIndex() == TENANT
    one.press(page, Qt.Key.Key_PageUp, CTRL)
    assert page.tabs.currentIndex() == AGENTS


def test_a_new_line_to_the_same_floor_keeps_what_was_not_applied(stage: Open) -> None:
    one, page = limits(stage)
    write(one, page, "Ben Haddad", "55")
    asked = one.floor.asked.count("limits")
    one.window.bridge.retry()
    one.until(lambda: one.floor.asked.count("limits") > asked)
    assert len(page.book.draft) == 1
    assert one.window.me is not None
    one.window.me = msgspec.structs.replace(one.window.me, user="Somebody else")
    page.relink()
    assert len(page.book.draft) == 0, "another person's window"
    assert "gone with its tenant" in one.window.footer.notice.text()
