"""Where a called number belongs, by its +1 area code: its class, country, state, and every zone it touches."""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

import phonenumbers

from app.engine.value import Value


class CodeClass(StrEnum):
    """What an area code is given out for."""

    GEOGRAPHIC = "geographic"
    FOREIGN = "foreign"
    NON_GEOGRAPHIC = "nongeo"


class Place(Value, frozen=True, kw_only=True):
    """A country and the zones of an area code, which tell a called party's local time.

    `country` is ISO 3166, or the numbering plan's own name of a Caribbean country; `jurisdiction` is ISO 3166-2 in
    the United States; `zones` are IANA names.
    """

    country: str
    zones: tuple[str, ...] = ()
    jurisdiction: str = ""
    code_class: CodeClass | None = None


_NOWHERE = Place(country="")


class AreaCodes:
    """The table of +1 area codes. `document` is its text, which `area_codes_of` reads, `version` that one's SHA-256."""

    def __init__(self, places: Mapping[str, Place], document: str = "") -> None:
        self._places = dict(places)
        self._geographic = {code: one for code, one in places.items() if one.code_class is CodeClass.GEOGRAPHIC}
        zones: dict[str, set[str]] = defaultdict(set)
        for place in self._geographic.values():
            zones[place.jurisdiction].update(place.zones)
        self._zones = {jurisdiction: tuple(sorted(names)) for jurisdiction, names in zones.items()}
        self.document = document
        self.version = hashlib.sha256(document.encode()).hexdigest()

    def of_code(self, area_code: str) -> Place | None:
        """What the three digits of an area code stand for; None if it is not assigned."""
        return self._places.get(area_code)

    def geographic(self) -> Mapping[str, Place]:
        """Every area code of the United States that belongs to a place."""
        return MappingProxyType(self._geographic)

    def zones_in(self, jurisdiction: str) -> Sequence[str]:
        """Every zone that a jurisdiction touches, by name; none of one without an area code."""
        return self._zones.get(jurisdiction, ())

    def place(self, phone: str) -> tuple[Place, str]:
        """Where an E.164 number belongs, and the number as it is kept (16 CFR 310.5).

        Domestic numbers (+1) are kept as ten digits, foreign ones as E.164.
        """
        if len(phone) == 12 and phone.startswith("+1"):
            return self._places.get(phone[2:5], _NOWHERE), phone[2:]
        return _foreign_place(phone), phone


def read_area_codes() -> AreaCodes:
    """The table that ships with the program."""
    return area_codes_of((files("resources") / "compliance" / "area_codes.csv").read_text(encoding="utf-8"))


def area_codes_of(text: str) -> AreaCodes:
    """The table from its text. Raises `KeyError` or `ValueError` for what is no such table."""
    return AreaCodes(
        {
            row["area_code"]: Place(
                country=row["country"],
                zones=tuple(row["zones"].split()),
                jurisdiction=row["jurisdiction"],
                code_class=CodeClass(row["class"]),
            )
            for row in csv.DictReader(text.splitlines())
        },
        text,
    )


@lru_cache(maxsize=4_096)
def _foreign_place(phone: str) -> Place:
    """The country of a foreign number, empty if the numbering plans do not tell."""
    try:
        return Place(country=phonenumbers.region_code_for_number(phonenumbers.parse(phone)) or "")
    except phonenumbers.NumberParseException:
        return _NOWHERE
