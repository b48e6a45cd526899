"""Coverage-guided fuzzing of every parser that meets input of strangers, each in a process of its own.

`python -m tests.proof.fuzz [--minutes N] [--only NAME] [--seed N]`. Inputs that were worth keeping stay in
build/proof/corpus and are the start of the next run; what breaks a parser is in build/proof/crashes, and the exit code
is 1. Bounds: 20 s and 2 GB for any one input.
"""

import argparse
import random
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from app.clock import read_steady
from tests.fakes.hostile_parsers import PARSERS

PLACE = Path("build/proof")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuzzed:
    """What came of one parser."""

    name: str
    executions: int
    kept: int
    seconds: float
    code: int


def main() -> None:
    """Fuzz for so many minutes in all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0, help="in all")
    parser.add_argument("--only", action="append", choices=[one.name for one in PARSERS])
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 1 << 31))
    asked = parser.parse_args()
    names = asked.only or [one.name for one in PARSERS]
    print(f"seed {asked.seed}", flush=True)
    results = []
    for name in names:
        results.append(fuzz(name, asked.seed, max(5, round(asked.minutes * 60 / len(names)))))
        one = results[-1]
        end = "holds" if one.code == 0 else f"FAILED ({one.code}), see build/proof/crashes and fuzz-{name}.txt"
        print(f"{name:<16} {one.executions:>10,} inputs {one.kept:>6,} kept {one.seconds:6.0f} s  {end}", flush=True)
    hours = sum(one.seconds for one in results) / 3_600
    print(f"{sum(one.executions for one in results):,} inputs in {hours:.2f} hours")
    raise SystemExit(any(one.code != 0 or one.executions == 0 for one in results))


def fuzz(name: str, seed: int, seconds: int) -> Fuzzed:
    """One parser for so many seconds."""
    corpus, crashes = PLACE / "corpus" / name, PLACE / "crashes"
    for folder in (corpus, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(next(one for one in PARSERS if one.name == name).seeds):
        (corpus / f"seed-{number}").write_bytes(content)
    command = [sys.executable, "-m", "tests.proof.fuzz_one", name, str(corpus), f"-artifact_prefix={crashes}/{name}-"]
    bounds = ["-timeout=20", "-rss_limit_mb=2048", "-max_len=200000", "-print_final_stats=1"]
    began = read_steady()
    done = subprocess.run(
        [*command, *bounds, f"-max_total_time={seconds}", f"-seed={seed}"],
        capture_output=True,
        text=True,
        errors="replace",
        timeout=seconds + 120,
        check=False,
    )
    (PLACE / f"fuzz-{name}.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    ran = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    return Fuzzed(
        name=name,
        executions=int(ran[1]) if ran is not None else 0,
        kept=sum(1 for _ in corpus.iterdir()),
        seconds=(read_steady() - began) / 1_000_000,
        code=done.returncode,
    )


if __name__ == "__main__":
    main()
