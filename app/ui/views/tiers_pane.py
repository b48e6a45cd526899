"""Tiers: which there are, what each sets, and which tenant is of which. Used by the Limits and the Admin view."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.bridge import Trouble
from app.ui.models.rows_model import RowColumn, RowsModel
from app.ui.models.wording import limit_words
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.tier_dialogs import MoveTenantDialog, RemoveTierDialog, TierNameDialog, TierSheet
from app.ui.widgets.labels import ElidedLabel, label, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.wire.operator import TenantItem
from app.wire.tiers import TierItem, TiersPage


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantRow:
    """A tenant and the tier it is of."""

    tenant: TenantItem
    tier: TierItem | None


class TiersPane(QWidget):
    """Two lists, and what the local operator does with them; anyone else sees its own tier only."""

    limits_asked = Signal(str)
    """The limits of a tier are wanted, by its id."""
    shown = Signal(object)
    """The tiers as the engine last told them: a `TiersPage`."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._page: TiersPage | None = None
        look = place.look
        self.tiers = RowsModel(look, _tier_columns(), lambda tier: tier.id)
        self.tenants = RowsModel(look, _tenant_columns(), lambda row: row.tenant.id)
        self.tier_table = RowsTable(look, tr("Tiers"), self.tiers, "")
        self.tenant_table = RowsTable(look, tr("Tenants and their tiers"), self.tenants, tr("No tenant yet"))
        self.words = ElidedLabel(look, "", "body", "muted")
        self.new = QPushButton(tr("New tier…"))
        self.limits = QPushButton(tr("Edit its limits"))
        self.rename = QPushButton(tr("Rename…"))
        self.remove = QPushButton(tr("Remove…"))
        self.move_tenant = QPushButton(tr("Move to another tier…"))
        self._lay_out()
        self._connect()
        look.changed.connect(self._paint_icons)
        self._paint_icons()
        self._allow()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.words)
        body = QHBoxLayout()
        body.setSpacing(12)
        acts = (self.limits, self.rename, self.remove, self.new)
        body.addWidget(self._card(tr("Tiers"), self.tier_table, acts), 3)
        body.addWidget(self._card(tr("Tenants"), self.tenant_table, (self.move_tenant,)), 2)
        box.addLayout(body, 1)
        self.new.setProperty("kind", "primary")

    def _card(self, title: str, table: QWidget, acts: tuple[QPushButton, ...]) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        inside.addWidget(label(self._place.look, title, "heading"))
        inside.addWidget(table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in acts:
            button.setAutoDefault(False)
            row.addWidget(button)
        inside.addLayout(row)
        return card

    def _connect(self) -> None:
        self.new.clicked.connect(self.make)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        self.limits.clicked.connect(lambda: self.limits_asked.emit(self.tier_table.chosen_id))
        self.move_tenant.clicked.connect(self._move)
        self.tier_table.chosen.connect(self._allow)
        self.tenant_table.chosen.connect(self._allow)
        self.tier_table.opened.connect(self.limits_asked)
        self.tenant_table.opened.connect(lambda _: self._move())

    @property
    def is_operator(self) -> bool:
        """Whether the user is the operator of this folder: tiers reach other tenants."""
        me = self._place.me
        return me is not None and me.tenant_id is None

    def refresh(self) -> None:
        """Ask what there is."""
        self._place.bridge.ask(lambda gateway: gateway.rulebook.tiers(), self, self.show_page, self._failed)

    def relink(self) -> None:
        """Another tenant or user: what was shown is of the old one."""
        self._page = None
        self.tiers.show_rows([])
        self.tenants.show_rows([])

    def _failed(self, trouble: Trouble) -> None:
        self.words.setText(str(trouble))
        set_tone(self.words, "danger")

    def show_page(self, page: TiersPage) -> None:
        """Show the tiers as they are now."""
        self._page = page
        set_tone(self.words, "muted")
        self.words.setText(self._said(page))
        self.tier_table.empty = self._empty()
        self.tiers.show_rows(page.tiers)
        rows = [TenantRow(tenant=tenant, tier=tier) for tier in page.tiers for tenant in tier.tenants]
        rows += [TenantRow(tenant=tenant, tier=None) for tenant in page.unassigned]
        self.tenants.show_rows(sorted(rows, key=lambda row: row.tenant.name.casefold()))
        self._allow()
        self.shown.emit(page)

    def _said(self, page: TiersPage) -> str:
        if self.is_operator:
            return tr("A tier’s limits hold for each of its tenants wherever the tenant itself sets none.")
        if page.tiers:
            said = tr("Your tenant is of the tier {name}. The operator of this folder edits tiers.")
            return said.format(name=page.tiers[0].name)
        return tr("Your tenant is of no tier: where it sets no limit itself, the system’s holds.")

    def _empty(self) -> str:
        if self.is_operator:
            return tr("No tier yet. Make one with “New tier…”, give it limits, then move tenants to it.")
        return tr("Your tenant is of no tier")

    def _allow(self) -> None:
        operator = self.is_operator
        tier = self.tier_table.chosen_row
        for button in (self.new, self.rename, self.remove, self.move_tenant):
            button.setVisible(operator)
        self.limits.setVisible(operator)
        self.limits.setEnabled(tier is not None)
        self.rename.setEnabled(tier is not None)
        self.remove.setEnabled(tier is not None and not tier.tenants)
        used = tier is not None and bool(tier.tenants)
        self.remove.setToolTip(tr("Tenants are of it: move them to another tier first") if used else "")
        self.move_tenant.setEnabled(self.tenant_table.chosen_row is not None)

    def _paint_icons(self) -> None:
        look = self._place.look
        self.new.setIcon(look.icon("plus", "accent_ink"))
        for button, name in (
            (self.limits, "tune-variant"),
            (self.rename, "pencil-outline"),
            (self.remove, "trash-can-outline"),
            (self.move_tenant, "swap-horizontal"),
        ):
            button.setIcon(look.icon(name))

    def make(self) -> None:
        """Make a tier."""
        if self.is_operator:
            self._open(TierNameDialog(self._place.look, self._place.window, self._place.bridge, None))

    def _rename(self) -> None:
        tier = self.tier_table.chosen_row
        if tier is not None:
            self._open(TierNameDialog(self._place.look, self._place.window, self._place.bridge, tier))

    def _remove(self) -> None:
        tier = self.tier_table.chosen_row
        if tier is not None:
            self._open(RemoveTierDialog(self._place.look, self._place.window, self._place.bridge, tier))

    def _move(self) -> None:
        row, page = self.tenant_table.chosen_row, self._page
        if row is None or page is None or not self.is_operator:
            return
        now_of = row.tier.id if row.tier is not None else None
        place = self._place
        self._open(MoveTenantDialog(place.look, place.window, place.bridge, row.tenant, page, now_of))

    def _open(self, dialog: TierSheet | RemoveTierDialog) -> None:
        dialog.answered.connect(self.show_page)
        dialog.open()


def tier_sets(tier: TierItem) -> str:
    """`Calls per hour 80, Active sessions 10`: what a tier sets."""
    said = [f"{limit_words(one.limit_id)} {one.amount:,}" for one in tier.settings if one.amount is not None]
    return ", ".join(said) or tr("nothing yet")


def _tier_columns() -> tuple[RowColumn[TierItem], ...]:
    return (
        RowColumn(id="name", title=tr("Tier"), width=150, text=lambda tier: tier.name, strong=True),
        RowColumn(id="sets", title=tr("Sets"), width=200, text=tier_sets, stretch=True),
        RowColumn(id="tenants", title=tr("Tenants"), width=90, text=lambda tier: f"{len(tier.tenants):,}", right=True),
    )


def _tenant_columns() -> tuple[RowColumn[TenantRow], ...]:
    return (
        RowColumn(
            id="tenant", title=tr("Tenant"), width=160, text=lambda row: row.tenant.name, strong=True, stretch=True
        ),
        RowColumn(
            id="tier",
            title=tr("Tier"),
            width=140,
            text=lambda row: tr("none") if row.tier is None else row.tier.name,
            tone=lambda row: "muted" if row.tier is None else "text",
        ),
    )
