"""The look in force: theme, fonts, colours and icons that every view and painter asks for."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.ui.design.icons import IconFont
from app.ui.design.tokens import RESOURCES, Chip, FontRole, Theme, ThemeName, Tokens, load_tokens, style_sheet

_PALETTE = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Highlight: "accent_fill",
    QPalette.ColorRole.HighlightedText: "accent_ink",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "canvas",
}


class Look(QObject):
    """Fonts, colours and icons of the theme in force; `changed` tells painters to drop what they cached.

    Made without a theme it wears the one that the system asks for.
    """

    changed = Signal()

    def __init__(self, app: QApplication, theme: ThemeName | None) -> None:
        super().__init__()
        self._app = app
        self.tokens: Tokens = load_tokens()
        self.theme: Theme = self.tokens.themes[theme or self.wished()]
        self._colours: dict[str, QColor] = {}
        self._icon_font = IconFont()
        self._icons: dict[tuple[str, str, str], QIcon] = {}
        self._fonts: dict[FontRole, QFont] = {}
        for face in sorted((RESOURCES / "fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(face))
        style = QStyleFactory.create("Fusion")
        app.setStyle(style)
        app.setFont(self.font("body"))
        self.wear(self.theme.name)

    def wished(self) -> ThemeName:
        """The theme that the system asks for, as far as it says; else dark."""
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "light" if hints.colorScheme() == Qt.ColorScheme.Light else "dark"

    def wear(self, theme: ThemeName) -> None:
        """Put the theme on: palette, style sheet, then `changed` for everything that paints itself."""
        self.theme = self.tokens.themes[theme]
        self._colours.clear()
        self._icons.clear()
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(style_sheet(self.tokens, self.theme))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette

    def colour(self, name: str) -> QColor:
        """The painter colour of a meaning, or of a literal `#rrggbb`."""
        found = self._colours.get(name)
        if found is None:
            found = QColor(self.theme.colours.get(name, name))
            self._colours[name] = found
        return found

    def chip(self, state: str, step: int) -> Chip:
        """Fill and ink of a floor state at step 0, 1 or 2 of its age."""
        return self.theme.states[state][step]

    def edge(self, ink: str) -> QPen:
        """The pen for the edge of a tinted shape: none, but in a theme where a tint alone may tell nothing."""
        return QPen(self.colour(ink), 1) if self.theme.outlined else QPen(Qt.PenStyle.NoPen)

    def ring(self) -> QPen:
        """The pen of the focus ring, for widgets that paint themselves."""
        return QPen(self.colour("focus"), self.theme.ring)

    def font(self, role: FontRole) -> QFont:
        """Inter at a step of the type scale, figures tabular so that a counting number does not dance."""
        found = self._fonts.get(role)
        if found is None:
            size = self.tokens.type_scale[role]
            found = QFont("Inter")
            found.setPixelSize(size.px)
            found.setWeight(QFont.Weight(size.weight))
            found.setFeature(QFont.Tag("tnum"), 1)
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[role] = found
        return found

    def icon(self, name: str, colour: str = "muted", chosen: str = "accent_ink") -> QIcon:
        """A Material Design icon by name, in the colour of a meaning; `chosen` is its colour in a chosen item."""
        found = self._icons.get((name, colour, chosen))
        if found is None:
            found = self._icon_font.icon(name, self.colour(colour), self.colour("faint"), self.colour(chosen))
            self._icons[(name, colour, chosen)] = found
        return found
