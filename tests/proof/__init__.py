"""Proofs that take long, run by hand or by night: `python -m tests.proof.faults`."""
