"""What came of the rounds of one fault, for the table."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.proof.callers import Told
from tests.proof.ledger import Found
from tests.proof.site import Made

MOST_SENTENCES = 5


@dataclass(slots=True, kw_only=True)
class Outcome:
    """The sum of a fault's rounds. `broken` are sentences on anything that did not hold, with the seed."""

    fault: str
    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    passed: int = 0
    refused_503: int = 0
    note: str = ""
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, no limit passed, and all else held."""
        return not (self.lost or self.passed or self.broken)

    def take(self, seed: str, found: Found, told: Told | None = None) -> None:
        """Add one round."""
        self.rounds += 1
        self.acknowledged += found.acknowledged
        self.lost += len(found.lost)
        self.passed += len(found.passed)
        self.broken += [f"{seed}: {sentence}" for sentence in (found.lost + found.passed)[:MOST_SENTENCES]]
        if told is not None:
            self.refused_503 += told.statuses[503]
            self.broken += [f"{seed}: {sentence}" for sentence in told.faults[:MOST_SENTENCES]]

    def as_json(self) -> dict[str, Any]:
        """For build/proof/faults.json."""
        return {**asdict(self), "holds": self.holds}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: its name on the command line, what it is, how many rounds a night has, and how a round is run.

    `run` is given the folder to copy, an empty place of its own, and the seed; it adds to the outcome.
    """

    name: str
    what: str
    nightly: int
    run: Callable[[Made, "Round"], None]


@dataclass(slots=True, kw_only=True)
class Round:
    """What a round knows of itself. A short one does not take the minutes that a night has."""

    place: Path
    seed: str
    number: int
    of: int
    outcome: Outcome
    is_short: bool = False
