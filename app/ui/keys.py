"""Every action of the window with its key, in one table: shortcuts, menus and the list of keys are made from it."""

from dataclasses import dataclass
from typing import Literal

from app.ui.tongue import marked

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
    "may_call",
    "filters",
    "near",
    "refused",
    "wallboard",
    "heat",
    "alert_newest",
    "alert_show",
    "alert_quiet",
    "quit",
    "dark",
    "light",
    "contrast",
    "system",
    "bigger",
    "smaller",
    "usual",
    "english",
    "spanish",
    "steps",
    "help",
]

FLOOR, AGENT, ALERTS, WINDOW = marked("Floor"), marked("Chosen agent"), marked("Alerts"), marked("Window")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """An action: its words, its shortcuts (the first is the one shown), and the group it is listed in.

    One without a shortcut stands in the palette, and not in the list of keys.
    """

    id: ActionId
    words: str
    shortcuts: tuple[str, ...]
    group: str

    @property
    def on_floor(self) -> bool:
        """Whether it is about the floor view, and means nothing in another."""
        return self.group not in (WINDOW, ALERTS) and self.id != "search"


KEYS: tuple[Key, ...] = (
    Key(id="search", words=marked("Find an agent, campaign or state"), shortcuts=("/", "Ctrl+F"), group=FLOOR),
    Key(id="filters", words=marked("Filter by limit, mode, state, campaign"), shortcuts=("Shift+F",), group=FLOOR),
    Key(id="near", words=marked("Only agents near a limit, nearest first"), shortcuts=("Shift+N",), group=FLOOR),
    Key(id="refused", words=marked("Only agents refused in the last hour"), shortcuts=("Shift+R",), group=FLOOR),
    Key(id="freeze", words=marked("Freeze or unfreeze the screen"), shortcuts=("F",), group=FLOOR),
    Key(id="columns", words=marked("Choose and sort columns"), shortcuts=("C",), group=FLOOR),
    Key(id="heat", words=marked("Heat map or table"), shortcuts=("H",), group=FLOOR),
    Key(id="legend", words=marked("What the colours of the states mean"), shortcuts=("S",), group=FLOOR),
    Key(id="table", words=marked("Go to the table"), shortcuts=("Ctrl+1",), group=FLOOR),
    Key(id="detail", words=marked("Go to the chosen agent"), shortcuts=("Ctrl+2",), group=FLOOR),
    Key(id="pause", words=marked("Pause or resume the session"), shortcuts=("P",), group=AGENT),
    Key(id="end", words=marked("End the session"), shortcuts=("X",), group=AGENT),
    Key(id="edit", words=marked("Edit limits"), shortcuts=("L",), group=AGENT),
    Key(id="now", words=marked("Show the whole session in the plot again"), shortcuts=("N",), group=AGENT),
    Key(
        id="alert_newest", words=marked("Acknowledge the newest open alert"), shortcuts=("Ctrl+Shift+A",), group=ALERTS
    ),
    Key(id="alert_show", words=marked("Show the newest open alert"), shortcuts=("Ctrl+Shift+S",), group=ALERTS),
    Key(
        id="alert_quiet", words=marked("Quiet for an hour, or not any more"), shortcuts=("Ctrl+Shift+M",), group=ALERTS
    ),
    Key(id="palette", words=marked("Commands and agents"), shortcuts=("Ctrl+K",), group=WINDOW),
    Key(id="export", words=marked("Export calls to CSV"), shortcuts=("Ctrl+E",), group=WINDOW),
    Key(id="jobs", words=marked("Scheduled jobs of the engine"), shortcuts=("J",), group=WINDOW),
    Key(id="theme", words=marked("Next theme: dark, light, high contrast"), shortcuts=("Ctrl+T",), group=WINDOW),
    Key(id="wallboard", words=marked("Wallboard over the whole screen"), shortcuts=("W",), group=WINDOW),
    Key(id="fullscreen", words=marked("Full screen"), shortcuts=("F11",), group=WINDOW),
    Key(id="keys", words=marked("This list"), shortcuts=("F1", "?"), group=WINDOW),
    Key(id="clear", words=marked("Clear the filter, unfreeze"), shortcuts=("Esc",), group=WINDOW),
    Key(id="bigger", words=marked("Larger"), shortcuts=("Ctrl++", "Ctrl+="), group=WINDOW),
    Key(id="smaller", words=marked("Smaller"), shortcuts=("Ctrl+-",), group=WINDOW),
    Key(id="usual", words=marked("The usual size"), shortcuts=("Ctrl+0",), group=WINDOW),
    Key(id="dark", words=marked("Theme: dark"), shortcuts=(), group=WINDOW),
    Key(id="light", words=marked("Theme: light"), shortcuts=(), group=WINDOW),
    Key(id="contrast", words=marked("Theme: high contrast"), shortcuts=(), group=WINDOW),
    Key(id="system", words=marked("Theme: like the system"), shortcuts=(), group=WINDOW),
    Key(id="english", words="Language: English", shortcuts=(), group=WINDOW),
    Key(id="spanish", words="Idioma: español", shortcuts=(), group=WINDOW),
    Key(id="may_call", words=marked("May I call a number?"), shortcuts=(), group=WINDOW),
    Key(id="steps", words=marked("First steps"), shortcuts=(), group=WINDOW),
    Key(id="help", words=marked("Help on what is seen"), shortcuts=("Shift+F1",), group=WINDOW),
    Key(id="quit", words=marked("Close the window"), shortcuts=("Ctrl+Q",), group=WINDOW),
)
TABLE_KEYS: tuple[tuple[str, str], ...] = (
    (marked("↑ ↓ PgUp PgDn"), marked("Choose an agent")),
    (marked("Ctrl, Shift + click or arrows"), marked("Choose several agents")),
    (marked("Home, End"), marked("The first row, the last row")),
    (marked("Enter"), marked("Go to the chosen agent")),
    (marked("Menu, Shift+F10"), marked("Actions on the row")),
    (marked("Click, Shift+click on a title"), marked("Sort, sort further")),
)
