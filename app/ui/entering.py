"""Enter presses the button that has the keyboard, as Space does: outside dialogs Qt leaves it without answer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class EnterPresses(QObject):
    """Hears the keys that nothing in a window took."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press what has the focus, unless a key held down only repeats itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            button = self._window.focusWidget()
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
            if entered and isinstance(button, QAbstractButton) and button.isEnabled():
                button.click()
                return True
        return super().eventFilter(watched, event)
