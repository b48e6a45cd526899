"""Every proof in turn, each a process of its own, and what came of it: `python -m tests.proof [NAME ...]`."""

import subprocess
import sys

from app.clock import read_steady

NAMES = ("model", "month", "faults")


def main() -> None:
    """Run the named proofs, all without names; the exit code is 1 if one of them failed."""
    ends: list[tuple[str, int, float]] = []
    for name in sys.argv[1:] or NAMES:
        print(f"== {name}", flush=True)
        began = read_steady()
        code = subprocess.run([sys.executable, "-m", f"tests.proof.{name}"], check=False).returncode
        ends.append((name, code, (read_steady() - began) / 60_000_000))
    for name, code, minutes in ends:
        print(f"{name:<8} {'held' if code == 0 else f'FAILED ({code})':<12} {minutes:.1f} min")
    raise SystemExit(1 if any(code for _, code, _ in ends) else 0)


if __name__ == "__main__":
    main()
