"""What an operator may read of sessions: pages by when they started, and one in full."""

from app.controller.archive import Archive
from app.controller.board_rows import session_calls
from app.controller.floor import Floor
from app.controller.reading import agent_name, stretches
from app.controller.status import sessions_use
from app.engine.limits import LimitId
from app.engine.records import SessionRecord, SessionSearch, SessionStep, Span
from app.engine.sessions import LIVE, Session, SessionStatus
from app.engine.value import SECOND, Id, Instant
from app.wire.base import utc, utc_or_none
from app.wire.dialer import LimitUse
from app.wire.operator import SessionItem, SessionsPage
from app.wire.sessions import SessionDetail, SessionEvent

ENDED = (SessionStatus.COMPLETED, SessionStatus.EXPIRED)
STATUSES: tuple[tuple[str, tuple[SessionStatus, ...]], ...] = (
    ("live", (SessionStatus.ACTIVE, SessionStatus.PAUSED)),
    ("ended", ENDED),
    *((status.value, (status,)) for status in SessionStatus),
)
"""What `status` may say, and which statuses it means."""


class SessionQuestion:
    """Everything of a question for a page that only the loop may look up; the archive is asked off it.

    `text` is looked for in names of agents and campaigns: every word of it in one of the two.
    """

    def __init__(self, floor: Floor, tenant_id: Id, statuses: tuple[SessionStatus, ...], text: str, span: Span) -> None:
        self._floor = floor
        self.tenant_id = tenant_id
        self.search = SessionSearch(
            statuses=statuses,
            span=span,
            words=tuple(_named(floor, tenant_id, word) for word in text.casefold().split()),
        )

    def page(self, archive: Archive, in_use: LimitUse, *, live_first: bool) -> SessionsPage:
        """The page; the cursor names the last of a full one."""
        search, span = self.search, self.search.span
        found = archive.sessions(self.tenant_id, search)
        last = found[-1].session if len(found) == span.size else None
        if live_first:
            found.sort(key=lambda record: not record.session.is_live)
        users = _names_of_users(archive, self.tenant_id)
        page = SessionsPage(
            sessions=[session_item(self._floor, record, users) for record in found],
            cursor=None if last is None else f"{last.started_at}.{last.id}",
        )
        return page if span.cursor is not None else self._counted(archive, page, in_use)

    def _counted(self, archive: Archive, page: SessionsPage, in_use: LimitUse) -> SessionsPage:
        of = {
            live: SessionSearch(
                statuses=tuple(status for status in SessionStatus if (status in LIVE) is live),
                span=self.search.span,
                words=self.search.words,
            )
            for live in (True, False)
        }
        return SessionsPage(
            sessions=page.sessions,
            cursor=page.cursor,
            live=archive.count_sessions(self.tenant_id, of[True]),
            ended=archive.count_sessions(self.tenant_id, of[False]),
            in_use=in_use,
        )


def _named(floor: Floor, tenant_id: Id, word: str) -> tuple[frozenset[Id], frozenset[Id]]:
    agents = floor.agents_of_tenant.get(tenant_id, {})
    campaigns = [one for one in floor.campaigns.values() if one.tenant_id == tenant_id]
    return (
        frozenset(id_ for id_ in agents if word in floor.desks[id_].agent.name.casefold()),
        frozenset(one.id for one in campaigns if word in one.name.casefold()),
    )


def session_in_use(floor: Floor, tenant_id: Id, now: Instant) -> LimitUse:
    """How the tenant's `sessions.active` stands; to be asked on the loop."""
    return sessions_use(floor, tenant_id, now)


def session_detail(floor: Floor, archive: Archive, session: Session) -> SessionDetail:
    """One session in full."""
    steps = archive.steps(session.id)
    ends = [step for step in steps if step.how in ("ended", "expired")]
    record = SessionRecord(session=session, ended_by=ends[-1].by if ends else None)
    return SessionDetail(
        session=session_item(floor, record, _names_of_users(archive, session.tenant_id)),
        stretches=stretches(steps),
        events=[_event(step) for step in steps],
        calls=archive.session_calls(session.id),
    )


def _event(step: SessionStep) -> SessionEvent:
    return SessionEvent(at=utc(step.at), how=step.how, by=step.by, reason=step.reason)


def _names_of_users(archive: Archive, tenant_id: Id) -> dict[Id, str]:
    return {user.id: user.name for user in archive.users(tenant_id)}


def session_item(floor: Floor, record: SessionRecord, users: dict[Id, str]) -> SessionItem:
    """A session in a list."""
    session = record.session
    campaign = floor.campaigns.get(session.campaign_id) if session.campaign_id is not None else None
    return SessionItem(
        id=session.id,
        agent_id=session.agent_id,
        agent=agent_name(floor, session.agent_id) or "",
        campaign=campaign.name if campaign is not None else None,
        campaign_id=session.campaign_id,
        mode=session.mode,
        status=session.status.value,
        started_at=utc(session.started_at),
        expires_at=utc(session.expires_at),
        ended_at=utc_or_none(session.ended_at),
        paused_at=utc_or_none(session.paused_at),
        paused_seconds=session.paused_total // SECOND,
        last_activity_at=utc(session.last_activity_at),
        attempted=session.attempted,
        reached=session.reached,
        converted=session.converted,
        calls=session_calls(floor, session) if session.is_live else None,
        calls_limit=floor.limit(LimitId.CALLS_DAY, session.tenant_id, session.agent_id).amount,
        started_by=users.get(session.started_by, session.started_by),
        ended_by=record.ended_by,
        end_reason=session.end_reason,
    )
