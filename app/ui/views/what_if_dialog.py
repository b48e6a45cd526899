"""What the edits would do: who would be refused now, and how many of yesterday's calls; computed by the engine."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.ui.bridge import Trouble
from app.ui.models.rows_model import RowColumn, RowsModel
from app.ui.models.wording import clock_text, limit_words, share_fine
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.widgets.card import Card
from app.ui.widgets.labels import paragraph
from app.ui.widgets.rows_table import RowsTable
from app.ui.widgets.sheet import Sheet
from app.wire.limits import AgentEffect, LimitsEffect, PreviewLimits, PreviewState, RefusedNow

POLL_MS = 200
HEIGHT = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectLine:
    """One agent: of its calls how many, and whether it would be refused now."""

    agent_id: str
    agent: str
    past: AgentEffect | None
    now: RefusedNow | None


def effect_lines(effect: LimitsEffect) -> list[EffectLine]:
    """Those who would newly be refused now first, then by how many calls."""
    now = {one.agent_id: one for one in effect.now}
    past = {one.agent_id: one for one in effect.agents}
    names = {one.agent_id: one.agent for one in effect.now} | {one.agent_id: one.agent for one in effect.agents}
    lines = [EffectLine(agent_id=id_, agent=name, past=past.get(id_), now=now.get(id_)) for id_, name in names.items()]
    return sorted(lines, key=lambda line: (not _fresh(line), -_refused(line), line.agent.casefold()))


def _fresh(line: EffectLine) -> bool:
    return line.now is not None and not line.now.already


def _refused(line: EffectLine) -> int:
    return line.past.refused if line.past is not None else 0


class WhatIfDialog(Sheet):
    """Starts the computation and follows it; closing it stops what still runs."""

    def __init__(self, place: Place, edits: PreviewLimits) -> None:
        super().__init__(place.look, place.window, tr("What this would do"), tr("Close"), width=820)
        self._place = place
        self._preview_id = ""
        self._ended = False
        look = place.look
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.words = paragraph(look, tr("Starting"))
        self.now_card = Card(look, tr("Refused now"), "hand-back-left-off")
        self.past_card = Card(look, tr("Of the last 24 hours’ calls"), "history")
        self.more_card = Card(look, tr("Requests and sessions"), "swap-horizontal")
        self.lines: RowsModel[EffectLine] = RowsModel(look, _columns(place), lambda line: line.agent_id)
        empty = tr("Nobody would be refused now, and no call of the last 24 hours would have been")
        self.table = RowsTable(look, tr("Agents"), self.lines, empty)
        self.table.setFixedHeight(HEIGHT)
        self.figures = QWidget()
        self._poll = QTimer(self)
        self._poll.setSingleShot(True)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._ask_state)
        self._lay_out()
        place.bridge.ask(
            lambda gateway: gateway.rulebook.start_preview(edits), place.window, self._started, self._failed
        )

    def _lay_out(self) -> None:
        cards = QHBoxLayout(self.figures)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        for card in (self.now_card, self.past_card, self.more_card):
            cards.addWidget(card, 1)
        for widget in (self.progress, self.words, self.figures, self.table):
            self.body.addWidget(widget)
        self.figures.hide()
        self.table.hide()
        self.cancel.setText(tr("Cancel"))
        self.go.hide()
        self.go.clicked.connect(self.accept)

    def _started(self, state: PreviewState) -> None:
        if self._ended:
            self._stop(state.id)
            return
        self._preview_id = state.id
        self._show(state)

    def _ask_state(self) -> None:
        id_ = self._preview_id
        self._place.bridge.ask(lambda gateway: gateway.rulebook.preview_state(id_), self, self._show, self._failed)

    def _show(self, state: PreviewState) -> None:
        if self._ended:
            return
        self.progress.setRange(0, state.total or 0)
        self.progress.setValue(min(state.done, state.total or 0))
        said = tr("{done} of {total} calls put before the engine once more")
        counted = tr("Counting the calls") if state.total is None else said
        self.words.setText(counted.format(done=f"{state.done:,}", total=f"{state.total or 0:,}"))
        if state.state == "running":
            self._poll.start()
        elif state.effect is not None:
            self._show_effect(state.effect)
        else:
            self._fail(state.error or tr("It ended without an answer; try again"))

    def _show_effect(self, effect: LimitsEffect) -> None:
        self._preview_id = ""
        fresh = [one for one in effect.now if not one.already]
        already = (
            tr("%n more are refused already", "", len(effect.now) - len(fresh)) if len(effect.now) > len(fresh) else ""
        )
        self.now_card.show_figure(
            f"{len(fresh):,}",
            tr("agent") if len(fresh) == 1 else tr("agents"),
            already,
            "",
            "danger" if fresh else "text",
        )
        as_is = tr("{count} by the limits as they are now").format(count=f"{effect.refused_as_is:,}")
        of_all = tr("of {calls}, {share}").format(
            calls=f"{effect.calls:,}", share=share_fine(effect.refused, effect.calls)
        )
        self.past_card.show_figure(f"{effect.refused:,}", of_all, as_is, "", "warn" if effect.refused else "text")
        self._show_more(effect)
        self.lines.show_rows(effect_lines(effect))
        self.words.setText(
            tr(
                "A refused call leaves its slot to the next one. It is not guessed that a dialer would have asked "
                "again later, nor which calls a higher limit would have let through."
            )
        )
        self.progress.hide()
        self.figures.show()
        self.table.show()
        self.cancel.hide()
        self.go.show()
        self.go.setFocus()

    def _show_more(self, effect: LimitsEffect) -> None:
        touched = effect.requests or effect.starts
        self.more_card.setVisible(bool(touched))
        requests = tr("{refused} of {all} API requests").format(
            refused=f"{effect.requests_refused:,}", all=f"{effect.requests:,}"
        )
        starts = tr("{refused} of {all} session starts").format(
            refused=f"{effect.starts_refused:,}", all=f"{effect.starts:,}"
        )
        total = effect.requests_refused + effect.starts_refused
        self.more_card.show_figure(f"{total:,}", tr("refused"), requests, starts, "warn" if total else "text")

    def _failed(self, trouble: Trouble) -> None:
        if not self._ended:
            self._fail(str(trouble))

    def _fail(self, sentence: str) -> None:
        self._preview_id = ""
        self.progress.hide()
        self.words.setText("")
        self.say_trouble(sentence)

    def _stop(self, preview_id: str) -> None:
        place = self._place
        place.bridge.ask(
            lambda gateway: gateway.rulebook.cancel_preview(preview_id), place.window, lambda _: None, lambda _: None
        )

    def _leave(self) -> None:
        self._ended = True
        self._poll.stop()
        running, self._preview_id = self._preview_id, ""
        if running:
            self._stop(running)

    def reject(self) -> None:
        """Cancel, Esc: what still runs is stopped."""
        self._leave()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross does as Cancel does."""
        self._leave()
        super().closeEvent(event)


def _columns(place: Place) -> tuple[RowColumn[EffectLine], ...]:
    def number(pick: str, line: EffectLine) -> str:
        return "–" if line.past is None else f"{getattr(line.past, pick):,}"

    return (
        RowColumn(id="agent", title=tr("Agent"), width=150, text=lambda line: line.agent, strong=True),
        RowColumn(
            id="now",
            title=tr("Now"),
            width=220,
            text=lambda line: _now_text(place, line),
            stretch=True,
            tone=lambda line: "danger" if _fresh(line) else "muted",
            icon=lambda line: "alert-octagon" if _fresh(line) else "",
        ),
        RowColumn(
            id="calls", title=tr("Calls in 24 h"), width=110, text=lambda line: number("calls", line), right=True
        ),
        RowColumn(
            id="refused", title=tr("Would be refused"), width=130, text=lambda line: number("refused", line), right=True
        ),
        RowColumn(
            id="as_is", title=tr("As it is"), width=90, text=lambda line: number("refused_as_is", line), right=True
        ),
    )


def _now_text(place: Place, line: EffectLine) -> str:
    now = line.now
    if now is None:
        return tr("may call")
    said = tr("{limit} {used}/{amount}").format(limit=limit_words(now.limit_id), used=now.used, amount=now.limit)
    if now.already:
        return tr("{limit}, already").format(limit=said)
    if now.retry_at is None:
        return said
    return tr("{limit}, until {when}").format(limit=said, when=clock_text(now.retry_at, place.watching.now))
