"""A story told to the engine and to the naive floor at once: every answer must be the one that the naive floor expects.

Each line of the dialogue goes to hypothesis, which prints it for the shortest story that fails.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hypothesis import note

from app.controller.outcomes import Conflict, Done, Limited, Missing, Outcome
from app.engine.limits import Enforcement
from app.engine.people import Identity
from app.engine.ports import StoreUnavailable
from app.engine.value import DAY, Instant, seconds_until
from app.wire.base import utc
from app.wire.dialer import NextContactAnswer, StartAnswer
from tests.fakes.bare_engine import BareEngine, Deed, Machine, Try
from tests.fakes.model_world import T0, copy_of, template
from tests.fakes.naive_deeds import NaiveDeeds
from tests.fakes.naive_records import NaiveContact, Said
from tests.fakes.naive_rules import Cap

Expect = Callable[[Instant], list[Said]]
Learn = Callable[[object, Instant], None]


class Line(NamedTuple):
    """One try of a dialer: what it does, what it may be told, and what is to be remembered of a success.

    `asked_for` is how many lines a refused batch was for, so that the retry can be tried with as many.
    """

    words: str
    user: str
    deed: Deed
    expect: Expect
    learn: Learn | None = None
    is_same_later: Callable[[Instant], bool] = lambda _: True


def told(outcome: Outcome[object]) -> Said:
    """What an outcome says, in the words of the naive floor."""
    match outcome:
        case Limited(refused=refused):
            limit = refused.limit
            cap = Cap(limit.limit_id.value, limit.amount, limit.enforcement is Enforcement.ENFORCE)
            return Said("refused", cap, refused.used, refused.retry_at)
        case Done(answer=NextContactAnswer(call_ids=call_ids)):
            return Said("admitted" if call_ids else "none", lines=len(call_ids))
        case Done(answer=StartAnswer()):
            return Said("admitted", lines=1)
    return Said({Done: "ok", Missing: "missing", Conflict: "conflict"}[type(outcome)])


class FloorStory:
    """The engine on a folder of its own, the naive floor, and what both are asked."""

    def __init__(self) -> None:
        self.world = template()
        self._place = tempfile.TemporaryDirectory(prefix="dialfloor-story-")
        self.machine = Machine(T0)
        self.engine = BareEngine(copy_of(self.world, Path(self._place.name) / "life-1"), self.machine)
        self.naive = NaiveDeeds()
        self.decisions = 0
        for identity in self.world.users.values():
            self.naive.tenant_of[identity.user_id] = identity.tenant_id
        for contact_id, (tenant_id, due_at) in self.world.contacts.items():
            self.naive.contacts[contact_id] = NaiveContact(contact_id, tenant_id, due_at)

    @property
    def now(self) -> Instant:
        return self.engine.now

    def user(self, name: str) -> Identity:
        """A dialer by `tenant/name`."""
        return self.world.users[name]

    def tell(self, *lines: Line) -> None:
        """Ask all of it at once, and hold each answer against what it may be."""
        now = self.now
        self.engine.warned.clear()
        outcomes = self.engine.together([Try(self.user(line.user), line.deed) for line in lines])
        warned: list[tuple[str, int]] = []
        for line, outcome in zip(lines, outcomes, strict=True):
            said = self._hold(line, outcome, now)
            warned += said.warned
            if said.what == "refused" and len(lines) == 1:
                self._try_the_retry(line, said, now)
        noted = [(fact.limit_id, fact.used) for fact in self.engine.warned]
        assert noted == warned, f"expected the warnings {warned}, was told {noted}"
        self.naive.commit()
        # Nobody can ask again within the microsecond of an answer, and the log could not say in which order it was.
        self.machine.pass_time(1)

    def tell_a_broken_log(self, *lines: Line) -> None:
        """Ask while nothing can be written: nobody is told yes, and nothing has happened."""
        self.say("the log breaks; " + "; ".join(line.words for line in lines))
        self.engine.break_log(broken=True)
        try:
            outcomes = self.engine.together([Try(self.user(line.user), line.deed) for line in lines])
            assert all(isinstance(one, Limited) and one.refused.limit.limit_id.startswith("api.") for one in outcomes)
        except StoreUnavailable:
            self.decisions += len(lines)
        finally:
            self.engine.break_log(broken=False)

    def die_over(self, *lines: Line) -> None:
        """Decide, and be killed before anything was written or answered."""
        self.say("deciding, and not answering: " + "; ".join(line.words for line in lines))
        self.engine.decide_only([Try(self.user(line.user), line.deed) for line in lines])

    def say(self, words: str) -> None:
        """One line of the dialogue."""
        note(f"{utc(self.now):%d %H:%M:%S.%f} {words}")

    def close(self) -> None:
        """The end: the folder goes."""
        self.engine.close()
        self._place.cleanup()

    def _hold(self, line: Line, outcome: Outcome[object], now: Instant) -> Said:
        self.decisions += 1
        answer = told(outcome)
        request = self.naive.take_request(self.user(line.user).user_id, now)
        expected = [request] if request.what == "refused" else line.expect(now)
        self.say(f"{line.user} {line.words} -> {_words(answer)}")
        found = [said for said in expected if said._replace(warned=()) == answer]
        assert found, f"expected {' or '.join(map(_words, expected))}, was told {_words(answer)}"
        if isinstance(outcome, Done) and line.learn is not None:
            line.learn(outcome.answer, now)
        both = (*request.warned, *found[0].warned) if found[0] is not request else request.warned
        return found[0]._replace(warned=both)

    def _try_the_retry(self, line: Line, said: Said, now: Instant) -> None:
        """At the instant that a refusal names the same try is admitted, a microsecond earlier it is not."""
        assert said.cap is not None
        is_api = said.cap.limit.startswith("api.")
        asked = Try(self.user(line.user) if is_api else None, line.deed)
        if said.retry_at is None:
            assert isinstance(self.engine.imagine(asked, now + 366 * DAY), Limited)
        elif is_api or line.is_same_later(said.retry_at):
            assert said.retry_at > now
            early, then = (self.engine.imagine(asked, said.retry_at - before) for before in (1, 0))
            assert isinstance(early, Limited), "a microsecond before its retry it was admitted"
            assert not _is_refused(then, is_api=is_api), f"at its retry it was told {told(then)}"
            assert seconds_until(said.retry_at, now) >= 1


def _is_refused(outcome: Outcome[object], *, is_api: bool) -> bool:
    """Whether a limit refuses; of an API limit's retry only that counts, and not what the deed itself is told."""
    if not isinstance(outcome, Limited):
        return False
    return not is_api or outcome.refused.limit.limit_id.startswith("api.")


def _words(said: Said) -> str:
    if said.cap is None:
        return f"{said.what} {said.lines}" if said.lines else said.what
    until = "for ever" if said.retry_at is None else f"until {utc(said.retry_at):%d %H:%M:%S.%f}"
    return f"{said.what} by {said.cap.limit} {said.used}/{said.cap.amount} {until}"
