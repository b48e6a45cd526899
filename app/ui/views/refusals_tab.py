"""The refusals: their list and the pane that explains the chosen one."""

from app.ui.log_search import Found, LogSearch
from app.ui.models.log_rows import BLANK_REFUSAL, refusal_columns
from app.ui.models.paged_rows import PagedRows
from app.ui.page import Place
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.views.log_list import LogList
from app.ui.views.log_tab import LogTab, RowFacts, StoryOf
from app.ui.views.refusal_pane import RefusalPane
from app.wire.log import LogFilter, RefusalDetail
from app.wire.operator import RefusalItem


def ask_refusals(gateway: GatewayPort, wanted: LogFilter, cursor: str | None, limit: int) -> Found[RefusalItem]:
    """A page of refusals, as a `LogSearch` takes it."""
    page = gateway.log.refusals(wanted, cursor, limit)
    return Found(page.refusals, page.cursor, page.searched_to)


class RefusalsTab(LogTab[RefusalItem]):
    """What a `LogTab` is, of refusals."""

    def __init__(self, place: Place) -> None:
        watching = place.watching
        self.model = PagedRows(place.look, refusal_columns(lambda: watching.now), lambda item: item.id, BLANK_REFUSAL)
        search = LogSearch(place.bridge, self.model, ask_refusals, lambda item: item.id, lambda item: item.last_at)
        list_ = LogList(place.look, tr("Refusals"), self.model, search, refusals=True)
        self.refusal_pane = RefusalPane(place.look)
        super().__init__(list_, self.refusal_pane, search, lambda: watching.now)
        self.story: StoryOf[RefusalDetail] = StoryOf(
            place.bridge, lambda gateway, id_: gateway.log.refusal(id_), self._show_story, self.refusal_pane, self
        )
        list_.table.chosen.connect(self._choose)

    def facts(self) -> RowFacts | None:
        """The chosen refusal."""
        item = self.refusal_pane.refusal
        if item is None:
            return None
        return RowFacts(id=item.id, agent_id=item.agent_id, agent=item.agent or "", session_id=item.session_id)

    def _choose(self, refusal_id: str) -> None:
        at = self.model.place_of(refusal_id)
        self.refusal_pane.show_refusal(None if at is None else self.model.row_at(at), self.now())
        self.story.follow(refusal_id)

    def _show_story(self, detail: RefusalDetail) -> None:
        self.refusal_pane.show_detail(detail, self.now())
