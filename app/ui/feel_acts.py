"""How the window looks, how large it is and what it speaks: chosen from the menu, the palette or by key, and kept."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.ui.design.look import Look
from app.ui.design.tokens import THEMES, ThemeName
from app.ui.keys import ActionId
from app.ui.models.scale import SCALES, USUAL, bigger, fits, smaller
from app.ui.pages import PAGES
from app.ui.tongue import LANGUAGES, Language, marked, tr, wished

if TYPE_CHECKING:
    from app.ui.window import MainWindow

THEME_WORDS: tuple[tuple[ThemeName | None, str], ...] = (
    ("dark", marked("Dark")),
    ("light", marked("Light")),
    ("contrast", marked("High contrast")),
    (None, marked("Like the system")),
)


class FeelActs(QObject):
    """Themes change at once; size and language hold from the next start, which is offered there and then."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._look: Look = window.look

    @property
    def does(self) -> dict[ActionId, Callable[[], object]]:
        """Its methods by action."""
        return {
            "theme": self.next_theme,
            "dark": lambda: self.wear("dark"),
            "light": lambda: self.wear("light"),
            "contrast": lambda: self.wear("contrast"),
            "system": lambda: self.wear(None),
            "bigger": lambda: self.show_at(bigger(self._window.memory.scale)),
            "smaller": lambda: self.show_at(smaller(self._window.memory.scale)),
            "usual": lambda: self.show_at(USUAL),
            "english": lambda: self.speak("en"),
            "spanish": lambda: self.speak("es"),
            "steps": self.steps,
            "help": self.help,
        }

    def next_theme(self) -> None:
        """Dark, light, high contrast, and round again."""
        at = THEMES.index(self._look.theme.name)
        self.wear(THEMES[(at + 1) % len(THEMES)])

    def wear(self, theme: ThemeName | None) -> None:
        """Put a theme on, or the system's, and keep the choice."""
        self._look.wear(theme or self._look.wished())
        self._window.memory.keep_theme(theme)

    def show_at(self, scale: int) -> None:
        """Everything larger or smaller from the next start on; a screen with too little room for it is named."""
        memory = self._window.memory
        if scale == memory.scale:
            self._window.footer.tell(tr("Already at {scale} %").format(scale=scale))
            return
        before = memory.scale
        memory.keep_scale(scale)
        said = tr("Everything is shown at {scale} % from the next start of Dialfloor on.").format(scale=scale)
        size = self._window.screen().availableSize()
        if not fits(scale, (size.width(), size.height()), before):
            said += " " + tr(
                "This screen is too small to show every view whole at that size: parts have to be scrolled."
            )
        self._offer(tr("Size {scale} %").format(scale=scale), said)

    def speak(self, language: Language) -> None:
        """Another language from the next start on."""
        memory = self._window.memory
        if language == (memory.language or wished()):
            self._window.footer.tell(tr("Already in {language}").format(language=LANGUAGES[language]))
            return
        memory.keep_language(language)
        said = tr("The window speaks {language} from the next start of Dialfloor on.")
        self._offer(LANGUAGES[language], said.format(language=LANGUAGES[language]))

    def _offer(self, title: str, sentence: str) -> None:
        from app.ui.views.again_dialog import AgainDialog

        window = self._window
        dialog = AgainDialog(window.look, window, title, sentence, own_engine=window.bridge.owns_engine)
        dialog.accepted.connect(self._start_again)
        dialog.open()

    def _start_again(self) -> None:
        self._window.again = True
        # Its question whether the engine goes on is answered already: the sheet said what starting again does.
        self._window.acts.unattended = True
        self._window.close()

    def steps(self) -> None:
        """The newcomer's steps, taken up where they are."""
        self._window.newcomer.open()

    def help(self) -> None:
        """What is to be known of the view that is seen."""
        from app.ui.views.help_dialog import HelpDialog

        window = self._window
        page = next(spec for spec in PAGES if spec.id == window.views.current)
        HelpDialog(window.look, window, page, window.memory.language or wished()).open()

    def fill(self, menu: QMenu) -> None:
        """Put the three choices into a menu, each with what holds now marked."""
        memory = self._window.memory
        themes = [(tr(words), memory.theme == theme, partial(self.wear, theme)) for theme, words in THEME_WORDS]
        sizes = [(f"{scale} %", memory.scale == scale, partial(self.show_at, scale)) for scale in SCALES]
        spoken = memory.language or wished()
        languages = [(words, one == spoken, partial(self.speak, one)) for one, words in LANGUAGES.items()]
        for title, icon, entries in (
            (tr("Theme"), "theme-light-dark", themes),
            (tr("Size"), "magnify-plus-outline", sizes),
            (tr("Language"), "translate", languages),
        ):
            _choices(menu.addMenu(self._look.icon(icon), title), entries)


def _choices(menu: QMenu, entries: Sequence[tuple[str, bool, Callable[[], object]]]) -> None:
    group = QActionGroup(menu)
    for words, holds, act in entries:
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(holds)
        group.addAction(entry)
        entry.triggered.connect(lambda _=False, act=act: act())
