"""The chain in a card: what it is, how far it is signed, and a check of all of it with its outcome."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from app.ui.design.look import Look
from app.ui.models.chain_words import chain_facts, outcome, part_facts
from app.ui.models.moment import Instant
from app.ui.tongue import tr
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import ElidedLabel, label, paragraph, set_tone
from app.wire.evidence import CheckState, EvidencePage

_FACTS = 5


class ChainCard(QFrame):
    """Facts on the left, the last check on the right. The pane asks; this shows."""

    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon_of = ("shield-outline", "muted")
        self.setProperty("role", "card")
        self.facts: list[tuple[QLabel, ElidedLabel]] = [
            (label(look, "", "body", "muted"), ElidedLabel(look, "", "body")) for _ in range(_FACTS)
        ]
        self.icon = QLabel()
        self.outcome = paragraph(look, "", "text")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("How far the check is"))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        titles = (tr("Checked"), tr("Records"))
        self.parts = FactTable(look, tr("What was checked"), titles, (260, 128), 0, tr("Nothing yet"))
        self._lay_out()
        look.changed.connect(self._repaint)

    def _lay_out(self) -> None:
        facts = QGridLayout()
        facts.setHorizontalSpacing(12)
        facts.setVerticalSpacing(4)
        facts.setColumnStretch(1, 1)
        for row, (name, told) in enumerate(self.facts):
            facts.addWidget(name, row, 0)
            facts.addWidget(told, row, 1)
        facts.setRowStretch(_FACTS, 1)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.icon)
        said.addWidget(self.outcome, 1)
        said.addWidget(self.cancel)
        check = QVBoxLayout()
        check.setSpacing(8)
        check.addLayout(said)
        check.addWidget(self.progress)
        check.addWidget(self.parts, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(24)
        whole.addLayout(facts, 4)
        whole.addLayout(check, 5)
        self.setFixedHeight(196)

    def show_page(self, page: EvidencePage, now: Instant) -> None:
        """The chain as it stands."""
        for (name, told), (title, words, hint) in zip(self.facts, chain_facts(page, now), strict=True):
            name.setText(title)
            told.setText(words)
            told.setAccessibleName(f"{title}: {words}")
            told.setAccessibleDescription(hint)
            name.setToolTip(hint)
        self.show_check(page.check, now)

    def show_check(self, check: CheckState | None, now: Instant) -> None:
        """How a check is going, or went."""
        words, icon, tone = outcome(check, now)
        running = check is not None and check.state == "running"
        self.outcome.setText(words)
        set_tone(self.outcome, "text" if tone == "accent" else tone)
        self._icon_of = (icon, tone)
        self._repaint()
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        if check is not None:
            self.progress.setRange(0, 1_000 if check.total else 0)
            self.progress.setValue(1_000 * check.done // check.total if check.total else 0)
        facts: Sequence[tuple[str, ...]] = part_facts(check)
        self.parts.setVisible(bool(facts))
        self.parts.show_facts(facts)

    def forget(self) -> None:
        """Another engine: nothing is known."""
        for name, told in self.facts:
            name.clear()
            told.setText("")
        self.outcome.clear()
        self.icon.clear()
        for part in (self.progress, self.cancel, self.parts):
            part.hide()

    def _repaint(self) -> None:
        icon, tone = self._icon_of
        self.icon.setPixmap(self._look.icon(icon, tone).pixmap(20, 20))
        self.parts.recolour()
