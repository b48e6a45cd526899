"""An agent's `configuration` JSON: the keys the engine knows, read strictly; unknown keys are kept by whoever stores it."""

from app.engine.limits import HIGHEST_CALL_TIMEOUT_S, LIMITS, LOWEST_CALL_TIMEOUT_S, DialingMode, Enforcement, LimitId
from app.engine.rulebook import AgentSettings
from app.engine.value import Id

DEFAULT_CONFIGURATION: dict[str, object] = {"mode": "power", "callTimeout": 30, "autoDialDelay": 2}
"""The specification's example, without `maxCallsPerHour`: the mode's preset decides until someone sets it."""


class ConfigurationError(ValueError):
    """A known key has a value it cannot have; `field` names it, the message says what it may have."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def settings_of(tenant_id: Id, configuration: dict[str, object], revision: int = 0) -> AgentSettings:
    """What a configuration sets. Raises `ConfigurationError` naming the key."""
    delay = _whole(configuration, "autoDialDelay", 0, LIMITS[LimitId.CALLS_GAP].highest)
    timeout = _whole(configuration, "callTimeout", LOWEST_CALL_TIMEOUT_S, HIGHEST_CALL_TIMEOUT_S)
    enforcement = configuration.get("enforcement")
    return AgentSettings(
        tenant_id=tenant_id,
        mode=DialingMode(_word(configuration, "mode", tuple(mode.value for mode in DialingMode)) or "power"),
        max_calls_per_hour=_whole(configuration, "maxCallsPerHour", 0, LIMITS[LimitId.CALLS_HOUR].highest),
        call_timeout=30 if timeout is None else timeout,
        auto_dial_delay=delay,
        enforcement=None if enforcement is None else Enforcement(_enforcement(configuration)),
        revision=revision,
    )


def lenient_settings_of(tenant_id: Id, configuration: dict[str, object], revision: int = 0) -> AgentSettings:
    """What a stored configuration sets, leaving out a key whose value no edit would accept: it cannot loosen a limit.

    A `maxCallsPerHour` that is not a whole number of calls blocks (0), because fail closed is the rule.
    """
    kept = dict(configuration)
    while True:
        try:
            return settings_of(tenant_id, kept, revision)
        except ConfigurationError as fault:
            if fault.field == "maxCallsPerHour":
                kept[fault.field] = 0
            else:
                del kept[fault.field]


def _enforcement(configuration: dict[str, object]) -> str:
    return _word(configuration, "enforcement", tuple(mode.value for mode in Enforcement)) or "enforce"


def _word(configuration: dict[str, object], field: str, allowed: tuple[str, ...]) -> str | None:
    value = configuration.get(field)
    if value is None:
        return None
    if not isinstance(value, str) or value not in allowed:
        raise ConfigurationError(field, f"{field} must be one of {', '.join(allowed)}")
    return value


def _whole(configuration: dict[str, object], field: str, lowest: int, highest: int) -> int | None:
    value = configuration.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        raise ConfigurationError(field, f"{field} must be a whole number from {lowest} to {highest}")
    return value
