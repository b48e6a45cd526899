"""Look-up: one number, may it be called now, and why not."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from app.client.errors import GatewayRefused
from app.ui.bridge import Trouble
from app.ui.models.callable_words import STATE_NAMES
from app.ui.models.lookup_words import facts_of, failure_columns, mode_words, next_words, verdict_of
from app.ui.models.rows_model import RowColumn, RowsModel
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.hours_strip import HoursStrip
from app.ui.widgets.labels import ElidedLabel, label, paragraph, set_flag, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.wire.callable import AskMayCall, MayCallAnswer
from app.wire.operator import CampaignsPage

MOST_RECENT = 20
_HINT = "(212) 555-0134"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """A look-up of this sitting: what was asked, and the answer. It is kept nowhere else."""

    id: str
    asked: AskMayCall
    answer: MayCallAnswer


def recent_columns() -> tuple[RowColumn[Recent], ...]:
    """The number, masked, and what was said of it."""
    return (
        RowColumn(id="number", title=tr("Looked up before"), width=140, text=lambda one: one.answer.masked),
        RowColumn(
            id="said",
            title=tr("Answer"),
            width=120,
            stretch=True,
            text=lambda one: verdict_of(one.answer)[0],
            icon=lambda one: verdict_of(one.answer)[1],
            tone=lambda one: verdict_of(one.answer)[2],
        ),
    )


class LookupPane(SectionPane):
    """Enter asks. What was typed stays, whatever the engine says."""

    def __init__(self, place: Place) -> None:
        what = tr(
            "May one number be called now, and if not, why not. Each look-up is in the audit trail, the number is not."
        )
        super().__init__(place, tr("Look-up"), what)
        look = place.look
        self.answer: MayCallAnswer | None = None
        self.number = QLineEdit()
        self.number.setFont(look.font("heading"))
        self.number.setAccessibleName(tr("Phone number"))
        self.number.setPlaceholderText(tr("A number, as people write it: {example}").format(example=_HINT))
        self.number.setMaxLength(60)
        self.state = QComboBox()
        self.state.setAccessibleName(tr("State in which the person may be as well"))
        self.campaign = QComboBox()
        self.campaign.setAccessibleName(tr("Whose rules"))
        self.go = self.button(tr("May I call?"), "phone-forward-outline", self.look_up, "primary")
        self.note = label(look, "", "caption", "muted")
        self.icon = QLabel()
        self.word = label(look, "", "title")
        self.when = paragraph(look, "", "text")
        self.mode = ElidedLabel(look, "", "caption", "muted")
        self.strip = HoursStrip(look)
        self.failures = RowsModel(look, failure_columns(), lambda one: one.rule_id + one.detail)
        self.reasons = RowsTable(look, tr("Why not"), self.failures, tr("Nothing was asked yet"))
        titles = (tr("What it rests on"), "")
        self.facts = FactTable(look, tr("What it rests on"), titles, (130, 200), 1, tr("Nothing was asked yet")).wrap()
        self.recents = RowsModel(look, recent_columns(), lambda one: one.id)
        empty = tr("Numbers looked up in this sitting stand here")
        self.recent = RowsTable(look, tr("Looked up before"), self.recents, empty)
        self._asked = 0
        self._fill()
        self._lay_out()
        self._show_answer()
        self.number.returnPressed.connect(self.look_up)
        self.number.textEdited.connect(lambda _: self._clear_fault())
        self.recent.opened.connect(self._again)
        look.changed.connect(self._paint)

    def _fill(self) -> None:
        self.state.addItem(tr("No other state"), None)
        for short, name in STATE_NAMES.items():
            self.state.addItem(tr("Also in {state}").format(state=name), f"US-{short}")
        self.campaign.addItem(tr("The tenant’s rules"), None)
        for box in (self.state, self.campaign):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(13)

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.number, 1)
        for widget in (self.state, self.campaign, self.go):
            asked.addWidget(widget)
        self.body.addLayout(asked)
        self.body.addWidget(self.note)
        self.body.addWidget(self._verdict())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.card(self.reasons), 3)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.card(self.facts), 7)
        right.addWidget(self.card(self.recent), 2)
        row.addLayout(right, 2)
        self.body.addLayout(row, 1)
        self.body.setSpacing(8)
        self.note.hide()

    def _verdict(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self.icon)
        said.addWidget(self.word)
        said.addWidget(self.when, 1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addLayout(said)
        inside.addWidget(self.strip)
        inside.addWidget(self.mode)
        return card

    def refresh(self) -> None:
        """Learn the campaigns, once; an answer that stands is not asked anew by itself, for each look-up is audited."""
        if self.campaign.count() == 1:
            self.ask(lambda gateway: gateway.admin.campaigns(), self._offer)

    def enter(self) -> None:
        """The field is where one types at once."""
        super().enter()
        self.begin()

    def begin(self) -> None:
        """Go to the field, with what stands there chosen."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def make_new(self) -> None:
        """Another number."""
        self.begin()

    def _offer(self, page: CampaignsPage) -> None:
        if self.campaign.count() == 1:
            for one in page.campaigns:
                self.campaign.addItem(one.name, one.id)

    def look_up(self) -> None:
        """Ask of what stands in the field."""
        typed = self.number.text().strip()
        if not typed:
            self._fault(tr("Type a number first, such as {example}").format(example=_HINT))
            return
        state: str | None = self.state.currentData()
        self._ask(AskMayCall(phone_number=typed, state=state, campaign_id=self.campaign.currentData()))

    def _ask(self, asked: AskMayCall) -> None:
        self._asked += 1
        turn = self._asked
        self.go.setEnabled(False)
        self._clear_fault()
        self.ask(
            lambda gateway: gateway.calling.may_call(asked),
            lambda answer: self._answered(asked, answer) if turn == self._asked else None,
            lambda trouble: self._refused(trouble) if turn == self._asked else None,
        )

    def _answered(self, asked: AskMayCall, answer: MayCallAnswer) -> None:
        self.go.setEnabled(True)
        self.say_trouble("")
        self.answer = answer
        one = Recent(id=str(self._asked), asked=asked, answer=answer)
        others = [past for past in self.recents.rows if past.asked != asked]
        self.recents.show_rows([one, *others][:MOST_RECENT])
        self._show_answer()
        self.number.selectAll()

    def _refused(self, trouble: Trouble) -> None:
        self.go.setEnabled(True)
        if isinstance(trouble, GatewayRefused) and trouble.body.field == "phoneNumber":
            self._fault(str(trouble).removeprefix("phoneNumber: "))
        else:
            self.say_trouble(str(trouble))

    def _fault(self, sentence: str) -> None:
        # An answer that stood there would be read as this number's.
        self._forget()
        self.note.setText(sentence)
        set_tone(self.note, "danger")
        set_flag(self.number, "invalid", "true")
        self.note.show()
        self.number.setFocus()

    def _forget(self) -> None:
        self.answer = None
        self.failures.show_rows([])
        self.facts.show_facts([])
        self._show_answer()

    def _clear_fault(self) -> None:
        self.note.hide()
        set_flag(self.number, "invalid", "false")

    def _again(self, identity: str) -> None:
        found = next((one for one in self.recents.rows if one.id == identity), None)
        if found is not None:
            self.number.setText(found.asked.phone_number)
            self._ask(found.asked)

    def _show_answer(self) -> None:
        answer = self.answer
        if answer is None:
            self.word.setText(tr("Which number?"))
            self.when.setText(tr("Type it and press Enter."))
            self.mode.setText("")
            self.strip.show_openings(None, ())
            self.reasons.empty = tr("Nothing was asked yet")
        else:
            self.word.setText(verdict_of(answer)[0])
            self.when.setText(next_words(answer))
            self.mode.setText(mode_words(answer))
            self.strip.show_openings(answer.at, answer.openings)
            self.failures.show_rows(answer.failures)
            # A list has no more to say than its name: its room goes to where the rule stands.
            self.reasons.setColumnHidden(1, not any(one.detail for one in answer.failures))
            self.reasons.empty = tr("Nothing forbids it")
            self.reasons.viewport().update()
            self.facts.show_facts(facts_of(answer))
        self.strip.setVisible(answer is not None)
        self.mode.setVisible(answer is not None)
        self._paint()

    def _paint(self) -> None:
        icon, tone = ("phone-outline", "muted") if self.answer is None else verdict_of(self.answer)[1:]
        self.icon.setPixmap(self.look.icon(icon, tone).pixmap(28, 28))
        set_tone(self.word, "text" if self.answer is None else verdict_of(self.answer)[2])
        self.facts.recolour()

    def relink(self) -> None:
        """Another tenant's: what was looked up is the old one's."""
        super().relink()
        self._asked += 1
        self.go.setEnabled(True)
        self.number.clear()
        self.recents.show_rows([])
        while self.campaign.count() > 1:
            self.campaign.removeItem(1)
        self._forget()
