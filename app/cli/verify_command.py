"""`dialfloor verify`: proves from the log that every limit and rule was kept and that the audit trail is whole."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import DAMAGED, fail, fail_for, stopped_by_signals

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from rich.table import Table

    from app.reports.replay import Offence
    from app.reports.verification import Checked, Log
    from db.evidence_check import EvidenceCheck
    from db.heads_check import HeadsCheck

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
@click.option(
    "--heads",
    type=click.Path(exists=True, path_type=Path),
    metavar="DIR|FILE",
    help="Signed heads that were kept elsewhere: what they tell of must be there, as it was.",
)
@click.option("--progress-json", is_flag=True, hidden=True)
def command(*, data: Path, heads: Path | None, progress_json: bool) -> None:
    """Prove from the log that every limit was kept, that no call was forbidden, and that nobody changed the log.

    Every call, session and API request in the log is put before the engine once more, in order and under the limits
    that were in force at that instant: calls per hour and day, the gap between calls, a session's age, sessions at
    once, API requests per minute and hour. Each call is decided again by the rules of calling hours that it was decided
    by, and by the do-not-call lists of its instant; those that rules forbid which only alert are counted. Abandoned
    answers are counted again. The audit trail must be numbered without gaps, each record with the hash of the last.

    Every row of calls, refusals, sessions, limits and the audit trail must be what the chain says that was written;
    none may be missing, and none may be there that the chain does not know. The chain must be what its signed heads
    say. Whoever may write the folder can sign anew: only heads kept elsewhere (--heads) show a cut or rewritten chain
    then.

    Ends with OK and exit code 0; or names the first record that breaks a rule, with exit code 1.
    """
    import sqlite3

    from app.cli.folder_door import open_to_read
    from app.engine.ports import StoreUnavailable
    from app.reports.evidence import first_of_all
    from db.faults import sentence_of

    checks: list[Checked] = []
    unknown = None
    try:
        with stopped_by_signals("Stopped; nothing was proved"), open_to_read(data) as connection:
            unknown = _check(connection, data.expanduser(), heads, checks, as_json=progress_json)
    except StoreUnavailable as fault:
        fail_for(fault)
    except sqlite3.DatabaseError as fault:
        fail(sentence_of(fault), DAMAGED)
    if progress_json:
        return
    offence = first_of_all(checks)
    if offence is None and unknown is None:
        click.echo("OK: every limit was kept, no forbidden call was placed, and the audit trail is whole.")
        return
    sentences = [unknown] if unknown is not None else []
    fail("\n".join(sentences if offence is None else [*sentences, _told(offence)]), BROKEN)


def _told(offence: "Offence") -> str:
    from app.reports.cells import time_cell

    when = f" at {time_cell(offence.at)}" if offence.at else ""
    return f"{offence.rule} is broken by {offence.record}{when}: {offence.sentence}"


def _check(
    connection: "sqlite3.Connection", data: Path, heads: Path | None, checks: "list[Checked]", *, as_json: bool
) -> str | None:
    """Run every check into `checks` and tell of them; says so if the log cannot be replayed at all."""
    from rich.console import Console

    from app.cli.verify_progress import CountedLog, VerifyProgress
    from app.reports.evidence import first_of_all
    from db.evidence_check import EvidenceCheck
    from db.evidence_keys import known_number_key
    from db.heads_check import HeadsCheck
    from db.verification import SqliteLog

    signed = HeadsCheck(connection, data / "heads", heads)
    log = SqliteLog(connection)
    chained = EvidenceCheck(connection, known_number_key(data))
    if as_json:
        progress = VerifyProgress(connection, chained)
        unknown = _run((chained, signed, CountedLog(log, progress.add)), checks, progress.keep)
        progress.end(first_of_all(checks), unknown)
        return unknown
    with Console(stderr=True).status("Replaying the log ..."):
        unknown = _run((chained, signed, log), checks, lambda _: None)
    Console().print(_table(checks))
    return unknown


def _run(
    what: "tuple[EvidenceCheck, HeadsCheck, Log]", checks: "list[Checked]", ended: "Callable[[Checked], None]"
) -> str | None:
    import msgspec

    from app.reports.evidence import verify_evidence
    from app.reports.verification import verify

    chained, signed, log = what
    try:
        # First what was written, then whether it was right: a log that was changed may not even be replayable.
        for parts in (verify_evidence(chained, signed), verify(log)):
            for check in parts:
                checks.append(check)
                ended(check)
    except (TypeError, ValueError, msgspec.MsgspecError) as fault:
        return f"The log holds a value that this program never writes ({fault})"
    return None


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
    over = "that an alert-only rule forbids" if "calling.rules" in check.rules else "over an alert-only limit"
    warned = f", {check.outcome.warned:,} {over}" if check.outcome.warned else ""
    return what, f"kept{warned}"
