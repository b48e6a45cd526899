"""The strip's warnings: only for what needs a person."""

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.ui.design.look import Look
from app.ui.models.moment import EPOCH
from app.ui.views.strip_view import StripView
from app.wire.feed import Abandonment, Strip, WorstCampaign

QUIET = Strip(
    sessions_active=1,
    sessions_limit=5,
    calls_hour=0,
    calls_minute=0,
    answered_hour=0,
    finished_hour=0,
    refusals_hour={},
    abandonment_today=Abandonment(live=0, abandoned=0),
    abandonment_30d=Abandonment(live=0, abandoned=0),
    decision_p99_ms=0.0,
)


@pytest.mark.parametrize(
    ("live", "abandoned", "tone"),
    [(0, 0, "text"), (12, 0, "text"), (34, 1, "warn"), (33, 1, "danger"), (34, 2, "danger")],
)
def test_abandonment_alarms_only_where_calls_were_abandoned(
    qtbot: QtBot, look: Look, live: int, abandoned: int, tone: str
) -> None:
    strip = StripView(look)
    qtbot.addWidget(strip)
    month = Abandonment(live=live, abandoned=abandoned)
    strip.show_strip(msgspec.structs.replace(QUIET, abandonment_30d=month), [], EPOCH)
    assert strip.cards[4].tone == tone


def test_the_worst_campaign_is_named_and_stands_for_all(qtbot: QtBot, look: Look) -> None:
    strip = StripView(look)
    qtbot.addWidget(strip)
    worst = WorstCampaign(
        campaign_id="c", campaign="Spring", live=1_000, abandoned=29, drops_left=1, stage="no_overdialing"
    )
    strip.show_strip(msgspec.structs.replace(QUIET, abandonment_worst=worst), [], EPOCH)
    assert "2.90 % Spring, 30 days, of 1,000" in strip.cards[4].words
    tones = [str(strip.cards[4].tone)]
    over = msgspec.structs.replace(worst, abandoned=31, drops_left=0)
    strip.show_strip(msgspec.structs.replace(QUIET, abandonment_worst=over), [], EPOCH)
    assert [*tones, strip.cards[4].tone] == ["text", "danger"]


def test_an_engine_that_decided_nothing_claims_no_speed(qtbot: QtBot, look: Look) -> None:
    strip = StripView(look)
    qtbot.addWidget(strip)
    strip.show_strip(QUIET, [], EPOCH)
    assert "nothing decided yet" in strip.cards[5].words
    assert "0.0" not in strip.cards[5].words
