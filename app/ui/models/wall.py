"""The wallboard's pages as figures and words, a few to a page, for eyes three metres away. No widget."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.ui.models.abandonment_words import campaign_name
from app.ui.models.columns import NEAR, session_share, used_share
from app.ui.models.moment import Instant, since
from app.ui.models.order import OLD_SESSION
from app.ui.models.wording import count, drops_left, reason_words, share, share_fine, stopwatch
from app.ui.tongue import tr
from app.wire.feed import Abandonment, FloorAgent, Strip, WorstCampaign

WallTone = Literal["text", "ok", "warn", "danger"]
MOST_ROWS = 7
"""As many as are still read at 3 m on a page: a row is then an eighth of the screen's height less its head."""
NEAR_END = 0.8
"""Share of its 8 h from which a session is named (product.md section 3 warns at 80 %)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallItem:
    """A figure with what it is of; `part` (0 to 1) draws a bar, `icon` says with a shape what `tone` says by colour."""

    label: str
    figure: str
    note: str = ""
    tone: WallTone = "text"
    icon: str = ""
    part: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WallPage:
    """A page: big figures in a grid, or rows; `empty` is what it says when there is nothing to name."""

    title: str
    kind: Literal["figures", "rows"]
    items: tuple[WallItem, ...]
    empty: str = ""
    more: int = 0
    """How many rows there was no room for."""


def pages_of(strip: Strip, agents: Iterable[FloorAgent], now: Instant) -> tuple[WallPage, ...]:
    """The five pages in their order."""
    rows = list(agents)
    return (
        _figures(strip, rows),
        _near_limits(rows, now),
        _refusals(strip),
        _old_sessions(rows, now),
        _abandonment(strip),
    )


def _figures(strip: Strip, rows: Sequence[FloorAgent]) -> WallPage:
    full = strip.sessions_active >= strip.sessions_limit
    blocked = sum(1 for row in rows if row.state == "blocked")
    refused = sum(strip.refusals_hour.values())
    return WallPage(
        title=tr("The floor now"),
        kind="figures",
        items=(
            WallItem(
                label=tr("Sessions"),
                figure=f"{count(strip.sessions_active)}/{count(strip.sessions_limit)}",
                note=tr("limit reached") if full else "",
                tone="warn" if full else "text",
                icon="alert" if full else "",
            ),
            WallItem(
                label=tr("Calls, last hour"),
                figure=count(strip.calls_hour),
                note=tr("{calls}/min").format(calls=count(strip.calls_minute)),
            ),
            WallItem(
                label=tr("Answered"), figure=share(strip.answered_hour, strip.finished_hour), note=tr("last hour")
            ),
            WallItem(label=tr("Refused, last hour"), figure=count(refused), note=tr("tries")),
            WallItem(
                label=tr("Blocked now"),
                figure=count(blocked),
                note=tr("agents"),
                tone="danger" if blocked else "text",
                icon="hand-back-left-off" if blocked else "",
            ),
            _abandoned(tr("Abandoned today"), strip.abandonment_today),
        ),
    )


def _rows(title: str, items: list[WallItem], empty: str) -> WallPage:
    shown = items if len(items) <= MOST_ROWS else items[: MOST_ROWS - 1]
    return WallPage(title=title, kind="rows", items=tuple(shown), empty=empty, more=len(items) - len(shown))


def _near_limits(rows: Sequence[FloorAgent], now: Instant) -> WallPage:
    near = [row for row in rows if row.session is not None and used_share(row) >= NEAR]
    near.sort(key=lambda row: (-used_share(row), row.name))
    return _rows(tr("Near or at their limit"), [_near(row, now) for row in near], tr("Nobody is near a limit"))


def _near(row: FloorAgent, now: Instant) -> WallItem:
    over = used_share(row) >= 1.0
    slot = tr("no calls allowed") if row.hour_limit == 0 else ""
    if row.hour_limit and row.next_slot_at is not None:
        slot = tr("next slot {time}").format(time=stopwatch(since(now, row.next_slot_at)))
    return WallItem(
        label=row.name,
        figure=f"{row.hour_used}/{row.hour_limit}",
        note=slot,
        tone="danger" if over else "warn",
        icon="alert-octagon" if over else "alert",
        part=min(1.0, used_share(row)),
    )


def _refusals(strip: Strip) -> WallPage:
    total = sum(strip.refusals_hour.values())
    pairs = sorted(strip.refusals_hour.items(), key=lambda pair: (-pair[1], pair[0]))
    items = [
        WallItem(label=reason_words(code), figure=count(tries), note=share(tries, total), part=tries / total)
        for code, tries in pairs
        if tries
    ]
    return _rows(tr("Refused in the last hour"), items, tr("Nothing was refused in the last hour"))


def _old_sessions(rows: Sequence[FloorAgent], now: Instant) -> WallPage:
    old = [row for row in rows if session_share(row, now) >= NEAR_END]
    old.sort(key=lambda row: (-session_share(row, now), row.name))
    items = [_old(row, session_share(row, now), now) for row in old]
    return _rows(tr("Sessions near 8 hours"), items, tr("No session is near its 8 hours"))


def _old(row: FloorAgent, part: float, now: Instant) -> WallItem:
    left = since(now, row.session.expires_at) if row.session is not None else 0
    return WallItem(
        label=row.name,
        figure=stopwatch(left) if left > 0 else tr("over"),
        note=tr("left") if left > 0 else tr("8 h have passed"),
        tone="danger" if part >= 1.0 else "warn" if part >= OLD_SESSION else "text",
        icon="alert-octagon" if part >= 1.0 else "clock-alert-outline" if part >= OLD_SESSION else "",
        part=min(1.0, part),
    )


def _abandoned(label: str, period: Abandonment | WorstCampaign) -> WallItem:
    over = 100 * period.abandoned > 3 * period.live
    return WallItem(
        label=label,
        figure=share_fine(period.abandoned, period.live),
        note=tr("{calls} of %Ln live", "", period.live).format(calls=count(period.abandoned)),
        tone="danger" if over else "text",
        icon="alert-octagon" if over else "",
    )


def _abandonment(strip: Strip) -> WallPage:
    worst, month = strip.abandonment_worst, strip.abandonment_30d
    left = drops_left(month.abandoned, month.live) if worst is None else worst.drops_left
    counted = month if worst is None else worst
    none_left = bool(counted.abandoned) and not left
    # The law counts by campaign: the worst one says how near it is.
    label = tr("30 days") if worst is None else tr("{campaign}, 30 days").format(campaign=campaign_name(worst.campaign))
    return WallPage(
        title=tr("Abandonment, at most 3 %"),
        kind="figures",
        items=(
            _abandoned(tr("Today"), strip.abandonment_today),
            _abandoned(label, counted),
            WallItem(
                label=tr("Drops left, 30 days"),
                figure=count(left),
                note=tr("before 3 %"),
                tone="warn" if none_left else "text",
                icon="alert" if none_left else "",
            ),
        ),
    )
