"""How a tenant and its campaigns take the rules of calling hours, in words. No widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.ui.models.callable_words import reason_words
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.calling import CallingRules, CallingRulesPage

MODES: MappingProxyType[str, str] = MappingProxyType(
    {
        "off": marked("Not asked"),
        "alert-only": marked("Counts, refuses nothing"),
        "enforce": marked("Refuses"),
    }
)
MODE_ICONS: MappingProxyType[str, str] = MappingProxyType(
    {"off": "minus-circle-outline", "alert-only": "eye-outline", "enforce": "shield-check-outline"}
)
MODE_TONES: MappingProxyType[str, Tone] = MappingProxyType({"off": "danger", "alert-only": "warn", "enforce": "text"})
PURPOSES: MappingProxyType[str, str] = MappingProxyType(
    {"telemarketing": marked("Telemarketing"), "debt": marked("Collecting debts")}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Whom rules bind: a campaign, or without one the tenant. `is_new` if it has none of its own yet."""

    campaign_id: str
    name: str
    rules: CallingRules
    is_new: bool = False


def bound_by(page: CallingRulesPage) -> list[Bound]:
    """The tenant first, then each campaign that has rules of its own."""
    tenant = Bound(campaign_id="", name=tr("Every campaign without rules of its own"), rules=page.rules)
    own = [Bound(campaign_id=one.campaign_id, name=one.campaign, rules=one.rules) for one in page.campaigns]
    return [tenant, *own]


def asked_words(rules: CallingRules) -> str:
    """What must be there beside the hours: a national list, consent."""
    asked = [
        words for words, wanted in ((tr("national list"), rules.national), (tr("consent"), rules.consent)) if wanted
    ]
    return ", ".join(asked) or tr("nothing more")


def emergency_words(emergencies: Sequence[str]) -> str:
    """`LA, TX`; none said as such."""
    return ", ".join(name.removeprefix("US-") for name in emergencies) or tr("none")


def refused_words(page: CallingRulesPage) -> str:
    """What the last hour's calls would have met, of those that only counted."""
    total = sum(page.would_refuse.values())
    if not total:
        return tr("No call of the last hour would have been refused")
    said = tr("%Ln calls of the last hour would have been refused", "", total)
    worst = sorted(page.would_refuse.items(), key=lambda one: -one[1])[:3]
    return f"{said}: " + ", ".join(f"{reason_words(code)} {count:,}" for code, count in worst)


def bound_columns() -> tuple[RowColumn[Bound], ...]:
    """Who, what the rules do, what for, what else is asked, and where there is an emergency."""
    return (
        RowColumn(
            id="who",
            title=tr("Whom it binds"),
            width=280,
            stretch=True,
            strong=True,
            text=lambda one: one.name,
            hint=lambda one: one.name,
        ),
        RowColumn(
            id="mode",
            title=tr("The rules"),
            width=200,
            text=lambda one: tr(MODES[one.rules.mode]),
            icon=lambda one: MODE_ICONS[one.rules.mode],
            tone=lambda one: MODE_TONES[one.rules.mode],
        ),
        RowColumn(id="purpose", title=tr("Purpose"), width=160, text=lambda one: tr(PURPOSES[one.rules.purpose])),
        RowColumn(id="asked", title=tr("Also asked"), width=190, text=lambda one: asked_words(one.rules)),
        RowColumn(
            id="emergencies",
            title=tr("Own emergencies"),
            width=130,
            text=lambda one: emergency_words(one.rules.emergencies),
            tone=lambda one: "warn" if one.rules.emergencies else "muted",
        ),
    )
