"""The agents of the limits view: a line each, written in place, many at once, with where each limit comes from."""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.limits_book import LimitsBook
from app.ui.models.limit_form import PRESETS
from app.ui.models.limit_lines import AgentLine, clash_text
from app.ui.models.limit_sources import Said
from app.ui.models.limit_values import AGENT_FIELDS, ENFORCEMENTS, Key, Setting, Value, ValueFault, read_agent_value
from app.ui.models.rows_model import RowColumn
from app.ui.models.wording import MODES
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.widgets.edit_table import EditColumn, EditModel, EditTable
from app.ui.widgets.labels import Tone, label
from app.wire.dialer import DialingMode
from app.wire.feed import FloorAgent

_FIELD_OF = MappingProxyType(
    {
        "mode": "mode",
        "hour": "maxCallsPerHour",
        "timeout": "callTimeout",
        "delay": "autoDialDelay",
        "over": "enforcement",
    }
)


class LimitAgentsPane(QWidget):
    """Lines by name, filtered; the tools of many chosen ones stand above the table."""

    bulk_asked = Signal(list)
    """These agents are to be edited together, by id."""
    faulted = Signal(str)
    noted = Signal(str)
    """Who came between an edit of the chosen agent; empty if nobody did."""

    def __init__(self, place: Place, book: LimitsBook) -> None:
        super().__init__()
        self._place, self._book = place, book
        self._made: dict[str, tuple[FloorAgent, tuple[object, ...], AgentLine]] = {}
        look = place.look
        self.model = EditModel(look, _columns(), lambda line: line.agent.id)
        self.table: EditTable[AgentLine] = EditTable(look, tr("Limits of agents"), self.model, "", self._check)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter agents"))
        self.filter.setAccessibleName(tr("Filter agents"))
        self.filter.setClearButtonEnabled(True)
        self.count = label(look, "", "body", "muted")
        self.presets: dict[DialingMode, QPushButton] = {}
        self.edit_many = QPushButton(tr("Edit all…"))
        self.inherit = QPushButton(tr("Inherit"))
        self._lay_out()
        self.filter.textChanged.connect(self.refresh)
        self.edit_many.clicked.connect(self.bulk)
        self.inherit.clicked.connect(lambda: self._clear("hour"))
        self.table.typed.connect(self._typed)
        self.table.cleared.connect(self._clear)
        self.table.faulted.connect(self.faulted)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.refresh()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self.filter.setMinimumWidth(200)
        tools.addWidget(self.filter)
        tools.addWidget(self.count)
        tools.addStretch(1)
        self.chosen: QLabel = label(self._place.look, "", "strong")
        tools.addWidget(self.chosen)
        for mode, amount in PRESETS.items():
            button = QPushButton(tr("{mode} {amount}").format(mode=tr(MODES[mode]), amount=amount))
            button.setToolTip(tr("Set this mode, and its preset as calls per hour"))
            button.clicked.connect(lambda _=False, wanted=mode: self._preset(wanted))
            self.presets[mode] = button
            tools.addWidget(button)
        self.inherit.setToolTip(tr("Take the calls per hour away, so that tenant, tier or system decide (Del)"))
        tools.addWidget(self.inherit)
        tools.addWidget(self.edit_many)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(tools)
        box.addWidget(card, 1)

    def allow(self, *, edit: bool) -> None:
        """Whoever may not edit sees the same lines without tools."""
        self.model.writable = edit
        self._show_chosen()

    def refresh(self) -> None:
        """Show what holds and what is to hold; only lines that differ are painted anew."""
        lines = self._lines()
        known = [line.agent.id for line in self.model.rows]
        self.table.empty = self._empty()
        if {line.agent.id for line in lines} != set(known):
            # A new agent waits until the open cell is closed: what is being typed is worth more.
            if not self.table.writing:
                self.model.show_rows(lines)
        else:
            held = {line.agent.id: line for line in self.model.rows}
            for line in lines:
                if held[line.agent.id] is not line:
                    self.model.put_row(line)
        self._show_chosen()

    def _empty(self) -> str:
        if self.filter.text().strip():
            return tr("No agent matches. Esc clears the filter.")
        return tr("No agent yet. An agent appears with its dialer’s first session; then its limits are edited here.")

    def _lines(self) -> list[AgentLine]:
        words = self.filter.text().strip().casefold()
        agents = sorted(self._book.agents.values(), key=lambda agent: agent.name.casefold())
        lines = [self._known_line(agent) for agent in agents]
        return [line for line in lines if not words or words in _searched(line)]

    def _known_line(self, agent: FloorAgent) -> AgentLine:
        """The line as it was made, while neither the agent's row nor any edit or scope is another."""
        made, mark = self._made.get(agent.id), self._book.mark(agent.id)
        if made is None or made[0] is not agent or made[1] != mark:
            made = self._made[agent.id] = (agent, mark, self._line(agent))
        return made[2]

    def _line(self, agent: FloorAgent) -> AgentLine:
        now = {name: self._book.current(("agent", agent.id, name)) for name in AGENT_FIELDS}
        wanted = {name: self._book.value(("agent", agent.id, name)) for name in AGENT_FIELDS}
        clashes = self._book.draft.clashes
        mode = str(wanted["mode"] or agent.mode)
        over = str(wanted["enforcement"] or "enforce")
        return AgentLine(
            agent=agent,
            now=now,
            wanted=wanted,
            hour=self._chain("calls.hour", _whole(wanted["maxCallsPerHour"]), mode, over),
            day=tuple(self._wider("calls.day", None)),
            gap=self._chain("calls.gap", _whole(wanted["autoDialDelay"]), None, "enforce"),
            clashes={
                name: clashes["agent", agent.id, name] for name in AGENT_FIELDS if ("agent", agent.id, name) in clashes
            },
        )

    def _chain(self, limit_id: str, own: int | None, mode: str | None, over: str) -> tuple[Said, ...]:
        return (Said(scope="agent", amount=own, enforcement=over), *self._wider(limit_id, mode))

    def _wider(self, limit_id: str, mode: str | None) -> Iterable[Said]:
        """What the wider scopes say, with the edits that are not applied yet."""
        for said in self._book.sources.wider(limit_id, mode):
            one = self._book.sources.setting(said.scope, limit_id)
            key: Key = (said.scope, one.scope_id if one is not None else None, limit_id)
            edit = self._book.draft.pending.get(key)
            if edit is None or not isinstance(edit.after, Setting):
                yield said
            else:
                yield Said(scope=said.scope, amount=edit.after.amount, enforcement=edit.after.enforcement)

    def _check(self, identity: str, column: str, text: str) -> str:
        del identity
        try:
            read_agent_value(_FIELD_OF[column], text)
        except ValueFault as fault:
            return str(fault)
        return ""

    def _typed(self, identity: str, column: str, text: str) -> None:
        field = _FIELD_OF[column]
        ids = self.table.marked_ids
        # A cell written in while several are chosen, it among them, is meant for all of them.
        self.set_all(ids if identity in ids else [identity], {field: read_agent_value(field, text)})

    def set_all(self, ids: Sequence[str], values: dict[str, Value]) -> int:
        """Edit these agents alike, as one step; returns how many fields change."""
        return self._book.edit({("agent", id_, field): value for id_ in ids for field, value in values.items()})

    def _clear(self, column: str) -> None:
        field = _FIELD_OF[column]
        if field not in ("mode", "callTimeout"):
            self.set_all(self.table.marked_ids, {field: None})

    def _preset(self, mode: DialingMode) -> None:
        self.set_all(self.table.marked_ids, {"mode": mode, "maxCallsPerHour": None})

    def bulk(self) -> None:
        """Edit all that are chosen."""
        if self.model.writable and self.table.marked_ids:
            self.bulk_asked.emit(self.table.marked_ids)

    def _show_chosen(self) -> None:
        chosen = len(self.table.marked_ids)
        writable = self.model.writable
        for button in (*self.presets.values(), self.inherit, self.edit_many):
            button.setVisible(writable)
            button.setEnabled(chosen > 0)
        line = self.table.chosen_row
        clashes = [] if line is None else [clash_text(line.key(name), one) for name, one in line.clashes.items()]
        self.noted.emit("; ".join(clashes))
        self.chosen.setText(tr("%n chosen", "", chosen) if chosen > 1 and writable else "")
        shown, known = len(self.model.rows), len(self._book.agents)
        self.count.setText(
            tr("%n agents", "", known) if shown == known else tr("{shown} of {known}").format(shown=shown, known=known)
        )


def _whole(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _searched(line: AgentLine) -> str:
    return f"{line.agent.name} {line.text('mode')} {line.source()}".casefold()


def _tone(name: str) -> "_Toned":
    return _Toned(name)


class _Toned:
    """How a cell of a field is coloured: an edit, one that others came between, a value that is inherited."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, line: AgentLine) -> Tone:
        if self._name in line.clashes:
            return "warn"
        if line.pending(self._name):
            return "accent"
        return "text" if line.wanted[self._name] is not None else "muted"

    def icon(self, line: AgentLine) -> str:
        """Not by colour alone."""
        if self._name in line.clashes:
            return "account-alert"
        return "pencil" if line.pending(self._name) else ""


def _edited(id_: str, title: str, width: int, choices: tuple[tuple[str, str], ...] = ()) -> EditColumn[AgentLine]:
    name = _FIELD_OF[id_]
    tone = _tone(name)

    def stands(line: AgentLine) -> str:
        return str(line.wanted[name] or "") if choices else line.editing(name)

    return EditColumn(
        id=id_,
        title=title,
        width=width,
        text=lambda line: line.text(name),
        tone=tone,
        icon=tone.icon,
        hint=lambda line: line.chain(name),
        order=lambda line: str(line.wanted[name] or "") if choices else (_whole(line.wanted[name]) or 0),
        edits=stands,
        choices=choices,
        pending=lambda line: line.pending(name),
    )


def _used() -> RowColumn[AgentLine]:
    return RowColumn(
        id="used",
        title=tr("Used now"),
        width=96,
        text=lambda line: line.used,
        right=True,
        tone=lambda line: "danger" if line.agent.hour_used >= line.agent.hour_limit else "text",
        icon=lambda line: "alert-octagon" if line.agent.hour_used >= line.agent.hour_limit else "",
        hint=lambda _: tr("Calls in the last hour, of what holds now"),
        order=lambda line: line.agent.hour_used / max(1, line.agent.hour_limit),
    )


def _columns() -> tuple[RowColumn[AgentLine], ...]:
    modes = tuple((value, tr(words)) for value, words in MODES.items())
    over = (("", tr("As the wider scope")), *((value, tr(words)) for value, words in ENFORCEMENTS.items()))
    return (
        RowColumn(
            id="agent",
            title=tr("Agent"),
            width=170,
            text=lambda line: line.agent.name,
            strong=True,
            stretch=True,
            order=lambda line: line.agent.name.casefold(),
        ),
        _edited("mode", tr("Mode"), 140, modes),
        _edited("hour", tr("Calls per hour"), 150),
        RowColumn(
            id="source",
            title=tr("Comes from"),
            width=108,
            text=lambda line: line.source(),
            tone=lambda line: "text" if line.wanted["maxCallsPerHour"] is not None else "muted",
            hint=lambda line: line.chain("source"),
            order=lambda line: line.source(),
        ),
        RowColumn(
            id="day",
            title=tr("Per session"),
            width=92,
            text=lambda line: line.day_text,
            tone=lambda _: "muted",
            hint=lambda line: line.chain("day"),
        ),
        _edited("timeout", tr("Call timeout"), 108),
        _edited("delay", tr("Delay"), 96),
        _edited("over", tr("Over the limit"), 184, over),
        _used(),
    )
