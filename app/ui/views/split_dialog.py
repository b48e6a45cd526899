"""A campaign made of another one: it says what it was split from, and does not begin a new count of abandoned calls."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.models.abandonment_words import campaign_name
from app.ui.tongue import tr
from app.ui.views.asking_sheet import AskingSheet, Question
from app.ui.widgets.labels import paragraph
from app.wire.abandonment import CampaignAbandonment, SplitCampaign

LONGEST_NAME = 120


class SplitDialog(AskingSheet):
    """The name of the new campaign, and why; `answered` when the engine has made it."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, campaign: CampaignAbandonment) -> None:
        title = tr("Split {name}").format(name=campaign_name(campaign.campaign))
        usual = (tr("Another script"), tr("Another team"), tr("Another list"))
        super().__init__(look, parent, bridge, (title, tr("Split campaign")), usual)
        self._campaign = campaign
        what = tr(
            "The new campaign has no contacts yet: import them into it. Calls of both count together, so that a split "
            "begins no new count of abandoned calls."
        )
        self.body.addWidget(paragraph(look, what))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(tr("For example: {name}, second script").format(name=campaign.campaign))
        hint = tr("Another name than any campaign has")
        self.noted_field("name", tr("Name of the new campaign"), self.name, hint)
        self.name.textChanged.connect(self.check)
        self.ask_reason(self._asked)
        self.name.setFocus()

    @property
    def ready(self) -> bool:
        """Whether it has a name."""
        return bool(self.name.text().strip())

    def _asked(self) -> Question:
        wanted = SplitCampaign(name=self.name.text().strip(), reason=self.reason.reason)
        campaign_id = self._campaign.id
        return lambda gateway: gateway.abandonment.split(campaign_id, wanted)
