"""How a command that the engine runs as its child makes room: decisions and windows come first."""

import os

LONG_WORK = 5
"""A third of the share of whoever wants the same core: nobody waits for a file as a dialer waits for its contact."""

PREVIEW = 10
"""No decision waits for a preview either, and it is computed anew at the next keystroke."""


def stand_back(by: int = LONG_WORK) -> None:
    """Lower this process's priority, and that of all it starts; Windows has no such scale."""
    if hasattr(os, "nice"):
        os.nice(by)
