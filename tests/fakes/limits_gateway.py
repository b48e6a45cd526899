"""Limits beyond one agent's on the fake floor: tiers, as the real engine keeps them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from app.client.errors import GatewayRefused
from app.wire.errors import ErrorBody
from app.wire.feed import LimitChanged
from app.wire.limits import (
    ChangeConflict,
    LimitChanges,
    LimitChangesAnswer,
    LimitDifference,
    LimitHistoryPage,
    LimitsDiff,
    PreviewLimits,
    PreviewState,
    SettingChange,
)
from app.wire.operator import Enforcement, LimitSetting, LimitsPage, TenantItem
from app.wire.tiers import AssignTier, CreateTier, RenameTier, TierItem, TiersPage
from tests.fakes.limits_effect import effect_of

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

LIMIT_IDS = ("api.minute", "api.hour", "calls.hour", "calls.day", "calls.gap", "sessions.active", "session.age")

OWN: dict[str, str] = {
    "mode": "mode",
    "maxCallsPerHour": "own_limit",
    "callTimeout": "timeout",
    "autoDialDelay": "own_delay",
    "enforcement": "own_enforcement",
}
ATTRIBUTES: dict[str, str] = {
    "mode": "mode",
    "maxCallsPerHour": "max_calls_per_hour",
    "callTimeout": "call_timeout",
    "autoDialDelay": "auto_dial_delay",
    "enforcement": "enforcement",
}


def no(status: int, code: str, sentence: str, field_name: str | None = None) -> GatewayRefused:
    """The engine's no."""
    name = field_name or msgspec.UNSET
    return GatewayRefused(status, ErrorBody(error=sentence, code=code, rate_limit_exceeded=False, field=name))


@dataclass
class FakeLimits:
    """`gateway.rulebook` over a `FloorGateway`'s world."""

    floor: "FloorGateway"
    tier_names: dict[str, str] = field(default_factory=dict)
    tier_of: dict[str, str | None] = field(default_factory=dict)
    others: list[TenantItem] = field(default_factory=list)
    set_amounts: dict[tuple[str, str | None, str], tuple[int, Enforcement, int]] = field(default_factory=dict)
    edits: list[LimitChanged] = field(default_factory=list)
    previews: dict[str, PreviewState] = field(default_factory=dict)
    tried: list[PreviewLimits] = field(default_factory=list)
    preview_total: int = 41_500
    preview_step: int = 20_750
    page_size: int = 100

    def limits(self) -> LimitsPage:
        self.floor.ask_for("limits")
        tenant = self.floor.me_answer.tenants[0].id
        scopes: list[tuple[str, str | None]] = [("tenant", tenant), ("system", None)]
        tier = self.tier_of.get(tenant)
        if tier is not None:
            scopes.insert(1, ("tier", tier))
        settings = [self.setting(scope, scope_id, limit) for scope, scope_id in scopes for limit in LIMIT_IDS]
        return LimitsPage(revision=self.floor.world.revision, settings=settings, in_use=[])

    def change(self, changes: LimitChanges) -> LimitChangesAnswer:
        self.floor.ask_for("change")
        with self.floor.guard:
            conflicts = [*self._lost_agents(changes), *self._lost_settings(changes)]
            if conflicts:
                current: dict[str, object] = {"conflicts": msgspec.to_builtins(conflicts)}
                sentence = "Someone else changed these limits meanwhile"
                body = ErrorBody(error=sentence, code="conflict", rate_limit_exceeded=False, current=current)
                raise GatewayRefused(409, body)
            made = self._apply(changes)
        self.floor.publish(self.floor.world.edits_only())
        revision = self.floor.world.revision
        return LimitChangesAnswer(revision=revision, applied=True, edits=made, faults=[], conflicts=[])

    def _lost_agents(self, changes: LimitChanges) -> list[ChangeConflict]:
        lost = []
        for one in changes.agents:
            person = self.floor.world.by_id[one.agent_id]
            if person.revision != one.expected_revision:
                lost.append(
                    ChangeConflict(
                        scope="agent",
                        scope_id=person.id,
                        subject=person.name,
                        field="",
                        revision=person.revision,
                        current={name: getattr(person, own) for name, own in OWN.items()},
                        edits=[edit for edit in person.edits if edit.revision > one.expected_revision],
                    )
                )
        return lost

    def _lost_settings(self, changes: LimitChanges) -> list[ChangeConflict]:
        lost = []
        for one in changes.settings:
            held = self.setting(one.scope, one.scope_id, one.limit_id)
            if held.revision != one.expected_revision:
                lost.append(
                    ChangeConflict(
                        scope=one.scope,
                        scope_id=one.scope_id,
                        subject=held.subject,
                        field=one.limit_id,
                        revision=held.revision,
                        current={"amount": held.amount, "enforcement": held.enforcement},
                        edits=[],
                    )
                )
        return lost

    def _apply(self, changes: LimitChanges) -> list[LimitChanged]:
        world = self.floor.world
        world.revision += 1
        made: list[LimitChanged] = []
        for one in changes.agents:
            person = world.by_id[one.agent_id]
            for name, own in OWN.items():
                after = getattr(one, ATTRIBUTES[name])
                before = getattr(person, own)
                if after is msgspec.UNSET or after == before:
                    continue
                setattr(person, own, after)
                edit = self._edit("agent", person.id, person.name, name, (before, after), changes.reason)
                world.record(person, edit)
                made.append(edit)
            person.revision = world.revision
        user = self.floor.me_answer.user
        made.extend(self.set_limit(setting, changes.reason, user) for setting in changes.settings)
        self.edits = [*reversed(made), *self.edits]
        return made

    def set_limit(self, one: SettingChange, reason: str, by: str) -> LimitChanged:
        """A scope's limit as edited by somebody; the change waits for the next message."""
        world = self.floor.world
        key = (one.scope, one.scope_id, one.limit_id)
        before = self.set_amounts.pop(key, None)
        after = None
        if one.amount is not None:
            self.set_amounts[key] = (one.amount, one.enforcement, world.revision)
            after = {"amount": one.amount, "enforcement": one.enforcement}
        was = None if before is None else {"amount": before[0], "enforcement": before[1]}
        subject = self.subject(one.scope, one.scope_id)
        edit = self._edit(one.scope, one.scope_id, subject, one.limit_id, (was, after), reason, by)
        world.tell(edit)
        return edit

    def _edit(
        self,
        scope: str,
        scope_id: str | None,
        subject: str,
        name: str,
        values: tuple[object, object],
        reason: str,
        by: str = "",
    ) -> LimitChanged:
        return msgspec.convert(
            {
                "revision": self.floor.world.revision,
                "scope": scope,
                "scopeId": scope_id,
                "subject": subject,
                "field": name,
                "before": values[0],
                "after": values[1],
                "by": by or self.floor.me_answer.user,
                "reason": reason,
                "at": self.floor.world.now,
            },
            LimitChanged,
        )

    def history(
        self, scope: str | None = None, scope_id: str | None = None, cursor: str | None = None, limit: int = 100
    ) -> LimitHistoryPage:
        self.floor.ask_for(f"history {scope} {cursor}")
        every = sorted(
            [*self.edits, *(edit for person in self.floor.world.people for edit in person.edits)],
            key=lambda edit: -edit.revision,
        )
        known = {(edit.revision, edit.scope, edit.scope_id, edit.field): edit for edit in every}
        found = [
            edit
            for edit in known.values()
            if (scope is None or edit.scope == scope) and (scope_id is None or edit.scope_id == scope_id)
        ]
        start = int(cursor or 0)
        size = min(limit, self.page_size)
        more = start + size < len(found)
        return LimitHistoryPage(changes=found[start : start + size], cursor=str(start + size) if more else None)

    def diff(self, after: int, until: int | None = None) -> LimitsDiff:
        self.floor.ask_for(f"diff {after} {until}")
        stop = self.floor.world.revision if until is None else until
        by_key: dict[tuple[str, str | None, str], list[LimitChanged]] = {}
        for edit in reversed(self.history(limit=10_000).changes):
            if after < edit.revision <= stop:
                by_key.setdefault((edit.scope, edit.scope_id, edit.field), []).append(edit)
        return LimitsDiff(
            from_=after,
            to=stop,
            differences=[
                LimitDifference(
                    scope=edits[-1].scope,
                    scope_id=edits[-1].scope_id,
                    subject=edits[-1].subject,
                    field=edits[-1].field,
                    before=edits[0].before,
                    after=edits[-1].after,
                    edits=len(edits),
                    last_by=edits[-1].by,
                    last_reason=edits[-1].reason,
                    last_at=edits[-1].at,
                )
                for edits in by_key.values()
                if edits[0].before != edits[-1].after
            ],
        )

    def start_preview(self, edits: PreviewLimits) -> PreviewState:
        self.floor.ask_for("start_preview")
        self.tried.append(edits)
        id_ = f"0198f000-0000-7000-8000-{len(self.previews) + 1:012d}"
        state = PreviewState(id=id_, state="running", done=0, total=None, error=None, effect=None)
        self.previews[id_] = state
        return state

    def preview_state(self, preview_id: str) -> PreviewState:
        self.floor.ask_for("preview_state")
        state = self.previews[preview_id]
        done = min(self.preview_total, state.done + self.preview_step)
        state = msgspec.structs.replace(state, done=done, total=self.preview_total)
        if done == self.preview_total and state.state == "running":
            state = msgspec.structs.replace(
                state, state="done", effect=effect_of(self.floor.world, self.tried[-1], self.preview_total)
            )
        self.previews[preview_id] = state
        return state

    def cancel_preview(self, preview_id: str) -> None:
        self.floor.ask_for("cancel_preview")
        self.previews[preview_id] = msgspec.structs.replace(self.previews[preview_id], state="cancelled")

    def tiers(self) -> TiersPage:
        self.floor.ask_for("tiers")
        return self._page()

    def _page(self) -> TiersPage:
        tenants = [*self.floor.me_answer.tenants, *self.others]
        return TiersPage(
            tiers=[
                TierItem(
                    id=id_,
                    name=name,
                    settings=[self.setting("tier", id_, limit) for limit in LIMIT_IDS],
                    tenants=[tenant for tenant in tenants if self.tier_of.get(tenant.id) == id_],
                )
                for id_, name in sorted(self.tier_names.items(), key=lambda item: item[1])
            ],
            unassigned=[tenant for tenant in tenants if self.tier_of.get(tenant.id) is None],
        )

    def setting(self, scope: str, scope_id: str | None, limit_id: str) -> LimitSetting:
        """A limit as one scope sets it."""
        found = self.set_amounts.get((scope, scope_id, limit_id))
        return msgspec.convert(
            {
                "scope": scope,
                "scopeId": scope_id,
                "subject": self.subject(scope, scope_id),
                "limitId": limit_id,
                "amount": found[0] if found else (SYSTEM[limit_id] if scope == "system" else None),
                "enforcement": found[1] if found else "enforce",
                "revision": found[2] if found else 0,
            },
            LimitSetting,
        )

    def subject(self, scope: str, scope_id: str | None) -> str:
        """What a scope is called."""
        return {"tenant": self.floor.world.tenant, "tier": self.tier_names.get(scope_id or "", "")}.get(scope, "system")

    def create_tier(self, wanted: CreateTier) -> TiersPage:
        self.floor.ask_for(f"create_tier {wanted.name}")
        if any(name.casefold() == wanted.name.casefold() for name in self.tier_names.values()):
            raise no(400, "invalid_request", f"There is a tier called {wanted.name}; choose another name", "name")
        self.tier_names[f"0198e000-0000-7000-8000-{len(self.tier_names) + 1:012d}"] = wanted.name
        return self._page()

    def rename_tier(self, tier_id: str, wanted: RenameTier) -> TiersPage:
        self.floor.ask_for(f"rename_tier {wanted.name}")
        self.tier_names[tier_id] = wanted.name
        return self._page()

    def delete_tier(self, tier_id: str) -> TiersPage:
        self.floor.ask_for("delete_tier")
        if tier_id in self.tier_of.values():
            raise no(409, "conflict", f"{self.tier_names[tier_id]} is the tier of a tenant; move it to another first")
        del self.tier_names[tier_id]
        return self._page()

    def assign_tier(self, tenant_id: str, wanted: AssignTier) -> TiersPage:
        self.floor.ask_for(f"assign_tier {wanted.reason}")
        if wanted.expected_tier_id is not msgspec.UNSET and wanted.expected_tier_id != self.tier_of.get(tenant_id):
            raise no(409, "conflict", "The tenant was moved to another tier meanwhile")
        self.tier_of[tenant_id] = wanted.tier_id
        return self._page()


SYSTEM: dict[str, int] = {
    "api.minute": 60,
    "api.hour": 500,
    "calls.hour": 100,
    "calls.day": 800,
    "calls.gap": 2,
    "sessions.active": 5,
    "session.age": 28_800,
}
