"""What can be done from the window: every action, its key, and the dialog it opens."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu

from app.ui.entering import EnterPresses
from app.ui.feel_acts import FeelActs
from app.ui.floor_acts import FloorActs
from app.ui.keys import KEYS, ActionId
from app.ui.models.columns import COLUMNS
from app.ui.tongue import tr
from app.wire.feed import FloorAgent
from app.wire.operator import AgentDetail, TenantItem

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Acts(QObject):
    """Actions by id, with their shortcuts; each opens its dialog on the chosen agent or the floor."""

    def __init__(self, window: "MainWindow", downloads: Path) -> None:
        super().__init__(window)
        self._window = window
        self.downloads = downloads
        self.unattended = False
        self.more = FloorActs(window)
        self._actions = self.more.actions
        self.feel = FeelActs(window)
        self._register()
        self.entering = EnterPresses(window)
        top = window.top
        top.freeze.clicked.connect(self.toggle_freeze)
        top.export.clicked.connect(self.export)
        top.edit.clicked.connect(self.edit)
        top.columns.clicked.connect(self.columns)
        top.theme.clicked.connect(self.feel.next_theme)
        top.keys.clicked.connect(self.keys)
        window.rail.help_asked.connect(self.feel.help)
        window.floor.table.menu_asked.connect(self.row_menu)

    def _register(self) -> None:
        window = self._window
        does: dict[ActionId, Callable[[], object]] = {
            "search": self.search,
            "freeze": self.toggle_freeze,
            "pause": self.pause,
            "end": self.end,
            "edit": self.edit,
            "export": self.export,
            "columns": self.columns,
            "jobs": self.jobs,
            "keys": self.keys,
            "detail": window.focus_detail,
            "now": self.back_to_now,
            "clear": self.clear,
            "fullscreen": self.toggle_full_screen,
            "quit": window.close,
            **self.more.does,
            **window.alerts.does,
            **self.feel.does,
        }
        for key in KEYS:
            action = QAction(tr(key.words), window)
            action.setShortcuts([QKeySequence(text) for text in key.shortcuts])
            action.triggered.connect(does[key.id])
            window.addAction(action)
            self._actions[key.id] = action

    @property
    def _agent(self) -> FloorAgent | None:
        return self._window.agents.floor.agents.get(self._window.chosen.agent_id)

    def allow(self, *, floor: bool) -> None:
        """Keys of the floor hold on the floor: another view may give them another meaning."""
        for key in KEYS:
            self._actions[key.id].setEnabled(floor or not key.on_floor)

    def search(self) -> None:
        """Go to the filter, or to the search of the view that is seen."""
        page = self._window.views.page
        field = self._window.top.search if page is None else page.search_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def clear(self) -> None:
        """Clear the filter, unfreeze, go back to the table; in another view, what that view can clear."""
        page = self._window.views.page
        if page is not None:
            page.clear()
            return
        self._window.top.search.clear()
        if self._window.watching.frozen:
            self.toggle_freeze()
        self.more.bulk.clear()
        self.more.filter.clear()
        self._window.floor.table.setFocus()

    def toggle_freeze(self) -> None:
        """Hold the screen still, or go on."""
        watching = self._window.watching
        watching.freeze(not watching.frozen)
        self._window.top.show_frozen(watching.frozen)
        self._window.tick()

    def toggle_full_screen(self) -> None:
        """Full screen and back."""
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def back_to_now(self) -> None:
        """The plot shows the whole session again."""
        if self._window.detail is not None:
            self._window.detail.rate.back_to_now()

    def keys(self) -> None:
        """List the keys."""
        from app.ui.views.keys_dialog import KeysDialog

        window = self._window
        self._open(KeysDialog(window.look, window, window.views.actions(), window.views.offered()))

    def jobs(self) -> None:
        """Show when the engine's jobs last ran and will run; admins may run them, where they keep all else."""
        page = self._window.views.go("admin") if self._window.may("admin") else None
        if page is not None:
            from app.ui.views.admin_page import AdminPage

            if isinstance(page, AdminPage):
                page.show_section("jobs")
            return
        from app.ui.views.jobs_dialog import JobsDialog

        self._open(JobsDialog(self._window.look, self._window, self._window.bridge))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.open()

    def pause(self) -> None:
        """Pause or resume the chosen agent's session, with a reason."""
        agent = self._agent
        if self.more.bulk.takes("pause"):
            return
        if agent is not None and agent.session is not None:
            self._ask_reason("resume" if agent.session.status == "paused" else "pause")

    def end(self) -> None:
        """End the chosen agent's session, with a reason."""
        if not self.more.bulk.takes("end"):
            self._ask_reason("end")

    def _ask_reason(self, what: str) -> None:
        agent = self._agent
        if agent is None or agent.session is None or not self._window.may("end_sessions"):
            return
        from app.ui.views.reason_dialog import ReasonDialog

        window = self._window
        self._open(ReasonDialog(window.look, window, window.bridge, what, agent.name, agent.session.id))

    def edit(self) -> None:
        """Edit the chosen agent's limits, from what the engine says of them this moment."""
        agent = self._agent
        if self.more.bulk.takes("edit") or agent is None or not self._window.may("edit_limits"):
            return
        agent_id = agent.id
        self._window.bridge.ask(
            lambda gateway: gateway.agent(agent_id),
            self,
            self._open_editor,
            lambda bad: self._window.footer.tell(str(bad), "alert"),
        )

    def _open_editor(self, detail: AgentDetail) -> None:
        from app.ui.views.limit_dialog import LimitDialog

        window = self._window
        dialog = LimitDialog(window.look, window, window.bridge, detail, window.watching.now)
        window.watching.limit_edited.connect(dialog.hear_edit)
        self._open(dialog)

    def export(self) -> None:
        """Export calls to CSV."""
        if not self._window.agents.floor.known:
            return
        from app.ui.views.export_dialog import ExportDialog

        window = self._window
        self._open(ExportDialog(window.look, window, window.bridge, window.watching.now, self.downloads))

    def make_tenant(self) -> None:
        """A newcomer's first step."""
        from app.ui.views.newcomer_dialogs import TenantDialog

        dialog = TenantDialog(self._window.look, self._window, self._window.bridge)
        dialog.made.connect(self._tenant_made)
        self._open(dialog)

    def _tenant_made(self, tenant: TenantItem) -> None:
        self._window.bridge.choose_tenant(tenant.id)

    def make_token(self) -> None:
        """A newcomer's second step."""
        from app.ui.views.newcomer_dialogs import TokenDialog

        dialog = TokenDialog(self._window.look, self._window, self._window.bridge)
        dialog.made.connect(self._window.newcomer.token_made)
        self._open(dialog)

    def row_menu(self, _agent_id: str, at: QPoint) -> None:
        """What can be done on a row."""
        agent = self._agent
        if agent is None:
            return
        if self.more.bulk.menu(at):
            return
        menu = QMenu(self._window)
        menu.setAccessibleName(tr("Actions on {agent}").format(agent=agent.name))
        paused = agent.session is not None and agent.session.status == "paused"
        entries: list[tuple[ActionId, str, str]] = []
        if agent.session is not None and self._window.may("end_sessions"):
            entries = [
                ("pause", tr("Resume session…") if paused else tr("Pause session…"), "play" if paused else "pause"),
                ("end", tr("End session…"), "stop"),
            ]
        if self._window.may("edit_limits"):
            entries.append(("edit", tr("Edit limits…"), "tune-variant"))
        entries.append(("detail", tr("Go to its detail"), "dock-right"))
        for id_, words, icon in entries:
            entry = menu.addAction(self._window.look.icon(icon), words)
            entry.triggered.connect(self._actions[id_].trigger)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def columns(self) -> None:
        """Choose columns and sorting from a menu, for those who do not use a mouse."""
        table = self._window.floor.table
        menu = QMenu(self._window)
        sort = menu.addMenu(tr("Sort by"))
        for column in COLUMNS:
            sort.addAction(tr(column.title)).triggered.connect(lambda _=False, id_=column.id: table.sort_on(id_))
        menu.addSeparator()
        for section, column in enumerate(COLUMNS):
            entry = menu.addAction(tr(column.title))
            entry.setCheckable(True)
            entry.setChecked(not table.isColumnHidden(section))
            entry.setEnabled(column.id != "agent")
            entry.toggled.connect(lambda shown, id_=column.id: table.show_column(id_, shown=shown))
        menu.addSeparator()
        menu.addAction(tr("As they were")).triggered.connect(table.reset_columns)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._window.top.columns
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def ask_drop_unsaved(self) -> bool:
        """Whether the window may close although a view holds what was not applied; shows that view if not."""
        views = self._window.views
        lost = views.unsaved()
        if lost is None or not self._attended():
            return True
        from app.ui.views.keep_dialog import DropDialog

        if DropDialog(self._window.look, self._window, lost[1]).decide():
            return True
        views.go(lost[0])
        return not self._attended()

    def ask_keep_engine(self) -> bool | None:
        """Whether a local engine goes on without the window; None if the window is not to close after all."""
        window = self._window
        running = sum(1 for row in window.agents.floor.agents.values() if row.session is not None)
        if not self._attended() or not window.bridge.owns_engine or running == 0:
            return False
        from app.ui.views.keep_dialog import KeepDialog

        keep = KeepDialog(window.look, window, running).decide()
        # A signal may have come while the question stood.
        return keep if self._attended() else False

    def _attended(self) -> bool:
        return not self.unattended
