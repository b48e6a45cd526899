"""An admin sets from where on alerts are raised, for the tenant and for single agents, and when they are quiet."""

from collections.abc import Sequence

import msgspec

from app.controller.change import Change
from app.controller.floor import Floor
from app.controller.outcomes import Conflict, Done, Invalid, Outcome
from app.engine import alert_rules, events
from app.engine.people import Identity
from app.engine.value import Id, Instant
from app.wire.alerts import AgentAlertThresholds, AlertSettingsPage, AlertThresholds, EditAlertSettings, QuietHours


def alert_settings_page(floor: Floor, tenant_id: Id) -> AlertSettingsPage:
    """What holds for a tenant."""
    settings = floor.alerts.settings(tenant_id)
    tenant = floor.tenant(tenant_id)
    quiet = settings.quiet_hours
    return AlertSettingsPage(
        revision=settings.revision,
        time_zone=tenant.time_zone if tenant is not None else "UTC",
        thresholds=msgspec.convert(_fields(settings.thresholds), AlertThresholds),
        quiet_hours=None if quiet is None else QuietHours(start=_clock(quiet.start), end=_clock(quiet.end)),
        agents=[
            msgspec.convert({"agentId": agent_id, **_fields(own)}, AgentAlertThresholds)
            for agent_id, own in settings.agents.items()
        ],
    )


def edit_alert_settings(
    change: Change, identity: Identity, intent: EditAlertSettings, now: Instant
) -> Outcome[AlertSettingsPage]:
    """The settings as wanted; a conflict with both if someone was quicker."""
    floor = change.floor
    page = alert_settings_page(floor, identity.tenant_id)
    wanted = _wanted(intent)
    if intent.expected_revision != page.revision:
        return Conflict(
            sentence="Someone else changed the alert settings meanwhile",
            current=msgspec.to_builtins(page),
            yours=wanted,
        )
    fault = _fault(floor, identity.tenant_id, intent)
    if fault is not None:
        return fault
    before = floor.alerts.settings(identity.tenant_id)
    settings = _settings(intent, before.revision + 1)
    floor.alerts.put_settings(identity.tenant_id, settings)
    change.on_undo(lambda: floor.alerts.put_settings(identity.tenant_id, before))
    change.add(events.AlertSettingsEdited(tenant_id=identity.tenant_id, settings=settings, by=identity.user, at=now))
    change.add(
        events.DeedRecorded(
            tenant_id=identity.tenant_id,
            at=now,
            user=identity.user,
            action="alerts.settings",
            subject=identity.tenant_id,
            before=msgspec.to_builtins(page),
            after=wanted,
            reason=intent.reason,
        )
    )
    return Done(alert_settings_page(floor, identity.tenant_id))


def _fault(floor: Floor, tenant_id: Id, intent: EditAlertSettings) -> Invalid | None:
    """What no type says: marks that rise, hours that are some, agents that are the tenant's and named once."""
    marks: list[tuple[str, Sequence[int] | msgspec.UnsetType]] = [
        ("thresholds.sessionAgePercents", intent.thresholds.session_age_percents),
        ("thresholds.abandonmentBasisPoints", intent.thresholds.abandonment_basis_points),
        *(("agents.sessionAgePercents", own.session_age_percents) for own in intent.agents),
    ]
    for field, values in marks:
        if values is not msgspec.UNSET and list(values) != sorted(set(values)):
            return Invalid(field=field, sentence=f"{field} must rise from mark to mark")
    quiet = intent.quiet_hours
    if quiet is not None and quiet.start == quiet.end:
        return Invalid(
            field="quietHours", sentence="quiet hours must end at another time than they start; null for none"
        )
    named = [own.agent_id.lower() for own in intent.agents]
    for agent_id in named:
        if floor.agent(tenant_id, agent_id) is None or named.count(agent_id) > 1:
            return Invalid(
                field="agents", sentence=f"agents must each name another agent of the tenant; see {agent_id}"
            )
    return None


def _settings(intent: EditAlertSettings, revision: int) -> alert_rules.AlertSettings:
    quiet = intent.quiet_hours
    return alert_rules.AlertSettings(
        revision=revision,
        thresholds=msgspec.convert(_snake(intent.thresholds), alert_rules.AlertThresholds),
        agents={own.agent_id.lower(): _own(own) for own in intent.agents},
        quiet_hours=None
        if quiet is None
        else alert_rules.QuietHours(start=_minutes(quiet.start), end=_minutes(quiet.end)),
    )


def _own(own: AgentAlertThresholds) -> alert_rules.AgentThresholds:
    fields = _snake(own)
    del fields["agent_id"]
    return msgspec.convert(fields, alert_rules.AgentThresholds)


def _snake(body: msgspec.Struct) -> dict[str, object]:
    """Field by field under the engine's names; what is unset is left out."""
    fields = {field.name: getattr(body, field.name) for field in msgspec.structs.fields(body)}
    return {name: value for name, value in fields.items() if value is not msgspec.UNSET}


def _fields(value: msgspec.Struct) -> dict[str, object]:
    """Field by field under the wire's names."""
    return {_camel(name): found for name, found in _snake(value).items()}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(other.title() for other in others)


def _wanted(intent: EditAlertSettings) -> dict[str, object]:
    wanted: dict[str, object] = msgspec.to_builtins(intent)
    return {name: value for name, value in wanted.items() if name not in ("reason", "expectedRevision")}


def _minutes(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
