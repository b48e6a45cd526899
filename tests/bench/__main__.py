"""Every benchmark in turn: `python -m tests.bench [NAME ...]`."""

import importlib
import sys

NAMES = (
    "decisions",
    "peers_exact",
    "restart",
    "http_decisions",
    "http_peers",
    "postgres_counts",
    "alert_looks",
    "window_frame",
    "heat_frame",
    "log_search",
    "window_scale",
    "window_start",
    "window_beside_engine",
    "window_memory",
    "may_call",
    "national_list",
    "own_lists",
    "lawful_queue",
    "export_rows",
)


def main() -> None:
    """Run the named benchmarks, all without names."""
    for name in sys.argv[1:] or NAMES:
        importlib.import_module(f"tests.bench.{name}").main()


if __name__ == "__main__":
    main()
