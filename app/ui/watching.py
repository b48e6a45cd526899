"""Watching the floor: batches into the model, the engine's present, freezing, and how true the screen is."""

from PySide6.QtCore import QObject, Signal

from app.client.feed_reader import FeedState, Lost
from app.clock import Clock
from app.ui.bridge import Bridge
from app.ui.models.agents_model import AgentsModel
from app.ui.models.floor import Batch, fold
from app.ui.models.moment import EngineTime, Instant
from app.ui.models.truth import Truth, truth_of
from app.wire.feed import Changes


class Watching(QObject):
    """Knows what was heard and when. While frozen it keeps one folded batch, however long that lasts."""

    applied = Signal()
    """The model took a batch in."""
    line_heard = Signal()
    """The state of the line changed: what is said of the screen's truth may be another."""
    warned = Signal(object)
    """A `LimitWarning` arrived, frozen or not."""
    limit_edited = Signal(object)
    """A `LimitChanged` arrived, frozen or not."""

    def __init__(self, bridge: Bridge, agents: AgentsModel, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._agents = agents
        self._clock = clock
        self._time = EngineTime()
        self._line: FeedState | None = None
        self._kept: Batch | None = None
        self._frozen_at: int | None = None
        self._seen_revision = 0
        self._started_at: Instant | None = None
        bridge.batch.connect(self._take)
        bridge.feed_state.connect(self._hear_line)

    @property
    def frozen(self) -> bool:
        """Whether the screen is held still."""
        return self._frozen_at is not None

    @property
    def now(self) -> Instant:
        """The engine's present; while frozen, the moment of freezing; on a silent line it stands."""
        reading = self._clock.now() if self._frozen_at is None else self._frozen_at
        return self._time.at(reading)

    def truth(self) -> Truth:
        """What the badge is to say now."""
        reading = self._clock.now()
        frozen = None if self._frozen_at is None else (reading - self._frozen_at) / 1e6
        return truth_of(self._line, self._time.silence_s(reading), frozen)

    def freeze(self, frozen: bool) -> None:
        """Hold the screen still, or show what happened meanwhile."""
        if frozen == self.frozen:
            return
        if frozen:
            self._frozen_at = self._clock.now()
            return
        self._frozen_at = None
        kept, self._kept = self._kept, None
        if kept is not None:
            self._agents.take(kept)
        self.applied.emit()

    def _hear_line(self, state: FeedState) -> None:
        self._line = state
        self.line_heard.emit()

    def cut(self, reason: str) -> None:
        """The engine is known to be gone, whether or not its line has said so yet."""
        if self._line is not None:
            self._hear_line(Lost(reason=reason, retry_in_s=0.0))

    def _take(self, batch: Batch) -> None:
        if self._frozen_at is None:
            self._time.hear(batch.now, self._clock.now())
            self._agents.take(batch)
            self.applied.emit()
        else:
            self._kept = _joined(self._kept, batch)
        for warning in batch.warnings:
            self.warned.emit(warning)
        started_at = None if batch.snapshot is None else batch.snapshot.engine_started_at
        if started_at is not None and started_at != self._started_at:
            # Another engine, perhaps over a restored copy: its revisions may begin below those seen.
            self._started_at, self._seen_revision = started_at, 0
        for edit in batch.limits:
            if edit.revision > self._seen_revision:
                self.limit_edited.emit(edit)
        self._seen_revision = max([self._seen_revision, *(edit.revision for edit in batch.limits)])


def _joined(kept: Batch | None, batch: Batch) -> Batch:
    if kept is None or batch.snapshot is not None:
        return batch
    rows = list(batch.agents.values())
    change = Changes(seq=batch.seq, now=batch.now, strip=batch.strip, agents=rows, removed=sorted(batch.removed))
    return fold([change], kept) or batch
