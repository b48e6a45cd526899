"""The heat map's figures: agents by minutes as one byte each, the limit's pace as the scale. No widget."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from app.ui.models.moment import Instant, seconds_of, since
from app.ui.models.wording import clock_text, inside, reason_words
from app.ui.tongue import tr
from app.wire.feed import FloorAgent

MINUTES = 60
PACE = 64
"""The byte of a minute with exactly hour_limit / 60 calls; twice the pace is twice the byte."""
HOTTEST = 252
BLOCKED = 253
"""A minute spent blocked by a limit, without a call."""
REFUSED = 254
"""A minute in which a try was refused."""
Levels = NDArray[np.uint8]


def _minute(moment: Instant) -> int:
    return int(seconds_of(moment) // 60)


def levels_of(agent: FloorAgent) -> Levels:
    """The agent's own sixty minutes, oldest first, as they stood when its row was sent."""
    calls = np.zeros(MINUTES, dtype=np.int64)
    sent = agent.minutes[-MINUTES:]
    calls[MINUTES - len(sent) :] = sent
    # A limit of 0 has no pace: any call at all is over it.
    levels = calls * (PACE * MINUTES) // agent.hour_limit if agent.hour_limit else calls * HOTTEST
    row = np.minimum(levels, HOTTEST).astype(np.uint8)
    end = _minute(agent.minutes_end)
    if agent.state == "blocked":
        start = max(0, MINUTES - 1 - (end - _minute(agent.state_since)))
        quiet = row[start:] == 0
        row[start:][quiet] = BLOCKED
    refused = np.flatnonzero(agent.refused_minutes[-MINUTES:])
    row[refused + (MINUTES - len(agent.refused_minutes[-MINUTES:]))] = REFUSED
    if agent.last_refusal is not None:
        # An engine that does not send the minutes still says when the last one was.
        at = MINUTES - 1 - (end - _minute(agent.last_refusal.at))
        if 0 <= at < MINUTES:
            row[at] = REFUSED
    return row


class Heat:
    """One matrix with a row an agent: only those whose row on the feed is another are reckoned again."""

    def __init__(self) -> None:
        self._slots: dict[str, int] = {}
        self._rows: dict[str, FloorAgent] = {}
        self._kept: Levels = np.zeros((64, MINUTES), dtype=np.uint8)
        self._ends = np.zeros(64, dtype=np.int64)
        self._blocked = np.zeros(64, dtype=np.bool_)

    def levels(self, order: Sequence[str], agents: Mapping[str, FloorAgent], now: Instant) -> Levels:
        """One row an agent in this order, one column a minute, the last the minute of `now`."""
        rows = self._rows
        for id_ in [id_ for id_ in order if rows.get(id_) is not agents[id_]]:
            self._reckon(agents[id_])
        slots = np.fromiter(map(self._slots.__getitem__, order), dtype=np.int64, count=len(order))
        # A quiet agent's row was sent minutes ago: its minutes have moved to the left since.
        passed = np.clip(_minute(now) - self._ends[slots], 0, MINUTES)
        levels = self._kept[slots]
        if passed.any():
            columns = np.arange(MINUTES) + passed[:, None]
            fresh = np.where(self._blocked[slots], BLOCKED, 0).astype(np.uint8)[:, None]
            moved = np.take_along_axis(levels, np.minimum(columns, MINUTES - 1), axis=1)
            levels = np.where(columns < MINUTES, moved, fresh)
        return np.ascontiguousarray(levels)

    def _reckon(self, agent: FloorAgent) -> None:
        slot = self._slots.setdefault(agent.id, len(self._slots))
        if slot >= len(self._kept):
            self._kept = np.concatenate([self._kept, np.zeros_like(self._kept)])
            self._ends = np.concatenate([self._ends, np.zeros_like(self._ends)])
            self._blocked = np.concatenate([self._blocked, np.zeros_like(self._blocked)])
        self._rows[agent.id] = agent
        self._kept[slot] = levels_of(agent)
        self._ends[slot] = _minute(agent.minutes_end)
        self._blocked[slot] = agent.state == "blocked"


def calls_in(agent: FloorAgent, column: int, now: Instant) -> int:
    """Calls the agent placed in a column's minute."""
    return _in_minute(agent, agent.minutes, column, now)


def refused_in(agent: FloorAgent, column: int, now: Instant) -> int:
    """Tries of the agent that were refused in a column's minute."""
    return _in_minute(agent, agent.refused_minutes, column, now)


def _in_minute(agent: FloorAgent, counts: Sequence[int], column: int, now: Instant) -> int:
    at = column + max(0, _minute(now) - _minute(agent.minutes_end)) - (MINUTES - len(counts))
    return counts[at] if 0 <= at < len(counts) else 0


def explain(agent: FloorAgent, column: int, now: Instant) -> str:
    """A cell in words: agent, minute, calls, the limit's pace, and what was refused."""
    back = MINUTES - 1 - column
    calls = calls_in(agent, column, now)
    minute = f"{(now - timedelta(minutes=back)).astimezone():%H:%M}"
    pace = tr("limit 0")
    if agent.hour_limit:
        said = tr("limit {limit}/h is {pace} a minute")
        pace = said.format(limit=agent.hour_limit, pace=f"{agent.hour_limit / 60:.1f}")
    words = [agent.name, minute, tr("%n calls", "", calls), pace]
    refusal, refused = agent.last_refusal, refused_in(agent, column, now)
    if refused:
        words.append(tr("%n tries refused", "", refused))
    if refusal is not None and _minute(now) - _minute(refusal.at) == back:
        words.append(
            tr("refused at {time}: {reason}").format(
                time=clock_text(refusal.at, now), reason=inside(reason_words(refusal.code))
            )
        )
    elif not refused and agent.state == "blocked" and back * 60 <= since(agent.state_since, now) + 60:
        words.append(tr("blocked"))
    return " · ".join(words)
