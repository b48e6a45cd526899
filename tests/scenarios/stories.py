"""Random stories of a floor, played on several engines at once: what one is told, every other must be told too.

A step names people, sessions and calls by number, so that the same story makes sense on engines whose ids differ.
"""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from app.engine.value import HOUR, MINUTE, SECOND
from tests.scenarios.harness import Answer, House

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
DIALERS = 3
_STEPS = (SECOND, 2 * SECOND, 3 * SECOND + 1, 7 * SECOND, 26 * SECOND, 41 * SECOND, 5 * MINUTE, 31 * MINUTE, HOUR)
_STATUSES = ("ringing", "answered", "completed", "no_answer", "busy", "voicemail", "failed", "abandoned", "not_placed")
_DISPOSITIONS = ("answered", "interested", "converted", "callback", "do_not_call", "no_answer", "wrong_number")
_WEIGHTS = {
    "next-contact": 10,
    "call-status": 8,
    "disposition": 5,
    "start": 3,
    "pause": 1,
    "resume": 2,
    "stop": 1,
    "status": 3,
    "edit": 1,
}


class Step(NamedTuple):
    """After `wait` microseconds dialer `who` does `what`, with session and call number `which` (modulo)."""

    wait: int
    who: int
    what: str
    which: int
    word: str
    number: int


def story(seed: int, length: int) -> list[Step]:
    """Steps, the same for the same seed."""
    dice = random.Random(seed)
    names, weights = list(_WEIGHTS), list(_WEIGHTS.values())
    steps = []
    for _ in range(length):
        what = dice.choices(names, weights)[0]
        word = dice.choice(_STATUSES if what == "call-status" else _DISPOSITIONS)
        wait = dice.choices(_STEPS, [8, 8, 8, 6, 4, 4, 2, 1, 1])[0]
        steps.append(Step(wait, dice.randrange(DIALERS), what, dice.randrange(8), word, dice.randrange(1, 9)))
    return steps


class Teller:
    """Plays steps on one house. `before` is done to the house before each step: a job, a restart, nothing."""

    def __init__(self, house: House, before: Callable[[House], None]) -> None:
        self.house = house
        self._before = before
        self._tokens = [house.token(f"dialer {number}") for number in range(DIALERS)]
        self._boss = house.token("boss", "admin")
        self._sessions: list[str] = []
        self._calls: list[tuple[str, str, str]] = []
        self._ids: dict[str, str] = {}
        house.contacts(60)

    def play(self, step: Step) -> tuple[int, str]:
        """The status and the body of the answer, ids replaced by the order in which they were first told."""
        self.house.later(step.wait)
        self._before(self.house)
        answer = self._ask(step)
        if answer is None:
            return 0, ""
        assert answer.status < 500, (step, answer)
        self._learn(step, answer)
        if step.what == "edit":
            # The rest of the row is for the eye.
            return answer.status, f"{answer.body['hourLimit']} {answer.body['revision']}"
        return answer.status, self._plain(answer)

    def _ask(self, step: Step) -> Answer | None:
        token = self._tokens[step.who]
        session = self._sessions[-1 - step.which % len(self._sessions)] if self._sessions else None
        if step.what == "start":
            return self.house.dial(token, "start", mode="predictive" if step.number > 5 else "power")
        if step.what == "edit":
            return self._edit(step)
        if step.what in ("call-status", "disposition"):
            return self._report(step, token)
        if session is None:
            return None
        return self.house.dial(token, step.what, sessionId=session)

    def _report(self, step: Step, token: str) -> Answer | None:
        if not self._calls:
            return None
        call, contact, session = self._calls[-1 - step.which % len(self._calls)]
        if step.what == "call-status":
            return self.house.dial(token, "call-status", callId=call, status=step.word, duration=step.number)
        named: dict[str, object] = {"callId": call} if step.number % 2 else {}
        return self.house.dial(
            token, "disposition", sessionId=session, contactId=contact, disposition=step.word, **named
        )

    def _edit(self, step: Step) -> Answer | None:
        rows = self.house.operate(self._boss, "GET", "/floor").body["agents"]
        if not rows:
            return None
        row = rows[step.which % len(rows)]
        return self.house.operate(
            self._boss,
            "PATCH",
            f"/agents/{row['id']}",
            expectedRevision=row["revision"],
            reason="story",
            maxCallsPerHour=step.number * 2,
            autoDialDelay=step.number * 3,
            callTimeout=15 + step.number,
        )

    def _learn(self, step: Step, answer: Answer) -> None:
        if answer.status != 200:
            return
        body = answer.body
        if step.what == "start":
            self._sessions.append(body["session"]["id"])
        if step.what == "next-contact" and body["contact"] is not None:
            session = self._sessions[-1 - step.which % len(self._sessions)]
            handed = [body["contact"], *body["nextContacts"]]
            self._calls += [(call, row["id"], session) for call, row in zip(body["callIds"], handed, strict=True)]

    def _plain(self, answer: Answer) -> str:
        # How many wait is counted now and then only; it is shown to a person and decides nothing.
        text = re.sub(r'"queueSize":\d+', "", answer.raw.decode())
        return UUID.sub(lambda found: self._ids.setdefault(found[0], f"id {len(self._ids)}"), text)


def limits_of(teller: Teller) -> Iterator[dict[str, Any]]:
    """Every figure that every dialer is told, ids left out."""
    for token in teller._tokens:
        for use in teller.house.dial(token, "status").body["limits"]:
            yield {name: value for name, value in use.items() if name != "subject"}
