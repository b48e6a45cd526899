"""The answer to "may I call this number", in words. No widget, no clock."""

from types import MappingProxyType

from app.ui.models.admin_rows import moment_text
from app.ui.models.callable_words import (
    EMERGENCY,
    detail_words,
    reason_words,
    short_name,
    state_name,
    viewer_clock,
    zone_name,
)
from app.ui.models.moment import Instant
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.callable import DecidingRule, MayCallAnswer, NationalHit

_LISTS = MappingProxyType(
    {
        "internal": marked("Asked not to be called"),
        "wrong_number": marked("Wrong number"),
        "litigator": marked("Litigator"),
    }
)
_MODES = MappingProxyType(
    {
        "off": marked("The rules are not asked: a dialer gets this number at any hour."),
        "alert-only": marked("The rules only count: a dialer gets this number all the same."),
        "enforce": marked("The rules refuse: no dialer gets this number while one of them forbids it."),
    }
)


def verdict_of(answer: MayCallAnswer) -> tuple[str, str, Tone]:
    """The big line, its icon and its tone."""
    if answer.allowed:
        return tr("Yes, it may be called"), "phone-check", "ok"
    if answer.next_eligible_at is not None:
        return tr("Not now"), "phone-clock", "warn"
    return tr("No, it must not be called"), "phone-off", "danger"


def next_words(answer: MayCallAnswer) -> str:
    """Until when it may be called, or from when on; nothing in sight is said as such."""
    if answer.allowed:
        end = answer.openings[0].end if answer.openings else None
        return "" if end is None else tr("Until {clocks}").format(clocks=clocks_words(answer, end))
    if answer.next_eligible_at is None:
        return tr("Waiting alone does not help: see the reasons.")
    return tr("From {clocks}").format(clocks=clocks_words(answer, answer.next_eligible_at))


def clocks_words(answer: MayCallAnswer, moment: Instant) -> str:
    """`Wed 08:00 in New York, Wed 14:00 here`."""
    there = [
        tr("{clock} in {zone}").format(
            clock=f"{moment.astimezone(one.local_time.tzinfo):%a %H:%M}", zone=zone_name(one.zone)
        )
        for one in answer.zones[:2]
    ]
    here = tr("{clock} here").format(clock=viewer_clock(moment))
    return f"{', '.join(there)} ({here})" if there else here


def mode_words(answer: MayCallAnswer) -> str:
    """Whether the rules bind whom it was asked for. Own lists and emergencies hold in every mode (ADR 13, 16)."""
    if answer.own:
        return tr("A list of your own forbids it: no dialer gets this number, whatever the rules do.")
    if any(one.code == EMERGENCY for one in answer.failures):
        return tr("A state of emergency forbids it: no dialer gets this number, whatever the rules do.")
    return tr(_MODES[answer.mode])


def facts_of(answer: MayCallAnswer) -> list[tuple[str, str]]:
    """What it rests on: name and value."""
    facts = [
        (tr("Number"), f"{answer.masked}, {class_words(answer)}"),
        (tr("States"), ", ".join(state_name(name) for name in answer.states) or tr("none")),
        (tr("Local time"), ", ".join(f"{zone_name(one.zone)} {one.local_time:%a %H:%M}" for one in answer.zones)),
        (tr("Own lists"), _own_words(answer)),
        (tr("National list"), national_words(answer.national)),
        (tr("Consent"), _consent_words(answer)),
        (tr("Tries counted"), _tries_words(answer)),
        (tr("Last conversation"), moment_text(answer.last_conversation, tr("none within the time that counts"))),
        (tr("Contacts"), tr("%Ln have this number", "", answer.contacts)),
        (tr("Closes earlier by"), tr("%Ln s, the time it may ring", "", answer.guard_seconds)),
        (
            tr("Versions"),
            tr("rules {rules}, time zones {zones}").format(rules=answer.rules_version[:12], zones=answer.tz_version),
        ),
    ]
    return [(name, value) for name, value in facts if value]


def class_words(answer: MayCallAnswer) -> str:
    """What the number is."""
    if answer.number_class == "geographic":
        return tr("a number of {states}").format(states=", ".join(short_name(name) for name in answer.states))
    return reason_words(answer.number_class)


def _own_words(answer: MayCallAnswer) -> str:
    if not answer.own:
        return tr("on none")
    said = tr("{list}, since {when} by {who}")
    return "; ".join(
        said.format(list=tr(_LISTS[one.kind]), when=moment_text(one.at), who=one.by or tr("an import"))
        for one in answer.own
    )


def national_words(hit: NationalHit) -> str:
    """On it or not, by which copy, and how old that is."""
    if hit.version is None:
        said = tr("none is imported")
    else:
        known = {
            True: tr("on it"),
            False: tr("not on it"),
            None: tr("not known: the copy is too old or lacks its area code"),
        }[hit.on_list]
        age = tr("%n days old", "", hit.age_days or 0)
        said = tr("{what}; copy {version}, {age}").format(what=known, version=hit.version[:12], age=age)
    return said if hit.asked else tr("{what} (these rules do not ask it)").format(what=said)


def _consent_words(answer: MayCallAnswer) -> str:
    if answer.consent is None:
        return tr("not asked by these rules")
    return tr("given") if answer.consent else tr("none is known")


def _tries_words(answer: MayCallAnswer) -> str:
    if not answer.attempts:
        return tr("no rule counts them here")
    said = tr("{state} {counted} of {cap} in {hours} h")
    return "; ".join(
        said.format(state=short_name(one.jurisdiction), counted=one.counted, cap=one.cap, hours=one.window_hours)
        for one in answer.attempts
    )


def _citation(rule: DecidingRule) -> str:
    declared = rule.code == EMERGENCY
    return rule.citation or (tr("declared by an officer") if declared else tr("this program’s own rule"))


def failure_columns() -> tuple[RowColumn[DecidingRule], ...]:
    """Why not, what of it, and where it stands."""
    return (
        RowColumn(
            id="reason",
            title=tr("Why not"),
            width=210,
            strong=True,
            text=lambda one: reason_words(one.code),
            icon=lambda _: "close-circle-outline",
            tone=lambda _: "danger",
            hint=lambda one: reason_words(one.code),
        ),
        RowColumn(
            id="detail",
            title=tr("The rule"),
            width=220,
            stretch=True,
            text=lambda one: detail_words(one.detail),
            hint=lambda one: detail_words(one.detail),
        ),
        RowColumn(
            id="citation",
            title=tr("Where it stands"),
            width=180,
            stretch=True,
            text=_citation,
            hint=lambda one: f"{one.citation} ({one.rule_id})" if one.citation else one.rule_id,
            tone=lambda _: "muted",
        ),
    )
