"""`dialfloor demo`: the window over a simulated floor in a temporary folder."""

import os
import tempfile
from pathlib import Path

import click

from app.cli.faults import fail, stopped_by_signals

_WITHOUT_SCREEN_S = 20.0
PICTURE = Path("build") / "floor.png"


@click.command()
@click.option("--agents", type=click.IntRange(1, 2_000), default=40, show_default=True, help="How many agents dial.")
@click.option("--for", "seconds", type=click.FloatRange(min=3), help="Close after so many seconds, with a picture.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same floor.")
def command(*, agents: int, seconds: float | None, seed: int) -> None:
    """Open the window over a floor of simulated agents: real engine, real traffic, no telephone.

    The floor lives in a temporary folder with a shift of history, and is gone when the window closes. Without a
    display it runs offscreen for 20 seconds. With --for, or without a display, a picture is left in build/floor.png
    and the counts are printed.
    """
    from app.bootstrap.demo import DemoFailed, demo_floor
    from app.bootstrap.window import has_screen

    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        seconds = _WITHOUT_SCREEN_S if seconds is None else seconds
        click.echo(
            f"No display here: the demo floor runs offscreen for {seconds:g} s and leaves its picture in {PICTURE}."
        )
    try:
        with (
            stopped_by_signals("Stopped; nothing of the demo floor is left"),
            demo_floor(agents, seed, click.echo) as floor,
        ):
            click.echo(f"The API listens on {floor.url}")
            code = _show(floor.url, floor.morning.admin_token, seconds)
            said = floor.stop_dialers()
    except DemoFailed as fault:
        fail(str(fault), 1)
    click.echo("In these moments the simulated dialers had:")
    click.echo(said.rstrip())
    if seconds is not None:
        click.echo(f"The window's picture: {PICTURE.resolve()}" if code == 0 else "The picture could not be saved")
    raise SystemExit(code)


def _show(url: str, token: str, seconds: float | None) -> int:
    from app.ui.app import RemoteTarget, run_window

    target = RemoteTarget(url=url, token=token)
    with tempfile.TemporaryDirectory(prefix="dialfloor-demo-window-") as settings:
        shot = PICTURE if seconds is not None else None
        return run_window(target, Path(settings), exit_after_s=seconds, shot=shot)
