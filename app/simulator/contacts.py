"""Contacts of a demonstration, as CSV rows: real area codes, and numbers that ring nobody."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from app.simulator.resource_lists import City, full_names, read_cities, read_lines

COLUMNS = ("first_name", "last_name", "phone", "email", "city", "notes")
FICTION = range(100, 200)
"""555-0100 to 555-0199 are set aside for fiction in every area code (NANPA, 555 line number guidelines)."""
IN_SERVICE = frozenset({1212, 4334})


def numbers_of(cities: tuple[City, ...]) -> Iterator[tuple[City, str]]:
    """Distinct E.164 numbers, each with its city: all fiction numbers of all area codes first.

    Past those (18,100 with the shipped cities) come the other lines of exchange 555, of which only 1212 and 4334 were
    ever put in service; 1,800,000 numbers in all.
    """
    rest = (line for line in range(10_000) if line not in FICTION and line not in IN_SERVICE)
    # Each city starts at another line, or the first hundred contacts would all end in the same four digits.
    for turn in range(len(FICTION)):
        for place, city in enumerate(cities):
            yield city, _number(city, FICTION[(turn + place * 37) % len(FICTION)])
    for line in rest:
        for city in cities:
            yield city, _number(city, line)


def _number(city: City, line: int) -> str:
    return f"+1{city.area_code}555{line:04d}"


def contact_rows(
    contacts: int, seed: int, after: int = 0, cities: tuple[City, ...] | None = None
) -> Iterator[tuple[str, str, str, str, str, str]]:
    """That many rows of `COLUMNS`, no phone number twice, lazily; the same seed gives the same rows.

    The first `after` rows of the seed are left out, so that several campaigns share no number. `cities` are the shipped
    ones if None. Addresses end in example.com (RFC 2606). Raises ValueError past the numbers there are.
    """
    chance = Random(f"{seed}/contacts")
    places = list(read_cities() if cities is None else cities)
    notes = read_lines("notes.txt")
    chance.shuffle(places)
    made = 0
    wanted = after + contacts
    people = zip(full_names(chance), numbers_of(tuple(places)), strict=False)
    for made, (name, (city, phone)) in enumerate(islice(people, wanted), start=1):
        first, last = name.split(" ", 1)
        email = f"{first}.{last}{made}@example.com".lower().replace(" ", "")
        row = (first, last, phone, email, city.name, chance.choice(notes))
        if made > after:
            yield row
    if made < wanted:
        raise ValueError(f"there are only {made} numbers that ring nobody, not {wanted}")


def write_contacts(path: Path, contacts: int, seed: int, after: int = 0) -> None:
    """Writes `contact_rows` with a header as UTF-8 CSV (RFC 4180), replacing the file; raises OSError."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(contact_rows(contacts, seed, after))
