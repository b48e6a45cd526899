"""The next day by zone: how many of a zone's states are open when, as steps. No widget, no clock."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from app.ui.models.callable_words import short_name, zone_name
from app.ui.models.moment import Instant
from app.ui.tongue import tr
from app.wire.callable import CallableNowPage, CallableZone

AHEAD = timedelta(hours=24)
"""How much of the time to come is drawn."""


SAME_CLOCK: MappingProxyType[str, str] = MappingProxyType(
    {
        "America/Boise": "America/Denver",
        "America/St_Thomas": "America/Puerto_Rico",
        "Pacific/Saipan": "Pacific/Guam",
    }
)
"""Zones whose clock is another's the whole year share its band."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One zone. From `starts[i]` on, `open_at[i]` of its `states` are open."""

    zone: str
    name: str
    states: int
    starts: tuple[Instant, ...]
    open_at: tuple[tuple[str, ...], ...]
    sample: CallableZone

    def open_states(self, moment: Instant) -> tuple[str, ...]:
        """The states that are open at an instant of the day to come."""
        at = bisect_right(self.starts, moment) - 1
        return self.open_at[at] if at >= 0 else ()


def bands_of(page: CallableNowPage, now: Instant) -> list[Band]:
    """Every zone there is, by its clock, the latest first: east stands on top."""
    zones: dict[str, list[tuple[str, CallableZone]]] = {}
    for state in page.states:
        for zone in state.zones:
            clock = SAME_CLOCK.get(zone.zone, zone.zone)
            zones.setdefault(clock, []).append((short_name(state.jurisdiction), zone))
    found = [_band(name, members, now) for name, members in zones.items()]
    # Beyond the date line it is tomorrow: that is no further east than Maine.
    return sorted(found, key=lambda band: (band.sample.zone.startswith("Pacific"), -_offset(band.sample), band.name))


def _offset(zone: CallableZone) -> float:
    offset = zone.local_time.utcoffset()
    return 0.0 if offset is None else offset.total_seconds()


def _band(zone: str, members: Sequence[tuple[str, CallableZone]], now: Instant) -> Band:
    edges = {now}
    for _, one in members:
        edges |= {edge for stretch in one.openings for edge in (stretch.start, stretch.end)}
    starts = sorted(edge for edge in edges if now <= edge < now + AHEAD)
    return Band(
        zone=zone,
        name=", ".join(dict.fromkeys([zone_name(zone), *(zone_name(one.zone) for _, one in members)])),
        states=len(members),
        starts=tuple(starts),
        open_at=tuple(tuple(name for name, one in members if _is_open(one, start)) for start in starts),
        sample=members[0][1],
    )


def _is_open(zone: CallableZone, moment: Instant) -> bool:
    return any(stretch.start <= moment < stretch.end for stretch in zone.openings)


def band_words(band: Band, moment: Instant) -> str:
    """`New York, Tue 14:00 there: 17 of 21 states open, not CT, RI`."""
    there = moment.astimezone(band.sample.local_time.tzinfo)
    open_ = band.open_states(moment)
    said = tr("{zone}, {clock} there: {open} of {all} states open").format(
        zone=band.name, clock=f"{there:%a %H:%M}", open=len(open_), all=band.states
    )
    return f"{said} ({', '.join(open_)})" if 0 < len(open_) < band.states else said
