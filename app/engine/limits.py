"""The limits there are: identity, window, default, bounds, sentence; and the grammar people write them in."""

import re
from enum import StrEnum

from app.engine.value import DAY, HOUR, MINUTE, SECOND, Duration, Value


class LimitId(StrEnum):
    """The identity of a limit. Usage belongs to `(limit id, subject)`, never to the amount."""

    API_MINUTE = "api.minute"
    API_HOUR = "api.hour"
    CALLS_HOUR = "calls.hour"
    CALLS_DAY = "calls.day"
    CALLS_GAP = "calls.gap"
    SESSIONS_ACTIVE = "sessions.active"
    SESSION_AGE = "session.age"


class Enforcement(StrEnum):
    """Whether a limit refuses (`enforce`) or only counts and warns (`alert-only`)."""

    ENFORCE = "enforce"
    ALERT_ONLY = "alert-only"


class DialingMode(StrEnum):
    """How an agent's dialer works through its queue."""

    PREVIEW = "preview"
    POWER = "power"
    PREDICTIVE = "predictive"


PRESET_CALLS_PER_HOUR: dict[DialingMode, int] = {
    DialingMode.PREVIEW: 40,
    DialingMode.POWER: 100,
    DialingMode.PREDICTIVE: 150,
}
"""The specification's "For Campaigns": calls an hour when nothing more specific is set."""


class LimitKind(Value, frozen=True, kw_only=True):
    """What is fixed about a limit.

    `window` is None for a gauge or a timer. `default` and the bounds are in `unit`: requests, calls,
    sessions, or seconds for `calls.gap` and `session.age`. `sentence` tells a person why they were refused.
    """

    limit_id: LimitId
    code: str
    window: Duration | None
    default: int
    lowest: int
    highest: int
    unit: str
    per: str
    sentence: str


LIMITS: dict[LimitId, LimitKind] = {
    kind.limit_id: kind
    for kind in (
        LimitKind(
            limit_id=LimitId.API_MINUTE,
            code="api_requests_per_minute",
            window=MINUTE,
            default=60,
            lowest=0,
            highest=10_000_000,
            unit="requests",
            per="user",
            sentence="Rate limit exceeded: {amount} requests per minute allowed",
        ),
        LimitKind(
            limit_id=LimitId.API_HOUR,
            code="api_requests_per_hour",
            window=HOUR,
            default=500,
            lowest=0,
            highest=10_000_000,
            unit="requests",
            per="user",
            sentence="Rate limit exceeded: {amount} requests per hour allowed",
        ),
        LimitKind(
            limit_id=LimitId.CALLS_HOUR,
            code="calls_per_hour",
            window=HOUR,
            default=100,
            lowest=0,
            highest=10_000_000,
            unit="calls",
            per="agent",
            sentence="Call rate limit exceeded: {amount} calls per hour allowed",
        ),
        LimitKind(
            limit_id=LimitId.CALLS_DAY,
            code="calls_per_day",
            window=DAY,
            default=800,
            lowest=0,
            highest=10_000_000,
            unit="calls",
            per="session",
            sentence="Daily call limit exceeded: {amount} calls per day allowed",
        ),
        LimitKind(
            limit_id=LimitId.CALLS_GAP,
            code="call_gap",
            window=None,
            default=2,
            lowest=0,
            highest=3_600,
            unit="seconds",
            per="agent",
            sentence="Calls too close together: {amount} seconds between calls required",
        ),
        LimitKind(
            limit_id=LimitId.SESSIONS_ACTIVE,
            code="active_sessions",
            window=None,
            default=5,
            lowest=0,
            highest=1_000_000,
            unit="sessions",
            per="tenant",
            sentence="Maximum active sessions limit reached ({amount})",
        ),
        LimitKind(
            limit_id=LimitId.SESSION_AGE,
            code="session_expired",
            window=None,
            default=8 * 3_600,
            lowest=60,
            highest=24 * 3_600,
            unit="seconds",
            per="session",
            sentence="Maximum session duration exceeded ({hours})",
        ),
    )
}

LOWEST_CALL_TIMEOUT_S = 15
"""An unanswered call may not be dropped earlier: 47 CFR 64.1200(a)(6)."""

HIGHEST_CALL_TIMEOUT_S = 600


class Limit(Value, frozen=True, kw_only=True):
    """One limit in force for one subject: its amount, whether it refuses, and the scope it comes from."""

    limit_id: LimitId
    amount: int
    enforcement: Enforcement
    source: str

    @property
    def kind(self) -> LimitKind:
        """What is fixed about this limit."""
        return LIMITS[self.limit_id]

    @property
    def sentence(self) -> str:
        """Why a try over this limit is refused, for a person (wire.md)."""
        return self.kind.sentence.format(amount=self.amount, hours=_hours(self.amount))


def _hours(seconds: int) -> str:
    if seconds % 3_600:
        return f"{seconds // 60} minutes"
    return f"{seconds // 3_600} hour{'' if seconds == 3_600 else 's'}"


class Rate(Value, frozen=True, kw_only=True):
    """At most `amount` events in any window of `window` microseconds."""

    amount: int
    window: Duration


class GrammarError(ValueError):
    """A text is not a list of rates. The message names the part that is wrong and shows a right one."""


_UNITS: dict[str, Duration] = {"s": SECOND, "m": MINUTE, "min": MINUTE, "h": HOUR, "d": DAY}
_RATE = re.compile(r"\s*([0-9]{1,8})\s*/\s*([0-9]{0,6})\s*(s|min|m|h|d)\s*", re.ASCII)


def parse_rates(text: str) -> tuple[Rate, ...]:
    """The rates of a text such as `100/1h & 800/1d`, in the order written.

    Units are s, m (or min), h and d; a missing count means one. Raises `GrammarError` on anything else,
    and on a window named twice, because two amounts for one window are a mistake.
    """
    rates: list[Rate] = []
    for part in text.split("&"):
        match = _RATE.fullmatch(part)
        if match is None:
            message = f"'{part.strip()}' is not a rate; write amount/window, as in 100/1h & 800/1d"
            raise GrammarError(message)
        window = int(match[2] or 1) * _UNITS[match[3]]
        if window == 0:
            message = f"'{part.strip()}' has a window of no length; write 1s or more"
            raise GrammarError(message)
        if any(rate.window == window for rate in rates):
            message = f"'{part.strip()}' names a window that is already named; keep one of them"
            raise GrammarError(message)
        rates.append(Rate(amount=int(match[1]), window=window))
    return tuple(rates)


def format_rates(rates: tuple[Rate, ...]) -> str:
    """The text `parse_rates` reads back to the same rates, each window in its largest whole unit."""
    return " & ".join(f"{rate.amount}/{_window_text(rate.window)}" for rate in rates)


def _window_text(window: Duration) -> str:
    for unit, length in (("d", DAY), ("h", HOUR), ("m", MINUTE)):
        if window % length == 0:
            return f"{window // length}{unit}"
    return f"{window // SECOND}s"


def call_limits_of(text: str) -> dict[LimitId, int]:
    """The call limits a text sets: `/1h` is `calls.hour`, `/1d` is `calls.day`.

    Raises `GrammarError` for a window that no call limit has: a limit that exists but does not limit misleads.
    """
    by_window = {HOUR: LimitId.CALLS_HOUR, DAY: LimitId.CALLS_DAY}
    found: dict[LimitId, int] = {}
    for rate in parse_rates(text):
        limit_id = by_window.get(rate.window)
        if limit_id is None:
            message = f"'{_window_text(rate.window)}' is not a window of calls; use 1h or 1d"
            raise GrammarError(message)
        found[limit_id] = rate.amount
    return found
