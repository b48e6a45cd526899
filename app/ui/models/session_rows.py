"""A session as the Sessions view shows it: live from the feed's row, the rest from the engine's list. No Qt."""

from dataclasses import dataclass, replace

from app.ui.models.moment import Instant, since
from app.ui.models.wording import share, stopwatch
from app.ui.tongue import marked, tr
from app.wire.feed import FloorAgent, FloorSession
from app.wire.operator import SessionItem

OLD = 0.9
"""Share of its span from which a live session stays on top, marked."""
LIVE = ("active", "paused")
STATUS_WORDS: tuple[tuple[str, str, str, str], ...] = (
    ("active", marked("Active"), "play-circle-outline", "waiting"),
    ("paused", marked("Paused"), "pause-circle", "paused"),
    ("completed", marked("Ended"), "check-circle-outline", "offline"),
    ("expired", marked("Expired"), "timer-off-outline", "offline"),
)
"""Status, its word, its icon, and the floor state whose hue it wears."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One session. `calls` is None where the list does not count them; `started_by` empty until the engine said so."""

    id: str
    agent_id: str
    agent: str
    campaign: str | None
    mode: str
    status: str
    started_at: Instant
    expires_at: Instant
    ended_at: Instant | None
    paused_at: Instant | None
    paused_seconds: int
    last_activity_at: Instant
    attempted: int
    reached: int
    converted: int
    calls: int | None
    calls_limit: int
    started_by: str
    ended_by: str | None = None
    end_reason: str | None = None
    campaign_id: str | None = None

    @property
    def live(self) -> bool:
        """Whether it counts against the tenant's sessions."""
        return self.status in LIVE

    def seconds(self, now: Instant) -> int:
        """How long it has lasted, or did."""
        return max(0, since(self.started_at, self.ended_at or now))

    def part(self, now: Instant) -> float:
        """Share of its span, over 1 once that has passed."""
        span = since(self.started_at, self.expires_at)
        return self.seconds(now) / span if span > 0 else 1.0

    def old(self, now: Instant) -> bool:
        """Whether it stays on top: live and over nine tenths of its span."""
        return self.live and self.part(now) >= OLD

    def paused(self, now: Instant) -> int:
        """Seconds paused in all, the open pause included."""
        return self.paused_seconds + self.paused_now(now)

    def paused_now(self, now: Instant) -> int:
        """Seconds of the open pause, 0 without one."""
        return max(0, since(self.paused_at, now)) if self.paused_at is not None and self.live else 0


def row_of(item: SessionItem) -> SessionRow:
    """A session as the engine's list has it."""
    return SessionRow(
        id=item.id,
        agent_id=item.agent_id,
        agent=item.agent,
        campaign=item.campaign,
        campaign_id=item.campaign_id,
        mode=item.mode,
        status=item.status,
        started_at=item.started_at,
        expires_at=item.expires_at,
        ended_at=item.ended_at,
        paused_at=item.paused_at,
        paused_seconds=item.paused_seconds,
        last_activity_at=item.last_activity_at or item.started_at,
        attempted=item.attempted,
        reached=item.reached,
        converted=item.converted,
        calls=item.calls,
        calls_limit=item.calls_limit,
        started_by=item.started_by,
        ended_by=item.ended_by,
        end_reason=item.end_reason,
    )


def fresh_of(agent: FloorAgent, session: FloorSession, listed: SessionRow | None) -> SessionRow:
    """A live session as the feed has it this moment; who started it is the list's to say."""
    return SessionRow(
        id=session.id,
        agent_id=agent.id,
        agent=agent.name,
        campaign=session.campaign,
        campaign_id=session.campaign_id,
        mode=session.mode,
        status=session.status,
        started_at=session.started_at,
        expires_at=session.expires_at,
        ended_at=None,
        paused_at=session.paused_at,
        paused_seconds=session.paused_seconds,
        last_activity_at=session.last_activity_at,
        attempted=session.attempted,
        reached=session.reached,
        converted=session.converted,
        calls=session.calls,
        calls_limit=session.calls_limit,
        started_by="" if listed is None else listed.started_by,
    )


def floor_session(row: SessionRow) -> FloorSession:
    """A live row in the feed's shape, for acts that take agents with their sessions."""
    return FloorSession(
        id=row.id,
        status="paused" if row.status == "paused" else "active",
        mode=row.mode,
        campaign_id=row.campaign_id,
        campaign=row.campaign,
        started_at=row.started_at,
        expires_at=row.expires_at,
        paused_at=row.paused_at,
        paused_seconds=row.paused_seconds,
        last_activity_at=row.last_activity_at,
        calls=row.calls or 0,
        calls_limit=row.calls_limit,
        attempted=row.attempted,
        reached=row.reached,
        converted=row.converted,
    )


def moved(row: SessionRow, item: SessionItem) -> SessionRow:
    """The row after an act on it, before the feed or the list told."""
    return replace(row_of(item), calls=row.calls)


def matches(row: SessionRow, words: tuple[str, ...]) -> bool:
    """Whether agent or campaign hold every word, as the engine looks for them."""
    if not words:
        return True
    agent, campaign = row.agent.casefold(), (row.campaign or "").casefold()
    return all(word in agent or word in campaign for word in words)


def status_words(status: str) -> tuple[str, str, str]:
    """Word, icon and hue of a status; an unknown one as it came."""
    for known, word, icon, hue in STATUS_WORDS:
        if known == status:
            return tr(word), icon, hue
    return status, "help-circle-outline", "offline"


def paused_words(row: SessionRow, now: Instant) -> str:
    """`12:40, now 2:05`: in all, and of it the pause that runs; a dash if it never paused."""
    total, running = row.paused(now), row.paused_now(now)
    if not total and row.paused_at is None:
        return "–"
    if row.paused_at is None or not row.live:
        return stopwatch(total)
    return tr("{total} · now {running}").format(total=stopwatch(total), running=stopwatch(running))


def paused_hint(row: SessionRow, now: Instant) -> str:
    """The same in a sentence, with what it means for the session's age."""
    total, running = stopwatch(row.paused(now)), stopwatch(row.paused_now(now))
    said = tr("Never paused")
    if row.paused_at is not None and row.live:
        said = tr("Paused {total}, of it now {running}").format(total=total, running=running)
    elif row.paused(now):
        said = tr("Paused {total} in all").format(total=total)
    return said + "\n" + tr("Paused time counts toward the session’s 8 h, and a paused session keeps its place.")


def success_words(row: SessionRow) -> str:
    """The share of reached contacts that converted."""
    return share(row.converted, row.reached)
