"""What the rules said of a call when it was handed out, in words. No widget, no clock."""

from app.ui.tongue import tr
from app.wire.log import DecisionThen

SHORT = 8


def decision_words(decision: DecisionThen) -> str:
    """Allowed or not, by which rules, where the person may be, and by which version of the rules."""
    return "; ".join(part for part in (_said(decision), _where(decision), _by(decision)) if part)


def _said(decision: DecisionThen) -> str:
    if decision.mode == "off":
        return tr("the rules were not asked")
    if not decision.failed:
        return tr("allowed by every rule") if decision.mode == "enforce" else tr("allowed, the rules only counting")
    rules = ", ".join(dict.fromkeys(decision.failed))
    return tr("would have been refused by {rules}, the rules only counting").format(rules=rules)


def _where(decision: DecisionThen) -> str:
    places = ", ".join(one.removeprefix("US-") for one in decision.jurisdictions if one != "US")
    return f"{places} ({', '.join(decision.zones)})" if places else ""


def _by(decision: DecisionThen) -> str:
    if decision.mode == "off":
        return ""
    said = tr("rules {rules}, time zones {zones}")
    return said.format(rules=decision.rules_version[:SHORT], zones=decision.tz_version)
