"""How benchmarks say what they found: a table, the goals, the versions."""

import platform
import sqlite3
import sys
from importlib.metadata import version


def heading(title: str, *packages: str) -> None:
    """The title, and the versions that the figures are of."""
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    say(f"\n{title}")
    say(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}{', ' if versions else ''}{versions}")


def goal(what: str, reached: float, wanted: float, *, at_most: bool = False) -> None:
    """Whether a ratio meets its goal."""
    met = reached <= wanted if at_most else reached >= wanted
    say(f"goal: {what} {'<=' if at_most else '>='} {wanted:g}: {reached:.2f} {'met' if met else 'MISSED'}")


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
