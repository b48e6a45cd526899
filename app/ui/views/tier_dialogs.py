"""The dialogs of tiers: name one, move a tenant to one, remove one. Each stays open with the engine's no."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.tongue import tr
from app.ui.views.asking_sheet import AskingSheet, Question
from app.ui.widgets.labels import paragraph
from app.ui.widgets.sheet import Sheet
from app.wire.operator import TenantItem
from app.wire.tiers import AssignTier, CreateTier, RenameTier, TierItem, TiersPage

LONGEST_NAME = 120


class TierSheet(AskingSheet):
    """A change of tiers; `answered` carries the tiers as they are then."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, title: str, go: str) -> None:
        usual = (tr("New contract"), tr("Contract ended"), tr("Pilot"))
        super().__init__(look, parent, bridge, (title, go), usual)


class TierNameDialog(TierSheet):
    """A new tier, or another name for one."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, tier: TierItem | None) -> None:
        title = tr("New tier") if tier is None else tr("Rename {name}").format(name=tier.name)
        super().__init__(look, parent, bridge, title, tr("Make tier") if tier is None else tr("Rename"))
        self._tier = tier
        self.name = QLineEdit("" if tier is None else tier.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(tr("For example: Gold"))
        hint = tr("It sets no limit at first: give it limits, then move tenants to it")
        hint = hint if tier is None else tr("Its limits and its tenants stay as they are")
        self.noted_field("name", tr("Name"), self.name, hint)
        self.name.textChanged.connect(self.check)
        self.ask_reason(self._asked)
        self.name.setFocus()
        self.name.selectAll()

    @property
    def ready(self) -> bool:
        """A name, and another than it has."""
        name = self.name.text().strip()
        return bool(name) and (self._tier is None or name != self._tier.name)

    def _asked(self) -> Question:
        name, reason, tier = self.name.text().strip(), self.reason.reason, self._tier
        if tier is None:
            return lambda gateway: gateway.rulebook.create_tier(CreateTier(name=name, reason=reason))
        tier_id = tier.id
        return lambda gateway: gateway.rulebook.rename_tier(tier_id, RenameTier(name=name, reason=reason))


class MoveTenantDialog(TierSheet):
    """Which tier a tenant is of from now on."""

    def __init__(
        self, look: Look, parent: QWidget, bridge: Bridge, tenant: TenantItem, page: TiersPage, now_of: str | None
    ) -> None:
        super().__init__(look, parent, bridge, tr("Tier of {name}").format(name=tenant.name), tr("Move"))
        self._tenant, self._now_of = tenant, now_of
        self.tier = QComboBox()
        self.tier.addItem(tr("No tier: the system’s limits"), None)
        for tier in page.tiers:
            self.tier.addItem(tier.name, tier.id)
        self.tier.setCurrentIndex(self.tier.findData(now_of))
        said = tr(
            "The tier’s limits hold at the next decision wherever the tenant sets none itself. What was used counts."
        )
        self.body.addWidget(paragraph(look, said))
        self.field(tr("Tier"), self.tier)
        self.tier.currentIndexChanged.connect(self.check)
        self.ask_reason(self._asked)
        self.tier.setFocus()

    @property
    def ready(self) -> bool:
        """Another tier than now."""
        return bool(self.tier.currentData() != self._now_of)

    def _asked(self) -> Question:
        tenant_id = self._tenant.id
        expected: str | msgspec.UnsetType | None = self._now_of
        wanted = AssignTier(tier_id=self.tier.currentData(), reason=self.reason.reason, expected_tier_id=expected)
        return lambda gateway: gateway.rulebook.assign_tier(tenant_id, wanted)


class RemoveTierDialog(Sheet):
    """The one question before a tier is gone."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, tier: TierItem) -> None:
        super().__init__(look, parent, tr("Remove {name}").format(name=tier.name), tr("Remove tier"), kind="danger")
        self._bridge, self._tier_id = bridge, tier.id
        self.body.addWidget(paragraph(look, tr("No tenant is of this tier. What it set stays in the history.")))
        self.go.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.wait(True)
        tier_id = self._tier_id
        self._bridge.ask(lambda gateway: gateway.rulebook.delete_tier(tier_id), self, self._removed, self._refused)

    def _removed(self, page: TiersPage) -> None:
        self.answered.emit(page)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self.say_trouble(str(trouble))
