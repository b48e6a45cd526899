"""Sparklines: kept while somebody may look at them, and no more of them than any screen shows."""

import msgspec

from app.ui.design.look import Look
from app.ui.widgets import sparklines
from app.ui.widgets.sparklines import Sparklines
from tests.fakes.floor_world import FloorWorld


def test_a_picture_is_kept_until_others_were_looked_at_since(look: Look) -> None:
    world = FloorWorld(agents=1)
    row = world.row(world.people[0])
    sparks = Sparklines(look)

    def draw(number: int) -> int:
        return sparks.picture(msgspec.structs.replace(row, id=str(number)), 100, 20, 1.0).cacheKey()

    first, second = draw(0), draw(1)
    for number in range(2, sparklines.MOST_KEPT):
        draw(number)
    assert draw(0) == first
    draw(sparklines.MOST_KEPT)
    assert draw(0) == first
    assert draw(1) != second
    assert len(sparks._kept) == sparklines.MOST_KEPT


def test_other_figures_are_drawn_anew(look: Look) -> None:
    world = FloorWorld(agents=1)
    row = world.row(world.people[0])
    sparks = Sparklines(look)
    before = sparks.picture(row, 100, 20, 1.0).cacheKey()
    assert sparks.picture(row, 100, 20, 1.0).cacheKey() == before
    busier = msgspec.structs.replace(row, minutes=[9] * 60)
    assert sparks.picture(busier, 100, 20, 1.0).cacheKey() != before
