"""Many rows in one statement.

`executemany` gives up and takes back the interpreter's lock for every row, which starves the journal's thread
beside a busy loop. One INSERT or UPDATE over a VALUES list does that once for the whole batch. An UPDATE of one row
goes without the list, which costs as much as the update itself.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

Row = Sequence[object]
Verb = Literal["INSERT", "REPLACE"]

_CHUNKS = (64, 16, 4, 1)


def insert_many(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Sequence[Row], verb: Verb = "INSERT"
) -> int:
    """INSERT `rows`, or REPLACE, in as few statements as the statement cache can hold shapes of.

    Returns the number of the last row, where rows have numbers: those before it count up to it without a gap.
    """
    place = last = 0
    for size in _chunks(len(rows)):
        flat = [value for row in rows[place : place + size] for value in row]
        last = connection.execute(_insert(verb, table, columns, size), flat).lastrowid or 0
        place += size
    return last


def update_many(
    connection: sqlite3.Connection,
    table: str,
    key: str,
    columns: tuple[str, ...],
    rows: Sequence[Row],
    kept: Mapping[str, str] | None = None,
) -> None:
    """UPDATE `columns` of the rows named by `key`; each of `rows` is the key's value and then the columns'.

    `kept` sets columns by SQL expression, from what the row held before and `new.column2`, `new.column3` and so on.
    A key may come once only: dedupe first.
    """
    moved = tuple((kept or {}).items())
    place = 0
    for size in _chunks(len(rows)):
        if size == 1:
            connection.execute(_update_one(table, key, columns, moved), rows[place])
        else:
            flat = [value for row in rows[place : place + size] for value in row]
            connection.execute(_update(table, key, columns, moved, (len(rows[0]), size)), flat)
        place += size


@lru_cache(maxsize=1_024)
def _chunks(count: int) -> tuple[int, ...]:
    sizes: list[int] = []
    for size in _CHUNKS:
        times, count = divmod(count, size)
        sizes.extend([size] * times)
    return tuple(sizes)


@lru_cache(maxsize=256)
def _insert(verb: Verb, table: str, columns: tuple[str, ...], size: int) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"{verb} INTO {table} ({names}) VALUES {_values(len(columns), size)}"


@lru_cache(maxsize=256)
def _update(
    table: str, key: str, columns: tuple[str, ...], moved: tuple[tuple[str, str], ...], shape: tuple[int, int]
) -> str:
    new = [f'"{name}" = new.column{place}' for place, name in enumerate(columns, 2)]
    settings = ", ".join([*new, *(f'"{name}" = {expression}' for name, expression in moved)])
    values = _values(*shape)
    return f"UPDATE {table} SET {settings} FROM (VALUES {values}) AS new WHERE {table}.{key} = new.column1"


@lru_cache(maxsize=256)
def _update_one(table: str, key: str, columns: tuple[str, ...], moved: tuple[tuple[str, str], ...]) -> str:
    new = [f'"{name}" = ?{place}' for place, name in enumerate(columns, 2)]
    settings = [*new, *(f'"{name}" = {expression.replace("new.column", "?")}' for name, expression in moved)]
    return f"UPDATE {table} SET {', '.join(settings)} WHERE {key} = ?1"


def _values(width: int, size: int) -> str:
    return ", ".join([f"({', '.join('?' * width)})"] * size)
