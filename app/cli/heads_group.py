"""`dialfloor heads`: signed heads of the log, to be kept where nobody who may write the folder can change them."""

import sqlite3
from pathlib import Path

import click

from app.cli.faults import DAMAGED, UNWRITABLE, fail, fail_for
from app.cli.words import counted

command = click.Group("heads", help="Signed heads of the log: export them, or copy each new one to a second folder.")

_DATA = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The data folder. The engine may be running on it.",
)


@command.command("export")
@_DATA
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to copy to.")
def export(*, data: Path, out: Path) -> None:
    """Sign the log as it stands and copy every head to a folder.

    Keep that folder elsewhere: `dialfloor verify --heads` holds the log against it, and finds a tail that was cut off
    and a log that was written anew.
    """
    from app.cli.folder_door import open_to_read
    from app.clock import read_wall
    from app.engine.ports import StoreUnavailable
    from db.faults import sentence_of
    from db.heads import HeadBook

    book = HeadBook(data.expanduser())
    try:
        with open_to_read(data) as connection:
            book.sign(connection, read_wall())
        out.mkdir(parents=True, exist_ok=True)
        copied = book.copy_to(out)
    except StoreUnavailable as fault:
        fail_for(fault)
    except sqlite3.DatabaseError as fault:
        fail(sentence_of(fault), DAMAGED)
    except OSError as fault:
        fail(f"{out} cannot be written ({fault.strerror}); no head is missing in the data folder", UNWRITABLE)
    click.echo(f"{counted(copied, 'head')} copied to {out}.")


@command.command("copy-to")
@_DATA
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--off", is_flag=True, help="Copy to no second folder any more.")
def copy_to(*, data: Path, folder: Path | None, off: bool) -> None:
    """Copy each head to FOLDER as soon as it is signed: daily, and whenever the engine stops.

    Without FOLDER it says where they go.
    """
    from db.heads import HeadBook

    if not data.expanduser().is_dir():
        fail(f"{data} is no folder; name the one that `dialfloor serve --data` uses")
    book = HeadBook(data.expanduser())
    try:
        if off or folder is not None:
            book.send_copies_to(None if folder is None or off else folder.expanduser().absolute())
    except OSError as fault:
        fail(f"{data} cannot be written ({fault.strerror})", UNWRITABLE)
    second = book.second_folder()
    click.echo("Heads are copied nowhere." if second is None else f"Heads are copied to {second}.")
