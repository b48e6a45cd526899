"""How a command ends when it cannot do its work: one sentence on stderr, and an exit code that scripts may rely on."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import click

from app.engine.ports import StoreUnavailable

BAD_OPTION = 2
FOLDER_OWNED = 3
ADDRESS_UNUSABLE = 4
DAMAGED = 5
UNWRITABLE = 6
STOPPED = 130
"""What a shell says of a command that was stopped by Ctrl+C."""


def fail(sentence: str, code: int = BAD_OPTION) -> NoReturn:
    """Say why, and end."""
    click.echo(sentence, err=True)
    sys.exit(code)


def fail_for(fault: StoreUnavailable, what_stays: str = "") -> NoReturn:
    """End for what is wrong with a data folder; `what_stays` says what was done before it went wrong."""
    from db.faults import FolderDamaged, FolderOwned

    sentence = f"{fault}. {what_stays}" if what_stays else str(fault)
    if isinstance(fault, FolderOwned):
        fail(sentence, FOLDER_OWNED)
    fail(sentence, DAMAGED if isinstance(fault, FolderDamaged) else UNWRITABLE)


@contextmanager
def stopped_by_signals(sentence: str) -> Iterator[None]:
    """Ctrl+C and SIGTERM end the block through every `finally`, and the command with this sentence and 130."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        fail(sentence, STOPPED)
    finally:
        signal.signal(signal.SIGTERM, before)
