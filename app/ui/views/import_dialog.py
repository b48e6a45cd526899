"""Import contacts into a campaign: a file is looked through, its columns are mapped, it is imported."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.models.import_words import outcome_words
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.views.file_import_dialog import FileImportDialog, ImportGoal
from app.ui.views.import_preview import ImportPreview
from app.ui.widgets.labels import label
from app.wire.imports import ImportState, StartImport
from app.wire.operator import CampaignItem


class ImportDialog(FileImportDialog):
    """Contacts come into the campaign that is named; it is made on first use."""

    def __init__(
        self, look: Look, parent: QWidget, bridge: Bridge, file: Path, campaigns: list[CampaignItem], chosen: str
    ) -> None:
        box = QComboBox()
        box.setEditable(True)
        box.addItem("")
        box.addItems([campaign.name for campaign in campaigns])
        box.setCurrentText(chosen)
        edit = box.lineEdit()
        if edit is not None:
            edit.setMaxLength(120)
            edit.setPlaceholderText(tr("No campaign: any session may get them"))
        goal = ImportGoal(
            into=_row(look, box),
            files=lambda gateway: gateway.imports,
            begin=partial(_begin, box),
            outcome=_outcome,
            complete=lambda: True,
        )
        super().__init__(look, parent, bridge, file, goal, ImportPreview(look))
        self.campaign = box


def _begin(campaign: QComboBox, import_id: str, preview: ImportPreview) -> Callable[[GatewayPort], ImportState]:
    into = campaign.currentText().strip() or None
    wanted = StartImport(places=preview.places, region=preview.country, campaign=into)
    return lambda gateway: gateway.imports.start(import_id, wanted)


def _outcome(state: ImportState) -> str:
    into = state.campaign or tr("no campaign")
    return tr("Imported into {campaign}: {outcome}.").format(campaign=into, outcome=outcome_words(state))


def _row(look: Look, campaign: QComboBox) -> QWidget:
    words = label(look, tr("Into campaign"), "strong")
    words.setBuddy(campaign)
    campaign.setAccessibleName(tr("Into campaign"))
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(words)
    row.addWidget(campaign, 1)
    return holder
