"""The chosen agent's pane: what the pointer explains, what follows the clock, what the lists say."""

from datetime import UTC, datetime
from itertools import cycle

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableWidget

from app.ui.models.moment import seconds_of
from app.wire.operator import AgentDetail
from tests.ui.conftest import Open, Stage


def chosen(stage: Stage, name: str) -> AgentDetail:
    """Choose an agent and wait for its detail."""
    agent_id = stage.agent(name).id
    stage.window.floor.table.choose(agent_id)

    def there() -> bool:
        return stage.detail.detail is not None and stage.detail.detail.agent.id == agent_id

    stage.until(there)
    assert stage.detail.detail is not None
    return stage.detail.detail


def facts(table: QTableWidget) -> list[list[str]]:
    found: list[list[str]] = []
    for row in range(table.rowCount()):
        items = [table.item(row, at) for at in range(table.columnCount())]
        found.append([item.text() for item in items if item is not None])
    return found


def zoom(stage: Stage) -> None:
    """Turn the wheel over the middle of the curve."""
    canvas = stage.detail.rate.canvas
    middle = canvas.rect().center()
    wheel = QWheelEvent(
        QPointF(middle),
        QPointF(canvas.mapToGlobal(middle)),
        QPoint(0, 0),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, wheel)


def test_the_pointer_explains_an_edit_and_the_explanation_stays(stage: Open) -> None:
    one = stage().open()
    detail = chosen(one, "Chen Novak")
    edit = detail.edits[0]
    canvas = one.detail.rate.canvas
    one.point(canvas, one.detail.rate.point_at(edit.at))
    one.until(lambda: "Maria Keller" in one.detail.note)
    assert "calls per hour 100 → 80" in one.detail.note
    one.detail.show_detail(detail, one.window.watching.now)
    assert "Maria Keller" in one.detail.note, "a refresh does not take it away"
    QApplication.sendEvent(one.detail.rate, QEvent(QEvent.Type.Leave))
    assert "set by this agent" in one.detail.note


def test_the_pointer_explains_a_refusal(stage: Open) -> None:
    one = stage().open()
    detail = chosen(one, "Dana Nair")
    last = max(item.last_at for item in detail.refusals)
    one.point(one.detail.rate.canvas, one.detail.rate.point_at(last))
    one.until(lambda: "calls per hour 40/40" in one.detail.note)
    assert "set by this agent" not in one.detail.note, "the refusal, and not the limit that stands"


def test_between_marks_the_pointer_reads_the_curve(stage: Open) -> None:
    one = stage().open()
    detail = chosen(one, "Alicia Romero")
    assert detail.agent.session is not None
    middle = detail.agent.session.started_at + (one.window.watching.now - detail.agent.session.started_at) / 2
    one.point(one.detail.rate.canvas, one.detail.rate.point_at(middle))
    one.until(lambda: "calls in the hour, limit" in one.detail.note)
    assert "/" not in one.detail.note.partition("limit")[2], "the curve, and no refusal"


def test_the_curve_follows_now_until_it_is_panned_and_again_by_key(stage: Open) -> None:
    one = stage().open()
    detail = chosen(one, "Alicia Romero")
    now = seconds_of(one.window.watching.now)
    assert one.detail.rate.shown_span[1] >= now
    whole = one.detail.rate.shown_span
    zoom(one)
    zoomed = one.detail.rate.shown_span
    assert zoomed[1] - zoomed[0] < whole[1] - whole[0]
    one.detail.show_detail(detail, one.window.watching.now)
    assert one.detail.rate.shown_span == zoomed
    one.press(one.window.floor.table, Qt.Key.Key_N)
    assert one.detail.rate.shown_span[1] >= now


def test_the_lists_say_where_a_limit_comes_from_and_who_changed_it(stage: Open) -> None:
    one = stage().open()
    chosen(one, "Chen Novak")
    limits = facts(one.detail.limits)
    assert ["Calls per hour", f"{one.agent('Chen Novak').hour_used}/80", "Agent"] in limits
    assert ["API requests an hour", "214/800", "Tier"] in limits
    when, who, what = facts(one.detail.edits)[0]
    assert who == "Maria Keller"
    assert what.startswith("calls per hour 100 → 80: Complaints")
    assert ":" in when
    assert len(facts(one.detail.calls)) == 20


def test_an_agent_without_calls_says_so(stage: Open) -> None:
    one = stage().open()
    chosen(one, "Hugo Martin")
    assert facts(one.detail.refusals) == [["Nothing refused"]]
    assert not one.detail.pause.isEnabled()


def test_the_ribbon_stands_under_the_curve_wherever_that_is_panned(stage: Open) -> None:
    one = stage().open()
    detail = chosen(one, "Chen Novak")
    ribbon, rate = one.detail.ribbon, one.detail.rate

    def aligned() -> bool:
        left, right = rate.shown_span
        moments = [left + (right - left) * part / 4 for part in range(5)]
        places = [datetime.fromtimestamp(moment, UTC) for moment in moments]
        return all(abs(ribbon.place_of(place) - rate.point_at(place).x()) <= 3 for place in places)

    one.until(aligned)
    assert detail.agent.session is not None
    begun = ribbon.place_of(detail.agent.session.started_at)
    zoom(one)
    one.until(aligned)
    assert ribbon.place_of(detail.agent.session.started_at) <= begun


def test_the_pointer_reads_when_slots_come_free(stage: Open) -> None:
    one = stage().open()
    detail = chosen(one, "Dana Nair")
    usual = one.detail.slots_note
    assert detail.agent.hour_used >= detail.agent.hour_limit
    one.point(one.detail.slots.canvas, one.detail.slots.point_at(1))

    minutes = cycle((59.5, 59.9))

    def rests_at_the_end() -> bool:
        # Pyqtgraph drops a move within 10 ms of the one before: a hand that comes to rest moves more than once.
        one.point(one.detail.slots.canvas, one.detail.slots.point_at(next(minutes)))
        return f"{detail.agent.hour_limit} free at" in one.detail.slots_note

    one.until(rests_at_the_end)
    one.window.tick()
    assert "if nobody calls" in one.detail.slots_note
    QApplication.sendEvent(one.detail.slots, QEvent(QEvent.Type.Leave))
    assert one.detail.slots_note == usual


def test_the_sessions_stretches_stand_under_the_curve_in_words(stage: Open) -> None:
    one = stage(agents=40).open()
    name = next(row.name for row in one.window.agents.floor.agents.values() if row.state == "paused")
    detail = chosen(one, name)
    pauses = sum(1 for stretch in detail.stretches if stretch.status == "paused")
    assert pauses == 3
    assert one.detail.ribbon.toolTip().startswith("Paused 3 times")
