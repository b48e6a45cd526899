"""The first steps in the floor's place: how far they are, what each shows or opens, and when they end."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from app.ui.bridge import Trouble
from app.ui.models.first_steps import Progress, import_command, next_request, start_request
from app.ui.target import Linked
from app.ui.tongue import tr
from app.ui.views.welcome_page import TOOLS
from app.wire.admin import TokensPage
from app.wire.operator import CampaignsPage

if TYPE_CHECKING:
    from app.ui.window import MainWindow

ASK_MS = 2_000
"""Tokens and contacts are not on the feed: while the steps are seen they are asked for this often."""


class Newcomer(QObject):
    """Fills the page with what this installation has and still lacks. Left, it stays away until it is asked for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.token_shown = ""
        self._has_token = self._has_contacts = self._left = self._asked = self._asking = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(ASK_MS)
        self._turn.timeout.connect(self._ask)
        page = window.welcome
        page.tenant_asked.connect(window.acts.make_tenant)
        page.token_asked.connect(window.acts.make_token)
        page.import_asked.connect(self._choose_file)
        page.left.connect(self.leave)

    @property
    def progress(self) -> Progress:
        """What has happened so far, as far as this window knows."""
        floor = self._window.agents.floor
        calls = 0 if floor.strip is None else floor.strip.calls_hour
        began = any(row.session is not None for row in floor.agents.values())
        return Progress(
            tenant=isinstance(self._window.link, Linked),
            token=bool(self.token_shown) or self._has_token,
            contacts=self._has_contacts,
            dialer=began or bool(floor.agents),
            call=calls > 0 or any(row.session is not None and row.session.calls for row in floor.agents.values()),
        )

    @property
    def holds(self) -> bool:
        """Whether the steps stand where the floor would be."""
        if self._asked:
            return True
        return not self._left and self.progress.next is not None and self._fresh

    @property
    def _fresh(self) -> bool:
        # A floor that has agents when it is first seen is nobody's first steps.
        floor = self._window.agents.floor
        return not floor.agents or self._window.on_floor is self._window.welcome

    def open(self) -> None:
        """Take the steps up again, wherever the window is."""
        self._asked, self._left = True, False
        self._window.views.go("floor")
        self.show()

    def leave(self) -> None:
        """Put them away; the floor shows what there is."""
        self._left, self._asked = True, False
        self._window.show_page(self._window.floor)
        if self.progress.next is not None:
            self._window.footer.tell(tr("First steps are in the palette (Ctrl+K) whenever you want to go on"))

    def show(self) -> None:
        """Show the steps, the ones that have happened as done."""
        self._fill()
        # Once in the floor's place they stay there, and whoever is in another view is left in it.
        if self._window.on_floor is not self._window.welcome:
            self._window.show_page(self._window.welcome)
        self._ask()

    def _fill(self) -> None:
        window, page = self._window, self._window.welcome
        linked = window.link if isinstance(window.link, Linked) else None
        url = linked.url if linked else ""
        sessions = [row.session.id for row in window.agents.floor.agents.values() if row.session is not None]
        session = sessions[0] if sessions else ""
        page.show_progress(self.progress, may_administer=window.may("admin"))
        page.show_requests(
            {tool: start_request(tool, url, self.token_shown) for tool in TOOLS},
            {tool: next_request(tool, url, self.token_shown, session) for tool in TOOLS},
        )
        page.show_import(import_command(window.bridge.folder, linked.tenant.name if linked else ""))

    def _ask(self) -> None:
        window = self._window
        seen = window.isVisible() and window.pages.currentWidget() is window.welcome
        if self._asking or not seen or not isinstance(window.link, Linked) or not window.may("admin"):
            return
        self._asking = True
        window.bridge.ask(lambda gateway: gateway.admin.tokens(), self, self._take_tokens, self._later)

    def _take_tokens(self, page: TokensPage) -> None:
        self._has_token = any(one.role == "dialer" and one.revoked_at is None for one in page.tokens)
        self._window.bridge.ask(lambda gateway: gateway.admin.campaigns(), self, self._take_campaigns, self._later)

    def _take_campaigns(self, page: CampaignsPage) -> None:
        self._has_contacts = any(campaign.contacts for campaign in page.campaigns)
        self._fill()
        self._again()

    def _later(self, _trouble: Trouble) -> None:
        # The badge and the banner say that the line is down; here it is only asked again.
        self._again()

    def _again(self) -> None:
        self._asking = False
        self._turn.start()

    def stop(self) -> None:
        """The window closes: ask no more."""
        self._turn.stop()
        self._asking = True

    def _choose_file(self) -> None:
        window = self._window
        chosen, _ = QFileDialog.getOpenFileName(
            window,
            tr("Import contacts from"),
            str(window.acts.downloads),
            tr("Contact files (*.csv *.txt);;All files (*)"),
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, file: Path) -> None:
        """Look through a contact file and offer to import it."""
        from app.ui.views.import_dialog import ImportDialog

        window = self._window
        dialog = ImportDialog(window.look, window, window.bridge, file, [], "")
        dialog.imported.connect(self._ask)
        dialog.open()

    def token_made(self, token: str) -> None:
        """A token was made and shown: the newcomer's requests carry it, this once."""
        self.token_shown = token
        if self._window.on_floor is self._window.welcome:
            self.show()
