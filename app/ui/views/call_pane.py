"""One call beside the list: who, whom, its history, the limits in force then, the contact's other calls."""

from app.ui.design.look import Look
from app.ui.models.decision_words import decision_words
from app.ui.models.log_rows import NOTHING, closer_words, length_words, outcome_words, status_of, when_text
from app.ui.models.moment import Instant
from app.ui.models.wording import MODES, SOURCES, limit_words
from app.ui.tongue import tr
from app.ui.views.log_pane import LOADING, LogPane
from app.ui.widgets.fact_table import FactTable
from app.wire.log import CallDetail, LimitThen
from app.wire.operator import CallItem

WAYS = ("show_agent", "only_agent", "only_session", "only_number", "show_number")


class CallPane(LogPane):
    """Draws a `CallItem` at once and its `CallDetail` when it came."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, WAYS, tr("Choose a call to see its history and the limits that were in force."))
        self.setAccessibleName(tr("The chosen call"))
        self.call: CallItem | None = None
        self.detail: CallDetail | None = None
        self.revealed = ""
        for name, words in (
            ("agent", tr("Agent")),
            ("contact", tr("Contact")),
            ("outcome", tr("Outcome")),
            ("length", tr("Length")),
            ("campaign", tr("Campaign")),
            ("session", tr("Session")),
            ("closed", tr("Closed by")),
            ("back", tr("Slot")),
            ("hours", tr("Calling hours")),
            ("notes", tr("Notes")),
            ("recording", tr("Recording")),
            ("id", tr("Id")),
        ):
            self.add_fact(name, words)
        self.history = FactTable(
            look, tr("History"), (tr("When"), tr("What"), tr("Who")), (104, 110, 84), 1, tr("Nothing was reported yet")
        )
        self.limits = FactTable(
            look, tr("Limits then"), (tr("Limit"), tr("Used"), tr("Set by")), (120, 80, 96), 0, tr("Loading …")
        )
        self.others = FactTable(
            look,
            tr("Other calls to this contact"),
            (tr("When"), tr("Outcome"), tr("Agent")),
            (104, 88, 90),
            1,
            tr("No other call to this contact"),
        )
        for table in (self.history, self.limits, self.others):
            self.add_part(table.accessibleName(), table)
        self.parts.addStretch(1)
        look.changed.connect(self._recolour)

    def _recolour(self) -> None:
        for table in (self.history, self.limits, self.others):
            table.recolour()

    def show_call(self, call: CallItem | None, now: Instant) -> None:
        """What the row knows; the rest of another call is taken away, its whole number first of all."""
        if self.call is None or call is None or call.id != self.call.id:
            self.hide_number()
        self.call = call
        self.say_trouble("")
        if call is None:
            self.show_nothing()
            return
        if self.detail is None or self.detail.call.id != call.id:
            self.detail = None
            for name in self.facts:
                self.put_fact(name, "")
            for table in (self.history, self.limits, self.others):
                self.show_facts(table, LOADING)
        status = status_of(call.status)
        self.show_icon(status.icon, status.tone)
        self.head.setText(self.revealed or call.phone_number)
        when = when_text(call.at, now)
        handed_out = tr("handed out {at}").format(at=when)
        self.line.setText(f"{tr(status.word)} · {handed_out}")
        self.put_fact("agent", call.agent)
        self.put_fact("outcome", outcome_words(call.disposition))
        self.put_fact("length", length_words(call.duration))
        self.put_fact("campaign", call.campaign or "")
        self.put_fact("id", call.id)
        self.show_something()

    def show_number(self, call_id: str, phone: str) -> None:
        """The whole number of the chosen call; of one that was left meanwhile it is dropped."""
        if self.call is None or self.call.id != call_id:
            return
        self.revealed = phone
        self.head.setText(phone)
        self._word_reveal()

    def hide_number(self) -> None:
        """Masked again."""
        self.revealed = ""
        if self.call is not None:
            self.head.setText(self.call.phone_number)
        self._word_reveal()

    def _word_reveal(self) -> None:
        button = self.ways["show_number"]
        button.setText(tr("Hide number") if self.revealed else tr("Show number"))
        button.setProperty("icon_name", "eye-off-outline" if self.revealed else "eye-outline")
        button.setIcon(self.look.icon(str(button.property("icon_name"))))

    def show_detail(self, detail: CallDetail, now: Instant) -> None:
        """Everything else."""
        self.show_call(detail.call, now)
        self.detail = detail
        self.put_fact("contact", detail.contact or "")
        self.put_fact("session", self._session_words(detail, now))
        self.put_fact("closed", closer_words(detail.closed_by) if detail.closed_by else "")
        back = detail.given_back_at
        self.put_fact("back", "" if back is None else tr("given back {at}").format(at=when_text(back, now)))
        self.put_fact("hours", "" if detail.decision is None else decision_words(detail.decision))
        self.put_fact("notes", detail.notes or "")
        self.put_fact("recording", detail.recording_url or "")
        handed = (when_text(detail.call.at, now), tr("Handed out"), detail.user)
        told = [
            (
                when_text(moment.at, now),
                tr(status_of(moment.status).word)
                + ("" if moment.disposition is None else f" · {outcome_words(moment.disposition)}"),
                closer_words(moment.by),
            )
            for moment in detail.moments
        ]
        self.show_facts(self.history, [handed, *told])
        self.show_facts(self.limits, [_limit_fact(limit) for limit in detail.limits])
        self.show_facts(self.others, [self._other(call, now) for call in detail.others])

    @staticmethod
    def _session_words(detail: CallDetail, now: Instant) -> str:
        session = detail.session
        if session is None:
            return NOTHING
        mode = tr(MODES.get(session.mode, session.mode))
        return tr("{mode}, started {at} by {who}").format(
            mode=mode, at=when_text(session.started_at, now), who=session.started_by
        )

    @staticmethod
    def _other(call: CallItem, now: Instant) -> tuple[str, ...]:
        words = tr(status_of(call.status).word) if call.disposition is None else outcome_words(call.disposition)
        return (when_text(call.at, now), words, call.agent)


def _limit_fact(limit: LimitThen) -> tuple[str, ...]:
    kind = "" if limit.enforcement == "enforce" else " " + tr("(alert only)")
    used = f"{limit.limit} s" if limit.used is None else f"{limit.used:,}/{limit.limit:,}"
    return (limit_words(limit.limit_id) + kind, used, tr(SOURCES.get(limit.source, limit.source)))
