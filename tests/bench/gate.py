"""Whether anything got slower: ratios against the floors of `floors.toml`, `python -m tests.bench --gate`.

A ratio is ours to a yardstick of the same round, so that a slow machine slows both; of the rounds, in which they take
turns, the median counts. A gate knows no times. It only judges here: what is measured is in `gate_measures`.
"""

import statistics
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from tests.bench.report import say

FLOORS = Path(__file__).with_name("floors.toml")

Measure = Callable[[], Sequence[float]]
"""The rounds' ratios of one thing, ours to its yardstick."""


class Floor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a ratio was when it was good: it may fall by `tolerance`, a share of it, or rise by that if `at_most`."""

    name: str
    ratio: float
    tolerance: float
    command: str
    why: str
    at_most: bool = False

    @property
    def bound(self) -> float:
        """The worst that passes."""
        return self.ratio * (1 + self.tolerance if self.at_most else 1 - self.tolerance)

    def is_broken_by(self, reached: float) -> bool:
        """Whether a ratio is worse than the bound; one that is no number is."""
        return not (reached <= self.bound if self.at_most else reached >= self.bound)


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    floor: list[Floor]


def read_floors(path: Path = FLOORS) -> list[Floor]:
    """The floors of a file. Raises `msgspec.ValidationError` for one that is not complete."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File).floor


def worse(floors: Sequence[Floor], measures: Mapping[str, Measure]) -> Iterator[str]:
    """What got worse, a sentence each; a floor that nothing measures is worse, and a measure without a floor too."""
    for floor in floors:
        measure = measures.get(floor.name)
        if measure is None:
            yield f"{floor.name}: nothing measures it"
            continue
        rounds = measure()
        reached = statistics.median(rounds) if rounds else float("nan")
        broken = floor.is_broken_by(reached)
        sign = "<=" if floor.at_most else ">="
        line = f"{floor.name}: {reached:.3g}, wanted {sign} {floor.bound:.3g} (was {floor.ratio:g})"
        say(f"{line}  {'WORSE' if broken else 'kept'}  [{', '.join(f'{one:.3g}' for one in rounds)}]")
        if broken:
            yield f"{line}. Look with: {floor.command}. {floor.why}"
    known = {floor.name for floor in floors}
    yield from (f"{name}: floors.toml has no floor for it" for name in measures if name not in known)


def run(floors: Sequence[Floor], measures: Mapping[str, Measure]) -> int:
    """Measure all and say what got worse; the exit code, 1 if anything did."""
    found = list(worse(floors, measures))
    for sentence in found:
        say(f"WORSE {sentence}")
    say(f"the gate: {len(floors)} ratios, {len(found)} worse")
    return 1 if found else 0


def main() -> int:
    """The checked-in floors against this tree."""
    from tests.bench.gate_measures import MEASURES

    return run(read_floors(), MEASURES)
