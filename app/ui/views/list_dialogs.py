"""The sheets of a tenant's own lists: put a number on one, take one off after a second look."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.admin_rows import moment_text
from app.ui.models.list_words import (
    FOR_EVER,
    LEAST_CONSENT,
    LIST_ICONS,
    LIST_MEANS,
    digits_of,
    kinds,
    list_word,
    number_hint,
    reason_words,
)
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.imports import ListName
from app.wire.suppressions import LiftNumber, ListedItem, ListNumber


def kind_box(look: Look, chosen: ListName) -> QComboBox:
    """The lists by name."""
    box = QComboBox()
    for kind in kinds():
        box.addItem(look.icon(LIST_ICONS[kind]), list_word(kind), kind)
    box.setCurrentIndex(box.findData(chosen))
    return box


class AddNumberDialog(Sheet):
    """A number by hand, with a reason; it holds from the next decision on."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, number: str = "") -> None:
        super().__init__(look, parent, tr("Put a number on a list"), tr("Do not call it"), kind="danger")
        self._bridge = bridge
        self.number = QLineEdit(number)
        self.number.setMaxLength(60)
        self.number.setPlaceholderText(tr("For example: 212 555 0134"))
        self._number_hint = tr("As people write it; abroad with + and the country")
        self._number_note = self.field(tr("Number"), self.number, self._number_hint)
        self.kind = kind_box(look, "internal")
        self._kind_note = self.field(tr("List"), self.kind)
        usual = (tr("Asked by phone"), tr("Asked by letter"), tr("Asked by e-mail"), tr("Complaint"))
        self.reason = ReasonBox(usual)
        self._reason_note = self.field(tr("Reason"), self.reason, tr("At least 3 letters; everyone can read it later"))
        said = tr("No campaign calls it from the next decision on; contacts with it leave their queues.")
        self.body.addWidget(paragraph(look, said))
        self.number.textChanged.connect(self._check)
        self.kind.currentIndexChanged.connect(self._check)
        self.reason.currentTextChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self._check()
        self.number.setFocus()

    def _check(self) -> None:
        hint = number_hint(self.number.text())
        self._number_note.setText(hint or self._number_hint)
        set_tone(self._number_note, "muted")
        set_flag(self.number, "invalid", "false")
        self._kind_note.setText(tr(LIST_MEANS[self.kind.currentData()]))
        fine = self.reason.good or not self.reason.currentText()
        set_tone(self._reason_note, "muted" if fine else "danger")
        self.go.setEnabled(bool(digits_of(self.number.text())) and not hint and self.reason.good)

    def _ask(self) -> None:
        self.wait(True)
        self.say_trouble("")
        wanted = ListNumber(phone=self.number.text().strip(), reason=self.reason.reason, kind=self.kind.currentData())
        self._bridge.ask(lambda gateway: gateway.lists.add(wanted), self, self._done, self._refused)

    def _done(self, item: ListedItem) -> None:
        self.answered.emit(item)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        if isinstance(trouble, GatewayRefused) and trouble.body.field == "phone":
            self._number_note.setText(str(trouble))
            set_tone(self._number_note, "danger")
            set_flag(self.number, "invalid", "true")
            self.number.setFocus()
        else:
            self.say_trouble(str(trouble))


class LiftDialog(Sheet):
    """A number off a list: what is known of it, a reason, the consent, and a second look before it can be done."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, item: ListedItem) -> None:
        title = tr("Take {number} off “{list}”").format(number=item.phone, list=list_word(item.kind))
        super().__init__(look, parent, title, tr("Take it off"), kind="danger", width=560)
        self._bridge, self._item = bridge, item
        since = tr("On it since {time}, by {who}: {why}.")
        told = since.format(time=moment_text(item.at), who=item.by, why=reason_words(item))
        self.body.addWidget(paragraph(look, told, "text"))
        if item.kind in FOR_EVER:
            law = tr("Who asked not to be called is not called again unless they agreed to it since (47 CFR 64.1200).")
            self.body.addWidget(paragraph(look, law, "warn"))
        self.reason = ReasonBox(
            (tr("Entered by mistake"), tr("The person asks to be called"), tr("Number was reassigned"))
        )
        self._reason_note = self.field(tr("Reason"), self.reason, tr("At least 3 letters; kept in the audit trail"))
        self.consent = QLineEdit()
        self.consent.setMaxLength(500)
        self.consent.setPlaceholderText(tr("For example: signed web form of 2026-11-20, copy in the file"))
        self._consent_note = None
        if item.kind in FOR_EVER:
            hint = tr("What the person agreed to, when and how; at least 8 letters")
            self._consent_note = self.field(tr("Consent"), self.consent, hint)
        self.sure = QCheckBox(tr("I have looked again: this number may be called by every campaign of the tenant"))
        self.body.addWidget(self.sure)
        self.reason.currentTextChanged.connect(self._check)
        self.consent.textChanged.connect(self._check)
        self.sure.toggled.connect(self._check)
        self.go.clicked.connect(self._ask)
        self._check()
        self.reason.setFocus()

    @property
    def _agreed(self) -> str:
        return self.consent.text().strip()

    def _check(self) -> None:
        fine = self.reason.good or not self.reason.currentText()
        set_tone(self._reason_note, "muted" if fine else "danger")
        enough = self._consent_note is None or len(self._agreed) >= LEAST_CONSENT
        if self._consent_note is not None:
            set_tone(self._consent_note, "muted" if enough or not self._agreed else "danger")
        self.go.setEnabled(self.reason.good and enough and self.sure.isChecked())

    def _ask(self) -> None:
        self.wait(True)
        self.say_trouble("")
        id_, why = self._item.id, LiftNumber(reason=self.reason.reason, consent=self._agreed or None)
        self._bridge.ask(lambda gateway: gateway.lists.lift(id_, why), self, self._done, self._refused)

    def _done(self, item: ListedItem) -> None:
        self.answered.emit(item)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self.say_trouble(str(trouble))
