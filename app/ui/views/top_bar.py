"""The bar on top: whose floor, how true, search, and what can be done from anywhere."""

from types import MappingProxyType

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from app.ui.design.look import Look
from app.ui.design.tokens import RESOURCES, ThemeName
from app.ui.tongue import marked, tr
from app.ui.widgets.feed_badge import FeedBadge
from app.ui.widgets.labels import ElidedLabel, label
from app.wire.operator import TenantItem

NARROW = 1040
"""Below this width the buttons of the bar are icons only."""
NEXT_THEME: MappingProxyType[ThemeName, tuple[str, str]] = MappingProxyType(
    {
        "dark": ("white-balance-sunny", marked("Light theme")),
        "light": ("contrast-circle", marked("High contrast theme")),
        "contrast": ("weather-night", marked("Dark theme")),
    }
)


class TopBar(QWidget):
    """Product mark, tenant, feed badge, search, freeze, export, edit limit, columns, theme, keys."""

    tenant_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._narrow = False
        self._icons: list[tuple[QPushButton, str, str]] = []
        self.badge = FeedBadge(look)
        self.tenant = QComboBox()
        self.search = QLineEdit()
        self.freeze = self._button(tr("Freeze"), "snowflake", tr("Hold the screen still; the floor goes on (F)"))
        self.export = self._button(tr("Export calls"), "tray-arrow-down", tr("Export calls to CSV (Ctrl+E)"))
        self.edit = self._button(
            tr("Edit limit"), "tune-variant", tr("Edit the chosen agent's limits (L)"), kind="primary"
        )
        self.filters = self._button("", "filter-variant", tr("Filters (Shift+F)"), kind="quiet")
        self.columns = self._button("", "view-column-outline", tr("Choose columns (C)"), kind="quiet")
        self.theme = self._button(
            "", "theme-light-dark", tr("Theme: dark, light, high contrast (Ctrl+T)"), kind="quiet"
        )
        self.keys = self._button("", "keyboard-outline", tr("Keys (F1)"), kind="quiet")
        self.more = self._button("", "dots-horizontal", tr("More: commands, other views (Ctrl+K)"), kind="quiet")
        self._mark = QLabel()
        self._magnifier = QAction(self)
        self._clear = QAction(tr("Clear the filter"), self)
        self._prepare()
        self._lay_out()
        look.changed.connect(self._paint_icons)
        self._paint_icons()

    def _button(self, text: str, icon: str, hint: str, kind: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(hint)
        button.setAccessibleName(text or hint)
        button.setProperty("kind", kind)
        button.setIconSize(QSize(16, 16))
        if not text:
            button.setFixedWidth(34)
        self._icons.append((button, icon, "accent_ink" if kind == "primary" else "muted"))
        return button

    def _prepare(self) -> None:
        self.freeze.setCheckable(True)
        self.search.setPlaceholderText(tr("Find agent, campaign, state  (/)"))
        self.search.setAccessibleName(tr("Filter the table by agent, campaign, mode or state"))
        self.search.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.search.clear)
        self.search.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.search.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(320)
        self.tenant.setAccessibleName(tr("Tenant"))
        self.tenant.activated.connect(lambda at: self.tenant_chosen.emit(self.tenant.itemData(at)))
        self._mark.setPixmap(QIcon(str(RESOURCES / "icons" / "dialfloor.svg")).pixmap(28, 28))
        self._tenant_name = ElidedLabel(self._look, "", "body", "muted")
        self._tenant_name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(label(self._look, "Dialfloor", "heading"))
        row.addSpacing(4)
        row.addWidget(self._tenant_name)
        row.addWidget(self.tenant)
        row.addSpacing(4)
        row.addWidget(self.badge)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        for button in (
            self.filters,
            self.freeze,
            self.export,
            self.edit,
            self.columns,
            self.theme,
            self.keys,
            self.more,
        ):
            row.addWidget(button)
        self.tenant.hide()

    def _paint_icons(self) -> None:
        for button, icon, colour in self._icons:
            button.setIcon(self._look.icon(icon, colour))
        icon, words = NEXT_THEME[self._look.theme.name]
        self.theme.setIcon(self._look.icon(icon))
        self.theme.setAccessibleName(tr(words))
        self._magnifier.setIcon(self._look.icon("magnify"))
        self._clear.setIcon(self._look.icon("close"))
        self.badge.update()

    def show_tenants(self, current: TenantItem | None, tenants: list[TenantItem]) -> None:
        """Name the tenant; offer a choice only where there is one."""
        self._tenant_name.setText("" if current is None else current.name)
        several = len(tenants) > 1
        self.tenant.setVisible(several)
        self._tenant_name.setVisible(not several)
        self.tenant.clear()
        for tenant in tenants:
            self.tenant.addItem(tenant.name, tenant.id)
            if current is not None and tenant.id == current.id:
                self.tenant.setCurrentIndex(self.tenant.count() - 1)

    def show_frozen(self, frozen: bool) -> None:
        """Whether the screen is held still."""
        self.freeze.setChecked(frozen)
        self._say(self.freeze, tr("Unfreeze") if frozen else tr("Freeze"))

    def _say(self, button: QPushButton, words: str) -> None:
        button.setAccessibleName(words)
        button.setText("" if self._narrow else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where words have no room the icons stand alone: the tooltip and the screen reader still have the words."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for button in (self.freeze, self.export, self.edit):
                self._say(button, button.accessibleName())

    def allow(self, *, floor: bool, edit: bool) -> None:
        """Offer what can be done now: nothing on the floor before there is one."""
        for button in (self.filters, self.freeze, self.export, self.columns):
            button.setEnabled(floor)
        self.search.setEnabled(floor)
        self.edit.setEnabled(floor and edit)

    def show_floor_tools(self, *, shown: bool, edit: bool) -> None:
        """What acts on the floor alone is not shown over another view."""
        for widget in (self.search, self.filters, self.freeze, self.export, self.columns):
            widget.setVisible(shown)
        self.edit.setVisible(shown and edit)
