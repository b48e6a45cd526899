"""The columns of calls and of refusals, and the words, icons and tones of how calls ended. No widget."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from app.ui.models.moment import EPOCH, Instant
from app.ui.models.rows_model import RowColumn
from app.ui.models.wording import reason_words, stopwatch
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.operator import CallItem, RefusalItem

NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWords:
    """How a call stands: word, icon, tone."""

    word: str
    icon: str
    tone: Tone = "text"


STATUSES: MappingProxyType[str, StatusWords] = MappingProxyType(
    {
        "initiated": StatusWords(word=marked("Handed out"), icon="phone-outgoing-outline", tone="accent"),
        "ringing": StatusWords(word=marked("Ringing"), icon="phone-ring-outline", tone="accent"),
        "answered": StatusWords(word=marked("On call"), icon="phone-in-talk-outline", tone="accent"),
        "completed": StatusWords(word=marked("Completed"), icon="check", tone="ok"),
        "no_answer": StatusWords(word=marked("No answer"), icon="phone-missed-outline"),
        "busy": StatusWords(word=marked("Busy"), icon="phone-lock-outline"),
        "voicemail": StatusWords(word=marked("Voicemail"), icon="voicemail"),
        "failed": StatusWords(word=marked("Failed"), icon="phone-alert-outline", tone="danger"),
        "abandoned": StatusWords(word=marked("Abandoned"), icon="phone-remove-outline", tone="danger"),
        "not_placed": StatusWords(word=marked("Not placed"), icon="phone-cancel-outline", tone="warn"),
    }
)
DISPOSITIONS: MappingProxyType[str, str] = MappingProxyType(
    {
        "answered": marked("Answered"),
        "no_answer": marked("No answer"),
        "voicemail": marked("Voicemail"),
        "interested": marked("Interested"),
        "not_interested": marked("Not interested"),
        "converted": marked("Converted"),
        "callback": marked("Callback"),
        "do_not_call": marked("Do not call"),
        "wrong_number": marked("Wrong number"),
    }
)
CLOSERS: MappingProxyType[str, str] = MappingProxyType(
    {
        "dialer": marked("the dialer"),
        "ring timer": marked("the ring timer"),
        "session end": marked("the end of the session"),
        "disposition": marked("the disposition"),
    }
)
BLANK_CALL = CallItem(
    id="", at=EPOCH, agent_id="", agent="", session_id="", contact_id="", phone_number="", status="", disposition=None,
    duration=None, ended_at=None,
)  # fmt: skip
BLANK_REFUSAL = RefusalItem(
    first_at=EPOCH, last_at=EPOCH, count=0, user="", agent_id=None, agent=None, session_id=None, code="", limit_id="",
    limit=0, used=0, retry_at=None,
)  # fmt: skip


def when_text(moment: Instant, now: Instant) -> str:
    """`14:02:11` of this very day, `11-17 14:02:11` of another, with its year if that is another; local time.

    A log reaches years back: "Mon 14:02" would be one of many.
    """
    local, today = moment.astimezone(), now.astimezone()
    if local.date() == today.date():
        return local.strftime("%H:%M:%S")
    return local.strftime("%m-%d %H:%M:%S" if local.year == today.year else "%Y-%m-%d %H:%M")


def status_of(status: str) -> StatusWords:
    """The words of a status; an unknown one is shown as it came rather than hidden."""
    known = STATUSES.get(status)
    return known or StatusWords(word=status.replace("_", " ").capitalize(), icon="phone-outline")


def outcome_words(disposition: str | None) -> str:
    """A disposition in words; the tenant's own as it is."""
    if disposition is None:
        return NOTHING
    known = DISPOSITIONS.get(disposition)
    return tr(known) if known is not None else disposition.replace("_", " ").capitalize()


def closer_words(by: str) -> str:
    """Who reported or closed a call, in words."""
    known = CLOSERS.get(by)
    return tr(known) if known is not None else by


def length_words(duration: int | None) -> str:
    """How long a call was, a dash if nobody said."""
    return NOTHING if duration is None else stopwatch(duration)


def used_words(refusal: RefusalItem) -> str:
    """`100/100`, or for a gap or an age, which are seconds, what is demanded."""
    if refusal.limit_id in ("calls.gap", "session.age"):
        return f"{refusal.limit:,} s"
    return f"{refusal.used:,}/{refusal.limit:,}"


def call_columns(now: Callable[[], Instant]) -> tuple[RowColumn[CallItem], ...]:
    """The columns of calls; `now` is the engine's present, by which times are told."""
    return (
        RowColumn(id="at", title=tr("Time"), width=116, text=lambda call: when_text(call.at, now())),
        RowColumn(id="agent", title=tr("Agent"), width=130, text=lambda call: call.agent, strong=True, stretch=True),
        RowColumn(id="number", title=tr("Number"), width=120, text=lambda call: call.phone_number),
        RowColumn(
            id="status",
            title=tr("Status"),
            width=120,
            text=lambda call: tr(status_of(call.status).word),
            icon=lambda call: status_of(call.status).icon,
            tone=lambda call: status_of(call.status).tone,
        ),
        RowColumn(id="outcome", title=tr("Outcome"), width=112, text=lambda call: outcome_words(call.disposition)),
        RowColumn(
            id="campaign",
            title=tr("Campaign"),
            width=120,
            text=lambda call: call.campaign or NOTHING,
            tone=lambda _: "muted",
            stretch=True,
        ),
        RowColumn(id="length", title=tr("Length"), width=76, text=lambda call: length_words(call.duration), right=True),
    )


def refusal_columns(now: Callable[[], Instant]) -> tuple[RowColumn[RefusalItem], ...]:
    """The columns of refusals."""
    return (
        RowColumn(id="at", title=tr("Last try"), width=116, text=lambda item: when_text(item.last_at, now())),
        RowColumn(
            id="agent", title=tr("Agent"), width=140, text=lambda item: item.agent or NOTHING, strong=True, stretch=True
        ),
        RowColumn(
            id="reason",
            title=tr("Reason"),
            width=146,
            text=lambda item: reason_words(item.code),
            icon=lambda _: "hand-back-left-outline",
            tone=lambda _: "warn",
        ),
        RowColumn(
            id="free",
            title=tr("Next slot"),
            width=116,
            text=lambda item: NOTHING if item.retry_at is None else when_text(item.retry_at, now()),
        ),
        RowColumn(
            id="user", title=tr("User"), width=100, text=lambda item: item.user, tone=lambda _: "muted", stretch=True
        ),
        RowColumn(id="used", title=tr("Used"), width=84, text=used_words, right=True),
        RowColumn(id="tries", title=tr("Tries"), width=70, text=lambda item: f"{item.count:,}", right=True),
    )
