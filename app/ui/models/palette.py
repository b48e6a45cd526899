"""The command palette's entries and how a few typed letters find them. No widget."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.ui.keys import KEYS, ActionId
from app.ui.models.wording import state_words
from app.ui.page import PageAction
from app.ui.pages import PageSpec
from app.ui.tongue import tr
from app.wire.feed import FloorAgent

MOST_SHOWN = 60
_START, _NEXT, _GAP = 8, 5, -1
"""What a letter is worth at the start of a word, right after the letter before it, and per letter passed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something to do or someone to choose; `hint` stands on the right: the key, or the agent's state."""

    kind: Literal["action", "page", "view", "agent"]
    id: str
    words: str
    group: str
    hint: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entry, and which letters of its words were meant."""

    entry: Entry
    letters: tuple[int, ...]


def actions(hidden: frozenset[ActionId]) -> list[Entry]:
    """Every action of the window but those that this user's role may not do."""
    return [
        Entry(
            kind="action",
            id=key.id,
            words=tr(key.words),
            group=tr(key.group),
            hint=" or ".join(key.shortcuts),
            icon="lightning-bolt-outline",
        )
        for key in KEYS
        if key.id not in hidden
    ]


def offered(page_actions: Iterable[PageAction]) -> list[Entry]:
    """What the view that is seen does."""
    return [
        Entry(
            kind="page",
            id=action.id,
            words=action.words,
            group=tr("This view"),
            hint=" or ".join(action.shortcuts),
            icon=action.icon,
        )
        for action in page_actions
    ]


def views(pages: Iterable[PageSpec]) -> list[Entry]:
    """Every view there is for this user."""
    return [
        Entry(
            kind="view",
            id=page.id,
            words=tr("Go to {view}").format(view=tr(page.words)),
            group=tr("View"),
            hint=page.shortcut,
            icon=page.icon,
        )
        for page in pages
    ]


def people(agents: Iterable[FloorAgent]) -> list[Entry]:
    """Every agent by name, with its state."""
    rows = sorted(agents, key=lambda agent: (agent.name.casefold(), agent.id))
    return [
        Entry(
            kind="agent",
            id=row.id,
            words=row.name,
            group=tr("Agent"),
            hint=f"{state_words(row)[0]} · {row.hour_used}/{row.hour_limit}",
            icon=state_words(row)[1],
        )
        for row in rows
    ]


def search(entries: Sequence[Entry], typed: str) -> list[Found]:
    """The entries that hold the typed letters in their order, the best first; without letters all, as they stand."""
    wanted = "".join(typed.casefold().split())
    if not wanted:
        return [Found(entry=entry, letters=()) for entry in entries][:MOST_SHOWN]
    scored: list[tuple[int, int, Found]] = []
    for place, entry in enumerate(entries):
        hit = letters_of(entry.words, wanted)
        if hit is not None:
            scored.append((-_worth(entry.words, hit), place, Found(entry=entry, letters=hit)))
    scored.sort(key=lambda one: one[:2])
    return [found for _, _, found in scored[:MOST_SHOWN]]


def letters_of(words: str, wanted: str) -> tuple[int, ...] | None:
    """Where the wanted letters stand in `words`: whole if they can, at starts of words if they can, else in order."""
    text = words.casefold()
    whole = text.replace(" ", "\x00").find(wanted)
    starts = [at for at in range(len(text)) if _starts_word(text, at)]
    runs = [at for at in starts if text.startswith(wanted, at)]
    if runs or whole >= 0:
        first = runs[0] if runs else whole
        return tuple(range(first, first + len(wanted)))
    return _in_order(text, wanted)


def _in_order(text: str, wanted: str) -> tuple[int, ...] | None:
    hit: list[int] = []
    at = 0
    for place, letter in enumerate(wanted):
        after = [i for i in range(at, len(text)) if text[i] == letter]
        # The start of a word is what a person means by a letter, unless what follows would no longer fit.
        after.sort(key=lambda i: (i != at or not hit) and not _starts_word(text, i))
        fits = next((i for i in after if _fits(text, i + 1, wanted[place + 1 :])), None)
        if fits is None:
            return None
        hit.append(fits)
        at = fits + 1
    return tuple(hit)


def _fits(text: str, at: int, wanted: str) -> bool:
    for letter in wanted:
        at = text.find(letter, at) + 1
        if at == 0:
            return False
    return True


def _starts_word(text: str, at: int) -> bool:
    return text[at].isalnum() and (at == 0 or not text[at - 1].isalnum())


def _worth(words: str, hit: tuple[int, ...]) -> int:
    text = words.casefold()
    worth = 0
    for place, at in enumerate(hit):
        worth += _START * _starts_word(text, at)
        if place:
            gap = at - hit[place - 1] - 1
            worth += _NEXT if gap == 0 else _GAP * min(gap, 10)
    return worth - hit[0] // 4
