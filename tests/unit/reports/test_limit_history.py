"""The rulebooks of the past: which were in force, and that asking again costs nothing."""

from app.engine.limits import LimitId
from app.engine.log_rows import LoggedAgent, LoggedEdit, LoggedLimits
from app.engine.rulebook import Scope
from app.engine.value import SECOND, Instant
from app.reports.limit_history import LimitHistory, id_of

T0: Instant = 1_790_000_000 * SECOND
TENANT = bytes(15) + b"\x01"
AGENT = bytes(15) + b"\x02"


def _edit(revision: int, at: Instant, amount: int) -> LoggedEdit:
    return LoggedEdit(
        revision=revision,
        at=at,
        scope=Scope.AGENT,
        scope_id=AGENT,
        field="maxCallsPerHour",
        before=None,
        after=amount,
    )


def _history(*edits: LoggedEdit) -> LimitHistory:
    agent = LoggedAgent(id=AGENT, tenant_id=TENANT, name="Ann", configuration={"maxCallsPerHour": edits[-1].after})
    return LimitHistory(LoggedLimits(edits=list(edits), agents=[agent], tiers={}))


def _amounts(history: LimitHistory, now: Instant) -> list[int]:
    return [book.limit(LimitId.CALLS_HOUR, id_of(TENANT), id_of(AGENT)).amount for book in history.books_at(now)]


def test_an_edit_is_in_force_after_its_instant_and_may_be_at_it() -> None:
    history = _history(_edit(1, T0, 60), _edit(2, T0 + 5, 70))
    assert _amounts(history, T0 - 1) == [100]
    assert _amounts(history, T0) == [100, 60]
    assert _amounts(history, T0 + 1) == [60]
    assert _amounts(history, T0 + 5) == [60, 70]
    assert _amounts(history, T0 + 6) == [70]


def test_many_edits_of_one_instant_are_folded_once_however_many_ask() -> None:
    history = _history(*(_edit(number, T0, 10 + number) for number in range(1, 5)))
    first = history.books_at(T0)
    assert len(first) == 5
    assert all(again is book for again, book in zip(history.books_at(T0), first, strict=True))
    assert _amounts(history, T0 + 1) == [14]
