"""Watches the floor for what people should look at: committed facts say where to look, a sweep each second looks.

Hearing a fact costs a decision a mark in a dictionary; all arithmetic is the sweep's. A sweep that is late tells
later and changes no decision.
"""

from collections.abc import Callable, Sequence

from app.controller.abandonment import standings
from app.controller.alert_book import move_alert
from app.controller.alert_hours import are_quiet
from app.controller.alert_lists import look_at_lists
from app.controller.alert_places import AlertPlaces
from app.controller.alert_subjects import agent_subject, campaign_subject, session_subject, tenant_subject
from app.controller.alert_tries import COUNT_EVERY, TryKey, TryTally
from app.controller.board import Board
from app.controller.change import Change
from app.controller.days import next_day
from app.controller.floor import Floor
from app.engine.abandonment import NOTHING
from app.engine.alert_rules import (
    REFUSALS_LAST,
    Level,
    abandonment,
    expiry_over,
    near_limit,
    next_mark,
    refusals,
    session_age,
    session_expired,
)
from app.engine.alerts import (
    Alert,
    AlertRule,
    AlertState,
    Phase,
    Sign,
    Step,
    SubjectKind,
    begin,
    follow,
    takes,
    tell,
    wake,
)
from app.engine.limits import LimitId
from app.engine.sessions import Session
from app.engine.value import MINUTE, SECOND, Id, Instant
from app.engine.windows import NEVER

SUBJECTS_A_LOOK = 100
"""Agents looked at in one go: under a millisecond of the loop that decides. The others have their turn next."""


class AlertWatch:
    """The rules over one floor, at the places that `hear` was told of."""

    def __init__(self, floor: Floor, board: Board, wake: Callable[[], None]) -> None:
        self._floor = floor
        self._board = board
        self._places = AlertPlaces(floor, wake)
        self._forget_at: Instant = 0
        self._near_at: Instant = 0
        self._lists_at: Instant = 0
        self._has_more_tries = False
        self._reported: list[tuple[Id, Sign]] = []
        self.hear = self._places.hear
        self.restore = self._places.restore
        self._places.everywhere()

    @property
    def is_behind(self) -> bool:
        """True if agents or tries wait to be looked at: come back sooner than in a second."""
        return bool(self._places.agents) or self._has_more_tries

    def report(self, tenant_id: Id, sign: Sign) -> None:
        """Let the next look take in what somebody else has seen."""
        self._reported.append((tenant_id, sign))

    def sweep(self, now: Instant) -> Change:
        """Look where something happened, and where time alone brings something about."""
        change = Change(self._floor)
        change.on_undo(self._places.everywhere)
        try:
            self._look(change, now)
        except BaseException:
            # Half a look is none: what it had moved in memory is not on the disk.
            change.undo()
            raise
        return change

    def count_all(self) -> None:
        """Let the next look put every try that was heard of on its alert, as before a stop."""
        self._places.is_all_due = True

    def _look(self, change: Change, now: Instant) -> None:
        self._look_at_tries(change, now)
        self._look_at_expiries(change, now)
        self._look_at_agents(change, now)
        self._look_at_sessions(change, now)
        self._look_at_tenants(change, now)
        self._look_at_lists(change, now)
        self._look_at_reports(change, now)
        self._call(change, now)
        if now >= self._forget_at:
            self._forget_at = now + MINUTE
            self._floor.alerts.forget(now)
            self._places.forget(now)

    def _look_at_tries(self, change: Change, now: Instant) -> None:
        due = [(key, tally) for key, tally in self._places.tries.items() if self._is_due(key, tally, now)]
        for (rule, _), tally in due[:SUBJECTS_A_LOOK]:
            self._judge(change, rule, tally, now)
        self._has_more_tries = len(due) > SUBJECTS_A_LOOK
        self._places.is_all_due = self._places.is_all_due and self._has_more_tries
        for rule in (AlertRule.REFUSALS, AlertRule.WOULD_REFUSE):
            for alert in self._floor.alerts.standing(rule):
                # One that a start brought back is looked at like any other from the next time on.
                self._places.tally(rule, alert.tenant_id, alert.subject)

    def _is_due(self, key: TryKey, tally: TryTally, now: Instant) -> bool:
        """True if a look may change something: most of those that stand only wait for more, or for none to come."""
        alert = self._floor.alerts.latest(*key)
        if alert is None or not alert.standing:
            return tally.new > tally.seen
        wait = COUNT_EVERY if tally.new else REFUSALS_LAST
        return now - alert.last_at >= wait or self._places.is_all_due

    def _judge(self, change: Change, rule: AlertRule, tally: TryTally, now: Instant) -> None:
        alert = self._floor.alerts.latest(rule, tally.subject.id)
        last_at = alert.last_at if alert is not None and alert.standing else 0
        settings = self._floor.alerts.settings(tally.tenant_id).of_agent(tally.subject.agent_id)
        sign = refusals(rule, tally.subject, tally.tries(last_at, now), settings.refusals_per_hour, now)
        if sign.phase is Phase.HELD:
            tally.seen = tally.new
        else:
            self._take(change, tally)
        self._settle(change, tally.tenant_id, sign, now)

    @staticmethod
    def _take(change: Change, tally: TryTally) -> None:
        """They are on the alert from now on, or again not, if the log cannot take it."""
        counted = tally.new
        tally.new = tally.seen = 0

        def count_again() -> None:
            tally.new += counted

        change.on_undo(count_again)

    def _look_at_expiries(self, change: Change, now: Instant) -> None:
        for alert in self._floor.alerts.standing(AlertRule.SESSION_EXPIRED):
            desk = self._floor.desks.get(alert.subject.id)
            session = self._floor.sessions.get(desk.session_id or "") if desk is not None else None
            has_session = session is not None and session.is_live
            over = expiry_over(alert.subject, has_session=has_session, last_at=alert.last_at, now=now)
            self._settle(change, alert.tenant_id, over, now)
        expired, self._places.expired = self._places.expired, []
        change.on_undo(lambda: self._places.expired.extend(expired))
        for session in expired:
            age = (session.expires_at - session.started_at) // SECOND
            sign = session_expired(agent_subject(self._floor, session.agent_id), age, age)
            self._settle(change, session.tenant_id, sign, now)

    def _look_at_agents(self, change: Change, now: Instant) -> None:
        if now >= self._near_at:
            # Time alone lets a level fall: those that stand have their turn each second.
            self._near_at = now + SECOND
            near = self._floor.alerts.standing(AlertRule.NEAR_LIMIT)
            self._places.agents.update((a.subject.id, None) for a in near if a.subject.kind is SubjectKind.AGENT)
        for agent_id in list(self._places.agents)[:SUBJECTS_A_LOOK]:
            del self._places.agents[agent_id]
            desk = self._floor.desks.get(agent_id)
            if desk is not None:
                self._settle(change, desk.agent.tenant_id, self._near(agent_id, now), now)

    def _near(self, agent_id: Id, now: Instant) -> Sign:
        floor = self._floor
        agent = floor.desks[agent_id].agent
        percent = floor.alerts.settings(agent.tenant_id).of_agent(agent_id).near_limit_percent
        standing = floor.alerts.stands(AlertRule.NEAR_LIMIT, agent_id)
        return near_limit(agent_subject(floor, agent_id), self._levels(agent_id, now), percent, standing=standing)

    def _levels(self, agent_id: Id, now: Instant) -> list[Level]:
        """The windows that fill up for one agent: its hour, its session's day, its user's requests."""
        desk = self._floor.desks[agent_id]
        subjects = [(LimitId.CALLS_HOUR, agent_id), (LimitId.CALLS_DAY, desk.session_id)]
        subjects.append((LimitId.API_HOUR, desk.agent.user_id))
        return [
            Level(
                limit_id,
                self._floor.usage.used(limit_id, subject, now),
                self._floor.limit(limit_id, desk.agent.tenant_id, agent_id).amount,
            )
            for limit_id, subject in subjects
            if subject is not None
        ]

    def _look_at_sessions(self, change: Change, now: Instant) -> None:
        for alert in self._floor.alerts.standing(AlertRule.SESSION_AGE):
            session = self._floor.sessions.get(alert.subject.id)
            if session is None or not session.is_live:
                over = Sign(rule=AlertRule.SESSION_AGE, subject=alert.subject, phase=Phase.CLEAR)
                self._settle(change, alert.tenant_id, over, now)
        if now < self._places.next_mark:
            return
        for tenant_id in list(self._floor.live):
            for session in self._floor.live_sessions(tenant_id):
                if now >= self._places.mark_due.get(session.id, 0):
                    self._look_at_age(change, session, now)
        self._places.next_mark = min(self._places.mark_due.values(), default=NEVER)

    def _look_at_age(self, change: Change, session: Session, now: Instant) -> None:
        percents = self._floor.alerts.settings(session.tenant_id).of_agent(session.agent_id).session_age_percents
        age = session.expires_at - session.started_at
        subject = session_subject(self._floor, session)
        # One that expires with its last mark is not worth a word of its own: its expiry is told.
        if not self._floor.expires(session, now):
            self._settle(change, session.tenant_id, session_age(subject, session.started_at, age, percents, now), now)
        due = next_mark(session.started_at, age, percents, now)
        self._places.mark_due[session.id] = NEVER if due is None else due

    def _look_at_tenants(self, change: Change, now: Instant) -> None:
        for tenant_id in self._places.tenants:
            subject = tenant_subject(self._floor, tenant_id)
            thresholds = self._floor.alerts.settings(tenant_id).thresholds
            live = sum(not self._floor.expires(session, now) for session in self._floor.live_sessions(tenant_id))
            level = Level(LimitId.SESSIONS_ACTIVE, live, self._floor.limit(LimitId.SESSIONS_ACTIVE, tenant_id).amount)
            standing = self._floor.alerts.stands(AlertRule.NEAR_LIMIT, tenant_id)
            near = near_limit(subject, [level], thresholds.near_limit_percent, standing=standing)
            self._settle(change, tenant_id, near, now)
            self._look_at_campaigns(change, tenant_id, thresholds.abandonment_basis_points, now)
        # Days leave the thirty by themselves, so one that stands is looked at again.
        self._places.tenants = {alert.tenant_id: None for alert in self._floor.alerts.standing(AlertRule.ABANDONMENT)}

    def _look_at_lists(self, change: Change, now: Instant) -> None:
        if now >= self._lists_at:
            self._lists_at = now + MINUTE
            for tenant_id, sign in look_at_lists(self._floor, now):
                self._settle(change, tenant_id, sign, now)

    def _look_at_campaigns(self, change: Change, tenant_id: Id, marks: Sequence[int], now: Instant) -> None:
        """Each campaign by the worse of its thirty-day figures; the tenant itself stands for calls of no campaign."""
        counts = {one.family: one.figures.worse for one in standings(self._floor, tenant_id, now)}
        for family in {tenant_id: None, **counts}:
            tally = counts.get(family, NOTHING)
            subject = campaign_subject(self._floor, tenant_id, family)
            standing = self._floor.alerts.stands(AlertRule.ABANDONMENT, family)
            sign = abandonment(subject, tally.live, tally.abandoned, marks, standing=standing)
            self._settle(change, tenant_id, sign, now)

    def _look_at_reports(self, change: Change, now: Instant) -> None:
        reported, self._reported = self._reported, []
        change.on_undo(lambda: self._reported.extend(reported))
        for tenant_id, sign in reported:
            self._settle(change, tenant_id, sign, now)

    def _call(self, change: Change, now: Instant) -> None:
        """Wake what was snoozed until now, and let call what waited for the end of quiet hours."""
        for alert in list(self._floor.alerts.unresolved()):
            step = wake(alert, now)
            if step is not None:
                self._move(change, step, now)
            elif alert.tell_due and alert.state is AlertState.OPEN and not self._is_quiet(alert.tenant_id, now):
                self._move(change, Step(alert, "told"), now)

    def _settle(self, change: Change, tenant_id: Id, sign: Sign, now: Instant) -> None:
        alert: Alert | None = self._floor.alerts.latest(sign.rule, sign.subject.id)
        if alert is not None and takes(alert, now):
            step = follow(alert, sign, now)
        elif sign.phase is Phase.RAISED:
            tenant = self._floor.tenant(tenant_id)
            day_ends = next_day(now, tenant.time_zone if tenant is not None else "UTC")
            step = begin(sign, self._floor.ports.new_id(now), tenant_id, now, day_ends)
        else:
            return
        if step is not None:
            self._move(change, step, now)

    def _move(self, change: Change, step: Step, now: Instant) -> None:
        quiet = self._is_quiet(step.alert.tenant_id, now)
        move_alert(change, Step(tell(step.alert, now, quiet=quiet), step.how), now)

    def _is_quiet(self, tenant_id: Id, now: Instant) -> bool:
        tenant = self._floor.tenant(tenant_id)
        return are_quiet(self._floor.alerts.settings(tenant_id), tenant.time_zone if tenant else "UTC", now)
