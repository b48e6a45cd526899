"""Abandonment: how each campaign stands against the law's 3 %, and what was done to keep it under."""

from PySide6.QtGui import QGuiApplication

from app.ui.models.abandonment_words import (
    LAW_PERCENT,
    MARKS,
    abandonment_columns,
    csv_text,
    share_of,
    stage_words,
)
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.abandonment_detail import AbandonmentDetailView
from app.ui.views.section_pane import SectionPane
from app.ui.views.split_dialog import SplitDialog
from app.ui.widgets.labels import Tone
from app.ui.widgets.rows_table import HEAD_HEIGHT, ROW_HEIGHT, RowsTable
from app.ui.widgets.share_bar import ShareBarDelegate
from app.wire.abandonment import AbandonmentDetail, AbandonmentPage

ASK_EVERY_S = 5
_BAR = 2
_LEAST_ROWS = 4


class AbandonmentPane(SectionPane):
    """A row for each campaign, the worst first, and the chosen one below; asked anew every few seconds while seen."""

    def __init__(self, place: Place) -> None:
        what = tr(
            "Answered calls left without an agent, campaign by campaign. The worse of the two 30-day figures counts."
        )
        super().__init__(place, tr("Abandonment"), what)
        self._page: AbandonmentPage | None = None
        self._passed = 0
        self.campaigns = RowsModel(place.look, abandonment_columns(), lambda one: one.id)
        empty = tr("No campaign yet. Make one under Admin, Campaigns.")
        self.table = RowsTable(place.look, tr("Campaigns against 3 %"), self.campaigns, empty)
        self.table.setItemDelegateForColumn(
            _BAR, ShareBarDelegate(place.look, self.table, self._share, LAW_PERCENT, MARKS)
        )
        self.detail = AbandonmentDetailView(place.look)
        self.copy = self.button(tr("Copy as CSV"), "content-copy", self.copy_all)
        self.split = self.button(tr("Split campaign…"), "call-split", self.make_new)
        self.buttons.addWidget(self.copy)
        self.buttons.addWidget(self.split)
        self.table.setMinimumHeight(HEAD_HEIGHT + _LEAST_ROWS * ROW_HEIGHT)
        self.body.addWidget(self.listed(self.table), 5)
        self.body.addWidget(self.detail, 7)
        self.table.chosen.connect(lambda _: self._show_chosen())
        self._show_chosen()

    def _share(self, row: int) -> tuple[float, Tone]:
        one = self.campaigns.row_at(row)
        if one is None:
            return 0.0, "text"
        words = stage_words(one)
        return share_of(one), words.tone

    def refresh(self) -> None:
        """Ask how all campaigns stand."""
        self._passed = 0
        self.ask(lambda gateway: gateway.abandonment.page(), self._show)

    def tick(self) -> None:
        """A second went by; figures that are looked at may not grow old."""
        self._passed += 1
        if self._passed >= ASK_EVERY_S:
            self.refresh()

    def relink(self) -> None:
        """Another tenant's campaigns."""
        super().relink()
        self._page = None
        self.campaigns.show_rows([])
        self.detail.clear()
        self._show_chosen()

    def _show(self, page: AbandonmentPage) -> None:
        self.say_trouble("")
        self._page = page
        self.campaigns.show_rows(page.campaigns)
        # A row that stays chosen was told of as the list was replaced: asked twice, the engine counts twice.
        if self.table.chosen_row is None:
            self._show_chosen()
            self.table.choose(page.campaigns[0].id if page.campaigns else "")

    def _show_chosen(self) -> None:
        one = self.table.chosen_row
        self.copy.setEnabled(self._page is not None)
        self.split.setVisible(self.place.may("admin"))
        self.split.setEnabled(one is not None and one.campaign is not None)
        self.detail.setVisible(one is not None)
        if one is None or self._page is None:
            return
        self.detail.show_campaign(one, self._page.time_zone)
        campaign_id = one.id
        self.ask(lambda gateway: gateway.abandonment.campaign(campaign_id), self._show_detail)

    def _show_detail(self, detail: AbandonmentDetail) -> None:
        # The answer may be of the campaign that was chosen before.
        if detail.campaign.id == self.detail.campaign_id:
            self.detail.show_detail(detail)

    def make_new(self) -> None:
        """Split the chosen campaign, if the user may."""
        one = self.table.chosen_row
        if one is not None and one.campaign is not None and self.place.may("admin"):
            dialog = SplitDialog(self.look, self.place.window, self.place.bridge, one)
            dialog.answered.connect(self.refresh)
            dialog.open()

    def copy_all(self) -> None:
        """Every figure of every campaign, past periods too, into the clipboard."""
        if self._page is not None:
            QGuiApplication.clipboard().setText(csv_text(self._page))
            self.place.tell(tr("The figures are in the clipboard, as CSV"), "content-copy")
