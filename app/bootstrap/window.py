"""Where the window keeps its things, and whether there is a screen to open it on."""

import os
import sys
from pathlib import Path

from platformdirs import user_config_path, user_data_path

_APP = "dialfloor"


def default_data_dir() -> Path:
    """The data folder of a user who names none."""
    return user_data_path(_APP, appauthor=False)


def settings_dir() -> Path:
    """Where the window remembers its layout."""
    return user_config_path(_APP, appauthor=False)


def has_screen() -> bool:
    """True if a window can be seen here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def why_no_window() -> str | None:
    """Why no window can be opened, None if it can; an offscreen platform that was asked for counts as a screen."""
    if has_screen() or os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal", "vnc"):
        return None
    return "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)"
