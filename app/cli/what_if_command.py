"""`dialfloor what-if`: what edits of limits would do, beside a running engine."""

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from app.cli.faults import BAD_OPTION, DAMAGED, fail, fail_for, stopped_by_signals
from app.cli.priority import PREVIEW, stand_back

if TYPE_CHECKING:
    import sqlite3

    from app.wire.limits import LimitsEffect, PreviewLimits

_EXAMPLES = """\b
Example:
  echo '{"settings": [{"scope": "system", "scopeId": null, "limitId": "calls.hour",
                       "expectedRevision": 0, "amount": 60}]}' |
    dialfloor what-if --data ./floor --tenant Acme
"""


@click.command("what-if", epilog=_EXAMPLES)
@click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The data folder. The engine may be running on it; nothing is changed.",
)
@click.option("--tenant", help="Whose calls, by name.")
@click.option("--tenant-id", help="Whose calls, by id, instead of --tenant.")
@click.option(
    "--edits",
    type=click.File("rb"),
    default="-",
    help='The edits, {"agents": [...], "settings": [...]} as of POST /v1/limits/preview. Without it: from stdin.',
)
@click.option("--now", type=int, help="The instant to look back from, in microseconds since 1970; now without it.")
@click.option("--progress-json", is_flag=True, help="Tell progress and result on stdout, one JSON object a line.")
def command(
    *,
    data: Path,
    tenant: str | None,
    tenant_id: str | None,
    edits: IO[bytes],
    now: int | None,
    progress_json: bool,
) -> None:
    """Say what edits of limits would do: who would be refused now, and how many of yesterday's calls.

    Every call of the last 24 hours is put before the engine once more, under the limits as they are and as they
    would be. A refused call leaves its slot to the next one. A dialer that would have asked again later is not
    imagined, and neither are calls that a higher limit would have let through.
    """
    import sqlite3

    import msgspec

    from app.clock import read_wall
    from app.engine.ports import StoreUnavailable
    from app.wire.limits import PreviewLimits
    from db.faults import sentence_of

    try:
        wanted = msgspec.json.decode(edits.read(), type=PreviewLimits)
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        fail(f"--edits is not what it should be: {fault}", BAD_OPTION)
    if progress_json:
        stand_back(PREVIEW)
    try:
        with stopped_by_signals("Stopped; nothing was computed"):
            effect = _compute(data, (tenant, tenant_id), wanted, read_wall() if now is None else now, progress_json)
    except StoreUnavailable as fault:
        fail_for(fault)
    except sqlite3.DatabaseError as fault:
        fail(sentence_of(fault), DAMAGED)
    if not progress_json:
        _print(effect)


def _compute(
    data: Path, tenant: tuple[str | None, str | None], edits: "PreviewLimits", now: int, as_json: bool
) -> "LimitsEffect":
    from app.cli.export_command import tenant_of
    from app.cli.folder_door import open_to_read

    with open_to_read(data) as connection:
        return _effect(connection, tenant_of(connection, *tenant), edits, now, as_json)


def _effect(
    connection: "sqlite3.Connection", tenant_id: str, edits: "PreviewLimits", now: int, as_json: bool
) -> "LimitsEffect":
    from app.engine.limits import LimitId
    from app.reports.what_if import CallsEffect, WhatIf, edited_book, effect_of, refused_requests, refused_starts
    from db.what_if_rows import TenantDays

    log = TenantDays(connection, tenant_id, now)
    agents, book = log.agents(), log.rulebook()
    question = WhatIf(
        tenant_id=tenant_id,
        now=now,
        as_is=book,
        edited=edited_book(book, agents, edits),
        names={agent.id: agent.name for agent in agents},
        live=log.live(),
    )
    sessions = list(log.sessions())
    total = log.count()
    calls = CallsEffect(question, {session.id: (session.started_at, session.expires_at) for session in sessions})
    for done in calls.run(log.charges()):
        _tell({"done": done, "total": total}, as_json)
    touched = {one.limit_id for one in edits.settings}
    api = touched & {LimitId.API_MINUTE.value, LimitId.API_HOUR.value}
    requests = refused_requests(question, log.requests()) if api else (0, 0)
    starts = refused_starts(question, sessions) if LimitId.SESSIONS_ACTIVE.value in touched else (0, 0)
    effect = effect_of(question, calls, requests, starts)
    _tell({"done": total, "total": total, "effect": effect}, as_json)
    return effect


def _tell(said: object, as_json: bool) -> None:
    import msgspec

    if as_json:
        sys.stdout.write(msgspec.json.encode(said).decode() + "\n")
        sys.stdout.flush()


def _print(effect: "LimitsEffect") -> None:
    from rich.console import Console
    from rich.table import Table

    fresh = [one for one in effect.now if not one.already]
    click.echo(f"{len(fresh)} agents would be refused now who are not refused already.")
    click.echo(f"{effect.refused:,} of the {effect.calls:,} calls of the last 24 hours would have been refused,")
    click.echo(f"{effect.refused_as_is:,} of them by the limits as they are now.")
    if effect.agents:
        table = Table("Agent", "Calls", "Would have been refused", "As it is")
        for one in effect.agents:
            table.add_row(one.agent, f"{one.calls:,}", f"{one.refused:,}", f"{one.refused_as_is:,}")
        Console().print(table)
