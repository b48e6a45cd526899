"""CSV in and out, and evidence, streamed: a file of any length costs the same memory.

Knows formats and rules, not where rows come from: whoever wires hands in iterators.
"""
