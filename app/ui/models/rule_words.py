"""Rules of the law in the window's words: what each says, how it stands, and what an edit would do. No widget."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import reduce
from types import MappingProxyType

from app.ui.models.callable_words import state_name
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.rules import DayName, KindName, RuleChangeItem, RuleItem, RuleWording, VerdictName

KINDS: MappingProxyType[KindName, str] = MappingProxyType(
    {
        "hours": marked("Hours"),
        "ban": marked("Days without calls"),
        "conditional_ban": marked("Emergency"),
        "attempts": marked("Attempts"),
        "cooldown_after_conversation": marked("Rest after a talk"),
        "cooldown_after_abandon": marked("Rest after an abandoned call"),
        "abandon": marked("Abandonment"),
        "ring_min": marked("Ringing"),
        "dnc_national": marked("National list"),
        "dnc_internal_max_delay": marked("Own list: delay"),
        "dnc_internal_retention": marked("Own list: kept"),
        "scope_area_code": marked("Area codes"),
        "rnd_check_required": marked("Reassigned numbers"),
    }
)
KIND_ICONS: MappingProxyType[KindName, str] = MappingProxyType(
    {
        "hours": "clock-outline",
        "ban": "calendar-remove-outline",
        "conditional_ban": "alert-octagon-outline",
        "attempts": "counter",
        "cooldown_after_conversation": "timer-sand",
        "cooldown_after_abandon": "timer-sand",
        "abandon": "phone-missed-outline",
        "ring_min": "bell-ring-outline",
        "dnc_national": "phone-cancel-outline",
        "dnc_internal_max_delay": "phone-cancel-outline",
        "dnc_internal_retention": "phone-cancel-outline",
        "scope_area_code": "map-marker-outline",
        "rnd_check_required": "account-question-outline",
    }
)
DAYS: MappingProxyType[DayName, str] = MappingProxyType(
    {
        "mon": marked("Mon"),
        "tue": marked("Tue"),
        "wed": marked("Wed"),
        "thu": marked("Thu"),
        "fri": marked("Fri"),
        "sat": marked("Sat"),
        "sun": marked("Sun"),
    }
)
GROUPS: MappingProxyType[str, str] = MappingProxyType(
    {
        "telemarketing": marked("Telemarketing"),
        "debt": marked("Collecting debts"),
        "automated_dialing": marked("Every call that a machine dials"),
        "prerecorded": marked("Recorded messages"),
        "manual": marked("Calls dialed by hand"),
    }
)
VERDICTS: MappingProxyType[VerdictName, str] = MappingProxyType(
    {
        "same": marked("No call changes"),
        "stricter": marked("Stricter"),
        "looser": marked("Looser"),
        "mixed": marked("Stricter and looser"),
    }
)
VERDICT_ICONS: MappingProxyType[VerdictName, str] = MappingProxyType(
    {
        "same": "equal",
        "stricter": "shield-lock-outline",
        "looser": "lock-open-variant-outline",
        "mixed": "swap-vertical",
    }
)
VERDICT_SAYS: MappingProxyType[VerdictName, str] = MappingProxyType(
    {
        "same": marked("It changes no decision, and holds at once."),
        "stricter": marked("No call is let through that is forbidden now: it holds from the next decision on."),
        "looser": marked("Calls may be let through that are forbidden now: a second person has to approve it first."),
        "mixed": marked("It forbids some calls and lets others through: a second person has to approve it first."),
    }
)
STATES: MappingProxyType[str, str] = MappingProxyType(
    {
        "proposed": marked("Waits for a second person"),
        "in_force": marked("In force"),
        "rejected": marked("Rejected"),
        "withdrawn": marked("Withdrawn"),
    }
)
STATE_ICONS: MappingProxyType[str, str] = MappingProxyType(
    {
        "proposed": "account-clock-outline",
        "in_force": "check-circle-outline",
        "rejected": "close-circle-outline",
        "withdrawn": "undo-variant",
    }
)


def verdict_tone(verdict: VerdictName) -> Tone:
    """Only what lets calls through asks for attention."""
    return "warn" if verdict in ("looser", "mixed") else "ok"


def place_words(jurisdiction: str) -> str:
    """`Texas` of `US-TX`; other countries as they are."""
    if jurisdiction == "US":
        return tr("US (all states)")
    return state_name(jurisdiction) if jurisdiction.startswith("US-") else jurisdiction


def rule_says(kind: KindName | None, wording: RuleWording) -> str:
    """What a rule says, in one sentence."""
    if kind == "hours":
        said = tr("Calls from {start} to {end}, {days}").format(
            start=wording.start, end=wording.end, days=days_words(wording.days)
        )
    elif kind == "ban":
        said = _ban_says(wording)
    elif kind == "attempts":
        said = tr("At most %Ln calls to one person in {hours} h", "", wording.cap or 0).format(
            hours=wording.window_hours
        )
    elif kind is not None and kind.startswith("cooldown"):
        said = _rest_says(kind, wording)
    else:
        said = _duty_says(kind, wording)
    return tr("{says}, by the clock of {zone}").format(says=said, zone=wording.clock) if wording.clock else said


def _ban_says(wording: RuleWording) -> str:
    day = one_day(wording)
    if day is not None:
        return tr("No calls on {date}").format(date=day.isoformat())
    on_holidays = tr("holidays") if wording.on_holidays else ""
    days = days_words(wording.days) if wording.days else ""
    return tr("No calls: {days}").format(days=", ".join(part for part in (days, on_holidays) if part))


def _rest_says(kind: KindName, wording: RuleWording) -> str:
    if kind == "cooldown_after_conversation":
        return tr("No call for {hours} h after a conversation").format(hours=wording.window_hours)
    return tr("No call for {hours} h after an abandoned one, unless an agent is guaranteed").format(
        hours=wording.window_hours
    )


def _duty_says(kind: KindName | None, wording: RuleWording) -> str:
    says: dict[KindName | None, str] = {
        "conditional_ban": tr("No calls while a state of emergency holds"),
        "abandon": tr("Abandoned calls: at most {amount}"),
        "ring_min": tr("Let it ring for at least {amount}"),
        "dnc_national": tr("No calls to the national list, in a copy of at most 31 days"),
        "dnc_internal_max_delay": tr("Who asks not to be called is left alone within {amount}"),
        "dnc_internal_retention": tr("Who asked not to be called is remembered for {amount}"),
        "scope_area_code": tr("It binds every number of the state’s area codes"),
        "rnd_check_required": tr("The reassigned numbers are asked before the first call"),
    }
    either = tr("{one} or {other}")
    amount = reduce(lambda one, other: either.format(one=one, other=other), wording.amount.split("|"))
    return says.get(kind, "").format(amount=amount)


def one_day(wording: RuleWording) -> date | None:
    """The only date on which it holds, None if there are more."""
    first, last = wording.effective_from, wording.effective_to
    whole = first is not None and last == first + timedelta(days=1) and len(wording.days) == len(DAYS)
    return first if whole else None


def days_words(days: Sequence[DayName]) -> str:
    """`every day`, `Mon to Fri`, `Tue, Sun`."""
    names = list(DAYS)
    at = sorted(names.index(day) for day in days)
    if len(at) == len(names):
        return tr("every day")
    if len(at) > 2 and at[-1] - at[0] == len(at) - 1:
        return tr("{first} to {last}").format(first=tr(DAYS[names[at[0]]]), last=tr(DAYS[names[at[-1]]]))
    return ", ".join(tr(DAYS[names[one]]) for one in at)


def dates_words(wording: RuleWording) -> str:
    """From when and until when it holds; empty for a rule without dates."""
    first, last = wording.effective_from, wording.effective_to
    if first is not None and last is not None:
        return tr("{first} until before {last}").format(first=first.isoformat(), last=last.isoformat())
    if first is not None:
        return tr("from {date}").format(date=first.isoformat())
    return tr("until before {date}").format(date=last.isoformat()) if last is not None else ""


def wordings_say(kind: KindName | None, wordings: Sequence[RuleWording]) -> str:
    """Every wording of a rule, each with its dates."""
    if not wordings:
        return tr("No such rule")
    said = ((rule_says(kind, one), dates_words(one)) for one in wordings)
    return "; ".join(f"{says} ({dates})" if dates else says for says, dates in said)


def stands(item: RuleItem) -> tuple[str, str, Tone]:
    """Word, icon and tone of how a rule stands against what shipped."""
    if item.proposals:
        return tr("Edit proposed"), "account-clock-outline", "warn"
    if item.is_removed:
        return tr("Out of force"), "cancel", "muted"
    if item.is_own:
        return tr("Your own"), "account-edit-outline", "accent"
    if item.is_edited:
        return tr("Edited"), "pencil-outline", "accent"
    return tr("As shipped"), "package-variant-closed", "muted"


def text_read(item: RuleItem) -> tuple[str, str, Tone]:
    """Whether the text of the statute was read by whoever made the table."""
    if item.verified:
        return tr("Text read"), "text-box-check-outline", "ok"
    return tr("Not read"), "text-box-remove-outline", "warn"


def signed(item: RuleItem) -> tuple[str, str, Tone]:
    """Counsel's signature in a word or two."""
    signature = item.signature
    if signature is None:
        return tr("Not signed"), "draw-pen", "muted"
    if not signature.is_current:
        return tr("Signed, then edited"), "alert-outline", "warn"
    return tr("{counsel}, {date}").format(counsel=signature.counsel, date=signature.signed_on.isoformat()), "draw", "ok"


def change_subject(change: RuleChangeItem) -> str:
    """What a change is of."""
    if change.rule_id is not None:
        return change.rule_id
    return tr("Emergency in {place}").format(place=place_words(change.jurisdiction))


def proposal_words(change: RuleChangeItem) -> str:
    """All of a proposal, which its row cuts short: now, then, whose and why, and who must settle it."""
    before, after = change_says(change)
    lines = [
        tr("Now: {says}").format(says=before),
        tr("Then: {says}").format(says=after),
        tr("{who} proposes: {reason}").format(who=change.by, reason=change.reason),
    ]
    if change.is_mine:
        lines.append(
            tr("You proposed this: another admin or compliance officer approves it, in a window of their own.")
        )
    return "\n".join(lines)


def change_says(change: RuleChangeItem) -> tuple[str, str]:
    """What held before, and what the change makes of it."""
    if change.rule_id is None:
        words = {True: tr("State of emergency: no calls"), False: tr("No state of emergency")}
        return words[bool(change.was_on)], words[bool(change.is_on)]
    return wordings_say(change.kind, change.before), wordings_say(change.kind, change.after)
