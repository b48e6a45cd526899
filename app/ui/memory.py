"""What the window remembers between runs, in one file of the settings folder."""

import json
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app.ui.design.tokens import THEMES, ThemeName
from app.ui.models.columns import COLUMN_IDS
from app.ui.models.floor_filter import FloorFilter, remembered
from app.ui.models.order import SortKey
from app.ui.models.scale import SCALES, USUAL
from app.ui.tongue import LANGUAGES, Language


class Memory:
    """Theme, language, layout, columns, sort and tenant; a damaged or foreign value counts as never set."""

    def __init__(self, folder: Path) -> None:
        # A folder that cannot be made costs the layout its memory; it must not cost the supervisor the window.
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def _list(self, key: str) -> list[object]:
        try:
            value = json.loads(self._text(key) or "[]")
        except json.JSONDecodeError:
            return []
        return value if isinstance(value, list) else []

    @property
    def theme(self) -> ThemeName | None:
        """The theme chosen; None goes by the system."""
        text = self._text("theme")
        return next((theme for theme in THEMES if theme == text), None)

    def keep_theme(self, theme: ThemeName | None) -> None:
        """Wear it next time; None goes by the system again."""
        self._settings.setValue("theme", theme or "")

    @property
    def scale(self) -> int:
        """How large everything is shown, in per cent of the usual."""
        text = self._text("scale")
        return next((scale for scale in SCALES if str(scale) == text), USUAL)

    def keep_scale(self, scale: int) -> None:
        """Show it as large next time."""
        self._settings.setValue("scale", str(scale))

    @property
    def language(self) -> Language | None:
        """The language last chosen; None follows the system's."""
        text = self._text("language")
        return next((language for language in LANGUAGES if language == text), None)

    def keep_language(self, language: Language) -> None:
        """Speak it next time."""
        self._settings.setValue("language", language)

    @property
    def tenant(self) -> str:
        """The id of the tenant last looked at."""
        return self._text("tenant")

    def keep_tenant(self, tenant_id: str) -> None:
        """Look at it next time."""
        self._settings.setValue("tenant", tenant_id)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window."""
        return self._bytes("geometry")

    @property
    def splitter(self) -> QByteArray:
        """How table and detail share the room."""
        return self._bytes("splitter")

    def keep_frame(self, geometry: QByteArray, splitter: QByteArray) -> None:
        """Place, size and shares of the window."""
        self._settings.setValue("geometry", geometry)
        self._settings.setValue("splitter", splitter)

    @property
    def columns(self) -> tuple[dict[str, bool], dict[str, int], list[str]]:
        """Columns chosen or put away, widths set by hand, and ids from left to right."""
        chosen = {str(pair[0]): bool(pair[1]) for pair in self._pairs("columns")}
        widths = {str(pair[0]): pair[1] for pair in self._pairs("widths") if isinstance(pair[1], int)}
        order = [str(name) for name in self._list("order") if name in COLUMN_IDS]
        return chosen, widths, order

    def _pairs(self, key: str) -> list[list[object]]:
        pairs = [pair for pair in self._list(key) if isinstance(pair, list) and len(pair) == 2]
        return [pair for pair in pairs if pair[0] in COLUMN_IDS]

    def keep_columns(self, chosen: dict[str, bool], widths: dict[str, int], order: list[str]) -> None:
        """The columns as the person left them."""
        self._settings.setValue("columns", json.dumps(list(chosen.items())))
        self._settings.setValue("widths", json.dumps(list(widths.items())))
        self._settings.setValue("order", json.dumps(order))

    @property
    def sort(self) -> tuple[SortKey, ...]:
        """The sort keys, the deciding one first."""
        known = {name: name for name in COLUMN_IDS}
        return tuple(
            SortKey(column=known[pair[0]], descending=bool(pair[1]))
            for pair in self._pairs("sort")
            if isinstance(pair[0], str) and pair[0] in known
        )

    def keep_sort(self, keys: tuple[SortKey, ...]) -> None:
        """Sort like this next time."""
        self._settings.setValue("sort", json.dumps([[key.column, key.descending] for key in keys]))

    @property
    def filter(self) -> FloorFilter:
        """The filter beside the typed one."""
        return remembered(self._list("filter"))

    def keep_filter(self, narrow: FloorFilter) -> None:
        """Filter like this next time."""
        self._settings.setValue("filter", json.dumps(sorted(narrow.chosen)))

    def word(self, key: str) -> str:
        """A word that a view keeps under a key of its own; empty if never set."""
        return self._text(key)

    def keep_word(self, key: str, word: str) -> None:
        """Know it next time."""
        self._settings.setValue(key, word)

    def flush(self) -> None:
        """Write to the disk now."""
        self._settings.sync()
