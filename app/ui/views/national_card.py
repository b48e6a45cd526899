"""The national do-not-call list on one card: its age against the 31 days, what it is made of, the import under way."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from app.ui.design.look import Look
from app.ui.models.moment import Instant
from app.ui.models.national_words import (
    age_days,
    age_state,
    age_words,
    facts_words,
    hash_words,
    hashes_of,
    origin_words,
    work_tone,
    work_words,
)
from app.ui.tongue import tr
from app.ui.widgets.labels import ElidedLabel, Tone, label, paragraph, set_flag, set_tone
from app.wire.national import NationalPage, NationalWork

STEPS = 1_000


class NationalCard(QFrame):
    """Shows a `NationalPage`; what can be done is emitted."""

    import_asked = Signal()
    cancel_asked = Signal()
    versions_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page: NationalPage | None = None
        self._icon = "timer-sand"
        self.setProperty("role", "card")
        self.mark = QLabel()
        self.state = label(look, tr("Asking the engine …"), "strong")
        self.age = ElidedLabel(look, "", "body", "muted")
        self.bar = QProgressBar()
        self.facts = ElidedLabel(look, "", "body")
        self.origin = ElidedLabel(look, "", "caption", "muted")
        self.digest = label(look, "", "caption", "muted")
        self.copy = self._button(tr("Copy"), self._copy)
        self.versions = self._button(tr("Versions…"), self.versions_asked.emit)
        self.bring = self._button(tr("Import national list…"), self.import_asked.emit)
        self.stop = self._button(tr("Stop the import"), self.cancel_asked.emit)
        self.progress = QProgressBar()
        self.said = paragraph(look, "")
        self._lay_out()
        look.changed.connect(self._paint)
        self._show_work(None)
        self._offer()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    def _lay_out(self) -> None:
        for bar in (self.bar, self.progress):
            bar.setTextVisible(False)
            bar.setRange(0, STEPS)
        self.bar.setAccessibleName(tr("Age of the national list, of 31 days"))
        self.progress.setAccessibleName(tr("How far the import is"))
        self.copy.setProperty("kind", "quiet")
        self.copy.setToolTip(tr("Copy every file’s SHA-256, as sha256sum writes them"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self._look, tr("National list"), "heading"))
        head.addSpacing(8)
        head.addWidget(self.mark)
        head.addWidget(self.state)
        head.addStretch(1)
        for button in (self.versions, self.bring):
            head.addWidget(button)
        of = QHBoxLayout()
        of.setSpacing(8)
        of.addWidget(self.origin, 1)
        of.addWidget(self.digest)
        of.addWidget(self.copy)
        work = QHBoxLayout()
        work.setSpacing(8)
        work.addWidget(self.said, 1)
        work.addWidget(self.stop)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.bar)
        box.addWidget(self.age)
        box.addWidget(self.facts)
        box.addLayout(of)
        box.addWidget(self.progress)
        box.addLayout(work)

    def show_page(self, page: NationalPage, now: Instant) -> None:
        """Show what the engine said."""
        self._page = page
        self.show_age(now)
        item = page.national
        for widget in (self.facts, self.origin, self.digest, self.copy, self.bar):
            widget.setVisible(item is not None)
        if item is not None:
            self.facts.setText(facts_words(item))
            self.origin.setText(origin_words(item))
            self.digest.setText(hash_words(item))
        self._show_work(page.work)
        self._offer()

    def show_age(self, now: Instant) -> None:
        """A day may have gone by."""
        page = self._page
        if page is None:
            return
        words, self._icon, tone = age_state(page, now)
        self.state.setText(words)
        set_tone(self.state, tone)
        self.age.setText(age_words(page, now))
        set_flag(self.bar, "tone", tone)
        self.bar.setValue(min(STEPS, int(STEPS * (age_days(page, now) or 0) / page.good_days)))
        self.setAccessibleName(tr("National list: {state}. {age}").format(state=words, age=self.age.text()))
        self._paint()

    def _show_work(self, work: NationalWork | None) -> None:
        running = work is not None and work.state == "running"
        self.progress.setVisible(running)
        self.stop.setVisible(running and self._page is not None and self._page.may_import)
        self.said.setVisible(work is not None)
        if work is not None:
            whole = work.bytes_done >= work.bytes_total
            self.progress.setRange(0, 0 if whole else STEPS)
            self.progress.setValue(STEPS * work.bytes_done // max(1, work.bytes_total))
            self.said.setText(work_words(work))
            set_tone(self.said, work_tone(work))

    def _offer(self) -> None:
        page = self._page
        may = page is not None and page.may_import
        running = page is not None and page.work is not None and page.work.state == "running"
        self.bring.setVisible(may)
        self.bring.setEnabled(not running)
        # It is what is to be done next while there is no list, or one that will soon be too old.
        urgent = page is not None and self._icon != "check-circle-outline"
        set_flag(self.bring, "kind", "primary" if urgent else "")
        self.versions.setVisible(page is not None and bool(page.versions))

    def _paint(self) -> None:
        tone: Tone = "muted"
        if self._page is not None:
            tone = "ok" if self._icon == "check-circle-outline" else "warn"
            tone = "danger" if self._icon == "alert-octagon" else tone
        self.mark.setPixmap(self._look.icon(self._icon, tone).pixmap(16, 16))
        ink = "accent_ink" if self.bring.property("kind") == "primary" else "muted"
        self.bring.setIcon(self._look.icon("database-import-outline", ink))
        for button, icon in ((self.versions, "history"), (self.copy, "content-copy"), (self.stop, "stop")):
            button.setIcon(self._look.icon(icon, "muted"))

    def _copy(self) -> None:
        if self._page is not None and self._page.national is not None:
            QGuiApplication.clipboard().setText(hashes_of(self._page.national))

    def clear(self) -> None:
        """Nothing is known."""
        self._page = None
        self.state.setText(tr("Asking the engine …"))
        for words in (self.age, self.facts, self.origin, self.digest):
            words.setText("")
        self._show_work(None)
        self._offer()
