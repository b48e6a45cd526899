"""A window that has less room than its views need is scrolled, not squeezed: a large scale on a small screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(canvas: QWidget, least: tuple[int, int]) -> QScrollArea:
    """The canvas in a frame that is seen only once there is less room than `least` (width and height in pixels)."""
    canvas.setMinimumSize(*least)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    # Tab goes through what is in it, and brings it into sight; the frame itself is nothing to stop at.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(canvas)
    area.setWidgetResizable(True)
    return area
