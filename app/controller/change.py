"""One decision's change of the floor: facts for the log, and the way back if the log cannot take them."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVarTuple

from app.controller.days import local_day
from app.controller.floor import Floor
from app.engine import events
from app.engine.abandonment import NOTHING, Counted, tally_of
from app.engine.basis import DecisionRecord, KeptVersion
from app.engine.calls import Call, ended_in_time, lapse
from app.engine.pacing import Pace
from app.engine.people import Agent
from app.engine.sessions import Session, expire
from app.engine.suppression import ListedNumber, Suppressions
from app.engine.value import Id, Instant

Ts = TypeVarTuple("Ts")


class Change:
    """Applies each step to memory at once, so that the next decision sees it, and remembers how to undo it."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor
        self.facts: list[events.Fact] = []
        self.decisions: dict[Id, DecisionRecord] = {}
        self.would_refuse: dict[Id, str] = {}
        self._undos: list[tuple[Callable[..., object], tuple[Any, ...]]] = []

    async def commit(self) -> None:
        """Write it down. Raises `StoreUnavailable` once everything has been undone."""
        await self.write()
        self.let_go()

    def write(self) -> Awaitable[None]:
        """Hand the facts to the journal, for who waits by other means than `commit`; call `let_go` when it is done."""
        return self.floor.ports.journal.append(self.facts, self.undo)

    def let_go(self) -> None:
        """It is written: nothing will be undone."""
        # The ways back hold on to this change, and it to them: let go, or every decision waits for the collector.
        self._undos.clear()

    def undo(self) -> None:
        """Put memory back to what it was."""
        for undo, arguments in reversed(self._undos):
            undo(*arguments)

    def on_undo(self, undo: Callable[[*Ts], object], *arguments: *Ts) -> None:
        """Something else to put back.

        What every decision does says it with arguments: a closure and its cells cost more to make, and to collect.
        """
        self._undos.append((undo, arguments))

    def add(self, fact: events.Fact) -> None:
        """A fact that changes nothing in memory."""
        self.facts.append(fact)

    def note_versions(self, versions: tuple[KeptVersion, ...], forget: Callable[[], None], now: Instant) -> None:
        """Versions that decisions refer to from now on; `forget` is called if they could not be written."""
        if versions:
            self.on_undo(forget)
            self.facts += [events.VersionKept(kept=kept, at=now) for kept in versions]

    def make_agent(self, agent: Agent) -> None:
        """A new agent."""
        self.floor.put_agent(agent)
        self.on_undo(self.floor.drop_agent, agent)
        self.facts.append(events.AgentChanged(agent=agent, is_new=True))

    def edit_agent(self, agent: Agent) -> None:
        """An agent's configuration as edited."""
        before = self.floor.desks[agent.id].agent
        self.floor.put_agent(agent)
        self.on_undo(self.floor.put_agent, before)
        self.facts.append(events.AgentChanged(agent=agent, is_new=False))

    def start_session(self, session: Session, by: str) -> None:
        """A new session."""
        self.floor.put_session(session)
        self.on_undo(self.floor.drop_session, session)
        self.facts.append(events.SessionStarted(session=session))
        self.facts.append(events.SessionMoved(session=session, how="started", at=session.started_at, by=by, reason=""))

    def move_session(self, session: Session, how: str, at: Instant, by: str, reason: str) -> None:
        """A session paused, resumed, ended or expired."""
        self._put_session(session)
        self.facts.append(events.SessionMoved(session=session, how=how, at=at, by=by, reason=reason))

    def count_session(self, session: Session, *, found_empty: bool = False) -> None:
        """A session's counters or last activity; `found_empty` if it asked and there was no contact."""
        self._put_session(session)
        self.facts.append(events.SessionCounted(session=session, found_empty=found_empty))

    def hand_out(self, call: Call, due_at: Instant) -> None:
        """A call that was charged."""
        before = self.floor.call_before(call)
        self.floor.put_call(call)
        self.on_undo(self.floor.drop_call, call, before)
        decision = self.decisions.get(call.contact_id)
        self.facts.append(events.CallHandedOut(call=call, due_at=due_at, decision=decision))

    def report_call(self, call: Call, at: Instant, by: str, logged: Call | None = None) -> None:
        """A call that learned something; its end moves the agent's pace, and an answer its campaign's count.

        `logged` is the call as it was before, for one that memory may have let go.
        """
        before = self.floor.calls.get(call.id)
        self.floor.put_call(call)
        # A call that only the log held goes back there: memory must not know more of it than the disk.
        if before is not None:
            self.on_undo(self.floor.put_call, before)
        else:
            self.on_undo(self.floor.drop_call, call)
        is_news = before is None or before.ended_at != call.ended_at
        if call.ended_at is not None and is_news and ended_in_time(call):
            pace = self.floor.desks[call.agent_id].pace
            ended_at = max(pace.ended_at or 0, call.ended_at)
            self.set_pace(call.agent_id, Pace(handed_out_at=pace.handed_out_at, ended_at=ended_at))
        counted = self._count(before or logged, call)
        self.facts.append(events.CallReported(call=call, at=at, by=by, counted=counted))

    def _count(self, before: Call | None, call: Call) -> Counted | None:
        """What a report changes of the live and abandoned answers, on the day of the answer."""
        change = tally_of(call).minus(tally_of(before) if before is not None else NOTHING)
        answered_at = call.answered_at or (before.answered_at if before is not None else None)
        if change == NOTHING or answered_at is None:
            return None
        floor, tenant = self.floor, self.floor.tenant(call.tenant_id)
        day = local_day(answered_at, tenant.time_zone if tenant is not None else "UTC")
        family = floor.family(call.tenant_id, call.campaign_id)
        floor.abandonment.count(family, day, change)
        self.on_undo(floor.abandonment.count, family, day, NOTHING.minus(change))
        return Counted(
            tenant_id=call.tenant_id,
            campaign_id=call.campaign_id or call.tenant_id,
            day=day,
            live=change.live,
            abandoned=change.abandoned,
            greeted=change.greeted,
        )

    def list_number(self, entry: ListedNumber) -> None:
        """A number on one of the tenant's lists, or off it; nothing is written if it was there already."""
        lists = self.floor.suppressions
        was_listed = lists.put(entry.tenant_id, entry.phone, entry.kind, is_listed=entry.is_listed)
        if was_listed != entry.is_listed:
            self.on_undo(_put_back, lists, entry)
            self.facts.append(events.NumberListed(entry=entry))

    def set_pace(self, agent_id: Id, pace: Pace) -> None:
        """When the agent's last call was handed out and ended."""
        before = self.floor.desks[agent_id].pace
        self.floor.set_pace(agent_id, pace)
        self.on_undo(self.floor.set_pace, agent_id, before)

    def lapse_calls(self, agent_id: Id, now: Instant) -> None:
        """Close the agent's calls that have been silent for too long.

        Asked at every decision: a late job changes nothing.
        """
        for call in list(self.floor.desks[agent_id].open_calls.values()):
            closed = lapse(call, now)
            if closed is not None:
                self.report_call(closed, closed.ended_at or now, closed.closed_by or "")

    def expire_session(self, session: Session, now: Instant) -> Session:
        """The session ended by its age if that has come, with its open calls; else as it is."""
        if not self.floor.expires(session, now):
            return session
        ended = expire(session)
        self.move_session(ended, "expired", ended.ended_at or now, "clock", ended.end_reason or "")
        return ended

    def _put_session(self, session: Session) -> None:
        before = self.floor.sessions.get(session.id)
        self.floor.put_session(session)
        if before is not None:
            self.on_undo(self.floor.put_session, before)
        else:
            self.on_undo(self.floor.drop_session, session)


def _put_back(lists: Suppressions, entry: ListedNumber) -> None:
    lists.take_back(entry.tenant_id, entry.phone, entry.kind, is_listed=entry.is_listed)
