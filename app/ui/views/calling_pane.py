"""Calling hours: whom the rules bind and how, and what they would have refused."""

from app.ui.models.calling_words import bound_by, bound_columns, refused_words
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.wire.calling import CallingRulesPage


class CallingPane(SectionPane):
    """The tenant's rules and those of campaigns that have their own."""

    def __init__(self, place: Place) -> None:
        what = tr("Whether the rules of calling hours refuse a contact, or only count what they would have refused.")
        super().__init__(place, tr("Calling hours"), what)
        self.bound = RowsModel(place.look, bound_columns(), lambda one: one.campaign_id or "tenant")
        self.table = RowsTable(place.look, tr("Whom the rules bind"), self.bound, tr("Nobody is bound"))
        self.refused = ElidedLabel(place.look, "", "body", "muted")
        self.versions = ElidedLabel(place.look, "", "caption", "muted")
        self.body.addWidget(self.listed(self.table), 1)
        self.body.addWidget(self.refused)
        self.body.addWidget(self.versions)

    def refresh(self) -> None:
        """Ask what holds."""
        self.ask(lambda gateway: gateway.calling.rules(), self._show)

    def relink(self) -> None:
        """Another tenant's."""
        super().relink()
        self.bound.show_rows([])

    def _show(self, page: CallingRulesPage) -> None:
        self.say_trouble("")
        self.bound.show_rows(bound_by(page))
        self.refused.setText(refused_words(page))
        set_tone(self.refused, "warn" if page.would_refuse else "muted")
        said = tr("Rules {rules}, time zones {zones}")
        self.versions.setText(said.format(rules=page.rules_version, zones=page.tz_version))
