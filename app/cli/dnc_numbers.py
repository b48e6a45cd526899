"""A tenant's own do-not-call lists at the shell: CSV in and out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import UNWRITABLE, fail, fail_for, stopped_by_signals
from app.cli.words import counted, who

if TYPE_CHECKING:
    from app.bootstrap.number_import import NumberSource
    from app.engine.suppression import ListedNumber
    from app.reports.contact_file import ContactFile

KINDS = {"internal": "internal", "wrong-numbers": "wrong_number", "litigators": "litigator"}
"""The lists as the shell names them, and as the log does."""

_STAYS = "What was imported so far stays; run the same command again to go on"


def import_numbers(file: Path, data: Path, tenant: str, kind: str) -> None:
    """Put the numbers of a CSV on a list; ends the command with a sentence."""
    from app.bootstrap.number_import import NumberSource
    from app.engine.ports import StoreUnavailable
    from app.engine.suppression import ListKind
    from app.reports.contact_file import ContactFileError, look_through

    try:
        with stopped_by_signals(f"Stopped. {_STAYS}"):
            numbers = look_through(file, {})
            listed = ListKind(KINDS[kind])
            _import(
                numbers,
                NumberSource(file=file.name, sha256=numbers.sha256, tenant=tenant, kind=listed, by=who()),
                data,
            )
    except ContactFileError as fault:
        fail(str(fault))
    except OSError as fault:
        fail(f"{fault.filename or file} cannot be used ({fault.strerror}). {_STAYS}", UNWRITABLE)
    except StoreUnavailable as fault:
        fail_for(fault, _STAYS)


def _import(numbers: "ContactFile", source: "NumberSource", data: Path) -> None:
    from app.bootstrap.number_import import NumberImport
    from app.cli.folder_door import open_beside
    from app.clock import read_wall
    from app.controller.import_contacts import Tally
    from app.reports.contact_file import read_rows
    from app.reports.rejected_file import RejectedFile

    tally = Tally()
    with (
        open_beside(data, "dialfloor dnc import") as (connection, _),
        RejectedFile(numbers.path, numbers.header) as rejected,
    ):
        for after_batch in NumberImport(connection, read_wall, rejected.add).run(source, read_rows(numbers)):
            tally = after_batch
    click.echo(f"{counted(tally.added, 'number')} added to the list {source.kind.value} of {source.tenant}.")
    if tally.known:
        click.echo(f"{counted(tally.known, 'row')} brought a number that was on it already.")
    if tally.rejected:
        click.echo(f"{counted(tally.rejected, 'row')} left out; {rejected.path} says which and why.")


def export_numbers(out: Path, data: Path, tenant: str, kind: str | None) -> None:
    """Write a tenant's listed numbers as CSV: whole or not at all."""
    from app.compliance.area_codes import read_area_codes
    from app.engine.ports import StoreUnavailable
    from app.reports.csv_export import export_csv
    from app.reports.listed_file import COLUMNS, listed_cells

    done = 0
    try:
        with stopped_by_signals("Stopped; nothing was written"), _entries(data, tenant, kind) as entries:
            for written in export_csv(out, COLUMNS, entries, listed_cells(read_area_codes())):
                done = written
    except OSError as fault:
        fail(f"{fault.filename or out} cannot be written ({fault.strerror}); nothing was written", UNWRITABLE)
    except StoreUnavailable as fault:
        fail_for(fault)
    click.echo(f"{counted(done, 'number')} written to {out}.")


def lists_of(data: Path, tenant: str, phone: str) -> list[str]:
    """The lists of a tenant's that a number (E.164) is on, as the log names them."""
    with _entries(data, tenant, None) as entries:
        return [entry.kind.value for entry in entries if entry.phone == phone]


@contextmanager
def _entries(data: Path, tenant: str, kind: str | None) -> "Iterator[Iterator[ListedNumber]]":
    from app.cli.export_command import tenant_of
    from app.cli.folder_door import open_to_read
    from app.engine.suppression import ListKind
    from db.suppressions_store import all_listed

    with open_to_read(data) as connection:
        owner = tenant_of(connection, tenant, None)
        yield all_listed(connection, owner, None if kind is None else ListKind(KINDS[kind]))
