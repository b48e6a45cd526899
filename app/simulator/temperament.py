"""How one agent works: its mode, its luck, its pace and its patience."""

import math
from dataclasses import dataclass, replace
from random import Random

from app.wire.dialer import DialingMode

MINUTE = 60.0
AUTO_DIAL_DELAY_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Temperament:
    """One agent's habits. Times are seconds; rates are probabilities a call or a try.

    Talk is log-normal (Brown et al., "Statistical Analysis of a Telephone Call Center", JASA 100, 2005, section 4):
    `talk_s` is its median and `talk_spread` the standard deviation of its logarithm. `delay_s` is the dialer's own
    pause before it asks again, set to the specification's `autoDialDelay` by all but impatient agents. Those wait out a
    refusal only with probability `obedience`; else they try again every `nag_s`, `burst` times at most.
    """

    mode: DialingMode
    lines: int
    answer_rate: float
    talk_s: float
    talk_spread: float
    wrap_up_s: float
    think_s: float
    delay_s: float
    obedience: float
    burst: int
    nag_s: float
    reports_ringing: bool
    not_placed_rate: float
    break_every_s: float
    break_s: float
    shift_s: float
    away_s: float


def draw_temperament(chance: Random) -> Temperament:
    """One agent of a realistic floor.

    Of a hundred agents about sixty dial power, twenty-five preview and fifteen predictive; eighteen are fast enough to
    reach their hourly limit, ten nag when they are refused, and three nag so hard that they reach the API's.
    """
    mode: DialingMode = chance.choices(("power", "preview", "predictive"), (60, 25, 15))[0]
    usual = Temperament(
        mode=mode,
        lines=chance.choice((2, 3, 3, 4)) if mode == "predictive" else 1,
        answer_rate=chance.uniform(0.18, 0.34),
        talk_s=chance.uniform(55, 120),
        talk_spread=chance.uniform(0.6, 0.9),
        wrap_up_s=chance.uniform(8, 25),
        think_s=chance.uniform(15, 45) if mode == "preview" else chance.uniform(0.5, 6),
        delay_s=AUTO_DIAL_DELAY_S,
        obedience=0.95,
        burst=3,
        nag_s=4.0,
        reports_ringing=chance.random() < 0.6,
        not_placed_rate=chance.uniform(0.005, 0.03),
        break_every_s=chance.uniform(50, 110) * MINUTE,
        break_s=chance.uniform(4, 12) * MINUTE,
        shift_s=chance.uniform(150, 280) * MINUTE,
        away_s=chance.uniform(5, 40) * MINUTE,
    )
    return _coloured(usual, chance)


def _coloured(usual: Temperament, chance: Random) -> Temperament:
    draw = chance.random()
    if draw < 0.18:
        return replace(
            usual,
            answer_rate=chance.uniform(0.08, 0.15),
            talk_s=chance.uniform(25, 50),
            wrap_up_s=chance.uniform(2, 5),
            think_s=chance.uniform(0.2, 1),
            reports_ringing=False,
        )
    if draw < 0.28:
        return replace(usual, obedience=0.25, burst=8, nag_s=chance.uniform(1.5, 4), think_s=0.5, delay_s=0.7)
    if draw < 0.31:
        return replace(
            usual, obedience=0.0, burst=75, nag_s=0.5, answer_rate=0.1, talk_s=25.0, think_s=0.2, delay_s=0.1
        )
    return usual


def talk_time(median_s: float, spread: float, chance: Random) -> float:
    """Seconds of one conversation, log-normal, cut to between 3 s and 40 minutes."""
    return min(40 * MINUTE, max(3.0, chance.lognormvariate(math.log(median_s), spread)))
