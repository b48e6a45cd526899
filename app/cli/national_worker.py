"""`dialfloor dnc work`: an engine's own import of a national list, in a process beside it; the task comes on stdin."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import fail, fail_for, stopped_by_signals
from app.cli.priority import stand_back
from app.cli.words import NATIONAL_STAYS
from app.engine.ports import StoreUnavailable

if TYPE_CHECKING:
    from app.bootstrap.national_import import NationalSource
    from app.reports.national_task import NationalTask


@click.command("work", hidden=True)
def command() -> None:
    """Import the national list that a task on stdin names; progress goes to stdout as JSON lines."""
    import msgspec

    from app.reports.national_file import NationalFileError
    from app.reports.national_task import NationalTask

    task = msgspec.json.decode(sys.stdin.readline(), type=NationalTask)
    stand_back()
    try:
        with stopped_by_signals(f"Stopped. {NATIONAL_STAYS}"):
            _import(task)
    except NationalFileError as fault:
        fail(f"{fault}. {NATIONAL_STAYS}")
    except StoreUnavailable as fault:
        fail_for(fault, NATIONAL_STAYS)


def _import(task: "NationalTask") -> None:
    import msgspec

    from app.bootstrap.national_import import NationalImport, record_import
    from app.cli.folder_door import open_beside
    from app.clock import read_steady
    from app.reports.national_task import NationalNews
    from db.national_lists import NationalLists

    began = read_steady()
    with open_beside(Path(task.data), "dialfloor dnc work") as (connection, folder):
        run = NationalImport(NationalLists(folder.root), _source(task), task.version, task.now)
        for step in run.run():
            news = NationalNews(bytes_done=step.bytes_done, bytes_total=step.bytes_total, lines=step.lines)
            click.echo(msgspec.json.encode(news).decode())
        if run.manifest is not None:
            # The engine's clock may be any: only how long it took is asked of the machine's.
            record_import(connection, run.manifest, task.now + read_steady() - began, task.tenant_id)


def _source(task: "NationalTask") -> "NationalSource":
    from app.bootstrap.national_import import NationalSource

    def of(role: str) -> tuple[Path, ...]:
        return tuple(Path(file.path) for file in task.files if file.role == role)

    return NationalSource(
        lists=of("list"),
        adds=of("adds"),
        deletes=of("deletes"),
        taken_at=task.taken_at,
        account=task.account,
        by=task.by,
        is_whole=task.is_whole,
    )
