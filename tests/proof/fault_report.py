"""The table of faults: printed, kept as JSON, and written between two marks of docs/reliability.md if asked."""

import json
import os
import platform
from collections.abc import Sequence
from pathlib import Path

from tests.proof.outcome import Fault, Outcome

RESULT = Path("build/proof/faults.json")
BEGIN, END = "<!-- faults: written by python -m tests.proof.faults --write -->\n", "<!-- faults: end -->"


def report(faults: Sequence[Fault], outcomes: Sequence[Outcome], seed: str, page: Path | None) -> None:
    """Print and keep what came of the faults, and write it into the page if one is named."""
    table = _table({fault.name: fault.what for fault in faults}, outcomes)
    machine = f"{platform.system()} {platform.release()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"\n{table}\n{machine}; seed {seed}; written to {RESULT}")
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    found = {"seed": seed, "machine": machine, "faults": [outcome.as_json() for outcome in outcomes]}
    RESULT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if page is not None:
        before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        page.write_text(f"{before}{BEGIN}\n{table}\n{machine}; seed `{seed}`.\n\n{END}{after}", encoding="utf-8")


def _table(what: dict[str, str], outcomes: Sequence[Outcome]) -> str:
    lines = [
        "| fault | what is done | rounds | acknowledged | lost | limits passed | 503 | holds | seen |",
        "|---|---|--:|--:|--:|--:|--:|---|---|",
    ]
    for one in outcomes:
        holds = "yes" if one.holds else "**no**"
        counts = f"{one.rounds} | {one.acknowledged:,} | {one.lost} | {one.passed} | {one.refused_503:,}"
        lines.append(f"| `{one.fault}` | {what[one.fault]} | {counts} | {holds} | {one.note} |")
    total = f"{sum(one.rounds for one in outcomes)} | {sum(one.acknowledged for one in outcomes):,}"
    total += f" | {sum(one.lost for one in outcomes)} | {sum(one.passed for one in outcomes)}"
    lines.append(f"| | all | {total} | {sum(one.refused_503 for one in outcomes):,} | | |")
    return "\n".join(lines) + "\n"
