"""Calls and refusals by clicks and keys: searched, narrowed, scrolled without an end, explained, counted."""

import threading
from functools import partial

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QGuiApplication

from app.ui.models.log_narrow import Chosen
from app.ui.models.paged_rows import KEPT_PAGES, PagedRows
from app.ui.views.log_page import FRESH_S, LogPage
from app.ui.views.log_range_dialog import LogRangeDialog
from app.ui.widgets.fact_table import FactTable
from app.wire.operator import CallItem
from tests.ui.conftest import Open, Stage

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def opened(stage: Stage) -> LogPage:
    """The view by its key, its first page there."""
    stage.open()
    stage.press(stage.window, Qt.Key.Key_4, ALT)
    page = stage.window.views.page
    assert isinstance(page, LogPage)
    stage.until(lambda: len(page.calls.model.rows) >= 200)
    stage.until(lambda: page.bar.boxes["agent_id"].count() > 0)
    return page


def settled(stage: Stage, page: LogPage) -> list[CallItem]:
    """The calls once the search rests."""
    stage.until(lambda: not page.calls.search.asking)
    return page.calls.model.rows


def choose(stage: Stage, page: LogPage, at: int = 0) -> CallItem:
    """Choose a call by a click on its row and wait for its story."""
    table = page.calls.list.table
    index = page.calls.model.index(at, 1)
    stage.click(table.viewport(), pos=table.visualRect(index).center())
    call = page.calls.model.row_at(at)
    assert call is not None
    stage.until(lambda: page.calls.call_pane.detail is not None and page.calls.call_pane.detail.call.id == call.id)
    return call


def said(table: FactTable, section: int) -> str:
    """What the first row of a short list says there."""
    item = table.item(0, section)
    return "" if item is None else item.text()


def reached(model: PagedRows[CallItem], rows: int) -> bool:
    return len(model.rows) >= rows


def number(stage: Stage, call: CallItem) -> str:
    """The whole number of a call, which the list masks."""
    return stage.floor.log.number_of(call.id)


def asked(stage: Stage, what: str) -> int:
    return sum(1 for one in stage.floor.asked if one.startswith(f"log {what}"))


def test_the_newest_calls_stand_there_and_the_next_page_comes_before_its_end_is_seen(stage: Open) -> None:
    now = stage()
    page = opened(now)
    newest = now.floor.log.all_calls()
    assert [row.id for row in page.calls.model.rows[:200]] == [call.id for call in newest[:200]]
    table = page.calls.list.table
    table.scrollTo(page.calls.model.index(150, 0))
    now.until(lambda: len(page.calls.model.rows) >= 400)
    assert [row.id for row in page.calls.model.rows[:400]] == [call.id for call in newest[:400]]


def test_what_is_far_from_sight_is_let_go_and_comes_back_when_it_is_looked_at(stage: Open) -> None:
    now = stage()
    page = opened(now)
    model, table = page.calls.model, page.calls.list.table
    pages = KEPT_PAGES + 4
    for page_number in range(1, pages + 1):
        table.scrollToBottom()
        now.until(partial(reached, model, page_number * 200))
    now.until(lambda: sum(one.held for one in model.pages) <= KEPT_PAGES)
    assert model.is_blank(0)
    table.scrollToTop()
    now.until(lambda: not model.is_blank(0))
    newest = now.floor.log.all_calls()
    assert [row.id for row in model.rows[:200]] == [call.id for call in newest[:200]]
    assert sum(one.held for one in model.pages) <= KEPT_PAGES


def test_a_number_by_its_last_digits_then_a_session_by_its_id_each_a_chip_that_goes_by_a_click(stage: Open) -> None:
    now = stage()
    page = opened(now)
    wanted = page.calls.model.rows[5]
    now.press(page, Qt.Key.Key_Slash)
    digits = number(now, wanted)[-4:]
    now.write(page.bar.number, digits)
    now.press(page.bar.number, Qt.Key.Key_Return)
    rows = settled(now, page)
    now.until(lambda: all(number(now, row).endswith(digits) for row in page.calls.model.rows))
    assert wanted.id in [row.id for row in rows]
    assert page.bar.number.text() == ""
    now.write(page.bar.number, wanted.session_id)
    now.press(page.bar.number, Qt.Key.Key_Return)
    now.until(lambda: {row.session_id for row in page.calls.model.rows} == {wanted.session_id})
    assert list(page.bar.chips) == ["number", "session_id"]
    now.click(page.bar.chips["number"])
    now.until(lambda: len(page.calls.model.rows) == 200)
    assert list(page.bar.chips) == ["session_id"]
    now.press(page, Qt.Key.Key_Escape)
    now.until(lambda: not page.bar.chips)


def test_a_bad_number_says_how_to_write_one_and_what_was_typed_stays(stage: Open) -> None:
    now = stage()
    page = opened(now)
    now.write(page.bar.number, "Rosa")
    now.press(page.bar.number, Qt.Key.Key_Return)
    assert page.bar.trouble.isVisible()
    assert "+1 212" in page.bar.trouble.text()
    assert page.bar.number.text() == "Rosa"
    assert page.bar.number.property("invalid") is True
    now.write(page.bar.number, "x")
    assert not page.bar.trouble.isVisible()


def test_an_agent_is_found_by_part_of_the_name_and_an_outcome_by_its_word(stage: Open) -> None:
    now = stage()
    page = opened(now)
    wanted = page.calls.model.rows[0]
    box = page.bar.boxes["agent_id"]
    # Pasted: the list that drops down while one types grabs the keyboard, which an offscreen screen has not.
    box.typed.setText(wanted.agent.lower())
    now.press(box.typed, Qt.Key.Key_Return)
    now.until(lambda: {row.agent for row in page.calls.model.rows} == {wanted.agent})
    page.bar.boxes["disposition"].activated.emit(page.bar.boxes["disposition"].findText("Interested"))
    now.until(lambda: {row.disposition for row in page.calls.model.rows} == {"interested"})
    assert [chip.text() for chip in page.bar.chips.values()] == [f"Agent: {wanted.agent}", "Outcome: Interested"]
    assert page.calls.list.foot.text().endswith("that is all")


def test_spans_and_a_range_of_ones_own(stage: Open) -> None:
    now = stage()
    page = opened(now)
    page.bar.span.setCurrentIndex(page.bar.span.findData("hour"))
    page.bar.span.activated.emit(page.bar.span.currentIndex())
    edge = now.window.watching.now.timestamp() - 3_601
    assert settled(now, page)
    assert all(row.at.timestamp() > edge for row in page.calls.model.rows)
    page.bar.span.setCurrentIndex(page.bar.span.findData("custom"))
    page.bar.span.activated.emit(page.bar.span.currentIndex())
    dialog = now.dialog(LogRangeDialog)
    dialog.until.setDateTime(dialog.since.dateTime().addSecs(-60))
    now.click(dialog.go)
    assert dialog.isVisible(), "a range that ends before it begins is not taken"
    dialog.until.setDateTime(QDateTime.fromSecsSinceEpoch(int(edge)))
    dialog.since.setDateTime(QDateTime.fromSecsSinceEpoch(int(edge) - 1_800))
    now.click(dialog.go)
    assert settled(now, page)
    assert all(edge - 1_900 < row.at.timestamp() < edge for row in page.calls.model.rows)
    assert page.bar.chips["span"].text().count(":") >= 2


def test_a_chosen_call_tells_its_history_and_leads_on_by_one_key(stage: Open) -> None:
    now = stage()
    page = opened(now)
    call = choose(now, page, 2)
    pane = page.calls.call_pane
    assert pane.head.text() == call.phone_number
    assert said(pane.history, 1) == "Handed out"
    assert said(pane.limits, 0) == "Calls per hour"
    hours = "allowed by every rule; NY (America/New_York); rules 5d2c7f1e, time zones 2026b"
    assert pane.facts["hours"].text() == hours
    now.press(page.calls.list.table, Qt.Key.Key_A)
    now.until(lambda: {row.agent_id for row in page.calls.model.rows} == {call.agent_id})
    page.calls.list.table.choose(call.id)
    now.press(page.calls.list.table, Qt.Key.Key_N)
    now.until(lambda: {number(now, row) for row in page.calls.model.rows} == {number(now, call)})
    assert page.bar.chips["same_as"].text() == f"Number: {call.phone_number}"
    page.calls.list.table.choose(call.id)
    now.press(page.calls.list.table, Qt.Key.Key_C, CONTROL)
    now.until(lambda: QGuiApplication.clipboard().text() == number(now, call))
    now.press(page.calls.list.table, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == call.id
    now.press(page.calls.list.table, Qt.Key.Key_G)
    assert now.window.views.current == "floor"
    assert now.window.chosen.agent_id == call.agent_id


def test_the_rows_menu_offers_the_same_ways(stage: Open) -> None:
    now = stage()
    page = opened(now)
    call = choose(now, page, 1)
    shown = page.calls.row_menu()
    assert shown is not None
    only = next(action for action in shown.actions() if action.text() == "Only session")
    only.trigger()
    shown.deleteLater()
    now.until(lambda: {row.session_id for row in page.calls.model.rows} == {call.session_id})


def test_a_late_answer_to_an_older_question_is_dropped(stage: Open) -> None:
    now = stage()
    page = opened(now)
    gate = now.floor.log.gate = threading.Event()
    wanted = page.calls.model.rows[0]
    known = asked(now, "calls")
    page.bar.choose(Chosen(field="status", value="busy", words="Busy"))
    now.until(lambda: asked(now, "calls") > known)
    now.until(lambda: page.calls.list.busy.running)
    now.floor.log.gate = None
    page.bar.put(page.bar.narrow.without("status").choose(Chosen(field="agent_id", value=wanted.agent_id, words="x")))
    now.until(lambda: len(page.calls.model.rows) > 0)
    known = now.floor.log.answered
    gate.set()
    now.until(lambda: now.floor.log.answered > known)
    # Answers reach the window in the order in which they came: after this one the late one has been there.
    after: list[object] = []
    now.window.bridge.ask(lambda gateway: gateway.log.choices(), page, after.append, after.append)
    now.until(lambda: bool(after))
    assert {row.agent_id for row in page.calls.model.rows} == {wanted.agent_id}
    assert len({row.status for row in page.calls.model.rows}) > 1
    assert not page.calls.list.busy.running


def test_a_hopeless_search_shows_how_far_it_came_and_is_stopped_and_goes_on(stage: Open) -> None:
    now = stage()
    page = opened(now)
    now.floor.log.share = 400
    page.bar.choose(Chosen(field="number", value="00000009", words="…00000009"))
    now.until(lambda: page.calls.search.searched_to is not None)
    page.calls.search.stop()
    assert "searched back to" in page.calls.list.foot.text()
    assert "none yet" in page.calls.list.table.empty
    assert page.calls.list.go_on.isVisible()
    now.click(page.calls.list.go_on)
    now.floor.log.share = 100_000
    now.until(lambda: page.calls.search.complete)
    assert page.calls.list.foot.text() == "0 found, that is all"
    assert "Esc" in page.calls.list.table.empty


def test_new_calls_are_counted_and_do_not_move_what_is_read(stage: Open) -> None:
    now = stage()
    page = opened(now)
    call = choose(now, page, 3)
    now.floor.log.arrive(7)
    for _ in range(FRESH_S + 1):
        page.tick()
    now.until(page.calls.list.pill.isVisible)
    assert page.calls.list.pill.text() == "7 new calls"
    assert page.calls.model.place_of(call.id) == 3
    now.click(page.calls.list.pill)
    now.until(lambda: page.calls.model.place_of(call.id) == 10)
    assert not page.calls.list.pill.isVisible()
    assert page.calls.model.rows[0].status == "ringing"


def test_a_call_that_ends_while_its_row_is_read_says_so_where_it_stands(stage: Open) -> None:
    now = stage()
    page = opened(now)
    now.floor.log.arrive(1)
    page.calls.load_fresh()
    now.until(lambda: bool(settled(now, page)) and page.calls.model.rows[0].status == "ringing")
    call = choose(now, page)
    now.floor.log.end(call.id)
    now.floor.log.arrive(2)
    for _ in range(FRESH_S + 1):
        page.tick()
    now.until(lambda: page.calls.model.rows[0].status == "completed")
    assert page.calls.model.rows[0].id == call.id
    assert page.calls.list.table.chosen_id == call.id
    now.until(lambda: said_status(page) == "completed")


def said_status(page: LogPage) -> str:
    """What the pane beside the list last heard of the chosen call."""
    detail = page.calls.call_pane.detail
    return "" if detail is None else detail.call.status
