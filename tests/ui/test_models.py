"""The window's pure parts: curves, words, order, columns, the limit form, how true the screen is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.client.feed_reader import Connecting, Denied, Live, Lost
from app.ui.models.columns import COLUMNS, fit
from app.ui.models.export_range import range_of
from app.ui.models.floor import Floor, fold
from app.ui.models.limit_form import LimitForm, consequence, edit_of, faults_of, form_of
from app.ui.models.moment import EngineTime
from app.ui.models.order import SortKey, held, toggled
from app.ui.models.rate import (
    clock_ticks,
    freed_within,
    limit_line,
    next_free_after,
    number_ticks,
    rolling_rate,
    slots_free,
)
from app.ui.models.truth import truth_of
from app.ui.models.wording import age, change_words, drops_left, share, slot_text, stopwatch
from app.ui.views.footer import notice_of
from app.wire.feed import LimitChanged
from app.wire.operator import LimitStep
from tests.fakes.floor_world import FloorWorld

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
seconds = st.floats(min_value=0, max_value=7200, allow_nan=False)


@given(st.lists(seconds, max_size=60), st.floats(min_value=3600, max_value=7200))
def test_the_rate_counts_the_half_open_hour(calls: list[float], end: float) -> None:
    at, rate = rolling_rate(np.sort(np.array(calls)), 0.0, end)
    for moment, count in zip(at[::97], rate[::97], strict=True):
        assert count == sum(1 for call in calls if moment - 3600 < call <= moment)


def test_a_call_leaves_the_hour_at_the_very_instant() -> None:
    at, rate = rolling_rate(np.array([100.0]), 100.0, 3700.0)
    assert (at[0], rate[0]) == (100.0, 1)
    assert (at[-1], rate[-1]) == (3700.0, 0)


def test_slots_come_free_one_by_one_and_never_below_zero() -> None:
    at, free = slots_free(np.array([0.0, 600.0, 1200.0]), 2, 3000.0)
    assert list(free) == [0, 0, 0, 0, 1, 1, 2, 2]
    assert list(at) == [3000, 3600, 3600, 4200, 4200, 4800, 4800, 6600]
    assert freed_within(np.array([0.0, 600.0]), 2, 3000.0, 600.0) == 1
    assert freed_within(np.array([0.0, 600.0, 1200.0]), 1, 3000.0, 1200.0) == 0
    assert freed_within(np.array([0.0, 600.0, 1200.0]), 1, 3000.0, 1800.0) == 1
    assert next_free_after(np.array([0.0, 600.0]), 3000.0, 2) == 1200
    assert next_free_after(np.array([0.0]), 3000.0, 2) is None


def test_the_limit_line_steps_at_each_edit() -> None:
    steps = [LimitStep(at=NOW, amount=100), LimitStep(at=NOW + timedelta(hours=1), amount=80)]
    start = NOW.timestamp()
    at, amounts = limit_line(steps, start + 60, start + 7200)
    assert list(amounts) == [100, 100, 80, 80]
    assert list(at) == [start + 60, start + 3600, start + 3600, start + 7200]
    at, amounts = limit_line(steps, start + 4000, start + 7200)
    assert list(amounts) == [80, 80]


def test_ticks_are_round_and_few() -> None:
    assert [text for _, text in number_ticks(118, 3)] == ["0", "50", "100"]
    start = datetime(2026, 11, 24, 9, 7).astimezone().timestamp()
    assert [text for _, text in clock_ticks(start, start + 4 * 3600, 5)] == ["10:00", "11:00", "12:00", "13:00"]


def test_words() -> None:
    assert stopwatch(42) == "0:42"
    assert stopwatch(15_912) == "4:25:12"
    assert stopwatch(-3) == "0:00"
    assert age(7_300) == "2 h"
    assert share(0, 0) == "–"
    assert slot_text(38, 100, NOW + timedelta(seconds=42), NOW) == "38/100 · next slot 0:42"
    assert slot_text(0, 0, None, NOW) == "0/0 · no calls allowed"


def edit(field: str, before: object, after: object, by: str = "Maria") -> LimitChanged:
    return LimitChanged(
        revision=3,
        scope="agent",
        scope_id="a",
        subject="Ben",
        field=field,
        before=before,
        after=after,
        by=by,
        reason="why",
        at=NOW,
    )


def test_an_edit_is_told_in_words_not_in_json() -> None:
    assert change_words(edit("maxCallsPerHour", None, 80)) == "calls per hour preset → 80"
    told = notice_of(edit("sessions.active", None, {"amount": 30, "enforcement": "alert-only"}))
    assert told == "Maria changed Ben’s active sessions default → 30 (alert only): why"
    assert notice_of(edit("callTimeout", None, 30, by="Ben")) == "Ben is new on the floor, with the default limits"


@given(st.integers(0, 5000), st.integers(0, 200))
def test_drops_left_is_the_last_that_keeps_three_percent(live: int, abandoned: int) -> None:
    left = drops_left(abandoned, live)
    if left:
        assert 100 * (abandoned + left) <= 3 * (live + left)
    assert 100 * (abandoned + left + 1) > 3 * (live + left + 1)


def test_a_click_replaces_and_shift_adds() -> None:
    keys = toggled((SortKey(column="agent", descending=False),), "hour", add=False)
    assert keys == (SortKey(column="hour", descending=True),)
    keys = toggled(keys, "state", add=True)
    assert [key.column for key in keys] == ["hour", "state"]
    assert toggled(keys, "hour", add=True)[0] == SortKey(column="hour", descending=False)


def test_a_held_row_stays() -> None:
    assert held(["a", "b", "c", "d"], ["d", "c", "b", "a"], 1) == ["a", "c", "b", "d"]
    assert held(["a"], ["b"], 0) == ["a"]


def test_columns_leave_by_rank_and_chosen_ones_stay() -> None:
    narrow = fit(COLUMNS, 860, {}, {})
    assert "campaign" not in narrow
    assert sum(narrow.values()) <= 860
    assert "campaign" in fit(COLUMNS, 860, {"campaign": True}, {})
    assert "answer" not in fit(COLUMNS, 3000, {"answer": False}, {})
    assert fit(COLUMNS, 3000, {}, {"agent": 300})["agent"] == 300
    assert len(fit(COLUMNS, 1500, {}, {})) == len(COLUMNS)


def test_everything_fits_at_1280_but_campaign_and_mode() -> None:
    assert {column.id for column in COLUMNS} - fit(COLUMNS, 868, {}, {}).keys() == {"campaign", "mode"}


def some_form(calls_per_hour: int | None = None, call_timeout: int = 30, reason: str = "") -> LimitForm:
    world = FloorWorld(agents=1)
    form = form_of(world.row(world.people[0]))
    return replace(form, calls_per_hour=calls_per_hour, call_timeout=call_timeout, reason=reason)


def test_ninety_used_at_eighty_waits_for_eleven() -> None:
    calls = np.linspace(0, 3000, 90)
    words = consequence(some_form(calls_per_hour=80), 90, calls, 3500.0)
    assert words.startswith("90 used: refused until 11 leave the window, in about ")


def test_an_edit_holds_only_what_differs() -> None:
    before = some_form(reason="because")
    after = some_form(reason="because", call_timeout=20)
    edit = edit_of(after, before, 7)
    assert edit is not None
    assert edit.call_timeout == 20
    assert edit.max_calls_per_hour is msgspec.UNSET
    assert edit.expected_revision == 7
    assert edit_of(before, before, 7) is None


@pytest.mark.parametrize(("timeout", "wrong"), [(14, True), (15, False), (600, False), (601, True)])
def test_a_phone_rings_at_least_fifteen_seconds(timeout: int, wrong: bool) -> None:
    assert ("call_timeout" in faults_of(some_form(call_timeout=timeout, reason="because"))) is wrong


def test_the_badge_tells_the_truth() -> None:
    assert truth_of(None, None, None).text == "Connecting"
    assert truth_of(Live(), 0.3, None).text == "Live"
    assert truth_of(Live(), 1.75, None).text == "Live"
    assert truth_of(Live(), 2.1, None).text == "Stale 2 s"
    assert truth_of(Lost(reason="gone", retry_in_s=1), 9.0, None).old == "9 s old"
    assert truth_of(Connecting(), 9.0, None).text == "Reconnecting"
    assert truth_of(Denied(code=4401), 9.0, None).text == "Not allowed"
    assert truth_of(Live(), 0.1, 12.0).text == "Frozen 12 s"


def test_the_engines_present_does_not_need_the_local_calendar() -> None:
    time = EngineTime()
    assert time.silence_s(5) is None
    time.hear(NOW, 1_000_000)
    assert time.at(2_500_000) == NOW + timedelta(seconds=1.5)
    assert time.at(90_000_000) == NOW + timedelta(seconds=2), "on a silent line the present stands"
    assert time.silence_s(3_500_000) == 2.5
    assert time.at(0) == NOW, "a local clock that was set back holds the present still"


def test_folding_keeps_the_last_row_and_every_notice() -> None:
    world = FloorWorld(agents=5)
    floor = Floor()
    first = fold([world.snapshot()])
    assert first is not None
    floor.apply(first)
    person = world.people[1]
    messages = []
    for amount in (50, 60):
        world.set_limit(person, amount, "Maria", "why not")
        messages.append(world.edits_only())
    batch = fold(messages)
    assert batch is not None
    assert [edit.after for edit in batch.limits] == [50, 60]
    floor.apply(batch)
    assert floor.agents[person.id].hour_limit == 60


def test_a_snapshot_forgets_who_is_gone() -> None:
    world = FloorWorld(agents=5)
    floor = Floor()
    whole = world.snapshot()
    delta = None
    for snapshot in (whole, msgspec.structs.replace(whole, agents=whole.agents[1:])):
        batch = fold([snapshot])
        assert batch is not None
        delta = floor.apply(batch)
    assert delta is not None
    assert delta.removed == {whole.agents[0].id}
    assert len(floor.agents) == 4


def test_ranges_are_half_open_and_local() -> None:
    today = range_of("today", NOW)
    yesterday = range_of("yesterday", NOW)
    assert today is not None
    assert yesterday is not None
    assert yesterday[1] == today[0]
    assert range_of("custom", NOW) is None
