"""When a try that is refused now will be admitted, if nobody does anything: `Retry-After` must be true.

A limit by itself says when it opens as things stand. But time brings things about: a call rings out, and the gap begins
at its end; what an agent's limit was set to for a time goes back.
"""

import msgspec

from app.controller.floor import Floor
from app.engine.calls import Call
from app.engine.configuration import lenient_settings_of
from app.engine.limits import Enforcement, LimitId
from app.engine.pacing import Pace, gap_gate
from app.engine.people import Agent
from app.engine.rulebook import Rulebook
from app.engine.sessions import Session
from app.engine.terms import first_end, gone_back
from app.engine.usage import CallTry, Gate
from app.engine.value import Instant
from app.engine.verdict import Admitted, Refused
from app.engine.windows import NEVER


def attempt_of(
    book: Rulebook, session: Session, pace: Pace, lines: int, now: Instant, gates: tuple[Gate, ...] = ()
) -> CallTry:
    """A try to place `lines` calls in a session, under a rulebook and after what the agent did; `gates` come first."""
    tenant_id, agent_id = session.tenant_id, session.agent_id
    return CallTry(
        agent_id=agent_id,
        session_id=session.id,
        hour=book.limit(LimitId.CALLS_HOUR, tenant_id, agent_id),
        day=book.limit(LimitId.CALLS_DAY, tenant_id, agent_id),
        lines=lines,
        gates=(*gates, gap_gate(book.limit(LimitId.CALLS_GAP, tenant_id, agent_id), agent_id, pace, now)),
    )


def foreseen(floor: Floor, session: Session, lines: int, refused: Refused) -> Refused:
    """The refusal, retried at the first instant at which its limits let the same try pass if only time goes by.

    That the session may have expired by then is not its matter: the agent's limits hold for its next session too.
    """
    retry_at = NEVER if refused.retry_at is None else refused.retry_at
    if retry_at < floor.desks[session.agent_id].due_at:
        return refused
    return msgspec.structs.replace(refused, retry_at=_first_admitted(floor, session, lines, refused))


def _first_admitted(floor: Floor, session: Session, lines: int, refused: Refused) -> Instant | None:
    """Walk from one thing that time brings about to the next, and put the try anew after each."""
    desk = floor.desks[session.agent_id]
    ends = sorted(_end_of(floor, call) for call in desk.open_calls.values())
    agent, book, pace, retry_at = desk.agent, floor.rulebook, desk.pace, refused.retry_at
    at = refused.at
    while True:
        at = min((moment for moment in (*ends, first_end(agent.configuration)) if moment > at), default=NEVER)
        if at == NEVER or (retry_at is not None and retry_at < at):
            return retry_at
        ended_at = max((end for end in ends if end <= at), default=0)
        pace = Pace(handed_out_at=pace.handed_out_at, ended_at=max(pace.ended_at or 0, ended_at))
        agent, book = _with_terms_ended(agent, book, at)
        verdict = floor.usage.judge_calls(attempt_of(book, session, pace, lines, at), at)
        if type(verdict) is Admitted:
            return at
        retry_at = verdict.retry_at if type(verdict) is Refused else None


def _end_of(floor: Floor, call: Call) -> Instant:
    """When an open call ends if nobody reports on it: it rings out, or its session expires."""
    session = floor.sessions.get(call.session_id)
    age = floor.limit(LimitId.SESSION_AGE, call.tenant_id)
    over_at = NEVER
    if session is not None and session.is_live and age.enforcement is Enforcement.ENFORCE:
        over_at = max(session.expires_at, call.created_at)
    return over_at if call.deadline is None else min(call.deadline, over_at)


def _with_terms_ended(agent: Agent, book: Rulebook, at: Instant) -> tuple[Agent, Rulebook]:
    """The agent and the rulebook once what was set for a time has gone back."""
    while first_end(agent.configuration) <= at:
        configuration, _ = gone_back(agent.configuration)
        agent = msgspec.structs.replace(agent, configuration=configuration)
        book = book.with_agent(agent.id, lenient_settings_of(agent.tenant_id, configuration), book.revision)
    return agent, book
