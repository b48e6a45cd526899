"""Alerts in the words of a floor: rules, severities, states, and what each means and asks for. No widget."""

from dataclasses import dataclass
from types import MappingProxyType

from app.ui.models.moment import Instant, since
from app.ui.models.wording import age, limit_words, stopwatch
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.alerts import AlertEvent, AlertItem, AlertSeverity, AlertWord, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """A rule for people: its name, what it means, and what can be done about it."""

    name: str
    means: str
    do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A severity or a state: word, icon, and the meaning of its ink."""

    word: str
    icon: str
    tone: Tone


RULES: MappingProxyType[Rule, RuleWords] = MappingProxyType(
    {
        "near_limit": RuleWords(
            name=marked("Near a limit"),
            means=marked(
                "Most of a limit is used. At 100 % the next call or request is refused until the oldest one leaves "
                "the rolling window."
            ),
            do=marked(
                "Look when the next slot frees. Slow the agent down, or raise the limit for the hour with a reason. "
                "It ends by itself ten points under its mark."
            ),
        ),
        "refusals": RuleWords(
            name=marked("Refused"),
            means=marked("A limit is used up, and its dialer was told not to call. Refused tries cost nothing."),
            do=marked(
                "Read which limit refused. Wait for the next slot, raise the limit, or stop a dialer that asks too "
                "often. It ends by itself after 15 minutes without a refusal."
            ),
        ),
        "would_refuse": RuleWords(
            name=marked("Would refuse"),
            means=marked("A limit that only alerts was passed. Nothing was refused: the call went out."),
            do=marked("See whether the limit is right, then enforce it, or raise it. Nobody is held up meanwhile."),
        ),
        "session_age": RuleWords(
            name=marked("Old session"),
            means=marked("A session ends 8 hours after its start, paused or not. This one has most of that behind it."),
            do=marked("Let the agent finish the call, end the session and start another, before it ends in mid-work."),
        ),
        "session_expired": RuleWords(
            name=marked("Session expired"),
            means=marked("The session reached its age and ended. Its agent gets no calls until the dialer starts one."),
            do=marked("Have the dialer start a new session. It ends by itself with that, or a day later."),
        ),
        "abandonment": RuleWords(
            name=marked("Abandonment"),
            means=marked(
                "Too many live answers of a campaign found no agent within two seconds, over 30 days. The law allows "
                "3 % (16 CFR 310.4(b)(4), 47 CFR 64.1200(a)(7))."
            ),
            do=marked(
                "Lower the lines or the pace of the campaign, or bring more agents in, until it falls. Compliance, "
                "Abandonment says how many drops are left."
            ),
        ),
        "national_list": RuleWords(
            name=marked("National list"),
            means=marked(
                "A copy of the national do-not-call list may be 31 days old at the instant of a call (16 CFR 310.4). "
                "Past that, numbers that have to be looked up in it are not called."
            ),
            do=marked(
                "Fetch the list from the registry and import it: Compliance, Lists. Contacts that wait for it are "
                "looked at again at once."
            ),
        ),
        "export_failed": RuleWords(
            name=marked("Export failed"),
            means=marked("A scheduled export wrote no file. The next night tries again; nothing is lost in the log."),
            do=marked(
                "Open Compliance, Exports: the saved export says why. Mend its folder or its rows, then export it by "
                "hand. It ends by itself with the next one that works."
            ),
        ),
    }
)
SEVERITIES: MappingProxyType[AlertSeverity, Mark] = MappingProxyType(
    {
        "critical": Mark(word=marked("Critical"), icon="alert-octagon", tone="danger"),
        "warning": Mark(word=marked("Warning"), icon="alert", tone="warn"),
        "notice": Mark(word=marked("Notice"), icon="information", tone="accent"),
    }
)
RANK: MappingProxyType[AlertSeverity, int] = MappingProxyType({"critical": 2, "warning": 1, "notice": 0})
STATE_MARKS: MappingProxyType[AlertWord, Mark] = MappingProxyType(
    {
        "open": Mark(word=marked("Open"), icon="bell-ring-outline", tone="text"),
        "acknowledged": Mark(word=marked("Acknowledged"), icon="account-check-outline", tone="muted"),
        "snoozed": Mark(word=marked("Snoozed"), icon="bell-sleep-outline", tone="muted"),
        "resolved": Mark(word=marked("Resolved"), icon="check-circle-outline", tone="muted"),
    }
)
_HOW: MappingProxyType[str, str] = MappingProxyType(
    {
        "raised": marked("Raised"),
        "recurred": marked("Came again"),
        "rose": marked("Grew worse"),
        "told": marked("Called for people"),
        "cleared": marked("Ended by itself"),
        "woke": marked("Woke from its snooze"),
        "acknowledged": marked("Acknowledged"),
        "snoozed": marked("Snoozed"),
        "resolved": marked("Resolved"),
        "counted": marked("Counted"),
    }
)


def rule_name(rule: Rule) -> str:
    """A rule's name in the person's language."""
    return tr(RULES[rule].name)


def severity_word(severity: AlertSeverity) -> str:
    """A severity in a word."""
    return tr(SEVERITIES[severity].word)


def day_time(moment: Instant, now: Instant) -> str:
    """`14:02` of this very day, `Mon 14:02` of another within a week, else with its date; local time."""
    local, today = moment.astimezone(), now.astimezone()
    if local.date() == today.date():
        return local.strftime("%H:%M")
    near = abs(since(moment, now)) < 6 * 86_400
    return local.strftime("%a %H:%M" if near else "%d %b %H:%M")


def state_text(alert: AlertItem, now: Instant) -> str:
    """The state in words, with until when, or that it waits for the end of the quiet hours."""
    word = tr(STATE_MARKS[alert.state].word)
    if alert.state == "snoozed" and alert.snoozed_until is not None:
        return tr("Snoozed to {time}").format(time=day_time(alert.snoozed_until, now))
    if alert.state == "open" and alert.muted:
        return tr("Open, quiet hours")
    return word


def level_text(alert: AlertItem) -> str:
    """Which limit, and used of it in its own unit; a dash where a rule has no limit."""
    if alert.limit_id is None:
        return "–"
    if alert.limit_id == "session.age":
        return f"{limit_words(alert.limit_id)}, {stopwatch(alert.used)} / {stopwatch(alert.limit)}"
    return f"{limit_words(alert.limit_id)}, {alert.used:,} / {alert.limit:,}"


def who_text(alert: AlertItem) -> str:
    """`Sam: on it`: who moved it last, and what they said; by itself if nobody did."""
    if alert.by is None:
        return tr("by itself") if alert.state == "resolved" else "–"
    return f"{alert.by}: {alert.note}" if alert.note else alert.by


def times_text(count: int) -> str:
    """How often it happened."""
    return f"{count:,}×"


def ago_text(moment: Instant, now: Instant) -> str:
    """`3 min ago`; just now within the second."""
    seconds = since(moment, now)
    return tr("just now") if seconds < 1 else tr("{age} ago").format(age=age(seconds))


def event_text(event: AlertEvent) -> str:
    """One entry of the history: how it came to be, and the severity if that rose."""
    how = tr(_HOW.get(event.how, event.how))
    if event.how in ("raised", "rose", "recurred"):
        return f"{how}, {severity_word(event.severity).lower()}, {times_text(event.count)}"
    return how


def event_who(event: AlertEvent) -> str:
    """Who did it and what they said; empty for what came by itself."""
    if event.by is None:
        return ""
    return f"{event.by}: {event.note}" if event.note else event.by
