"""`dialfloor restore`: a copy of the database takes its place, while no engine runs on the folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import fail, fail_for
from app.cli.words import counted, who
from app.engine.ports import StoreUnavailable

if TYPE_CHECKING:
    from db.folder import Folder

_EXAMPLES = """\b
Examples:
  dialfloor restore dialfloor-20261124T031700Z.db --data ./floor
  dialfloor restore /mnt/usb/dialfloor.db --data ./floor --reason "disk was replaced" --yes
"""
_NOUNS = {"call_logs": "call", "power_dialer_sessions": "session", "contacts": "contact", "refusals": "refusal"}


@click.command("restore", epilog=_EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), required=True, help="The data folder.")
@click.option("--reason", default="restored at the command line", show_default=True, help="For the audit trail.")
@click.option("--yes", is_flag=True, help="Do not ask: what the database has and the copy has not is lost.")
def command(*, file: Path, data: Path, reason: str, yes: bool) -> None:
    """Put the copy FILE in the place of the folder's database.

    FILE is a path, or the name of a copy in the folder's backups. The copy is checked first; what would be lost is
    shown; the database that was is kept in backups. Whatever interrupts this leaves the old database, or the new one.
    """
    from app.clock import read_wall
    from app.wire.base import utc
    from db.folder import Folder

    folder = Folder(data.expanduser())
    copy = file if file.exists() else folder.backups / file.name
    if not copy.exists():
        fail(f"There is no file {file}, and no copy of this name in {folder.backups}")
    now = read_wall()
    try:
        lock = folder.lock("dialfloor restore", utc(now).strftime("%Y-%m-%d %H:%M:%S UTC"))
        try:
            _say_what_is_lost(folder, copy, now, ask=not yes)
            kept = _restore(folder, copy, reason, now)
        finally:
            lock.release()
    except StoreUnavailable as fault:
        fail_for(fault)
    click.echo(f"{copy.name} is the database of {folder.root} now. The one before is kept as {kept}.")


def _say_what_is_lost(folder: "Folder", copy: Path, now: int, *, ask: bool) -> None:
    from db.backups import look_through, rows_now
    from db.faults import FolderDamaged

    looked = look_through(copy, now)
    if looked.broken is not None:
        message = f"{copy.name} is not whole ({looked.broken}); choose another copy"
        raise FolderDamaged(message)
    try:
        rows = rows_now(folder) if folder.database.exists() else {}
    except StoreUnavailable as fault:
        click.echo(f"The database cannot be read ({fault}); it is kept as it is.", err=True)
        rows = {}
    gone = {noun: max(0, rows.get(table, 0) - looked.rows.get(table, 0)) for table, noun in _NOUNS.items()}
    lost = ", ".join(counted(number, noun) for noun, number in gone.items() if number) or "nothing"
    click.echo(f"The copy is whole. The database has and the copy has not: {lost}.", err=True)
    if ask and not click.confirm("Restore it? Calls that are lost no longer count against any limit", err=True):
        fail("Nothing was restored", 1)


def _restore(folder: "Folder", copy: Path, reason: str, now: int) -> Path:
    from app.engine.events import DeedRecorded
    from app.wire.base import utc
    from db.restore import restore

    deed = DeedRecorded(
        tenant_id=None,
        at=now,
        user=who(),
        action="backup.restore",
        subject=copy.name,
        before=None,
        after=None,
        reason=reason,
    )
    return restore(folder, copy, deed, utc(now).strftime("%Y%m%dT%H%M%SZ"), lambda _: None)
