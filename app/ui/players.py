"""Which program of this machine plays a sound file. Knows no Qt: `dialfloor doctor` asks too."""

import shutil
from collections.abc import Callable

PLAYERS: tuple[tuple[str, ...], ...] = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
"""PipeWire, PulseAudio, ALSA, macOS. Windows plays by itself."""


def players(find: Callable[[str], str | None] = shutil.which) -> list[tuple[str, ...]]:
    """The commands that are here, the likeliest first; each takes the file as its last argument."""
    found = [(find(name), options) for name, *options in PLAYERS]
    return [(path, *options) for path, options in found if path is not None]
