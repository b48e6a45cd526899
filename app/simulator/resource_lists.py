"""The names, cities and campaigns that the simulator's people are made of, from resources/simulator."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import count
from math import gcd
from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city and one of its area codes (North American Numbering Plan)."""

    area_code: str
    name: str


def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a list; an empty line is a value too (most contacts have no note)."""
    return tuple((files("resources") / "simulator" / name).read_text(encoding="utf-8").splitlines())


def read_cities() -> tuple[City, ...]:
    """Cities with geographic area codes, in the file's order."""
    text = (files("resources") / "simulator" / "cities.csv").read_text(encoding="utf-8")
    return tuple(City(area_code=row["area_code"], name=row["city"]) for row in csv.DictReader(text.splitlines()))


def full_names(chance: Random) -> Iterator[str]:
    """Full names without end, none twice; the first n are the same however many are taken.

    A stride that shares no factor with the number of pairs visits each pair once, in an order that looks shuffled and
    needs no list of 166,000 pairs. Later laps add a number to the name.
    """
    first, last = read_lines("first_names.txt"), read_lines("last_names.txt")
    pairs = len(first) * len(last)
    at = chance.randrange(pairs)
    stride = next(step for step in iter(lambda: chance.randrange(pairs // 3, pairs), None) if gcd(step, pairs) == 1)
    for index in count():
        lap = index // pairs
        name = f"{first[at % len(first)]} {last[at // len(first)]}"
        yield f"{name} {lap + 1}" if lap else name
        at = (at + stride) % pairs
