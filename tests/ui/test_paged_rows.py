"""A list of any length holds a few pages; the filter of the log says on the wire what its chips say."""

from datetime import UTC, datetime, timedelta

from app.ui.design.look import Look
from app.ui.models.log_narrow import Chosen, LogNarrow, looks_like_an_id, number_trouble
from app.ui.models.log_rows import BLANK_CALL, call_columns, length_words, outcome_words, status_of, when_text
from app.ui.models.paged_rows import KEPT_PAGES, PagedRows
from app.wire.operator import CallItem
from tests.fakes.endless_log import EndlessLog
from tests.fakes.floor_gateway import floor_wiring

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
PAGE = 200
AGENT = Chosen(field="agent_id", value="a", words="Ann")
BUSY = Chosen(field="status", value="busy", words="Busy")
GAP = Chosen(field="code", value="call_gap", words="Call gap")


def listed(look: Look) -> PagedRows[CallItem]:
    return PagedRows(look, call_columns(lambda: NOW), lambda call: call.id, BLANK_CALL)


def page(number: int) -> list[CallItem]:
    """A page of an endless log."""
    floor = floor_wiring(agents=1).floor
    cursor = None if number == 0 else str(number * PAGE - 1)
    return EndlessLog(floor, 10_000_000).calls(LogNarrow().wire("calls", NOW), cursor, PAGE).calls


def test_however_long_the_list_only_the_pages_near_the_eye_are_held(look: Look) -> None:
    model = listed(look)
    shared = page(0)
    for number in range(500):
        model.looked_at = len(model.rows)
        model.add_page(shared if number else page(0), str(number), more=True)
    assert model.rowCount() == 500 * PAGE
    held = [number for number, one in enumerate(model.pages) if one.held]
    assert held == list(range(500 - KEPT_PAGES, 500))
    assert sum(not model.is_blank(at) for at in range(len(model.rows))) == KEPT_PAGES * PAGE


def test_a_row_that_is_not_here_is_nobody_and_is_asked_for_once(look: Look) -> None:
    model = listed(look)
    asked: list[int] = []
    model.wanted_page.connect(asked.append)
    for number in range(KEPT_PAGES + 2):
        model.looked_at = len(model.rows)
        model.add_page(page(number), str(number), more=True)
    first = model.index(3, 0)
    assert (model.identity_at(3), model.row_at(3)) == ("", None)
    assert [model.data(first) for _ in range(3)] == ["…"] * 3
    assert asked == [0]
    model.forget_asking(0)
    model.data(first)
    assert asked == [0, 0]
    known = page(0)
    model.fill_page(0, known)
    assert model.row_at(3) == known[3]
    assert model.place_of(known[3].id) == 3
    assert not model.pages[-1].held, "the page that is farthest from it went instead"


def test_a_page_that_shrank_stays_blank_where_its_rows_were(look: Look) -> None:
    model = listed(look)
    for number in range(KEPT_PAGES + 1):
        model.looked_at = len(model.rows)
        model.add_page(page(number), str(number), more=True)
    model.looked_at = 0
    model.fill_page(0, page(0)[:150])
    assert not model.is_blank(149)
    assert model.is_blank(150)
    model.fill_page(99, page(0))


def test_the_end_asks_for_more_before_it_is_reached(look: Look) -> None:
    model = listed(look)
    wanted: list[int] = []
    model.wanted_more.connect(lambda: wanted.append(len(model.rows)))
    model.add_page(page(0), None, more=True)
    model.data(model.index(10, 0))
    assert wanted == []
    model.data(model.index(150, 0))
    model.data(model.index(151, 0))
    assert wanted == [200]
    model.add_page([], "x", more=True)
    model.data(model.index(151, 0))
    assert wanted == [200, 200]
    assert len(model.pages) == 1, "an answer without rows is no page"


def test_a_filter_says_on_the_wire_what_its_chips_say() -> None:
    narrow = LogNarrow().choose(AGENT).choose(BUSY).choose(GAP)
    calls, refusals = narrow.wire("calls", NOW), narrow.wire("refusals", NOW)
    assert (calls.agent_id, calls.status, calls.code) == ("a", "busy", None)
    assert (refusals.agent_id, refusals.status, refusals.code) == ("a", None, "call_gap")
    assert [one.chip for one in narrow.for_kind("calls")] == ["Agent: Ann", "Status: Busy"]
    again = narrow.choose(Chosen(field="agent_id", value="b", words="Ben"))
    assert again.wire("calls", NOW).agent_id == "b"
    assert again.without("agent_id").without("status").without("code").empty


def test_spans_that_the_present_belongs_to_have_no_end() -> None:
    hour = LogNarrow().within("hour").wire("calls", NOW)
    assert (hour.since, hour.until) == (NOW - timedelta(hours=1), None)
    yesterday = LogNarrow().within("yesterday").wire("calls", NOW)
    assert yesterday.since is not None
    assert yesterday.until is not None
    assert yesterday.until - yesterday.since == timedelta(days=1)
    own = LogNarrow().within("custom", NOW - timedelta(days=2), NOW)
    assert own.wire("calls", NOW).until == NOW
    assert "–" in own.span_words(NOW)
    assert LogNarrow().within("week").span_words(NOW) == "Last 7 days"


def test_numbers_and_ids_are_told_apart_and_times_are_never_two_things() -> None:
    assert looks_like_an_id("0198c000-0000-7000-8000-000000000001")
    assert not looks_like_an_id("+12125550100")
    assert [number_trouble(text) for text in ("0100", "+1 (212) 555-0100")] == ["", ""]
    assert number_trouble("five") != ""
    assert number_trouble("") != ""
    assert when_text(NOW, NOW) == NOW.astimezone().strftime("%H:%M:%S")
    assert when_text(NOW - timedelta(days=3), NOW) == (NOW - timedelta(days=3)).astimezone().strftime("%m-%d %H:%M:%S")
    assert when_text(NOW - timedelta(days=400), NOW).startswith("2025-")
    assert (status_of("odd_thing").word, outcome_words("own_word"), outcome_words(None)) == (
        "Odd thing",
        "Own word",
        "–",
    )
    assert (length_words(None), length_words(75)) == ("–", "1:15")
