"""The agents of a simulated floor: who they are, how they work, and the brain of each, all from one seed."""

from dataclasses import dataclass
from itertools import islice
from random import Random

from app.simulator.brain import Day
from app.simulator.presence import OpenSession
from app.simulator.resource_lists import full_names, read_lines
from app.simulator.steps import Brain
from app.simulator.temperament import Temperament, draw_temperament


@dataclass(frozen=True, slots=True, kw_only=True)
class CrewMember:
    """One simulated agent; `number` counts from 0 and names it to a `Transport`."""

    number: int
    name: str
    habits: Temperament
    seed: str


def make_crew(agents: int, seed: int) -> tuple[CrewMember, ...]:
    """That many agents with distinct names; a larger crew of the same seed begins with the same people."""
    names = islice(full_names(Random(f"{seed}/names")), agents)
    return tuple(_member(number, name, seed) for number, name in enumerate(names))


def _member(number: int, name: str, seed: int) -> CrewMember:
    habits = draw_temperament(Random(f"{seed}/habits/{number}"))
    return CrewMember(number=number, name=name, habits=habits, seed=f"{seed}/day/{number}")


def brain_of(
    member: CrewMember, campaign_id: str | None, arrives_within_s: float, taken_up: OpenSession | None = None
) -> Brain:
    """A fresh brain; the same member, campaign, arrival and open session always give the same one."""
    return Day(member.habits, Random(member.seed), campaign_id, arrives_within_s, taken_up).live()


def campaign_names(campaigns: int) -> tuple[str, ...]:
    """Names for that many campaigns, distinct and stable."""
    names = read_lines("campaigns.txt")
    return tuple(
        names[number % len(names)] + (f" {number // len(names) + 1}" if number >= len(names) else "")
        for number in range(campaigns)
    )
