"""The audit trail: narrowed by who, what and when, scrolled without an end, the chosen record in full beside it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.ui.models.deed_words import changes, deed_columns, deed_words, kind_words
from app.ui.models.export_range import range_of
from app.ui.models.log_rows import when_text
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.tongue import marked, tr
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import ElidedLabel, label, paragraph
from app.ui.widgets.rows_table import RowsTable
from app.wire.evidence import AuditChoices
from app.wire.operator import AuditItem, AuditPage

SPANS: tuple[tuple[str, str], ...] = (
    ("all", marked("All time")),
    ("today", marked("Today")),
    ("yesterday", marked("Yesterday")),
    ("week", marked("Last 7 days")),
)
SIDE = 280


class DeedsView(QWidget):
    """Shows pages; `wanted` says that others are asked for: from the top, or the next ones."""

    wanted = Signal(bool)
    """True: the next page; False: anew, by other filters."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.next_page: str | None = None
        self.user = self._box(tr("Everybody"), tr("Who"))
        self.kind = self._box(tr("Every deed"), tr("What"))
        self.span = QComboBox()
        self.span.setAccessibleName(tr("When"))
        for value, words in SPANS:
            self.span.addItem(tr(words), value)
        columns = deed_columns(lambda: place.watching.now)
        self.deeds: RowsModel[AuditItem] = RowsModel(place.look, columns, lambda deed: str(deed.number))
        self.table = RowsTable(place.look, tr("Audit trail"), self.deeds, tr("Asking the engine …"))
        self.foot = ElidedLabel(place.look, "", "caption", "muted")
        self.detail = DeedDetail(place)
        self._lay_out()
        for box in (self.user, self.kind, self.span):
            box.currentIndexChanged.connect(lambda _: self.wanted.emit(False))
        self.deeds.wanted_more.connect(lambda: self.wanted.emit(True))
        self.table.chosen.connect(lambda _: self.detail.show_deed(self.table.chosen_row))

    @staticmethod
    def _box(any_: str, name: str) -> QComboBox:
        box = QComboBox()
        box.addItem(any_, None)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(label(self._place.look, tr("Audit trail"), "strong"))
        filters.addStretch(1)
        for box in (self.span, self.user, self.kind):
            filters.addWidget(box)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 4)
        inside.setSpacing(4)
        inside.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.foot, 1)
        inside.addLayout(foot)
        row = QSplitter(Qt.Orientation.Horizontal)
        row.setHandleWidth(12)
        row.setChildrenCollapsible(False)
        row.addWidget(card)
        row.addWidget(self.detail)
        row.setStretchFactor(0, 1)
        row.setSizes([700, SIDE])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(filters)
        whole.addWidget(row, 1)

    @property
    def range(self) -> tuple[datetime | None, datetime | None]:
        """From and to of the chosen span; None is without an end."""
        span = str(self.span.currentData())
        return range_of(span, self._place.watching.now) or (None, None)

    def offer(self, choices: AuditChoices) -> None:
        """Who and what may be chosen; what is chosen stays."""
        self._fill(self.user, [(name, name) for name in choices.users])
        kinds = sorted(((kind, kind_words(kind)) for kind in choices.kinds), key=lambda one: one[1].casefold())
        self._fill(self.kind, kinds)

    @staticmethod
    def _fill(box: QComboBox, named: list[tuple[str, str]]) -> None:
        chosen = box.currentData()
        blocked = box.blockSignals(True)
        while box.count() > 1:
            box.removeItem(1)
        for value, words in named:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(blocked)

    def show_page(self, page: AuditPage, cursor: str | None) -> None:
        """The page that was asked for by `cursor`, None for the first."""
        self.next_page = page.cursor
        self.table.empty = tr("Nobody did such a thing then. Take a filter back above.")
        if cursor is None:
            self.deeds.show_rows(page.records, more=page.cursor is not None)
        else:
            self.deeds.add_rows(page.records, more=page.cursor is not None)
        shown = f"{len(self.deeds.rows):,}"
        said = tr("{count} loaded, newest first; more below") if page.cursor else tr("{count} records, newest first")
        self.foot.setText(said.format(count=shown))

    def forget(self) -> None:
        """Another tenant's trail."""
        self.deeds.show_rows([])
        self.foot.setText("")
        self.detail.show_deed(None)
        for box in (self.user, self.kind):
            self._fill(box, [])


class DeedDetail(QFrame):
    """One record in full."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        look = place.look
        self._place = place
        self.setProperty("role", "card")
        self.setMinimumWidth(240)
        self.setAccessibleName(tr("The chosen record"))
        self.head = ElidedLabel(look, "", "heading")
        self.line = ElidedLabel(look, "", "caption", "muted")
        self.subject = paragraph(look, "", "text")
        self.subject.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reason = paragraph(look, "", "text")
        self._why = label(look, tr("Reason"), "caption", "muted")
        titles = (tr("Field"), tr("Before"), tr("After"))
        self.changes = FactTable(look, tr("Before and after"), titles, (88, 76, 96), 2, tr("Nothing was changed"))
        self.changes.wrap()
        self.nothing = paragraph(look, tr("Choose a record to see what it changed and why."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(16, 0, 16, 0)
        self._body = self._scrolled()
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._body, 1)
        box.addWidget(self.nothing, 1)
        look.changed.connect(self.changes.recolour)
        self.show_deed(None)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        parts: tuple[QLabel | FactTable, ...] = (
            self.head,
            self.line,
            self.subject,
            self._why,
            self.reason,
            self.changes,
        )
        for part in parts:
            inside.addWidget(part)
        inside.setStretchFactor(self.changes, 1)
        scroll = QScrollArea()
        scroll.setProperty("role", "bare")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def show_deed(self, deed: AuditItem | None) -> None:
        """A record, or the word that none is chosen."""
        self._body.setVisible(deed is not None)
        self.nothing.setVisible(deed is None)
        if deed is None:
            return
        self.head.setText(deed_words(deed.action))
        when = when_text(deed.at, self._place.watching.now)
        said = tr("record {number} · {at} · {who}")
        self.line.setText(said.format(number=f"{deed.number:,}", at=when, who=deed.user))
        self.subject.setText(deed.subject)
        self.reason.setText(deed.reason)
        for part in (self._why, self.reason):
            part.setVisible(bool(deed.reason))
        self.changes.show_facts(changes(deed))
