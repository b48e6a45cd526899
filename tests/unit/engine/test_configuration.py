"""An agent's configuration: strict for who edits, safe for what is stored."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.configuration import (
    DEFAULT_CONFIGURATION,
    ConfigurationError,
    lenient_settings_of,
    settings_of,
)
from app.engine.limits import DialingMode, Enforcement
from app.engine.rulebook import AgentSettings

JSON = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)
)
KEYS = ("mode", "maxCallsPerHour", "callTimeout", "autoDialDelay", "enforcement")


def test_the_specifications_example() -> None:
    configuration: dict[str, object] = {"mode": "power", "maxCallsPerHour": 100, "callTimeout": 30, "autoDialDelay": 2}
    assert settings_of("acme", configuration, 7) == AgentSettings(
        tenant_id="acme", max_calls_per_hour=100, auto_dial_delay=2, revision=7
    )


def test_what_is_not_set_is_left_to_the_next_scope() -> None:
    assert settings_of("acme", {}) == AgentSettings(tenant_id="acme")
    assert settings_of("acme", {"maxCallsPerHour": None, "mode": None}) == AgentSettings(tenant_id="acme")
    assert settings_of("acme", DEFAULT_CONFIGURATION).max_calls_per_hour is None


def test_unknown_keys_do_not_matter() -> None:
    assert settings_of("acme", {"voice": "calm", "mode": "preview"}).mode is DialingMode.PREVIEW


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("mode", "fast"),
        ("mode", 3),
        ("maxCallsPerHour", -1),
        ("maxCallsPerHour", 10_000_001),
        ("maxCallsPerHour", 1.5),
        ("maxCallsPerHour", "100"),
        ("maxCallsPerHour", True),
        ("callTimeout", 14),
        ("callTimeout", 601),
        ("autoDialDelay", -1),
        ("autoDialDelay", 3_601),
        ("enforcement", "sometimes"),
    ],
)
def test_an_edit_that_cannot_be_names_its_field(field: str, value: object) -> None:
    with pytest.raises(ConfigurationError, match=f"^{field} must be") as caught:
        settings_of("acme", {field: value})
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("field", "value"),
    [("maxCallsPerHour", 0), ("callTimeout", 15), ("callTimeout", 600), ("autoDialDelay", 0), ("autoDialDelay", 3_600)],
)
def test_the_bounds_themselves_are_allowed(field: str, value: int) -> None:
    assert value in dict(zip(KEYS[1:4], astuple(settings_of("acme", {field: value})), strict=True)).values()


def astuple(settings: AgentSettings) -> tuple[int | None, int, int | None]:
    return settings.max_calls_per_hour, settings.call_timeout, settings.auto_dial_delay


@pytest.mark.parametrize("value", [-1, 1.5, "100", True, [100], 10_000_001])
def test_a_stored_limit_that_is_no_number_blocks(value: object) -> None:
    settings = lenient_settings_of("acme", {"maxCallsPerHour": value, "mode": "preview"})
    assert (settings.max_calls_per_hour, settings.mode) == (0, DialingMode.PREVIEW)


@pytest.mark.parametrize(
    ("value", "delay"),
    [(5_000, 3_600), (2.5, 3), (10.0, 10), (math.inf, 3_600), (-1, None), (math.nan, None), ("2", None), (True, None)],
)
def test_a_stored_delay_is_never_shortened(value: object, delay: int | None) -> None:
    assert lenient_settings_of("acme", {"autoDialDelay": value}).auto_dial_delay == delay


def test_a_stored_enforcement_that_is_no_word_of_ours_enforces() -> None:
    assert lenient_settings_of("acme", {"enforcement": "alert only"}).enforcement is Enforcement.ENFORCE


@given(st.dictionaries(st.sampled_from(KEYS), JSON))
def test_whatever_is_stored_the_floor_starts(configuration: dict[str, object]) -> None:
    before = dict(configuration)
    settings = lenient_settings_of("acme", configuration)
    assert configuration.keys() == before.keys()
    assert 15 <= settings.call_timeout <= 600
    assert settings.auto_dial_delay is None or 0 <= settings.auto_dial_delay <= 3_600
    assert settings.max_calls_per_hour is None or 0 <= settings.max_calls_per_hour <= 10_000_000
