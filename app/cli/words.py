"""Words that commands share: counts in sentences, and who is at the shell."""

import getpass

NATIONAL_STAYS = "None of it is in force; a list that was before still is"
"""What an import of a national list that came to nothing leaves; there may have been no list before it."""


def counted(number: int, noun: str) -> str:
    """`1 row`, `1,240 rows`: a count and its noun, for nouns that take an s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def who() -> str:
    """The person at this machine, for the audit trail; a container may have no name for its user."""
    try:
        return f"{getpass.getuser()} (command line)"
    except (KeyError, OSError):
        return "command line"
