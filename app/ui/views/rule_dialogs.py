"""The short dialogs of the law: settle a proposal, declare or lift an emergency, sign, take a rule out, restore it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.client.errors import GatewayRefused
from app.ui.bridge import Trouble
from app.ui.models.rule_words import (
    VERDICT_SAYS,
    VERDICTS,
    change_says,
    change_subject,
    place_words,
    rule_says,
    wordings_say,
)
from app.ui.page import Place
from app.ui.tongue import marked, tr
from app.ui.views.asking_sheet import AskingSheet, Question
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.sheet import Sheet
from app.wire.rules import (
    EditRule,
    HowEdited,
    RuleChangeItem,
    RuleEdit,
    RuleItem,
    RulesPage,
    RuleVerdict,
    SignRule,
    SwitchEmergency,
)

_SETTLES = {
    "approve": (marked("Approve"), marked("It takes effect at the next decision, for every tenant of this folder.")),
    "reject": (marked("Reject"), marked("What holds now stays as it is. Whoever proposed it sees your reason.")),
    "withdraw": (marked("Withdraw"), marked("What holds now stays as it is. Your proposal stays in the history.")),
}


class LawSheet(AskingSheet):
    """A change of the law."""

    def __init__(self, place: Place, title: str, go: str, *, kind: str = "primary", width: int = 520) -> None:
        usual = (tr("Counsel’s advice"), tr("The law changed"), tr("Our own policy"))
        super().__init__(place.look, place.window, place.bridge, (title, go), usual, kind=kind, width=width)
        self._place = place


class SettleDialog(LawSheet):
    """Approve, reject or withdraw what is proposed, with both wordings in sight."""

    def __init__(self, place: Place, change: RuleChangeItem, how: str) -> None:
        word, effect = (tr(part) for part in _SETTLES[how])
        title = tr("{what}: {subject}").format(what=word, subject=change_subject(change))
        super().__init__(place, title, word, kind="primary" if how == "approve" else "danger")
        before, after = change_says(change)
        said = tr("{who} proposes: {reason}").format(who=change.by, reason=change.reason)
        self.body.addWidget(paragraph(place.look, said, "text"))
        self.body.addWidget(paragraph(place.look, tr("Now: {says}").format(says=before)))
        self.body.addWidget(paragraph(place.look, tr("Then: {says}").format(says=after), "text"))
        verdict = tr("{verdict}. {effect}").format(verdict=tr(VERDICTS[change.verdict]), effect=effect)
        self.body.addWidget(paragraph(place.look, verdict, "warn" if how == "approve" else "muted"))
        self.ask_reason(lambda: lambda gateway: gateway.law.settle(change.id, how, self.reason.reason))
        self.reason.setFocus()


class EmergencyDialog(LawSheet):
    """Declare a state of emergency: from the next decision on no call goes there, in every mode."""

    def __init__(self, place: Place, page: RulesPage) -> None:
        declare = tr("Declare a state of emergency")
        super().__init__(place, declare, declare, kind="danger")
        held = {one.jurisdiction for one in page.emergencies}
        self.where = QComboBox()
        self.where.setMinimumHeight(32)
        self.where.setPlaceholderText(tr("Choose a state"))
        for jurisdiction in page.places:
            if jurisdiction.startswith("US-") and jurisdiction not in held:
                self.where.addItem(place_words(jurisdiction), jurisdiction)
        said = tr(
            "No call goes there any more: at once, for every tenant and campaign of this folder, also where the rules "
            "only count or are not asked. To lift it again takes a second person."
        )
        self.body.addWidget(paragraph(place.look, said))
        # Nobody closes a state by having forgotten to choose.
        self.where.setCurrentIndex(-1)
        self.field(tr("State or territory"), self.where)
        self.ask_reason(self._asked)
        self.where.currentIndexChanged.connect(self.check)
        self.where.setFocus()

    @property
    def ready(self) -> bool:
        """Whether a state is chosen."""
        return self.where.currentIndex() >= 0

    def _asked(self) -> Question:
        where = str(self.where.currentData())
        wanted = SwitchEmergency(is_on=True, reason=self.reason.reason)
        return lambda gateway: gateway.law.switch_emergency(where, wanted)


class LiftDialog(LawSheet):
    """Propose to lift a state of emergency."""

    def __init__(self, place: Place, jurisdiction: str) -> None:
        title = tr("Lift the emergency in {place}").format(place=place_words(jurisdiction))
        super().__init__(place, title, tr("Propose"))
        said = tr("Calls may go there again once another admin or compliance officer has approved it.")
        self.body.addWidget(paragraph(place.look, said))
        self.ask_reason(
            lambda: (
                lambda gateway: gateway.law.switch_emergency(
                    jurisdiction, SwitchEmergency(is_on=False, reason=self.reason.reason)
                )
            )
        )
        self.reason.setFocus()


class ReturnDialog(LawSheet):
    """Take a rule out of force, or let it say again what it shipped with; it tells first what that does."""

    def __init__(self, place: Place, item: RuleItem, how: HowEdited) -> None:
        title = tr("Take out {rule}") if how == "remove" else tr("Restore {rule}")
        go = tr("Take out") if how == "remove" else tr("Restore")
        super().__init__(place, title.format(rule=item.id), go, kind="danger" if how == "remove" else "primary")
        self._edit = RuleEdit(rule_id=item.id, how=how, revision=item.revision)
        self._known = False
        now = tr("Now: {says}").format(says=rule_says(item.kind, item.wording))
        self.body.addWidget(paragraph(place.look, now, "text"))
        self.verdict = paragraph(place.look, tr("Asking what it does …"))
        self.body.addWidget(self.verdict)
        self.ask_reason(self._asked)
        place.bridge.ask(lambda gateway: gateway.law.check(self._edit), self, self._show, self._refused)
        self.reason.setFocus()

    @property
    def ready(self) -> bool:
        """Once it is known what it does."""
        return self._known

    def _show(self, verdict: RuleVerdict) -> None:
        self._known = True
        said = tr("{verdict}. {effect}")
        self.verdict.setText(
            said.format(verdict=tr(VERDICTS[verdict.verdict]), effect=tr(VERDICT_SAYS[verdict.verdict]))
        )
        set_tone(self.verdict, "warn" if verdict.needs_second_person else "text")
        if verdict.needs_second_person:
            self.go.setText(tr("Propose"))
        self.check()

    def _asked(self) -> Question:
        edit, reason = self._edit, self.reason.reason
        wanted = EditRule(rule_id=edit.rule_id, how=edit.how, revision=edit.revision, reason=reason)
        return lambda gateway: gateway.law.make(wanted)


class SignDialog(Sheet):
    """Counsel's signature on a rule as it is worded."""

    answered = Signal()

    def __init__(self, place: Place, item: RuleItem) -> None:
        super().__init__(place.look, place.window, tr("Sign {rule}").format(rule=item.id), tr("Keep the signature"))
        self._place, self._item = place, item
        self.counsel, self.signed_on, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        says = wordings_say(item.kind, [item.wording, *item.later])
        self.body.addWidget(paragraph(place.look, says, "text"))
        self.body.addWidget(paragraph(place.look, item.wording.citation))
        self.field(tr("Counsel"), self.counsel, tr("Who signed, with title and firm"))
        self._date_note = self.field(tr("Signed on"), self.signed_on, tr("The date on the paper, such as 2026-12-01"))
        self.field(tr("Note"), self.note, tr("Where the paper is kept, or what was asked; may be empty"))
        for field in (self.counsel, self.signed_on, self.note):
            field.setMaxLength(200)
            field.setMinimumHeight(32)
            field.textChanged.connect(self.check)
        self.go.clicked.connect(self._ask)
        self.check()
        self.counsel.setFocus()

    def check(self) -> None:
        """Offer it once there is a name and a date."""
        good = self._date() is not None
        fine = good or not self.signed_on.text()
        set_tone(self._date_note, "muted" if fine else "danger")
        set_flag(self.signed_on, "invalid", "false" if fine else "true")
        self.go.setEnabled(good and len(self.counsel.text().strip()) >= 3)

    def _date(self) -> date | None:
        try:
            return date.fromisoformat(self.signed_on.text().strip())
        except ValueError:
            return None

    def _ask(self) -> None:
        day = self._date()
        if day is None:
            return
        self.wait(True)
        signature = SignRule(
            counsel=self.counsel.text().strip(),
            signed_on=day,
            revision=self._item.revision,
            note=self.note.text().strip(),
        )
        rule_id = self._item.id
        self._place.bridge.ask(lambda gateway: gateway.law.sign(rule_id, signature), self, self._done, self._refused)

    def _done(self, _: object) -> None:
        self.answered.emit()
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        if isinstance(trouble, GatewayRefused) and trouble.body.field == "signedOn":
            set_tone(self._date_note, "danger")
            set_flag(self.signed_on, "invalid", "true")
        self.say_trouble(str(trouble))
