"""`dialfloor doctor`: what works on this machine, and what to do about what does not."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import fail

if TYPE_CHECKING:
    from app.bootstrap.finding import Finding


@click.command("doctor")
@click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Look at this data folder too: its owner, its database, the disk, the clock.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object: `findings`, each with its health and next step."
)
def command(*, data: Path | None, as_json: bool) -> None:
    """Say what works on this machine and what to do about what does not.

    Looks at Python, Qt and its screen, SQLite, the time zone tables and the engine's port; with --data also at a data
    folder, whose every page is read once. Nothing is changed. Each line says OK, WARN (works, but not as it should)
    or FAIL, and the next step. The exit code is 0 if nothing fails (warnings do not), 1 if something does, 2 for a bad
    option.
    """
    from rich.console import Console

    from app.bootstrap.finding import Health

    with Console(stderr=True).status("Looking around ..."):
        findings = _look(data)
    if as_json:
        click.echo(_json(findings))
    else:
        _print(findings)
    failed = [finding.what for finding in findings if finding.health is Health.FAIL]
    if failed:
        fail(f"Does not work: {', '.join(failed)}", 1)


def _look(data: Path | None) -> "list[Finding]":
    from app.cli.doctor_folder import folder_findings
    from app.cli.doctor_machine import machine_findings
    from app.clock import read_wall
    from db.folder import Folder

    data = data.expanduser() if data is not None else None
    holder = Folder(data).holder() if data is not None else None
    findings = list(machine_findings(read_wall(), os.environ, holder.url if holder is not None else None))
    if data is not None:
        findings.extend(folder_findings(data))
    return findings


def _json(findings: "list[Finding]") -> str:
    import msgspec

    from app.bootstrap.finding import Health

    worst = max((list(Health).index(one.health) for one in findings), default=0)
    told = [
        {"what": one.what, "health": one.health.value, "found": one.found, "nextStep": one.next_step}
        for one in findings
    ]
    return msgspec.json.encode({"health": list(Health)[worst].value, "findings": told}).decode()


def _print(findings: "list[Finding]") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from app.bootstrap.finding import Health

    hues = {Health.OK: "green", Health.WARN: "yellow", Health.FAIL: "bold red"}
    table = Table("", "Health", "Found", "Next step")
    for finding in findings:
        # As Text: a path may hold brackets, which are markup to rich.
        health = Text(finding.health.value, style=hues[finding.health])
        table.add_row(finding.what, health, Text(finding.found), Text(finding.next_step))
    Console().print(table)
