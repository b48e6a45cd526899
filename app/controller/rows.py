"""Engine values as the rows that existing dialers read."""

from app.controller.floor import Floor
from app.engine.calls import Call
from app.engine.limits import LimitId
from app.engine.people import Agent, Contact
from app.engine.sessions import Session
from app.engine.terms import TERMS_KEY
from app.wire.base import utc, utc_or_none
from app.wire.dialer import AgentRow, CallRow, SessionRow


def session_row(session: Session) -> SessionRow:
    """`session` of wire.md."""
    return SessionRow(
        id=session.id,
        tenant_id=session.tenant_id,
        agent_id=session.agent_id,
        campaign_id=session.campaign_id,
        mode=session.mode,
        status=session.status.value,
        started_at=utc(session.started_at),
        expires_at=utc(session.expires_at),
        ended_at=utc_or_none(session.ended_at),
        contacts_attempted=session.attempted,
        contacts_reached=session.reached,
        contacts_converted=session.converted,
        last_activity_at=utc(session.last_activity_at),
    )


def agent_row(floor: Floor, agent: Agent) -> AgentRow:
    """`agent` of wire.md. Limits that its configuration leaves to others are shown as they are in force."""
    in_force: dict[str, object] = {
        "maxCallsPerHour": floor.limit(LimitId.CALLS_HOUR, agent.tenant_id, agent.id).amount,
        "autoDialDelay": floor.limit(LimitId.CALLS_GAP, agent.tenant_id, agent.id).amount,
    }
    kept = {key: value for key, value in agent.configuration.items() if key != TERMS_KEY}
    return AgentRow(
        id=agent.id,
        name=agent.name,
        agent_type=agent.agent_type,
        status=agent.status,
        configuration={**in_force, **kept},
    )


def call_row(call: Call) -> CallRow:
    """`call` of wire.md."""
    return CallRow(
        id=call.id,
        session_id=call.session_id,
        agent_id=call.agent_id,
        contact_id=call.contact_id,
        phone_number=call.phone_number,
        status=call.status.value,
        disposition=call.disposition,
        duration=call.duration,
        recording_url=call.recording_url,
        created_at=utc(call.created_at),
        ended_at=utc_or_none(call.ended_at),
    )


def contact_row(contact: Contact) -> dict[str, object]:
    """`contact` of wire.md: the named columns, and everything that was imported beside them."""
    named: dict[str, object] = {
        "id": contact.id,
        "first_name": contact.first_name,
        "last_name": contact.last_name,
        "phone": contact.phone,
        "email": contact.email,
    }
    return {**contact.fields, **named}
