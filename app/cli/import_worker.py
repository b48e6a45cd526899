"""`dialfloor contacts work`: an engine's own import, in a process beside it; the task comes as one line on stdin."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from app.cli.faults import UNWRITABLE, fail, fail_for, stopped_by_signals
from app.cli.priority import stand_back
from app.engine.ports import StoreUnavailable

if TYPE_CHECKING:
    from app.controller.import_contacts import Source
    from app.reports.contact_file import ContactFile
    from app.reports.import_task import ImportNews, ImportTask


@click.command("work", hidden=True)
def command() -> None:
    """Look through or import the contact file that a task on stdin names; progress goes to stdout as JSON lines."""
    import msgspec
    import phonenumbers

    from app.reports.contact_file import ContactFileError
    from app.reports.import_task import ImportTask

    task = msgspec.json.decode(sys.stdin.readline(), type=ImportTask)
    stand_back()
    if task.region not in phonenumbers.SUPPORTED_REGIONS:
        fail(f"{task.region} is not a country; use two letters, as in US or DE")
    try:
        with stopped_by_signals("Stopped. What was imported so far stays"):
            _WORK[task.kind](task)
    except ContactFileError as fault:
        fail(str(fault).replace(Path(task.file).name, task.name))
    except StoreUnavailable as fault:
        fail_for(fault)
    except OSError as fault:
        fail(f"{fault.filename or task.name} cannot be used ({fault.strerror})", UNWRITABLE)


def _check(task: "ImportTask") -> None:
    from app.cli.number_worker import listed_already
    from app.reports.import_check import check_file

    # A list is asked what it has already; contacts are known by their campaign, which is chosen later.
    listed = listed_already(task) if task.is_listing else None
    for news in check_file(Path(task.file), task.places, task.region, listed):
        _tell(news)


def _list(task: "ImportTask") -> None:
    from app.cli.number_worker import import_listed

    import_listed(task, _file(task), _tell)


def _import(task: "ImportTask") -> None:
    from app.cli.folder_door import open_beside
    from app.cli.import_pace import now_on, pacer
    from app.controller.import_contacts import Importer
    from app.ids import new_id
    from app.reports.contact_file import read_rows
    from app.reports.import_check import FirstRejected, news_of
    from app.reports.rejected_file import RejectedFile
    from db.contacts_store import SqliteContactLists
    from db.machine_facts import clock_of

    file = _file(task)
    with (
        open_beside(Path(task.data), "dialfloor contacts work") as (connection, folder),
        RejectedFile(Path(task.rejected), file.header, whole_name=True) as rejected,
    ):
        told = FirstRejected(rejected.add)
        pause = pacer(folder)
        importer = Importer(SqliteContactLists(connection, new_id), now_on(clock_of(connection)), new_id, told.add)
        for tally in importer.run(_source(task, file), read_rows(file)):
            _tell(news_of(tally, file.rows, told.lines))
            pause()


def _file(task: "ImportTask") -> "ContactFile":
    from app.reports.contact_file import ContactFileError, survey, with_columns
    from app.reports.import_check import places_of
    from app.wire.imports import ColumnPlaces

    found = survey(Path(task.file))
    columns = places_of(found, task.places or ColumnPlaces())
    if columns is None:
        raise ContactFileError("Say which column holds the phone number")
    return with_columns(found, columns)


def _source(task: "ImportTask", file: "ContactFile") -> "Source":
    from app.controller.import_contacts import Source

    return Source(
        file=task.name,
        sha256=file.sha256,
        tenant=task.tenant,
        campaign=task.campaign,
        by=task.by,
        region=task.region,
    )


def _tell(news: "ImportNews") -> None:
    import msgspec

    click.echo(msgspec.json.encode(news).decode())


_WORK: "MappingProxyType[str, Callable[[ImportTask], None]]" = MappingProxyType(
    {"check": _check, "import": _import, "list": _list}
)
