"""Dialers over real HTTP that never give in: each keeps what it was promised, and asks again what nobody answered."""

import http.client
import json
import random
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from tests.e2e.serving import PATH
from tests.proof.ledger import Ack

PATIENCE_S = 30.0
STATUSES = ("ringing", "answered")
DISPOSITIONS = ("no_answer", "interested", "voicemail", "not_interested")


@dataclass(slots=True)
class Ask:
    """A request that may have to be made again, under one key."""

    body: dict[str, Any]
    key: str


@dataclass(slots=True)
class Told:
    """What all callers came to."""

    acks: list[Ack] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    longest_s: float = 0.0
    broken: int = 0


class Caller(threading.Thread):
    """One dialer with one token on the engine at an address, until told to stop."""

    def __init__(
        self, address: str, token: str, seed: str, events: tuple[threading.Event, threading.Event], pause_s: float
    ) -> None:
        stop, go = events
        super().__init__(name=f"caller-{seed}", daemon=True)
        self.told = Told()
        self.pending: Ask | None = None
        self._where = urlsplit(address).netloc
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._dice = random.Random(seed)
        self._stop_all = stop
        self._go = go
        self._pause_s = pause_s
        self._session = ""
        self._line: http.client.HTTPConnection | None = None
        self._asked = 0
        self._seed = seed

    def run(self) -> None:
        """Ask until told to stop."""
        while not self._stop_all.is_set():
            if self.pending is None and not self._go.wait(0.01):
                continue
            ask = self.pending or self._next_ask()
            answer = self._ask(ask)
            if answer is None:
                self.pending = ask
                self._stop_all.wait(0.01)
            else:
                self.pending = None
                self._take(ask, *answer)
        self._hang_up()

    def _next_ask(self) -> Ask:
        self._asked += 1
        key = f"{self._seed}-{self._asked}-{self._dice.getrandbits(32):08x}"
        if not self._session:
            return Ask({"action": "start", "mode": "power"}, key)
        return Ask({"action": "next-contact", "sessionId": self._session}, key)

    def _ask(self, ask: Ask) -> tuple[int, dict[str, Any], bool] | None:
        """Status, body, and whether it says when to come again; None if the line broke."""
        began = time.monotonic()
        try:
            if self._line is None:
                self._line = http.client.HTTPConnection(self._where, timeout=PATIENCE_S)
            headers = {**self._headers, **({"Idempotency-Key": ask.key} if ask.key else {})}
            self._line.request("POST", PATH, json.dumps(ask.body), headers)
            answer = self._line.getresponse()
            body = json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError):
            self.told.broken += 1
            self._hang_up()
            return None
        self.told.longest_s = max(self.told.longest_s, time.monotonic() - began)
        self.told.statuses[answer.status] += 1
        return answer.status, body, answer.headers.get("Retry-After") is not None

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def _take(self, ask: Ask, status: int, body: dict[str, Any], has_retry: bool) -> None:
        if status == 200:
            self._promised(ask, body)
            self._stop_all.wait(self._pause_s) if self._pause_s else None
        elif status == 503:
            if not has_retry or body.get("code") != "unavailable":
                self.told.faults.append(f"503 without Retry-After or code: {body}")
            self._stop_all.wait(0.02)
        elif status == 429:
            if body.get("code") in ("session_expired", "calls_per_day"):
                self._session = ""
            self._stop_all.wait(0.02)
        elif status in (404, 409):
            # The session ended meanwhile: idle, expired, or stopped.
            self._session = ""
            self._stop_all.wait(0.02)
        else:
            self.told.faults.append(f"{ask.body['action']}: {status} {body}")
            self._stop_all.wait(0.1)

    def _promised(self, ask: Ask, body: dict[str, Any]) -> None:
        now = time.monotonic_ns()
        if ask.body["action"] == "start":
            self._session = body["session"]["id"]
            self.told.acks.append(Ack(at_ns=now, kind="session", id=self._session))
            return
        calls = body.get("callIds") or []
        self.told.acks += [Ack(at_ns=now, kind="call", id=call) for call in calls]
        if not calls:
            self._stop_all.wait(0.05)
        for call in calls:
            self._talk(call, body["contact"]["id"])

    def _talk(self, call: str, contact: str) -> None:
        """Half of the calls are reported on; a report that breaks is not made again."""
        if self._dice.random() < 0.5:
            return
        status = self._dice.choice(STATUSES)
        answer = self._ask(Ask({"action": "call-status", "callId": call, "status": status}, ""))
        if answer is not None and answer[0] == 200:
            self.told.acks.append(Ack(at_ns=time.monotonic_ns(), kind="status", id=call, what=status))
        word = self._dice.choice(DISPOSITIONS)
        body = {"action": "disposition", "sessionId": self._session, "contactId": contact, "callId": call}
        answer = self._ask(Ask({**body, "disposition": word}, ""))
        if answer is not None and answer[0] == 200:
            self.told.acks.append(Ack(at_ns=time.monotonic_ns(), kind="disposition", id=call, what=word))


class Load:
    """Callers at work while the block runs; `told()` is what they came to, also while they go on."""

    def __init__(self, address: str, tokens: Sequence[str], seed: str, pause_s: float = 0.0) -> None:
        self._stop, self._go = threading.Event(), threading.Event()
        self._go.set()
        events = (self._stop, self._go)
        self.callers = [Caller(address, token, f"{seed}-{at}", events, pause_s) for at, token in enumerate(tokens)]

    def __enter__(self) -> Self:
        for caller in self.callers:
            caller.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def hold(self) -> None:
        """Nothing new is asked; what was not answered is asked again."""
        self._go.clear()

    def go_on(self) -> None:
        """After `hold`."""
        self._go.set()

    def stop(self) -> None:
        """End them and wait."""
        self._go.set()
        self._stop.set()
        for caller in self.callers:
            caller.join(PATIENCE_S + 5)

    def told(self) -> Told:
        """The sum over all callers."""
        all_told = Told()
        for caller in self.callers:
            all_told.acks += list(caller.told.acks)
            all_told.statuses += Counter(dict(caller.told.statuses))
            all_told.faults += list(caller.told.faults)
            all_told.broken += caller.told.broken
            all_told.longest_s = max(all_told.longest_s, caller.told.longest_s)
        return all_told

    @property
    def pending(self) -> int:
        """How many requests nobody has answered yet, and a caller would repeat."""
        return sum(caller.pending is not None for caller in self.callers)

    def until(self, acks: int, patience_s: float = PATIENCE_S) -> bool:
        """Wait until so many were acknowledged in all; False if that takes too long."""
        ends = time.monotonic() + patience_s
        while sum(len(caller.told.acks) for caller in self.callers) < acks:
            if time.monotonic() > ends:
                return False
            self._stop.wait(0.005)
        return True
