"""An engine's own import of a CSV onto one of a tenant's do-not-call lists: a task of `dialfloor contacts work`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.reports.contact_file import ContactFile
    from app.reports.import_task import ImportNews, ImportTask


def listed_already(task: "ImportTask") -> "Callable[[set[str]], int]":
    """Counts numbers (E.164) that are on a list of the task's tenant by now."""
    from app.cli.folder_door import open_to_read
    from db.suppressions_store import suppressed_phones

    def count(phones: set[str]) -> int:
        with open_to_read(Path(task.data)) as connection:
            return len(suppressed_phones(connection, task.tenant_id, sorted(phones)))

    return count


def import_listed(task: "ImportTask", file: "ContactFile", tell: "Callable[[ImportNews], None]") -> None:
    """Put the file's numbers on the list, batch by batch beside the decisions. Raises `StoreUnavailable`, `OSError`."""
    from app.bootstrap.number_import import NumberImport, NumberSource
    from app.cli.folder_door import open_beside
    from app.cli.import_pace import now_on, pacer
    from app.engine.suppression import ListKind
    from app.reports.contact_file import read_rows
    from app.reports.import_check import FirstRejected, news_of
    from app.reports.rejected_file import RejectedFile
    from db.machine_facts import clock_of

    source = NumberSource(
        file=task.name,
        sha256=file.sha256,
        tenant=task.tenant,
        kind=ListKind(task.onto or "internal"),
        by=task.by,
        region=task.region,
        reason=task.reason,
    )
    with (
        open_beside(Path(task.data), "dialfloor contacts work") as (connection, folder),
        RejectedFile(Path(task.rejected), file.header, whole_name=True) as rejected,
    ):
        pause = pacer(folder)
        told = FirstRejected(rejected.add)
        run = NumberImport(connection, now_on(clock_of(connection)), told.add)
        for tally in run.run(source, read_rows(file)):
            tell(news_of(tally, file.rows, told.lines))
            pause()
