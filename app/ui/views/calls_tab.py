"""The calls: their list and the pane of the chosen one."""

from collections.abc import Callable

from app.ui.log_search import Found, LogSearch
from app.ui.models.log_rows import BLANK_CALL, call_columns
from app.ui.models.paged_rows import PagedRows
from app.ui.page import Place
from app.ui.ports import GatewayPort
from app.ui.reveals import show_number
from app.ui.tongue import tr
from app.ui.views.call_pane import CallPane
from app.ui.views.log_list import LogList
from app.ui.views.log_tab import LogTab, RowFacts, StoryOf
from app.wire.log import CallDetail, LogFilter
from app.wire.operator import CallItem


def ask_calls(gateway: GatewayPort, wanted: LogFilter, cursor: str | None, limit: int) -> Found[CallItem]:
    """A page of calls, as a `LogSearch` takes it."""
    page = gateway.log.calls(wanted, cursor, limit)
    return Found(page.calls, page.cursor, page.searched_to)


class CallsTab(LogTab[CallItem]):
    """What a `LogTab` is, of calls."""

    def __init__(self, place: Place) -> None:
        watching = place.watching
        self._place = place
        self.model = PagedRows(place.look, call_columns(lambda: watching.now), lambda call: call.id, BLANK_CALL)
        search = LogSearch(place.bridge, self.model, ask_calls, lambda call: call.id, lambda call: call.at)
        list_ = LogList(place.look, tr("Calls"), self.model, search, refusals=False)
        self.call_pane = CallPane(place.look)
        super().__init__(list_, self.call_pane, search, lambda: watching.now)
        self.story: StoryOf[CallDetail] = StoryOf(
            place.bridge, lambda gateway, id_: gateway.log.call(id_), self._show_story, self.call_pane, self
        )
        list_.table.chosen.connect(self._choose)
        search.renewed.connect(self._renewed)

    def facts(self) -> RowFacts | None:
        """The chosen call."""
        call = self.call_pane.call
        if call is None:
            return None
        return RowFacts(
            id=call.id, agent_id=call.agent_id, agent=call.agent, session_id=call.session_id, number=call.phone_number
        )

    def toggle_number(self) -> None:
        """See the whole number of the chosen call, or hide it again."""
        if self.call_pane.revealed:
            self.call_pane.hide_number()
        else:
            self.with_number(lambda _: None)

    def with_number(self, then: Callable[[str], None]) -> None:
        """See the whole number of the chosen call, and go on with it; nothing for a call that has none any more."""
        call = self.call_pane.call
        if call is None or not call.phone_number:
            return
        if self.call_pane.revealed:
            then(self.call_pane.revealed)
            return

        def shown(phone: str) -> None:
            self.call_pane.show_number(call.id, phone)
            then(phone)

        show_number(self._place, ("call", call.id), call.phone_number, self, shown)

    def _choose(self, call_id: str) -> None:
        at = self.model.place_of(call_id)
        self.call_pane.show_call(None if at is None else self.model.row_at(at), self.now())
        self.story.follow(call_id)

    def _show_story(self, detail: CallDetail) -> None:
        self.call_pane.show_detail(detail, self.now())

    def renew(self) -> None:
        """Ask what has become of the calls in sight: one that was ringing has ended since."""
        table = self.list.table
        first = table.rowAt(0)
        if first >= 0:
            last = table.rowAt(table.viewport().height() - 1)
            self.search.renew(first, last if last >= 0 else len(self.model.rows) - 1)

    def _renewed(self, calls: list[str]) -> None:
        if self.list.table.chosen_id in calls:
            self.story.ask()
