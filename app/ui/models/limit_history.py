"""Edits of the past in words, and as the edits that take them back. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.models.limit_sources import SCOPES
from app.ui.models.limit_values import AGENT_FIELDS, Key, Setting, Value, value_text
from app.ui.models.wording import LIMITS
from app.ui.tongue import tr
from app.wire.feed import LimitChanged
from app.wire.limits import LimitDifference

Edit = LimitChanged | LimitDifference
TIER = "tier"
"""The field of the edit that moved a tenant to another tier: tiers are moved in their own list, not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """What a field was before an edit."""

    value: Value


def key_of(edit: Edit) -> Key:
    """The field that was edited."""
    return (edit.scope, edit.scope_id, edit.field)


def revert_of(edit: Edit) -> Back | None:
    """What takes an edit back; None for one that is not taken back by an edit of limits."""
    if edit.scope == "agent":
        return Back(value=plain_value(edit.before)) if edit.field in AGENT_FIELDS else None
    return Back(value=plain_value(edit.before)) if edit.field in LIMITS else None


def plain_value(raw: object) -> Value:
    """A value of an edit: an agent's, or what a scope set."""
    if isinstance(raw, Mapping) and isinstance(raw.get("amount"), int):
        return Setting(amount=int(raw["amount"]), enforcement=str(raw.get("enforcement", "enforce")))
    return raw if isinstance(raw, str | int) else None


def value_words(edit: Edit, raw: object) -> str:
    """A value of an edit for a person."""
    if edit.field == TIER:
        return str(raw.get("tier", "")) if isinstance(raw, Mapping) else tr("no tier")
    return value_text(key_of(edit), plain_value(raw))


def scope_words(edit: Edit) -> str:
    """agent, tenant, tier or system."""
    return tr(SCOPES[edit.scope])
