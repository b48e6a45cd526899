"""What an operator may read: deeds, and one agent in full; app/controller/log_pages.py has the search."""

import msgspec

from app.compliance.masking import masked
from app.controller.archive import Archive, CallArchive
from app.controller.board import limit_changed
from app.controller.floor import Floor
from app.engine.calls import Call
from app.engine.events import LimitEdited
from app.engine.limits import PRESET_CALLS_PER_HOUR, DialingMode, LimitId
from app.engine.records import AuditRecord, Deeds, RefusalRecord, SessionStep, Span
from app.engine.rulebook import AgentSettings, Scope
from app.engine.value import HOUR, Id, Instant
from app.wire.base import utc, utc_or_none
from app.wire.dialer import LimitUse
from app.wire.feed import FloorAgent
from app.wire.operator import (
    AgentDetail,
    AuditItem,
    AuditPage,
    CallItem,
    LimitStep,
    RefusalItem,
    Stretch,
)

_DETAIL_HOURS = 9
"""A session's eight hours, and the hour before it that its first rate looks back on."""


def audit_page(archive: CallArchive, tenant_id: Id, span: Span, before: int | None, deeds: Deeds) -> AuditPage:
    """The audit trail, newest first."""
    records = archive.audit(tenant_id, span, before, deeds)
    cursor = str(records[-1].number) if len(records) == span.size else None
    return AuditPage(records=[_audit_item(record) for record in records], cursor=cursor)


def agent_detail(
    floor: Floor, archive: Archive, row: FloorAgent, tenant_id: Id, now: Instant, limits: list[LimitUse]
) -> AgentDetail:
    """What the detail pane draws of one agent; `row` and `limits` were taken on the loop, this runs off it."""
    edits = archive.edits(row.id, 200)
    session_id = row.session.id if row.session is not None else None
    steps = archive.steps(session_id) if session_id is not None else []
    return AgentDetail(
        agent=row,
        calls=[utc(instant) for instant in archive.call_instants(row.id, now - _DETAIL_HOURS * HOUR)],
        limit_steps=limit_steps(floor, row.id, edits, now),
        refusals=[
            refusal_item(floor, refusal)
            for refusal in archive.refusals(
                tenant_id, Span(start=now - _DETAIL_HOURS * HOUR, stop=now + HOUR, size=200, agent_id=row.id)
            )
        ],
        edits=[limit_changed(edit) for edit in edits[:50]],
        stretches=stretches(steps),
        last_calls=[call_item(floor, call) for call in archive.calls(tenant_id, Span(size=20, agent_id=row.id))],
        limits=limits,
    )


def limit_steps(floor: Floor, agent_id: Id, edits: list[LimitEdited], now: Instant) -> list[LimitStep]:
    """The calls-per-hour limit as a step line, oldest first, ending with the one in force.

    Walks back from the settings in force through the agent's own edits; where it set nothing, what the wider scopes
    say today stands for what they said then.
    """
    settings = floor.rulebook.agent(agent_id)
    if settings is None:
        return []
    steps: list[LimitStep] = []
    for edit in edits:
        if edit.scope is Scope.AGENT and edit.field in ("maxCallsPerHour", "mode"):
            steps.append(LimitStep(at=utc(edit.at), amount=_amount(floor, settings)))
            settings = _before(settings, edit)
    steps.append(LimitStep(at=utc(now - _DETAIL_HOURS * HOUR), amount=_amount(floor, settings)))
    return steps[::-1]


def _before(settings: AgentSettings, edit: LimitEdited) -> AgentSettings:
    if edit.field == "mode":
        known = edit.before in [mode.value for mode in DialingMode]
        return msgspec.structs.replace(settings, mode=DialingMode(str(edit.before)) if known else settings.mode)
    before = edit.before if isinstance(edit.before, int) else None
    return msgspec.structs.replace(settings, max_calls_per_hour=before)


def _amount(floor: Floor, settings: AgentSettings) -> int:
    if settings.max_calls_per_hour is not None:
        return settings.max_calls_per_hour
    for scope, scope_id in floor.rulebook.wider_scopes(settings.tenant_id):
        setting = floor.rulebook.setting(scope, scope_id, LimitId.CALLS_HOUR)
        if setting is not None:
            return setting.amount
    return PRESET_CALLS_PER_HOUR[settings.mode]


def stretches(steps: list[SessionStep]) -> list[Stretch]:
    """A session's active and paused stretches, oldest first."""
    found: list[Stretch] = []
    for step, later in zip(steps, [*steps[1:], None], strict=False):
        if step.how in ("started", "resumed", "paused"):
            status = "paused" if step.how == "paused" else "active"
            until = utc(later.at) if later is not None else None
            found.append(Stretch(status="paused" if status == "paused" else "active", since=utc(step.at), until=until))
    return found


def call_item(floor: Floor, call: Call) -> CallItem:
    """A call in a list."""
    campaign = None if call.campaign_id is None else floor.campaigns.get(call.campaign_id)
    return CallItem(
        id=call.id,
        at=utc(call.created_at),
        agent_id=call.agent_id,
        agent=agent_name(floor, call.agent_id) or "",
        session_id=call.session_id,
        contact_id=call.contact_id,
        phone_number=masked(call.phone_number),
        status=call.status.value,
        disposition=call.disposition,
        duration=call.duration,
        ended_at=utc_or_none(call.ended_at),
        user_id=call.user_id,
        campaign_id=call.campaign_id,
        campaign=campaign.name if campaign is not None else None,
    )


def refusal_item(floor: Floor, refusal: RefusalRecord) -> RefusalItem:
    """Folded refusals in a list."""
    return RefusalItem(
        id=refusal.id,
        user_id=refusal.user_id,
        first_at=utc(refusal.first_at),
        last_at=utc(refusal.last_at),
        count=refusal.count,
        user=refusal.user,
        agent_id=refusal.agent_id,
        agent=agent_name(floor, refusal.agent_id) if refusal.agent_id is not None else None,
        session_id=refusal.session_id,
        code=refusal.code,
        limit_id=LimitId(refusal.limit_id).value,
        limit=refusal.amount,
        used=refusal.used,
        retry_at=utc_or_none(refusal.retry_at),
    )


def agent_name(floor: Floor, agent_id: Id) -> str | None:
    """What an agent is called, None if the floor does not know it."""
    desk = floor.desks.get(agent_id)
    return desk.agent.name if desk is not None else None


def _audit_item(record: AuditRecord) -> AuditItem:
    return AuditItem(
        number=record.number,
        at=utc(record.at),
        user=record.user,
        action=record.action,
        subject=record.subject,
        before=record.before,
        after=record.after,
        reason=record.reason,
    )
