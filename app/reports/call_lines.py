"""A page of calls to the lines of their CSV, column by column: a million calls are written without a call of ours each.

The lines are those of `log_columns.call_cells`, to the byte; a test holds both against each other.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np

from app.compliance.area_codes import AreaCodes
from app.engine.value import SECOND, Instant
from app.reports.cells import identity_cell, number_cell, second_text, text_cell
from app.reports.local_time import STEP, local_cell, offset_of
from app.reports.log_columns import Names

Row = tuple[Any, ...]
K = TypeVar("K")

_KNOWN = 16_384
"""Texts that one memory holds before it begins anew: agents, sessions and hours come again and again."""

_IN_HOUR = tuple(second_text(second)[14:] for second in range(3_600))
_IN_HOUR_UTC = tuple(f"{text}Z" for text in _IN_HOUR)
_MINUTES = "\0"
"""Stands for minutes and seconds, which are the same on every clock that is whole hours away."""

_HEX = np.frombuffer(bytes(range(256)).hex().encode(), dtype=np.uint8).reshape(256, 2)
_PARTS = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))


class _Known(dict[K, str]):
    """Texts by what they are made of; made once, forgotten all together."""

    def __init__(self, make: Callable[[K], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> str:
        if len(self) >= _KNOWN:
            self.clear()
        text = self[key] = self._make(key)
        return text


def call_lines(area_codes: AreaCodes, names: Names) -> Callable[[Sequence[Row]], list[str]]:
    """Writes pages of calls, each row with the fields of `LoggedCall`, as lines of `CALL_COLUMNS`."""
    times, where, people = _Times(), _Where(area_codes), _People(names)
    words: _Known[str | None] = _Known(text_cell)
    ends: _Known[Row] = _Known(lambda end: f"{text_cell(end[0])},{text_cell(end[1])},{number_cell(end[2])}")

    def lines(rows: Sequence[Row]) -> list[str]:
        column = list(zip(*rows, strict=True))
        ids = _identities(column[0] + column[6])
        calls = zip(
            ids[: len(rows)],
            where.cells(column[1], column[2]),
            map(ends.__getitem__, zip(column[8], column[9], column[10], strict=True)),
            times.flagged(column[11]),
            times.optional(column[12]),
            map(words.__getitem__, column[13]),
            times.flagged(column[14]),
            map(people.__getitem__, zip(column[3], column[4], column[7], column[5], strict=True)),
            ["" if url is None else text_cell(url) for url in column[15]],
            ["" if note is None else text_cell(note) for note in column[16]],
            ids[len(rows) :],
            strict=True,
        )
        return [
            f"{call},{placed},{end},{answer},{ended},{by},{back},{who[0]},{url},{note},{who[1]},{contact},{who[2]}"
            for call, placed, end, answer, ended, by, back, who, url, note, contact in calls
        ]

    return lines


class _People(dict[Row, tuple[str, str, str]]):
    """The names of an agent, a user and a campaign in three cells, their session's id, and their ids in three more."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._named = {identity: text_cell(name) for identity, name in names.items()}

    def __missing__(self, ids: Row) -> tuple[str, str, str]:
        if len(self) >= _KNOWN:
            self.clear()
        *people, session = ids
        named = ",".join(self._named.get(identity, "") for identity in people)
        known = ",".join("" if one is None else identity_cell(one) for one in people)
        cells = self[ids] = named, identity_cell(session), known
        return cells


class _Times:
    """Columns of instants, as `time_cell` writes each."""

    def __init__(self) -> None:
        self._hours: _Known[int] = _Known(lambda hour: second_text(hour * 3_600)[:14])

    def optional(self, instants: Sequence[Instant | None]) -> list[str]:
        """Instants that may be missing."""
        hours = self._hours
        return [
            "" if at is None else hours[at // (3_600 * SECOND)] + _IN_HOUR_UTC[at // SECOND % 3_600] for at in instants
        ]

    def flagged(self, instants: Sequence[Instant | None]) -> list[str]:
        """Two cells: whether there is an instant, and which."""
        hours = self._hours
        return [
            "false," if at is None else f"true,{hours[at // (3_600 * SECOND)]}{_IN_HOUR_UTC[at // SECOND % 3_600]}"
            for at in instants
        ]


class _Where:
    """Time, local time, zone, country and number of each call: five cells."""

    def __init__(self, area_codes: AreaCodes) -> None:
        self._area_codes = area_codes
        self._begins = self._ends = 0
        self._utc = ""
        self._clocks: dict[str, str | None] = {}

    def cells(self, instants: Sequence[Instant], phones: Sequence[str]) -> list[str]:
        """A column of them. Calls come in the order of time: what holds for a quarter of an hour is learnt once."""
        found: list[str] = []
        begins, ends, utc, clocks = self._begins, self._ends, self._utc, self._clocks
        for at, phone in zip(instants, phones, strict=True):
            if not begins <= at < ends:
                self._turn_to(at)
                begins, ends, utc, clocks = self._begins, self._ends, self._utc, self._clocks
            minutes = _IN_HOUR[at // SECOND % 3_600]
            code, number = phone[:5], phone[2:]
            clock = clocks.get(code, "")
            if clock == "":
                clock = self._learn(code, phone)
            if clock is None or len(number) != 10 or not number.isdecimal():
                found.append(f"{utc}{minutes}Z,{self._slowly(at, phone)}")
            else:
                found.append(f"{utc}{minutes}{clock.replace(_MINUTES, minutes)}{number}")
        return found

    def _turn_to(self, at: Instant) -> None:
        step = at // SECOND // STEP
        self._begins, self._ends = step * STEP * SECOND, (step + 1) * STEP * SECOND
        self._utc, self._clocks = second_text(step * STEP)[:14], {}

    def _learn(self, code: str, phone: str) -> str | None:
        """What all numbers of an area code have in common in a quarter of an hour, with marks for the minutes.

        None if it is not that simple: no area code of +1, no zone, or one that is not whole hours away.
        """
        place, number = self._area_codes.place(phone)
        second = self._begins // SECOND
        clocks = [offset_of(zone, second // STEP) for zone in place.zones]
        text = None
        if phone.startswith("+1") and number != phone and clocks and all(ahead % 3_600 == 0 for ahead, _ in clocks):
            local = " ".join(f"{second_text(second + ahead)[:14]}{_MINUTES}{suffix}" for ahead, suffix in clocks)
            text = f"Z,{local},{' '.join(place.zones)},{text_cell(place.country)},"
        self._clocks[code] = text
        return text

    def _slowly(self, at: Instant, phone: str) -> str:
        place, number = self._area_codes.place(phone)
        zones = place.zones
        return f"{local_cell(at, zones)},{' '.join(zones)},{text_cell(place.country)},{text_cell(number)}"


def _identities(ids: Sequence[bytes]) -> list[str]:
    """The canonical texts of ids in 16 bytes."""
    if set(map(len, ids)) != {16}:
        return [identity_cell(identity) for identity in ids]
    texts = np.full((len(ids), 36), ord("-"), dtype=np.uint8)
    digits = _HEX[np.frombuffer(b"".join(ids), dtype=np.uint8)].reshape(len(ids), 32)
    for place, (start, stop) in enumerate(_PARTS):
        texts[:, start + place : stop + place] = digits[:, start:stop]
    joined = texts.tobytes().decode("ascii")
    return [joined[start : start + 36] for start in range(0, len(joined), 36)]
