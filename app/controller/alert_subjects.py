"""Whom or what alerts are about, by the names people know."""

from app.controller.floor import Floor
from app.engine.alerts import AlertSubject, SubjectKind
from app.engine.limits import LimitId
from app.engine.sessions import Session
from app.engine.value import Id


def agent_subject(floor: Floor, agent_id: Id) -> AlertSubject:
    """An agent of the floor."""
    name = floor.desks[agent_id].agent.name
    return AlertSubject(kind=SubjectKind.AGENT, id=agent_id, name=name, agent_id=agent_id)


def session_subject(floor: Floor, session: Session) -> AlertSubject:
    """A session goes by its agent's name."""
    name = floor.desks[session.agent_id].agent.name
    return AlertSubject(kind=SubjectKind.SESSION, id=session.id, name=name, agent_id=session.agent_id)


def tenant_subject(floor: Floor, tenant_id: Id) -> AlertSubject:
    """A whole tenant."""
    tenant = floor.tenants.get(tenant_id)
    return AlertSubject(kind=SubjectKind.TENANT, id=tenant_id, name=tenant.name if tenant is not None else tenant_id)


def campaign_subject(floor: Floor, tenant_id: Id, family: Id) -> AlertSubject:
    """A campaign, with those that were split from it; calls of no campaign are their tenant's."""
    campaign = floor.campaigns.get(family)
    if campaign is None:
        return tenant_subject(floor, tenant_id)
    return AlertSubject(kind=SubjectKind.CAMPAIGN, id=family, name=campaign.name)


def refused_subject(floor: Floor, tenant_id: Id, limit_id: str, agent_id: Id | None, user_id: Id) -> AlertSubject:
    """Who a refusal is about: what the tenant has used up is the tenant's, else it is the agent's that asked."""
    if limit_id == LimitId.SESSIONS_ACTIVE:
        return tenant_subject(floor, tenant_id)
    if agent_id is not None and agent_id in floor.desks:
        return agent_subject(floor, agent_id)
    return AlertSubject(kind=SubjectKind.USER, id=user_id, name=f"user {user_id}")
