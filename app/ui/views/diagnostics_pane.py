"""Diagnostics: facts of the engine, its machine and folder, and of this window, to be copied or saved in one click."""

import platform
from pathlib import Path

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from app.ui.models.diagnostics_words import diagnostics_text, fact_columns
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.rows_table import RowsTable
from app.version import VERSION
from app.wire.diagnostics import DiagnosticFact, DiagnosticsPage


class DiagnosticsPane(SectionPane):
    """Asked for when opened and by F5: facts that change under the eye cannot be read."""

    def __init__(self, place: Place) -> None:
        what = tr("Facts to send along when you ask for help. No token and no phone number is among them.")
        super().__init__(place, tr("Diagnostics"), what)
        self._page: DiagnosticsPage | None = None
        self.facts = RowsModel(place.look, fact_columns(), lambda fact: f"{fact.group}.{fact.name}")
        self.table = RowsTable(place.look, tr("Facts"), self.facts, "")
        self.copy = self.button(tr("Copy"), "content-copy", self.copy_all, "primary")
        self.save = self.button(tr("Save…"), "content-save-outline", self._choose_target)
        self.said = ElidedLabel(place.look, "", "body", "muted")
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.copy)
        card = self.listed(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self.said, 1)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(foot)
        self.body.addWidget(card, 1)
        self._allow()

    @property
    def text(self) -> str:
        """What is copied; empty before anything is known."""
        return "" if self._page is None else diagnostics_text(self._page)

    def refresh(self) -> None:
        """Ask for the facts of now."""
        self.ask(lambda gateway: gateway.admin.diagnostics(), self._show)

    def relink(self) -> None:
        """Another engine's."""
        super().relink()
        self._page = None
        self.facts.show_rows([])
        self._allow()

    def _show(self, page: DiagnosticsPage) -> None:
        self.say_trouble("")
        self._page = DiagnosticsPage(at=page.at, facts=[*page.facts, *self._of_window()])
        self.facts.show_rows(self._page.facts)
        odd = sum(fact.health != "ok" for fact in page.facts)
        taken = tr("Taken at {time} UTC").format(time=f"{page.at:%H:%M:%S}")
        # lupdate reads no text inside an f-string.
        found = tr("%Ln facts want a look", "", odd) if odd else tr("nothing stands out")
        self.said.setText(f"{taken} · {found}")
        self._allow()

    def _of_window(self) -> list[DiagnosticFact]:
        screen = self.place.window.screen()
        size = f"{screen.size().width()} × {screen.size().height()}, {screen.devicePixelRatio():g}×"
        window = self.place.window.size()
        facts = (
            ("Window", f"{VERSION}, PySide6 {PySide6.__version__}, Python {platform.python_version()}"),
            ("Screen", f"{QGuiApplication.platformName()}, {size}, window {window.width()} × {window.height()}"),
        )
        return [DiagnosticFact(group="engine", name=name, value=value) for name, value in facts]

    def _allow(self) -> None:
        for button in (self.copy, self.save):
            button.setEnabled(self._page is not None)

    def copy_all(self) -> None:
        """All facts into the clipboard."""
        if self._page is not None:
            QGuiApplication.clipboard().setText(self.text)
            self.place.tell(tr("The facts are in the clipboard"), "content-copy")

    def _choose_target(self) -> None:
        usual = str(self.place.downloads / "dialfloor-diagnostics.txt")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the facts to"), usual, tr("Text (*.txt)"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """All facts into a file."""
        try:
            target.write_text(self.text, encoding="utf-8")
        except OSError as fault:
            self.say_trouble(tr("{file} cannot be written ({why})").format(file=target, why=fault.strerror))
            return
        self.place.tell(tr("Saved: {file}").format(file=target), "check")
