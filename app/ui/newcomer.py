"""The newcomer's steps in the floor's place: how far they are, and what each shows or opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.target import Linked

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Newcomer(QObject):
    """Fills the welcome page with what this installation has and still lacks."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.token_shown = ""
        window.welcome.tenant_asked.connect(window.acts.make_tenant)
        window.welcome.token_asked.connect(window.acts.make_token)

    def show(self) -> None:
        """Show the steps, the ones that are done as done."""
        window = self._window
        linked = window.link if isinstance(window.link, Linked) else None
        window.welcome.show_progress(
            tenant=linked is not None, token=bool(self.token_shown), may_make_tokens=window.may("tokens")
        )
        window.welcome.show_request(linked.url if linked else "", self.token_shown)
        window.welcome.show_import(window.bridge.folder, linked.tenant.name if linked else "")
        window.show_page(window.welcome)

    def token_made(self, token: str) -> None:
        """A token was made and shown: the newcomer's request carries it, this once."""
        self.token_shown = token
        if self._window.pages.currentWidget() is self._window.welcome:
            self.show()
