"""Which agents show and in what order: several sort keys, a filter, pinned rows, a row held under the pointer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.ui.models.columns import COLUMNS, ColumnId, SortValue, used_share
from app.ui.models.floor_filter import FloorFilter
from app.ui.models.moment import Instant
from app.ui.models.wording import mode_words, state_words
from app.wire.feed import FloorAgent

OLD_SESSION = 0.9
"""Share of its span from which a session is old and its row is pinned."""
_NEVER = datetime.max.replace(tzinfo=UTC)
_KEYS: Mapping[ColumnId, Callable[[FloorAgent], SortValue]] = {column.id: column.key for column in COLUMNS}


@dataclass(frozen=True, slots=True, kw_only=True)
class SortKey:
    """A column and its direction."""

    column: ColumnId
    descending: bool


def toggled(keys: tuple[SortKey, ...], column: ColumnId, *, add: bool) -> tuple[SortKey, ...]:
    """The sort keys after a click on a header: `add` (shift) keeps the others, a plain click replaces them."""
    known = next((key for key in keys if key.column == column), None)
    fresh = SortKey(column=column, descending=not known.descending if known else _starts_descending(column))
    if not add:
        return (fresh,)
    if known is None:
        return (*keys, fresh)
    return tuple(fresh if key.column == column else key for key in keys)


def _starts_descending(column: ColumnId) -> bool:
    # The first click on a figure asks "who has most"; on a name, "from A".
    return column in ("hour", "calls", "refusals", "spark", "session")


def is_pinned(agent: FloorAgent, now: Instant) -> bool:
    """Whether the session is so old that its row stays on top."""
    return _grows_old(agent) <= now


def _grows_old(agent: FloorAgent) -> Instant:
    if agent.session is None:
        return _NEVER
    return agent.session.started_at + (agent.session.expires_at - agent.session.started_at) * OLD_SESSION


def haystack(agent: FloorAgent) -> str:
    """The text that a filter is looked for in: name, mode, state and campaign, folded."""
    campaign = (agent.session.campaign if agent.session else None) or ""
    return f"{agent.name} {mode_words(agent.mode)} {state_words(agent)[0]} {campaign}".casefold()


def matches(agent: FloorAgent, words: Sequence[str]) -> bool:
    """Whether every word occurs in the agent's text."""
    if not words:
        return True
    text = haystack(agent)
    return all(word in text for word in words)


class Ordering:
    """Keeps sort values by agent, so that a batch computes them only for the rows it changed."""

    def __init__(self) -> None:
        self._keys: tuple[SortKey, ...] = (SortKey(column="agent", descending=False),)
        self._values: list[dict[str, SortValue]] = [{}]
        self._old_at: dict[str, Instant] = {}
        self._words: tuple[str, ...] = ()
        self._narrow = FloorFilter()
        self._named: list[str] = []
        self._names: dict[str, str] = {}
        self._touched: set[str] = set()

    @property
    def keys(self) -> tuple[SortKey, ...]:
        """The sort keys, the deciding one first."""
        return self._keys

    def sort_by(self, keys: tuple[SortKey, ...]) -> None:
        """Sort by these from the next arrangement on."""
        self._keys = keys
        self._values = [{} for _ in keys]

    def filter_by(self, text: str) -> None:
        """Show only agents whose text holds every word of `text`."""
        self._words = tuple(text.casefold().split())

    def narrow_by(self, narrow: FloorFilter) -> None:
        """Show only agents that this filter keeps too."""
        self._narrow = narrow

    def forget(self, ids: Iterable[str]) -> None:
        """These rows changed: their sort values are to be computed again."""
        for id_ in ids:
            self._touched.add(id_)
            self._old_at.pop(id_, None)
            for values in self._values:
                values.pop(id_, None)

    def arrange(self, agents: Mapping[str, FloorAgent], now: Instant) -> list[str]:
        """Ids in order: pinned rows first, then by the sort keys, equal ones by name and id."""
        words, keeps = self._words, self._narrow.keeps
        shown = self._by_name(agents)
        if words or not self._narrow.empty:
            shown = [id_ for id_ in shown if keeps(agents[id_]) and matches(agents[id_], words)]
        for key, values in reversed(list(zip(self._keys, self._values, strict=True))):
            self._fill(values, key.column, shown, agents)
            shown.sort(key=values.__getitem__, reverse=key.descending)
        pinned = self._pinned(shown, agents, now)
        if not pinned:
            return shown
        return [id_ for id_ in shown if id_ in pinned] + [id_ for id_ in shown if id_ not in pinned]

    def _by_name(self, agents: Mapping[str, FloorAgent]) -> list[str]:
        """A new list of all ids by name and id: names hardly ever change, so it is not sorted with every batch."""
        names = self._names
        stale = any(names.get(id_) != agents[id_].name for id_ in self._touched if id_ in agents)
        self._touched.clear()
        if stale or len(names) != len(agents):
            self._names = {id_: agent.name for id_, agent in agents.items()}
            self._named = sorted(agents, key=lambda id_: (agents[id_].name, id_))
        return self._named.copy()

    def _pinned(self, shown: Sequence[str], agents: Mapping[str, FloorAgent], now: Instant) -> frozenset[str]:
        old_at = self._old_at
        for id_ in shown:
            if id_ not in old_at:
                old_at[id_] = _grows_old(agents[id_])
        return frozenset(id_ for id_ in shown if old_at[id_] <= now)

    @staticmethod
    def _fill(
        values: dict[str, SortValue], column: ColumnId, ids: Iterable[str], agents: Mapping[str, FloorAgent]
    ) -> None:
        key = _KEYS[column]
        for id_ in ids:
            if id_ not in values:
                values[id_] = key(agents[id_])


def most_interesting(agents: Iterable[FloorAgent]) -> FloorAgent | None:
    """The agent to look at first: near its limit, one of its own rather than a preset, and often refused."""

    def interest(agent: FloorAgent) -> tuple[float, int]:
        return min(1.0, used_share(agent)) + 0.3 * (agent.limit_source == "agent"), agent.refusals_hour

    return max((agent for agent in agents if agent.session is not None), key=interest, default=None)


def held(order: list[str], before: Sequence[str], row: int | None) -> list[str]:
    """`order`, but the id that was at `row` stays there: a row must not move from under the pointer."""
    if row is None or row >= len(before) or before[row] not in order:
        return order
    kept = before[row]
    rest = [id_ for id_ in order if id_ != kept]
    place = min(row, len(rest))
    return [*rest[:place], kept, *rest[place:]]
