"""One call's history and one refusal's explanation, with the limits that were in force then.

The limits come from the engine's own function, over the rulebook folded from the log's edits.
"""

from app.compliance.record import read_basis, read_verdict
from app.controller.archive import LogStories
from app.controller.floor import Floor
from app.controller.reading import call_item, refusal_item
from app.engine.basis import DecisionRecord
from app.engine.calling import RulesMode
from app.engine.limits import LIMITS, Enforcement, Limit, LimitId
from app.engine.log_search import CallStory
from app.engine.rulebook import Rulebook, Scope
from app.engine.sessions import Session
from app.engine.value import Id, Instant
from app.reports.limit_history import LimitHistory
from app.wire.base import utc, utc_or_none
from app.wire.log import CallDetail, CallMomentItem, DecisionThen, LimitThen, LoggedSession, RefusalDetail


def call_detail(floor: Floor, log: LogStories, tenant_id: Id, call_id: Id) -> CallDetail | None:
    """A call with its history, None if the tenant has none of this id."""
    story = log.call_story(tenant_id, call_id)
    if story is None:
        return None
    call = story.call
    book = _book_at(log, tenant_id, call.agent_id, call.created_at)
    return CallDetail(
        call=call_item(floor, call),
        user=story.user,
        contact=story.contact or None,
        answered_at=utc_or_none(call.answered_at),
        given_back_at=utc_or_none(story.given_back_at),
        closed_by=call.closed_by,
        recording_url=call.recording_url,
        notes=call.notes,
        session=_session(story.session, story.starter),
        moments=[
            CallMomentItem(at=utc(moment.at), status=moment.status, disposition=moment.disposition, by=moment.by)
            for moment in story.moments
        ],
        limits=_limits_then(book, story),
        others=[call_item(floor, other) for other in story.others],
        decision=None if story.decision is None else _decision(story.decision),
    )


def _decision(kept: DecisionRecord) -> DecisionThen:
    basis, verdict = read_basis(kept.basis.document), read_verdict(kept.verdict)
    return DecisionThen(
        mode=RulesMode(basis.mode).value,
        code=verdict.code,
        failed=list(verdict.failed),
        attempts=len(verdict.attempts),
        place=basis.place,
        jurisdictions=list(basis.jurisdictions),
        zones=list(basis.zones),
        list_revision=kept.list_revision,
        national_version=basis.national_version,
        rules_version=basis.rules_version,
        tz_version=basis.tz_version,
    )


def refusal_detail(floor: Floor, log: LogStories, tenant_id: Id, refusal_id: Id) -> RefusalDetail | None:
    """A refusal explained, None if the tenant has none of this id."""
    story = log.refusal_story(tenant_id, refusal_id)
    if story is None:
        return None
    refusal, limit_id = story.refusal, LimitId(story.refusal.limit_id)
    limit = _book_at(log, tenant_id, refusal.agent_id, refusal.last_at).limit(limit_id, tenant_id, refusal.agent_id)
    told = Limit(limit_id=limit_id, amount=refusal.amount, enforcement=Enforcement.ENFORCE, source=limit.source)
    window = LIMITS[limit_id].window
    return RefusalDetail(
        refusal=refusal_item(floor, refusal),
        sentence=told.sentence,
        # The same amount from the same rulebook; another would mean that its past is not in the log.
        source=Scope(limit.source).value if limit.amount == refusal.amount else None,
        window_from=None if window is None else utc(refusal.last_at - window),
        charges=[utc(at) for at in story.charges],
        session=_session(story.session, story.starter),
    )


def _book_at(log: LogStories, tenant_id: Id, agent_id: Id | None, at: Instant) -> Rulebook:
    """The rulebook in force at an instant, as far as this tenant and agent go."""
    return LimitHistory(log.limits(tenant_id, agent_id)).books_at(at)[0]


def _limits_then(book: Rulebook, story: CallStory) -> list[LimitThen]:
    used = {LimitId.CALLS_HOUR: story.hour, LimitId.CALLS_DAY: story.day, LimitId.CALLS_GAP: None}
    limits = [
        (book.limit(limit_id, story.call.tenant_id, story.call.agent_id), count) for limit_id, count in used.items()
    ]
    return [
        LimitThen(
            limit_id=limit.limit_id.value,
            limit=limit.amount,
            used=count,
            source=Scope(limit.source).value,
            enforcement=limit.enforcement.value,
        )
        for limit, count in limits
    ]


def _session(session: Session | None, starter: str) -> LoggedSession | None:
    if session is None:
        return None
    return LoggedSession(
        id=session.id,
        mode=session.mode,
        status=session.status.value,
        started_at=utc(session.started_at),
        ended_at=utc_or_none(session.ended_at),
        started_by=starter,
    )
