"""The fields of an export: its kind, its range, a campaign, its columns."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QGridLayout, QPushButton, QWidget

from app.ui.models.export_words import ABOUT, KINDS, RANGES
from app.ui.models.moment import EPOCH
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.export_fields_dialog import ExportFieldsDialog
from app.ui.widgets.labels import label, paragraph
from app.wire.exports import ExportKind, RangeName, StartExport

CUSTOM = "custom"
PERIODS: tuple[RangeName, ...] = ("this-period", "last-period")


class ExportChoiceBar(QWidget):
    """One row of fields, and a second one for a range of one's own. Last month's calls are what it begins with."""

    changed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._fields: dict[str, list[str]] = {}
        self.chosen_fields: dict[str, list[str]] = {}
        self.kind, self.range, self.campaign = QComboBox(), QComboBox(), QComboBox()
        self.columns = QPushButton()
        self.since, self.until = QDateTimeEdit(), QDateTimeEdit()
        self.about = paragraph(place.look, "")
        self._fill()
        self._lay_out()
        self._connect()
        self._show()

    def _fill(self) -> None:
        for kind, words in KINDS.items():
            self.kind.addItem(tr(words), kind)
        for name, words in RANGES.items():
            if name not in PERIODS:
                self.range.addItem(tr(words), name)
        self.range.addItem(tr("From … to …"), CUSTOM)
        self.campaign.addItem(tr("All campaigns"), None)
        now = self._place.watching.now.astimezone()
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        for edit, at in ((self.since, midnight - timedelta(days=7)), (self.until, midnight)):
            edit.setDisplayFormat("yyyy-MM-dd HH:mm")
            edit.lineEdit().setTextMargins(6, 0, 0, 0)
            edit.setDateTime(QDateTime.fromSecsSinceEpoch(int(at.timestamp())))
        self.columns.setAutoDefault(False)
        for box in (self.kind, self.range, self.campaign):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        named = (
            (tr("What"), self.kind),
            (tr("Range"), self.range),
            (tr("Campaign"), self.campaign),
            (tr("Columns"), self.columns),
        )
        for at, (words, widget) in enumerate(named):
            self._name(grid, (0, at), words, widget)
            grid.setColumnStretch(at, 1)
        self._times = [
            *self._name(grid, (2, 0), tr("From"), self.since),
            *self._name(grid, (2, 1), tr("Up to, not including"), self.until),
        ]
        grid.addWidget(self.about, 4, 0, 1, 4)

    def _name(self, grid: QGridLayout, place: tuple[int, int], words: str, widget: QWidget) -> list[QWidget]:
        title = label(self._place.look, words, "caption", "muted")
        title.setBuddy(widget)
        widget.setAccessibleName(words)
        grid.addWidget(title, place[0], place[1])
        grid.addWidget(widget, place[0] + 1, place[1])
        return [title, widget]

    def _connect(self) -> None:
        for box in (self.kind, self.range, self.campaign):
            box.currentIndexChanged.connect(lambda _: self._choose())
        for edit in (self.since, self.until):
            edit.dateTimeChanged.connect(lambda _: self._choose())
        self.columns.clicked.connect(self._choose_columns)

    def offer_fields(self, fields: dict[str, list[str]]) -> None:
        """The columns that the engine has, by kind."""
        self._fields = fields
        self._show()

    def offer_campaigns(self, campaigns: Sequence[tuple[str, str]]) -> None:
        """The campaigns that the tenant has; a choice that it still has stays."""
        with QSignalBlocker(self.campaign):
            chosen = self.campaign.currentData()
            self.campaign.clear()
            self.campaign.addItem(tr("All campaigns"), None)
            for identity, name in campaigns:
                self.campaign.addItem(name, identity)
            self.campaign.setCurrentIndex(max(0, self.campaign.findData(chosen)))
        self._show()

    def take(self, what: StartExport) -> None:
        """Put a saved export into the fields."""
        with QSignalBlocker(self):
            self.kind.setCurrentIndex(self.kind.findData(what.kind))
            self.campaign.setCurrentIndex(max(0, self.campaign.findData(what.campaign_id)))
            self._offer_periods()
            self.range.setCurrentIndex(max(0, self.range.findData(what.range or CUSTOM)))
            for edit, at in ((self.since, what.from_), (self.until, what.to)):
                if at is not None:
                    edit.setDateTime(QDateTime.fromSecsSinceEpoch(int(at.timestamp())))
            self.chosen_fields[what.kind] = list(what.fields)
        self._choose()

    def _choose(self) -> None:
        self._offer_periods()
        self._show()
        self.changed.emit()

    def _offer_periods(self) -> None:
        """A campaign has periods of its own."""
        offered = self.range.findData(PERIODS[0]) >= 0
        wanted = self.campaign_id is not None
        if offered == wanted:
            return
        with QSignalBlocker(self.range):
            for name in PERIODS:
                if wanted:
                    self.range.insertItem(self.range.count() - 1, tr(RANGES[name]), name)
                else:
                    self.range.removeItem(self.range.findData(name))

    def _show(self) -> None:
        kind = self.export_kind
        for widget in self._times:
            widget.setVisible(self.range.currentData() == CUSTOM)
        self.campaign.setEnabled(kind == "calls")
        every = self._fields.get(kind, [])
        self.columns.setEnabled(bool(every))
        fields = self.chosen_fields.get(kind, [])
        said = tr("{some} of %Ln columns…", "", len(every)).format(some=len(fields)) if fields else tr("All columns…")
        self.columns.setText(said)
        self.about.setText(tr(ABOUT[kind]))

    @property
    def export_kind(self) -> ExportKind:
        """What is chosen to be exported."""
        kind: ExportKind = self.kind.currentData()
        return kind

    @property
    def campaign_id(self) -> str | None:
        """Whose calls, None for all."""
        chosen: str | None = self.campaign.currentData()
        return chosen if self.export_kind == "calls" else None

    @property
    def fault(self) -> str:
        """Why the choice cannot be exported, empty if it can."""
        if self.range.currentData() == CUSTOM and _read(self.since) >= _read(self.until):
            return tr("The range ends before it begins")
        return ""

    @property
    def wanted(self) -> StartExport:
        """What stands in the fields."""
        kind, name = self.export_kind, self.range.currentData()
        custom = name == CUSTOM
        return StartExport(
            kind=kind,
            range=None if custom else name,
            from_=_read(self.since) if custom else None,
            to=_read(self.until) if custom else None,
            campaign_id=self.campaign_id,
            fields=self.chosen_fields.get(kind, []) if self._fields.get(kind) else [],
        )

    def _choose_columns(self) -> None:
        kind = self.export_kind
        chosen = self.chosen_fields.get(kind, [])
        dialog = ExportFieldsDialog(self._place.look, self._place.window, self._fields[kind], chosen)
        dialog.chosen.connect(self._take_columns)
        dialog.open()

    def _take_columns(self, fields: list[str]) -> None:
        self.chosen_fields[self.export_kind] = fields
        self._choose()


def _read(edit: QDateTimeEdit) -> datetime:
    return EPOCH + timedelta(seconds=edit.dateTime().toSecsSinceEpoch())
