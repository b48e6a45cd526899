"""How true the screen is, from the line's state, the silence on it, and whether it is frozen. No widget."""

from dataclasses import dataclass

from app.client.feed_reader import Connecting, Denied, FeedState, Live, Lost
from app.ui.models.wording import age
from app.ui.tongue import tr

STALE_S = 1.75
"""The engine speaks at least once a second. Looked at four times a second, silence shows within 2 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What the badge says: icon, words, and the meanings of its ink and its ground."""

    icon: str
    text: str
    colour: str
    tint: str
    old: str = ""
    """The age of what is on screen in words; empty while it is fresh."""
    lasted: str = ""
    """That age alone, for who says it in another sentence."""


def no_engine() -> Truth:
    """Nothing is known, and no engine to ask."""
    return Truth(icon="lan-disconnect", text=tr("No engine"), colour="danger", tint="danger_tint")


def no_tenant() -> Truth:
    """There is an engine, and no floor on it yet."""
    return Truth(icon="domain-plus", text=tr("No tenant yet"), colour="muted", tint="raised")


def connecting() -> Truth:
    """Nothing was heard yet."""
    return Truth(icon="lan-pending", text=tr("Connecting"), colour="muted", tint="raised")


def truth_of(line: FeedState | None, silence_s: float | None, frozen_s: float | None) -> Truth:
    """What to say of a screen whose line is so, that heard nothing for so long, or is held still for so long."""
    if line is None or silence_s is None:
        return connecting()
    if frozen_s is not None:
        lasted = age(int(frozen_s))
        said = tr("Frozen {age}").format(age=lasted)
        return Truth(icon="snowflake", text=said, colour="accent", tint="accent_tint", old=_old(lasted), lasted=lasted)
    lasted = age(int(silence_s))
    old = _old(lasted)
    match line:
        case Live() if silence_s <= STALE_S:
            return Truth(icon="access-point", text=tr("Live"), colour="ok", tint="ok_tint")
        case Live():
            said = tr("Stale {age}").format(age=lasted)
            return Truth(icon="clock-alert-outline", text=said, colour="warn", tint="warn_tint", old=old, lasted=lasted)
        case Denied():
            said = tr("Not allowed")
            return Truth(icon="lock-outline", text=said, colour="danger", tint="danger_tint", old=old, lasted=lasted)
        case Lost() | Connecting():
            said = tr("Reconnecting")
            return Truth(icon="lan-disconnect", text=said, colour="danger", tint="danger_tint", old=old, lasted=lasted)


def _old(lasted: str) -> str:
    return tr("{age} old").format(age=lasted)
