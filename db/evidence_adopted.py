"""Rows that were there before the chain knew their kind: chained as they stand at an upgrade, some at a time."""

import sqlite3

from db.evidence_chain import append_batch
from db.evidence_keys import number_key
from db.evidence_leaves import Leaves, number_content
from db.evidence_sources import ADOPTED, SOURCES, Source, fields_of

_BATCH = 1_000


def adopt_rows(connection: sqlite3.Connection) -> None:
    """Chain every step of the own lists, and every agent, inside the caller's transaction."""
    for source in SOURCES:
        if source.kind in ADOPTED:
            _adopt(connection, source)


def _adopt(connection: sqlite3.Connection, source: Source) -> None:
    columns = ", ".join(f'"{name}"' for name in source.columns)
    found = connection.execute(f'SELECT {source.time}, {columns} FROM {source.table} ORDER BY "{source.columns[0]}"')
    while rows := found.fetchmany(_BATCH):
        fields, leaves = fields_of(source, number_key(connection)), Leaves()
        for at, *row in rows:
            key = number_content(row[0]) if source.numbered else row[0]
            leaves.add(source.kind, key, fields(tuple(row), None), at)
        append_batch(connection, leaves)
