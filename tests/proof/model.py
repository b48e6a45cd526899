"""The engine's model at length: 100,000 steps of `tests.property.test_floor_machine`, from a seed that is printed.

`python -m tests.proof.model [--steps 100000] [--seed N]`; a failure prints the shortest dialogue that was found.
"""

import argparse
import random

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from app.clock import read_steady
from tests.property.test_floor_machine import FloorMachine

STORY = 100
"""Steps a story has."""


class Tally:
    """What was told, over all stories."""

    def __init__(self) -> None:
        self.stories = 0
        self.decisions = 0

    def machine(self) -> type[FloorMachine]:
        """The machine, counting into this."""
        tally = self

        class Counted(FloorMachine):
            def teardown(self) -> None:
                tally.stories += 1
                tally.decisions += self.story.decisions
                super().teardown()

        return Counted


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument(
        "--raw", action="store_true", help="print the first failure as it is, without looking for a shorter one"
    )
    asked = parser.parse_args()
    tally, began = Tally(), read_steady()
    print(f"seed {asked.seed}", flush=True)
    phases = (Phase.generate,) if asked.raw else (Phase.generate, Phase.shrink)
    told = settings(
        max_examples=max(1, asked.steps // STORY),
        stateful_step_count=STORY,
        deadline=None,
        database=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(asked.seed)(tally.machine()), settings=told)
    seconds = (read_steady() - began) / 1_000_000
    steps = tally.stories * STORY
    print(f"{tally.stories} stories, {steps:,} steps, {tally.decisions:,} decisions: 0 wrong, {seconds:.0f} s")


if __name__ == "__main__":
    main()
