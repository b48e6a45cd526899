"""The reports of one hand-out of contacts, as a timeline: pure, from fates to requests and their moments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from app.client.dialer_requests import CallStatus, DialerRequest, Disposition
from app.simulator.fates import Fate
from app.simulator.temperament import Temperament

OVERFLOW_TAKEN = 0.65
"""How often a free colleague takes a predictive call that the agent cannot; the rest are abandoned."""
ABANDON_AFTER_S = 2.0
"""A live person without an agent for two seconds is an abandoned call: 47 CFR 64.1200(a)(7)(i)."""
LIVE = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One contact that was handed out, and the call that it was charged as."""

    call_id: str
    contact_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A request and its moment, in seconds after the hand-out."""

    at_s: float
    request: DialerRequest


def write_script(
    session_id: str, lines: Sequence[Line], fates: Sequence[Fate], habits: Temperament, chance: Random
) -> list[Cue]:
    """The reports for these lines, in order of time.

    The first line that a person answers is the agent's; a later one is a colleague's or is abandoned.
    """
    first = min((fate.ring_s for fate in fates if fate.ending == LIVE), default=None)
    cues: list[Cue] = []
    for line, fate in zip(lines, fates, strict=True):
        if fate.ending == LIVE and fate.ring_s != first and chance.random() > OVERFLOW_TAKEN:
            cues += _abandoned(line, fate)
        else:
            cues += _one_line(session_id, line, fate, habits, chance)
    return sorted(cues, key=lambda cue: cue.at_s)


def _abandoned(line: Line, fate: Fate) -> Iterator[Cue]:
    yield Cue(at_s=fate.ring_s, request=CallStatus(call_id=line.call_id, status="answered"))
    yield Cue(at_s=fate.ring_s + ABANDON_AFTER_S, request=CallStatus(call_id=line.call_id, status="abandoned"))


def _one_line(session_id: str, line: Line, fate: Fate, habits: Temperament, chance: Random) -> Iterator[Cue]:
    if habits.reports_ringing and fate.ending != "not_placed":
        at_s = min(0.8, fate.ring_s / 2)
        yield Cue(at_s=at_s, request=CallStatus(call_id=line.call_id, status="ringing"))
    talked = round(fate.talk_s)
    end_s = fate.ring_s + fate.talk_s
    if fate.ending == LIVE:
        yield Cue(at_s=fate.ring_s, request=CallStatus(call_id=line.call_id, status="answered"))
        done = CallStatus(call_id=line.call_id, status="completed", duration=talked)
        yield Cue(at_s=end_s, request=done)
    else:
        yield Cue(at_s=end_s, request=CallStatus(call_id=line.call_id, status=fate.ending))
    if fate.disposition is not None:
        # A machine's end is disposed of by the dialer at once, a talk by the agent after its wrap-up.
        wrap_s = habits.wrap_up_s * chance.uniform(0.5, 1.6) if fate.ending == LIVE else 0.2
        yield Cue(
            at_s=end_s + wrap_s,
            request=Disposition(
                session_id=session_id,
                contact_id=line.contact_id,
                disposition=fate.disposition,
                call_id=line.call_id,
                duration=talked,
            ),
        )
