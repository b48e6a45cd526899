"""The endurance run's figures: printed, kept as JSON, and written between two marks of docs/reliability.md if asked."""

import argparse
import os
import platform
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tests.proof.endurance_figures import Bound, Hour

RESULT = Path("build/proof/endurance.json")
BEGIN = "<!-- endurance: written by python -m tests.proof.endurance --write -->\n"
END = "<!-- endurance: end -->"
SHOWN_EVERY = 6
_COLUMNS = (
    *("hour", "decisions", "engine, MB", "window, MB", "handles", "threads", "database, MB", "of it chain", "log, MB"),
    *("calls", "requests", "behind", "lag, ms", "stall, ms", "of CPU", "drift"),
)


def report(hours: Sequence[Hour], bounds: Sequence[Bound], asked: argparse.Namespace, minutes: float) -> None:
    """Print and keep it, and write it into the page if one is named."""
    machine = f"{platform.system()} {platform.release()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    decisions, calls = sum(one.decisions for one in hours), f"{asked.agents:,} agents, {asked.hours} h"
    foot = f"{calls}, {decisions:,} decisions in {minutes:.1f} minutes; {machine}; seed `{asked.seed}`."
    text = f"{_judged(bounds)}\n{_by_hour(hours)}\n{foot}\n"
    print(f"\n{text}")
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_bytes(msgspec.json.format(msgspec.json.encode({"seed": asked.seed, "hours": hours}), indent=1))
    if asked.write is not None:
        before, _, rest = asked.write.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        asked.write.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def _judged(bounds: Sequence[Bound]) -> str:
    lines = ["| what | found | goal | holds |", "|---|--:|--:|---|"]
    lines += [f"| {one.what} | {one.found} | {one.goal} | {'yes' if one.holds else '**no**'} |" for one in bounds]
    return "\n".join(lines) + "\n"


def _by_hour(hours: Sequence[Hour]) -> str:
    lines = [f"| {' | '.join(_COLUMNS)} |", "|" + "--:|" * len(_COLUMNS)]
    step = min(SHOWN_EVERY, max(1, len(hours) // 6))
    for at in range(step - 1, len(hours), step):
        few = hours[max(0, at - step + 1) : at + 1]
        one = few[-1]
        lines.append(
            f"| {one.hour} | {sum(hour.decisions for hour in few):,} | {one.engine_mb:.0f} | {one.window_mb:.0f}"
            f" | {one.handles} + {one.window_handles} | {one.threads} | {one.database_mb:.0f} | {one.chain_mb:.0f}"
            f" | {one.wal_mb:.0f} | {one.calls:,} | {one.requests:,} | {max(hour.behind for hour in few)}"
            f" | {max(hour.lag_ms for hour in few):.0f} | {max(hour.stall_ms for hour in few):.0f}"
            f" | {max(hour.busy_ms for hour in few):.0f}"
            f" | {sum(len(hour.drift) for hour in few)} |"
        )
    return "\n".join(lines) + "\n"
