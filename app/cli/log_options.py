"""The options of a command that logs, and the log begun by them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from app.cli.faults import fail

_META = "dialfloor.log"


def log_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--log-level`, `--log-format` and `--log-file`: kept with the context for `begin_log`, and no argument."""
    options = (
        click.option(
            "--log-level",
            type=click.Choice(["debug", "info", "warning", "error"]),
            expose_value=False,
            callback=_keep,
            help="What is logged at least; info in a file, warning without one.",
        ),
        click.option(
            "--log-format",
            type=click.Choice(["logfmt", "json"]),
            default="logfmt",
            show_default=True,
            expose_value=False,
            callback=_keep,
        ),
        click.option(
            "--log-file",
            type=click.Path(dir_okay=False, path_type=Path),
            expose_value=False,
            callback=_keep,
            help="Log there and not to standard error, in five pieces of 10 MB at most.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def begin_log() -> None:
    """Log as the options of the current command say. A file that cannot be written ends it with a sentence.

    On standard error a program that only goes about its work says nothing: a window, and a person, takes the last line
    there for why it ended.
    """
    from app.cli.program_log import start_log

    chosen: dict[str, Any] = click.get_current_context().meta.get(_META, {})
    file = chosen.get("log_file")
    try:
        level = chosen.get("log_level") or ("warning" if file is None else "info")
        start_log(level, chosen.get("log_format") or "logfmt", file)
    except OSError as fault:
        fail(f"{file} cannot be written ({fault.strerror}); name another --log-file")


def _keep(context: click.Context, option: click.Parameter, value: object) -> None:
    context.meta.setdefault(_META, {})[option.name] = value
