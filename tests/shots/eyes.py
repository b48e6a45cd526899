"""What a careful eye finds wrong in a window: nameless, unreachable, clipped, overlapping or unstyled widgets."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QButtonGroup,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDial,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSplitterHandle,
    QStatusBar,
    QTabBar,
    QToolBox,
    QWidget,
)

from app.ui.views.rail import RailButton
from app.ui.widgets.focus_chain import focus_chain
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.rows_table import RowsTable

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
WHOLE = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar, QCalendarWidget)
"""Their parts are Qt's own business."""
UNSTYLED = (QGroupBox, QSlider, QDial, QStatusBar, QToolBox)
"""Kinds that the style sheet does not dress: none belongs into this window."""
SLACK = 1


def faults_of(top: QWidget) -> list[str]:
    """Every fault in a window, dialog or panel, each a sentence that names the widget; empty if there is none."""
    seen = list(_parts(top))
    faults = [
        *(f"{_name(widget)} takes the keyboard and has no name" for widget in seen if _nameless(widget)),
        *(f"{_name(widget)} cannot be reached by Tab" for widget in seen if _unreachable(widget)),
        *_out_of_order(top),
        *(f"{_name(widget)} is clipped: {words!r}" for widget in seen for words in _clipped(widget)),
        *(f"{_name(widget)} sticks out of {_name(widget.parentWidget())}" for widget in seen if _sticks_out(widget)),
        *(f"{_name(one)} lies over {_name(other)}" for one, other in _overlaps(seen)),
        *(f"{_name(widget)} is of a kind that is not styled" for widget in seen if isinstance(widget, UNSTYLED)),
    ]
    return sorted(set(faults))


def _name(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    holder = widget.parentWidget()
    said = widget.accessibleName() or text or widget.objectName()
    return f"{type(widget).__name__} {said!r} in {type(holder).__name__}"


def _parts(top: QWidget) -> Iterator[QWidget]:
    """All that is seen, down to widgets whose parts are Qt's own."""
    for child in top.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            if child.width() > 0 and child.height() > 0:
                yield child
            if not isinstance(child, WHOLE):
                yield from _parts(child)


def _nameless(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    if not policy & Qt.FocusPolicy.TabFocus or _inner(widget) or widget.focusProxy() is not None:
        return False
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    tabs = widget.count() if isinstance(widget, QTabBar) else 0
    return not (widget.accessibleName() or text or tabs or _buddy(widget))


def _buddy(widget: QWidget) -> str:
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def _inner(widget: QWidget) -> bool:
    holder = widget.parentWidget()
    return isinstance(widget, QHeaderView | QSplitterHandle) or isinstance(holder, WHOLE)


def _unreachable(widget: QWidget) -> bool:
    if not isinstance(widget, CONTROLS) or not widget.isEnabled() or _inner(widget):
        return False
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.property("keys_go_to_field"):
        return False
    return not (isinstance(widget, QAbstractButton) and _one_of_several(widget))


def _one_of_several(button: QAbstractButton) -> bool:
    """Of buttons that exclude each other Qt lets Tab stop at one, and the arrows go to the others."""
    group: QButtonGroup | None = button.group()
    holder = button.parentWidget()
    others: Sequence[QAbstractButton] = ()
    if group is not None and group.exclusive():
        others = group.buttons()
    elif button.autoExclusive() and holder is not None:
        others = [other for other in holder.findChildren(QAbstractButton) if other.autoExclusive()]
    return any(other.focusPolicy() & Qt.FocusPolicy.TabFocus and other.isVisible() for other in others)


def tab_stops(top: QWidget) -> list[QWidget]:
    """The widgets that Tab goes through, in its order, from the first on."""
    stops: list[QWidget] = []
    for widget in focus_chain(top):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        if takes and widget.window() is top.window() and not _inner(widget) and widget.focusProxy() is None:
            stops.append(widget)
    return stops


def _out_of_order(top: QWidget) -> Iterator[str]:
    for one, then in pairwise(tab_stops(top)):
        if one.parentWidget() is not then.parentWidget():
            continue
        first, second = one.geometry(), then.geometry()
        beside = second.top() < first.bottom() and second.bottom() > first.top()
        back = (
            second.right() <= first.left()
            if beside
            else second.bottom() <= first.top() and not (second.left() >= first.right())
        )
        if back:
            yield f"Tab goes from {_name(one)} back to {_name(then)}"


def _clipped(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        if _label_clipped(widget):
            yield widget.text()
    elif isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        if widget.text() and widget.sizeHint().width() > widget.width() + SLACK:
            yield widget.text()
    elif isinstance(widget, RailButton | QComboBox):
        words, edge = (widget.text(), 4) if isinstance(widget, RailButton) else (widget.currentText(), 44)
        if widget.fontMetrics().horizontalAdvance(words) > widget.width() - edge + SLACK:
            yield words
    elif isinstance(widget, QTabBar):
        yield from _clipped_tabs(widget)
    elif isinstance(widget, RowsTable):
        yield from _clipped_titles(widget)


def _label_clipped(label: QLabel) -> bool:
    text = label.text()
    if not text or isinstance(label, ElidedLabel) or not label.pixmap().isNull():
        return False
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + SLACK
    lines = text.split("\n")
    wide = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
    tall = label.fontMetrics().height() * len(lines)
    return wide > room.width() + SLACK or tall > room.height() + 2 * SLACK


def _clipped_tabs(bar: QTabBar) -> Iterator[str]:
    for at in range(bar.count()):
        wide = bar.fontMetrics().horizontalAdvance(bar.tabText(at))
        if wide > bar.tabRect(at).width() or not bar.rect().contains(bar.tabRect(at)):
            yield bar.tabText(at)


def _clipped_titles(table: QAbstractItemView) -> Iterator[str]:
    if not isinstance(table, RowsTable):
        return
    head = table.horizontalHeader()
    model = table.model()
    for section in range(model.columnCount()):
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        room = head.sectionSize(section) - 16
        if not head.isSectionHidden(section) and head.fontMetrics().horizontalAdvance(text) > room + SLACK:
            yield text


def _sticks_out(widget: QWidget) -> bool:
    holder = widget.parentWidget()
    if holder is None or isinstance(holder.parentWidget(), QAbstractScrollArea):
        return False
    return not holder.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry())


def _overlaps(seen: Sequence[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    families: dict[int, list[QWidget]] = {}
    for widget in seen:
        families.setdefault(id(widget.parentWidget()), []).append(widget)
    for family in families.values():
        for one, other in combinations(family, 2):
            shared: QRect = one.geometry().intersected(other.geometry())
            if (
                shared.width() > SLACK
                and shared.height() > SLACK
                and not (_stacked(one) or _floats(one) or _floats(other))
            ):
                yield one, other


def _stacked(widget: QWidget) -> bool:
    # Scroll bars lie over nothing that is read, and a scroll area's own parts are Qt's.
    return isinstance(widget.parentWidget(), QAbstractScrollArea)


def _floats(widget: QWidget) -> bool:
    return bool(widget.property("floats"))


def too_large(dialog: QWidget, room: tuple[int, int]) -> bool:
    """Whether a dialog is larger than the screen it stands on."""
    size = dialog.size()
    return size.width() > room[0] or size.height() > room[1]
