"""How a command ends when it cannot do its work: one sentence on stderr, and an exit code that scripts may rely on."""

import sys
from typing import NoReturn

import click

from app.engine.ports import StoreUnavailable

BAD_OPTION = 2
FOLDER_OWNED = 3
ADDRESS_UNUSABLE = 4
DAMAGED = 5
UNWRITABLE = 6


def fail(sentence: str, code: int = BAD_OPTION) -> NoReturn:
    """Say why, and end."""
    click.echo(sentence, err=True)
    sys.exit(code)


def fail_for(fault: StoreUnavailable) -> NoReturn:
    """End for what is wrong with a data folder."""
    from db.faults import FolderDamaged, FolderOwned

    if isinstance(fault, FolderOwned):
        fail(str(fault), FOLDER_OWNED)
    fail(str(fault), DAMAGED if isinstance(fault, FolderDamaged) else UNWRITABLE)
