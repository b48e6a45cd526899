"""Filters of the floor beside the typed one: near a limit, refused, by mode, state and campaign. No widget."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from app.ui.models.columns import NEAR, used_share
from app.ui.models.wording import MODES, STATES, mode_words
from app.ui.tongue import marked, tr
from app.wire.feed import FloorAgent

Group = Literal["quick", "mode", "state", "campaign"]
QUICK = {"near": marked("Near a limit"), "refused": marked("Refused in the last hour")}
NO_CAMPAIGN = ""
"""An agent without a session, or whose session has no campaign."""
Choice = tuple[Group, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorFilter:
    """What was chosen: within a group any will do, every group that chose something has to agree."""

    chosen: frozenset[Choice] = field(default_factory=frozenset)

    @property
    def empty(self) -> bool:
        """Whether it keeps everybody."""
        return not self.chosen

    def of(self, group: Group) -> frozenset[str]:
        """What is chosen in a group."""
        return frozenset(value for name, value in self.chosen if name == group)

    def set(self, choice: Choice, *, on: bool) -> "FloorFilter":
        """With one choice made or taken back."""
        return replace(self, chosen=self.chosen | {choice} if on else self.chosen - {choice})

    def keeps(self, agent: FloorAgent) -> bool:
        """Whether the agent passes. Both quick ones together mean both, since each alone says what to look at."""
        if not self.chosen:
            return True
        quick = self.of("quick")
        if "near" in quick and used_share(agent) < NEAR:
            return False
        if "refused" in quick and agent.refusals_hour == 0:
            return False
        has = values_of(agent)
        groups: tuple[Group, ...] = ("mode", "state", "campaign")
        return all(not (wanted := self.of(group)) or has[group] in wanted for group in groups)


def values_of(agent: FloorAgent) -> dict[Group, str]:
    """What an agent is in each group."""
    campaign = (agent.session.campaign if agent.session else None) or NO_CAMPAIGN
    return {"mode": agent.mode, "state": agent.state, "campaign": campaign}


def words_of(choice: Choice) -> str:
    """A choice as a chip says it."""
    group, value = choice
    match group:
        case "quick":
            return tr(QUICK[value]) if value in QUICK else value
        case "mode":
            return mode_words(value)
        case "state":
            return STATES[value].said if value in STATES else value
        case "campaign":
            return value or tr("No campaign")


def counts_of(agents: Iterable[FloorAgent]) -> dict[Choice, int]:
    """How many agents each choice alone would keep; modes and states that nobody is in are there with 0."""
    counts: dict[Choice, int] = {("quick", name): 0 for name in QUICK}
    counts |= {("mode", mode): 0 for mode in MODES}
    counts |= {("state", state): 0 for state in STATES}
    for agent in agents:
        counts["quick", "near"] += used_share(agent) >= NEAR
        counts["quick", "refused"] += agent.refusals_hour > 0
        for group, value in values_of(agent).items():
            counts[group, value] = counts.get((group, value), 0) + 1
    return counts


def remembered(pairs: Iterable[object]) -> FloorFilter:
    """The filter from what was kept; what cannot be one is passed over."""
    groups: dict[object, Group] = {"quick": "quick", "mode": "mode", "state": "state", "campaign": "campaign"}
    chosen: set[Choice] = set()
    for pair in pairs:
        if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) and isinstance(pair[1], str):
            group = groups.get(pair[0])
            if group is not None and _known(group, pair[1]):
                chosen.add((group, pair[1]))
    return FloorFilter(chosen=frozenset(chosen))


def _known(group: Group, value: str) -> bool:
    known: dict[Group, Iterable[str]] = {"quick": QUICK, "mode": MODES, "state": STATES}
    return group == "campaign" or value in known[group]
