"""A thousand agents: what a batch costs is counted in signals and paints, not in milliseconds."""

from collections import Counter

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from app.ui.design.look import Look
from app.ui.models.agents_model import AgentsModel
from app.ui.models.columns import COLUMN_IDS, used_share
from app.ui.models.floor import Batch, fold
from app.ui.models.order import SortKey, is_pinned
from app.ui.views.floor_table import FloorTable
from app.wire.feed import FeedMessage, FloorAgent
from tests.fakes.floor_world import FloorWorld


def folded(*messages: FeedMessage) -> Batch:
    batch = fold(messages)
    assert batch is not None
    return batch


@pytest.fixture
def world() -> FloorWorld:
    return FloorWorld(agents=1000)


@pytest.fixture
def agents(world: FloorWorld) -> AgentsModel:
    made = AgentsModel()
    made.take(folded(world.snapshot()))
    return made


def test_a_batch_emits_once_for_each_row_that_changed(world: FloorWorld, agents: AgentsModel) -> None:
    seen: Counter[int] = Counter()
    moved: list[int] = []
    agents.dataChanged.connect(lambda first, last: seen.update(range(first.row(), last.row() + 1)))
    agents.layoutChanged.connect(lambda: moved.append(1))
    batch = folded(world.advance(0.25))
    before = dict(agents.floor.agents)
    agents.take(batch)
    changed = {id_ for id_, row in batch.agents.items() if before[id_] != row}
    assert changed
    assert len(seen) == len(changed)
    assert set(seen.values()) == {1}
    assert {agents.order[row] for row in seen} == changed
    assert not moved, "sorted by name, nothing moves"


def test_messages_between_two_batches_are_one(world: FloorWorld, agents: AgentsModel) -> None:
    seen: Counter[int] = Counter()
    agents.dataChanged.connect(lambda first, _last: seen.update([first.row()]))
    batch = folded(*(world.advance(0.25) for _ in range(8)))
    agents.take(batch)
    assert set(seen.values()) == {1}


def test_sorted_by_a_live_figure_the_order_is_true_after_every_batch(world: FloorWorld, agents: AgentsModel) -> None:
    agents.sort_by((SortKey(column="hour", descending=True), SortKey(column="agent", descending=False)))
    for _ in range(20):
        agents.take(folded(world.advance(0.25)))
    rows = [agents.agent_at(row) for row in range(agents.rowCount())]
    shares = [used_share(row) for row in rows if not is_pinned(row, agents.now)]
    assert shares == sorted(shares, reverse=True)
    assert sorted(agents.order) == sorted(agents.floor.agents)


def test_persistent_indexes_follow_their_agent(world: FloorWorld, agents: AgentsModel) -> None:
    agents.sort_by((SortKey(column="hour", descending=True),))
    kept = QPersistentModelIndex(agents.index(500, 2))
    id_ = agents.order[500]
    agents.sort_by((SortKey(column="agent", descending=True),))
    assert agents.order[kept.row()] == id_


def test_a_tick_paints_only_the_three_columns_that_count(qapp: QApplication, look: Look, agents: AgentsModel) -> None:
    painted: list[QPaintEvent] = []

    class Watched(FloorTable):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(event.clone())
            super().paintEvent(event)

    table = Watched(look, agents)
    table.resize(1280, 720)
    table.show()
    qapp.processEvents()
    painted.clear()
    table.tick(agents.now)
    qapp.processEvents()
    area = painted[0].region()
    assert len(painted) == 1
    for name in ("agent", "spark", "refusals"):
        section = COLUMN_IDS.index(name)
        assert not area.contains(table.visualRect(agents.index(0, section)).center()), name
    for name in ("state", "session", "hour"):
        assert area.contains(table.visualRect(agents.index(0, COLUMN_IDS.index(name))).center()), name
    table.close()
    table.deleteLater()


def test_only_rows_on_screen_are_painted_for_a_batch(qapp: QApplication, look: Look, world: FloorWorld) -> None:
    asked: set[int] = set()

    class Watched(AgentsModel):
        def agent_at(self, row: int) -> FloorAgent:
            asked.add(row)
            return super().agent_at(row)

    agents = Watched()
    agents.take(folded(world.snapshot()))
    table = FloorTable(look, agents)
    table.resize(1280, 720)
    table.show()
    qapp.processEvents()
    asked.clear()
    agents.take(folded(*(world.advance(0.25) for _ in range(60))))
    qapp.processEvents()
    assert asked
    assert max(asked) <= table.viewport().height() // look.tokens.row + 1
    table.close()
    table.deleteLater()
