"""What operators, jobs and accidents do in a story."""

import msgspec

from app.controller.change import Change
from app.controller.edit_agent import edit_agent
from app.controller.edit_limit import LimitPlace, edit_limit
from app.controller.outcomes import Conflict, Done, Outcome
from app.controller.sweep import close_lost_calls, end_idle_sessions, expire_sessions
from app.controller.tiers import assign_tier, make_tier
from app.engine.limits import LimitId
from app.engine.people import Identity, Tier
from app.engine.rulebook import Scope
from app.engine.value import DAY, Duration, Id, Instant
from app.wire.base import utc
from app.wire.operator import EditAgent, EditLimit
from app.wire.tiers import AssignTier, CreateTier
from tests.fakes.bare_engine import Deed, Try
from tests.fakes.floor_story import FloorStory
from tests.fakes.naive_rules import Setting

REASON = "the model asks for it"


class FloorEdits:
    """The edits, sweeps and restarts of a story."""

    def __init__(self, story: FloorStory) -> None:
        self._story = story
        self._naive = story.naive
        self.operator: Identity = next(iter(story.world.admins.values()))

    def make_tier(self, name: str) -> Id:
        """A tier that sets nothing yet."""
        outcome = self._do(
            lambda change, now: make_tier(change, self.operator, CreateTier(name=name, reason=REASON), now)
        )
        assert isinstance(outcome, Done)
        assert isinstance(outcome.answer, Tier)
        return outcome.answer.id

    def limit_agent(self, agent_id: Id, field: str, value: Setting, lasts: Duration | None) -> None:
        """Edit one field of an agent; one that was told 409, because a term has just ended, looks and asks again."""
        story, now = self._story, self._story.now
        story.say(f"agent {self._agent(agent_id)}: {field} = {value} {'' if lasts is None else f'for {lasts}'}")
        admin = story.world.admins[self._naive.rules.agents[agent_id].tenant]
        until = None if lasts is None else now + lasts

        def deed(change: Change, at: Instant) -> Outcome[object]:
            return edit_agent(change, admin, agent_id, self._intent(agent_id, field, value, until), at)

        outcome = self._do(deed)
        if isinstance(outcome, Conflict):
            outcome = self._do(deed)
        assert isinstance(outcome, Done), outcome
        self._naive.edit_agent(agent_id, field, value, now, until)

    def limit_scope(self, scope: str, scope_id: Id | None, limit: str, amount: int | None, *, enforced: bool) -> None:
        """Edit a limit of a tenant, a tier or the system; first with a revision that is gone, which changes nothing."""
        self._story.say(f"{scope} {limit} = {amount} {'' if enforced else 'alert-only'}")
        admin = self._story.world.admins[scope_id] if scope == "tenant" and scope_id else self.operator
        place = LimitPlace(scope=Scope(scope), scope_id=scope_id, limit_id=LimitId(limit))
        known = self._story.engine.floor.rulebook.setting(place.scope, scope_id, place.limit_id)
        revision = 0 if known is None else known.revision

        def edited(expected: int) -> Outcome[object]:
            intent = EditLimit(
                expected_revision=expected,
                reason=REASON,
                amount=amount,
                enforcement="enforce" if enforced else "alert-only",
            )
            return self._do(lambda change, now: edit_limit(change, admin, place, intent, now, operator=True))

        assert isinstance(edited(revision - 1), Conflict)
        outcome = edited(revision)
        assert isinstance(outcome, Done), outcome
        self._naive.edit_scope(scope, scope_id, limit, amount, self._story.now, enforced=enforced)

    def move_tenant(self, tenant_id: Id, tier_id: Id | None) -> None:
        """Move a tenant to a tier or to none."""
        if self._naive.rules.tier_of.get(tenant_id) == tier_id:
            return
        number = list(self._story.world.admins).index(tenant_id) + 1
        self._story.say(f"tenant {number} moves to {'no tier' if tier_id is None else 'another tier'}")
        intent = AssignTier(tier_id=tier_id, reason=REASON)
        outcome = self._do(lambda change, now: assign_tier(change, self.operator, tenant_id, intent, now))
        assert isinstance(outcome, Done), outcome
        self._naive.assign(tenant_id, tier_id, self._story.now)

    def sweep(self, job: str) -> None:
        """A job runs, whenever that may be."""
        engine, now = self._story.engine, self._story.now
        self._story.say(f"job {job}")
        if job == "expire":
            self._sweep(expire_sessions(engine.floor, now))
        elif job == "lost calls":
            self._sweep(close_lost_calls(engine.floor, now))
        elif job == "idle":
            self._sweep(close_lost_calls(engine.floor, now))
            self._sweep(end_idle_sessions(engine.floor, now))
            self._naive.end_idle(now)
        else:
            engine.floor.forget_old(now)

    def restart(self, how: str, *, reboots: bool) -> None:
        """End the engine, or kill it, and start it again: on a machine that was booted anew if that is said.

        Time never goes back behind what was acknowledged. In one boot it goes on as if nothing had happened, unless
        for a day nothing was logged; in another the wall clock is all there is.
        """
        story = self._story
        before, last = story.now, max((at for _, at in self._naive.requests), default=0)
        if reboots:
            story.machine.reboot()
        if how == "kill":
            story.engine.kill()
        else:
            story.engine.restart()
        after = story.now
        story.say(f"{how}{' and reboot' if reboots else ''}, wall {utc(story.machine.wall)}")
        assert after >= last
        if not reboots and before - last < DAY:
            assert after == before
        elif story.machine.wall >= before:
            assert after in (before, story.machine.wall)

    def _sweep(self, change: Change) -> None:
        facts = change.facts

        def same(into: Change, _: Instant) -> Outcome[object]:
            into.facts.extend(facts)
            return Done(None)

        self._story.engine.ask(Try(None, same))

    def _do(self, deed: Deed) -> Outcome[object]:
        return self._story.engine.ask(Try(None, deed))

    def _intent(self, agent_id: Id, field: str, value: Setting, until: Instant | None) -> EditAgent:
        settings = self._story.engine.floor.rulebook.agent(agent_id)
        assert settings is not None
        body: dict[str, object] = {field: value, "expectedRevision": settings.revision, "reason": REASON}
        if until is not None:
            body["until"] = utc(until)
        return msgspec.convert(body, EditAgent)

    def _agent(self, agent_id: Id) -> int:
        return list(self._naive.rules.agents).index(agent_id) + 1
