"""What every view behind the rail is: built when first opened, told when it is seen and whose floor it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.memory import Memory
from app.ui.models.agents_model import AgentsModel
from app.ui.pages import PageId
from app.ui.rights import Right
from app.ui.watching import Watching
from app.wire.operator import Me, TenantItem

if TYPE_CHECKING:
    from app.ui.alert_acts import AlertActs
    from app.ui.window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAction:
    """Something a view does: words, shortcuts that hold while the view is seen, and what happens.

    It is listed by F1 and in the palette while the view is seen and `is_offered`; without the `right` it does not
    exist.
    """

    id: str
    words: str
    shortcuts: tuple[str, ...]
    act: Callable[[], object]
    icon: str = "lightning-bolt-outline"
    right: Right | None = None
    is_offered: Callable[[], bool] = lambda: True


class Place:
    """Where a view stands: the window's services, and nothing else of the window."""

    def __init__(self, window: "MainWindow", downloads: Path) -> None:
        self._window = window
        self.downloads = downloads
        self.look: Look = window.look
        self.bridge: Bridge = window.bridge
        self.memory: Memory = window.memory
        self.watching: Watching = window.watching
        self.agents: AgentsModel = window.agents

    @property
    def window(self) -> QWidget:
        """The parent of dialogs."""
        return self._window

    @property
    def me(self) -> Me | None:
        """Who we are; None before the engine said so."""
        return self._window.me

    @property
    def tenant(self) -> TenantItem | None:
        """Whose floor is looked at; None without one."""
        return self._window.tenant

    def may(self, right: Right) -> bool:
        """Whether this user's role has a right: what it has not is not shown."""
        return self._window.may(right)

    def tell(self, sentence: str, icon: str = "information-outline") -> None:
        """A notice at the foot of the window, for a while."""
        self._window.footer.tell(sentence, icon)

    def show_agent(self, agent_id: str) -> None:
        """Go to the floor with this agent chosen."""
        self._window.acts.more.show_agent(agent_id)

    @property
    def alerts(self) -> "AlertActs":
        """The alerts that are not over, and what can be done about them."""
        return self._window.alerts

    def go(self, page: PageId) -> "Page | None":
        """Open a view and return it; None for the floor."""
        return self._window.views.go(page)


class Page(QWidget):
    """A view behind the rail. Its keys hold only while it is seen."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.place = place
        self.look = place.look
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 0, 16, 0)
        self.box.setSpacing(12)

    def page_actions(self) -> Sequence[PageAction]:
        """What can be done here, by key and from the palette."""
        return ()

    def foot(self) -> QWidget | None:
        """What stands at the lower edge and must not be covered; None if nothing does."""
        return None

    def search_field(self) -> QLineEdit | None:
        """Where `/` goes; None if there is nothing to search."""
        return None

    def enter(self) -> None:
        """Nothing to fetch by default: called each time the view comes to be seen."""

    def leave(self) -> None:
        """Nothing to stop by default: called when the view is no longer seen, and before the window closes."""

    def tick(self) -> None:
        """Nothing counts on by default: called once a second while the view is seen."""

    def relink(self) -> None:
        """Nothing is kept by default: called when another engine or tenant is looked at; drop what is of the old."""

    def unsaved(self) -> str:
        """What would be lost if the window closed now, in words; empty if nothing would."""
        return ""

    def clear(self) -> None:
        """Nothing to clear by default: Esc."""
