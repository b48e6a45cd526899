"""The log of the fake floor: three days of every agent's calls and refusals, searched as the real engine searches."""

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.compliance.masking import masked
from app.wire.log import (
    CallDetail,
    CallMomentItem,
    DecisionThen,
    LimitThen,
    LogChoices,
    LogFilter,
    LoggedSession,
    MonitoringPage,
    NamedItem,
    RefusalDetail,
    SessionCalls,
    UserRequests,
)
from app.wire.operator import CallItem, CallsPage, RefusalItem, RefusalsPage
from app.wire.reveals import RevealedNumber, RevealKind
from tests.fakes.floor_day import calls_of
from tests.fakes.floor_world import CAMPAIGNS, HOUR, SENTENCES, Person
from tests.fakes.log_fits import call_fits, refusal_fits

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

Item = TypeVar("Item", CallItem, RefusalItem)
DAYS = 3
ENDS = (
    ("no_answer", None),
    ("completed", "interested"),
    ("voicemail", "voicemail"),
    ("busy", None),
    ("completed", "not_interested"),
    ("completed", "callback"),
)
USERS = ("Maria Keller", "dialer-1", "dialer-2", "dialer-3")
NOTES = "Asked to be called again after the 1st; wants the offer in writing."


def user_id_of(name: str) -> str:
    return f"0198b000-0000-7000-8000-{USERS.index(name):012d}"


def campaign_id_of(name: str) -> str:
    return f"0198b500-0000-7000-8000-{CAMPAIGNS.index(name):012d}"


def session_id_of(person: Person) -> str:
    return person.id.replace("0198c000", "0198d000")


@dataclass
class FakeLog:
    """`gateway.log`. `share` rows are looked at for an answer; while `gate` is not set, answers wait for it."""

    floor: "FloorGateway"
    share: int = 40_000
    page_trouble: Exception | None = None
    gate: threading.Event | None = None
    answered: int = 0
    _calls: list[CallItem] = field(default_factory=list)
    _refusals: list[RefusalItem] = field(default_factory=list)

    def calls(self, wanted: LogFilter, cursor: str | None = None, limit: int = 200) -> CallsPage:
        self._ask(f"calls {cursor or ''}".strip())
        calls = self.all_calls()
        if wanted.same_as is not None:
            wanted = msgspec.structs.replace(wanted, number=self.number_of(wanted.same_as))
        rows, more, searched = self._page(calls, lambda call: call.at, call_fits(wanted), cursor, limit)
        return CallsPage(calls=[shown(call) for call in rows], cursor=more, searched_to=searched)

    def number_of(self, call_id: str) -> str:
        """The whole number of a call."""
        return next(call.phone_number for call in self.all_calls() if call.id == call_id)

    def reveal(self, kind: RevealKind, row_id: str, reason: str | None = None) -> RevealedNumber:
        self._ask(f"reveal {kind} {row_id} {reason or ''}".strip())
        # What is held is always the same person, who complained.
        phone = "+13055550199" if kind in ("hold", "contact") else self.number_of(row_id)
        return RevealedNumber(kind=kind, id=row_id, phone=phone)

    def refusals(self, wanted: LogFilter, cursor: str | None = None, limit: int = 200) -> RefusalsPage:
        self._ask(f"refusals {cursor or ''}".strip())
        fits = refusal_fits(wanted)
        rows, more, searched = self._page(self.all_refusals(), lambda item: item.last_at, fits, cursor, limit)
        return RefusalsPage(refusals=rows, cursor=more, searched_to=searched)

    def _ask(self, what: str) -> None:
        gate = self.gate
        self.floor.ask_for(f"log {what}")
        if gate is not None:
            gate.wait(10)
        self.answered += 1
        if self.page_trouble is not None:
            raise self.page_trouble

    def _page(
        self,
        items: list[Item],
        time: Callable[[Item], datetime],
        fits: Callable[[Item], bool],
        cursor: str | None,
        limit: int,
    ) -> tuple[list[Item], str | None, datetime | None]:
        """Cursors are ids, so that rows which arrive on top move no page."""
        start = 0 if cursor is None else next(at for at, item in enumerate(items) if item.id == cursor) + 1
        found: list[Item] = []
        for item in items[start : start + self.share]:
            if fits(item):
                found.append(item)
                if len(found) == limit:
                    return found, item.id, None
        if start + self.share >= len(items):
            return found, None, None
        edge = items[start + self.share - 1]
        return found, edge.id, time(edge)

    def all_calls(self) -> list[CallItem]:
        """Every call, newest first; made when first asked for."""
        with self.floor.guard:
            if not self._calls:
                people = self.floor.world.people
                calls = [call for person in people for call in self._calls_of(person)]
                self._calls = sorted(calls, key=lambda call: (call.at, call.id), reverse=True)
            return list(self._calls)

    def all_refusals(self) -> list[RefusalItem]:
        """Every folded refusal, newest first."""
        with self.floor.guard:
            if not self._refusals:
                people = self.floor.world.people
                refusals = [item for person in people for item in self._refusals_of(person)]
                self._refusals = sorted(refusals, key=lambda item: (item.last_at, item.id), reverse=True)
            return list(self._refusals)

    def arrive(self, count: int) -> None:
        """New calls of the present come on top."""
        self.all_calls()
        with self.floor.guard:
            people = self.floor.world.people
            for at in range(count):
                number = len(self._calls)
                call = self._call(people[at % len(people)], self.floor.world.now, number, random.Random(number))
                self._calls.insert(0, msgspec.structs.replace(call, status="ringing", disposition=None, duration=None))

    def end(self, call_id: str) -> None:
        """A call that was ringing comes to its end."""
        with self.floor.guard:
            at = next(at for at, call in enumerate(self._calls) if call.id == call_id)
            self._calls[at] = msgspec.structs.replace(self._calls[at], status="completed", duration=31)

    def _calls_of(self, person: Person) -> list[CallItem]:
        dice = random.Random(person.id)
        today = calls_of(self.floor.world, person)
        moments = [at - timedelta(days=day) for day in range(DAYS) for at in today]
        return [self._call(person, at, place, dice) for place, at in enumerate(moments)]

    def _call(self, person: Person, at: datetime, place: int, dice: random.Random) -> CallItem:
        status, disposition = ends = ENDS[dice.randrange(len(ENDS))]
        long = dice.randint(18, 420) if status == "completed" else dice.randint(4, 30)
        return CallItem(
            id=f"{person.id[:9]}{place:04x}-7000-8000-{person.id[-12:]}",
            at=at,
            agent_id=person.id,
            agent=person.name,
            session_id=session_id_of(person),
            contact_id=f"0198e000-0000-7000-8000-{dice.randrange(4000):012d}",
            phone_number=f"+1212555{dice.randint(100, 9999):04d}",
            status=status,
            disposition=ends[1] if disposition != "callback" or dice.random() < 0.2 else "no_answer",
            duration=long,
            ended_at=at + timedelta(seconds=long),
            user_id=user_id_of(USERS[1 + dice.randrange(3)]),
            campaign_id=campaign_id_of(person.campaign),
            campaign=person.campaign,
        )

    def _refusals_of(self, person: Person) -> list[RefusalItem]:
        dice = random.Random(person.id)
        moments = [
            (at, code) for day in range(DAYS) for at, code in person.refusals if at >= self.floor.world.now - HOUR
        ]
        shifted = [
            (at - timedelta(days=place % DAYS, minutes=7 * place), code) for place, (at, code) in enumerate(moments)
        ]
        return [
            RefusalItem(
                id=f"{person.id[:9]}{place:04x}-7001-8000-{person.id[-12:]}",
                user_id=user_id_of("dialer-1"),
                first_at=at - timedelta(seconds=dice.randrange(40)),
                last_at=at,
                count=dice.randint(1, 40),
                user="dialer-1",
                agent_id=person.id,
                agent=person.name,
                session_id=session_id_of(person),
                code=code,
                limit_id="calls.gap" if code == "call_gap" else "calls.hour",
                limit=person.delay if code == "call_gap" else person.limit,
                used=0 if code == "call_gap" else person.limit,
                retry_at=at + timedelta(seconds=dice.randint(2, 900)),
            )
            for place, (at, code) in enumerate(shifted)
        ]

    def call(self, call_id: str) -> CallDetail:
        self._ask(f"call {call_id}")
        call = next(item for item in self.all_calls() if item.id == call_id)
        person = self.floor.world.by_id[call.agent_id]
        at = [call.at + timedelta(seconds=second) for second in (1, 6, call.duration or 0)]
        steps = [("ringing", None), ("answered", None), (call.status, call.disposition)]
        if call.status != "completed":
            steps = [steps[0], (call.status, call.disposition)]
        if call.status == "ringing":
            steps = steps[:1]
        ended = at[2] if len(steps) > 2 or call.status != "ringing" else None
        others = [item for item in self.all_calls() if item.contact_id == call.contact_id and item.id != call_id][:20]
        return CallDetail(
            call=shown(call),
            user="dialer-1",
            contact="Rosa Lindqvist",
            answered_at=at[1] if call.status == "completed" else None,
            given_back_at=None,
            closed_by=None if ended is None else "dialer",
            recording_url="https://recordings.northgate.example/7f3a.wav" if call.status == "completed" else None,
            notes=NOTES if call.disposition in ("interested", "callback") else None,
            session=self._session(person),
            moments=[
                CallMomentItem(at=when, status=status, disposition=word, by="dialer")
                for when, (status, word) in zip(at if len(steps) > 2 else [at[0], at[2]], steps, strict=False)
            ],
            limits=self._limits(person),
            others=[shown(other) for other in others],
            decision=allowed(),
        )

    def _limits(self, person: Person) -> list[LimitThen]:
        own = "system" if person.own_limit is None else "agent"
        return [
            _limit("calls.hour", person.limit, min(person.limit, len(person.calls)), own),
            _limit("calls.day", 800, person.session_calls, "system"),
            _limit("calls.gap", person.delay, None, "agent"),
        ]

    def _session(self, person: Person) -> LoggedSession:
        start = person.started or self.floor.world.now - 6 * HOUR
        status = "completed" if person.started is None else "active"
        return LoggedSession(
            id=session_id_of(person),
            mode=person.mode,
            status=status,
            started_at=start,
            ended_at=None if status == "active" else start + 5 * HOUR,
            started_by="dialer-1",
        )

    def refusal(self, refusal_id: str) -> RefusalDetail:
        self._ask(f"refusal {refusal_id}")
        item = next(one for one in self.all_refusals() if one.id == refusal_id)
        person = self.floor.world.by_id[item.agent_id or ""]
        hourly = item.limit_id == "calls.hour"
        shift = self.floor.world.now - item.last_at
        return RefusalDetail(
            refusal=item,
            sentence=SENTENCES[item.code].format(limit=item.limit, gap=item.limit),
            source="system" if person.own_limit is None or not hourly else "agent",
            window_from=item.last_at - HOUR if hourly else None,
            charges=[at - shift for at in person.calls] if hourly else [],
            session=self._session(person),
        )

    def monitoring(self) -> MonitoringPage:
        self._ask("monitoring")
        world = self.floor.world
        sessions = [
            SessionCalls(
                session_id=session_id_of(person),
                agent_id=person.id,
                agent=person.name,
                campaign=person.campaign,
                status="paused" if person.state == "paused" else "active",
                calls=len(person.calls),
                limit=person.limit,
                source="system" if person.own_limit is None else "agent",
            )
            for person in world.people
            if person.calls
        ]
        requests = [
            UserRequests(user_id=user_id_of(name), user=name, requests=count, limit=500, source="system")
            for name, count in zip(USERS[1:], (488, 402, 117), strict=True)
        ]
        return MonitoringPage(now=world.now, requests=requests, sessions=sorted(sessions, key=lambda row: -row.calls))

    def choices(self) -> LogChoices:
        self._ask("choices")
        people = sorted(self.floor.world.people, key=lambda person: person.name)
        return LogChoices(
            agents=[NamedItem(id=person.id, name=person.name) for person in people],
            users=[NamedItem(id=user_id_of(name), name=name) for name in USERS],
            campaigns=[NamedItem(id=campaign_id_of(name), name=name) for name in sorted(CAMPAIGNS)],
            statuses=["initiated", "ringing", "answered", "completed", "no_answer", "busy", "voicemail", "failed"],
            dispositions=["no_answer", "voicemail", "interested", "not_interested", "callback", "do_not_call"],
            codes=["api_requests_per_minute", "calls_per_hour", "calls_per_day", "call_gap", "active_sessions"],
        )


def allowed() -> DecisionThen:
    """A decision that no rule was against."""
    return DecisionThen(
        mode="enforce",
        code="",
        failed=[],
        attempts=0,
        place="212",
        jurisdictions=["US", "US-NY"],
        zones=["America/New_York"],
        list_revision=3,
        national_version="",
        rules_version="5d2c7f1e90ab",
        tz_version="2026b",
    )


def shown(call: CallItem) -> CallItem:
    """A call as a list has it: its number masked."""
    return msgspec.structs.replace(call, phone_number=masked(call.phone_number))


def _limit(limit_id: str, limit: int, used: int | None, source: str) -> LimitThen:
    known = msgspec.convert(source, type=LimitThen.__annotations__["source"])
    return LimitThen(limit_id=limit_id, limit=limit, used=used, source=known, enforcement="enforce")
