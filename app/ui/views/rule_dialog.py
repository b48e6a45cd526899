"""The dialog that words a rule, new or old: it tells before saving whether the edit holds at once or is a proposal."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel

from app.client.errors import GatewayRefused
from app.ui.bridge import Trouble
from app.ui.models.rule_words import (
    KINDS,
    VERDICT_ICONS,
    VERDICT_SAYS,
    VERDICTS,
    place_words,
    verdict_tone,
    wordings_say,
)
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.asking_sheet import Question
from app.ui.views.conflict_box import BothValues
from app.ui.views.rule_dialogs import LawSheet
from app.ui.views.rule_fields import RuleFields, empty_wording
from app.ui.widgets.labels import paragraph, set_tone
from app.wire.rules import EditRule, KindName, RuleDetail, RuleEdit, RuleItem, RulesPage, RuleVerdict

CHECK_AFTER_MS, ASK_AGAIN_MS = 250, 1_000
NEW_KINDS: tuple[KindName, ...] = (
    "hours",
    "ban",
    "attempts",
    "cooldown_after_conversation",
    "cooldown_after_abandon",
    "rnd_check_required",
)


class RuleDialog(LawSheet):
    """Edits `item`, or makes a rule where there is none."""

    def __init__(self, place: Place, page: RulesPage, item: RuleItem | None, where: str | None = None) -> None:
        title = tr("New rule") if item is None else tr("Edit {rule}").format(rule=item.id)
        super().__init__(place, title, tr("Save"), width=620)
        self._item = item
        self._revision = None if item is None else item.revision
        self._verdict: RuleVerdict | None = None
        self._turn = 0
        self._theirs: str | None = None
        self.where, self.kind = QComboBox(), QComboBox()
        self._fields_box = QHBoxLayout()
        self._box = QFrame()
        self._icon = QLabel()
        self.verdict = paragraph(place.look, "")
        self.both = BothValues(place.look)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._check_edit)
        if item is None:
            self._choose_kind(page, where)
        elif item.later:
            said = tr("Planned already: {says}. What is saved here takes its place too.")
            later = said.format(says=wordings_say(item.kind, item.later))
            self.body.addWidget(paragraph(place.look, later, "warn"))
        self.fields = self._fields(item)
        self.body.addLayout(self._fields_box)
        self._lay_out_verdict()
        self.ask_reason(self._asked)
        self.body.addWidget(self.both)
        self.both.take_theirs.connect(self._take_theirs)
        self.both.keep_mine.connect(self._keep_mine)
        self._touched()

    def _choose_kind(self, page: RulesPage, where: str | None) -> None:
        for jurisdiction in sorted(page.places, key=lambda one: (one != "US", one)):
            if jurisdiction.startswith("US"):
                self.where.addItem(place_words(jurisdiction), jurisdiction)
        for kind in NEW_KINDS:
            self.kind.addItem(tr(KINDS[kind]), kind)
        self.where.setCurrentIndex(max(0, self.where.findData(where)))
        row = QHBoxLayout()
        row.setSpacing(12)
        for words, box in ((tr("Where it holds"), self.where), (tr("What it is about"), self.kind)):
            box.setAccessibleName(words)
            box.setToolTip(words)
            box.setMinimumHeight(32)
            row.addWidget(box, 1)
        self.body.addLayout(row)
        self.where.currentIndexChanged.connect(self._touched)
        self.kind.currentIndexChanged.connect(self._change_kind)

    def _fields(self, item: RuleItem | None) -> RuleFields:
        kind: KindName = self.kind.currentData() if item is None else item.kind
        made = RuleFields(self._place.look, kind, empty_wording(kind) if item is None else item.wording)
        made.changed.connect(self._touched)
        self._fields_box.addWidget(made)
        return made

    def _change_kind(self) -> None:
        before = self.fields
        self.fields = self._fields(None)
        self.fields.citation.setText(before.citation.text())
        self._fields_box.removeWidget(before)
        before.deleteLater()
        self._touched()

    def _lay_out_verdict(self) -> None:
        self._box.setProperty("role", "inset")
        self._icon.setFixedSize(QSize(20, 20))
        inside = QHBoxLayout(self._box)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(8)
        inside.addWidget(self._icon)
        inside.addWidget(self.verdict, 1)
        self.body.addWidget(self._box)

    @property
    def ready(self) -> bool:
        """Once the engine has said what it does."""
        return self._verdict is not None

    def _touched(self) -> None:
        self._turn += 1
        self._verdict = None
        self.say_trouble("")
        wording = self.fields.wording()
        # Against a wording that somebody else put there meanwhile, the one that was here before is a change.
        if self._item is not None and self._theirs is None and wording == self._item.wording:
            self._say("pencil-outline", tr("Nothing is changed yet."), "muted")
        elif wording is None:
            self._say(
                "help-circle-outline",
                tr("Once every field is filled in, it is said here what the rule does to your calls."),
                "muted",
            )
        else:
            self._say("progress-clock", tr("Asking what it does …"), "muted")
            self._later.start(CHECK_AFTER_MS)
        self.check()

    def _edit(self) -> RuleEdit | None:
        wording = self.fields.wording()
        if wording is None:
            return None
        if self._item is not None:
            return RuleEdit(rule_id=self._item.id, wording=wording, revision=self._revision)
        return RuleEdit(jurisdiction=self.where.currentData(), kind=self.kind.currentData(), wording=wording)

    def _check_edit(self) -> None:
        edit, turn = self._edit(), self._turn
        if edit is None:
            return
        self._place.bridge.ask(
            lambda gateway: gateway.law.check(edit),
            self,
            lambda verdict: self._judged(verdict) if turn == self._turn else None,
            lambda trouble: self._misjudged(trouble) if turn == self._turn else None,
        )

    def _judged(self, verdict: RuleVerdict) -> None:
        self._verdict = verdict
        said = tr("{verdict}. {effect}")
        words = said.format(verdict=tr(VERDICTS[verdict.verdict]), effect=tr(VERDICT_SAYS[verdict.verdict]))
        self._say(VERDICT_ICONS[verdict.verdict], words, verdict_tone(verdict.verdict))
        self.go.setText(tr("Propose") if verdict.needs_second_person else tr("Put in force"))
        self.check()

    def _misjudged(self, trouble: Trouble) -> None:
        """The engine could not judge it: at the field if it names one; where none answered, it is asked again."""
        self._say("alert-circle-outline", str(trouble), "danger")
        if isinstance(trouble, GatewayRefused):
            self.show_refusal(trouble)
        else:
            self._later.start(ASK_AGAIN_MS)

    def _say(self, icon: str, words: str, tone: str) -> None:
        self._icon.setPixmap(self._place.look.icon(icon, tone).pixmap(20, 20))
        self.verdict.setText(words)
        set_tone(self.verdict, "muted" if tone == "muted" else "danger" if tone == "danger" else "text")
        self._box.setAccessibleName(words)

    def _asked(self) -> Question:
        edit, reason = self._edit(), self.reason.reason
        if edit is None:
            raise RuntimeError("it is offered only while every field can be read")
        wanted = EditRule(
            rule_id=edit.rule_id,
            jurisdiction=edit.jurisdiction,
            kind=edit.kind,
            wording=edit.wording,
            revision=edit.revision,
            reason=reason,
        )
        return lambda gateway: gateway.law.make(wanted)

    def show_refusal(self, trouble: Trouble) -> None:
        """At its field, as a choice between two values, or in the engine's words."""
        if isinstance(trouble, GatewayRefused):
            if trouble.body.field and self.fields.mark(trouble.body.field.rpartition(".")[2], str(trouble)):
                return
            current = trouble.body.current
            if isinstance(current, dict) and "revision" in current:
                self._theirs = str(current["revision"])
                line = tr("It says now: {says}").format(says=current.get("says", ""))
                self.both.say_both(str(trouble), [line])
                return
        super().show_refusal(trouble)

    def _take_theirs(self) -> None:
        item = self._item
        if item is not None:
            rule_id = item.id
            self._place.bridge.ask(lambda gateway: gateway.law.rule(rule_id), self, self._reload, self._refused)

    def _reload(self, detail: RuleDetail) -> None:
        self.both.hide()
        self._theirs = None
        self._item, self._revision = detail.rule, detail.rule.revision
        self.fields.show_wording(detail.rule.wording)
        self._touched()

    def _keep_mine(self) -> None:
        self.both.hide()
        self._revision = self._theirs
        self._touched()
