"""The strip above the table: six cards for the whole tenant."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.abandonment_words import campaign_name, percent
from app.ui.models.columns import NEAR
from app.ui.models.moment import Instant, since
from app.ui.models.wording import count, drops_left, reason_words, share, share_fine, stopwatch
from app.ui.tongue import tr
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Tone
from app.wire.feed import FloorAgent, Strip, WorstCampaign

P99_GOAL_MS = 5.0
"""docs/performance.md: p99 of a durable decision at 2,000 a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What only the rows know: agents near their limit, sessions paused, and when the oldest began."""

    near: int
    paused: int
    oldest: Instant | None


def _gathered(agents: Iterable[FloorAgent]) -> Gathered:
    # One pass without a call a row: on a floor of ten thousand it runs four times a second.
    near = paused = 0
    oldest: Instant | None = None
    for row in agents:
        session = row.session
        if session is None:
            continue
        near += row.hour_used >= NEAR * row.hour_limit
        paused += session.status == "paused"
        if oldest is None or session.started_at < oldest:
            oldest = session.started_at
    return Gathered(near=near, paused=paused, oldest=oldest)


class StripView(QWidget):
    """Sessions, calls, refusals, answers, abandonment, the engine's own speed; each with its age."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._sessions = Card(look, tr("Sessions"), "account-clock-outline")
        self._calls = Card(look, tr("Calls, last hour"), "phone-outgoing")
        self._refused = Card(look, tr("Refused, last hour"), "phone-cancel")
        self._answers = Card(look, tr("Answer rate"), "phone-check")
        self._abandoned = Card(look, tr("Abandoned today"), "phone-missed")
        said = tr("Days are those of the tenant's zone. The law counts by campaign: the worst one is named")
        self._abandoned.setToolTip(said)
        self._speed = Card(look, tr("Decision time p99"), "speedometer")
        self.cards = (self._sessions, self._calls, self._refused, self._answers, self._abandoned, self._speed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in self.cards:
            row.addWidget(card, 1)

    def show_strip(self, strip: Strip, agents: Iterable[FloorAgent], now: Instant) -> None:
        """Show the floor's head, and what only the rows know."""
        found = _gathered(agents)
        self._show_sessions(strip, found, now)
        self._calls.show_figure(
            count(strip.calls_hour),
            "",
            tr("%Ln in the last minute", "", strip.calls_minute),
            tr("%Ln agents at 80 % or more", "", found.near),
        )
        self._show_refusals(strip)
        self._answers.show_figure(
            share(strip.answered_hour, strip.finished_hour),
            tr("last hour"),
            tr("%Ln answered", "", strip.answered_hour),
            tr("of %Ln ended calls", "", strip.finished_hour),
        )
        self._show_abandonment(strip)
        self._show_speed(strip.decision_p99_ms)

    def _show_speed(self, p99_ms: float) -> None:
        goal = tr("goal {time} ms").format(time=f"{P99_GOAL_MS:g}")
        if not p99_ms:
            self._speed.show_figure("–", "", tr("nothing decided yet"), goal, "text")
            return
        tone: Tone = "text" if p99_ms <= P99_GOAL_MS else "warn"
        self._speed.show_figure(f"{p99_ms:.1f}", "ms", tr("to decide and log a call"), goal, tone)

    def _show_sessions(self, strip: Strip, found: "Gathered", now: Instant) -> None:
        full = strip.sessions_active >= strip.sessions_limit
        oldest = tr("none running")
        if found.oldest is not None:
            oldest = tr("oldest {time}").format(time=stopwatch(since(found.oldest, now)))
        self._sessions.show_figure(
            f"{count(strip.sessions_active)}/{count(strip.sessions_limit)}",
            tr("limit reached") if full else "",
            tr("%Ln paused", "", found.paused),
            oldest,
            "warn" if full else "text",
        )

    def _show_refusals(self, strip: Strip) -> None:
        top = sorted(strip.refusals_hour.items(), key=lambda pair: -pair[1])
        words = [f"{reason_words(code)} {count(tries)}" for code, tries in top]
        total = sum(strip.refusals_hour.values())
        self._refused.show_figure(
            count(total),
            tr("tries"),
            words[0] if words else tr("nothing refused"),
            words[1] if len(words) > 1 else "",
        )

    def _show_abandonment(self, strip: Strip) -> None:
        today, month, worst = strip.abandonment_today, strip.abandonment_30d, strip.abandonment_worst
        # The law counts by campaign, so the worst one stands for all; an engine of before names none.
        counted = month if worst is None else worst
        left = drops_left(counted.abandoned, counted.live) if worst is None else worst.drops_left
        tone: Tone = "text"
        if 100 * counted.abandoned > 3 * counted.live:
            tone = "danger"
        elif 100 * today.abandoned > 3 * today.live or (counted.abandoned and not left):
            tone = "warn"
        share = share_fine(counted.abandoned, counted.live)
        said = tr("30 days: {share} of {calls}").format(share=share, calls=count(counted.live))
        self._abandoned.show_figure(
            share_fine(today.abandoned, today.live),
            tr("of %Ln live", "", today.live),
            said if worst is None else _worst(worst),
            tr("%Ln drops left before 3 %", "", left),
            tone,
        )

    def show_age(self, text: str) -> None:
        """Say on every card how old its figure is; empty while the feed is live."""
        for card in self.cards:
            card.show_age(text)


def _worst(worst: WorstCampaign) -> str:
    said = tr("{share} {campaign}, 30 days, of {calls}")
    share = percent(worst.abandoned, worst.live)
    return said.format(campaign=campaign_name(worst.campaign), share=share, calls=count(worst.live))
