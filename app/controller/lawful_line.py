"""Which places of a queue may be called now, soonest closing first: built now and then, and read at every hand-out.

Where contacts wait is asked of the log beside the loop, every few seconds; in between only the clock moves.
"""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from app.compliance.timetable import Hours, Terms
from app.controller.calling import Calling, Dial, Law
from app.controller.rule_desk import RuleDesk, RuleState
from app.engine.calling import PlaceDue, RulesMode
from app.engine.people import Contact
from app.engine.ports import PlacedQueue
from app.engine.value import SECOND, Id, Instant

_FRESH_FOR = 2 * SECOND
_ASK_AGAIN_AFTER = SECOND
_PLACES_FRESH_FOR = 10 * SECOND
"""The engine asks more often than that; whoever runs without its watch asks in a decision."""

_MOST_WORKED_OUT = 8
"""Places whose hours are worked out in one decision; the watch works them out beside the loop."""

_ALWAYS = Hours(is_open=True, until=1 << 62)
_NEVER = Hours(is_open=False, until=None)
QueueKey = tuple[Id, Id | None]


class Places:
    """Where the contacts of one queue wait, as of an instant."""

    def __init__(self, found: Sequence[PlaceDue], at: Instant) -> None:
        self.found = sorted(found, key=lambda one: one.due_at)
        self.at = at


class _Bound(NamedTuple):
    """What of a call binds a campaign's contacts: by hours and all else, or by states of emergency alone."""

    terms: Terms
    by_hours: bool


class LawfulLine:
    """One queue as one kind of dial sees it. `open_now` are the places that may be called and have contacts due."""

    def __init__(self, calling: Calling, tenant_id: Id, dial: Dial) -> None:
        self._calling = calling
        self._tenant_id = tenant_id
        self._dial = dial
        self._places: Places | None = None
        self._built_at: Instant = 0
        self._valid_until: Instant = 0
        self._bound: dict[Id | None, _Bound | None] = {}
        self.open_now: deque[PlaceDue] = deque()

    def refresh(self, places: Places, now: Instant) -> None:
        """Build it anew if a window has opened or closed, or contacts may have come due."""
        runs_dry = not self.open_now and now >= self._built_at + _ASK_AGAIN_AFTER
        if self._places is not places or not self._built_at <= now < self._valid_until or runs_dry:
            self._build(places, now)

    def take(self, queue: PlacedQueue, lines: int, now: Instant) -> list[Contact]:
        """Up to `lines` contacts of the place that closes soonest; none if no place is open and has one."""
        while self.open_now:
            taken = queue.take_in(self._tenant_id, self.open_now[0], lines, now)
            if taken:
                return taken
            self.open_now.popleft()
        return []

    def next_eligible(self, places: Places, now: Instant) -> Instant | None:
        """The first instant at which a contact that waits is both due and lawful; None if none is in sight."""
        best: Instant | None = None
        for where in places.found:
            due = max(now, where.due_at)
            if best is not None and due >= best:
                break
            at = self._opens(where, due)
            # One that is due and open is with somebody else at this moment.
            if at is not None and at > now and (best is None or at < best):
                best = at
        return best

    def warm(self, places: Places, now: Instant) -> None:
        """Work the hours of all places out, so that no decision has to; callable from any thread."""
        for where in places.found:
            self._opens(where, max(now, where.due_at))

    def _build(self, places: Places, now: Instant) -> None:
        until = now + _FRESH_FOR
        cold = 0
        found: list[tuple[Instant, str, PlaceDue]] = []
        for where in places.found:
            if where.due_at > now:
                break
            bound = self._bound_of(where.campaign_id)
            if bound is not None and not self._is_worked_out(bound, where, now):
                cold += 1
                if cold > _MOST_WORKED_OUT:
                    # The others come with the next decisions: a first one must not hold the whole floor up.
                    until = now
                    continue
            closes = self._closes(bound, where, now)
            if closes is not None:
                found.append((closes, where.place, where))
                until = min(until, closes)
        found.sort(key=lambda one: one[:2])
        self.open_now = deque(where for _, _, where in found)
        self._places, self._built_at, self._valid_until = places, now, until

    def _is_worked_out(self, bound: _Bound, where: PlaceDue, now: Instant) -> bool:
        return not bound.by_hours or self._calling.timetable.is_worked_out(where.place, bound.terms, now)

    def _closes(self, bound: _Bound | None, where: PlaceDue, now: Instant) -> Instant | None:
        """When the place closes, None if it is closed. Places that no rule binds never close."""
        hours = self._hours(bound, where, now)
        return hours.until if hours.is_open else None

    def _opens(self, where: PlaceDue, at: Instant) -> Instant | None:
        hours = self._hours(self._bound_of(where.campaign_id), where, at)
        return at if hours.is_open else hours.until

    def _hours(self, bound: _Bound | None, where: PlaceDue, at: Instant) -> Hours:
        if bound is None:
            return _ALWAYS
        if bound.by_hours:
            return self._calling.timetable.hours(where.place, bound.terms, at)
        return _NEVER if self._calling.timetable.is_stopped(where.place, bound.terms) else _ALWAYS

    def _bound_of(self, campaign_id: Id | None) -> _Bound | None:
        """What binds the contacts of a campaign, None if nothing does."""
        if campaign_id not in self._bound:
            settings = self._calling.settings(self._tenant_id, campaign_id)
            by_hours = settings.mode is RulesMode.ENFORCE
            binds = by_hours or self._calling.has_emergencies(settings)
            terms = self._calling.terms(settings, self._dial)
            self._bound[campaign_id] = _Bound(terms, by_hours) if binds else None
        return self._bound[campaign_id]


class LawfulQueue:
    """The queues of a floor by the rules: one line for each queue and kind of dial that asks."""

    def __init__(self, calling: Calling, queue: PlacedQueue, rules: RuleDesk) -> None:
        self.calling = calling
        self.queue = queue
        self.rules = rules
        self._places: dict[QueueKey, Places] = {}
        self._lines: dict[tuple[QueueKey, Dial], LawfulLine] = {}

    def binds(self, tenant_id: Id, campaign_id: Id | None) -> bool:
        """Whether a session on this campaign (None: on all of the tenant's) may be refused contacts."""
        asked = self.calling.set_campaigns(tenant_id) if campaign_id is None else [campaign_id]
        return self.calling.may_refuse(tenant_id, asked)

    def places(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> Places:
        """Where contacts wait, as it is known by now."""
        key = (tenant_id, campaign_id)
        known = self._places.get(key)
        if known is None or not known.at <= now < known.at + _PLACES_FRESH_FOR:
            known = self._places[key] = Places(self.queue.places(tenant_id, campaign_id), now)
        return known

    def line(self, tenant_id: Id, campaign_id: Id | None, dial: Dial, now: Instant) -> LawfulLine:
        """The line as it is at an instant."""
        key = ((tenant_id, campaign_id), dial)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = LawfulLine(self.calling, tenant_id, dial)
        line.refresh(self.places(tenant_id, campaign_id, now), now)
        return line

    def watched(self) -> list[QueueKey]:
        """The queues that were asked for: where their contacts wait is to be learnt anew now and then."""
        return list(self._places)

    def learn(self, key: QueueKey, places: Places) -> None:
        """Where the contacts of a queue wait has been asked beside the loop."""
        if key in self._places:
            self._places[key] = places

    def warm(self, key: QueueKey, places: Places, now: Instant) -> None:
        """Work out all hours that decisions will ask for; callable from any thread."""
        for (whose, _), line in list(self._lines.items()):
            if whose == key:
                line.warm(places, now)

    def put_rules(self, state: RuleState, law: Law) -> None:
        """Take another rule set: the lines are built anew by it, and where contacts wait is known already."""
        self.rules.state = state
        self.calling.put_law(law)
        self._lines.clear()

    def forget(self) -> None:
        """Look at everything anew: settings have changed, or contacts have come."""
        self._places.clear()
        self._lines.clear()
