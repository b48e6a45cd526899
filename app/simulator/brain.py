"""One agent's working day as a generator: no clock, no I/O; same seed and same outcomes, same steps."""

from collections.abc import Generator, Iterator
from random import Random

from app.client.dialer_requests import DialerRequest, NextContact, Pause, Resume, Start, Status, Stop
from app.client.outcomes import Answered, AnyOutcome, DialerAnswer
from app.simulator.fates import draw_fate
from app.simulator.patience import Again, Turn, react
from app.simulator.presence import OpenSession
from app.simulator.script import Line, write_script
from app.simulator.steps import Brain, Step, Wait
from app.simulator.temperament import Temperament
from app.wire.dialer import NextContactAnswer, StartAnswer, StatusAnswer

REPORT_TRIES = 3
REPORT_PATIENCE_S = 90.0
LOOK_AGAIN_S = 25.0

Asking = Generator[Step, AnyOutcome | None, DialerAnswer | Turn]
Doing = Generator[Step, AnyOutcome | None, Turn | None]


class Day:
    """The state of one agent's day. `live()` is its brain."""

    def __init__(
        self,
        habits: Temperament,
        chance: Random,
        campaign_id: str | None,
        arrives_within_s: float,
        taken_up: OpenSession | None = None,
    ) -> None:
        self._taken_up = taken_up
        self._habits = habits
        self._chance = chance
        self._campaign_id = campaign_id
        self._arrives_within_s = arrives_within_s
        self._at_s = 0.0

    def live(self) -> Brain:
        """Arrives, then works shift after shift until the engine will not have the agent any more."""
        yield from self._wait(self._chance.uniform(0, self._arrives_within_s))
        if self._taken_up is not None:
            ended = yield from self._take_up(self._taken_up)
            if ended is Turn.GO_HOME:
                return
        while True:
            start = Start(mode=self._habits.mode, campaign_id=self._campaign_id)
            started = yield from self._insist(start)
            if started is Turn.GO_HOME:
                return
            if isinstance(started, StartAnswer):
                ended = yield from self._work_shift(started.session.id)
                if ended is Turn.GO_HOME:
                    return
            yield from self._wait(self._chance.uniform(5, 60))

    def _take_up(self, session: OpenSession) -> Doing:
        """Goes on with a session that an earlier run left open, out of its break if it was in one."""
        if session.is_paused:
            yield from self._wait(self._chance.uniform(0, self._habits.break_s / 2))
            resumed = yield from self._insist(Resume(session_id=session.id))
            if isinstance(resumed, Turn):
                return resumed
        return (yield from self._work_shift(session.id))

    def _work_shift(self, session_id: str) -> Doing:
        until = self._at_s + self._habits.shift_s
        rest_at = self._at_s + self._habits.break_every_s
        while self._at_s < until:
            if self._at_s >= rest_at:
                ended = yield from self._take_break(session_id)
                rest_at = self._at_s + self._habits.break_every_s
            else:
                ended = yield from self._work_contact(session_id)
            if ended is Turn.SESSION_LOST:
                ended = yield from self._look(session_id)
            if ended is not None:
                return ended
        stopped = yield from self._insist(Stop(session_id=session_id))
        yield from self._wait(self._habits.away_s)
        return stopped if isinstance(stopped, Turn) else None

    def _take_break(self, session_id: str) -> Doing:
        paused = yield from self._insist(Pause(session_id=session_id))
        if isinstance(paused, Turn):
            return paused
        yield from self._wait(self._habits.break_s * self._chance.uniform(0.7, 1.4))
        resumed = yield from self._insist(Resume(session_id=session_id))
        return resumed if isinstance(resumed, Turn) else None

    def _work_contact(self, session_id: str) -> Doing:
        # In preview the agent reads the contact's page first; asking later keeps the ring timer from closing the call.
        yield from self._wait(self._habits.delay_s + self._habits.think_s * self._chance.uniform(0.5, 1.8))
        lines = self._habits.lines if self._habits.mode == "predictive" else None
        answer = yield from self._insist(NextContact(session_id=session_id, lines=lines))
        if isinstance(answer, Turn):
            return answer
        if not isinstance(answer, NextContactAnswer) or answer.contact is None:
            yield from self._wait(self._chance.uniform(20, 60))
            return None
        yield from self._dial(session_id, list(_lines_of(answer)))
        return None

    def _dial(self, session_id: str, lines: list[Line]) -> Generator[Step, AnyOutcome | None, None]:
        fates = [draw_fate(self._habits, self._chance) for _ in lines]
        passed_s = 0.0
        for cue in write_script(session_id, lines, fates, self._habits, self._chance):
            if cue.at_s > passed_s:
                yield from self._wait(cue.at_s - passed_s)
                passed_s = cue.at_s
            yield from self._report(cue.request)

    def _look(self, session_id: str) -> Doing:
        """After a conflict: None to go on with the session, SESSION_LOST to start another."""
        while True:
            answer = yield from self._insist(Status(session_id=session_id))
            if isinstance(answer, Turn):
                return answer
            if not isinstance(answer, StatusAnswer) or answer.session is None:
                return Turn.SESSION_LOST
            if answer.session.status != "paused":
                return None if answer.session.status == "active" else Turn.SESSION_LOST
            # A supervisor paused it: the agent sits at its desk and looks now and then.
            yield from self._wait(LOOK_AGAIN_S * self._chance.uniform(0.8, 1.4))

    def _insist(self, request: DialerRequest) -> Asking:
        tries = 0
        while True:
            outcome = yield from _ask(request)
            if isinstance(outcome, Answered):
                return outcome.answer
            tries += 1
            reaction = react(outcome, tries, self._habits, self._chance)
            if isinstance(reaction, Turn):
                return reaction
            yield from self._wait(reaction.wait_s)

    def _report(self, request: DialerRequest) -> Generator[Step, AnyOutcome | None, None]:
        """Reports, or lets it be: a call that stays silent is closed by the engine's ring timer."""
        for tries in range(1, REPORT_TRIES + 1):
            outcome = yield from _ask(request)
            if isinstance(outcome, Answered):
                return
            reaction = react(outcome, tries, self._habits, self._chance)
            if not isinstance(reaction, Again) or reaction.wait_s > REPORT_PATIENCE_S:
                return
            yield from self._wait(reaction.wait_s)

    def _wait(self, seconds: float) -> Generator[Step, AnyOutcome | None, None]:
        self._at_s += seconds
        yield Wait(seconds=seconds)


def _ask(request: DialerRequest) -> Generator[Step, AnyOutcome | None, AnyOutcome]:
    outcome = yield request
    if outcome is None:
        raise TypeError("a brain that asked must be sent the outcome")
    return outcome


def _lines_of(answer: NextContactAnswer) -> Iterator[Line]:
    contacts = ([] if answer.contact is None else [answer.contact]) + answer.next_contacts
    for contact, call_id in zip(contacts, answer.call_ids, strict=False):
        yield Line(call_id=call_id, contact_id=str(contact.get("id", "")))
