"""Evidence: the audit trail, the chain over the log, a check of all of it, and a signed head to keep elsewhere."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.ui.bridge import Trouble
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.chain_card import ChainCard
from app.ui.views.deeds_view import DeedsView
from app.ui.views.section_pane import SectionPane
from app.wire.evidence import CheckState, EvidencePage, SavedHead
from app.wire.operator import AuditPage


class EvidencePane(SectionPane):
    """Asks each second while a check runs."""

    def __init__(self, place: Place) -> None:
        what = tr("Every act and every row of the log is chained: what was changed, deleted or put in later is found.")
        super().__init__(place, tr("Evidence"), what)
        self._page: EvidencePage | None = None
        self._check: CheckState | None = None
        self._pages = 0
        self._asked = False
        self.chain = ChainCard(place.look)
        self.trail = DeedsView(place)
        self.start = self.button(tr("Check now"), "shield-check-outline", self.make_new, "primary")
        self.save = self.button(tr("Save head…"), "download-outline", self.change_chosen)
        self.save.setToolTip(tr("Keep it where nobody who may write the data folder can change it"))
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.start)
        self.body.addWidget(self.chain)
        self.body.addWidget(self.trail, 1)
        self.trail.wanted.connect(self._ask_deeds)
        self.chain.cancelled.connect(self.end_chosen)
        self.chain.forget()
        self._allow()

    @property
    def running(self) -> bool:
        """Whether a check is under way."""
        return self._check is not None and self._check.state == "running"

    def refresh(self) -> None:
        """Ask how the chain stands, who is in the trail, and its newest page."""
        self.ask(lambda gateway: gateway.evidence.state(), self._show)
        self.ask(lambda gateway: gateway.evidence.choices(), self.trail.offer)
        self._ask_deeds(more=False)

    def tick(self) -> None:
        """A check moves on."""
        check = self._check
        if check is None or not self.running or self._asked:
            return
        self._asked = True
        self.ask(lambda gateway: gateway.evidence.check(check.id), self._moved, self._not_moved)

    def relink(self) -> None:
        """Another tenant's, or another engine's."""
        super().relink()
        self._page = self._check = None
        self._asked = False
        self.chain.forget()
        self.trail.forget()
        self._allow()

    def _show(self, page: EvidencePage) -> None:
        self.say_trouble("")
        self._page, self._check = page, page.check
        self.chain.show_page(page, self.place.watching.now)
        self._allow()

    def _allow(self) -> None:
        may = self._page is not None and self._page.may_check
        self.start.setEnabled(may and not self.running)
        why = tr("The folder holds other tenants too; only the window over its own engine may check all of it")
        self.start.setToolTip("" if may or self._page is None else why)
        self.save.setEnabled(self._page is not None)

    def _ask_deeds(self, more: bool) -> None:
        """The next page of the trail, or the first by other filters; an answer to older filters is dropped."""
        self._pages += not more
        turn, cursor = self._pages, self.trail.next_page if more else None
        user, kind = self.trail.user.currentData(), self.trail.kind.currentData()
        since, until = self.trail.range

        def take(page: AuditPage) -> None:
            if turn == self._pages:
                self.trail.show_page(page, cursor)

        self.ask(
            lambda gateway: gateway.evidence.deeds(user=user, kind=kind, since=since, until=until, cursor=cursor), take
        )

    def make_new(self) -> None:
        """Check the whole log now."""
        if self.start.isEnabled():
            self.start.setEnabled(False)
            self.ask(lambda gateway: gateway.evidence.start_check(), self._moved, self._not_started)

    def _not_started(self, trouble: Trouble) -> None:
        self.say_trouble_of(trouble)
        self._allow()

    def _moved(self, check: CheckState) -> None:
        self._asked = False
        self._check = check
        self.chain.show_check(check, self.place.watching.now)
        self._allow()
        if not self.running:
            # What was done meanwhile, the check among it, is in the trail.
            self._ask_deeds(more=False)

    def _not_moved(self, trouble: Trouble) -> None:
        # It is asked again in a second: a check goes on whether it is watched or not.
        self._asked = False
        self.say_trouble_of(trouble)

    def end_chosen(self) -> None:
        """Cancel the check that runs."""
        check = self._check
        if check is not None and self.running:
            self.ask(lambda gateway: gateway.evidence.cancel_check(check.id), lambda _: self._look(check.id))

    def _look(self, check_id: str) -> None:
        self.ask(lambda gateway: gateway.evidence.check(check_id), self._moved)

    def change_chosen(self) -> None:
        """Save a signed head: it is made now, and written where a person says."""
        if self.save.isEnabled():
            self.ask(lambda gateway: gateway.evidence.save_head(), self._choose_target)

    def _choose_target(self, head: SavedHead) -> None:
        usual = str(self.place.downloads / head.name)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the signed head to"), usual, tr("Heads (*.json)"))
        if chosen:
            self.save_to(head, Path(chosen))

    def save_to(self, head: SavedHead, target: Path) -> None:
        """Write a head to a file."""
        try:
            target.write_text(head.content, encoding="utf-8")
        except OSError as fault:
            self.say_trouble(tr("The head could not be saved to {file}: {why}").format(file=target, why=fault.strerror))
            return
        self.place.tell(tr("Saved: {file}").format(file=target), "check")
        self.ask(lambda gateway: gateway.evidence.state(), self._show)
