"""What `dialfloor doctor` and the commands beside an engine ask of a database, beyond its rows."""

import sqlite3

from app.engine.ports import StoreUnavailable
from db.faults import sentence_of


def clock_of(connection: sqlite3.Connection) -> tuple[str, int] | None:
    """The boot and the offset (microseconds) that the engine's clock was last tied to, None before its first start."""
    row = connection.execute("SELECT boot_id, offset_us FROM clock_anchors").fetchone()
    return None if row is None else (str(row[0]), int(row[1]))


def quick_check(connection: sqlite3.Connection) -> str | None:
    """What SQLite finds broken, in one line; None if nothing is. Reads every page once."""
    try:
        found = [row[0] for row in connection.execute("PRAGMA quick_check(3)")]
    except sqlite3.DatabaseError as fault:
        return sentence_of(fault)
    return None if found == ["ok"] else "; ".join(found)


def table_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows every table holds, by name. Raises `StoreUnavailable`."""
    try:
        names = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            )
        ]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    except sqlite3.Error as fault:
        raise StoreUnavailable(sentence_of(fault)) from fault


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows the tables that grow hold."""
    tables = ("call_logs", "contacts", "power_dialer_sessions", "refusals", "audit_records")
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
