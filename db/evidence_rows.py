"""The leaves of the rows that a batch writes: which fields of each row are evidence, and under which key."""

from collections.abc import Iterable, Sequence
from typing import Any

from db.evidence_leaves import Kind, Leaves, number_content, number_mac

Row = tuple[Any, ...]

HANDED_OUT = ("initiated", *[None] * 7)
"""What a call's changing columns hold until its first report, which is when its first state is chained."""


def chain_calls(leaves: Leaves, number_key: bytes, rows: Iterable[Row]) -> None:
    """Calls as they were handed out: seven ids, number, instant, `_CALL_FACTS` and `closed_by`, then the decision."""
    for row in rows:
        chained = (*row[:7], number_mac(number_key, row[0], row[7]), row[8], *decision_of(row[18:]))
        leaves.add(Kind.CALL, row[0], chained, row[8])
        if state_of(row[9:]) != HANDED_OUT:
            chain_state(leaves, (row[0], *row[9:]), row[8])


def chain_state(leaves: Leaves, row: Row, at: int) -> None:
    """What a report made of a call: its id, then `_CALL_FACTS` and `closed_by`."""
    leaves.add(Kind.CALL_STATE, row[0], (row[0], *state_of(row[1:])), at)


def decision_of(columns: Sequence[Any]) -> Row:
    """What a call's leaf holds of its decision: basis, revision and verdict; nothing of a call that has none."""
    return tuple(columns) if columns[0] is not None else ()


def chain_listed(leaves: Leaves, number_key: bytes, last: int, rows: Sequence[Row]) -> None:
    """Steps of own lists that were numbered up to `last`: tenant, number, list, and what was done when, by whom."""
    for number, row in enumerate(rows, last - len(rows) + 1):
        key = number_content(number)
        chained = (number, row[0], number_mac(number_key, key, row[1]), *row[2:])
        leaves.add(Kind.SUPPRESSION, key, chained, row[4])


def state_of(facts: Sequence[Any]) -> Row:
    """A call's changing columns without the deadline, which is a timer of the engine and no evidence."""
    return (*facts[:7], facts[8])


def chain_sessions(leaves: Leaves, rows: Iterable[Row]) -> None:
    """Sessions as they started: six facts of who and how, the instant, then `_SESSION_FACTS`."""
    for row in rows:
        leaves.add(Kind.SESSION, row[0], row[:7], row[6])
        leaves.add(Kind.SESSION_STATE, row[0], (row[0], *row[7:]), row[6])


def chain_moved_sessions(leaves: Leaves, rows: Iterable[Row]) -> None:
    """Sessions as they stand: the id, then `_SESSION_FACTS`, of which the last is the instant."""
    for row in rows:
        leaves.add(Kind.SESSION_STATE, row[0], row, row[-1])


def chain_returns(leaves: Leaves, rows: Iterable[Row]) -> None:
    """Calls that were given back: the id and the instant."""
    for row in rows:
        leaves.add(Kind.CALL_RETURN, row[0], row, row[1])


def chain_numbered(leaves: Leaves, kind: Kind, last: int, rows: Sequence[Row], time: int) -> None:
    """Rows that were numbered up to `last`, in their order; `time` is the place of their instant."""
    for number, row in enumerate(rows, last - len(rows) + 1):
        leaves.add(kind, number_content(number), (number, *row), row[time])
