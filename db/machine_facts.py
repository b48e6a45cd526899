"""What `dialfloor doctor` and the commands beside an engine ask of a database, beyond its rows."""

import sqlite3

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


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows the tables that grow hold."""
    tables = ("call_logs", "contacts", "power_dialer_sessions", "refusals", "audit_records")
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
