"""What stands in the alert settings' fields, what is wrong with it, and what two people's settings differ in. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from app.ui.models.alert_words import rule_name
from app.ui.tongue import tr
from app.wire.alerts import AgentAlertThresholds, AlertSettingsPage, AlertThresholds, EditAlertSettings, QuietHours

MOST_MARKS = 3
SHORTEST_REASON = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Marks as typed: "80, 90, 100"; what is no number or does not rise has a `fault`."""

    values: tuple[int, ...] = ()
    fault: str = ""


def read_marks(text: str, most: int, scale: int = 1) -> Marks:
    """One to three rising numbers; `scale` 100 reads percents with two decimals as hundredths."""
    words = text.replace("%", " ").replace(";", ",").split(",")
    try:
        values = [round(float(word) * scale) for word in words if word.strip()]
    except ValueError:
        return Marks(fault=tr("Write numbers with commas between them, such as 80, 90, 100"))
    if not 1 <= len(values) <= MOST_MARKS:
        return Marks(fault=tr("One to three marks"))
    if values != sorted(set(values)):
        return Marks(fault=tr("Each mark must be higher than the one before"))
    if values[0] < 1 or values[-1] > most:
        return Marks(fault=tr("More than 0 and at most {most} %").format(most=most // scale))
    return Marks(values=tuple(values))


def show_marks(values: Sequence[int], scale: int = 1) -> str:
    """As they are typed."""
    if scale == 1:
        return ", ".join(str(value) for value in values)
    return ", ".join(f"{value / scale:.2f}".rstrip("0").rstrip(".") for value in values)


def percent_text(percent: int | None) -> str:
    """From where on a level is near its limit."""
    return tr("off") if percent is None else tr("from {percent} %").format(percent=percent)


def refusals_text(per_hour: int | None) -> str:
    """From how many refusals of an hour on."""
    return tr("off") if per_hour is None else tr("from %n in an hour", "", per_hour)


def marks_text(values: Sequence[int], scale: int = 1) -> str:
    """At which marks."""
    return tr("at {marks} %").format(marks=show_marks(values, scale)) if values else tr("off")


def quiet_text(quiet: QuietHours | None, zone: str) -> str:
    """When nothing calls."""
    if quiet is None:
        return tr("none")
    return tr("{start} to {end} ({zone})").format(start=quiet.start, end=quiet.end, zone=zone)


Rules = tuple[AlertThresholds, QuietHours | None, tuple[AgentAlertThresholds, ...]]


def rules_of(page: AlertSettingsPage) -> Rules:
    """What can be edited of a page."""
    return page.thresholds, page.quiet_hours, tuple(page.agents)


def own_text(own: AgentAlertThresholds | None) -> str:
    """What one agent has of its own, in words; as the tenant without any."""
    if own is None:
        return tr("as the tenant")
    said = []
    if own.near_limit_percent is not msgspec.UNSET:
        said.append(f"{rule_name('near_limit').lower()} {percent_text(own.near_limit_percent)}")
    if own.refusals_per_hour is not msgspec.UNSET:
        said.append(f"{rule_name('refusals').lower()} {refusals_text(own.refusals_per_hour)}")
    if own.session_age_percents is not msgspec.UNSET:
        said.append(f"{rule_name('session_age').lower()} {marks_text(own.session_age_percents)}")
    return "; ".join(said) or tr("as the tenant")


def in_words(rules: Rules, zone: str, names: Mapping[str, str]) -> dict[str, str]:
    """Every rule by its name, the quiet hours, and each agent that has its own."""
    thresholds, quiet, agents = rules
    said = {
        rule_name("near_limit"): percent_text(thresholds.near_limit_percent),
        rule_name("refusals"): refusals_text(thresholds.refusals_per_hour),
        rule_name("session_age"): marks_text(thresholds.session_age_percents),
        rule_name("abandonment"): marks_text(thresholds.abandonment_basis_points, 100),
        tr("Quiet hours"): quiet_text(quiet, zone),
    }
    return said | {names.get(own.agent_id, own.agent_id): own_text(own) for own in agents}


def differences(theirs: Rules, mine: Rules, zone: str, names: Mapping[str, str]) -> list[str]:
    """What differs, line by line, both values said."""
    left, right = in_words(theirs, zone, names), in_words(mine, zone, names)
    plain = tr("as the tenant")
    lines = []
    for name in [*left, *(name for name in right if name not in left)]:
        one, other = left.get(name, plain), right.get(name, plain)
        if one != other:
            lines.append(tr("{what}: theirs {theirs}, yours {mine}").format(what=name, theirs=one, mine=other))
    return lines


def edit_of(rules: Rules, revision: int, reason: str) -> EditAlertSettings:
    """The edit to ask for."""
    thresholds, quiet, agents = rules
    return EditAlertSettings(
        expected_revision=revision, reason=reason, thresholds=thresholds, quiet_hours=quiet, agents=list(agents)
    )
