"""Set a legal hold; erase one person's number. Both with a reason, both kept in the audit trail."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit, QWidget

from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.models.holds_words import SCOPES
from app.ui.tongue import tr
from app.ui.views.asking_sheet import AskingSheet, Question
from app.ui.widgets.labels import label, paragraph, set_tone
from app.wire.erasures import EraseNumber
from app.wire.holds import ScopeName, SetHold
from app.wire.operator import CampaignItem

_SCOPES: tuple[ScopeName, ...] = ("tenant", "campaign", "number", "range")


def _reason_hint() -> str:
    return tr("At least 3 letters, and no number in it; kept in the audit trail")


def _midnight(day: QDate) -> datetime:
    return datetime(day.year(), day.month(), day.day(), tzinfo=UTC)


class HoldDialog(AskingSheet):
    """What is to be held; only the fields that its scope needs are shown."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, campaigns: Sequence[CampaignItem]) -> None:
        usual = (tr("Litigation"), tr("Complaint"), tr("Subpoena"), tr("Advice of counsel"))
        super().__init__(look, parent, bridge, (tr("Set a legal hold"), tr("Set the hold")), usual)
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
        self._parts: dict[str, list[QWidget]] = {}
        self._lay_out()
        self.scope.currentIndexChanged.connect(self.check)
        for field in (self.start, self.end):
            field.dateChanged.connect(self.check)
        self.number.textChanged.connect(self.check)
        self.ask_reason(self._asked, _reason_hint())
        self.scope.setFocus()

    def _lay_out(self) -> None:
        self.field(tr("What is held"), self.scope)
        hint = tr("However it is written; it is shown masked from then on")
        with self._part("campaign"):
            self.field(tr("Campaign"), self.campaign, tr("Its calls, whoever was called"))
        with self._part("number"):
            self.noted_field("phoneNumber", tr("Number"), self.number, hint)
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
        with self._part("range"):
            self._span = self.field(tr("Calls placed"), span, self._span_hint)

    @property
    def _span_hint(self) -> str:
        return tr("Days in UTC, as exports have them")

    @contextmanager
    def _part(self, scope: ScopeName) -> Iterator[None]:
        before = self.body.count()
        yield
        item = self.body.itemAt(before)
        block = None if item is None else item.layout()
        found = [] if block is None else [block.itemAt(at) for at in range(block.count())]
        shown = [one.widget() for one in found if one is not None]
        self._parts[scope] = [one for one in shown if one is not None]

    @property
    def _scope(self) -> ScopeName:
        return _SCOPES[self.scope.currentIndex()]

    @property
    def _backwards(self) -> bool:
        return self._scope == "range" and self.end.date() <= self.start.date()

    @property
    def ready(self) -> bool:
        """Whether what is to be held is named."""
        return {
            "tenant": True,
            "campaign": self.campaign.count() > 0,
            "number": bool(self.number.text().strip()),
            "range": not self._backwards,
        }[self._scope]

    def check(self) -> None:
        """Show the fields of the scope alone, and say that a span ends before it begins."""
        super().check()
        for scope, widgets in self._parts.items():
            for widget in widgets:
                widget.setVisible(scope == self._scope)
        backwards = self._backwards
        self._span.setText(tr("The second day must be later than the first") if backwards else self._span_hint)
        set_tone(self._span, "danger" if backwards else "muted")

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

    def _asked(self) -> Question:
        wanted = self.wanted
        return lambda gateway: gateway.holds.hold(wanted)


class EraseDialog(AskingSheet):
    """One person's number out of the log. It cannot be taken back, so that a word is typed first."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge) -> None:
        titles = (tr("Erase one person’s number"), tr("Erase for good"))
        usual = (tr("The person asked for it"), tr("Privacy law"), tr("Order of a court"))
        super().__init__(look, parent, bridge, titles, usual, kind="danger")
        said = tr(
            "The number, notes and recordings go from all calls, name and columns from the contacts. That the calls "
            "were, when and how they ended stays, and so does a wish not to be called. The log still verifies."
        )
        self.body.addWidget(paragraph(look, said))
        self.number = QLineEdit()
        self.number.setMaxLength(60)
        self.number.setPlaceholderText("(212) 555-0134")
        hint = tr("However it is written; nothing is said of what was found until it is erased")
        self.noted_field("phoneNumber", tr("Number"), self.number, hint)
        self.word = QLineEdit()
        self._word: QLabel | None = None
        self.ask_reason(self._asked, _reason_hint())
        asked = tr("This cannot be taken back. Type {word}").format(word=self.needed)
        self._word = self.field(tr("To go on"), self.word, asked)
        for field in (self.number, self.word):
            field.textChanged.connect(self.check)
        self.go.setDefault(False)
        self.number.setFocus()

    @property
    def needed(self) -> str:
        """The word to type."""
        return tr("ERASE")

    @property
    def _typed(self) -> bool:
        return self.word.text().strip().casefold() == self.needed.casefold()

    @property
    def ready(self) -> bool:
        """Whether the word was typed, and there is a number."""
        return self._typed and bool(self.number.text().strip())

    def check(self) -> None:
        """Say that it is another word."""
        super().check()
        if self._word is not None:
            set_tone(self._word, "muted" if self._typed or not self.word.text() else "danger")

    def _asked(self) -> Question:
        wanted = EraseNumber(phone_number=self.number.text().strip(), reason=self.reason.reason)
        return lambda gateway: gateway.holds.erase(wanted)
