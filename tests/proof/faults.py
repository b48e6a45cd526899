"""Every fault in turn, each injected for real: `python -m tests.proof.faults [--rounds N] [--only NAME] [--seed S]`.

Prints each round and a table at the end, and writes it to build/proof/faults.json. The exit code is 0 if all held.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.proof.fault_list import fault_list
from tests.proof.fault_report import report
from tests.proof.outcome import Fault, Outcome, Round
from tests.proof.site import Made, ProofFailed, make


def main() -> int:
    """Run what is asked for."""
    asked = _asked()
    # Commands print their tables in one line a row.
    os.environ["COLUMNS"] = "500"
    place = Path(tempfile.mkdtemp(prefix="dialfloor-faults-"))
    seed = asked.seed or f"{random.SystemRandom().getrandbits(32):08x}"
    print(f"seed {seed}; work in {place}", flush=True)
    try:
        made = make(place)
        chosen = [fault for fault in fault_list() if not asked.only or fault.name in asked.only]
        outcomes = [_run(fault, made, place, seed, asked.rounds) for fault in chosen]
    finally:
        shutil.rmtree(place, ignore_errors=True)
    report(chosen, outcomes, seed, asked.write)
    return 0 if all(outcome.holds for outcome in outcomes) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.proof.faults", description=__doc__)
    parser.add_argument("--rounds", type=int, help="so many rounds of each fault at most; without it, a night's")
    parser.add_argument("--only", action="append", metavar="NAME", help="this fault only; may be given several times")
    parser.add_argument("--seed", help="the seed that an earlier run printed")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table between its marks in this page")
    return parser.parse_args()


def _run(fault: Fault, made: Made, place: Path, seed: str, most: int | None) -> Outcome:
    outcome = Outcome(fault=fault.name)
    rounds = min(fault.nightly, most) if most else fault.nightly
    began = time.monotonic()
    for number in range(1, rounds + 1):
        turn = Round(
            place=place / f"{fault.name}-{number}",
            seed=f"{seed}-{fault.name}-{number}",
            number=number,
            of=rounds,
            outcome=outcome,
            is_short=most is not None,
        )
        turn.place.mkdir()
        before = len(outcome.broken)
        try:
            fault.run(made, turn)
        except ProofFailed as failed:
            outcome.broken.append(f"{turn.seed}: {failed}")
        except Exception:  # noqa: BLE001 -- a round that cannot be run is told of, and the others still are
            outcome.broken.append(f"{turn.seed}: {traceback.format_exc()}")
        _say(fault, turn, outcome, before)
        if number not in (1, rounds) or fault.nightly == 1:
            shutil.rmtree(turn.place, ignore_errors=True)
    outcome.seconds = round(time.monotonic() - began, 1)
    return outcome


def _say(fault: Fault, turn: Round, outcome: Outcome, before: int) -> None:
    told = f"{fault.name} {turn.number}/{turn.of}: {outcome.acknowledged} acknowledged, {outcome.lost} lost, "
    print(f"{told}{outcome.passed} limits passed, {outcome.refused_503} x 503  {outcome.note}", flush=True)
    for sentence in outcome.broken[before:]:
        print(f"  BROKEN {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
