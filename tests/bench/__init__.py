"""Benchmarks: each prints ratios of ours to a yardstick of the same run. `python -m tests.bench` runs them all."""
