"""The values of limits as people write and read them: cells to values with the fault named, values to words. No Qt."""

from dataclasses import dataclass
from types import MappingProxyType

from app.engine.limits import LIMITS as KINDS
from app.engine.limits import GrammarError, LimitId, call_limits_of, parse_rates
from app.engine.value import MINUTE, SECOND
from app.ui.models.limit_form import LONGEST_DELAY_S, LONGEST_RING_S, MOST_CALLS, SHORTEST_RING_S
from app.ui.models.wording import MODES
from app.ui.tongue import marked, tr

AGENT_FIELDS = ("mode", "maxCallsPerHour", "callTimeout", "autoDialDelay", "enforcement")
ENFORCEMENTS = MappingProxyType({"enforce": marked("Enforce"), "alert-only": marked("Alert only")})
INHERIT = ("", "-", "–", "inherit", "inherited", "preset", "default", "none")
"""What stands for "not set here": the next wider scope decides."""

_UNITS = MappingProxyType(
    {"requests": marked("requests"), "calls": marked("calls"), "sessions": marked("sessions"), "seconds": marked("s")}
)
Key = tuple[str, str | None, str]
"""Scope (agent, tenant, tier, system), its id, and the field: an agent's, or a limit id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a scope sets: an amount and what happens over it."""

    amount: int
    enforcement: str = "enforce"


Value = str | int | Setting | None


class ValueFault(ValueError):
    """A text is no value of its field; the message names what is wrong and shows what is right."""


def read_agent_value(field: str, text: str) -> Value:
    """The value of an agent's cell; None where it is left to wider scopes. Raises `ValueFault`."""
    text = text.strip()
    match field:
        case "mode":
            return _choice(text, MODES, tr("a mode: write preview, power or predictive"))
        case "enforcement":
            return None if _inherits(text) else _choice(text, ENFORCEMENTS, tr("enforce or alert-only"))
        case "maxCallsPerHour":
            return None if _inherits(text) else _calls_per_hour(text)
        case "callTimeout":
            return _call_timeout(text)
        case _:
            return None if _inherits(text) else _delay(text)


def _inherits(text: str) -> bool:
    return text.casefold() in INHERIT


def _choice(text: str, allowed: MappingProxyType[str, str], right: str) -> str:
    for value, words in allowed.items():
        if text.casefold() in (value, words.casefold(), tr(words).casefold()):
            return value
    raise ValueFault(tr("“{text}” is not {right}").format(text=text, right=right))


def _calls_per_hour(text: str) -> int:
    found = _call_limits(text, LimitId.CALLS_HOUR)
    if LimitId.CALLS_DAY in found:
        raise ValueFault(tr("Calls per session are set for the tenant, not for one agent; write 100/1h"))
    amount = found[LimitId.CALLS_HOUR]
    if amount > MOST_CALLS:
        raise ValueFault(tr("At most {most} calls per hour; write for example 100/1h").format(most=f"{MOST_CALLS:,}"))
    return amount


def _call_limits(text: str, bare: LimitId) -> dict[LimitId, int]:
    """A bare number is of the cell's own limit; anything else is the grammar."""
    if text.isascii() and text.isdigit() and len(text) <= 8:
        return {bare: int(text)}
    try:
        return call_limits_of(text)
    except GrammarError as fault:
        said = tr("“{text}” is no rate of calls ({why}); write for example {right}")
        right = "100/1h" if bare is LimitId.CALLS_HOUR else "800/1d"
        raise ValueFault(said.format(text=text, why=str(fault).partition(";")[0], right=right)) from fault


def _call_timeout(text: str) -> int:
    seconds = _seconds(text, "30 s")
    if seconds < SHORTEST_RING_S:
        said = tr("A call must ring at least {least} s: 47 CFR 64.1200(a)(6); write for example 30 s")
        raise ValueFault(said.format(least=SHORTEST_RING_S))
    if seconds > LONGEST_RING_S:
        raise ValueFault(tr("At most {most} s; write for example 30 s").format(most=LONGEST_RING_S))
    return seconds


def _delay(text: str) -> int:
    seconds = _seconds(text, "2 s")
    if seconds > LONGEST_DELAY_S:
        raise ValueFault(tr("At most {most} s; write for example 2 s").format(most=f"{LONGEST_DELAY_S:,}"))
    return seconds


def _seconds(text: str, right: str) -> int:
    """Whole seconds: `30`, `30 s`, `2 min` or `8 h`."""
    compact = text.replace(" ", "").replace(",", "").casefold()
    for suffix, factor in (("min", 60), ("s", 1), ("m", 60), ("h", 3_600), ("", 1)):
        number = compact.removesuffix(suffix) if suffix else compact
        if number != compact or not suffix:
            if number.isascii() and number.isdigit() and len(number) <= 8:
                return int(number) * factor
            break
    raise ValueFault(tr("“{text}” is no number of seconds; write for example {right}").format(text=text, right=right))


def read_setting(limit_id: str, text: str) -> dict[str, int | None]:
    """The amounts that a scope's cell sets, by limit id; None takes one away. Raises `ValueFault`.

    The two limits of calls may be written as one: `100/1h & 800/1d` in either cell sets both.
    """
    text = text.strip()
    if _inherits(text):
        return {limit_id: None}
    known = LimitId(limit_id)
    if known in (LimitId.CALLS_HOUR, LimitId.CALLS_DAY):
        found = {one.value: amount for one, amount in _call_limits(text, known).items()}
    elif known in (LimitId.CALLS_GAP, LimitId.SESSION_AGE):
        found = {limit_id: _seconds(text, "8 h" if known is LimitId.SESSION_AGE else "2 s")}
    else:
        found = {limit_id: _count(known, text)}
    for one, amount in found.items():
        kind = KINDS[LimitId(one)]
        if not kind.lowest <= amount <= kind.highest:
            said = tr("Between {least} and {most} {unit}").format(
                least=f"{kind.lowest:,}", most=f"{kind.highest:,}", unit=tr(_UNITS[kind.unit])
            )
            raise ValueFault(said)
    return dict(found)


def _count(limit_id: LimitId, text: str) -> int:
    window = KINDS[limit_id].window
    if text.isascii() and text.isdigit() and len(text) <= 8:
        return int(text)
    if window is not None:
        right = f"60/{'1m' if window == MINUTE else '1h'}"
        try:
            rates = parse_rates(text)
        except GrammarError as fault:
            said = tr("“{text}” is not a rate; write {right}").format(text=text, right=right)
            raise ValueFault(said) from fault
        if len(rates) == 1 and rates[0].window == window:
            return rates[0].amount
        raise ValueFault(tr("This limit has one window; write {right}").format(right=right))
    raise ValueFault(tr("“{text}” is no whole number; write for example 5").format(text=text))


def agent_text(field: str, value: Value) -> str:
    """An agent's value as its cell says it; empty for one that is not set."""
    if value is None:
        return ""
    if field == "mode":
        return tr(MODES.get(str(value), str(value)))
    if field == "enforcement":
        return tr(ENFORCEMENTS.get(str(value), str(value)))
    return f"{value}/1h" if field == "maxCallsPerHour" else f"{value} s"


def setting_text(limit_id: str, amount: int | None) -> str:
    """An amount as its cell says it: a rate where there is a window, a time where it is one."""
    if amount is None:
        return ""
    kind = KINDS[LimitId(limit_id)]
    if kind.window is not None:
        unit = {60: "1m", 3_600: "1h"}.get(kind.window // SECOND, "1d")
        return f"{amount}/{unit}"
    if kind.unit != "seconds":
        return f"{amount:,}"
    return f"{amount // 3_600} h" if amount and amount % 3_600 == 0 else f"{amount} s"


def value_text(key: Key, value: Value) -> str:
    """A value for a sentence: what is not set is said so."""
    scope, _, field = key
    if isinstance(value, Setting):
        said = setting_text(field, value.amount)
        return said if value.enforcement == "enforce" else tr("{amount}, alert only").format(amount=said)
    if value is None:
        return tr("inherited")
    return agent_text(field, value) if scope == "agent" else str(value)
