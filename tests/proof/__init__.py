"""What takes minutes to prove: each module runs by itself, as `python -m tests.proof.model`; pytest collects none."""
