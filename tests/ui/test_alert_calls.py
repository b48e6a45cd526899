"""How alerts call: toasts, global keys, sound, tray and notices; and when they do not."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from app.client.engine_process import EngineFailed
from app.client.feed_reader import Live
from app.ui.models.calling import QUIET_US, REPEAT_US
from app.ui.views.alert_dialogs import AcknowledgeDialog
from app.ui.views.alerts_page import AlertsView
from app.ui.views.limits_page import LimitsPage
from app.ui.views.palette_dialog import PaletteDialog
from app.ui.views.reason_dialog import ReasonDialog
from app.ui.views.toast_stack import ToastCard, ToastStack
from tests.fakes.desk import FakeSound, FakeTray
from tests.ui.conftest import Open, Stage

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SECOND = 1_000_000


def stack(one: Stage) -> ToastStack:
    found = one.window.alerts.calls.stack
    assert found is not None
    return found


def cards(one: Stage) -> list[ToastCard]:
    found = one.window.alerts.calls.stack
    return [] if found is None or found.isHidden() else list(found.cards.values())


def said(one: Stage) -> list[str]:
    return [card.sentence.text() for card in cards(one)]


def raise_alert(one: Stage, rule: str, name: str, severity: str = "warning") -> str:
    id_ = one.floor.alert_desk.raise_alert(rule, name, severity=severity)
    one.hear(one.floor.alert_desk.changes())
    return id_


def point_at(widget: QWidget) -> None:
    QCursor.setPos(widget.mapToGlobal(widget.rect().center()))


def later(one: Stage, microseconds: int) -> None:
    """Time passes, and the engine goes on speaking."""
    one.clock.advance(microseconds)
    one.hear(one.floor.world.heartbeat())
    one.window.alerts.beat()


def desk_of(one: Stage) -> tuple[FakeTray, FakeSound]:
    tray, sound = FakeTray(), FakeSound()
    one.window.alerts.attach(tray, sound)
    return tray, sound


def test_a_toast_stands_over_the_footer_and_takes_no_keyboard(stage: Open) -> None:
    one = stage().open()
    one.window.activateWindow()
    one.window.top.search.setFocus()
    raise_alert(one, "refusals", "Alicia Romero")
    (card,) = cards(one)
    assert card.title.text() == "Warning · Refused"
    assert "Alicia Romero" in card.accessibleName()
    assert one.window.focusWidget() is one.window.top.search
    corner = stack(one).geometry().bottomRight()
    footer = one.window.footer.mapTo(one.window, QPoint(0, 0))
    assert corner.y() < footer.y()
    one.window.resize(1400, 800)
    assert stack(one).geometry().right() == one.window.width() - 17


def test_a_toast_leaves_the_bar_of_edits_free(stage: Open) -> None:
    one = stage().open()
    raise_alert(one, "refusals", "Alicia Romero")
    over_footer = stack(one).geometry().bottom()
    one.press(one.window.floor.table, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    page = one.window.views.page
    assert isinstance(page, LimitsPage)
    one.until(lambda: stack(one).geometry().bottom() < page.bar.mapTo(one.window, QPoint(0, 0)).y())
    one.press(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    one.until(lambda: stack(one).geometry().bottom() == over_footer)


def test_two_clicks_and_a_key_acknowledge_from_the_floor(stage: Open) -> None:
    one = stage().open()
    id_ = raise_alert(one, "refusals", "Alicia Romero")
    one.click(cards(one)[0].acknowledge)
    one.press(one.dialog(AcknowledgeDialog), Qt.Key.Key_Return)
    one.until(lambda: one.window.alerts.store.alerts[id_].state == "acknowledged")
    assert cards(one) == []
    assert one.window.views.current == "floor"


def test_the_newest_open_alert_is_acknowledged_by_one_key_and_enter(stage: Open) -> None:
    one = stage().open()
    raise_alert(one, "refusals", "Alicia Romero")
    one.floor.world.advance(5)
    newest = raise_alert(one, "near_limit", "Ben Haddad")
    one.press(one.window.floor.table, Qt.Key.Key_A, CTRL_SHIFT)
    one.press(one.dialog(AcknowledgeDialog), Qt.Key.Key_Return)
    one.until(lambda: one.window.alerts.store.alerts[newest].state == "acknowledged")
    assert one.window.alerts.store.open_count == 1


def test_the_palette_acknowledges_too_and_says_so_when_there_is_nothing(stage: Open) -> None:
    one = stage().open()
    one.press(one.window.floor.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = one.dialog(PaletteDialog)
    one.write(palette.field, "acknowledge the newest")
    one.press(palette, Qt.Key.Key_Return)
    one.until(lambda: "No alert is open" in one.window.footer.notice.text())


def test_show_opens_the_list_on_that_alert(stage: Open) -> None:
    one = stage().open()
    id_ = raise_alert(one, "refusals", "Alicia Romero")
    raise_alert(one, "session_age", "Chen Novak", "critical")
    card = next(card for card in cards(one) if card.toast.key == id_)
    one.click(card.show_it)
    page = one.window.views.page
    assert isinstance(page, AlertsView)
    assert page.table.chosen_id == id_
    assert cards(one) == [], "the list is before the eyes"
    raise_alert(one, "near_limit", "Ben Haddad")
    assert len(cards(one)) == 1, "what comes now still calls"


def test_three_are_shown_and_the_rest_is_counted(stage: Open) -> None:
    one = stage().open()
    for name in ("Alicia Romero", "Ben Haddad", "Chen Novak", "Alicia Byrne", "Dana Nair"):
        one.floor.alert_desk.raise_alert("refusals", name)
    one.hear(one.floor.alert_desk.changes())
    assert len(cards(one)) == 3
    assert stack(one).more.text() == "and 2 more: show them all"
    one.click(stack(one).more)
    assert one.window.views.current == "alerts"


def test_a_toast_goes_after_twelve_seconds_a_critical_one_stays(stage: Open) -> None:
    one = stage().open()
    raise_alert(one, "refusals", "Alicia Romero")
    raise_alert(one, "session_age", "Chen Novak", "critical")
    point_at(one.window.top)
    later(one, 9 * SECOND)
    assert len(cards(one)) == 2
    later(one, 4 * SECOND)
    assert [card.toast.severity for card in cards(one)] == ["critical"]
    later(one, 9 * SECOND)
    one.click(cards(one)[0].close_it)
    assert cards(one) == []
    assert one.window.alerts.store.open_count == 2


def test_a_toast_stays_while_the_pointer_is_on_it_or_a_dialog_is_open(stage: Open) -> None:
    one = stage().open()
    raise_alert(one, "refusals", "Alicia Romero")
    point_at(cards(one)[0])
    later(one, 9 * SECOND)
    later(one, 9 * SECOND)
    assert len(cards(one)) == 1
    point_at(one.window.top)
    one.press(one.window.floor.table, Qt.Key.Key_X)
    dialog = one.dialog(ReasonDialog)
    later(one, 9 * SECOND)
    later(one, 9 * SECOND)
    assert len(cards(one)) == 1
    assert stack(one).window() is one.window, "a child of the window, so under its dialogs"
    dialog.reject()
    one.until(lambda: QApplication.activeModalWidget() is None)
    later(one, 9 * SECOND)
    later(one, 4 * SECOND)
    assert cards(one) == []


def test_what_another_window_took_is_taken_back_here(stage: Open) -> None:
    one = stage().open()
    id_ = raise_alert(one, "refusals", "Alicia Romero")
    one.floor.alert_desk.act("acknowledge", id_, "hers")
    one.hear(one.floor.alert_desk.changes())
    assert cards(one) == []


def test_a_reconnect_toasts_nothing_twice(stage: Open) -> None:
    one = stage().open()
    raise_alert(one, "refusals", "Alicia Romero")
    one.click(cards(one)[0].close_it)
    with one.qtbot.waitSignal(one.window.bridge.batch):
        one.floor.feeds[-1].reload()
    assert cards(one) == []
    assert one.window.alerts.store.open_count == 1


def test_whoever_comes_later_is_told_the_count_and_what_is_critical(stage: Open) -> None:
    one = stage()
    one.floor.alert_desk.raise_alert("refusals", "Alicia Romero")
    one.floor.alert_desk.raise_alert("session_age", "Chen Novak", severity="critical")
    one.open()
    assert [card.toast.severity for card in cards(one)] == ["critical"]
    assert "2 open alerts" in one.window.footer.notice.text()


def test_a_frozen_screen_still_calls(stage: Open) -> None:
    one = stage().open()
    one.window.acts.toggle_freeze()
    raise_alert(one, "refusals", "Alicia Romero")
    assert len(cards(one)) == 1


def test_sound_once_or_until_acknowledged(stage: Open) -> None:
    one = stage().open()
    _, sound = desk_of(one)
    raise_alert(one, "refusals", "Alicia Romero")
    assert sound.played == 1
    later(one, REPEAT_US)
    assert sound.played == 1
    one.window.alerts.calls.choose_sound("until_acknowledged")
    id_ = raise_alert(one, "near_limit", "Ben Haddad")
    assert sound.played == 2
    later(one, REPEAT_US)
    assert sound.played == 3
    one.floor.alert_desk.act("acknowledge", id_, "on it")
    one.hear(one.floor.alert_desk.changes())
    later(one, REPEAT_US)
    assert sound.played == 3
    one.window.alerts.calls.choose_sound("off")
    raise_alert(one, "session_age", "Chen Novak", "critical")
    assert sound.played == 3
    assert one.window.memory.word("alerts/sound") == "off"


def test_a_quiet_hour_holds_calls_back_and_gives_them_at_its_end(stage: Open) -> None:
    one = stage().open()
    tray, sound = desk_of(one)
    one.press(one.window.floor.table, Qt.Key.Key_M, CTRL_SHIFT)
    id_ = raise_alert(one, "refusals", "Alicia Romero")
    gone = raise_alert(one, "near_limit", "Ben Haddad")
    one.floor.alert_desk.clear(gone)
    one.hear(one.floor.alert_desk.changes())
    assert (cards(one), sound.played, tray.quiet) == ([], 0, True)
    assert one.window.rail.buttons["alerts"].count == 1
    later(one, QUIET_US)
    assert [card.toast.key for card in cards(one)] == [id_]
    assert (sound.played, tray.quiet) == (1, False)


def test_the_tenants_quiet_hours_mute(stage: Open) -> None:
    one = stage().open()
    _, sound = desk_of(one)
    one.floor.alert_desk.raise_alert("refusals", "Alicia Romero", quiet=True)
    one.hear(one.floor.alert_desk.changes())
    assert (cards(one), sound.played) == ([], 0)
    one.floor.alert_desk.wake_due()
    one.hear(one.floor.alert_desk.changes())
    assert (len(cards(one)), sound.played) == (1, 1)


def test_the_tray_counts_and_its_menu_acts(stage: Open) -> None:
    one = stage().open()
    tray, _ = desk_of(one)
    assert (tray.count, tray.words) == (0, "Dialfloor: no open alerts")
    id_ = raise_alert(one, "refusals", "Alicia Romero")
    assert tray.count == 1
    assert tray.calls is not None
    tray.calls.acknowledge_all()
    one.press(one.dialog(AcknowledgeDialog), Qt.Key.Key_Return)
    one.until(lambda: tray.count == 0)
    tray.calls.show_alert(id_)
    page = one.window.views.page
    assert isinstance(page, AlertsView)
    assert page.table.chosen_id == id_
    assert page.narrow.state == "acknowledged"
    tray.calls.quiet()
    assert tray.quiet
    tray.calls.quit()
    assert tray.closed


def test_the_desktop_is_told_only_while_nobody_looks(stage: Open) -> None:
    one = stage().open()
    tray, _ = desk_of(one)
    one.window.activateWindow()
    one.until(one.window.isActiveWindow)
    raise_alert(one, "refusals", "Alicia Romero")
    assert tray.notices == []
    one.window.showMinimized()
    id_ = raise_alert(one, "session_age", "Chen Novak", "critical")
    assert tray.notices == [(id_, "critical", "Old session")]
    assert tray.calls is not None
    tray.calls.show_alert(id_)
    assert not one.window.isMinimized()
    one.window.showMinimized()
    one.window.alerts.calls.choose_notices(False)
    raise_alert(one, "near_limit", "Ben Haddad")
    assert len(tray.notices) == 1


def test_a_minimised_window_keeps_its_toasts(stage: Open) -> None:
    one = stage().open()
    one.window.showMinimized()
    raise_alert(one, "refusals", "Alicia Romero")
    later(one, 9 * SECOND)
    later(one, 9 * SECOND)
    assert len(one.window.alerts.calls.toasts) == 1


def test_a_silent_feed_calls_once_and_takes_it_back_when_it_speaks(stage: Open) -> None:
    one = stage().open()
    _, sound = desk_of(one)
    one.clock.advance(9 * SECOND)
    one.window.alerts.beat()
    assert cards(one) == []
    for _ in range(3):
        one.clock.advance(2 * SECOND)
        one.window.alerts.beat()
    (card,) = cards(one)
    assert card.title.text() == "Critical · The feed is silent"
    assert card.acknowledge.isHidden()
    assert sound.played == 1
    one.hear(one.floor.world.heartbeat())
    assert cards(one) == []
    assert "speaks again, after 15 s" in one.window.footer.notice.text()
    one.floor.feeds[-1].on_state(Live())


def test_a_stopped_engine_is_named_as_such(stage: Open) -> None:
    one = stage().open()
    one.wiring.child.words = "Killed by signal 9"
    one.wiring.child.outcomes = [EngineFailed(exit_code=5, sentence="The database calls.db is damaged")]
    one.wiring.child.exit_code = -9
    one.until(one.window.banner.isVisible)
    one.until(one.window.banner.button.isVisible)
    one.clock.advance(11 * SECOND)
    one.window.alerts.beat()
    assert [card.title.text() for card in cards(one)] == ["Critical · The engine has stopped"]


def test_another_tenants_floor_forgets_the_calls(stage: Open) -> None:
    one = stage().open()
    raise_alert(one, "refusals", "Alicia Romero")
    one.window.alerts.calls.forget()
    assert cards(one) == []
