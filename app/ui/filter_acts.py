"""Filters beside the typed one: chosen in a panel or by key, shown as chips, remembered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.models.floor_filter import Choice, FloorFilter, counts_of
from app.ui.models.order import SortKey

if TYPE_CHECKING:
    from app.ui.window import MainWindow

NEAR_LIMIT: Choice = ("quick", "near")
REFUSED: Choice = ("quick", "refused")
NEAREST_FIRST = (SortKey(column="hour", descending=True), SortKey(column="refusals", descending=True))


class FilterActs(QObject):
    """Holds the filter in force and puts it into the model."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.narrow = window.memory.filter
        self._sorted_before = window.agents.keys
        bar = window.floor.filters
        bar.taken_back.connect(lambda choice: self._choose(choice, on=False))
        bar.cleared.connect(self.clear)
        bar.more_asked.connect(self.open)
        window.top.filters.clicked.connect(self.open)
        if not self.narrow.empty:
            window.agents.narrow_by(self.narrow)
            bar.show_filter(self.narrow)

    def open(self) -> None:
        """The panel, with what each choice would keep now."""
        from app.ui.views.filter_panel import FilterPanel

        window = self._window
        if not window.agents.floor.known:
            return
        counts = counts_of(window.agents.floor.agents.values())
        panel = FilterPanel(window.look, window, self.narrow, counts)
        panel.changed.connect(lambda choice, on: self._choose(choice, on=on))
        panel.open_under(window.top.filters)

    def near(self) -> None:
        """Only agents near a limit, the nearest on top and chosen; or everybody again, sorted as before."""
        on = NEAR_LIMIT not in self.narrow.chosen
        table = self._window.floor.table
        self._choose(NEAR_LIMIT, on=on)
        if on:
            self._sorted_before = self._window.agents.keys
            table.sort_with(NEAREST_FIRST)
            if self._window.agents.order:
                table.choose(self._window.agents.order[0])
            # Choosing who is chosen already moves nothing, and the nearest would stay above what is seen.
            table.scrollToTop()

    def refused(self) -> None:
        """Only agents refused in the last hour, or not only them."""
        self._choose(REFUSED, on=REFUSED not in self.narrow.chosen)

    def clear(self) -> None:
        """Everybody again, as far as the typed filter lets them."""
        self._put(FloorFilter())

    def _choose(self, choice: Choice, *, on: bool) -> None:
        self._put(self.narrow.set(choice, on=on))

    def _put(self, narrow: FloorFilter) -> None:
        if narrow == self.narrow:
            return
        self.narrow = narrow
        window = self._window
        window.memory.keep_filter(narrow)
        window.agents.narrow_by(narrow)
        window.floor.filters.show_filter(narrow)
        if NEAR_LIMIT not in narrow.chosen and window.agents.keys == NEAREST_FIRST:
            window.floor.table.sort_with(self._sorted_before)
        window.show_counts()
