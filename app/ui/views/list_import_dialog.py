"""Import a CSV of numbers onto a do-not-call list: a dry look first, then whole batches beside the decisions."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.models.import_words import outcome_words
from app.ui.models.list_words import dry_words, list_word
from app.ui.ports import GatewayPort
from app.ui.tongue import marked, tr
from app.ui.views.file_import_dialog import FileImportDialog, ImportGoal
from app.ui.views.import_preview import ImportPreview
from app.ui.views.list_dialogs import kind_box
from app.ui.widgets.labels import label
from app.ui.widgets.reason_box import ReasonBox
from app.wire.imports import ImportState, ListName
from app.wire.suppressions import ListImport

NAMES: MappingProxyType[str, str] = MappingProxyType({"phone": marked("Phone")})


class ListImportDialog(FileImportDialog):
    """Numbers go onto the list that is chosen; a column `reason` says why, or else the reason given here."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, file: Path, chosen: ListName) -> None:
        kind = kind_box(look, chosen)
        reason = ReasonBox((tr("Asked by letter"), tr("Asked by e-mail"), tr("List of a former dialer")))
        goal = ImportGoal(
            into=_row(look, kind, reason),
            files=lambda gateway: gateway.lists,
            begin=partial(_begin, kind, reason),
            outcome=_outcome,
            complete=lambda: reason.good,
        )
        super().__init__(look, parent, bridge, file, goal, ImportPreview(look, NAMES, dry_words))
        self.kind, self.reason = kind, reason
        reason.currentTextChanged.connect(self.allow)


def _begin(
    kind: QComboBox, reason: ReasonBox, import_id: str, preview: ImportPreview
) -> Callable[[GatewayPort], ImportState]:
    wanted = ListImport(places=preview.places, region=preview.country, kind=kind.currentData(), reason=reason.reason)
    return lambda gateway: gateway.lists.start(import_id, wanted)


def _outcome(state: ImportState) -> str:
    onto = list_word(state.onto or "internal")
    return tr("On the list “{list}”: {outcome}.").format(list=onto, outcome=outcome_words(state))


def _row(look: Look, kind: QComboBox, reason: ReasonBox) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    for at, (words, widget) in enumerate(((tr("Onto list"), kind), (tr("Reason, for lines without one"), reason))):
        title = label(look, words, "strong")
        title.setBuddy(widget)
        widget.setAccessibleName(words)
        grid.addWidget(title, 0, at)
        grid.addWidget(widget, 1, at)
        grid.setColumnStretch(at, 1)
    return holder
