"""Limits of agents as CSV, out and in: an import says of each line what it changes, or what is wrong and the fix.

An empty cell is left to wider scopes. Reads UTF-8 with or without a byte order mark, with `,` or `;` between cells.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.ui.models.limit_values import Key, Value, ValueFault, read_agent_value
from app.ui.tongue import tr
from app.wire.feed import FloorAgent

COLUMNS = ("agent", "mode", "limits", "call_timeout", "auto_dial_delay", "enforcement", "agent_id")
FIELDS = MappingProxyType(
    {
        "mode": "mode",
        "limits": "maxCallsPerHour",
        "call_timeout": "callTimeout",
        "auto_dial_delay": "autoDialDelay",
        "enforcement": "enforcement",
    }
)
_FORMULA_SIGNS = frozenset("=+-@\t\r")
MOST_LINES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A line, or one of its cells, that cannot be taken: where, and the sentence that says how to mend it."""

    line: int
    column: str
    sentence: str
    agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvChange:
    """One field of one agent that a line changes."""

    line: int
    agent: str
    key: Key
    before: Value
    after: Value


@dataclass(slots=True)
class DryRun:
    """What an import would do."""

    changes: list[CsvChange] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)
    unchanged: int = 0


def write_csv(agents: Iterable[FloorAgent], value: Callable[[Key], Value]) -> str:
    """A line for each agent: what it sets itself. A cell that a spreadsheet would run starts with a `'` (CWE-1236)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for agent in sorted(agents, key=lambda agent: (agent.name.casefold(), agent.id)):
        cells = {name: value(("agent", agent.id, of)) for name, of in FIELDS.items()}
        hour = cells["limits"]
        writer.writerow(
            [
                _safe(agent.name),
                cells["mode"] or "",
                "" if hour is None else f"{hour}/1h",
                "" if cells["call_timeout"] is None else cells["call_timeout"],
                "" if cells["auto_dial_delay"] is None else cells["auto_dial_delay"],
                cells["enforcement"] or "",
                agent.id,
            ]
        )
    return out.getvalue()


def _safe(text: str) -> str:
    return f"'{text}" if text[:1] in _FORMULA_SIGNS else text


def _plain(text: str) -> str:
    """A cell as it was before the guard against formulas."""
    text = text.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA_SIGNS else text


def read_text(content: bytes) -> str:
    """The text of a file. Raises `ValueFault` if it is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ValueFault(tr("The file is not UTF-8; save it as “CSV UTF-8” and choose it again")) from fault


def dry_run(text: str, agents: Mapping[str, FloorAgent], current: Callable[[Key], Value]) -> DryRun:
    """What every line of a file changes, against what holds now. Raises `ValueFault` if it is no such file at all."""
    rows = _rows(text)
    if not rows or not any(cell.strip() for cell in rows[0]):
        raise ValueFault(tr("The file is empty; its first line must be {columns}").format(columns=", ".join(COLUMNS)))
    if len(rows) > MOST_LINES:
        raise ValueFault(tr("More than {most} lines; split the file").format(most=f"{MOST_LINES:,}"))
    heads = [cell.strip().casefold().replace(" ", "_") for cell in rows[0]]
    unknown = [head for head in heads if head and head not in COLUMNS]
    if unknown or ("agent" not in heads and "agent_id" not in heads):
        said = tr("The first line must name columns of {columns}; “{found}” is none of them")
        raise ValueFault(said.format(columns=", ".join(COLUMNS), found=", ".join(unknown) or rows[0][0]))
    return _Reading(heads, agents, current).run(rows)


def _rows(text: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    try:
        return list(reader)
    except csv.Error as fault:
        said = tr("Line {line} cannot be read; most likely a quote is never closed")
        raise ValueFault(said.format(line=reader.line_num + 1)) from fault


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","


class _Reading:
    """One reading of a file."""

    def __init__(self, heads: list[str], agents: Mapping[str, FloorAgent], current: Callable[[Key], Value]) -> None:
        self._heads = heads
        self._agents = agents
        self._current = current
        self._by_name: dict[str, list[FloorAgent]] = {}
        for agent in agents.values():
            self._by_name.setdefault(agent.name.strip().casefold(), []).append(agent)
        self._seen: dict[str, int] = {}
        self._named = ""
        self.result = DryRun()

    def run(self, rows: list[list[str]]) -> DryRun:
        """Every line after the first."""
        for number, cells in enumerate(rows[1:], 2):
            if any(cell.strip() for cell in cells):
                self._take(number, cells)
        return self.result

    def _take(self, number: int, cells: list[str]) -> None:
        if len(cells) > len(self._heads):
            said = tr("The line has {found} cells, the first line {heads}; put quotes around a cell with a comma")
            self._bad(number, "", said.format(found=len(cells), heads=len(self._heads)))
            return
        self._named = ""
        line = dict(zip(self._heads, (_plain(cell) for cell in cells), strict=False))
        self._named = line.get("agent", "")
        agent = self._agent(number, line)
        if agent is None:
            return
        first = self._seen.setdefault(agent.id, number)
        if first != number:
            self._bad(
                number, "agent", tr("{agent} is on line {line} already; keep one").format(agent=agent.name, line=first)
            )
            return
        before = len(self.result.changes) + len(self.result.bad)
        for column, name in FIELDS.items():
            if column in line:
                self._cell(number, agent, (column, name), line[column])
        self.result.unchanged += len(self.result.changes) + len(self.result.bad) == before

    def _agent(self, number: int, line: dict[str, str]) -> FloorAgent | None:
        id_, name = line.get("agent_id", ""), line.get("agent", "")
        if id_:
            found = self._agents.get(id_.casefold())
            if found is None:
                self._bad(number, "agent_id", tr("No agent has the id {id}; leave it out to go by name").format(id=id_))
            return found
        named = self._by_name.get(name.casefold(), [])
        if len(named) == 1:
            return named[0]
        if named:
            said = tr("{count} agents are called {name}; name the one meant in the column agent_id")
            self._bad(number, "agent", said.format(count=len(named), name=name))
        else:
            said = tr("There is no agent called “{name}”; write it as the floor shows it")
            self._bad(number, "agent", said.format(name=name))
        return None

    def _cell(self, number: int, agent: FloorAgent, column: tuple[str, str], text: str) -> None:
        name = column[1]
        key: Key = ("agent", agent.id, name)
        before = self._current(key)
        if not text and name in ("mode", "callTimeout"):
            # These are always set: an empty cell of them says nothing.
            return
        try:
            after = read_agent_value(name, text)
        except ValueFault as fault:
            self._bad(number, column[0], str(fault))
            return
        if after != before:
            self.result.changes.append(CsvChange(line=number, agent=agent.name, key=key, before=before, after=after))

    def _bad(self, number: int, column: str, sentence: str) -> None:
        self.result.bad.append(BadLine(line=number, column=column, sentence=sentence, agent=self._named))
