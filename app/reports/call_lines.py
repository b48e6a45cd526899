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
    sessions: _Known[bytes] = _Known(identity_cell)
    words: _Known[str | None] = _Known(text_cell)
    ends: _Known[Row] = _Known(lambda end: f"{text_cell(end[0])},{text_cell(end[1])},{number_cell(end[2])}")

    def lines(rows: Sequence[Row]) -> list[str]:
        column = list(zip(*rows, strict=True))
        calls = zip(
            _identities(column[0]),
            where.cells(column[1], column[2]),
            map(ends.__getitem__, zip(column[8], column[9], column[10], strict=True)),
            times.flagged(column[11]),
            times.optional(column[12]),
            map(words.__getitem__, column[13]),
            times.flagged(column[14]),
            map(people.__getitem__, zip(column[3], column[4], column[7], strict=True)),
            ["" if url is None else text_cell(url) for url in column[15]],
            ["" if note is None else text_cell(note) for note in column[16]],
            map(sessions.__getitem__, column[5]),
            _identities(column[6]),
            strict=True,
        )
        return [
            f"{call},{placed},{end},{answer},{ended},{by},{back},{who[0]},{url},{note},{session},{contact},{who[1]}"
            for call, placed, end, answer, ended, by, back, who, url, note, session, contact in calls
        ]

    return lines


class _People(dict[Row, tuple[str, str]]):
    """The names of an agent, a user and a campaign in three cells, and their ids in three more."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._named = {identity: text_cell(name) for identity, name in names.items()}

    def __missing__(self, ids: Row) -> tuple[str, str]:
        if len(self) >= _KNOWN:
            self.clear()
        named = ",".join(self._named.get(identity, "") for identity in ids)
        cells = self[ids] = named, ",".join("" if one is None else identity_cell(one) for one in ids)
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
        self._step = -1
        self._clocks: dict[str, tuple[str, int, str] | None] = {}

    def cells(self, instants: Sequence[Instant], phones: Sequence[str]) -> list[str]:
        """A column of them. Calls come in the order of time: what holds for a quarter of an hour is learnt once."""
        found, clocks, step, utc = [], self._clocks, self._step, ""
        for at, phone in zip(instants, phones, strict=True):
            second = at // SECOND
            if second // STEP != step or not utc:
                step, utc = second // STEP, second_text(second)[:14]
                clocks = self._clocks_of(step)
            code, number = phone[:5], phone[2:]
            clock = clocks[code] if code in clocks else self._learn(code, phone, second)
            if clock is None or len(number) != 10 or not number.isdecimal():
                found.append(f"{utc}{_IN_HOUR_UTC[second % 3_600]},{self._slowly(at, phone)}")
            else:
                hour, shift, rest = clock
                local = _IN_HOUR[(second + shift) % 3_600]
                found.append(f"{utc}{_IN_HOUR_UTC[second % 3_600]},{hour}{local}{rest}{number}")
        return found

    def _clocks_of(self, step: int) -> dict[str, tuple[str, int, str] | None]:
        if step != self._step:
            self._step, self._clocks = step, {}
        return self._clocks

    def _learn(self, code: str, phone: str, second: int) -> tuple[str, int, str] | None:
        """What all numbers of an area code have in common in a quarter of an hour; None if it is not that simple."""
        place, number = self._area_codes.place(phone)
        clock = None
        if phone.startswith("+1") and number != phone and len(place.zones) == 1:
            ahead, suffix = offset_of(place.zones[0], second // STEP)
            # Within a step the local hour is one, where the zone is whole quarters of an hour away.
            if ahead % STEP == 0:
                rest = f"{suffix},{place.zones[0]},{text_cell(place.country)},"
                clock = (second_text(second + ahead)[:14], ahead % 3_600, rest)
        self._clocks[code] = clock
        return clock

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
