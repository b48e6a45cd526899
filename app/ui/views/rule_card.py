"""The chosen rule: what it says and by which text, who vouches for it, and all that was done to it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from app.ui.models.admin_rows import moment_text
from app.ui.models.rule_words import (
    GROUPS,
    KIND_ICONS,
    KINDS,
    STATES,
    VERDICTS,
    change_says,
    dates_words,
    place_words,
    signed,
    text_read,
    wordings_say,
)
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.widgets.fact_table import Fact, FactTable
from app.ui.widgets.labels import ElidedLabel, Tone, label, paragraph, set_tone
from app.wire.rules import RuleChangeItem, RuleItem, RuleSignatureItem


class RuleCard(QFrame):
    """What it says and what can be done with it on the left, its history on the right."""

    def __init__(self, place: Place, acts: Sequence[QPushButton]) -> None:
        super().__init__()
        self._look = look = place.look
        self._item: RuleItem | None = None
        self.setProperty("role", "card")
        self._icon = QLabel()
        self._icon.setFixedSize(QSize(20, 20))
        self.title = ElidedLabel(look, "", "strong")
        self.says = paragraph(look, "", "text")
        self.marks: list[tuple[QLabel, ElidedLabel]] = [(QLabel(), ElidedLabel(look)) for _ in range(3)]
        self.note = ElidedLabel(look, "", "caption", "muted")
        titles = (tr("When"), tr("What happened"))
        empty = tr("Nobody has changed it")
        self.history = FactTable(look, tr("History of the rule"), titles, (130, 200), 1, empty).wrap()
        self.history.setMinimumHeight(96)
        self.history.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._lay_out(acts)
        look.changed.connect(self._paint)
        self.show_rule(None)

    def _lay_out(self, acts: Sequence[QPushButton]) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self.title, 1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(head)
        left.addWidget(self.says)
        for icon, words in self.marks:
            icon.setFixedSize(QSize(16, 16))
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(icon)
            row.addWidget(words, 1)
            left.addLayout(row)
        left.addWidget(self.note)
        left.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for act in acts:
            buttons.addWidget(act)
        buttons.addStretch(1)
        left.addLayout(buttons)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(label(self._look, tr("History"), "strong"))
        right.addWidget(self.history, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(16)
        box.addLayout(left, 1)
        box.addLayout(right, 1)

    def show_rule(self, item: RuleItem | None) -> None:
        """Show a rule at once; its history comes after it."""
        if item is None or self._item is None or item.id != self._item.id:
            self.history.show_facts([])
        self._item = item
        if item is None:
            self.title.setText(tr("Choose a rule to read it whole"))
            self.says.setText("")
            self.note.setText("")
            for _, words in self.marks:
                words.setText("")
        else:
            self.title.setText(
                tr("{place} · {kind} · {id}").format(
                    place=place_words(item.jurisdiction), kind=tr(KINDS[item.kind]), id=item.id
                )
            )
            self.says.setText(wordings_say(item.kind, [item.wording, *item.later]))
            self.note.setText(_about(item))
        self._paint()

    def show_history(self, changes: Sequence[RuleChangeItem]) -> None:
        """What was done to the rule, newest first."""
        self.history.show_facts([_told(change) for change in changes])

    def _paint(self) -> None:
        item = self._item
        if item is None:
            self._icon.setPixmap(self._look.icon("gavel", "faint").pixmap(20, 20))
            for icon, _ in self.marks:
                icon.clear()
            return
        self._icon.setPixmap(self._look.icon(KIND_ICONS[item.kind], "muted").pixmap(20, 20))
        for (icon, words), (said, name, tone) in zip(self.marks, _marks(item), strict=True):
            icon.setPixmap(self._look.icon(name, "muted" if tone == "text" else tone).pixmap(16, 16))
            words.setText(said)
            set_tone(words, "text" if tone == "ok" else tone)


def _marks(item: RuleItem) -> tuple[tuple[str, str, Tone], ...]:
    read = text_read(item)
    sign = signed(item)
    entered = "" if item.signature is None else _entered(item.signature)
    return (
        (item.wording.citation, "book-open-variant", "text"),
        read,
        (f"{sign[0]}{entered}", sign[1], sign[2]),
    )


def _entered(signature: RuleSignatureItem) -> str:
    said = tr(" (entered by {who})").format(who=signature.entered_by)
    return f"{said}: {signature.note}" if signature.note else said


def _about(item: RuleItem) -> str:
    parts = [tr("Binds: {group}").format(group=tr(GROUPS[item.wording.applies_to]))]
    dates = dates_words(item.wording)
    if dates:
        parts.append(tr("Effective: {dates}").format(dates=dates))
    if not item.is_decided:
        parts.append(tr("A duty to know of: no single call is decided by it"))
    if item.wording.note:
        parts.append(item.wording.note)
    return " · ".join(parts)


def _told(change: RuleChangeItem) -> Fact:
    says = change_says(change)[1]
    words = tr("{verdict}, {state}: {says} ({who}: {reason})").format(
        verdict=tr(VERDICTS[change.verdict]),
        state=tr(STATES[change.state]),
        says=says,
        who=change.by,
        reason=change.reason,
    )
    if change.settled_by is not None and change.settled_by != change.by:
        words = tr("{words} – {who}: {reason}").format(words=words, who=change.settled_by, reason=change.settled_reason)
    return moment_text(change.at), words
