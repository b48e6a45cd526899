"""Every action of the window with its key, in one table: shortcuts, menus and the list of keys are made from it."""

from dataclasses import dataclass
from typing import Literal

ActionId = Literal[
    "search",
    "freeze",
    "pause",
    "end",
    "edit",
    "export",
    "columns",
    "theme",
    "jobs",
    "keys",
    "detail",
    "table",
    "now",
    "clear",
    "fullscreen",
    "palette",
    "legend",
    "filters",
    "near",
    "refused",
    "wallboard",
    "heat",
    "quit",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """An action: its words, its shortcuts (the first is the one shown), and the group it is listed in."""

    id: ActionId
    words: str
    shortcuts: tuple[str, ...]
    group: str

    @property
    def on_floor(self) -> bool:
        """Whether it is about the floor view, and means nothing in another."""
        return self.group != "Window" and self.id != "search"


KEYS: tuple[Key, ...] = (
    Key(id="search", words="Find an agent, campaign or state", shortcuts=("/", "Ctrl+F"), group="Floor"),
    Key(id="filters", words="Filter by limit, mode, state, campaign", shortcuts=("Shift+F",), group="Floor"),
    Key(id="near", words="Only agents near a limit", shortcuts=("Shift+N",), group="Floor"),
    Key(id="refused", words="Only agents refused in the last hour", shortcuts=("Shift+R",), group="Floor"),
    Key(id="freeze", words="Freeze or unfreeze the screen", shortcuts=("F",), group="Floor"),
    Key(id="columns", words="Choose and sort columns", shortcuts=("C",), group="Floor"),
    Key(id="heat", words="Heat map or table", shortcuts=("H",), group="Floor"),
    Key(id="legend", words="What the colours of the states mean", shortcuts=("S",), group="Floor"),
    Key(id="table", words="Go to the table", shortcuts=("Ctrl+1",), group="Floor"),
    Key(id="detail", words="Go to the chosen agent", shortcuts=("Ctrl+2",), group="Floor"),
    Key(id="pause", words="Pause or resume the session", shortcuts=("P",), group="Chosen agent"),
    Key(id="end", words="End the session", shortcuts=("X",), group="Chosen agent"),
    Key(id="edit", words="Edit limits", shortcuts=("L",), group="Chosen agent"),
    Key(id="now", words="Show the whole session in the plot again", shortcuts=("N",), group="Chosen agent"),
    Key(id="palette", words="Commands and agents", shortcuts=("Ctrl+K",), group="Window"),
    Key(id="export", words="Export calls to CSV", shortcuts=("Ctrl+E",), group="Window"),
    Key(id="jobs", words="Scheduled jobs of the engine", shortcuts=("J",), group="Window"),
    Key(id="theme", words="Dark or light", shortcuts=("Ctrl+T",), group="Window"),
    Key(id="wallboard", words="Wallboard over the whole screen", shortcuts=("W",), group="Window"),
    Key(id="fullscreen", words="Full screen", shortcuts=("F11",), group="Window"),
    Key(id="keys", words="This list", shortcuts=("F1", "?"), group="Window"),
    Key(id="clear", words="Clear the filter, unfreeze", shortcuts=("Esc",), group="Window"),
    Key(id="quit", words="Close the window", shortcuts=("Ctrl+Q",), group="Window"),
)
TABLE_KEYS: tuple[tuple[str, str], ...] = (
    ("↑ ↓ PgUp PgDn", "Choose an agent"),
    ("Ctrl, Shift + click or arrows", "Choose several agents"),
    ("Enter", "Go to the chosen agent"),
    ("Menu, Shift+F10", "Actions on the row"),
    ("Click, Shift+click on a title", "Sort, sort further"),
)
