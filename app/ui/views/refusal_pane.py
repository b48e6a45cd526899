"""One refusal beside the list, explained: which limit, what used it up, and when the next slot was free."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from app.ui.design.look import Look
from app.ui.models.log_rows import NOTHING, used_words, when_text
from app.ui.models.moment import Instant, since
from app.ui.models.wording import MODES, SOURCES, age, limit_words, reason_words, stopwatch
from app.ui.tongue import tr
from app.ui.views.log_pane import LogPane
from app.ui.widgets.charge_strip import ChargeStrip
from app.ui.widgets.labels import label, paragraph
from app.wire.log import RefusalDetail
from app.wire.operator import RefusalItem

WAYS = ("show_agent", "only_agent", "only_session")


class RefusalPane(LogPane):
    """Draws a `RefusalItem` at once and its `RefusalDetail` when it came."""

    calls_asked = Signal()
    """See the calls that filled the window."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, WAYS, tr("Choose a refusal to see which limit it was, and when it was free."))
        self.setAccessibleName(tr("The chosen refusal"))
        self.refusal: RefusalItem | None = None
        self.detail: RefusalDetail | None = None
        for name, words in (
            ("limit", tr("Limit")),
            ("used", tr("Used then")),
            ("source", tr("Set by")),
            ("free", tr("Next slot")),
            ("tries", tr("Tries")),
            ("agent", tr("Agent")),
            ("user", tr("User")),
            ("session", tr("Session")),
            ("id", tr("Id")),
        ):
            self.add_fact(name, words)
        said = QFrame()
        said.setProperty("role", "inset")
        inside = QVBoxLayout(said)
        inside.setContentsMargins(12, 8, 12, 8)
        self.sentence = paragraph(look, "", "text")
        inside.addWidget(self.sentence)
        self.add_part(tr("What the dialer was told"), said)
        self.strip = ChargeStrip(look)
        self._strip_title = self.add_part(tr("What filled the window"), self.strip)
        self.note = label(look, "", "caption", "muted")
        self.note.setWordWrap(True)
        self.calls = QPushButton(tr("Show these calls"))
        self.calls.setIconSize(QSize(14, 14))
        self.calls.setToolTip(tr("The calls of this window, in the list of calls (O)"))
        self.calls.clicked.connect(self.calls_asked)
        self.parts.addWidget(self.note)
        self.parts.addWidget(self.calls)
        self.parts.addStretch(1)
        look.changed.connect(self._paint_calls)
        self._paint_calls()

    def _paint_calls(self) -> None:
        self.calls.setIcon(self.look.icon("phone-log-outline"))

    def show_refusal(self, refusal: RefusalItem | None, now: Instant) -> None:
        """What the row knows; the explanation of another is taken away."""
        self.refusal = refusal
        self.say_trouble("")
        if refusal is None:
            self.show_nothing()
            return
        if self.detail is None or self.detail.refusal.id != refusal.id:
            self.detail = None
            for name in self.facts:
                self.put_fact(name, "")
            self.sentence.setText(tr("Loading …"))
            self._show_window(None)
        self.show_icon("hand-back-left-outline", "warn")
        self.head.setText(reason_words(refusal.code))
        self.line.setText(f"{used_words(refusal)} · {when_text(refusal.last_at, now)}")
        self.put_fact("limit", limit_words(refusal.limit_id))
        self.put_fact("used", used_words(refusal))
        self.put_fact("free", self._free_words(refusal, now))
        self.put_fact("tries", self._tries_words(refusal, now))
        self.put_fact("agent", refusal.agent or "")
        self.put_fact("user", refusal.user)
        self.put_fact("id", refusal.id)
        self.show_something()

    def show_detail(self, detail: RefusalDetail, now: Instant) -> None:
        """The explanation."""
        self.show_refusal(detail.refusal, now)
        self.detail = detail
        self.sentence.setText(f"“{detail.sentence}”")
        unknown = tr("no longer known")
        self.put_fact("source", tr(SOURCES[detail.source]) if detail.source is not None else unknown)
        session = detail.session
        if session is not None:
            words = tr("{mode}, started {at} by {who}").format(
                mode=tr(MODES.get(session.mode, session.mode)),
                at=when_text(session.started_at, now),
                who=session.started_by,
            )
            self.put_fact("session", words)
        self._show_window(detail)

    def _show_window(self, detail: RefusalDetail | None) -> None:
        window = None if detail is None else detail.window_from
        shown = detail is not None and window is not None and bool(detail.charges)
        for part in (self.strip, self._strip_title, self.note):
            part.setVisible(shown)
        if detail is None or window is None or not shown:
            self.calls.hide()
            return
        self.calls.setVisible(detail.refusal.limit_id.startswith("calls."))
        self.strip.show_window(window, detail.refusal.last_at, detail.charges)
        calls = detail.refusal.limit_id.startswith("calls.")
        count = len(detail.charges)
        words = (
            tr("%n calls in the window; the oldest was the first to leave it", "", count)
            if calls
            else tr("%n requests in the window; the oldest was the first to leave it", "", count)
        )
        self.note.setText(words)

    @staticmethod
    def _free_words(refusal: RefusalItem, now: Instant) -> str:
        if refusal.retry_at is None:
            return tr("none: waiting would not have helped") if refusal.code == "session_expired" else NOTHING
        wait = since(refusal.last_at, refusal.retry_at)
        at = when_text(refusal.retry_at, now)
        return tr("{at}, {wait} after the last try").format(at=at, wait=stopwatch(wait))

    @staticmethod
    def _tries_words(refusal: RefusalItem, now: Instant) -> str:
        if refusal.count == 1:
            return tr("one, at {at}").format(at=when_text(refusal.last_at, now))
        long = age(since(refusal.first_at, refusal.last_at))
        return tr("{count} within {long}, folded").format(count=f"{refusal.count:,}", long=long)
