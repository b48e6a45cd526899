"""`dialfloor may-call`: of every line of a CSV, whether that number may be called at that instant, and why not."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import UNWRITABLE, fail, fail_for, stopped_by_signals

if TYPE_CHECKING:
    from app.compliance.rules import RuleBook

_EXAMPLES = """\b
Example:
  dialfloor may-call --csv numbers.csv --out decisions.csv
"""


@click.command("may-call", epilog=_EXAMPLES)
@click.option("--csv", "source", type=click.Path(dir_okay=False, path_type=Path), required=True, help="What is asked.")
@click.option("--out", "target", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The answers.")
@click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Decide by the rules of this data folder, as its people have edited them; without it by those that ship.",
)
def command(*, source: Path, target: Path, data: Path | None) -> None:
    """Say of every line of a CSV whether that number may be called at that instant.

    Columns: id, e164, instant_utc (2026-12-01T15:30:00Z), and where known purpose (telemarketing, debt), mode (preview,
    power, predictive, prerecorded, manual), address_evidence (US-CA|America/Los_Angeles; several with ;),
    prior_attempts_utc (several with ;), last_conversation_utc, last_abandoned_utc, and flags: emergency:US-LA,
    internal_dnc, national_dnc, national_list_old, wrong_number, litigator, no_consent, rnd_unchecked. Other columns are
    passed over.

    The answers are id, decision (allow, deny), reason, citation, one line each in the same order, written whole or not
    at all. Only the rules are asked: no hours' guard band, no lists, and no limits of agents.
    """
    from app.compliance.area_codes import read_area_codes
    from app.compliance.decide import Lawyer
    from app.engine.ports import StoreUnavailable
    from app.reports.csv_export import export_csv
    from app.reports.may_call import OUT, MayCallError, answer_cells, answers

    try:
        lawyer = Lawyer(_book(data), read_area_codes())
        with stopped_by_signals("Stopped; nothing was written"), source.open(encoding="utf-8-sig", newline="") as lines:
            for _ in export_csv(target, OUT, answers(lines, lawyer), answer_cells):
                continue
    except UnicodeDecodeError as fault:
        fail(f"{source} is not UTF-8 text: {fault.reason} at byte {fault.start}. Save it as CSV UTF-8")
    except MayCallError as fault:
        fail(f"{source}: {fault}")
    except StoreUnavailable as fault:
        fail_for(fault)
    except OSError as fault:
        fail(f"{fault.filename or target} cannot be used ({fault.strerror}). Nothing was written", UNWRITABLE)


def _book(data: Path | None) -> "RuleBook":
    """The rules that ship with the program, under what the folder's people made of them."""
    from app.compliance.rule_files import read_rule_book
    from app.controller.rule_desk import state_of

    if data is None:
        return read_rule_book()
    from app.cli.folder_door import open_to_read
    from db.faults import reading_back
    from db.rule_store import load_rule_changes, load_rule_signatures

    with open_to_read(data) as connection, reading_back():
        return state_of(read_rule_book(), load_rule_changes(connection), load_rule_signatures(connection)).book
