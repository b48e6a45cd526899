"""A campaign made of another one: it says what it was split from, and does not begin a new count of abandoned calls."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.abandonment_words import campaign_name
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.abandonment import CampaignAbandonment, SplitCampaign

LONGEST_NAME = 120


class SplitDialog(Sheet):
    """The name of the new campaign, and why; `answered` when the engine has made it."""

    answered = Signal()

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, campaign: CampaignAbandonment) -> None:
        title = tr("Split {name}").format(name=campaign_name(campaign.campaign))
        super().__init__(look, parent, title, tr("Split campaign"))
        self._bridge, self._campaign = bridge, campaign
        what = tr(
            "The new campaign has no contacts yet: import them into it. Calls of both count together, so that a split "
            "begins no new count of abandoned calls."
        )
        self.body.addWidget(paragraph(look, what))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(tr("For example: {name}, second script").format(name=campaign.campaign))
        self._hint = tr("Another name than any campaign has")
        self._note = self.field(tr("Name of the new campaign"), self.name, self._hint)
        self.reason = ReasonBox((tr("Another script"), tr("Another team"), tr("Another list")))
        self.field(tr("Reason"), self.reason)
        self.name.textChanged.connect(self._check)
        self.reason.editTextChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self._check()
        self.name.setFocus()

    def _check(self) -> None:
        self._note.setText(self._hint)
        set_tone(self._note, "muted")
        set_flag(self.name, "invalid", "false")
        self.go.setEnabled(bool(self.name.text().strip()) and self.reason.good)

    def _ask(self) -> None:
        self.wait(True)
        self.say_trouble("")
        wanted = SplitCampaign(name=self.name.text().strip(), reason=self.reason.reason)
        campaign_id = self._campaign.id
        self._bridge.ask(
            lambda gateway: gateway.abandonment.split(campaign_id, wanted), self, self._done, self._refused
        )

    def _done(self, _: object) -> None:
        self.answered.emit()
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
