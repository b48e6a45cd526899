"""The map: where calls may go now, by state and zone, with the rest of the day under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.models.callable_bands import bands_of
from app.ui.models.callable_counts import counts_of
from app.ui.models.callable_words import short_name
from app.ui.models.moment import Instant
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.callable_detail import CallableDetail
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel, label, set_tone
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.tile_map import TileMap
from app.ui.widgets.zone_bands import ZoneBands
from app.wire.callable import CallableNowPage, CallableState, PurposeName
from app.wire.operator import CampaignsPage

ASK_AGAIN_S = 60
LEAST = (922, 532)
"""Pixels that map, bands and detail need beside each other."""

_PURPOSES: tuple[PurposeName | None, ...] = (None, "telemarketing", "debt")


class MapPane(SectionPane):
    """Asks anew each minute and at each change; in between only clocks count on."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, tr("Map"), tr("Where calls may go now, by the rules of every state and zone."))
        self.page: CallableNowPage | None = None
        self._asking = False
        self._under = ""
        self.campaign = QComboBox()
        self.campaign.setAccessibleName(tr("Whose rules"))
        self.campaign.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.campaign.setMinimumContentsLength(16)
        self.campaign.addItem(tr("All campaigns"), None)
        self.purpose = QComboBox()
        self.purpose.setAccessibleName(tr("Purpose of the calls"))
        for words in (tr("Purpose as set"), tr("Telemarketing"), tr("Collecting debts")):
            self.purpose.addItem(words)
        self.figures = [
            (label(place.look, "–", "heading"), ElidedLabel(place.look, "", "caption", "muted")) for _ in range(4)
        ]
        self.map = TileMap(place.look)
        self.bands = ZoneBands(place.look)
        self.explained = ElidedLabel(place.look, "", "caption", "muted")
        self.detail = CallableDetail(place.look)
        self._lay_out()
        self.campaign.activated.connect(lambda _: self._ask_else())
        self.purpose.activated.connect(lambda _: self._ask_else())
        self.map.chosen.connect(lambda _: self._show_chosen())
        self.map.looked_at.connect(self._look_at)
        self.map.opened.connect(lambda _: self.detail.area.setFocus(Qt.FocusReason.OtherFocusReason))
        self.bands.explained.connect(self.explained.setText)
        place.look.changed.connect(self._show_chosen)

    def _lay_out(self) -> None:
        for box in (self.campaign, self.purpose):
            self.buttons.addWidget(box)
        figures = QHBoxLayout()
        figures.setSpacing(24)
        for figure, words in self.figures:
            one = QHBoxLayout()
            one.setSpacing(8)
            one.addWidget(figure)
            one.addWidget(words, 1)
            figures.addLayout(one, 1)
        below = QFrame()
        below.setProperty("role", "card")
        inside = QVBoxLayout(below)
        inside.setContentsMargins(12, 6, 8, 6)
        inside.setSpacing(2)
        inside.addWidget(self.bands, 1)
        inside.addWidget(self.explained)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.map, 7)
        left.addWidget(below, 4)
        canvas = QWidget()
        row = QHBoxLayout(canvas)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 7)
        row.addWidget(self.detail, 3)
        self.body.addLayout(figures)
        # A map that is squeezed cannot be read: at a large scale on a small screen it is scrolled.
        self.body.addWidget(scrolled(canvas, LEAST), 1)
        self.body.setSpacing(8)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def wanted(self) -> tuple[PurposeName | None, str | None]:
        """The purpose and the campaign that are asked for."""
        return _PURPOSES[self.purpose.currentIndex()], self.campaign.currentData()

    def refresh(self) -> None:
        """Ask for the map; the campaigns only once."""
        self._ask()
        if self.campaign.count() == 1:
            self.ask(lambda gateway: gateway.admin.campaigns(), self._offer)

    def _ask_else(self) -> None:
        self._asking = False
        self._ask()

    def _ask(self) -> None:
        if self._asking:
            return
        self._asking = True
        wanted = self.wanted
        self.ask(
            lambda gateway: gateway.calling.callable_now(*wanted),
            lambda page: self._show(page) if wanted == self.wanted else None,
            self._failed,
        )

    def _failed(self, trouble: Exception) -> None:
        self._asking = False
        self.say_trouble(str(trouble))

    def _offer(self, page: CampaignsPage) -> None:
        if self.campaign.count() == 1:
            for one in page.campaigns:
                self.campaign.addItem(one.name, one.id)

    def _show(self, page: CallableNowPage) -> None:
        self._asking = False
        self.say_trouble("")
        self.page = page
        self.map.show_page(page)
        self.bands.show_bands(bands_of(page, page.now), page.now)
        if not self.map.current:
            self.map.choose("NY")
        self._show_figures(page)
        self._show_chosen()

    def _show_figures(self, page: CallableNowPage) -> None:
        for (figure, words), count in zip(self.figures, counts_of(page), strict=True):
            figure.setText(count.figure)
            set_tone(figure, count.tone)
            words.setText(count.words)
            figure.setAccessibleName(f"{count.figure} {count.words}")

    def _look_at(self, name: str) -> None:
        self._under = name
        self._show_chosen()

    def _state(self) -> CallableState | None:
        """The state under the pointer, else the chosen one."""
        if self.page is None:
            return None
        name = self._under or self.map.current
        return next((one for one in self.page.states if short_name(one.jurisdiction) == name), None)

    def _show_chosen(self) -> None:
        page = self.page
        self.detail.show_state(self._state(), None if page is None else page.now, self._now)

    @property
    def _now(self) -> Instant:
        page, now = self.page, self.place.watching.now
        # A window that has heard nothing yet knows no time but the answer's own.
        return now if page is None or now >= page.now else page.now

    def tick(self) -> None:
        """Clocks count on; a change or a minute asks anew."""
        page = self.page
        if page is None:
            return
        now = self._now
        self.map.show_now(now)
        self.detail.count_on(now)
        if now >= page.next_change_at or (now - page.now).total_seconds() >= ASK_AGAIN_S:
            self._ask()

    def relink(self) -> None:
        """Another tenant's."""
        super().relink()
        self._asking = False
        self.page = None
        self.map.clear()
        self.bands.show_bands((), self.place.watching.now)
        while self.campaign.count() > 1:
            self.campaign.removeItem(1)
        self._show_chosen()
