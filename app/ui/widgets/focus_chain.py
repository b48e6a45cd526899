"""The order in which Tab goes, read without stealing a widget from its parent."""

from PySide6.QtWidgets import QWidget


def focus_chain(top: QWidget) -> list[QWidget]:
    """Every widget of the window's chain of focus after `top`, once around.

    PySide takes `nextInFocusChain()` for the making of a child: the widget it returns then belongs to the one that was
    asked, no longer to its parent. Where the chain closes, a dialog came to belong to its own button, a ring that
    nothing held, and Python's garbage collector destroyed it while a person was typing into it. Each is therefore given
    back to the parent that it has; Qt does nothing for a parent that is the same.
    """
    chain: list[QWidget] = []
    widget: QWidget | None = top.nextInFocusChain()
    while widget is not None and widget is not top:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    for taken in (top, *chain):
        parent = taken.parentWidget()
        if parent is not None:
            taken.setParent(parent)
    return chain
