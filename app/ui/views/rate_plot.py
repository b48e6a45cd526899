"""The chosen agent in curves: calls per hour against the limit, and slots coming free. Imported when first needed."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.moment import Instant, seconds_of
from app.ui.models.rate import clock_ticks, instants, limit_line, number_ticks, rolling_rate, slots_free
from app.ui.models.wording import change_words, clock_text, inside, limit_words
from app.ui.tongue import tr
from app.wire.feed import LimitChanged
from app.wire.operator import AgentDetail, RefusalItem

Marked = TypeVar("Marked")
AXIS_WIDTH = 34
NEAR_PX = 9.0
LABEL_PX = 64


class Plot(QWidget):
    """A plot in the program's look, with fixed ranges and no menu."""

    hovered = Signal(float, float)
    left = Signal()

    def __init__(self, look: Look, name: str, *, pans: bool) -> None:
        super().__init__()
        self._look = look
        self._plot = pg.PlotWidget(background=None)
        self.setAccessibleName(name)
        for part in (self._plot, self._plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setMinimumHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._plot.setMouseEnabled(x=pans, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.getPlotItem().setContentsMargins(0, 6, 12, 0)
        self._plot.getAxis("left").setWidth(AXIS_WIDTH)
        self._plot.scene().sigMouseMoved.connect(self._moved)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._plot)

    def dress(self) -> None:
        """Axes in the colours of the theme in force."""
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setTickFont(self._look.font("caption"))
            axis.setTextPen(self._look.colour("muted"))
            axis.setPen(self._look.colour("hairline"))
            axis.setStyle(tickLength=0, tickTextOffset=6, hideOverlappingLabels=False)
        self._plot.getAxis("bottom").setHeight(22)

    def _scale(self, top: float) -> None:
        self._plot.setYRange(0, top, padding=0)
        self._plot.getAxis("left").setTicks([number_ticks(top, max(2, self.height() // 34))])

    def _moved(self, at: QPointF) -> None:
        box = self._plot.getViewBox()
        if box.sceneBoundingRect().contains(at):
            point = box.mapSceneToView(at)
            self.hovered.emit(point.x(), point.y())
        else:
            self.left.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left the plot."""
        super().leaveEvent(event)
        self.left.emit()


class RatePlot(Plot):
    """Calls in the rolling hour over the session, the limit as a step line, edits and refusals marked."""

    explained = Signal(str)
    """What is under the pointer, in words; empty when it left."""
    spanned = Signal(float, float)
    """Seconds since the epoch at the left and right edge, whenever they change."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Calls in the rolling hour against the limit"), pans=True)
        self._pauses = pg.BarGraphItem(x=[], height=[], width=0)
        self._rate = self._plot.plot([], [], fillLevel=0, antialias=True)
        self._limit = self._plot.plot([], [])
        self._refused = pg.ScatterPlotItem(symbol="x", size=9)
        self._edited = pg.ScatterPlotItem(symbol="d", size=11)
        for item in (self._pauses, self._refused, self._edited):
            self._plot.addItem(item)
        self._pauses.setZValue(-10)
        self._detail: AgentDetail | None = None
        self._now: Instant | None = None
        self._shown = ""
        self._following = True
        self.hovered.connect(self._explain)
        self.left.connect(lambda: self.explained.emit(""))
        self._plot.getViewBox().sigXRangeChanged.connect(self._name_times)
        self._plot.getViewBox().sigRangeChangedManually.connect(self._stay)
        look.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        look = self._look
        self.dress()
        fill = QColor(look.colour("accent"))
        fill.setAlpha(38)
        self._rate.setPen(pg.mkPen(look.colour("accent"), width=1))
        self._rate.setBrush(fill)
        self._limit.setPen(pg.mkPen(look.colour("danger"), width=1, style=Qt.PenStyle.DashLine))
        self._refused.setPen(pg.mkPen(look.colour("danger"), width=1))
        self._refused.setBrush(look.colour("danger"))
        self._edited.setPen(pg.mkPen(look.colour("surface"), width=1))
        self._edited.setBrush(look.colour("warn"))
        pause = QColor(look.colour("warn"))
        pause.setAlpha(34)
        self._pauses.setOpts(pen=pg.mkPen(None), brush=pause)

    def show_detail(self, detail: AgentDetail, now: Instant) -> None:
        """Draw an agent's session up to `now`; the range stays where the person panned it for the same agent."""
        self._detail, self._now = detail, now
        end = seconds_of(now)
        start = seconds_of(detail.agent.session.started_at) if detail.agent.session else end - 8 * 3600
        start = min(start, end - 3600)
        calls = instants(detail.calls)
        at, rate = rolling_rate(calls, start, end)
        self._rate.setData(at, rate)
        steps_at, amounts = limit_line(detail.limit_steps, start, end)
        self._limit.setData(steps_at, amounts)
        top = max(float(rate.max(initial=1.0)), float(amounts.max(initial=1.0)), 1.0) * 1.18
        self._mark(detail, start, end, top)
        self._scale(top)
        self._keep_range(detail.agent.id, start, end)

    def _stay(self, *_: object) -> None:
        self._following = False

    def point_at(self, moment: Instant) -> QPoint:
        """Where a moment stands, in this widget's pixels, at half height."""
        box = self._plot.getViewBox()
        x = box.mapViewToScene(QPointF(seconds_of(moment), 0)).x()
        y = box.sceneBoundingRect().center().y()
        at: QPoint = self._plot.mapFromScene(QPointF(x, y))
        return at

    @property
    def canvas(self) -> QWidget:
        """The widget that the pointer moves over."""
        viewport: QWidget = self._plot.viewport()
        return viewport

    @property
    def shown_span(self) -> tuple[float, float]:
        """Seconds since the epoch at the left and right edge."""
        left, right = self._plot.getViewBox().viewRange()[0]
        return float(left), float(right)

    def _name_times(self, _box: object, span: tuple[float, float]) -> None:
        room = max(2, (self.width() - AXIS_WIDTH) // LABEL_PX)
        self._plot.getAxis("bottom").setTicks([clock_ticks(span[0], span[1], room)])
        self.spanned.emit(span[0], span[1])

    def _keep_range(self, agent_id: str, start: float, end: float) -> None:
        view = self._plot.getViewBox()
        view.setLimits(xMin=start - 60, xMax=end + 900, minXRange=300)
        if agent_id != self._shown or self._following:
            self._shown = agent_id
            self.back_to_now()

    def back_to_now(self) -> None:
        """Show the whole session again, and follow it as it goes on."""
        self._following = True
        x, _ = self._rate.getData()
        if x is not None and len(x):
            self._plot.setXRange(float(x[0]), float(x[-1]) + (float(x[-1]) - float(x[0])) * 0.015, padding=0)

    def _mark(self, detail: AgentDetail, start: float, end: float, top: float) -> None:
        seen = [item for item in detail.refusals if seconds_of(item.last_at) >= start]
        self._refused.setData(
            x=[seconds_of(item.last_at) for item in seen], y=[min(float(item.limit or 1), top * 0.97) for item in seen]
        )
        edits = [edit for edit in detail.edits if seconds_of(edit.at) >= start]
        self._edited.setData(x=[seconds_of(edit.at) for edit in edits], y=[top * 0.05] * len(edits))
        spans = [
            (seconds_of(stretch.since), seconds_of(stretch.until) if stretch.until else end)
            for stretch in detail.stretches
            if stretch.status == "paused"
        ]
        self._pauses.setOpts(
            x0=np.array([since for since, _ in spans]), x1=np.array([until for _, until in spans]), height=top, y0=0
        )

    def _explain(self, x: float, _y: float) -> None:
        detail, now = self._detail, self._now
        if detail is None or now is None:
            return
        reach = self._plot.getViewBox().viewPixelSize()[0] * NEAR_PX
        edit = _nearest([(seconds_of(e.at), e) for e in detail.edits], x, reach)
        if edit is not None:
            self.explained.emit(edit_words(edit, now))
            return
        refusal = _nearest([(seconds_of(r.last_at), r) for r in detail.refusals], x, reach)
        self.explained.emit(refusal_words(refusal, now) if refusal is not None else self._value_at(x))

    def _value_at(self, x: float) -> str:
        at, rate = self._rate.getData()
        steps_at, amounts = self._limit.getData()
        if at is None or not len(at) or not at[0] <= x <= at[-1]:
            return ""
        place = int(np.searchsorted(at, x))
        moment = datetime.fromtimestamp(x, UTC).astimezone()
        said = tr("%n calls in the hour", "", round(float(rate[min(place, len(rate) - 1)])))
        if steps_at is not None and len(steps_at):
            amount = amounts[max(0, int(np.searchsorted(steps_at, x, side="right")) - 1)]
            said = tr("{calls}, limit {limit}").format(calls=said, limit=f"{amount:.0f}")
        return f"{moment:%H:%M}  {said}"


class SlotsPlot(Plot):
    """Free slots at each moment of the coming hour, if nobody calls."""

    explained = Signal(str)
    """What is under the pointer, in words; empty when it left."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Free slots over the coming hour"), pans=False)
        self._free = self._plot.plot([], [], fillLevel=0, antialias=True)
        self._plot.getAxis("bottom").setTicks(
            [[(minute, f"{minute} min" if minute else tr("now")) for minute in (0, 15, 30, 45, 60)]]
        )
        self._plot.setXRange(-0.8, 62.5, padding=0)
        self._now: Instant | None = None
        self.hovered.connect(self._explain)
        self.left.connect(lambda: self.explained.emit(""))
        look.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self.dress()
        fill = QColor(self._look.colour("ok"))
        fill.setAlpha(36)
        self._free.setPen(pg.mkPen(self._look.colour("ok"), width=1))
        self._free.setBrush(fill)

    def show_detail(self, detail: AgentDetail, now: Instant) -> None:
        """Draw from the agent's calls and its limit of this moment."""
        self._now = now
        moment = seconds_of(now)
        at, free = slots_free(instants(detail.calls), detail.agent.hour_limit, moment)
        self._free.setData((at - moment) / 60, free)
        top = max(float(detail.agent.hour_limit), 1.0) * 1.15
        self._scale(top)

    def point_at(self, minute: float) -> QPoint:
        """Where a minute from now stands, in the canvas's pixels, at half height."""
        box = self._plot.getViewBox()
        at: QPoint = self._plot.mapFromScene(QPointF(box.mapViewToScene(QPointF(minute, 0)).x(), box.height() / 2))
        return at

    @property
    def canvas(self) -> QWidget:
        """The widget that the pointer moves over."""
        viewport: QWidget = self._plot.viewport()
        return viewport

    def _explain(self, x: float, _y: float) -> None:
        at, free = self._free.getData()
        if self._now is None or at is None or not len(at) or not 0 <= x <= 60:
            self.explained.emit("")
            return
        slots = int(free[min(len(free) - 1, max(0, int(np.searchsorted(at, x, side="right")) - 1))])
        moment = (self._now + timedelta(minutes=x)).astimezone()
        self.explained.emit(tr("%n free at {time:%H:%M}, if nobody calls", "", slots).format(time=moment))


def _nearest(marks: Sequence[tuple[float, Marked]], x: float, reach: float) -> Marked | None:
    near = [(abs(at - x), place) for place, (at, _) in enumerate(marks) if abs(at - x) <= reach]
    return marks[min(near)[1]][1] if near else None


def edit_words(edit: LimitChanged, now: Instant) -> str:
    """Who changed what from what to what, when and why."""
    return f"{clock_text(edit.at, now)}  {edit.by}: {change_words(edit)}, {edit.reason}"


def refusal_words(refusal: RefusalItem, now: Instant) -> str:
    """Which limit refused, how full it was, and when the next try is admitted."""
    tries = tr("%n tries refused", "", refusal.count)
    level = f"{inside(limit_words(refusal.limit_id))} {refusal.used}/{refusal.limit}"
    said = f"{clock_text(refusal.last_at, now)}  {tries}: {level}"
    if refusal.retry_at is None:
        return said
    return said + ", " + tr("next slot {time}").format(time=clock_text(refusal.retry_at, now))
