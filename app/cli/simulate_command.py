"""`dialfloor simulate`: a floor of simulated dialers against a running engine."""

import signal
import sys
from typing import TYPE_CHECKING

import click

from app.cli.faults import fail
from app.cli.token_option import token_option

if TYPE_CHECKING:
    from app.simulator.tally import Tally

_EXAMPLES = """\b
Examples:
  DIALFLOOR_TOKEN=$ADMIN dialfloor simulate --url http://127.0.0.1:8787 --agents 20 --for 60
"""


@click.command(epilog=_EXAMPLES)
@click.option("--url", required=True, help="The engine's, as `dialfloor serve` printed it.")
@token_option("An admin's (a user for each agent is made) or a dialer's (all share it)")
@click.option("--agents", type=click.IntRange(1, 10_000), required=True, help="How many dial.")
@click.option("--for", "seconds", type=click.FloatRange(min=0.1), help="Seconds to run; until Ctrl-C without it.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same people and luck.")
@click.option("--speed", type=click.FloatRange(0.01, 10_000), default=1.0, hidden=True)
def command(*, url: str, token: str, agents: int, seconds: float | None, seed: int, speed: float) -> None:
    """Let simulated agents dial through the real wire: they talk, wrap up, pause, and run into limits.

    No call reaches a telephone. Limits are never changed: where they refuse, the report at the end says so.
    """
    from app.cli.engine_door import told_if_refused
    from app.simulator.badges import NotAllowed
    from app.simulator.floor import simulate

    ending: list[int] = []
    for ended in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ended, lambda number, _: ending.append(number))

    def look(tally: "Tally") -> bool:
        if sys.stderr.isatty():
            click.echo(f"\r{tally.requests} requests, {tally.admitted_calls} calls", nl=False, err=True)
        return not ending

    try:
        with told_if_refused(url):
            tally = simulate(url, token, agents, seconds, speed, seed, on_look=look)
    except NotAllowed as fault:
        fail(str(fault), 1)
    click.echo(report(tally))


def report(tally: "Tally") -> str:
    """The counts of a run, for a person."""
    lines = [
        f"requests        {tally.requests:>8,}",
        f"calls admitted  {tally.admitted_calls:>8,}",
        f"refused         {sum(tally.refusals.values()):>8,}",
    ]
    lines += [f"  {code:<26} {count:>6,}" for code, count in sorted(tally.refusals.items(), key=lambda item: -item[1])]
    if tally.errors:
        lines.append(f"errors          {sum(tally.errors.values()):>8,}")
        lines += [f"  {what:<26} {count:>6,}" for what, count in tally.errors.items()]
    if tally.requests:
        lines.append(f"latency         p50 {tally.p50_ms:.1f} ms, p99 {tally.p99_ms:.1f} ms")
    return "\n".join(lines)
