"""Alerts on the window: the feed's into the store, the count on the rail, and what people do about them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.clock import Clock
from app.ui.alert_calls import FEED_KEY, AlertCalls
from app.ui.alert_ports import SoundPort, TrayCalls, TrayPort
from app.ui.keys import ActionId
from app.ui.models.alert_store import AlertStore
from app.ui.models.floor import Batch
from app.ui.models.moment import EngineTime, Instant
from app.ui.target import Linked, LinkState
from app.ui.tongue import tr
from app.wire.alerts import AlertItem

if TYPE_CHECKING:
    from app.ui.window import MainWindow

BEAT_MS = 500


class AlertActs(QObject):
    """Hears every batch itself: a frozen screen still calls for people."""

    heard = Signal(object)
    """The `Heard` of a batch that changed something."""
    quiet_changed = Signal()

    def __init__(self, window: "MainWindow", clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._time = EngineTime()
        self._tenant = ""
        self._was_quiet = False
        self.store = AlertStore()
        self.calls = AlertCalls(window, clock)
        self.calls.shown = self._connect_stack
        self.does: dict[ActionId, Callable[[], object]] = {
            "alert_newest": self.acknowledge_newest,
            "alert_show": self.show_newest,
            "alert_quiet": self.toggle_quiet,
        }
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.beat)
        window.bridge.batch.connect(self._take)
        window.bridge.link_state.connect(self._follow)
        window.installEventFilter(self)

    @property
    def now(self) -> Instant:
        """The engine's present, whether or not the screen is frozen."""
        return self._time.at(self._clock.now())

    def attach(self, tray: TrayPort, sound: SoundPort) -> None:
        """The real desktop, once the window is painted."""
        self.calls.tray, self.calls.sound = tray, sound
        tray.listen(
            TrayCalls(
                show=self.raise_window,
                show_alert=self.show_alert,
                acknowledge_all=self.acknowledge_all,
                quiet=self.toggle_quiet,
                quit=self._window.close,
            )
        )
        self._show_count()

    def _connect_stack(self) -> None:
        stack = self.calls.stack
        if stack is not None:
            stack.wear(self._window.look)
            stack.asked.connect(self._answer_toast)
            stack.all_asked.connect(lambda: self.show_alert(""))

    def _take(self, batch: Batch) -> None:
        self._time.hear(batch.now, self._clock.now())
        heard = self.store.take(batch)
        self.calls.follow(self.store.alerts, heard)
        if heard.changed or heard.first:
            self._show_count()
            self.heard.emit(heard)
        if heard.first and self.store.open_count:
            self._window.footer.tell(tr("%n open alerts (Alt+5)", "", self.store.open_count), "bell-outline")

    def _follow(self, state: LinkState) -> None:
        if isinstance(state, Linked) and state.tenant.id != self._tenant:
            self._tenant = state.tenant.id
            self.store.alerts = {}
            self.calls.forget()
            self._show_count()

    def _show_count(self) -> None:
        count = self.store.open_count
        self._window.rail.show_count("alerts", count)
        words = tr("%n open alerts", "", count) if count else tr("no open alerts")
        self.calls.tray.show_count(count, f"Dialfloor: {words}", quiet=self.calls.is_quiet)

    def beat(self) -> None:
        """Half a second went by."""
        was_quiet = self._was_quiet
        self._was_quiet = self.calls.is_quiet
        self.calls.beat()
        if was_quiet != self._was_quiet:
            self._show_count()
            self.quiet_changed.emit()

    def _answer_toast(self, what: str, key: str) -> None:
        if what == "dismiss":
            self.calls.dismiss(key)
        elif what == "show":
            self.calls.dismiss(key)
            self.show_alert(key)
        else:
            self.acknowledge([key])

    def known(self, ids: Iterable[str]) -> list[AlertItem]:
        """Those of these that are not over."""
        return [self.store.alerts[id_] for id_ in ids if id_ in self.store.alerts]

    def acknowledge(self, ids: Iterable[str]) -> None:
        """Ask for a note, then say who sees to them."""
        from app.ui.views.alert_dialogs import AcknowledgeDialog

        alerts = [alert for alert in self.known(ids) if alert.state in ("open", "snoozed")]
        if alerts and self._window.may("alerts"):
            AcknowledgeDialog(self._window.look, self._window, self._window.bridge, alerts).open()

    def snooze(self, ids: Iterable[str]) -> None:
        """Ask until when, then silence them."""
        from app.ui.views.snooze_dialog import SnoozeDialog

        alerts = self.known(ids)
        if alerts and self._window.may("alerts"):
            SnoozeDialog(self._window.look, self._window, self._window.bridge, alerts, self.now).open()

    def resolve(self, ids: Iterable[str]) -> None:
        """Be done with them, with a note if there is something to say."""
        from app.ui.views.alert_dialogs import ResolveDialog

        alerts = self.known(ids)
        if alerts and self._window.may("alerts"):
            ResolveDialog(self._window.look, self._window, self._window.bridge, alerts).open()

    def acknowledge_newest(self) -> None:
        """The open alert that happened last."""
        newest = self.store.newest_open
        if newest is None:
            self._window.footer.tell(tr("No alert is open"), "bell-check-outline")
        else:
            self.acknowledge([newest.id])

    def acknowledge_all(self) -> None:
        """Every open one, with one note."""
        self.raise_window()
        self.acknowledge([alert.id for alert in self.store.alerts.values() if alert.state == "open"])

    def show_newest(self) -> None:
        """Go to the open alert that happened last, or to the list."""
        newest = self.store.newest_open
        self.show_alert("" if newest is None else newest.id)

    def show_alert(self, alert_id: str) -> None:
        """Open the window on an alert; on the list for an empty id, as it stands for a silent feed."""
        from app.ui.views.alerts_page import AlertsView

        self.raise_window()
        if alert_id == FEED_KEY:
            return
        self._window.views.go("alerts")
        page = self._window.views.page
        if isinstance(page, AlertsView) and alert_id in self.store.alerts:
            page.show_alert(alert_id)

    def raise_window(self) -> None:
        """Bring the window before the eyes."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        if QApplication.activeWindow() is None:
            # Raises it too, wherever the desktop lets a program do that. One of our dialogs keeps the keyboard.
            window.activateWindow()

    def settings(self) -> None:
        """Marks, quiet hours, and how this computer calls."""
        from app.ui.views.alert_settings_dialog import AlertSettingsDialog

        window = self._window
        names = {agent.id: agent.name for agent in window.agents.floor.agents.values()}
        AlertSettingsDialog(
            window.look, window, window.bridge, self.calls, names, may_edit=window.may("alert_settings")
        ).open()

    def toggle_quiet(self) -> None:
        """No toast, sound or notification for an hour, or no longer quiet."""
        self.calls.toggle_quiet()
        self.beat()
        words = tr("Quiet for an hour on this computer") if self.calls.is_quiet else tr("Not quiet any more")
        self._window.footer.tell(words, "bell-sleep-outline" if self.calls.is_quiet else "bell-ring-outline")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Beats while there is a window, minimised or not; ends with it."""
        if event.type() == QEvent.Type.Show:
            self._beat.start()
        elif event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._beat.stop()
            self.calls.stop()
        return super().eventFilter(watched, event)
