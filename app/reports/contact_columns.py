"""Which column of a contact file is which: the trade's many spellings of four names, and a person's own mapping."""

import re
from collections.abc import Mapping, Sequence

from app.engine.value import Value

NAMED = ("first_name", "last_name", "phone", "email")
_SPELLINGS: dict[str, tuple[str, ...]] = {
    "first_name": ("firstname", "first", "givenname", "forename", "fname", "contactname", "fullname", "name"),
    "last_name": ("lastname", "last", "surname", "familyname", "lname"),
    "phone": (
        "phone",
        "phonenumber",
        "phoneno",
        "telephone",
        "telephonenumber",
        "tel",
        "mobile",
        "mobilephone",
        "mobilenumber",
        "cell",
        "cellphone",
        "primaryphone",
        "phone1",
        "homephone",
        "workphone",
        "number",
        "contactnumber",
        "telefon",
    ),
    "email": ("email", "emailaddress", "mail", "primaryemail"),
}
"""In order of preference, in lower case without spaces and signs."""

_SIGNS = re.compile(r"[^0-9a-z]+")


class ColumnError(ValueError):
    """A header cannot be imported; the message says what is there and what to do."""


class Columns(Value, frozen=True, kw_only=True):
    """Where each named column stands (None: nowhere) and the headers of all the others by place."""

    first_name: int | None
    last_name: int | None
    phone: int
    email: int | None
    others: tuple[tuple[int, str], ...]
    width: int


def map_columns(header: Sequence[str], wanted: Mapping[str, str]) -> Columns:
    """Find the named columns in a header. `wanted` names a header for a column and wins over any spelling.

    Raises `ColumnError` if there is no phone column or a wanted header is not there.
    """
    places = guess_places(header, wanted)
    if places["phone"] is None:
        raise ColumnError(f"There is no phone column among {_listed(header)}; say which it is with --map phone=COLUMN")
    return columns_at(header, places)


def guess_places(header: Sequence[str], wanted: Mapping[str, str]) -> dict[str, int | None]:
    """Where each named column stands by its header, None where none looks like it; `wanted` as in `map_columns`."""
    titles = [_plain(title) for title in header]
    places: dict[str, int | None] = {}
    for name in NAMED:
        taken = {place for place in places.values() if place is not None}
        if name in wanted:
            places[name] = _wanted_place(name, wanted[name], header, titles)
        else:
            places[name] = _place(name, titles, taken | _claimed(wanted, titles))
    return places


def columns_at(header: Sequence[str], places: Mapping[str, int | None]) -> Columns:
    """The columns at these places. Raises `ColumnError` without a phone column, or if two names share a column."""
    phone = places["phone"]
    if phone is None:
        raise ColumnError("Say which column holds the phone number")
    found = [place for place in places.values() if place is not None]
    if len(found) != len(set(found)) or any(place >= len(header) for place in found):
        raise ColumnError(f"Each of {', '.join(NAMED)} must be another column of the {len(header)} there are")
    named = {place for place in places.values() if place is not None}
    return Columns(
        first_name=places["first_name"],
        last_name=places["last_name"],
        phone=phone,
        email=places["email"],
        others=_others(header, named),
        width=len(header),
    )


def _plain(title: str) -> str:
    return _SIGNS.sub("", title.lower())


def _place(name: str, titles: Sequence[str], taken: set[int]) -> int | None:
    for spelling in _SPELLINGS[name]:
        for place, title in enumerate(titles):
            if title == spelling and place not in taken:
                return place
    return None


def _wanted_place(name: str, title: str, header: Sequence[str], titles: Sequence[str]) -> int:
    for place, written in enumerate(header):
        if written.strip() == title.strip():
            return place
    plain = _plain(title)
    if plain and plain in titles:
        return titles.index(plain)
    raise ColumnError(f"--map {name}={title}: there is no such column; the file has {_listed(header)}")


def _claimed(wanted: Mapping[str, str], titles: Sequence[str]) -> set[int]:
    """Columns that the mapping gives to one name are not found again under another."""
    return {titles.index(_plain(title)) for title in wanted.values() if _plain(title) in titles}


def _others(header: Sequence[str], named: set[int]) -> tuple[tuple[int, str], ...]:
    """Every other header by place, each a name of its own: an empty or repeated one is told by its place."""
    seen: set[str] = set()
    others: list[tuple[int, str]] = []
    for place, title in enumerate(header):
        if place in named:
            continue
        name = title.strip() or f"column {place + 1}"
        if name in seen:
            name = f"{name} ({place + 1})"
        seen.add(name)
        others.append((place, name))
    return tuple(others)


def _listed(header: Sequence[str]) -> str:
    shown = [f"'{title.strip()[:40]}'" for title in header[:12]]
    return ", ".join(shown) + (" ..." if len(header) > 12 else "")
