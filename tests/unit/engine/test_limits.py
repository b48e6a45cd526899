"""The limits there are, their sentences, and the grammar people write them in."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.limits import (
    LIMITS,
    Enforcement,
    GrammarError,
    Limit,
    LimitId,
    Rate,
    call_limits_of,
    format_rates,
    parse_rates,
)
from app.engine.value import DAY, HOUR, MINUTE, SECOND

rates = st.builds(
    Rate,
    amount=st.integers(0, 99_999_999),
    window=st.builds(int.__mul__, st.integers(1, 999_999), st.sampled_from([SECOND, MINUTE, HOUR, DAY])),
)


def test_the_specification_in_both_of_its_call_limits() -> None:
    assert parse_rates("100/1h & 800/1d") == (Rate(amount=100, window=HOUR), Rate(amount=800, window=DAY))


@pytest.mark.parametrize(
    ("text", "amount", "window"),
    [
        ("60/m", 60, MINUTE),
        ("60/min", 60, MINUTE),
        ("60/1min", 60, MINUTE),
        ("60/60s", 60, MINUTE),
        ("  500 / 1 h ", 500, HOUR),
        ("0/1h", 0, HOUR),
        ("7/90s", 7, 90 * SECOND),
        ("800/24h", 800, DAY),
        ("0100/01h", 100, HOUR),
    ],
)
def test_what_people_write(text: str, amount: int, window: int) -> None:
    assert parse_rates(text) == (Rate(amount=amount, window=window),)


@given(st.lists(rates, min_size=1, max_size=5, unique_by=lambda rate: rate.window))
def test_what_is_written_is_read_back(written: list[Rate]) -> None:
    assert parse_rates(format_rates(tuple(written))) == tuple(written)


def test_a_window_is_written_in_its_largest_whole_unit() -> None:
    assert format_rates(parse_rates("1/60s & 2/3600s & 3/24h & 4/90s")) == "1/1m & 2/1h & 3/1d & 4/90s"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "''"),
        ("100", "'100'"),
        ("100/1h & lots/1d", "'lots/1d'"),
        ("100/1h &", "''"),
        ("100/1h, 800/1d", "'100/1h, 800/1d'"),
        ("-1/1h", "'-1/1h'"),
        ("1.5/1h", "'1.5/1h'"),
        ("100/1w", "'100/1w'"),
        ("100/1H", "'100/1H'"),
        ("１00/1h", "'１00/1h'"),  # noqa: RUF001 - a full-width digit is no digit of a limit
        ("123456789/1h", "'123456789/1h'"),
        ("100/1h & 5/0s", "'5/0s'"),
        ("100/1h & 99/60m", "'99/60m'"),
    ],
)
def test_an_error_names_its_part(text: str, part: str) -> None:
    with pytest.raises(GrammarError) as caught:
        parse_rates(text)
    assert str(caught.value).startswith(part)


def test_call_limits_are_of_an_hour_and_of_a_day() -> None:
    assert call_limits_of("100/1h & 800/1d") == {LimitId.CALLS_HOUR: 100, LimitId.CALLS_DAY: 800}
    assert call_limits_of("800/24h") == {LimitId.CALLS_DAY: 800}


def test_a_window_that_no_call_limit_has_is_an_error() -> None:
    with pytest.raises(GrammarError, match="'1m' is not a window of calls; use 1h or 1d"):
        call_limits_of("100/1h & 5/1m")


@given(st.one_of(st.text(max_size=30), st.text(alphabet="0159/ smhd&min", max_size=12)))
def test_any_text_is_rates_or_an_error_that_says_what_to_write(text: str) -> None:
    with suppress(GrammarError):
        assert parse_rates(format_rates(parse_rates(text))) == parse_rates(text)


@pytest.mark.parametrize(
    ("limit_id", "code", "default"),
    [
        (LimitId.API_MINUTE, "api_requests_per_minute", 60),
        (LimitId.API_HOUR, "api_requests_per_hour", 500),
        (LimitId.CALLS_HOUR, "calls_per_hour", 100),
        (LimitId.CALLS_DAY, "calls_per_day", 800),
        (LimitId.CALLS_GAP, "call_gap", 2),
        (LimitId.SESSIONS_ACTIVE, "active_sessions", 5),
        (LimitId.SESSION_AGE, "session_expired", 8 * 3_600),
    ],
)
def test_the_table_of_the_specification(limit_id: LimitId, code: str, default: int) -> None:
    kind = LIMITS[limit_id]
    assert (kind.limit_id, kind.code, kind.default) == (limit_id, code, default)
    assert kind.lowest <= kind.default <= kind.highest


def test_every_limit_is_described() -> None:
    assert set(LIMITS) == set(LimitId)


@pytest.mark.parametrize(
    ("limit_id", "amount", "sentence"),
    [
        (LimitId.API_MINUTE, 60, "Rate limit exceeded: 60 requests per minute allowed"),
        (LimitId.API_HOUR, 500, "Rate limit exceeded: 500 requests per hour allowed"),
        (LimitId.CALLS_HOUR, 100, "Call rate limit exceeded: 100 calls per hour allowed"),
        (LimitId.CALLS_DAY, 800, "Daily call limit exceeded: 800 calls per day allowed"),
        (LimitId.SESSIONS_ACTIVE, 5, "Maximum active sessions limit reached (5)"),
        (LimitId.SESSION_AGE, 28_800, "Maximum session duration exceeded (8 hours)"),
        (LimitId.SESSION_AGE, 3_600, "Maximum session duration exceeded (1 hour)"),
        (LimitId.SESSION_AGE, 5_400, "Maximum session duration exceeded (90 minutes)"),
        (LimitId.CALLS_GAP, 2, "Calls too close together: 2 seconds between calls required"),
    ],
)
def test_the_sentence_says_the_amount_in_force(limit_id: LimitId, amount: int, sentence: str) -> None:
    limit = Limit(limit_id=limit_id, amount=amount, enforcement=Enforcement.ENFORCE, source="agent")
    assert limit.sentence == sentence
    assert limit.kind.code == LIMITS[limit_id].code
