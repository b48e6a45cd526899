"""`dialfloor verify`: proves from the log that every limit was kept and that the audit trail is whole."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import DAMAGED, fail, fail_for, stopped_by_signals

if TYPE_CHECKING:
    import sqlite3

    from rich.table import Table

    from app.reports.replay import Offence
    from app.reports.verification import Checked

BROKEN = 1
"""The exit code of a log that breaks a rule; one that cannot be read ends as `app.cli.faults` says."""

_EXAMPLES = """\b
Example:
  dialfloor verify --data ./floor && echo "every limit was kept"
"""


@click.command("verify", epilog=_EXAMPLES)
@click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The data folder. The engine may be running on it; nothing is changed.",
)
def command(*, data: Path) -> None:
    """Prove from the log that every limit was kept.

    Every call, session and API request in the log is put before the engine once more, in order and under the limits
    that were in force at that instant: calls per hour and day, the gap between calls, a session's age, sessions at
    once, API requests per minute and hour. The audit trail must be numbered without gaps, and each record must carry
    the hash of the one before.

    Ends with OK and exit code 0; or names the first record that breaks a rule, with exit code 1. A chain of hashes
    cannot tell that its newest records were cut off: keep a copy of its last number elsewhere.
    """
    import sqlite3

    import msgspec

    from app.cli.folder_door import open_to_read
    from app.engine.ports import StoreUnavailable
    from app.reports.verification import first_offence
    from db.faults import sentence_of

    try:
        with stopped_by_signals("Stopped; nothing was proved"), open_to_read(data) as connection:
            checks = _check(connection)
    except StoreUnavailable as fault:
        fail_for(fault)
    except sqlite3.DatabaseError as fault:
        fail(sentence_of(fault), DAMAGED)
    except (ValueError, msgspec.MsgspecError) as fault:
        fail(f"The log holds a value that this program never writes ({fault})", BROKEN)
    offence = first_offence(checks)
    if offence is None:
        click.echo("OK: every limit was kept, and the audit trail is whole.")
        return
    fail(_told(offence), BROKEN)


def _told(offence: "Offence") -> str:
    from app.reports.cells import time_cell

    return f"{offence.rule} is broken by {offence.record} at {time_cell(offence.at)}: {offence.sentence}"


def _check(connection: "sqlite3.Connection") -> "list[Checked]":
    """Run every check and print the table of them."""
    from rich.console import Console

    from app.reports.verification import verify
    from db.verification import SqliteLog

    checks: list[Checked] = []
    with Console(stderr=True).status("Replaying the log ..."):
        checks.extend(verify(SqliteLog(connection)))
    Console().print(_table(checks))
    return checks


def _table(checks: "list[Checked]") -> "Table":
    from rich.table import Table

    table = Table("Rule", "What was checked", "Result")
    for check in checks:
        table.add_row(", ".join(check.rules), *_cells(check))
    return table


def _cells(check: "Checked") -> tuple[str, str]:
    from app.reports.replay import Pass

    if not isinstance(check.outcome, Pass):
        return check.what, f"BROKEN: {check.outcome.rule}"
    what = f"{check.outcome.records:,} {check.what}"
    warned = f", {check.outcome.warned:,} over an alert-only limit" if check.outcome.warned else ""
    return what, f"kept{warned}"
