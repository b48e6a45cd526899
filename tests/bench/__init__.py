"""Benchmarks: each prints ratios of ours to a yardstick taken in the same run. `python -m tests.bench` runs them all."""
