"""The columns of the floor table: title, room, words, sort key. Which fit a width is decided here too."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.ui.models.moment import Instant, seconds_of, since
from app.ui.models.wording import STATES, mode_words, reason_words, share, slot_text, state_words, stopwatch
from app.ui.tongue import marked, tr
from app.wire.feed import FloorAgent

ColumnId = Literal["agent", "campaign", "mode", "state", "session", "hour", "spark", "calls", "answer", "refusals"]
SortValue = float | str
NEAR = 0.8
"""Share of a limit from which it is near (product.md section 3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    `short` stands in where `title` does not fit; `narrow` is its least width in pixels, `grow` its share of spare
    room; the highest `rank` is the first to leave when room is short.
    """

    id: ColumnId
    title: str
    short: str
    hint: str
    narrow: int
    grow: int
    rank: int
    right: bool
    text: Callable[[FloorAgent, Instant], str]
    key: Callable[[FloorAgent], SortValue]


def _campaign(agent: FloorAgent) -> str:
    return (agent.session.campaign if agent.session else None) or "–"


def _state(agent: FloorAgent, now: Instant) -> str:
    return f"{state_words(agent)[0]} {stopwatch(since(agent.state_since, now))}"


def _session(agent: FloorAgent, now: Instant) -> str:
    return stopwatch(since(agent.session.started_at, now)) if agent.session else "–"


def _calls(agent: FloorAgent, _now: Instant) -> str:
    return f"{agent.session.calls}/{agent.session.calls_limit}" if agent.session else "–"


def _refusals(agent: FloorAgent, _now: Instant) -> str:
    if agent.refusals_hour == 0 or agent.last_refusal is None:
        return "–"
    return f"{agent.refusals_hour} · {reason_words(agent.last_refusal.code)}"


def _per_minute(agent: FloorAgent, _now: Instant) -> str:
    last = agent.minutes[-1] if agent.minutes else 0
    return tr("%n calls in 60 minutes, {last} in the last", "", sum(agent.minutes)).format(last=last)


def used_share(agent: FloorAgent) -> float:
    """Share of the hour's limit that is used; a limit of 0 counts as full and over."""
    return agent.hour_used / agent.hour_limit if agent.hour_limit else 2.0


def session_share(agent: FloorAgent, now: Instant) -> float:
    """Share of the session's span that has passed, 0 without a session; over 1 once expired."""
    if agent.session is None:
        return 0.0
    span = since(agent.session.started_at, agent.session.expires_at)
    return since(agent.session.started_at, now) / span if span else 1.0


def _answer_share(agent: FloorAgent) -> float:
    return agent.answered_hour / agent.finished_hour if agent.finished_hour else -1.0


def _recent(agent: FloorAgent) -> float:
    return float(sum(agent.minutes[-10:]))


_STATE_ORDER = tuple(STATES)

COLUMNS: tuple[Column, ...] = (
    Column(
        id="agent",
        title=marked("Agent"),
        short=marked("Agent"),
        hint=marked("The agent's name"),
        narrow=126,
        grow=3,
        rank=0,
        right=False,
        text=lambda a, _: a.name,
        key=lambda a: a.name.casefold(),
    ),
    Column(
        id="campaign",
        title=marked("Campaign"),
        short=marked("Campaign"),
        hint=marked("The session's campaign"),
        narrow=116,
        grow=3,
        rank=8,
        right=False,
        text=lambda a, _: _campaign(a),
        key=lambda a: _campaign(a).casefold(),
    ),
    Column(
        id="mode",
        title=marked("Mode"),
        short=marked("Mode"),
        hint=marked("Dialing mode"),
        narrow=80,
        grow=1,
        rank=9,
        right=False,
        text=lambda a, _: mode_words(a.mode),
        key=lambda a: a.mode,
    ),
    Column(
        id="state",
        title=marked("State"),
        short=marked("State"),
        hint=marked("State, and how long it has lasted"),
        narrow=142,
        grow=1,
        rank=1,
        right=False,
        text=_state,
        key=lambda a: float(_STATE_ORDER.index(a.state)),
    ),
    Column(
        id="session",
        title=marked("Session"),
        short=marked("Session"),
        hint=marked("Time since the session's start, on a bar to its end (8 h)"),
        narrow=72,
        grow=1,
        rank=2,
        right=True,
        text=_session,
        key=lambda a: -seconds_of(a.session.started_at) if a.session else 0.0,
    ),
    Column(
        id="hour",
        title=marked("Calls in the last hour"),
        short=marked("Last hour"),
        hint=marked("Calls in the rolling hour / limit, and when the next slot frees"),
        narrow=186,
        grow=2,
        rank=1,
        right=False,
        text=lambda a, now: slot_text(a.hour_used, a.hour_limit, a.next_slot_at, now),
        key=used_share,
    ),
    Column(
        id="spark",
        title=marked("Last 60 min"),
        short=marked("60 min"),
        hint=marked("Calls placed, minute by minute"),
        narrow=68,
        grow=3,
        rank=4,
        right=False,
        text=_per_minute,
        key=_recent,
    ),
    Column(
        id="calls",
        title=marked("Session calls"),
        short=marked("Calls"),
        hint=marked("Calls of this session / limit"),
        narrow=74,
        grow=1,
        rank=5,
        right=True,
        text=_calls,
        key=lambda a: float(a.session.calls) if a.session else -1.0,
    ),
    Column(
        id="answer",
        title=marked("Answered"),
        short=marked("Ans. %"),
        hint=marked("Answered share of the calls that ended in the last hour"),
        narrow=70,
        grow=1,
        rank=6,
        right=True,
        text=lambda a, _: share(a.answered_hour, a.finished_hour),
        key=_answer_share,
    ),
    Column(
        id="refusals",
        title=marked("Refused"),
        short=marked("Refused"),
        hint=marked("Refused tries in the last hour, and the last reason"),
        narrow=128,
        grow=2,
        rank=3,
        right=False,
        text=_refusals,
        key=lambda a: float(a.refusals_hour),
    ),
)
COLUMN_IDS: tuple[ColumnId, ...] = tuple(column.id for column in COLUMNS)


def fit(
    columns: Sequence[Column], width: int, chosen: Mapping[str, bool], own: Mapping[str, int]
) -> dict[ColumnId, int]:
    """Which columns show at this width, and how wide, in pixels.

    A column chosen by the person always shows, one put away never does; the rest leave by rank, the highest
    first, until the others fit. Widths the person set (`own`) stand; spare room is shared out by `grow`.
    """
    shown = [column for column in columns if chosen.get(column.id, True)]
    while sum(own.get(c.id, c.narrow) for c in shown) > width:
        spare = [column for column in shown if column.id not in chosen and column.rank >= 4]
        if not spare:
            break
        shown.remove(max(spare, key=lambda column: column.rank))
    widths: dict[ColumnId, int] = {column.id: own.get(column.id, column.narrow) for column in shown}
    room = width - sum(widths.values())
    growing = [column for column in shown if column.id not in own and column.grow]
    parts = sum(column.grow for column in growing)
    if room > 0 and parts:
        for column in growing:
            widths[column.id] += room * column.grow // parts
    return widths
