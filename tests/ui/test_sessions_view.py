"""The Sessions view by click and key: live and past, timers, acts with a reason, search, trouble and another floor."""

from functools import partial

from PySide6.QtCore import QDate, Qt

from app.ui.models.session_rows import SessionRow
from app.ui.models.session_search import BETWEEN
from app.ui.views.bulk_dialogs import BulkSessionDialog
from app.ui.views.log_page import LogPage
from app.ui.views.reason_dialog import ReasonDialog
from app.ui.views.sessions_page import SessionsPage
from tests.fakes.floor_gateway import unreachable
from tests.ui.conftest import Open, Stage

SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(stage: Stage) -> SessionsPage:
    """The view, with its first answers in."""
    stage.press(stage.window.floor.table, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    page = stage.window.views.page
    assert isinstance(page, SessionsPage)
    stage.until(lambda: page.book.known and bool(page.model.rows) and page.model.rows[0].started_by != "")
    return page


def agents(page: SessionsPage) -> list[str]:
    return [row.agent for row in page.model.rows]


def row(page: SessionsPage, name: str) -> SessionRow:
    return next(row for row in page.model.rows if row.agent == name)


def text(page: SessionsPage, name: str, column: str) -> str:
    at = [one.id for one in page.model.columns].index(column)
    place = page.model.place_of(row(page, name).id)
    assert place is not None
    return str(page.model.index(place, at).data())


def holds(page: SessionsPage, rows: int) -> bool:
    return len(page.model.rows) == rows


def said(page: SessionsPage, row: int, column: int) -> str:
    item = page.detail.events.item(row, column)
    return "" if item is None else item.text()


def someone(page: SessionsPage, status: str) -> SessionRow:
    return next(row for row in page.model.rows if row.status == status)


def test_live_sessions_stand_with_their_limit_and_old_ones_on_top(stage: Open) -> None:
    one = stage()
    one.floor.history.limit = 40
    page = opened(one.open())
    live = len(one.floor.history.live())
    assert page.head.figure.text() == f"Sessions {live} of 40"
    assert page.head.source.text() == "limit set by the tenant; paused ones count"
    assert page.head.segments["live"].text() == f"Live {live}"
    now = page.model.now
    old = [row.old(now) for row in page.model.rows]
    assert old[0]
    assert old == sorted(old, reverse=True)
    young = [row.seconds(now) for row in page.model.rows if not row.old(now)]
    assert young == sorted(young, reverse=True)
    assert "dialer-" in text(page, page.model.rows[0].agent, "by")


def test_timers_count_on_each_tick_and_paused_time_is_told(stage: Open) -> None:
    one = stage(agents=40).open()
    page = opened(one)
    paused = someone(page, "paused")
    before, total = paused.seconds(page.model.now), paused.paused(page.model.now)
    one.clock.advance(61_000_000)
    one.window.tick()
    assert paused.seconds(page.model.now) == before + 2, "a silent line is trusted for two seconds and no longer"
    said = text(page, paused.agent, "paused")
    assert "now" in said
    assert paused.paused(page.model.now) == total + 2
    at = [column.id for column in page.model.columns].index("paused")
    hint = page.model.index(page.model.place_of(paused.id) or 0, at).data(Qt.ItemDataRole.ToolTipRole)
    assert "of it now" in hint
    assert "counts toward the session’s 8 h" in hint


def test_the_feed_moves_rows_in_place_and_keeps_who_is_chosen(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    chosen = page.model.rows[5]
    page.table.choose(chosen.id)
    for _ in range(8):
        one.hear(one.floor.world.advance(0.25))
    assert page.table.chosen_id == chosen.id
    assert [marked.id for marked in page.table.marked] == [chosen.id]
    shown = row(page, chosen.agent)
    fed = one.agent(chosen.agent).session
    assert fed is not None
    assert (shown.calls, shown.attempted) == (fed.calls, fed.attempted)


def test_a_session_that_ends_goes_to_the_past(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    gone = page.model.rows[3]
    person = one.floor.world.by_id[gone.agent_id]
    person.state, person.started, person.ended = "offline", None, True
    one.floor.world.touch(person)
    asked = len(one.floor.asked)
    one.hear(one.floor.world.edits_only())
    assert gone.agent not in agents(page)
    page.tick()
    one.until(lambda: "sessions ended" in " ".join(one.floor.asked[asked:]))


def test_the_past_comes_page_by_page(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    one.press(page.table, Qt.Key.Key_E, SHIFT)
    assert page.head.range.isVisibleTo(page)
    page.head.range.setCurrentIndex(page.head.range.findData("0"))
    one.until(lambda: len(page.model.rows) == 100)
    assert page.head.segments["ended"].text() == "Ended 300"
    for expected in (200, 300):
        page.table.verticalScrollBar().setValue(page.table.verticalScrollBar().maximum())
        one.qtbot.waitUntil(partial(holds, page, expected), timeout=5000)
    starts = [row.started_at for row in page.model.rows]
    assert starts == sorted(starts, reverse=True)
    assert not page.model.more


def test_a_range_of_days_narrows_the_past(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    one.press(page.table, Qt.Key.Key_E, SHIFT)
    page.head.range.setCurrentIndex(page.head.range.findData(BETWEEN))
    assert page.head.first.isVisibleTo(page)
    page.head.first.setDate(QDate(2026, 11, 22))
    page.head.last.setDate(QDate(2026, 11, 22))
    one.until(lambda: bool(page.model.rows) and page.book.query.first is not None)
    one.until(lambda: {row.started_at.astimezone().date().day for row in page.model.rows} == {22})


def test_all_shows_live_ones_before_the_past(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    one.press(page.table, Qt.Key.Key_A, SHIFT)
    one.until(lambda: len(page.model.rows) > 100)
    lives = [row.live for row in page.model.rows]
    assert lives == sorted(lives, reverse=True)
    live = page.book.live_count
    assert page.head.segments["all"].text() == f"All {live + (page.book.ended_count or 0)}"


def test_a_title_sorts_the_live_ones_old_ones_stay_on_top(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    at = [column.id for column in page.model.columns].index("attempted")
    header = page.table.horizontalHeader()
    header.sortIndicatorChanged.emit(at, Qt.SortOrder.DescendingOrder)
    young = [row.attempted for row in page.model.rows if not row.old(page.model.now)]
    assert young == sorted(young, reverse=True)
    assert page.model.rows[0].old(page.model.now)


def test_the_filter_asks_the_engine_and_escape_clears_it(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    one.press(page.table, Qt.Key.Key_Slash)
    assert page.head.filter.hasFocus()
    one.write(page.head.filter, "alicia collections")
    assert all("Alicia" in name for name in agents(page))
    one.until(lambda: any("alicia collections" in asked for asked in one.floor.asked))
    page.head.filter.setText("nobody of that name")
    assert agents(page) == []
    assert "Esc clears it" in page.table.empty
    one.press(page.head.filter, Qt.Key.Key_Escape)
    assert page.head.filter.text() == ""
    assert agents(page)


def test_the_detail_tells_stretches_events_and_calls(stage: Open) -> None:
    one = stage(agents=40).open()
    page = opened(one)
    paused = someone(page, "paused")
    page.table.choose(paused.id)
    one.until(lambda: page.detail.detail is not None and page.detail.detail.session.id == paused.id)
    what = [said(page, at, 1) for at in range(page.detail.events.rowCount())]
    assert (what[0], what[-1]) == ("Paused", "Started")
    assert said(page, 0, 2) == "Maria Keller: Break"
    assert "Paused" in page.detail.ribbon.toolTip()
    assert page.detail.facts["calls"].text().endswith("in all")
    assert page.detail.buttons["pause"].text() == "Resume"


def test_a_session_of_the_past_cannot_be_ended_again(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    one.press(page.table, Qt.Key.Key_E, SHIFT)
    one.until(lambda: bool(page.model.rows) and page.detail.detail is not None)
    assert page.detail.buttons["end"].isHidden()
    ended = page.model.rows[0]
    assert (ended.end_reason or "") in page.detail.facts["ends"].text()
    one.press(page.table, Qt.Key.Key_X)
    assert not one.window.findChildren(ReasonDialog)


def test_pausing_and_ending_by_key_with_a_reason(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    active = someone(page, "active")
    page.table.choose(active.id)
    one.press(page.table, Qt.Key.Key_P)
    dialog = one.dialog(ReasonDialog)
    dialog.reason.setEditText("a break")
    one.click(dialog.go)
    one.until(lambda: row(page, active.agent).status == "paused")
    one.press(page.table, Qt.Key.Key_X)
    dialog = one.dialog(ReasonDialog)
    dialog.reason.setEditText("stuck session")
    one.click(dialog.go)
    one.until(lambda: active.agent not in agents(page))
    assert "ended: stuck session" in one.floor.asked


def test_the_buttons_beside_do_the_same(stage: Open) -> None:
    one = stage(agents=40).open()
    page = opened(one)
    page.table.choose(someone(page, "paused").id)
    one.click(page.detail.buttons["pause"])
    dialog = one.dialog(ReasonDialog)
    assert dialog.windowTitle().startswith("Resume session")
    dialog.reject()
    one.click(page.detail.buttons["end"])
    assert one.dialog(ReasonDialog).windowTitle().startswith("End session")
    one.dialog(ReasonDialog).reject()


def test_several_are_ended_with_one_reason(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    several = page.model.rows[2:5]
    page.table.mark([row.id for row in several])
    assert page.selection.isVisibleTo(page)
    assert page.selection.count.text() == "3 sessions chosen"
    one.click(page.selection.buttons["end"])
    dialog = one.dialog(BulkSessionDialog)
    dialog.reason.setEditText("end of shift")
    one.click(dialog.go)
    one.until(lambda: not {row.agent for row in several} & set(agents(page)))
    one.until(dialog.go.isEnabled)
    one.click(dialog.go)


def test_enter_goes_to_the_agent_on_the_floor(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    chosen = page.model.rows[4]
    page.table.choose(chosen.id)
    one.press(page.table, Qt.Key.Key_Return)
    assert one.window.views.page is None
    assert one.window.floor.table.chosen_id == chosen.agent_id


def test_an_engine_that_cannot_be_asked_leaves_the_live_ones(stage: Open) -> None:
    one = stage().open()
    one.floor.history.page_trouble = unreachable("http://127.0.0.1:1")
    one.window.views.go("sessions")
    page = one.window.views.page
    assert isinstance(page, SessionsPage)
    one.until(lambda: page.banner.isVisibleTo(page))
    assert "connection refused" in page.banner.text.text()
    assert len(page.model.rows) == len(one.floor.history.live())
    one.floor.history.page_trouble = None
    one.click(page.banner.button)
    one.until(lambda: page.book.known)
    assert not page.banner.isVisibleTo(page)


def test_a_reader_sees_no_dead_buttons(stage: Open) -> None:
    one = stage()
    one.floor.me_answer = one.floor.me_answer.__class__(
        tenant_id=None,
        tenant=None,
        user="Compliance",
        role="compliance",
        may=["read"],
        tenants=one.floor.me_answer.tenants,
    )
    page = opened(one.open())
    page.table.choose(page.model.rows[0].id)
    assert page.detail.buttons["pause"].isHidden()
    assert page.detail.buttons["end"].isHidden()
    one.press(page.table, Qt.Key.Key_X)
    assert not one.window.findChildren(ReasonDialog)


def test_another_floor_leaves_nothing_of_the_old_one(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    one.press(page.table, Qt.Key.Key_A, SHIFT)
    one.until(lambda: len(page.model.rows) > 100)
    page.relink()
    assert page.book.history == []
    one.until(lambda: page.book.known)


def test_a_frozen_screen_asks_nothing(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    one.window.acts.toggle_freeze()
    asked = len(one.floor.asked)
    gone = one.floor.world.by_id[page.model.rows[3].agent_id]
    gone.state, gone.started, gone.ended = "offline", None, True
    one.floor.world.touch(gone)
    one.hear(one.floor.world.edits_only())
    for _ in range(8):
        page.tick()
    assert one.floor.asked[asked:] == []
    assert gone.name in agents(page)


def test_its_calls_are_searched_in_the_log(stage: Open) -> None:
    one = stage().open()
    page = opened(one)
    chosen = page.model.rows[2]
    page.table.choose(chosen.id)
    one.click(page.detail.buttons["calls"])
    log = one.window.views.page
    assert isinstance(log, LogPage)
    assert log.tab == "calls"
