"""`dialfloor dnc import`: the registry's files to a list in force, beside a running engine."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from app.cli.dnc_numbers import KINDS, import_numbers
from app.cli.faults import fail, fail_for, stopped_by_signals
from app.cli.words import NATIONAL_STAYS, counted, who

if TYPE_CHECKING:
    from app.bootstrap.national_import import NationalSource, Step
    from app.engine.value import Instant
    from db.national_lists import Manifest

_EXAMPLES = """\b
Examples:
  dialfloor dnc import all.txt --data ./floor --kind national --taken-on 2026-11-20 --account 12345678-01
  dialfloor dnc import asked-us.csv --data ./floor --kind internal --tenant Acme
  dialfloor dnc import --adds a.txt --deletes d.txt --data ./floor --kind national --taken-on 2026-11-24
"""
_FILE = click.Path(dir_okay=False, path_type=Path)


class _Options(TypedDict):
    """What was written on the command line."""

    lists: tuple[Path, ...]
    data: Path
    kind: str
    tenant: str | None
    taken_on: str | None
    account: str
    adds: tuple[Path, ...]
    deletes: tuple[Path, ...]
    whole: bool


@click.command("import", epilog=_EXAMPLES)
@click.argument("lists", metavar="[FILE]...", nargs=-1, type=_FILE)
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), required=True, help="The data folder.")
@click.option("--kind", type=click.Choice(["national", *KINDS]), required=True, help="Which list it is.")
@click.option("--tenant", help="Whose list it is; not for the national one, which is everybody's.")
@click.option("--taken-on", metavar="DATE", help="The day (UTC) on which the registry gave the files.")
@click.option("--account", default="", help="The subscription account number under which they were taken.")
@click.option("--adds", multiple=True, type=_FILE, help="A change list: numbers that are new on the list.")
@click.option("--deletes", multiple=True, type=_FILE, help="A change list: numbers that have left the list.")
@click.option("--whole", is_flag=True, help="FILEs are all there is: area codes that they do not hold leave the list.")
def command(**given: Unpack[_Options]) -> None:
    """Import a do-not-call list.

    internal, wrong-numbers, litigators: FILE is a CSV with a column of phone numbers, and one of reasons if you like;
    the numbers are added to the list of --tenant, and no campaign of it calls them any more.

    national: each FILE has one number a line, 212,5550134 or 2125550134, for one area code or many. The area codes that
    it holds are replaced; the others stay as old as they are. With --adds and --deletes instead, the list in force is
    moved on.

    One bad line and nothing of a national file is used: the line is named. Calls are looked up in the list that was in
    force before until the new one is whole and on the disk. A list is good for 31 days from --taken-on.
    """
    if given["kind"] != "national":
        _import_own(given)
        return
    if given["taken_on"] is None:
        fail("--taken-on is missing: the day on which the registry gave the files, as in 2026-11-24")
    if bool(given["lists"]) == bool(given["adds"] or given["deletes"]):
        fail("Name files of numbers, or change lists with --adds and --deletes: one or the other")
    from app.bootstrap.national_import import NationalSource

    source = NationalSource(
        lists=given["lists"],
        adds=given["adds"],
        deletes=given["deletes"],
        taken_at=_taken(given["taken_on"]),
        account=given["account"].strip(),
        by=who(),
        is_whole=given["whole"],
    )
    _import(source, given["data"])


def _import_own(given: _Options) -> None:
    tenant = (given["tenant"] or "").strip()
    if not 0 < len(tenant) <= 120:
        fail(f"--tenant is missing: whose {given['kind']} list it is")
    if not given["lists"]:
        fail("Name at least one CSV file")
    for file in given["lists"]:
        import_numbers(file, given["data"], tenant, given["kind"])


def _taken(text: str) -> "Instant":
    try:
        day = date.fromisoformat(text)
    except ValueError:
        fail(f"--taken-on {text} is not a date; write 2026-11-24")
    # The day's first instant: a list must not be believed longer than the law does.
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1_000_000


def _import(source: "NationalSource", data: Path) -> None:
    from app.bootstrap.national_import import NationalImport, record_import
    from app.cli.folder_door import open_beside
    from app.clock import read_steady, read_wall
    from app.engine.ports import StoreUnavailable
    from app.ids import new_id
    from app.reports.national_file import NationalFileError
    from db.national_lists import NationalLists

    began, now = read_steady(), read_wall()
    try:
        with (
            stopped_by_signals(f"Stopped. {NATIONAL_STAYS}"),
            open_beside(data, "dialfloor dnc import") as (connection, folder),
        ):
            run = NationalImport(NationalLists(folder.root), source, new_id(now), now)
            for _ in _shown(run.run()):
                continue
            if run.manifest is not None:
                record_import(connection, run.manifest, read_wall())
                _tell(run.manifest, read_steady() - began)
    except NationalFileError as fault:
        fail(f"{fault}. {NATIONAL_STAYS}")
    except StoreUnavailable as fault:
        fail_for(fault, NATIONAL_STAYS)


def _shown(steps: "Iterator[Step]") -> "Iterator[Step]":
    """The steps as they come, with a bar on a terminal."""
    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Importing"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("import", total=None)
        for step in steps:
            bar.update(task, completed=step.bytes_done, total=step.bytes_total)
            yield step


def _tell(manifest: "Manifest", took: int) -> None:
    rate = int(manifest.lines * 1_000_000 / max(1, took))
    click.echo(
        f"{counted(manifest.numbers, 'number')} of {counted(len(manifest.codes), 'area code')} are on the national list"
        f" now: version {manifest.id} of {counted(manifest.lines, 'line')} ({rate:,} lines/s)."
    )
