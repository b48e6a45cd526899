"""Rows by the hundred thousand, of which a few pages are held: what is far from sight is let go and fetched again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal

from app.ui.design.look import Look
from app.ui.models.rows_model import AnyIndex, Row, RowColumn, RowsModel

KEPT_PAGES = 20
"""Pages held at once, those nearest to what was looked at last."""

AHEAD = 120
"""Rows before the end at which the next page is asked for: the eye does not come to it before the answer."""

_NO_INDEX = QModelIndex()
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(slots=True)
class HeldPage:
    """A page in the list: where it begins, how long it is, the cursor it is asked by, and whether its rows are here."""

    first: int
    count: int
    cursor: str | None
    held: bool = True
    asked: bool = False


class PagedRows(RowsModel[Row]):
    """A `RowsModel` whose rows of other pages may be `blank`. They cannot be sorted in the window."""

    wanted_page = Signal(int)
    """A page that was let go is looked at again."""

    def __init__(
        self, look: Look, columns: Sequence[RowColumn[Row]], identity: Callable[[Row], str], blank: Row
    ) -> None:
        super().__init__(look, columns, identity)
        self._blank = blank
        self.pages: list[HeldPage] = []
        self.looked_at = 0

    def begin(self) -> None:
        """Nothing is known."""
        self.pages = []
        self.looked_at = 0
        self.show_rows([])

    def add_page(self, rows: Sequence[Row], cursor: str | None, *, more: bool) -> None:
        """Put the page that was asked for by `cursor` after the rows there are; it may be empty."""
        if rows:
            self.pages.append(HeldPage(first=len(self.rows), count=len(rows), cursor=cursor))
        self.add_rows(rows, more=more)
        self._let_go()

    def fill_page(self, number: int, rows: Sequence[Row]) -> None:
        """Put the rows of a page back. One that no longer fits the search stays blank."""
        if not 0 <= number < len(self.pages):
            return
        page = self.pages[number]
        page.held, page.asked = True, False
        for at, row in enumerate(rows[: page.count], page.first):
            self.rows[at] = row
            self._at[self._identity(row)] = at
        self._tell(page)
        self._let_go()

    def renew(self, rows: Sequence[Row]) -> list[str]:
        """Put what has become of rows in their place, of those that are here; which they were."""
        renewed = []
        for row in rows:
            at = self._at.get(self._identity(row))
            if at is not None and self.rows[at] != row:
                self.rows[at] = row
                renewed.append(self._identity(row))
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
        return renewed

    def forget_asking(self, number: int) -> None:
        """The answer did not come: the page is asked for again when it is looked at again."""
        if 0 <= number < len(self.pages):
            self.pages[number].asked = False

    def is_blank(self, at: int) -> bool:
        """Whether that row is not here."""
        return self.rows[at] is self._blank

    def identity_at(self, at: int) -> str:
        """Which row stands there, empty if it is not here."""
        return "" if 0 <= at < len(self.rows) and self.is_blank(at) else super().identity_at(at)

    def row_at(self, at: int) -> Row | None:
        """The row shown there, None beyond the end or if it is not here."""
        return None if 0 <= at < len(self.rows) and self.is_blank(at) else super().row_at(at)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object | None:
        """What a cell shows; a look at a row that is not here fetches it, one near the end the next page."""
        at = index.row()
        # A paint asks some thousand times: the two looks below are at the first of a row's questions only.
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0:
            self.looked_at = at
            if at >= len(self.rows) - AHEAD:
                self.fetchMore(_NO_INDEX)
            if 0 <= at < len(self.rows) and self.rows[at] is self._blank:
                self._want(at)
        if 0 <= at < len(self.rows) and self.rows[at] is self._blank:
            return "…" if role in _SHOWN else None
        return super().data(index, role)

    def page_of(self, at: int) -> int:
        """The number of the page that a row belongs to."""
        low, high = 0, len(self.pages) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.pages[middle].first <= at else (low, middle - 1)
        return low

    def _want(self, at: int) -> None:
        number = self.page_of(at)
        page = self.pages[number]
        if not page.held and not page.asked:
            page.asked = True
            self.wanted_page.emit(number)

    def _let_go(self) -> None:
        held = [number for number, page in enumerate(self.pages) if page.held]
        here = self.page_of(self.looked_at)
        held.sort(key=lambda number: abs(number - here))
        for number in held[KEPT_PAGES:]:
            page = self.pages[number]
            page.held = False
            for at in range(page.first, page.first + page.count):
                self._at.pop(self._identity(self.rows[at]), None)
                self.rows[at] = self._blank
            self._tell(page)

    def _tell(self, page: HeldPage) -> None:
        last = page.first + page.count - 1
        self.dataChanged.emit(self.index(page.first, 0), self.index(last, len(self.columns) - 1))
