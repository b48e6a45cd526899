"""Every request of a dialer, first of all: the API limits of its user."""

from app.controller.change import Change
from app.controller.outcomes import Limited
from app.engine import events
from app.engine.limits import LimitId
from app.engine.people import Identity
from app.engine.value import Id, Instant
from app.engine.verdict import Admitted, Refused, Warned


def admit_request(change: Change, identity: Identity, endpoint: str, now: Instant) -> Limited | None:
    """Charge one request to the user's minute and hour, or refuse it; a refused one is not counted."""
    floor = change.floor
    minute = floor.limit(LimitId.API_MINUTE, identity.tenant_id)
    hour = floor.limit(LimitId.API_HOUR, identity.tenant_id)
    verdict = floor.ports.usage.reserve_request(identity.user_id, minute, hour, now)
    if isinstance(verdict, Refused):
        note_refusal(change, identity, verdict, None, None)
        return Limited(refused=verdict)
    change.on_undo(floor.ports.usage.give_back_request, identity.user_id, now)
    change.add(
        events.RequestAdmitted(tenant_id=identity.tenant_id, user_id=identity.user_id, endpoint=endpoint, at=now)
    )
    if verdict.warnings:
        note_warnings(change, identity.tenant_id, None, verdict)
    return None


def note_refusal(
    change: Change, identity: Identity, refused: Refused, agent_id: Id | None, session_id: Id | None
) -> None:
    """Log a refusal, folded; nobody waits for it."""
    change.floor.ports.journal.note(
        events.TryRefused(
            tenant_id=identity.tenant_id,
            user_id=identity.user_id,
            agent_id=agent_id if agent_id is not None else change.floor.agent_of_user.get(identity.user_id),
            session_id=session_id,
            code=refused.code,
            limit_id=refused.limit.limit_id.value,
            amount=refused.limit.amount,
            used=refused.used,
            retry_at=refused.retry_at,
            at=refused.at,
        )
    )


def note_warnings(change: Change, tenant_id: Id, agent_id: Id | None, verdict: Admitted) -> None:
    """Tell what alert-only limits would have refused."""
    for warned in verdict.warnings:
        change.floor.ports.journal.note(_warning(tenant_id, agent_id, warned, verdict.at))


def _warning(tenant_id: Id, agent_id: Id | None, warned: Warned, at: Instant) -> events.TryWarned:
    return events.TryWarned(
        tenant_id=tenant_id,
        agent_id=agent_id,
        subject=warned.subject,
        limit_id=warned.limit.limit_id.value,
        amount=warned.limit.amount,
        used=warned.used,
        at=at,
    )
