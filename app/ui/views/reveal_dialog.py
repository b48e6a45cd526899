"""Why a whole number is needed: asked of whoever must say so, before it is shown."""

from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.tongue import marked, tr
from app.ui.views.asking_sheet import ReasonSheet
from app.wire.reveals import RevealKind

USUAL = (marked("Complaint of the person"), marked("Callback that was missed"), marked("Checking a do-not-call wish"))


class RevealDialog(ReasonSheet):
    """Asks for a reason, then asks the engine; `answered` carries the number."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, what: tuple[RevealKind, str], shown: str) -> None:
        kind, row_id = what
        said = (
            tr("Show {number}").format(number=shown),
            tr("You will see the whole number until you leave this row. The audit trail keeps who, when and why."),
            tr("Show number"),
        )
        usual = [tr(one) for one in USUAL]
        super().__init__(
            look,
            parent,
            bridge,
            said,
            usual,
            lambda reason: lambda gateway: gateway.log.reveal(kind, row_id, reason),
            kind="primary",
        )
