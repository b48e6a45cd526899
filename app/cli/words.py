"""Counts in the sentences of commands."""


def counted(number: int, noun: str) -> str:
    """`1 row`, `1,240 rows`: a count and its noun, for nouns that take an s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
