"""The sessions of the fake floor, live and of the last nine days, as the real engine pages and tells them."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.wire.dialer import LimitUse
from app.wire.operator import SessionItem, SessionsPage
from app.wire.sessions import SessionDetail, SessionEvent
from tests.fakes.floor_day import stretches_of
from tests.fakes.floor_world import CAMPAIGNS, HOUR, Person

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

LIVE = ("active", "paused")
ENDS = (
    ("expired", "clock", "maximum session duration"),
    ("completed", "dialer-3", "stopped by the dialer"),
    ("completed", "Maria Keller", "End of shift"),
    ("completed", "clock", "idle for too long"),
    ("completed", "Leon Brandt", "Stuck session, the dialer stopped answering"),
)


@dataclass
class FakeSessions:
    """`gateway.history` over a `FloorGateway`'s world. `ended_count` sessions ended before now, forty minutes apart."""

    floor: "FloorGateway"
    ended_count: int = 300
    page_trouble: Exception | None = None
    limit: int = 0
    _ended: list[SessionItem] = field(default_factory=list)

    def page(
        self,
        *,
        status: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        text: str = "",
        cursor: str | None = None,
        limit: int = 100,
    ) -> SessionsPage:
        self.floor.ask_for(f"sessions {status} {text} {cursor}".strip())
        if self.page_trouble is not None:
            raise self.page_trouble
        with self.floor.guard:
            found = [
                item
                for item in [*self.live(), *self.ended()]
                if _within(item, since, until) and _named(item, text.casefold().split())
            ]
        found.sort(key=lambda item: (item.started_at, item.id), reverse=True)
        lives = sum(1 for item in found if item.status in LIVE)
        ends = len(found) - lives
        if status in ("live", "ended"):
            found = [item for item in found if (item.status in LIVE) == (status == "live")]
        start = int(cursor or 0)
        more = str(start + limit) if len(found) > start + limit else None
        if cursor is not None:
            return SessionsPage(sessions=found[start : start + limit], cursor=more)
        use = self._use()
        return SessionsPage(sessions=found[:limit], cursor=more, live=lives, ended=ends, in_use=use)

    def session(self, session_id: str) -> SessionDetail:
        self.floor.ask_for(f"session {session_id}")
        with self.floor.guard:
            person = next(
                (
                    p
                    for p in self.floor.world.people
                    if p.id.replace("0198c000", "0198d000") == session_id and not p.ended
                ),
                None,
            )
            if person is not None and person.started is not None:
                return self._detail(item_of(self.floor, person), person)
            item = next(item for item in self.ended() if item.id == session_id)
            return self._detail(item, None)

    def live(self) -> list[SessionItem]:
        return [item_of(self.floor, p) for p in self.floor.world.people if p.started is not None and not p.ended]

    def ended(self) -> list[SessionItem]:
        if len(self._ended) != self.ended_count:
            self._ended = [self._past(number) for number in range(self.ended_count if self.floor.world.people else 0)]
        return self._ended

    def _use(self) -> LimitUse:
        world = self.floor.world
        return LimitUse(
            limit_id="sessions.active",
            subject="Northgate Collections",
            enforcement="enforce",
            source="tenant",
            limit=self.limit or max(5, len(world.people)),
            used=len(self.live()),
            remaining=0,
            window_seconds=None,
            reset_at=None,
        )

    def _past(self, number: int) -> SessionItem:
        people, now = self.floor.world.people, self.floor.world.now
        person, dice = people[number % len(people)], random.Random(number)
        status, by, reason = ENDS[number % len(ENDS)]
        length = 8 * HOUR if status == "expired" else timedelta(minutes=dice.randint(12, 470))
        start = now - timedelta(minutes=40 * (number + 1)) - length
        attempted = int(length / HOUR * dice.randint(20, 90))
        return SessionItem(
            id=f"0198e000-0000-7000-8000-{number:012d}",
            agent_id=person.id,
            agent=person.name,
            campaign=CAMPAIGNS[number % len(CAMPAIGNS)],
            mode=person.mode,
            status=status,
            started_at=start,
            expires_at=start + 8 * HOUR,
            ended_at=start + length,
            attempted=attempted,
            reached=int(attempted * 0.3),
            converted=int(attempted * 0.04),
            started_by=f"dialer-{number % 4 + 1}",
            paused_seconds=dice.choice((0, 0, 340, 760, 2_400)),
            calls_limit=800,
            ended_by=by,
            end_reason=reason,
        )

    def _detail(self, item: SessionItem, person: Person | None) -> SessionDetail:
        end = item.ended_at or self.floor.world.now
        stretches = stretches_of(item.started_at, end, person)
        events = [SessionEvent(at=item.started_at, how="started", by=item.started_by, reason="")]
        for stretch in stretches[1:]:
            how = "paused" if stretch.status == "paused" else "resumed"
            why = "Break" if how == "paused" else "Break is over"
            events.append(SessionEvent(at=stretch.since, how=how, by="Maria Keller", reason=why))
        if item.ended_at is not None:
            how = "expired" if item.status == "expired" else "ended"
            events.append(SessionEvent(at=item.ended_at, how=how, by=item.ended_by or "", reason=item.end_reason or ""))
        return SessionDetail(session=item, stretches=stretches, events=events, calls=item.attempted)


def _within(item: SessionItem, since: datetime | None, until: datetime | None) -> bool:
    return (since is None or item.started_at >= since) and (until is None or item.started_at < until)


def _named(item: SessionItem, words: list[str]) -> bool:
    names = f"{item.agent} {item.campaign or ''}".casefold()
    return all(word in names for word in words)


def item_of(floor: "FloorGateway", person: Person) -> SessionItem:
    """A person's live session as a list has it."""
    row = floor.world.row(person).session
    if row is None:
        raise LookupError(f"{person.name} has no session")
    return SessionItem(
        id=row.id,
        agent_id=person.id,
        agent=person.name,
        campaign=row.campaign,
        mode=row.mode,
        status=row.status,
        started_at=row.started_at,
        expires_at=row.expires_at,
        ended_at=None,
        attempted=row.attempted,
        reached=row.reached,
        converted=row.converted,
        started_by=f"dialer-{int(person.id[-2:]) % 4 + 1}",
        last_activity_at=row.last_activity_at,
        paused_at=row.paused_at,
        paused_seconds=row.paused_seconds,
        calls=row.calls,
        calls_limit=row.calls_limit,
    )
