"""One campaign against the 3 %: what its stage does, its periods, when its batches were cut, and the rule itself."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.ui.design.look import Look
from app.ui.models.abandonment_words import (
    BASES,
    CITATION,
    LAW_PERCENT,
    RULE,
    campaign_name,
    day_shares,
    family_sentence,
    figure_words,
    held_facts,
    mode_sentence,
    past_facts,
    stage_words,
)
from app.ui.tongue import tr
from app.ui.widgets.day_bars import DayBars
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import ElidedLabel, label, paragraph, set_tone
from app.wire.abandonment import AbandonmentDetail, CampaignAbandonment

_ICON = 20
_LEAST_FACTS = 84
"""Pixels of a list's head and two rows: the campaigns above it need the room more."""


class AbandonmentDetailView(QFrame):
    """The chosen campaign. What the list knows is there at once; batches that were cut come with an answer."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: CampaignAbandonment | None = None
        self._detail: AbandonmentDetail | None = None
        self.setProperty("role", "card")
        self._icon = QLabel()
        self.name = ElidedLabel(look, "", "strong")
        self.stage = label(look, "", "strong")
        self.does = paragraph(look, "", "text")
        self.counted = ElidedLabel(look, "", "caption", "muted")
        self.days = DayBars(look, LAW_PERCENT)
        self.periods = FactTable(
            look, tr("Periods"), (tr("Period of 30 days"), tr("Abandoned of live answers")), (172, 200), 1, ""
        )
        self.held = FactTable(
            look,
            tr("Batches that were cut"),
            (tr("Batch cut"), tr("Agent"), tr("Got"), tr("Times"), tr("Because")),
            (150, 130, 64, 52, 150),
            4,
            tr("No batch was cut"),
        )
        for facts in (self.periods, self.held):
            facts.setMinimumHeight(_LEAST_FACTS)
        self._lay_out()
        look.changed.connect(self._repaint)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self._icon)
        head.addWidget(self.stage)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addLayout(self._over_time(), 2)
        lists.addWidget(self.held, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.does)
        box.addWidget(self.counted)
        box.addLayout(lists, 1)
        box.addWidget(paragraph(self._look, tr(RULE)))
        self.citation = ElidedLabel(self._look, CITATION, "caption", "faint")
        box.addWidget(self.citation)

    def _over_time(self) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(4)
        made.addWidget(ElidedLabel(self._look, tr("Each of the last 30 days, line at 3 %"), "caption", "muted"))
        made.addWidget(self.days)
        made.addWidget(self.periods, 1)
        return made

    @property
    def campaign_id(self) -> str:
        """Which campaign is shown, empty without one."""
        return "" if self._shown is None else self._shown.id

    def show_campaign(self, one: CampaignAbandonment, zone: str) -> None:
        """What the list knows of a campaign; days are of `zone`."""
        if one.id != self.campaign_id:
            self._detail = None
            self.held.show_facts([])
            self.days.show_days([], "")
        self._shown = one
        words = stage_words(one)
        self.name.setText(campaign_name(one.campaign))
        self.stage.setText(tr(words.name))
        set_tone(self.stage, words.tone)
        self.does.setText(mode_sentence(one))
        self._icon.setPixmap(self._look.icon(words.icon, words.tone).pixmap(_ICON, _ICON))
        said = [
            tr(BASES[one.measured_from]) if one.measured_from is not None else tr("Nobody has answered yet"),
            tr("%Ln calls in flight could be dropped", "", one.in_flight),
            tr("days of {zone}").format(zone=zone),
            family_sentence(one),
        ]
        self.counted.setText(" · ".join(part for part in said if part))
        self.periods.show_facts(past_facts(one))

    def show_detail(self, detail: AbandonmentDetail) -> None:
        """When batches were cut."""
        self._detail = detail
        self.held.show_facts(held_facts(detail))
        self.days.show_days(day_shares(detail), figure_words(detail.campaign.rolling))

    def clear(self) -> None:
        """No campaign is shown any more."""
        self._shown = self._detail = None
        self.held.show_facts([])

    def _repaint(self) -> None:
        self.periods.recolour()
        self.held.recolour()
        if self._shown is not None:
            words = stage_words(self._shown)
            self._icon.setPixmap(self._look.icon(words.icon, words.tone).pixmap(_ICON, _ICON))
