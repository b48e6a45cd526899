"""The ranges an export offers, as half-open spans [from, to) from the engine's present. No Qt."""

from datetime import timedelta
from types import MappingProxyType

from app.ui.models.moment import Instant
from app.ui.tongue import marked

PRESETS = MappingProxyType(
    {
        "today": marked("Today"),
        "hour": marked("Last hour"),
        "yesterday": marked("Yesterday"),
        "week": marked("Last 7 days"),
        "month": marked("Last 30 days"),
        "custom": marked("From … to …"),
    }
)


def range_of(preset: str, now: Instant) -> tuple[Instant, Instant] | None:
    """From and to of a preset, days being the supervisor's local ones; None for a range of one's own."""
    local = now.astimezone()
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    spans = {
        "today": (midnight, local),
        "hour": (local - timedelta(hours=1), local),
        "yesterday": (midnight - timedelta(days=1), midnight),
        "week": (local - timedelta(days=7), local),
        "month": (local - timedelta(days=30), local),
    }
    return spans.get(preset)
