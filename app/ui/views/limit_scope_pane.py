"""The limits of the tenant, of a tier or of the system: amount, what happens over it, what holds and from where."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.engine.limits import LimitId
from app.ui.limits_book import LimitsBook
from app.ui.models.limit_form import PRESETS
from app.ui.models.limit_lines import ScopeLine
from app.ui.models.limit_sources import Said
from app.ui.models.limit_values import ENFORCEMENTS, Key, Setting, Value, ValueFault, read_setting, setting_text
from app.ui.models.rows_model import RowColumn
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.widgets.edit_table import EditColumn, EditModel, EditTable
from app.ui.widgets.labels import ElidedLabel, Tone

_SCOPES = ("tenant", "tier", "system")


class LimitScopePane(QWidget):
    """Every limit of one scope, written in place. Of tiers, one is chosen above."""

    faulted = Signal(str)

    def __init__(self, place: Place, book: LimitsBook, scope: str) -> None:
        super().__init__()
        self._place, self._book, self._scope = place, book, scope
        look = place.look
        # One line that ends in an ellipsis: a wrapping one would let the window ask for more height than it has.
        self.words = ElidedLabel(look, "", "body", "muted")
        self.tier = QComboBox()
        self.tier.setAccessibleName(tr("Tier"))
        self.inherit = QPushButton(tr("Reset to inherited"))
        self.model = EditModel(look, _columns(), lambda line: line.limit_id)
        name = {"tenant": tr("Limits of the tenant"), "tier": tr("Limits of the tier")}.get(scope)
        self.table: EditTable[ScopeLine] = EditTable(
            look, name or tr("Limits of the system"), self.model, "", self._check
        )
        self._lay_out()
        self.tier.currentIndexChanged.connect(self.refresh)
        self.inherit.clicked.connect(self._clear)
        self.table.typed.connect(self._typed)
        self.table.cleared.connect(self._clear)
        self.table.faulted.connect(self.faulted)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.tier)
        head.addWidget(self.words, 1)
        head.addWidget(self.inherit)
        self.tier.setVisible(self._scope == "tier")
        self.tier.setMinimumWidth(160)
        self.inherit.setToolTip(tr("Take the amount away, so that the next wider scope decides (Del)"))
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(card, 1)

    def allow(self, *, edit: bool) -> None:
        """Whoever may not edit this scope reads it."""
        self.model.writable = edit
        self._show_chosen()

    def show_tier(self, tier_id: str) -> None:
        """Show another tier."""
        at = self.tier.findData(tier_id)
        if at >= 0:
            self.tier.setCurrentIndex(at)

    @property
    def scope_id(self) -> str | None:
        """Whose limits are shown."""
        if self._scope == "tenant":
            return self._place.tenant.id if self._place.tenant is not None else None
        return str(self.tier.currentData()) if self._scope == "tier" and self.tier.count() else None

    def refresh(self) -> None:
        """Show what holds and what is to hold."""
        if self._scope == "tier":
            self._fill_tiers()
        lines = self._lines()
        self.words.setText(self._said())
        self.table.empty = self._empty()
        if [line.key for line in lines] != [line.key for line in self.model.rows]:
            if not self.table.writing:
                self.model.show_rows(lines)
        else:
            for held, line in zip(list(self.model.rows), lines, strict=True):
                if held != line:
                    self.model.put_row(line)
        self._show_chosen()

    def _fill_tiers(self) -> None:
        tiers = self._book.tiers.tiers if self._book.tiers is not None else []
        known = [(self.tier.itemText(at), self.tier.itemData(at)) for at in range(self.tier.count())]
        wanted = [(tier.name, tier.id) for tier in tiers]
        if known == wanted:
            return
        chosen = self.tier.currentData()
        blocked = self.tier.blockSignals(True)
        self.tier.clear()
        for name, id_ in wanted:
            self.tier.addItem(name, id_)
        self.tier.setCurrentIndex(max(0, self.tier.findData(chosen)))
        self.tier.blockSignals(blocked)

    def _empty(self) -> str:
        if self._scope == "tier":
            return tr("No tier to show. Tiers are made under “Tiers”.")
        return tr("Asking the engine what is set")

    def _said(self) -> str:
        if not self.model.writable:
            who = tr("an admin") if self._scope == "tenant" else tr("the operator of this folder")
            return tr("Read only: {who} edits these limits.").format(who=who)
        match self._scope:
            case "tenant":
                return tr("They hold for every agent, session and user of the tenant that sets nothing itself.")
            case "tier":
                return tr("They hold for each tenant of the tier that sets nothing itself.")
            case _:
                return tr("They hold for every tenant of this folder that sets nothing itself.")

    def _lines(self) -> list[ScopeLine]:
        if self._book.page is None or (self._scope == "tier" and self.scope_id is None):
            return []
        return [self._line(limit_id.value) for limit_id in LimitId]

    def _line(self, limit_id: str) -> ScopeLine:
        key: Key = (self._scope, self.scope_id, limit_id)
        chain = self._chain(limit_id)
        system = self._book.sources.setting("system", limit_id)
        unset = system is None or system.revision == 0
        presets = "/".join(str(amount) for amount in PRESETS.values())
        return ScopeLine(
            key=key,
            now=_setting(self._book.current(key)),
            wanted=_setting(self._book.value(key)),
            chain=chain,
            clash=self._book.draft.clashes.get(key),
            preset=presets if limit_id == "calls.hour" and unset and chain[-1].preset else "",
        )

    def _chain(self, limit_id: str) -> tuple[Said, ...]:
        """This scope and the wider ones, each with its edit."""
        scopes = _SCOPES[_SCOPES.index(self._scope) :]
        if self._scope == "tenant" and not self._book.sources.has_tier:
            scopes = ("tenant", "system")
        return tuple(self._said_by(scope, limit_id) for scope in scopes)

    def _said_by(self, scope: str, limit_id: str) -> Said:
        told = self._book.sources.setting(scope, limit_id)
        scope_id = self.scope_id if scope == self._scope else told.scope_id if told is not None else None
        wanted = _setting(self._book.value((scope, scope_id, limit_id)))
        if wanted is not None:
            return Said(scope=scope, amount=wanted.amount, enforcement=wanted.enforcement)
        default = told.amount if scope == "system" and told is not None and told.revision == 0 else None
        return Said(scope=scope, amount=default, preset=scope == "system" and limit_id == "calls.hour")

    def _check(self, identity: str, column: str, text: str) -> str:
        if column != "amount":
            return ""
        try:
            read_setting(identity, text)
        except ValueFault as fault:
            return str(fault)
        return ""

    def _typed(self, identity: str, column: str, text: str) -> None:
        scope_id = self.scope_id
        if column == "over":
            key: Key = (self._scope, scope_id, identity)
            held = _setting(self._book.value(key))
            if held is not None and text:
                self._book.edit({key: Setting(amount=held.amount, enforcement=text)})
            return
        wanted: dict[Key, Value] = {}
        for limit_id, amount in read_setting(identity, text).items():
            key = (self._scope, scope_id, limit_id)
            held = _setting(self._book.value(key))
            over = held.enforcement if held is not None else "enforce"
            wanted[key] = None if amount is None else Setting(amount=amount, enforcement=over)
        self._book.edit(wanted)

    def _clear(self) -> None:
        scope_id = self.scope_id
        self._book.edit({(self._scope, scope_id, limit_id): None for limit_id in self.table.marked_ids})

    def _show_chosen(self) -> None:
        self.inherit.setVisible(self.model.writable)
        chosen = [line for line in self.model.rows if line.limit_id in self.table.marked_ids]
        self.inherit.setEnabled(any(line.wanted is not None for line in chosen))


def _setting(value: Value) -> Setting | None:
    return value if isinstance(value, Setting) else None


def _tone(line: ScopeLine) -> Tone:
    if line.clash is not None:
        return "warn"
    if line.pending:
        return "accent"
    return "text" if line.wanted is not None else "muted"


def _icon(line: ScopeLine) -> str:
    if line.clash is not None:
        return "account-alert"
    return "pencil" if line.pending else ""


def _stands(line: ScopeLine) -> str:
    return "" if line.wanted is None else setting_text(line.limit_id, line.wanted.amount)


def _columns() -> tuple[RowColumn[ScopeLine], ...]:
    over = tuple((value, tr(words)) for value, words in ENFORCEMENTS.items())
    return (
        RowColumn(id="limit", title=tr("Limit"), width=220, text=lambda line: line.words, strong=True, stretch=True),
        EditColumn(
            id="amount",
            title=tr("Set here"),
            width=170,
            text=lambda line: line.amount,
            tone=_tone,
            icon=_icon,
            hint=lambda line: line.hint,
            edits=_stands,
            pending=lambda line: line.pending,
        ),
        RowColumn(id="counted", title=tr("Counted"), width=160, text=lambda line: line.counted, tone=lambda _: "muted"),
        EditColumn(
            id="over",
            title=tr("Over the limit"),
            width=190,
            text=lambda line: line.over,
            tone=lambda line: "accent" if line.over_pending else "text" if line.wanted is not None else "muted",
            icon=lambda line: "pencil" if line.over_pending else "",
            edits=lambda line: "" if line.wanted is None else line.wanted.enforcement,
            choices=over,
            pending=lambda line: line.over_pending,
        ),
        RowColumn(
            id="holds", title=tr("Holds"), width=130, text=lambda line: line.in_force, hint=lambda line: line.hint
        ),
        RowColumn(
            id="source",
            title=tr("Comes from"),
            width=140,
            text=lambda line: line.source,
            tone=lambda _: "muted",
            hint=lambda line: line.hint,
        ),
    )
