"""The sheets of a tenant's own lists: put a number on one, take one off after a second look."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from app.ui.bridge import Bridge
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
from app.ui.views.asking_sheet import AskingSheet, Question
from app.ui.widgets.labels import paragraph, set_tone
from app.wire.imports import ListName
from app.wire.suppressions import LiftNumber, ListedItem, ListNumber


def kind_box(look: Look, chosen: ListName) -> QComboBox:
    """The lists by name."""
    box = QComboBox()
    for kind in kinds():
        box.addItem(look.icon(LIST_ICONS[kind]), list_word(kind), kind)
    box.setCurrentIndex(box.findData(chosen))
    return box


class AddNumberDialog(AskingSheet):
    """A number by hand, with a reason; it holds from the next decision on."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, number: str = "") -> None:
        titles = (tr("Put a number on a list"), tr("Do not call it"))
        usual = (tr("Asked by phone"), tr("Asked by letter"), tr("Asked by e-mail"), tr("Complaint"))
        super().__init__(look, parent, bridge, titles, usual, kind="danger")
        self.number = QLineEdit(number)
        self.number.setMaxLength(60)
        self.number.setPlaceholderText(tr("For example: 212 555 0134"))
        hint = tr("As people write it; abroad with + and the country")
        self._number_note = self.noted_field("phone", tr("Number"), self.number, hint)
        self.kind = kind_box(look, "internal")
        self._kind_note = self.field(tr("List"), self.kind)
        self.number.textChanged.connect(self.check)
        self.kind.currentIndexChanged.connect(self.check)
        self.ask_reason(self._asked)
        said = tr("No campaign calls it from the next decision on; contacts with it leave their queues.")
        self.body.addWidget(paragraph(look, said))
        self.number.setFocus()

    @property
    def ready(self) -> bool:
        """Whether there is a number."""
        return bool(digits_of(self.number.text())) and not number_hint(self.number.text())

    def check(self) -> None:
        """Say what the number still lacks, and what the list means."""
        super().check()
        lacking = number_hint(self.number.text())
        if lacking:
            self._number_note.setText(lacking)
        self._kind_note.setText(tr(LIST_MEANS[self.kind.currentData()]))

    def _asked(self) -> Question:
        wanted = ListNumber(phone=self.number.text().strip(), reason=self.reason.reason, kind=self.kind.currentData())
        return lambda gateway: gateway.lists.add(wanted)


class LiftDialog(AskingSheet):
    """A number off a list: what is known of it, a reason, the consent, and a second look before it can be done."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, item: ListedItem) -> None:
        title = tr("Take {number} off “{list}”").format(number=item.phone, list=list_word(item.kind))
        usual = (tr("Entered by mistake"), tr("The person asks to be called"), tr("Number was reassigned"))
        super().__init__(look, parent, bridge, (title, tr("Take it off")), usual, kind="danger", width=560)
        self._item = item
        since = tr("On it since {time}, by {who}: {why}.")
        told = since.format(time=moment_text(item.at), who=item.by, why=reason_words(item))
        self.body.addWidget(paragraph(look, told, "text"))
        if item.kind in FOR_EVER:
            law = tr("Who asked not to be called is not called again unless they agreed to it since (47 CFR 64.1200).")
            self.body.addWidget(paragraph(look, law, "warn"))
        self.consent = QLineEdit()
        self.consent.setMaxLength(500)
        self.consent.setPlaceholderText(tr("For example: signed web form of 2026-11-20, copy in the file"))
        self._consent_note: QLabel | None = None
        self.sure = QCheckBox(tr("I have looked again: this number may be called by every campaign of the tenant"))
        self.ask_reason(self._asked, tr("At least 3 letters; kept in the audit trail"))
        if item.kind in FOR_EVER:
            hint = tr("What the person agreed to, when and how; at least 8 letters")
            self._consent_note = self.field(tr("Consent"), self.consent, hint)
        self.body.addWidget(self.sure)
        self.consent.textChanged.connect(self.check)
        self.sure.toggled.connect(self.check)
        self.reason.setFocus()

    @property
    def _agreed(self) -> str:
        return self.consent.text().strip()

    @property
    def _enough(self) -> bool:
        return self._consent_note is None or len(self._agreed) >= LEAST_CONSENT

    @property
    def ready(self) -> bool:
        """Whether consent is there where the list needs it, and somebody looked again."""
        return self._enough and self.sure.isChecked()

    def check(self) -> None:
        """Say that the consent is too short."""
        super().check()
        if self._consent_note is not None:
            set_tone(self._consent_note, "muted" if self._enough or not self._agreed else "danger")

    def _asked(self) -> Question:
        id_, why = self._item.id, LiftNumber(reason=self.reason.reason, consent=self._agreed or None)
        return lambda gateway: gateway.lists.lift(id_, why)
