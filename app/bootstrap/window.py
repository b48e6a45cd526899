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
    """True if a window can be seen here: a display is named, and it lets this user in."""
    if sys.platform in ("win32", "darwin"):
        return True
    return (bool(os.environ.get("DISPLAY")) and _x_lets_us_in()) or _wayland_is_there()


def why_no_window() -> str | None:
    """Why no window can be opened, None if it can; an offscreen platform that was asked for counts as a screen."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal", "vnc") or has_screen():
        return None
    named = [f"{name}={os.environ[name]}" for name in ("DISPLAY", "WAYLAND_DISPLAY") if os.environ.get(name)]
    if named:
        return f"The display named by {' and '.join(named)} does not answer, or not to this user"
    return "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)"


def _x_lets_us_in() -> bool:
    """Asked of the X server itself, because Qt aborts the process where a display is named and does not answer.

    True where it cannot be asked: without libxcb Qt opens no X window either, and says so.
    """
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    line = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return not xcb.xcb_connection_has_error(line)
    finally:
        xcb.xcb_disconnect(line)


def _wayland_is_there() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name).exists()
