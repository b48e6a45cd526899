"""The real desktop: an icon with a count in its tray, where there is one, and its notifications."""

from types import MappingProxyType

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAction, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.ui.alert_ports import TrayCalls
from app.ui.design.look import Look
from app.ui.design.tokens import RESOURCES
from app.ui.desktop_notices import NoticeProgram
from app.ui.tongue import tr
from app.wire.alerts import AlertSeverity

SIDE = 64
SHOWN_MS = 12_000
_MESSAGE_ICONS: MappingProxyType[AlertSeverity, QSystemTrayIcon.MessageIcon] = MappingProxyType(
    {
        "notice": QSystemTrayIcon.MessageIcon.Information,
        "warning": QSystemTrayIcon.MessageIcon.Warning,
        "critical": QSystemTrayIcon.MessageIcon.Critical,
    }
)


class DesktopTray(QObject):
    """Without a tray nothing breaks: notifications go another way, or none go."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._calls: TrayCalls | None = None
        self._last_key = ""
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._quiet = QAction(tr("Quiet for an hour"), self)
        self._quiet.setCheckable(True)
        self._all = QAction(tr("Acknowledge all…"), self)
        self._notices = NoticeProgram(self, self._clicked)

    @property
    def has_icon(self) -> bool:
        """Whether the desktop has a tray and we are in it."""
        return self._icon is not None

    @property
    def can_notify(self) -> bool:
        """Whether a notification would be seen."""
        return (self._icon is not None and QSystemTrayIcon.supportsMessages()) or self._notices.is_there

    def listen(self, calls: TrayCalls) -> None:
        """Whom to tell of clicks."""
        self._calls = calls
        self._all.triggered.connect(calls.acknowledge_all)
        self._quiet.triggered.connect(calls.quiet)
        self._enter()

    def _enter(self) -> None:
        calls = self._calls
        # A panel may start after us: looked for again with each count.
        if self._icon is not None or calls is None or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        menu = self._menu = QMenu()
        menu.addAction(tr("Open Dialfloor")).triggered.connect(calls.show)
        menu.addSeparator()
        menu.addAction(self._all)
        menu.addAction(self._quiet)
        menu.addSeparator()
        menu.addAction(tr("Quit")).triggered.connect(calls.quit)
        icon = self._icon = QSystemTrayIcon(_icon_of(self._look, 0), self)
        icon.setContextMenu(menu)
        icon.activated.connect(self._activated)
        icon.messageClicked.connect(lambda: self._clicked(self._last_key))
        icon.show()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        clicks = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)
        if reason in clicks and self._calls is not None:
            self._calls.show()

    def _clicked(self, key: str) -> None:
        if self._calls is not None:
            self._calls.show_alert(key)

    def show_count(self, count: int, words: str, *, quiet: bool) -> None:
        """The number on the icon, the words as its tooltip."""
        self._enter()
        self._all.setEnabled(count > 0)
        self._quiet.setChecked(quiet)
        if self._icon is not None:
            self._icon.setIcon(_icon_of(self._look, count))
            self._icon.setToolTip(words)

    def notify(self, key: str, severity: AlertSeverity, title: str, sentence: str) -> None:
        """By the tray if it can, else by the session's own notifications."""
        self._last_key = key
        if self._icon is not None and QSystemTrayIcon.supportsMessages():
            self._icon.showMessage(title, sentence, _MESSAGE_ICONS[severity], SHOWN_MS)
        elif self._notices.is_there:
            self._notices.notify(key, severity, title, sentence)

    def close(self) -> None:
        """Take the icon away, and end what waits for a click."""
        self._notices.close()
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None
        self._calls = None


def _icon_of(look: Look, count: int) -> QIcon:
    """The program's icon, with the count in a bubble at its corner."""
    picture = QIcon(str(RESOURCES / "icons" / "dialfloor.svg")).pixmap(SIDE, SIDE)
    if not count:
        return QIcon(picture)
    made = QPixmap(picture)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    text = str(count) if count < 100 else "99+"
    wide = 36 + 14 * (len(text) - 1)
    bubble = QRectF(SIDE - wide, 0, wide, 36)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("danger_fill"))
    painter.drawRoundedRect(bubble, 18, 18)
    font = QFont(look.font("strong"))
    font.setPixelSize(28)
    painter.setFont(font)
    painter.setPen(look.colour("danger_ink"))
    painter.drawText(bubble, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.end()
    return QIcon(made)
