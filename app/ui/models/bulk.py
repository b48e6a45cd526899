"""One act on many agents: who is in it, what is asked for each, and how each answered. No widget."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.client.errors import GatewayRefused
from app.ui.tongue import tr
from app.wire.feed import FloorAgent

SessionAct = Literal["pause", "resume", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How the act went for one agent; `fault` is None if it was done, else the engine's words with their status."""

    agent_id: str
    name: str
    fault: str | None


def concerned(agents: Iterable[FloorAgent], act: SessionAct) -> list[FloorAgent]:
    """Those of the agents whose session the act can change."""
    status = {"pause": ("active",), "resume": ("paused",), "end": ("active", "paused")}[act]
    return [agent for agent in agents if agent.session is not None and agent.session.status in status]


def usual_act(agents: Iterable[FloorAgent]) -> SessionAct:
    """What the pause key means for many: pause while any of them is active, else resume."""
    return "pause" if concerned(agents, "pause") else "resume"


def fault_words(trouble: Exception) -> str:
    """`409: The session has already ended`; a line that is down has no status."""
    return f"{trouble.status}: {trouble}" if isinstance(trouble, GatewayRefused) else str(trouble)


def summary(outcomes: Sequence[Outcome], left: int) -> str:
    """How it went in a sentence or two: done for how many, and who stays chosen."""
    failed = sum(1 for outcome in outcomes if outcome.fault is not None)
    said = tr("Done for {done} of {all}.").format(done=len(outcomes) - failed, all=len(outcomes) + left)
    more = [tr("%n failed", "", failed)] if failed else []
    more += [tr("%n were not tried", "", left)] if left else []
    if not more:
        return said
    return f"{said} {', '.join(more)}: " + tr("they stay chosen.", "of %n agents", failed + left)
