"""An admin edits a limit of the tenant, its tier or the system."""

from typing import Literal

import msgspec

from app.controller.change import Change
from app.controller.floor import Floor
from app.controller.outcomes import Conflict, Denied, Done, Invalid, Missing, Outcome
from app.controller.session_ends import expire_all
from app.controller.status import sessions_use
from app.engine import events
from app.engine.limits import LIMITS, Enforcement, LimitId
from app.engine.people import Identity
from app.engine.rulebook import Scope, Setting, SettingKey
from app.engine.sessions import expiry
from app.engine.value import Id, Instant, Value
from app.wire.operator import EditLimit, LimitSetting, LimitsPage


class LimitPlace(Value, frozen=True, kw_only=True):
    """Which limit of which scope."""

    scope: Scope
    scope_id: Id | None
    limit_id: LimitId


def edit_limit(
    change: Change, identity: Identity, place: LimitPlace, intent: EditLimit, now: Instant, *, operator: bool
) -> Outcome[LimitsPage]:
    """Set, or with no amount unset, a limit; a conflict with both values if someone was quicker."""
    refused = may_not_edit(change.floor, identity, place, operator=operator)
    if refused is not None:
        return refused
    kind = LIMITS[place.limit_id]
    if intent.amount is not None and not kind.lowest <= intent.amount <= kind.highest:
        return Invalid(field="amount", sentence=f"amount must be {kind.lowest} to {kind.highest} {kind.unit}")
    key = (place.scope, place.scope_id, place.limit_id)
    before = change.floor.rulebook.setting(*key)
    if (before.revision if before is not None else 0) != intent.expected_revision:
        return Conflict(
            sentence="Someone else changed this limit meanwhile",
            current={**setting_json(before), "revision": before.revision if before is not None else 0},
            yours={"amount": intent.amount, "enforcement": intent.enforcement},
        )
    _apply(change, identity, key, intent, now)
    return Done(limits_page(change.floor, identity.tenant_id, now))


def may_not_edit(floor: Floor, identity: Identity, place: LimitPlace, *, operator: bool) -> Denied | Missing | None:
    """A tenant's admin edits its own limits; what other tenants share belongs to the local operator."""
    if place.scope is Scope.TENANT:
        return None if place.scope_id == identity.tenant_id else Missing(what="tenant")
    if place.scope is Scope.TIER and not _sees_tier(floor, identity, place.scope_id, operator=operator):
        return Missing(what="tier")
    if not operator:
        return Denied(sentence=f"{place.scope.value} limits touch other tenants; only the local operator edits them")
    return None


def _sees_tier(floor: Floor, identity: Identity, tier_id: Id | None, *, operator: bool) -> bool:
    """The operator of the folder sees every tier, a tenant its own."""
    return tier_id in floor.tiers if operator else floor.rulebook.tier_of(identity.tenant_id) == tier_id


def _apply(change: Change, identity: Identity, key: SettingKey, intent: EditLimit, now: Instant) -> None:
    floor = change.floor
    if key[2] is LimitId.SESSION_AGE:
        expire_all(change, now)
    before = floor.rulebook
    revision = before.revision + 1
    setting = None
    if intent.amount is not None:
        setting = Setting(amount=intent.amount, enforcement=Enforcement(intent.enforcement), revision=revision)
    floor.rulebook = before.with_setting(key, setting, revision)
    change.on_undo(lambda: setattr(floor, "rulebook", before))
    edited = _edited(floor, identity, key, before.setting(*key), intent.reason, now)
    change.add(edited)
    change.add(
        events.DeedRecorded(
            tenant_id=identity.tenant_id,
            at=now,
            user=identity.user,
            action="limits.edit",
            subject=f"{edited.scope.value} {edited.subject} {edited.field}",
            before=edited.before,
            after=edited.after,
            reason=intent.reason,
        )
    )
    if key[2] is LimitId.SESSION_AGE:
        age_sessions(change)


def _edited(
    floor: Floor, identity: Identity, key: SettingKey, old: Setting | None, reason: str, now: Instant
) -> events.LimitEdited:
    scope, scope_id, limit_id = key
    return events.LimitEdited(
        revision=floor.rulebook.revision,
        tenant_id=identity.tenant_id if scope is Scope.TENANT else None,
        scope=scope,
        scope_id=scope_id,
        subject=subject_name(floor, scope, scope_id),
        field=limit_id.value,
        before=setting_json(old) or None,
        after=setting_json(floor.rulebook.setting(*key)) or None,
        by=identity.user,
        reason=reason,
        at=now,
    )


def age_sessions(change: Change) -> None:
    """Sessions that run get the expiry of the age in force: an edit holds from the next decision on."""
    floor = change.floor
    for tenant_id in list(floor.live):
        age = floor.limit(LimitId.SESSION_AGE, tenant_id).amount
        for session in list(floor.live_sessions(tenant_id)):
            expires_at = expiry(session.started_at, age)
            if expires_at != session.expires_at:
                change.count_session(msgspec.structs.replace(session, expires_at=expires_at))


def limits_page(floor: Floor, tenant_id: Id, now: Instant) -> LimitsPage:
    """Every limit setting the tenant is subject to, the unset ones with the system's default."""
    scopes: list[tuple[Scope, Id | None]] = [(Scope.TENANT, tenant_id), (Scope.SYSTEM, None)]
    tier_id = floor.rulebook.tier_of(tenant_id)
    if tier_id is not None:
        scopes.insert(1, (Scope.TIER, tier_id))
    settings = [item for scope, scope_id in scopes for item in settings_of(floor, scope, scope_id)]
    return LimitsPage(revision=floor.rulebook.revision, settings=settings, in_use=[sessions_use(floor, tenant_id, now)])


def settings_of(floor: Floor, scope: Scope, scope_id: Id | None) -> list[LimitSetting]:
    """Every limit as one scope sets it; an amount of None is set by a wider one."""
    return [_setting(floor, scope, scope_id, limit_id) for limit_id in LIMITS]


def _setting(floor: Floor, scope: Scope, scope_id: Id | None, limit_id: LimitId) -> LimitSetting:
    setting = floor.rulebook.setting(scope, scope_id, limit_id)
    default = LIMITS[limit_id].default if scope is Scope.SYSTEM else None
    return LimitSetting(
        scope=_scope_word(scope),
        scope_id=scope_id,
        subject=subject_name(floor, scope, scope_id),
        limit_id=limit_id.value,
        amount=setting.amount if setting is not None else default,
        enforcement="alert-only"
        if setting is not None and setting.enforcement is Enforcement.ALERT_ONLY
        else "enforce",
        revision=setting.revision if setting is not None else 0,
    )


def _scope_word(scope: Scope) -> Literal["tenant", "tier", "system"]:
    match scope:
        case Scope.TENANT:
            return "tenant"
        case Scope.TIER:
            return "tier"
        case _:
            return "system"


def subject_name(floor: Floor, scope: Scope, scope_id: Id | None) -> str:
    """What a scope is called."""
    if scope is Scope.TENANT and scope_id is not None:
        tenant = floor.tenant(scope_id)
        return tenant.name if tenant is not None else scope_id
    tier = floor.tiers.get(scope_id) if scope_id is not None else None
    if tier is not None:
        return tier.name
    return "system" if scope_id is None else scope_id


def setting_json(setting: Setting | None) -> dict[str, object]:
    """What a scope sets, as the log and the wire have it; empty if it sets nothing."""
    return {} if setting is None else {"amount": setting.amount, "enforcement": setting.enforcement.value}
