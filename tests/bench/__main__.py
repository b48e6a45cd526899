"""The benchmarks: `python -m tests.bench [NAME ...]`, without names all that are affordable; `--gate` is the gate."""

import importlib
import signal
import sys
import time

from tests.bench.report import say

NAMES = (
    "decisions",
    "peers_exact",
    "restart",
    "http_decisions",
    "http_peers",
    "postgres_counts",
    "cost_agents",
    "cost_log",
    "decision_cpu",
    "alert_looks",
    "window_frame",
    "heat_frame",
    "window_scale",
    "window_start",
    "window_beside_engine",
    "may_call",
    "national_list",
    "own_lists",
    "lawful_queue",
    "export_rows",
)
LONG = (
    ("cost_log 10000000", "30 min, 5 GB on the disk; as `python -m tests.bench.cost_log 10000000`"),
    ("log_search", "3 min: 2,000,000 calls"),
    ("window_memory", "10 min: an hour of batches"),
    ("national_list 258000000", "3 min, 4 GB on the disk; as `python -m tests.bench.national_list 258000000`"),
    ("export_rows 10000000", "10 min, 6 GB on the disk; as `python -m tests.bench.export_rows 10000000 --window`"),
)


def main() -> None:
    """Run the named benchmarks, or the affordable ones, saying which take long; or the gate, which ends the process."""
    if "--gate" in sys.argv:
        from tests.bench import gate

        sys.exit(gate.main())
    # A bench that is ended takes its servers with it: PostgreSQL is nobody's child.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    names, sys.argv[1:] = sys.argv[1:], []
    began = time.perf_counter()
    for name in names or NAMES:
        start = time.perf_counter()
        importlib.import_module(f"tests.bench.{name}").main()
        say(f"({name}: {time.perf_counter() - start:.0f} s)")
    if not names:
        say(f"\nAll of these took {(time.perf_counter() - began) / 60:.0f} min. Those that take long, each by itself:")
        for name, cost in LONG:
            say(f"  python -m tests.bench {name}: {cost}")


if __name__ == "__main__":
    main()
