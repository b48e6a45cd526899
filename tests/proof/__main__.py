"""Every proof, unattended, in less than an hour: `python -m tests.proof [NAME ...] [--limit MINUTES]`.

Two lanes beside each other: the faults in one, as they take an hour's half and wait for most of it, the rest in the
other. What is measured in seconds is not proved here (`make bench` is that): beside another lane it would be false.
Each has its log in build/proof, and what came of all of them is in build/proof/summary.txt. The exit code is 1 if one
did not hold, or was not run; 3 if all others held and one cannot be had here (an audit needs a service of advisories).
Ctrl+C ends all that runs.
"""

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from app.clock import read_steady
from tests.proof.lanes import UNKNOWN, Ended, Lanes, Part

LOGS = Path("build/proof")
LIMIT_MINUTES = 58.0
LANES: tuple[tuple[Part, ...], ...] = (
    (Part("faults"), Part("audit")),
    (
        Part("model", ("--steps", "100000")),
        Part("attack", ("--minutes", "6")),
        Part("fuzz", ("--minutes", "6")),
        Part("month"),
        Part("endurance"),
    ),
)


def main() -> None:
    """Run the named proofs, all without names."""
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="these only")
    parser.add_argument("--limit", type=float, default=LIMIT_MINUTES, help="minutes after which all that runs is ended")
    asked = parser.parse_args()
    lanes = _lanes_of(asked.names, parser)
    began = read_steady()
    ended = Lanes(LOGS, partial(print, flush=True)).run(lanes, asked.limit * 60)
    text = summary(ended, (read_steady() - began) / 60_000_000)
    (LOGS / "summary.txt").write_text(text, encoding="utf-8")
    print(f"\n{text}", end="")
    codes = {one.code for one in ended}
    raise SystemExit(1 if codes - {0, UNKNOWN} else UNKNOWN if UNKNOWN in codes else 0)


def summary(ended: Sequence[Ended], minutes: float) -> str:
    """What held, how long it took, and where to read on."""
    lines = [
        f"{one.name:<10} {one.outcome:<12} {one.minutes:>5.1f} min  {one.log}  {one.last}".rstrip() for one in ended
    ]
    failed = sum(one.code not in {0, UNKNOWN} for one in ended)
    unknown = sum(one.code == UNKNOWN for one in ended)
    verdict = f"{failed} did not hold" if failed else "all held"
    lines.append(f"{verdict}{f', {unknown} cannot be had here' if unknown else ''}, {minutes:.1f} min")
    return "\n".join(lines) + "\n"


def _lanes_of(names: Sequence[str], parser: argparse.ArgumentParser) -> list[list[Part]]:
    known = [part.name for lane in LANES for part in lane]
    for name in names:
        if name not in known:
            parser.error(f"{name} is no proof; there are {', '.join(known)}")
    return [[part for part in lane if not names or part.name in names] for lane in LANES]


if __name__ == "__main__":
    main()
