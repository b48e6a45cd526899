"""`dialfloor jobs`: when each scheduled job last ran and will run."""

from datetime import datetime

import click

from app.cli.engine_door import engine_at
from app.cli.token_option import token_option


@click.command()
@click.option("--url", required=True, help="The engine's, as `dialfloor serve` printed it.")
@token_option("Of a supervisor, admin or compliance officer")
def command(*, url: str, token: str) -> None:
    """Show every scheduled job of a running engine: when it last ran, what came of it, when it runs next."""
    from rich.console import Console
    from rich.table import Table

    with engine_at(url, token) as engine:
        page = engine.jobs()
    # A job's name is what a person types and looks for: other columns wrap, names do not.
    table = Table(box=None, pad_edge=False)
    for title in ("Job", "Last (UTC)", "Next (UTC)"):
        table.add_column(title, no_wrap=True)
    for title in ("Outcome", "What it does"):
        table.add_column(title)
    for job in page.jobs:
        times = (_time(job.last_ended_at, page.now), _time(job.next_run_at, page.now))
        running = f"running since {_time(job.running_since, page.now)}" if job.running_since is not None else ""
        table.add_row(job.name, *times, running or job.last_outcome or "", job.what)
    Console().print(table)


def _time(moment: datetime | None, now: datetime) -> str:
    """The time of this UTC day, with the date of another one."""
    if moment is None:
        return "not yet"
    return moment.strftime("%H:%M:%S" if moment.date() == now.date() else "%b %d %H:%M")
