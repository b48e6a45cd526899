"""Shows the whole number of a row that a list masks: recorded by the engine, with a reason where the role must say one.

For every view that lists numbers. What is shown is the view's to forget when the row is left.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.ui.page import Place
from app.wire.reveals import RevealKind

HAS_TO_SAY_WHY = "supervisor"


def show_number(
    place: Place, what: tuple[RevealKind, str], masked: str, owner: QObject, shown: Callable[[str], None]
) -> None:
    """Ask for the number of a row, `what` being its kind and id; `shown` hears it in E.164 while `owner` lives."""
    if place.me is not None and place.me.role == HAS_TO_SAY_WHY:
        from app.ui.views.reveal_dialog import RevealDialog

        dialog = RevealDialog(place.look, place.window, place.bridge, what, masked)
        dialog.answered.connect(lambda answer: shown(answer.phone))
        dialog.open()
        return
    kind, row_id = what
    place.bridge.ask(
        lambda gateway: gateway.log.reveal(kind, row_id),
        owner,
        lambda answer: shown(answer.phone),
        lambda trouble: place.tell(str(trouble), "alert-outline"),
    )
