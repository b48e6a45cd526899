"""`dialfloor contacts import`: a CSV file into a tenant's queue, also beside a running engine."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import UNWRITABLE, fail, fail_for, stopped_by_signals
from app.cli.words import counted, who

if TYPE_CHECKING:
    import sqlite3

    from app.controller.import_contacts import Source, Tally
    from app.reports.contact_file import ContactFile
    from db.folder import Folder

_STAYS = "What was imported so far stays; run the same command again to go on"
_NAMED = ("first_name", "last_name", "phone", "email")
_EXAMPLES = """\b
Examples:
  dialfloor contacts import leads.csv --data ./floor --tenant Acme --campaign Spring
  dialfloor contacts import kunden.csv --data ./floor --tenant Acme --map phone=Rufnummer --region DE
"""


@click.command("import", epilog=_EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The data folder; it is made if there is none. The engine may be running on it.",
)
@click.option("--tenant", required=True, help="Whose contacts they are; made on first use.")
@click.option("--campaign", help="The campaign they are for; made on first use. Without it any session may get them.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="NAME=COLUMN",
    help="Which column is first_name, last_name, phone or email, where its header does not say so.",
)
@click.option("--region", default="US", show_default=True, help="Country of numbers that are written without one.")
def command(
    *, file: Path, data: Path, tenant: str, campaign: str | None, mapping: tuple[str, ...], region: str
) -> None:
    """Import contacts from the CSV file FILE.

    The first line names the columns. First name, last name, phone and email are found by their usual headers
    (or by --map phone=Telefon); every other column is kept with the contact and reaches the dialer with it. Numbers
    are stored as +12125550134.

    A row that cannot be imported is written to FILE.rejected.csv with its line and the reason; all others are kept.
    A number that the campaign has already adds nothing, so a file may be imported again at any time.
    """
    from app.engine.ports import StoreUnavailable
    from app.reports.contact_file import ContactFileError, look_through

    try:
        with stopped_by_signals(f"Stopped. {_STAYS}"):
            contacts = look_through(file, _wanted(mapping))
            for note in contacts.notes:
                click.echo(note, err=True)
            _import(contacts, data, _name("--tenant", tenant), _name("--campaign", campaign), _region(region))
    except ContactFileError as fault:
        fail(str(fault))
    except OSError as fault:
        fail(f"{fault.filename or file} cannot be used ({fault.strerror}). {_STAYS}", UNWRITABLE)
    except StoreUnavailable as fault:
        fail_for(fault, _STAYS)


def _wanted(mapping: tuple[str, ...]) -> dict[str, str]:
    wanted: dict[str, str] = {}
    for pair in mapping:
        name, sign, column = pair.partition("=")
        if not sign or name.strip() not in _NAMED:
            fail(f"--map {pair}: write NAME=COLUMN, where NAME is one of {', '.join(_NAMED)}")
        wanted[name.strip()] = column
    return wanted


def _name(option: str, text: str | None) -> str:
    """A name without spaces around it; empty only where the option was not given."""
    if text is None:
        return ""
    if not text.strip() or len(text.strip()) > 120:
        fail(f"{option} must be a name of 1 to 120 characters")
    return text.strip()


def _region(text: str) -> str:
    import phonenumbers

    region = text.upper()
    if region not in phonenumbers.SUPPORTED_REGIONS:
        fail(f"--region {text} is not a country; use two letters, as in US or DE")
    return region


def _import(contacts: "ContactFile", data: Path, tenant: str, campaign: str, region: str) -> None:
    from app.cli.folder_door import open_beside
    from app.controller.import_contacts import Source

    source = Source(
        file=contacts.path.name,
        sha256=contacts.sha256,
        tenant=tenant,
        campaign=campaign or None,
        by=who(),
        region=region,
    )
    with open_beside(data, "dialfloor contacts import") as (connection, folder):
        _run(contacts, source, connection, folder)


def _run(contacts: "ContactFile", source: "Source", connection: "sqlite3.Connection", folder: "Folder") -> None:
    from app.cli.import_pace import now_on, pacer
    from app.clock import read_steady
    from app.controller.import_contacts import Importer, Tally
    from app.ids import new_id
    from app.reports.contact_file import read_rows
    from app.reports.rejected_file import RejectedFile
    from db.contacts_store import SqliteContactLists
    from db.machine_facts import clock_of

    began = read_steady()
    tally = Tally()
    pause = pacer(folder)
    with RejectedFile(contacts.path, contacts.header) as rejected:
        importer = Importer(SqliteContactLists(connection, new_id), now_on(clock_of(connection)), new_id, rejected.add)
        for after_batch in _shown(importer.run(source, read_rows(contacts)), contacts.rows):
            tally = after_batch
            pause()
    _tell(tally, source, read_steady() - began, rejected.path)


def _shown(tallies: "Iterator[Tally]", rows: int) -> "Iterator[Tally]":
    """The tallies as they come, with a bar on a terminal."""
    if not sys.stderr.isatty():
        yield from tallies
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Importing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("import", total=rows)
        for tally in tallies:
            progress.update(task, completed=tally.rows)
            yield tally


def _tell(tally: "Tally", source: "Source", took: int, rejected: Path) -> None:
    where = f"{source.tenant}, campaign {source.campaign}" if source.campaign else source.tenant
    rate = int(tally.rows * 1_000_000 / max(1, took))
    if tally.added:
        click.echo(f"{counted(tally.added, 'contact')} added to {where} ({rate:,} rows/s).")
    elif tally.known:
        click.echo(f"Nothing added to {where}: it has every contact of {source.file} already.")
    else:
        click.echo(f"Nothing added to {where}: {source.file} has no row that can be imported.")
    if tally.known and tally.added:
        click.echo(f"{counted(tally.known, 'row')} brought a number that was known already or came before in the file.")
    if tally.rejected:
        click.echo(f"{counted(tally.rejected, 'row')} left out; {rejected} says which and why.")
