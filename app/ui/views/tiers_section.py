"""The tiers' pane as a section of the admin's view."""

from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.section_pane import SectionPane
from app.ui.views.tiers_pane import TiersPane


class TiersSection(SectionPane):
    """Which tiers there are and which tenant is of which; a tier's limits are edited in the Limits view."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, tr("Tiers"), tr("Tenants of one tier share its limits."))
        self.tiers = TiersPane(place)
        self.tiers.limits_asked.connect(lambda _: place.go("limits"))
        self.body.addWidget(self.tiers, 1)

    def refresh(self) -> None:
        """Ask which there are."""
        self.tiers.refresh()

    def relink(self) -> None:
        """Another tenant or user."""
        super().relink()
        self.tiers.relink()

    def make_new(self) -> None:
        """Make a tier."""
        self.tiers.make()
