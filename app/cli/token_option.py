"""How a command is given a token: by `DIALFLOOR_TOKEN` or a file; on its command line only with a warning."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click
from click.core import ParameterSource

VARIABLE = "DIALFLOOR_TOKEN"
_OPTIONS = ("--token", "--token-file")
_FILE = "app.cli.token_option.file"
_WARNING = (
    f"Every user of this machine can read a token on a command line; put it into {VARIABLE}, or a file for --token-file"
)

Command = TypeVar("Command", bound=Callable[..., object])


def token_option(whose: str, *, required: bool = True) -> Callable[[Command], Command]:
    """`--token` and `--token-file`; the command gets the token as `token`. `whose` is the help's first words."""

    def choose(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        if value is not None and ctx.get_parameter_source("token") is ParameterSource.COMMANDLINE:
            click.echo(_WARNING, err=True)
            return value
        of_file: str | None = ctx.meta.get(_FILE)
        token = of_file or value
        if token is None and required:
            raise click.MissingParameter(ctx=ctx, param=param, message=f"Set {VARIABLE}, or name --token-file.")
        return token

    def wrap(command: Command) -> Command:
        told = f"{whose}; better in {VARIABLE} or --token-file, which no other user can read."
        token = click.option("--token", envvar=VARIABLE, callback=choose, help=told)
        file = click.option(
            "--token-file",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            is_eager=True,
            expose_value=False,
            callback=_read,
            help="A file that holds the token and nothing else.",
        )
        return token(file(command))

    return wrap


def _read(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    if value is None:
        return
    try:
        text = value.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as fault:
        raise click.BadParameter(f"{value} cannot be read: {fault}", ctx=ctx, param=param) from fault
    if not text:
        raise click.BadParameter(f"{value} is empty; put the token into it", ctx=ctx, param=param)
    ctx.meta[_FILE] = text


def without_token(words: Sequence[str]) -> list[str]:
    """A command line without a token, and without a file that may be a pipe which was read to its end."""
    kept: list[str] = []
    left = iter(words)
    for word in left:
        if word in _OPTIONS:
            next(left, None)
        elif word.partition("=")[0] not in _OPTIONS:
            kept.append(word)
    return kept
