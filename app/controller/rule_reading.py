"""The law of the folder as operators read it: every rule with its dates, edits and signature, and what is proposed."""

from datetime import UTC, date, datetime

from app.compliance.area_codes import AreaCodes
from app.compliance.permissive import DECIDED
from app.compliance.rule_edits import Timeline, decode_timeline, places_with_rules, timeline_of, wording_hash
from app.compliance.rules import Rule
from app.compliance.zones import TZ_VERSION
from app.controller.edit_rules import Drafted
from app.controller.rule_desk import EMERGENCY, RuleState
from app.controller.rule_words import kind_name, sentence_of, sentences_of, wording_of
from app.controller.settle_rules import is_stale
from app.engine.people import Identity
from app.engine.rule_changes import ChangeState, RuleChange, RuleSignature
from app.engine.value import SECOND, Instant
from app.wire.base import utc, utc_or_none
from app.wire.rules import (
    EmergencyItem,
    RuleChangeItem,
    RuleChangesPage,
    RuleDetail,
    RuleItem,
    RuleRights,
    RuleSignatureItem,
    RulesPage,
    RuleVerdict,
    StateName,
    VerdictName,
)

MOST_CHANGES = 1_000


def rules_page(state: RuleState, codes: AreaCodes, identity: Identity, rights: RuleRights, now: Instant) -> RulesPage:
    """Every rule that holds, will hold, or ships with the program."""
    ids = dict.fromkeys(rule.id for rule in (*state.book.rules, *state.base.rules))
    ids |= dict.fromkeys(rule_id for rule_id in state.overlay)
    items = [item for rule_id in ids if (item := rule_item(state, rule_id, now)) is not None]
    return RulesPage(
        rules=sorted(items, key=lambda item: (item.jurisdiction != "US", item.jurisdiction, item.kind, item.id)),
        emergencies=emergencies_of(state),
        proposals=[change_item(state, change, identity) for change in state.proposals],
        places=sorted(places_with_rules(codes)),
        rules_version=state.book.version,
        shipped_version=state.base.version,
        tz_version=TZ_VERSION,
        rights=rights,
    )


def rule_detail(state: RuleState, rule_id: str, identity: Identity, now: Instant) -> RuleDetail | None:
    """One rule with its history, None if there never was one of this id."""
    item = rule_item(state, rule_id, now)
    if item is None:
        return None
    changes = [change for change in state.changes.values() if change.subject == rule_id]
    return RuleDetail(
        rule=item,
        shipped=[wording_of(rule) for rule in timeline_of(state.base, rule_id)],
        changes=[change_item(state, change, identity) for change in reversed(changes)],
    )


def changes_page(state: RuleState, identity: Identity) -> RuleChangesPage:
    """What was changed of the whole rule set, newest first."""
    changes = list(state.changes.values())
    newest = changes[-MOST_CHANGES:]
    return RuleChangesPage(
        changes=[change_item(state, change, identity) for change in reversed(newest)], total=len(changes)
    )


def emergencies_of(state: RuleState) -> list[EmergencyItem]:
    """Where a state of emergency holds for the whole folder, and since when."""
    found = []
    for jurisdiction in sorted(state.book.emergencies):
        subject = f"{EMERGENCY}{jurisdiction}"
        mine = [change for change in state.changes.values() if change.subject == subject]
        held = [change for change in mine if change.state is ChangeState.IN_FORCE]
        found.append(
            EmergencyItem(
                jurisdiction=jurisdiction,
                by=held[-1].by,
                at=utc(held[-1].at),
                reason=held[-1].reason,
                lift_proposed=any(change.state is ChangeState.PROPOSED for change in mine),
            )
        )
    return found


def rule_item(state: RuleState, rule_id: str, now: Instant) -> RuleItem | None:
    """A rule as it stands on the UTC date of an instant."""
    wordings, shipped = state.wordings(rule_id), timeline_of(state.base, rule_id)
    shown = _shown(wordings, now) or _last_said(state, rule_id)
    if shown is None:
        return None
    later = wordings[wordings.index(shown) + 1 :] if shown in wordings else ()
    return RuleItem(
        id=rule_id,
        jurisdiction=shown.jurisdiction,
        kind=kind_name(shown.kind),
        sentence=sentence_of(shown),
        wording=wording_of(shown),
        later=[wording_of(rule) for rule in later],
        verified=shown.verified,
        is_decided=shown.kind in DECIDED,
        is_edited=wordings != shipped,
        is_own=not shipped,
        is_removed=not any(_holds_from(rule, _today(now)) for rule in wordings),
        revision=wording_hash(wordings),
        signature=_signature(state.signatures.get(rule_id), wordings),
        proposals=sum(change.subject == rule_id for change in state.proposals),
    )


def change_item(state: RuleState, change: RuleChange, identity: Identity) -> RuleChangeItem:
    """A change as it stands, for a caller."""
    is_rule = not change.subject.startswith(EMERGENCY)
    before: Timeline = decode_timeline(change.before) if is_rule else ()
    after: Timeline = decode_timeline(change.after) if is_rule else ()
    any_rule = next(iter((*after, *before)), None)
    return RuleChangeItem(
        id=change.id,
        rule_id=change.subject if is_rule else None,
        jurisdiction=change.jurisdiction,
        kind=None if any_rule is None else kind_name(any_rule.kind),
        before=[wording_of(rule) for rule in before],
        after=[wording_of(rule) for rule in after],
        was_on=None if is_rule else change.before == "true",
        is_on=None if is_rule else change.after == "true",
        before_sentence=sentences_of(before) if is_rule else _emergency(change.before),
        after_sentence=sentences_of(after) if is_rule else _emergency(change.after),
        verdict=_verdict(change.verdict),
        state=_state(change.state),
        is_stale=change.state is ChangeState.PROPOSED and is_stale(state, change),
        is_mine=change.by_user == identity.user_id,
        reason=change.reason,
        by=change.by,
        at=utc(change.at),
        settled_by=change.settled_by,
        settled_at=utc_or_none(change.settled_at),
        settled_reason=change.settled_reason,
        rules_version=change.version,
    )


def verdict_of(draft: Drafted) -> RuleVerdict:
    """What an edit would do, told before it is made."""
    return RuleVerdict(
        verdict=_verdict(draft.verdict.value),
        needs_second_person=draft.verdict.needs_second_person,
        before_sentence=sentences_of(draft.before),
        after_sentence=sentences_of(draft.after),
    )


def _shown(wordings: Timeline, now: Instant) -> Rule | None:
    """The wording that holds, else the next, else the last that held."""
    today = _today(now)
    holding = [rule for rule in wordings if rule.holds_on(today)]
    coming = [rule for rule in wordings if rule.effective_from is not None and rule.effective_from > today]
    return next(iter((*holding, *coming, *reversed(wordings))), None)


def _last_said(state: RuleState, rule_id: str) -> Rule | None:
    """What a rule said that was taken out."""
    changes = [change for change in state.changes.values() if change.subject == rule_id]
    said = [rule for change in reversed(changes) for rule in decode_timeline(change.before)]
    return next(iter((*timeline_of(state.base, rule_id), *said)), None)


def _holds_from(rule: Rule, today: date) -> bool:
    return rule.effective_to is None or today < rule.effective_to


def _today(now: Instant) -> date:
    return datetime.fromtimestamp(now // SECOND, UTC).date()


def _signature(signature: RuleSignature | None, wordings: Timeline) -> RuleSignatureItem | None:
    if signature is None:
        return None
    return RuleSignatureItem(
        counsel=signature.counsel,
        signed_on=date.fromisoformat(signature.signed_on),
        note=signature.note,
        entered_by=signature.by,
        at=utc(signature.at),
        is_current=signature.wording == wording_hash(wordings),
    )


def _emergency(said: str) -> str:
    return "A state of emergency: no calls" if said == "true" else "No state of emergency"


def _verdict(name: str) -> VerdictName:
    names: tuple[VerdictName, ...] = ("same", "stricter", "looser", "mixed")
    return next((one for one in names if one == name), "mixed")


def _state(state: ChangeState) -> StateName:
    match state:
        case ChangeState.PROPOSED:
            return "proposed"
        case ChangeState.IN_FORCE:
            return "in_force"
        case ChangeState.REJECTED:
            return "rejected"
        case ChangeState.WITHDRAWN:
            return "withdrawn"
