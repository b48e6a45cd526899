"""Set a legal hold; erase one person's number. Both with a reason, both kept in the audit trail."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.holds_words import SCOPES
from app.ui.tongue import tr
from app.ui.widgets.labels import label, paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.erasures import EraseNumber, NumberErased
from app.wire.holds import HoldsPage, ScopeName, SetHold
from app.wire.operator import CampaignItem

_SCOPES: tuple[ScopeName, ...] = ("tenant", "campaign", "number", "range")


def _midnight(day: QDate) -> datetime:
    return datetime(day.year(), day.month(), day.day(), tzinfo=UTC)


class HoldDialog(Sheet):
    """What is to be held; only the fields that its scope needs are shown."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, campaigns: Sequence[CampaignItem]) -> None:
        super().__init__(look, parent, tr("Set a legal hold"), tr("Set the hold"))
        self._bridge = bridge
        self.body.addWidget(paragraph(look, tr("Nothing of it is deleted or erased until the hold is released.")))
        self.scope = QComboBox()
        self.scope.addItems([tr(SCOPES[scope]) for scope in _SCOPES])
        self.campaign = QComboBox()
        for one in campaigns:
            self.campaign.addItem(one.name, one.id)
        self.number = QLineEdit()
        self.number.setMaxLength(60)
        self.number.setPlaceholderText("(212) 555-0134")
        today = QDate.currentDate()
        self.start, self.end = QDateEdit(today.addMonths(-1)), QDateEdit(today.addDays(1))
        self.reason = ReasonBox((tr("Litigation"), tr("Complaint"), tr("Subpoena"), tr("Advice of counsel")))
        self._parts: dict[str, list[QWidget]] = {}
        self._lay_out()
        self.scope.currentIndexChanged.connect(self._check)
        for field in (self.start, self.end):
            field.dateChanged.connect(self._check)
        self.number.textChanged.connect(self._check)
        self.reason.currentTextChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self._check()
        self.scope.setFocus()

    def _lay_out(self) -> None:
        self.field(tr("What is held"), self.scope)
        self._part("campaign", tr("Campaign"), self.campaign, tr("Its calls, whoever was called"))
        self._number = self._part("number", tr("Number"), self.number, self._number_hint)
        span = QWidget()
        row = QHBoxLayout(span)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, field in ((tr("From"), self.start), (tr("to before"), self.end)):
            field.setCalendarPopup(True)
            field.setDisplayFormat("yyyy-MM-dd")
            field.setAccessibleName(words)
            row.addWidget(label(self._look, words))
            row.addWidget(field, 1)
        self._span = self._part("range", tr("Calls placed"), span, self._span_hint)
        self._why = self.field(
            tr("Reason"), self.reason, tr("At least 3 letters, and no number in it; kept in the audit trail")
        )

    @property
    def _number_hint(self) -> str:
        return tr("However it is written; it is shown masked from then on")

    @property
    def _span_hint(self) -> str:
        return tr("Days in UTC, as exports have them")

    def _part(self, scope: ScopeName, words: str, widget: QWidget, hint: str) -> QLabel:
        before = self.body.count()
        note = self.field(words, widget, hint)
        item = self.body.itemAt(before)
        block = None if item is None else item.layout()
        found = [] if block is None else [block.itemAt(at) for at in range(block.count())]
        shown = [one.widget() for one in found if one is not None]
        self._parts[scope] = [one for one in shown if one is not None]
        return note

    @property
    def _scope(self) -> ScopeName:
        return _SCOPES[self.scope.currentIndex()]

    def _check(self) -> None:
        for scope, widgets in self._parts.items():
            for widget in widgets:
                widget.setVisible(scope == self._scope)
        self._number.setText(self._number_hint)
        set_tone(self._number, "muted")
        set_flag(self.number, "invalid", "false")
        backwards = self._scope == "range" and self.end.date() <= self.start.date()
        self._span.setText(tr("The second day must be later than the first") if backwards else self._span_hint)
        set_tone(self._span, "danger" if backwards else "muted")
        fine = self.reason.good or not self.reason.currentText()
        set_tone(self._why, "muted" if fine else "danger")
        named = {
            "tenant": True,
            "campaign": self.campaign.count() > 0,
            "number": bool(self.number.text().strip()),
            "range": not backwards,
        }[self._scope]
        self.go.setEnabled(named and self.reason.good)

    @property
    def wanted(self) -> SetHold:
        """What stands in the fields."""
        scope = self._scope
        return SetHold(
            scope=scope,
            reason=self.reason.reason,
            campaign_id=self.campaign.currentData() if scope == "campaign" else None,
            phone_number=self.number.text().strip() if scope == "number" else None,
            from_=_midnight(self.start.date()) if scope == "range" else None,
            to=_midnight(self.end.date()) if scope == "range" else None,
        )

    def _ask(self) -> None:
        self.wait(True)
        self.say_trouble("")
        wanted = self.wanted
        self._bridge.ask(lambda gateway: gateway.holds.hold(wanted), self, self._done, self._refused)

    def _done(self, page: HoldsPage) -> None:
        self.answered.emit(page)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        if isinstance(trouble, GatewayRefused) and trouble.body.field == "phoneNumber":
            self._number.setText(str(trouble).removeprefix("phoneNumber: "))
            set_tone(self._number, "danger")
            set_flag(self.number, "invalid", "true")
            self.number.setFocus()
        else:
            self.say_trouble(str(trouble))


class EraseDialog(Sheet):
    """One person's number out of the log. It cannot be taken back, so that a word is typed first."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(look, parent, tr("Erase one person’s number"), tr("Erase for good"), kind="danger")
        self._bridge = bridge
        said = tr(
            "The number, notes and recordings go from all calls, name and columns from the contacts. That the calls "
            "were, when and how they ended stays, and so does a wish not to be called. The log still verifies."
        )
        self.body.addWidget(paragraph(look, said))
        self.number = QLineEdit()
        self.number.setMaxLength(60)
        self.number.setPlaceholderText("(212) 555-0134")
        self._number = self.field(tr("Number"), self.number, self._hint)
        self.reason = ReasonBox((tr("The person asked for it"), tr("Privacy law"), tr("Order of a court")))
        self._why = self.field(
            tr("Reason"), self.reason, tr("At least 3 letters, and no number in it; kept in the audit trail")
        )
        self.word = QLineEdit()
        asked = tr("This cannot be taken back. Type {word}").format(word=self.needed)
        self._word = self.field(tr("To go on"), self.word, asked)
        for field in (self.number, self.word):
            field.textChanged.connect(self._check)
        self.reason.currentTextChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self.go.setDefault(False)
        self._check()
        self.number.setFocus()

    @property
    def _hint(self) -> str:
        return tr("However it is written; nothing is said of what was found until it is erased")

    @property
    def needed(self) -> str:
        """The word to type."""
        return tr("ERASE")

    def _check(self) -> None:
        self._number.setText(self._hint)
        set_tone(self._number, "muted")
        set_flag(self.number, "invalid", "false")
        fine = self.reason.good or not self.reason.currentText()
        set_tone(self._why, "muted" if fine else "danger")
        typed = self.word.text().strip().casefold() == self.needed.casefold()
        set_tone(self._word, "muted" if typed or not self.word.text() else "danger")
        self.go.setEnabled(typed and bool(self.number.text().strip()) and self.reason.good)

    def _ask(self) -> None:
        self.wait(True)
        self.say_trouble("")
        wanted = EraseNumber(phone_number=self.number.text().strip(), reason=self.reason.reason)
        self._bridge.ask(lambda gateway: gateway.holds.erase(wanted), self, self._done, self._refused)

    def _done(self, erased: NumberErased) -> None:
        self.answered.emit(erased)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        if isinstance(trouble, GatewayRefused) and trouble.body.field == "phoneNumber":
            self._number.setText(str(trouble).removeprefix("phoneNumber: "))
            set_tone(self._number, "danger")
            set_flag(self.number, "invalid", "true")
            self.number.setFocus()
        else:
            self.say_trouble(str(trouble))
