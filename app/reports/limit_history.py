"""The rulebook that was in force at any instant of the past, folded from the log's limit revisions."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

import msgspec

from app.engine.configuration import lenient_settings_of
from app.engine.limits import Enforcement, LimitId
from app.engine.log_rows import LoggedEdit, LoggedLimits
from app.engine.rulebook import TIER_FIELD, Rulebook, Scope, Setting
from app.engine.value import Id, Instant, Value
from app.reports.cells import identity_cell


@lru_cache(maxsize=1 << 17)
def id_of(stored: bytes) -> Id:
    """The text of an id in 16 bytes: limits are asked for by it, and the same few come a million times."""
    return identity_cell(stored)


class _Amount(msgspec.Struct, frozen=True):
    amount: int
    enforcement: Enforcement


class _Tier(msgspec.Struct, frozen=True, rename="camel"):
    tier_id: Id


class _Agent(Value, frozen=True, kw_only=True):
    tenant_id: Id
    configuration: dict[str, object]


class LimitHistory:
    """Walks from the first rulebook to the last; it is asked for instants that never go back."""

    def __init__(self, limits: LoggedLimits) -> None:
        self._agents = _first_configurations(limits)
        # By instant: the end of a term is written when it is noticed, after edits of others that were made since.
        edits = sorted(limits.edits, key=lambda edit: edit.at)
        self._edits = [list(group) for _, group in groupby(edits, key=lambda edit: (edit.revision, edit.at))]
        self._next = 0
        settings = {
            agent_id: lenient_settings_of(agent.tenant_id, agent.configuration)
            for agent_id, agent in self._agents.items()
        }
        self._book = Rulebook(0, {}, settings, _first_tiers(limits))
        self._answered: tuple[Instant, tuple[Rulebook, ...]] | None = None

    def books_at(self, now: Instant) -> tuple[Rulebook, ...]:
        """The rulebook of the decisions at `now`: two or more if an edit was made in that very microsecond.

        The log does not say which came first then, so that each of them may have been in force.
        """
        if self._answered is not None and self._answered[0] == now:
            # A crew that starts at one instant makes an agent each: every one of them would fold all of them anew.
            return self._answered[1]
        while self._next < len(self._edits) and self._edits[self._next][0].at < now:
            self._book = self._edited(self._book, self._edits[self._next])
            self._next += 1
        books = [self._book]
        ahead = self._next
        while ahead < len(self._edits) and self._edits[ahead][0].at == now:
            books.append(self._edited(books[-1], self._edits[ahead]))
            ahead += 1
        self._answered = now, tuple(books)
        return self._answered[1]

    def _edited(self, book: Rulebook, edits: list[LoggedEdit]) -> Rulebook:
        """The rulebook after one revision; an agent that it made or edited in several fields changes once."""
        touched: dict[Id, int] = {}
        for edit in edits:
            scope_id = None if edit.scope_id is None else id_of(edit.scope_id)
            if edit.field == TIER_FIELD and scope_id is not None:
                book = book.with_tier(scope_id, _tier(edit.after), edit.revision)
            elif edit.scope != Scope.AGENT or scope_id is None:
                key = (Scope(edit.scope), scope_id, LimitId(edit.field))
                book = book.with_setting(key, _setting(edit), edit.revision)
            elif scope_id in self._agents:
                agent = self._agents[scope_id]
                configuration = _with(agent.configuration, edit.field, edit.after)
                self._agents[scope_id] = msgspec.structs.replace(agent, configuration=configuration)
                touched[scope_id] = edit.revision
        for agent_id, revision in touched.items():
            agent = self._agents[agent_id]
            book = book.with_agent(agent_id, lenient_settings_of(agent.tenant_id, agent.configuration), revision)
        return book


def _setting(edit: LoggedEdit) -> Setting | None:
    if edit.after is None:
        return None
    value = msgspec.convert(edit.after, _Amount)
    return Setting(amount=value.amount, enforcement=value.enforcement, revision=edit.revision)


def _with(configuration: dict[str, object], field: str, value: object) -> dict[str, object]:
    kept = {key: old for key, old in configuration.items() if key != field}
    return kept if value is None else {**kept, field: value}


def _tier(value: object) -> Id | None:
    return None if value is None else msgspec.convert(value, _Tier).tier_id


def _first_tiers(limits: LoggedLimits) -> dict[Id, Id]:
    """Each tenant's tier before its first move: what it is of now, with every move undone, the newest first."""
    tiers: dict[Id, Id | None] = {id_of(tenant): id_of(tier) for tenant, tier in limits.tiers.items()}
    for edit in reversed(limits.edits):
        if edit.field == TIER_FIELD and edit.scope_id is not None:
            tiers[id_of(edit.scope_id)] = _tier(edit.before)
    return {tenant: tier for tenant, tier in tiers.items() if tier is not None}


def _first_configurations(limits: LoggedLimits) -> dict[Id, _Agent]:
    """Each agent before its first edit: what it is now, with every edit undone, the newest first."""
    agents = {
        id_of(agent.id): _Agent(tenant_id=id_of(agent.tenant_id), configuration=agent.configuration)
        for agent in limits.agents
    }
    for edit in _agent_edits(reversed(limits.edits)):
        agent_id = id_of(edit.scope_id) if edit.scope_id is not None else ""
        agent = agents.get(agent_id)
        if agent is not None:
            before = _with(agent.configuration, edit.field, edit.before)
            agents[agent_id] = msgspec.structs.replace(agent, configuration=before)
    return agents


def _agent_edits(edits: Iterable[LoggedEdit]) -> Iterable[LoggedEdit]:
    return (edit for edit in edits if edit.scope == Scope.AGENT)
