"""Figures and causes in the words of a floor: durations, shares, states, reasons. No widget, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.engine.abandonment import Tally
from app.engine.abandonment import drops_left as drops_of
from app.ui.models.moment import Instant, since
from app.ui.tongue import marked, tr
from app.wire.feed import FloorAgent, LimitChanged

REASONS = MappingProxyType(
    {
        "api_requests_per_minute": marked("API per minute"),
        "api_requests_per_hour": marked("API per hour"),
        "abandonment_headroom": marked("Too few drops left"),
        "abandonment_one_line": marked("Abandonment 2.5 %"),
        "abandonment_no_overdialing": marked("Abandonment 2.9 %"),
        "calls_per_hour": marked("Calls per hour"),
        "calls_per_day": marked("Session calls"),
        "call_gap": marked("Call gap"),
        "active_sessions": marked("Active sessions"),
        "session_expired": marked("Session over 8 h"),
    }
)
LIMITS = MappingProxyType(
    {
        "api.minute": marked("API requests a minute"),
        "api.hour": marked("API requests an hour"),
        "calls.hour": marked("Calls per hour"),
        "calls.day": marked("Calls per session"),
        "calls.gap": marked("Gap between calls"),
        "sessions.active": marked("Active sessions"),
        "session.age": marked("Session age"),
    }
)
FIELDS = MappingProxyType(
    {
        "mode": marked("mode"),
        "maxCallsPerHour": marked("calls per hour"),
        "callTimeout": marked("call timeout"),
        "autoDialDelay": marked("auto-dial delay"),
        "enforcement": marked("enforcement"),
        "tier": marked("tier"),
    }
)
DAYS = (
    marked("Mon"),
    marked("Tue"),
    marked("Wed"),
    marked("Thu"),
    marked("Fri"),
    marked("Sat"),
    marked("Sun"),
)
MODES = MappingProxyType({"preview": marked("Preview"), "power": marked("Power"), "predictive": marked("Predictive")})
SOURCES = MappingProxyType(
    {
        "agent": marked("this agent"),
        "tenant": marked("the tenant"),
        "tier": marked("the tier"),
        "system": marked("the system"),
    }
)
SCOPES = MappingProxyType(
    {"agent": marked("Agent"), "tenant": marked("Tenant"), "tier": marked("Tier"), "system": marked("System")}
)
OUTCOMES = MappingProxyType(
    {
        "initiated": marked("Initiated"),
        "ringing": marked("Ringing"),
        "answered": marked("Answered"),
        "completed": marked("Completed"),
        "no_answer": marked("No answer"),
        "busy": marked("Busy"),
        "voicemail": marked("Voicemail"),
        "failed": marked("Failed"),
        "abandoned": marked("Abandoned"),
        "not_placed": marked("Not placed"),
        "interested": marked("Interested"),
        "not_interested": marked("Not interested"),
        "converted": marked("Converted"),
        "callback": marked("Callback"),
        "do_not_call": marked("Do not call"),
        "wrong_number": marked("Wrong number"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateWords:
    """A floor state for people: English word, icon, and the seconds after which it is long, then very long."""

    word: str
    icon: str
    long_s: int
    very_long_s: int

    @property
    def said(self) -> str:
        """The word in the language in force."""
        return tr(self.word)


STATES = MappingProxyType(
    {
        "offline": StateWords(word=marked("Offline"), icon="power-plug-off", long_s=10**9, very_long_s=10**9),
        "waiting": StateWords(word=marked("Waiting"), icon="timer-sand", long_s=60, very_long_s=180),
        "dialing": StateWords(word=marked("Dialing"), icon="phone-outgoing", long_s=20, very_long_s=40),
        "on_call": StateWords(word=marked("On call"), icon="phone-in-talk", long_s=180, very_long_s=600),
        "wrap_up": StateWords(word=marked("Wrap-up"), icon="note-edit-outline", long_s=60, very_long_s=180),
        "paused": StateWords(word=marked("Paused"), icon="pause-circle", long_s=300, very_long_s=900),
        "blocked": StateWords(word=marked("Blocked"), icon="hand-back-left-off", long_s=60, very_long_s=600),
    }
)


def state_words(agent: FloorAgent) -> tuple[str, str]:
    """Word and icon of what an agent is doing; who waits for contacts that are not there does not just wait."""
    if agent.state == "waiting" and agent.queue_empty_since is not None:
        return tr("No contacts"), "account-question-outline"
    words = STATES[agent.state]
    return words.said, words.icon


def state_step(state: str, seconds: int) -> int:
    """0, 1 or 2: how strongly a state shows after so many seconds."""
    words = STATES[state]
    return (seconds >= words.long_s) + (seconds >= words.very_long_s)


def reason_words(code: str) -> str:
    """A refusal code in words; an unknown one is shown as it came rather than hidden."""
    return tr(REASONS[code]) if code in REASONS else code.replace("_", " ")


def limit_words(limit_id: str) -> str:
    """A limit id in words."""
    return tr(LIMITS[limit_id]) if limit_id in LIMITS else limit_id


def mode_words(mode: str) -> str:
    """A dialing mode in words."""
    return tr(MODES[mode]) if mode in MODES else mode


def source_words(source: str) -> str:
    """Which scope set a limit, for a sentence: `the tenant`."""
    return tr(SOURCES[source]) if source in SOURCES else source


def scope_words(scope: str) -> str:
    """Where an amount is set, as a cell says it: `Tenant`."""
    return tr(SCOPES[scope]) if scope in SCOPES else scope.capitalize()


def outcome_words(outcome: str) -> str:
    """A call's status or disposition; a tenant's own is shown as the tenant named it."""
    return tr(OUTCOMES[outcome]) if outcome in OUTCOMES else outcome.replace("_", " ").capitalize()


def inside(words: str) -> str:
    """Words as they stand inside a sentence: without their capital, unless it is an abbreviation's."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def field_words(field: str) -> str:
    """A configuration field, or a limit id, in words for a sentence."""
    return tr(FIELDS[field]) if field in FIELDS else inside(limit_words(field))


def stopwatch(seconds: int) -> str:
    """`0:42`, `12:05` or `4:25:12`; never negative."""
    seconds = max(0, seconds)
    hours, rest = divmod(seconds, 3600)
    if hours:
        return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"
    return f"{rest // 60}:{rest % 60:02d}"


def age(seconds: int) -> str:
    """A rough age: `8 s`, `3 min`, `2 h`."""
    if seconds < 90:
        return f"{max(0, seconds)} s"
    return f"{seconds // 60} min" if seconds < 5400 else f"{seconds // 3600} h"


def share(part: int, whole: int) -> str:
    """A percentage without decimals, or an en dash when there is nothing to divide by."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def share_fine(part: int, whole: int) -> str:
    """A percentage with one decimal, for figures the law counts in tenths."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def count(number: int) -> str:
    """A whole number with thousands separated."""
    return f"{number:,}"


def drops_left(abandoned: int, live: int) -> int:
    """How many more answered calls may be dropped before abandoned / live passes 3 % (47 CFR 64.1200(a)(7)).

    A dropped call is also an answered one, so each raises both; the largest n with
    (abandoned + n) / (live + n) <= 3/100.
    """
    return drops_of(Tally(live, abandoned))


def change_words(edit: LimitChanged) -> str:
    """`calls per hour 100 → 80`: which field of an agent, or which limit, from what to what."""
    # A limit without an amount of its own takes the next wider scope's; an agent's field takes its mode's preset.
    unset = tr("none") if edit.field == "tier" else tr("default") if edit.field in LIMITS else tr("preset")
    return f"{field_words(edit.field)} {amount(edit.before, unset)} → {amount(edit.after, unset)}"


def amount(value: object, unset: str = "") -> str:
    """A before or after value of an edit: of an agent's field, or a limit's `{"amount", "enforcement"}`."""
    if isinstance(value, Mapping) and "tier" in value:
        return str(value["tier"])
    if isinstance(value, Mapping):
        said = amount(value.get("amount"), unset)
        return (
            said
            if value.get("enforcement", "enforce") == "enforce"
            else tr("{amount} (alert only)").format(amount=said)
        )
    if value is None:
        return unset or tr("preset")
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def value_words(value: object) -> str:
    """A value of a form for people: modes and ways of enforcing in words, amounts as figures."""
    if value in MODES:
        return mode_words(str(value))
    return {"enforce": tr("enforce"), "alert-only": tr("alert only")}.get(str(value)) or amount(value)


def clock_text(moment: Instant, now: Instant) -> str:
    """`14:02:11` of this very day, `Mon 14:02` of another; local time."""
    local = moment.astimezone()
    if local.date() == now.astimezone().date():
        return local.strftime("%H:%M:%S")
    return f"{tr(DAYS[local.weekday()])} {local:%H:%M}"


def slot_text(used: int, limit: int, next_slot: Instant | None, now: Instant) -> str:
    """`38/100 · next slot 0:42`: use, limit, and when a call leaves the hour and frees one."""
    return f"{used}/{limit} · {slot_words(limit, next_slot, now)}"


def slot_words(limit: int, next_slot: Instant | None, now: Instant) -> str:
    """`next slot 0:42`: when a call leaves the hour and frees one."""
    if limit == 0:
        return tr("no calls allowed")
    if next_slot is None:
        return tr("all free")
    return tr("next slot {time}").format(time=stopwatch(since(now, next_slot)))
