"""The throttle engine: pure arithmetic over instants, limits and calls.

Knows no clock, store, transport, thread or log; the same inputs give the same verdict everywhere.
"""
