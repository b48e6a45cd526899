"""Set whom the rules of calling hours bind and how: for the tenant, or for one campaign; and let a campaign go back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.blocked_words import effect_words
from app.ui.models.callable_words import STATE_NAMES
from app.ui.models.calling_words import MODES, PURPOSES, Bound
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.calling import BlockedPage, CallingRules, CallingRulesPage, EditCallingRules, ModeName
from app.wire.operator import CampaignItem

_MODES: tuple[ModeName, ...] = ("enforce", "alert-only", "off")


def emergencies_of(text: str) -> list[str] | str:
    """`US-LA`, `US-TX` of `la, TX`; or what of it is no state."""
    words = text.replace(",", " ").replace(";", " ").upper().split()
    names = [word.removeprefix("US-") for word in words]
    strange = [name for name in names if name not in STATE_NAMES]
    return strange[0] if strange else [f"US-{name}" for name in sorted(set(names))]


class CallingRulesDialog(Sheet):
    """All that can be set, with a reason; what it would do is said from what was counted."""

    answered = Signal(object)

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        bridge: Bridge,
        bound: Bound,
        known: tuple[CallingRulesPage, BlockedPage | None],
    ) -> None:
        super().__init__(look, parent, bound.name, tr("Set the rules"))
        self._bridge, self._bound, self._known = bridge, bound, known
        rules = bound.rules
        self.mode = self._choice([tr(MODES[mode]) for mode in _MODES], _MODES.index(rules.mode))
        self.purpose = self._choice([tr(words) for words in PURPOSES.values()], list(PURPOSES).index(rules.purpose))
        self.national = QCheckBox(tr("Look every number up in the national list, at most 31 days old"))
        self.national.setChecked(rules.national)
        self.consent = QCheckBox(tr("Only contacts whose column “consent” says yes"))
        self.consent.setChecked(rules.consent)
        self.emergencies = QLineEdit(", ".join(name.removeprefix("US-") for name in rules.emergencies))
        self.emergencies.setPlaceholderText(tr("LA, TX"))
        self.reason = ReasonBox(
            (
                tr("Counsel has signed"),
                tr("State of emergency declared"),
                tr("Found a mistake, stop until it is mended"),
            )
        )
        self._lay_out()
        for box in (self.mode, self.purpose):
            box.currentIndexChanged.connect(self._check)
        for tick in (self.national, self.consent):
            tick.toggled.connect(self._check)
        self.emergencies.textChanged.connect(self._check)
        self.reason.currentTextChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self._check()
        self.mode.setFocus()

    @staticmethod
    def _choice(words: Sequence[str], at: int) -> QComboBox:
        box = QComboBox()
        box.addItems(list(words))
        box.setCurrentIndex(at)
        return box

    def _lay_out(self) -> None:
        self.effect_note = self.field(tr("The rules"), self.mode, "")
        debts = tr("Debts fall under Regulation F: 7 tries in 7 days; their calls are kept 3 years after the last")
        self.field(tr("Purpose"), self.purpose, debts)
        self.body.addWidget(self.national)
        self.body.addWidget(self.consent)
        self._states = self.field(tr("States of emergency"), self.emergencies, self._states_hint)
        self.guard = paragraph(self._look, tr("A window closes earlier by the time a call may ring and 30 seconds."))
        self.body.addWidget(self.guard)
        self._why = self.field(tr("Reason"), self.reason, tr("At least 3 letters; kept in the audit trail"))

    @property
    def _states_hint(self) -> str:
        return tr("Two letters each; nobody there is called, whatever the rules do, until the state is taken out again")

    @property
    def wanted(self) -> EditCallingRules | None:
        """What stands in the fields; None while one of them cannot be read."""
        emergencies = emergencies_of(self.emergencies.text())
        if isinstance(emergencies, str):
            return None
        return EditCallingRules(
            mode=_MODES[self.mode.currentIndex()],
            reason=self.reason.reason,
            purpose="debt" if list(PURPOSES)[self.purpose.currentIndex()] == "debt" else "telemarketing",
            national=self.national.isChecked(),
            consent=self.consent.isChecked(),
            emergencies=emergencies,
        )

    def _check(self) -> None:
        wanted = self.wanted
        strange = emergencies_of(self.emergencies.text())
        odd = isinstance(strange, str)
        self._states.setText(
            tr("{name} is no state; write two letters, such as LA").format(name=strange) if odd else self._states_hint
        )
        set_tone(self._states, "danger" if odd else "muted")
        set_flag(self.emergencies, "invalid", "true" if odd else "false")
        mode = _MODES[self.mode.currentIndex()]
        self.effect_note.setText(effect_words(*self._known, mode, self._bound.campaign_id or None))
        set_tone(self.effect_note, "muted" if mode == self._bound.rules.mode else "warn")
        fine = self.reason.good or not self.reason.currentText()
        set_tone(self._why, "muted" if fine else "danger")
        is_other = wanted is not None and (self._bound.is_new or _rules_of(wanted) != self._bound.rules)
        self.go.setEnabled(is_other and self.reason.good)

    def _ask(self) -> None:
        wanted = self.wanted
        if wanted is None:
            return
        self.wait(True)
        self.say_trouble("")
        campaign_id = self._bound.campaign_id or None
        self._bridge.ask(
            lambda gateway: gateway.calling.edit_rules(campaign_id, wanted), self, self._done, self._refused
        )

    def _done(self, page: CallingRulesPage) -> None:
        self.answered.emit(page)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        if isinstance(trouble, GatewayRefused) and trouble.body.field == "emergencies":
            self._states.setText(str(trouble))
            set_tone(self._states, "danger")
            set_flag(self.emergencies, "invalid", "true")
        else:
            self.say_trouble(str(trouble))


def _rules_of(edit: EditCallingRules) -> CallingRules:
    return CallingRules(
        mode=edit.mode,
        purpose=edit.purpose,
        national=edit.national,
        consent=edit.consent,
        emergencies=list(edit.emergencies),
    )


class CampaignChoice(Sheet):
    """Which campaign gets rules of its own."""

    def __init__(
        self, look: Look, parent: QWidget, campaigns: Sequence[CampaignItem], chosen: Callable[[CampaignItem], object]
    ) -> None:
        super().__init__(look, parent, tr("Rules of a campaign’s own"), tr("Go on"))
        self._campaigns, self._chosen = campaigns, chosen
        self.body.addWidget(paragraph(look, tr("They hold for its contacts whatever the tenant’s rules say.")))
        self.box = QComboBox()
        for one in campaigns:
            self.box.addItem(one.name)
        none = tr("Every campaign has rules of its own")
        self.field(tr("Campaign"), self.box, "" if campaigns else none)
        self.go.setEnabled(bool(campaigns))
        self.go.clicked.connect(self._go)
        self.box.setFocus()

    def _go(self) -> None:
        found = self._campaigns[self.box.currentIndex()]
        self.accept()
        self._chosen(found)
