"""What each kind of export has for columns, and how a choice of them is written."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from operator import itemgetter
from types import MappingProxyType
from typing import TypeVar

from app.reports.log_columns import CALL_COLUMNS, RECORD_COLUMNS, REFUSAL_COLUMNS, Cells

R = TypeVar("R")

EXPORT_COLUMNS = MappingProxyType({"calls": CALL_COLUMNS, "refusals": REFUSAL_COLUMNS, "audit": RECORD_COLUMNS})
"""By kind, in the order of the file. Evidence is not among them: it is always whole."""


class UnknownField(ValueError):
    """A field that cannot be chosen; the message names it and says what to do."""


def chosen_columns(kind: str, fields: Sequence[str]) -> tuple[str, ...]:
    """The columns of a file: those chosen, in their order, or all if none is. Raises `UnknownField`."""
    columns = EXPORT_COLUMNS.get(kind)
    if columns is None:
        if fields:
            message = f"{kind} is always whole; leave the fields out"
            raise UnknownField(message)
        return ()
    for place, field in enumerate(fields):
        if field not in columns:
            raise UnknownField(_unknown(kind, field, columns))
        if field in fields[:place]:
            message = f"{field} is chosen twice; take one out"
            raise UnknownField(message)
    return tuple(fields) or columns


def _unknown(kind: str, field: str, columns: Sequence[str]) -> str:
    near = get_close_matches(field, columns, 1, 0.5)
    hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(columns)}"
    return f"{kind} have no field {field}; {hint}"


def picked(kind: str, columns: Sequence[str], cells: Callable[[R], Cells]) -> Callable[[R], Cells]:
    """`cells` with those of `columns` only, in their order."""
    every = EXPORT_COLUMNS[kind]
    if tuple(columns) == every:
        return cells
    places = [every.index(column) for column in columns]
    if len(places) == 1:
        place = places[0]
        return lambda row: (cells(row)[place],)
    pick: Callable[[Cells], Cells] = itemgetter(*places)
    return lambda row: pick(cells(row))
