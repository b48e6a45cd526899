"""What was lent for a time goes back: at the end of its term, a new revision by "Dialfloor", audited.

Exact like the expiry of a session: every decision on the agent, and every edit of it, first ends what is due, at the
instant it was due; a sweep each second does it for those who ask for nothing, and after a restart for what ended
meanwhile. So a late job changes no verdict, and the log says from which microsecond on the former value held, which
is what `dialfloor verify` replays. See docs/adr/0009-limits-for-a-time.md.
"""

import msgspec

from app.controller.change import Change
from app.engine import events
from app.engine.configuration import lenient_settings_of
from app.engine.people import Agent
from app.engine.rulebook import Scope
from app.engine.terms import Term, first_end, gone_back
from app.engine.value import Id, Instant

BY = "Dialfloor"
"""Whom the log names for what nobody did by hand."""


def end_terms(change: Change, agent_id: Id, now: Instant) -> None:
    """Put back, one end after the other, each of the agent's values whose term has ended by `now`."""
    agent = change.floor.desks[agent_id].agent
    while first_end(agent.configuration) <= now:
        agent = _put_back(change, agent)


def _put_back(change: Change, agent: Agent) -> Agent:
    floor, before = change.floor, change.floor.rulebook
    at = first_end(agent.configuration)
    configuration, ended = gone_back(agent.configuration)
    revision = before.revision + 1
    floor.rulebook = before.with_agent(agent.id, lenient_settings_of(agent.tenant_id, configuration), revision)
    change.on_undo(lambda: setattr(floor, "rulebook", before))
    edited = msgspec.structs.replace(agent, configuration=configuration)
    change.edit_agent(edited)
    for field, term in ended.items():
        change.add(_edited(agent, field, term, revision, at))
    change.add(
        events.DeedRecorded(
            tenant_id=agent.tenant_id,
            at=at,
            user=BY,
            action="limits.end_of_term",
            subject=agent.id,
            before={field: agent.configuration.get(field) for field in ended},
            after={field: term.back for field, term in ended.items()},
            reason=_reason(ended),
        )
    )
    return edited


def _edited(agent: Agent, field: str, term: Term, revision: int, at: Instant) -> events.LimitEdited:
    return events.LimitEdited(
        revision=revision,
        tenant_id=agent.tenant_id,
        scope=Scope.AGENT,
        scope_id=agent.id,
        subject=agent.name,
        field=field,
        before=agent.configuration.get(field),
        after=term.back,
        by=BY,
        reason=_reason({field: term}),
        at=at,
    )


def _reason(ended: dict[str, Term]) -> str:
    who = " and ".join(sorted({term.by for term in ended.values()}))
    return f"The time that {who} set is over"
