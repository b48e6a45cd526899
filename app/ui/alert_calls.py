"""How alerts call for people here: toasts in the window, the tray and the desktop, a sound; and when they may not."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import Clock
from app.ui.alert_ports import SoundPort, TrayPort
from app.ui.models.alert_store import Heard
from app.ui.models.alert_words import rule_name
from app.ui.models.calling import SILENT_US, Quiet, Ringer, SoundChoice, sound_choice
from app.ui.models.toasts import Toast, ToastQueue
from app.ui.models.wording import age
from app.ui.quiet_desk import NoSound, NoTray
from app.ui.target import GRAVE, EngineEnded, EngineStarting
from app.ui.tongue import tr
from app.wire.alerts import AlertItem

if TYPE_CHECKING:
    from app.ui.views.toast_stack import ToastStack
    from app.ui.window import MainWindow

FEED_KEY = "feed"
MOST_SPOKEN = 3


class AlertCalls(QObject):
    """Toasts, sound and desktop of one window. `beat` twice a second lets time pass for all of them."""

    def __init__(self, window: "MainWindow", clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self.tray: TrayPort = NoTray()
        self.sound: SoundPort = NoSound()
        self.toasts = ToastQueue()
        self.stack: ToastStack | None = None
        self._ringer = Ringer()
        self._alerts: dict[str, AlertItem] = {}
        kept = window.memory.word("alerts/quiet_until")
        self.quiet = Quiet(int(kept) if kept.isdigit() else 0)
        self._heard_us: int | None = None
        self._silence_told_of: int | None = None
        self._beaten_us = clock.now()
        self.shown: Callable[[], None] = lambda: None

    @property
    def sound_choice(self) -> SoundChoice:
        """Whether calls sound on this machine."""
        return sound_choice(self._window.memory.word("alerts/sound"))

    def choose_sound(self, choice: SoundChoice) -> None:
        """Remembered for this user of this machine."""
        self._window.memory.keep_word("alerts/sound", choice)
        if choice != "until_acknowledged":
            self._ringer.silence()
        if choice == "off":
            self.sound.stop()

    @property
    def notices(self) -> bool:
        """Whether the desktop is told while nobody looks at the window."""
        return self._window.memory.word("alerts/desktop") != "off"

    def choose_notices(self, wanted: bool) -> None:
        """Remembered for this user of this machine."""
        self._window.memory.keep_word("alerts/desktop", "on" if wanted else "off")

    @property
    def is_quiet(self) -> bool:
        """Whether it is quiet on this machine."""
        return self.quiet.holds(self._clock.now())

    def toggle_quiet(self) -> None:
        """Quiet for an hour, or not any more."""
        if self.is_quiet:
            self.quiet.end()
        else:
            self.quiet.begin(self._clock.now())
            self._ringer.silence()
            self.sound.stop()
        self._window.memory.keep_word("alerts/quiet_until", str(self.quiet.until_us))
        self.beat()

    def follow(self, alerts: dict[str, AlertItem], heard: Heard) -> None:
        """A batch was heard: take back what is seen to, and call for what is new."""
        now = self._clock.now()
        self._alerts = alerts
        if self._heard_us is not None and self._silence_told_of == self._heard_us:
            silent = age((now - self._heard_us) // 1_000_000)
            self._window.footer.tell(tr("The engine speaks again, after {age} of silence").format(age=silent))
        self._heard_us = now
        if not heard.changed and FEED_KEY not in self.toasts:
            return
        self.toasts.keep_only(lambda toast: toast.alert_id is not None and self._waits(toast.key))
        for alert in alerts.values():
            self.toasts.update(alert.id, alert.sentence, alert.severity)
        calls = heard.calls
        if heard.first:
            # Whoever opens the window in the afternoon is not told the whole morning; what is critical still calls.
            calls = tuple(alert for alert in calls if alert.severity == "critical")
        self._call([_toast_of(alert) for alert in calls])

    def _waits(self, key: str) -> bool:
        if key == FEED_KEY:
            return FEED_KEY in self.toasts
        alert = self._alerts.get(key)
        return alert is not None and alert.state == "open"

    def _call(self, toasts: list[Toast]) -> None:
        if self.is_quiet:
            self.quiet.keep(toast.key for toast in toasts)
            toasts = []
        for toast in toasts:
            self.toasts.add(toast)
        if toasts and self._ringer.begin([toast.key for toast in toasts], self.sound_choice, self._clock.now()):
            self.sound.play()
        if toasts and self.notices and self.tray.can_notify and self._nobody_looks():
            self._notify(toasts)
        self._show(toasts)

    def _nobody_looks(self) -> bool:
        window = self._window
        return window.isMinimized() or not window.isVisible() or QApplication.activeWindow() is None

    def _notify(self, toasts: list[Toast]) -> None:
        for toast in toasts[:MOST_SPOKEN]:
            self.tray.notify(toast.key, toast.severity, toast.title, toast.sentence)
        if len(toasts) > MOST_SPOKEN:
            left = len(toasts) - MOST_SPOKEN
            self.tray.notify("", "notice", tr("%n more alerts", "", left), tr("Click to see them in Dialfloor"))

    def _show(self, fresh: Iterable[Toast]) -> None:
        if len(self.toasts) and self.stack is None:
            from app.ui.views.toast_stack import ToastStack

            self.stack = ToastStack(self._window, self._lowest)
            self._window.pages.currentChanged.connect(self.stack.place)
            self.shown()
        if self.stack is not None:
            self.stack.show_toasts(self.toasts.shown, self.toasts.folded, may_act=self._window.may("alerts"))
            for toast in list(fresh)[:MOST_SPOKEN]:
                self.stack.announce(toast)

    def _lowest(self) -> QWidget:
        page = self._window.views.page
        foot = page.foot() if page is not None else None
        return foot if foot is not None and foot.isVisible() else self._window.footer

    def dismiss(self, key: str) -> None:
        """Somebody put a toast away."""
        self.toasts.drop(key)
        self._show(())

    def put_away(self) -> None:
        """The list of alerts is before the eyes: toasts would only lie over it. A silent feed is not in that list."""
        self.toasts.keep_only(lambda toast: toast.alert_id is None)
        self._show(())

    def forget(self) -> None:
        """Another floor is looked at: what called is of the old one."""
        self.toasts = ToastQueue()
        self._alerts = {}
        self._heard_us = None
        self._ringer.silence()
        self._show(())

    def beat(self) -> None:
        """Time passes: toasts age, what waits sounds again, a silent feed calls, an hour of quiet ends."""
        now = self._clock.now()
        passed, self._beaten_us = max(0, now - self._beaten_us), now
        if not self._held():
            self.toasts.pass_time(passed)
        self._call(self._due(now))
        if not self.is_quiet and self._ringer.go_on(self._waits, self.sound_choice, now):
            self.sound.play()

    def _held(self) -> bool:
        under_pointer = self.stack is not None and self.stack.under_pointer
        return under_pointer or self._window.isMinimized() or QApplication.activeModalWidget() is not None

    def _due(self, now: int) -> list[Toast]:
        kept = [self._alerts[key] for key in self.quiet.release(now) if self._waits(key) and key in self._alerts]
        due = [_toast_of(alert) for alert in kept]
        silent = self._heard_us is not None and now - self._heard_us > SILENT_US
        if silent and not self.is_quiet and self._silence_told_of != self._heard_us:
            self._silence_told_of = self._heard_us
            due.append(self._silence())
        return due

    def _silence(self) -> Toast:
        gone = isinstance(self._window.link, GRAVE | EngineEnded | EngineStarting)
        return Toast(
            key=FEED_KEY,
            severity="critical",
            title=tr("The engine has stopped") if gone else tr("The feed is silent"),
            sentence=tr("Dialers get no calls until it runs again. What is on screen is old.")
            if gone
            else tr("Nothing was heard for 10 seconds: figures and alerts on screen are old."),
        )

    def stop(self) -> None:
        """The window goes: nothing is heard of it any more."""
        self._ringer.silence()
        self.sound.stop()
        self.tray.close()


def _toast_of(alert: AlertItem) -> Toast:
    return Toast(
        key=alert.id,
        severity=alert.severity,
        title=rule_name(alert.rule),
        sentence=alert.sentence,
        alert_id=alert.id,
    )
