"""`python -m app`: the command `dialfloor`."""

import os

from app.cli.main import main as commands

FOR_OWNER_ONLY = 0o077
"""What no file that this program makes allows, whatever the shell allows: each may hold people's numbers."""


def main() -> None:
    """Run the command; the engine, its children and the window inherit the mask."""
    os.umask(FOR_OWNER_ONLY)
    commands()


if __name__ == "__main__":
    main()
