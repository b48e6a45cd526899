"""Choosing one of several buttons by program, as a click on it would."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


def choose_one(group: QButtonGroup, button: QAbstractButton) -> None:
    """Check it, and have Tab go to it: Qt moves the Tab stop of an exclusive group on clicks and focus alone."""
    button.setChecked(True)
    for other in group.buttons():
        policy = other.focusPolicy()
        tab = Qt.FocusPolicy.TabFocus
        other.setFocusPolicy(policy | tab if other is button else policy & ~tab)
