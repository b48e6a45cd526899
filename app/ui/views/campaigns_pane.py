"""Campaigns: their contacts, how many wait; contacts come in from a file that is chosen or dropped."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.admin_rows import campaign_columns
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.views.import_dialog import ImportDialog
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import set_flag, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.ui.widgets.sheet import Sheet
from app.wire.operator import CampaignItem, CampaignsPage

LONGEST_NAME = 120


class CampaignDialog(Sheet):
    """A new campaign, or another name for one."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, campaign: CampaignItem | None) -> None:
        title = tr("New campaign") if campaign is None else tr("Rename {name}").format(name=campaign.name)
        super().__init__(look, parent, title, tr("Make campaign") if campaign is None else tr("Rename"))
        self._bridge, self._campaign = bridge, campaign
        self.name = QLineEdit("" if campaign is None else campaign.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(tr("For example: Spring reminders"))
        new = tr("Dialers start a session for a campaign; its contacts are imported into it")
        self._hint = new if campaign is None else tr("Its contacts and calls stay its own")
        self._note = self.field(tr("Name"), self.name, self._hint)
        self.name.textChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self._check()
        self.name.setFocus()
        self.name.selectAll()

    def _check(self) -> None:
        self._note.setText(self._hint)
        set_tone(self._note, "muted")
        set_flag(self.name, "invalid", "false")
        name = self.name.text().strip()
        self.go.setEnabled(bool(name) and (self._campaign is None or name != self._campaign.name))

    def _question(self) -> Callable[[GatewayPort], CampaignsPage]:
        name, campaign = self.name.text().strip(), self._campaign
        if campaign is None:
            return lambda gateway: gateway.admin.add_campaign(name)
        campaign_id = campaign.id
        return lambda gateway: gateway.admin.rename_campaign(campaign_id, name)

    def _ask(self) -> None:
        self.wait(True)
        self.say_trouble("")
        self._bridge.ask(self._question(), self, self._answered, self._refused)

    def _answered(self, page: CampaignsPage) -> None:
        self.answered.emit(page)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        if isinstance(trouble, GatewayRefused) and trouble.body.field == "name":
            self._note.setText(str(trouble))
            set_tone(self._note, "danger")
            set_flag(self.name, "invalid", "true")
            self.name.setFocus()
        else:
            self.say_trouble(str(trouble))


class CampaignsPane(SectionPane):
    """The list of campaigns."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            place,
            tr("Campaigns"),
            tr("Whom the dialers are to call. Contacts come in from a CSV file: choose it, or drop it here."),
        )
        self.campaigns = RowsModel(place.look, campaign_columns(), lambda campaign: campaign.id)
        empty = tr("No campaign yet. Make one with “New campaign…”.")
        self.table = RowsTable(place.look, tr("Campaigns"), self.campaigns, empty)
        self.new = self.button(tr("New campaign…"), "plus", self.make_new)
        self.rename = self.button(tr("Rename…"), "pencil-outline", self.change_chosen)
        self.bring_in = self.button(tr("Import contacts…"), "file-import-outline", self.choose_file, "primary")
        self.buttons.addWidget(self.new)
        self.buttons.addWidget(self.bring_in)
        self.setAcceptDrops(True)
        self._acts = QHBoxLayout()
        self._acts.setContentsMargins(8, 0, 8, 0)
        self._acts.setSpacing(8)
        self._acts.addStretch(1)
        self._acts.addWidget(self.rename)
        card = self.listed(self.table)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(self._acts)
        self.body.addWidget(card, 1)
        self.table.chosen.connect(self._allow)
        self.table.opened.connect(lambda _: self.change_chosen())
        self._allow()

    def refresh(self) -> None:
        """Ask which there are."""
        self.ask(lambda gateway: gateway.admin.campaigns(), self.show_page)

    def relink(self) -> None:
        """Another tenant's campaigns."""
        super().relink()
        self.campaigns.show_rows([])

    def show_page(self, page: CampaignsPage) -> None:
        """Show the campaigns as they are now."""
        self.say_trouble("")
        self.campaigns.show_rows(page.campaigns)
        self._allow()

    def _allow(self) -> None:
        self.rename.setEnabled(self.table.chosen_row is not None)

    def choose_file(self) -> None:
        """Ask for a contact file, then import it."""
        folder = str(self.place.downloads)
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Import contacts from"), folder, tr("Contact files (*.csv *.txt);;All files (*)")
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, file: Path) -> None:
        """Look through a contact file and offer to import it into the chosen campaign."""
        campaign = self.table.chosen_row
        name = "" if campaign is None else campaign.name
        dialog = ImportDialog(self.look, self.place.window, self.place.bridge, file, self.campaigns.rows, name)
        dialog.imported.connect(self.refresh)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped anywhere on the section."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The file that was dropped is looked through."""
        self.import_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def make_new(self) -> None:
        """Make a campaign."""
        self._open(None)

    def change_chosen(self) -> None:
        """Give the chosen one another name."""
        campaign = self.table.chosen_row
        if campaign is not None:
            self._open(campaign)

    def _open(self, campaign: CampaignItem | None) -> None:
        dialog = CampaignDialog(self.look, self.place.window, self.place.bridge, campaign)
        dialog.answered.connect(self.show_page)
        dialog.open()
