"""`dialfloor jobs`: when each scheduled job last ran and will run."""

from datetime import datetime

import click

from app.cli.faults import fail


@click.command()
@click.option("--url", required=True, help="The engine's, as `dialfloor serve` printed it.")
@click.option("--token", required=True, envvar="DIALFLOOR_TOKEN", help="Of a supervisor, admin or compliance officer.")
def command(*, url: str, token: str) -> None:
    """Show every scheduled job of a running engine: when it last ran, what came of it, when it runs next."""
    from rich.console import Console
    from rich.table import Table

    from app.client.errors import GatewayRefused, GatewayUnreachable
    from app.client.gateway import Gateway

    gateway = Gateway(url, token)
    try:
        jobs = gateway.jobs().jobs
    except (GatewayRefused, GatewayUnreachable) as fault:
        fail(str(fault), 1)
    finally:
        gateway.close()
    table = Table("Job", "What it does", "Last ran (UTC)", "Outcome", "Next run (UTC)", box=None, pad_edge=False)
    for job in jobs:
        table.add_row(job.name, job.what, _time(job.last_ended_at), job.last_outcome or "", _time(job.next_run_at))
    Console().print(table)


def _time(moment: datetime | None) -> str:
    return "not yet" if moment is None else moment.strftime("%Y-%m-%d %H:%M:%S")
