"""An agent's `configuration` JSON: the keys the engine knows, read strictly; whoever stores it keeps the others."""

import math

from app.engine.limits import HIGHEST_CALL_TIMEOUT_S, LIMITS, LOWEST_CALL_TIMEOUT_S, DialingMode, Enforcement, LimitId
from app.engine.rulebook import AgentSettings
from app.engine.value import Id

DEFAULT_CONFIGURATION: dict[str, object] = {"mode": "power", "callTimeout": 30}
"""What an agent that makes itself starts with: no limit of its own, so that its tenant's limits hold."""


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
    """What a stored configuration sets, where a value that no edit would accept cannot loosen a limit.

    Fail closed is the rule: a `maxCallsPerHour` that is not a whole number of calls blocks (0), an `autoDialDelay`
    is rounded up and held at the longest, an `enforcement` that is no word of ours enforces. Any other such key is
    left out.
    """
    kept = dict(configuration)
    while True:
        try:
            return settings_of(tenant_id, kept, revision)
        except ConfigurationError as fault:
            kept[fault.field] = _safe(fault.field, kept[fault.field])


def _safe(field: str, value: object) -> object:
    if field == "maxCallsPerHour":
        return 0
    if field == "enforcement":
        return Enforcement.ENFORCE.value
    if field == "autoDialDelay" and isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return math.ceil(min(value, LIMITS[LimitId.CALLS_GAP].highest))
    return None


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
