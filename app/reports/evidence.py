"""Proves that the log is what was written: its chain, the rows under it, and the signed heads that tell of it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from app.engine.log_rows import EvidenceFault
from app.reports.replay import Offence, Pass
from app.reports.verification import Checked, first_offence


class Chained(Protocol):
    """The chain of a log and the rows under it."""

    records: int
    leaves: int

    def chain(self) -> Iterator[EvidenceFault]:
        """The first thing that is wrong with the chain."""
        ...

    def rows(self) -> Iterator[EvidenceFault]:
        """What is wrong with the rows under it, once `chain` was gone through."""
        ...


class Headed(Protocol):
    """The signed heads of a log."""

    heads: int

    def faults(self) -> Iterator[EvidenceFault]:
        """What they tell of that is not so."""
        ...


def verify_evidence(chained: Chained, headed: Headed) -> Iterator[Checked]:
    """Every check of the evidence, each as it ends."""
    broken = _first("evidence.chain", chained.chain())
    yield Checked(
        rules=("evidence.chain",),
        what="chain records, numbered without gaps and hash-whole",
        outcome=broken or Pass(records=chained.records),
    )
    changed = _first("evidence.rows", chained.rows())
    yield Checked(
        rules=("evidence.rows",),
        what="chained facts, each as it was written",
        outcome=changed or Pass(records=chained.leaves),
    )
    unlike = _first("evidence.heads", headed.faults())
    yield Checked(
        rules=("evidence.heads",),
        what="signed heads and day roots, held against the chain",
        outcome=unlike or Pass(records=headed.heads),
    )


def first_of_all(checks: list[Checked]) -> Offence | None:
    """What is wrong first: the chain itself, a row under it, a head of it; then the earliest rule that was broken.

    What was changed afterwards comes first because a replay of it proves nothing.
    """
    for check in checks:
        if check.rules[0].startswith("evidence.") and isinstance(check.outcome, Offence):
            return check.outcome
    return first_offence(checks)


def _first(rule: str, faults: Iterable[EvidenceFault]) -> Offence | None:
    """The earliest fault as an offence. All are gone through: a check goes on from where the one before it ended."""
    fault = min(faults, key=lambda one: one.at, default=None)
    return fault and Offence(rule=rule, record=fault.record, at=fault.at, sentence=fault.sentence)
