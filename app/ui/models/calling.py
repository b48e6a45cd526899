"""How alerts make themselves heard on this machine: once or until seen to, and not at all while it is quiet. No Qt."""

from collections.abc import Callable, Iterable
from typing import Literal, get_args

SoundChoice = Literal["off", "once", "until_acknowledged"]
SOUND_CHOICES: tuple[SoundChoice, ...] = get_args(SoundChoice)
REPEAT_US = 6_000_000
QUIET_US = 3_600_000_000
SILENT_US = 10_000_000
"""Silence of the feed from which on it calls for people; the badge says it within two seconds."""


def sound_choice(word: str) -> SoundChoice:
    """A remembered choice; whoever never chose hears each call once."""
    return next((choice for choice in SOUND_CHOICES if choice == word), "once")


class Ringer:
    """Says when to sound. What rings is known by key, and rings on while it waits for somebody."""

    def __init__(self) -> None:
        self._ringing: set[str] = set()
        self._sounded_us = 0

    @property
    def is_ringing(self) -> bool:
        """Whether something waits that would sound again."""
        return bool(self._ringing)

    def begin(self, keys: Iterable[str], choice: SoundChoice, now_us: int) -> bool:
        """Something calls; whether it sounds now."""
        keys = set(keys)
        if choice == "off" or not keys:
            return False
        if choice == "until_acknowledged":
            self._ringing |= keys
        self._sounded_us = now_us
        return True

    def go_on(self, waits: Callable[[str], bool], choice: SoundChoice, now_us: int) -> bool:
        """Time went by; whether it sounds again for what still waits."""
        self._ringing = {key for key in self._ringing if waits(key)} if choice == "until_acknowledged" else set()
        if not self._ringing or now_us - self._sounded_us < REPEAT_US:
            return False
        self._sounded_us = now_us
        return True

    def silence(self) -> None:
        """Nothing rings any more."""
        self._ringing.clear()


class Quiet:
    """An hour without calls on this machine. What called meanwhile is kept, and calls at its end if it still waits."""

    def __init__(self, until_us: int = 0) -> None:
        self.until_us = until_us
        self._kept: list[str] = []

    def holds(self, now_us: int) -> bool:
        """Whether it is quiet now."""
        return now_us < self.until_us

    def keep(self, keys: Iterable[str]) -> None:
        """These called into the quiet."""
        self._kept.extend(key for key in keys if key not in self._kept)

    def begin(self, now_us: int) -> None:
        """Quiet for an hour from now."""
        self.until_us = now_us + QUIET_US

    def release(self, now_us: int) -> list[str]:
        """What called meanwhile, once it is over."""
        if self.holds(now_us) or not self._kept:
            return []
        kept, self._kept = self._kept, []
        return kept

    def end(self) -> None:
        """Not quiet any more."""
        self.until_us = 0
