"""Every version of the national list that was in force, with its files and their hashes."""

from PySide6.QtWidgets import QWidget

from app.ui.design.look import Look
from app.ui.models.national_words import version_columns
from app.ui.models.rows_model import RowsModel
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph
from app.ui.widgets.rows_table import RowsTable
from app.ui.widgets.sheet import Sheet
from app.wire.national import NationalItem


class NationalVersions(Sheet):
    """A list to read; the newest first."""

    def __init__(self, look: Look, parent: QWidget, versions: list[NationalItem]) -> None:
        super().__init__(look, parent, tr("Versions of the national list"), tr("Done"), width=960)
        said = tr(
            "The newest versions. The record of every version is kept for ever, as proof of which list was asked."
        )
        self.body.addWidget(paragraph(look, said))
        self.versions = RowsModel(look, version_columns(), lambda one: one.version)
        self.table = RowsTable(look, tr("Versions of the national list"), self.versions, tr("No list was imported yet"))
        self.table.setMinimumHeight(260)
        self.versions.show_rows(versions)
        self.body.addWidget(self.table, 1)
        self.cancel.hide()
        self.go.clicked.connect(self.accept)
