"""How true the screen is, from the line's state, the silence on it, and whether it is frozen. No Qt."""

from dataclasses import dataclass

from app.client.feed_reader import Connecting, Denied, FeedState, Live, Lost
from app.ui.models.wording import age

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


NO_ENGINE = Truth(icon="lan-disconnect", text="No engine", colour="danger", tint="danger_tint")
NO_TENANT = Truth(icon="domain-plus", text="No tenant yet", colour="muted", tint="raised")
CONNECTING = Truth(icon="lan-pending", text="Connecting", colour="muted", tint="raised")


def truth_of(line: FeedState | None, silence_s: float | None, frozen_s: float | None) -> Truth:
    """What to say of a screen whose line is so, that heard nothing for so long, or is held still for so long."""
    if line is None or silence_s is None:
        return CONNECTING
    if frozen_s is not None:
        old = age(int(frozen_s))
        return Truth(icon="snowflake", text=f"Frozen {old}", colour="accent", tint="accent_tint", old=f"{old} old")
    old = age(int(silence_s))
    match line:
        case Live() if silence_s <= STALE_S:
            return Truth(icon="access-point", text="Live", colour="ok", tint="ok_tint")
        case Live():
            return Truth(
                icon="clock-alert-outline", text=f"Stale {old}", colour="warn", tint="warn_tint", old=f"{old} old"
            )
        case Denied():
            return Truth(icon="lock-outline", text="Not allowed", colour="danger", tint="danger_tint", old=f"{old} old")
        case Lost() | Connecting():
            return Truth(
                icon="lan-disconnect", text="Reconnecting", colour="danger", tint="danger_tint", old=f"{old} old"
            )
