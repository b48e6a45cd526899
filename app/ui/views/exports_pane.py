"""Exports: a new one with its first rows, those that are saved, and all that were made."""

from PySide6.QtWidgets import QStackedWidget, QTabBar

from app.ui.page import Place
from app.ui.tongue import marked, tr
from app.ui.views.export_form import ExportForm
from app.ui.views.export_made import MadeExports
from app.ui.views.export_preset_dialogs import PresetNameDialog, ScheduleDialog
from app.ui.views.export_saved import SavedExports
from app.ui.views.section_pane import SectionPane
from app.wire.exports import ExportPresetItem, ExportsPage, StartExport
from app.wire.log import LogChoices

_TABS = (marked("New export"), marked("Saved"), marked("Made so far"))
NEW, SAVED, MADE = range(3)


class ExportsPane(SectionPane):
    """Last month's calls are one click away; whatever leaves the house is listed with who took it."""

    def __init__(self, place: Place) -> None:
        what = tr("Calls, refusals, the audit trail or all evidence of a time as files. Whoever exports is on record.")
        super().__init__(place, tr("Exports"), what)
        self._zone = "UTC"
        self._fields: dict[str, list[str]] = {}
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self.form = ExportForm(place)
        self.saved = SavedExports(self)
        self.made = MadeExports(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(tr("Exports"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for words in _TABS:
            self.tabs.addTab(tr(words))
        for page in (self.form, self.saved, self.made):
            self.stack.addWidget(page)
        self.body.setSpacing(8)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn_to)
        self.form.finished.connect(self.refresh)
        self.form.save_wanted.connect(self._save_as)
        self.saved.export_wanted.connect(self._export_saved)
        self.saved.use_wanted.connect(self._use)
        self.saved.rename_wanted.connect(self._rename)
        self.saved.schedule_wanted.connect(self._schedule)

    def _turn_to(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.refresh()

    def show_tab(self, at: int) -> None:
        """New export, saved ones, or those that were made."""
        self.tabs.setCurrentIndex(at)

    def enter(self) -> None:
        """Ask what there is, and for the first rows of what is chosen."""
        self.form.allow_saving(self.place.may("officer"))
        self.saved.allow(self.place.may("officer"))
        self.refresh()
        self.ask(lambda gateway: gateway.log.choices(), self._offer)

    def refresh(self) -> None:
        """Ask what was made and saved."""
        self.ask(lambda gateway: gateway.exports.page(), self._show)

    def tick(self) -> None:
        """What runs moves on."""
        if self.made.has_running:
            self.refresh()

    def relink(self) -> None:
        """Another tenant's."""
        super().relink()
        self.form.stop()
        self._fields = {}
        self.saved.show_presets([])
        self.made.show_runs([])

    def _show(self, page: ExportsPage) -> None:
        self.say_trouble("")
        self._zone = page.zone
        self.saved.show_presets(page.presets)
        self.made.show_runs(page.exports)
        failed = [preset for preset in page.presets if preset.schedule is not None and preset.last_failed]
        self.tabs.setTabText(SAVED, tr("Saved ({count})").format(count=len(page.presets)))
        mark = ("alert-circle-outline", "danger") if failed else ("bookmark-outline", "muted")
        self.tabs.setTabIcon(SAVED, self.look.icon(*mark))
        if page.fields != self._fields:
            self._fields = page.fields
            self.form.offer_fields(page.fields)

    def _offer(self, choices: LogChoices) -> None:
        self.form.offer_campaigns([(one.id, one.name) for one in choices.campaigns])

    def _save_as(self, what: StartExport) -> None:
        dialog = PresetNameDialog(self.look, self.place.window, self.place.bridge, what)
        dialog.answered.connect(self._preset_saved)
        dialog.open()

    def _preset_saved(self, preset: ExportPresetItem) -> None:
        self.saved.choose(preset)
        self.show_tab(SAVED)
        self.refresh()

    def _export_saved(self, preset: ExportPresetItem) -> None:
        self._use(preset)
        self.form.export_as(preset.what, preset.name)

    def _use(self, preset: ExportPresetItem) -> None:
        self.show_tab(NEW)
        # What runs stands in the fields until it has ended.
        if not self.form.course.is_running:
            self.form.take(preset.what)

    def _rename(self, preset: ExportPresetItem) -> None:
        dialog = PresetNameDialog(self.look, self.place.window, self.place.bridge, preset.what, preset)
        dialog.answered.connect(lambda _: self.refresh())
        dialog.open()

    def _schedule(self, preset: ExportPresetItem) -> None:
        dialog = ScheduleDialog(self.look, self.place.window, self.place.bridge, preset, self._zone)
        dialog.answered.connect(lambda _: self.refresh())
        dialog.open()

    def make_new(self) -> None:
        """Export what is chosen."""
        self.show_tab(NEW)
        self.form.export()

    def change_chosen(self) -> None:
        """Schedule the chosen saved export."""
        if self.tabs.currentIndex() == SAVED and self.place.may("officer"):
            self.saved.ask_schedule()

    def end_chosen(self) -> None:
        """Let the chosen saved export go, or delete the chosen file."""
        if self.tabs.currentIndex() == SAVED and self.place.may("officer"):
            self.saved.remove()
        elif self.tabs.currentIndex() == MADE:
            self.made.remove()
