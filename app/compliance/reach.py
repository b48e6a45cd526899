"""Where a person may be: every jurisdiction whose rules count, and every zone in which they must all hold.

J is the United States, the area code's state and each state in the evidence; Z the area code's zones and each zone in
the evidence. Every rule of every j must hold in every z (12 CFR 1006, comment 6(b)(1)(i)-2, for debt; by analogy for
the rest). FL, CT, OK, VA and SC reach a number by its area code alone, so no evidence takes that state away.
"""

from zoneinfo import ZoneInfo

from app.compliance.numbers import UsNumber
from app.compliance.question import Evidence
from app.compliance.zones import zone_of
from app.engine.value import Value

NATION = "US"


class Reach(Value, frozen=True, kw_only=True):
    """Jurisdictions, the nation's first, and zones by name."""

    jurisdictions: tuple[str, ...]
    zones: tuple[str, ...]

    def clocks(self) -> tuple[ZoneInfo, ...]:
        """The zones themselves. Raises `UnknownZone`."""
        return tuple(zone_of(name) for name in self.zones)


def reach_of(number: UsNumber, evidence: tuple[Evidence, ...]) -> Reach:
    """Every place that a number and what is known beside it may be."""
    place = number.place
    if not evidence:
        return Reach(jurisdictions=(NATION, place.jurisdiction), zones=tuple(sorted(place.zones)))
    states = {place.jurisdiction, *(item.jurisdiction for item in evidence)} - {"", NATION}
    zones = {*place.zones, *(item.zone for item in evidence)} - {""}
    return Reach(jurisdictions=(NATION, *sorted(states)), zones=tuple(sorted(zones)))
