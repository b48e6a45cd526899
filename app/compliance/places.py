"""The place of a contact: its area code and what its columns say beside it. Contacts of one place share every hour.

A million contacts have some hundred places, so hours are worked out for places and never for contacts.
"""

import re
from collections.abc import Mapping

from app.compliance.area_codes import AreaCodes
from app.compliance.question import Evidence
from app.compliance.reach import NATION
from app.compliance.zones import UnknownZone, zone_of

_STATE = re.compile(r"(?:US-)?([A-Z]{2})", re.ASCII)
_STATE_COLUMNS = ("state", "address_state", "province", "region")
_ZONE_COLUMNS = ("time_zone", "timezone", "zone", "tz")
NOWHERE = ""
"""The place of a number that has no area code of +1."""


def place_of(phone: str, fields: Mapping[str, object]) -> str:
    """`212`, or `212|US-CA|America/Los_Angeles` where columns say more; a column that says nothing known adds none.

    A state is two letters, a zone an IANA name. Evidence adds places, it takes none away.
    """
    if len(phone) != 12 or not phone.startswith("+1"):
        return NOWHERE
    if not fields:
        return phone[2:5]
    columns = {name.strip().lower().replace(" ", "_"): value for name, value in fields.items()}
    state = _first(columns, _STATE_COLUMNS).upper()
    match = _STATE.fullmatch(state)
    zone = _first(columns, _ZONE_COLUMNS)
    parts = (phone[2:5], f"US-{match[1]}" if match is not None else "", zone if _is_zone(zone) else "")
    return "|".join(parts).rstrip("|")


def evidence_of(place: str, codes: AreaCodes) -> tuple[Evidence, ...]:
    """What a place adds to its area code. A state without a zone stands in every zone that it touches."""
    _, _, more = place.partition("|")
    state, _, zone = more.partition("|")
    if not state and not zone:
        return ()
    if zone:
        return (Evidence(jurisdiction=state, zone=zone),)
    zones = codes.zones_in(state)
    return tuple(Evidence(jurisdiction=state, zone=name) for name in zones) or (Evidence(jurisdiction=state),)


def is_reached(place: str, jurisdictions: frozenset[str], codes: AreaCodes) -> bool:
    """Whether the rules of any of these reach a place, as `reach_of` says it; without zones, which take most time."""
    code = codes.of_code(place[:3])
    if NATION in jurisdictions or (code is not None and code.jurisdiction in jurisdictions):
        return True
    return "|" in place and place.split("|")[1] in jurisdictions


def number_in(place: str) -> str:
    """A number of the place's area code, to ask the rules with."""
    return f"+1{place[:3]}5550100"


def _first(columns: Mapping[str, object], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := str(columns.get(name) or "").strip())), "")


def _is_zone(name: str) -> bool:
    if "/" not in name:
        return False
    try:
        zone_of(name)
    except UnknownZone:
        return False
    return True
