"""Icons by name, from the Material Design font that QtAwesome carries.

QtAwesome's own loader imports qtpy and reads twelve fonts, 130 ms before the first paint; one font is read here.
"""

import json
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap


def _fonts_folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("qtawesome, which carries the icon font, is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "fonts"


class _Glyph(QIconEngine):
    """Draws one character of the font at any size, in one colour, and others when disabled or in a chosen row."""

    def __init__(self, family: str, character: str, colour: QColor, disabled: QColor, chosen: QColor) -> None:
        super().__init__()
        self._family = family
        self._character = character
        self._colour = colour
        self._disabled = disabled
        self._chosen = chosen
        self._inks = {QIcon.Mode.Disabled: disabled, QIcon.Mode.Selected: chosen}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the glyph into a rectangle."""
        painter.save()
        font = QFont(self._family)
        font.setPixelSize(rect.height())
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        painter.setFont(font)
        painter.setPen(self._inks.get(mode, self._colour))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The glyph on nothing."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Another of the same."""
        return _Glyph(self._family, self._character, self._colour, self._disabled, self._chosen)


class IconFont:
    """The font and its names; raises `KeyError` for a name that is none."""

    def __init__(self) -> None:
        folder = _fonts_folder()
        font = next(iter(sorted(folder.glob("materialdesignicons6-webfont-*.ttf"))))
        names = next(iter(sorted(folder.glob("materialdesignicons6-webfont-charmap-*.json"))))
        self._family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font)))[0]
        self._codes: dict[str, str] = json.loads(names.read_text(encoding="utf-8"))

    def icon(self, name: str, colour: QColor, disabled: QColor, chosen: QColor) -> QIcon:
        """An icon by its Material Design name."""
        return QIcon(_Glyph(self._family, chr(int(self._codes[name], 16)), colour, disabled, chosen))
