"""A second person settles a proposal: approves or rejects it; whoever made it may withdraw it."""

from typing import Literal

import msgspec

from app.compliance.rule_edits import encode_timeline
from app.controller.change import Change
from app.controller.deeds import deed_of
from app.controller.edit_calling import NO_RULES
from app.controller.edit_rules import put_state, told_change
from app.controller.outcomes import Conflict, Denied, Done, Missing, Outcome
from app.controller.rule_desk import EMERGENCY, RuleState, boolean_json
from app.engine import events
from app.engine.people import Identity
from app.engine.rule_changes import ChangeState, RuleChange
from app.engine.value import Id, Instant

Settled = Literal["approve", "reject", "withdraw"]

_STATES: dict[Settled, ChangeState] = {
    "approve": ChangeState.IN_FORCE,
    "reject": ChangeState.REJECTED,
    "withdraw": ChangeState.WITHDRAWN,
}


def settle_rule(
    change: Change, identity: Identity, change_id: Id, how: Settled, reason: str, now: Instant
) -> Outcome[RuleChange]:
    """Settle a proposal. One whose rule was changed since it was made cannot be approved any more."""
    lawful = change.floor.lawful
    if lawful is None:
        return Conflict(sentence=NO_RULES)
    state = lawful.rules.state
    made = state.changes.get(change_id)
    if made is None:
        return Missing(what="change of the rules")
    fault = _fault(state, made, identity, how)
    if fault is not None:
        return fault
    settled = msgspec.structs.replace(
        made,
        state=_STATES[how],
        settled_by=identity.user,
        settled_by_user=identity.user_id,
        settled_at=now,
        settled_reason=reason,
    )
    if how == "approve":
        book = state.book_after(made)
        settled = msgspec.structs.replace(settled, version=book.version, ordinal=state.next_ordinal)
        put_state(change, lawful, state.applied(settled, book), settled.jurisdiction)
    else:
        put_state(change, lawful, state.noted(settled))
    change.add(events.RuleChanged(change=settled))
    change.add(deed_of(identity, now, f"rules.{how}", settled.subject, told_change(settled), reason))
    return Done(settled)


def is_stale(state: RuleState, change: RuleChange) -> bool:
    """Whether what a proposal was to replace is not in force any more."""
    if change.subject.startswith(EMERGENCY):
        return boolean_json(is_on=change.jurisdiction in state.book.emergencies) != change.before
    return encode_timeline(state.wordings(change.subject)).decode() != change.before


def _fault(state: RuleState, made: RuleChange, identity: Identity, how: Settled) -> Conflict | Denied | None:
    is_own = made.by_user == identity.user_id
    if made.state is not ChangeState.PROPOSED:
        said = made.state.value.replace("_", " ")
        return Conflict(sentence=f"{made.settled_by or made.by} has settled this already: it is {said}")
    if how == "withdraw":
        return None if is_own else Denied(sentence=f"Only {made.by}, who made this proposal, may withdraw it")
    if is_own:
        return Denied(sentence="You made this proposal: another admin or compliance officer has to settle it")
    if how == "approve" and is_stale(state, made):
        return Conflict(
            sentence=f"{made.subject} was changed after this was proposed, so it cannot be approved;"
            " reject it, and propose it anew if it is still wanted"
        )
    return None
