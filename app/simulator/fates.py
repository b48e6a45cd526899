"""What becomes of one dialed number, by realistic odds: all of it drawn before the phone rings."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from app.simulator.temperament import Temperament, talk_time

LEAST_RING_S = 15.0
"""An unanswered call may not be cut earlier: 47 CFR 64.1200(a)(6)."""

Ending = Literal["answered", "voicemail", "no_answer", "busy", "failed", "not_placed"]

# Relative weights of what a conversation ends in, and how long it lasts against the agent's median.
_TALKS = {
    "not_interested": (46, 0.45),
    "interested": (17, 1.5),
    "callback": (15, 0.8),
    "answered": (8, 0.7),
    "do_not_call": (5, 0.25),
    "wrong_number": (5, 0.2),
    "converted": (4, 2.4),
}
_NO_TALKS: dict[Ending, int] = {"no_answer": 50, "voicemail": 38, "busy": 7, "failed": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """One line's end: after `ring_s` seconds this happens, then `talk_s` of talk, then the agent's `disposition`.

    `disposition` is None for a call that was not placed: there is nothing to report about a person.
    """

    ending: Ending
    ring_s: float
    talk_s: float
    disposition: str | None


def draw_fate(habits: Temperament, chance: Random) -> Fate:
    """The fate of the next number this agent dials."""
    if chance.random() < habits.not_placed_rate:
        return Fate(ending="not_placed", ring_s=chance.uniform(0.3, 1.5), talk_s=0.0, disposition=None)
    if chance.random() < habits.answer_rate:
        return _answered(habits, chance)
    ending = chance.choices(tuple(_NO_TALKS), tuple(_NO_TALKS.values()))[0]
    ring_s, talk_s = _without_talk(ending, chance)
    disposition = "voicemail" if ending == "voicemail" else "no_answer"
    return Fate(ending=ending, ring_s=ring_s, talk_s=talk_s, disposition=disposition)


def _answered(habits: Temperament, chance: Random) -> Fate:
    weights = tuple(weight for weight, _ in _TALKS.values())
    disposition = chance.choices(tuple(_TALKS), weights)[0]
    median_s = habits.talk_s * _TALKS[disposition][1]
    return Fate(
        ending="answered",
        ring_s=chance.uniform(4, 18),
        talk_s=talk_time(median_s, habits.talk_spread, chance),
        disposition=disposition,
    )


def _without_talk(ending: Ending, chance: Random) -> tuple[float, float]:
    match ending:
        case "voicemail":
            # Machines pick up after four or five rings; some agents leave a message.
            return chance.uniform(16, 24), chance.choice((1.0, 1.5, 2.0, 14.0))
        case "busy" | "failed":
            return chance.uniform(1.5, 4), 0.0
        case _:
            return chance.uniform(LEAST_RING_S, 27), 0.0
