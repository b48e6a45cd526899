"""The limit editor's arithmetic: what is valid, what an edit would be, and what it will do. No widget."""

from dataclasses import dataclass
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from app.ui.models.rate import next_free_after
from app.ui.models.wording import age
from app.ui.tongue import tr
from app.wire.dialer import DialingMode
from app.wire.feed import FloorAgent
from app.wire.operator import EditAgent, Enforcement

FieldName = Literal["calls_per_hour", "call_timeout", "auto_dial_delay", "reason"]
PRESETS: dict[DialingMode, int] = {"preview": 40, "power": 100, "predictive": 150}
"""Calls per hour by mode (specification, "For Campaigns")."""
SHORTEST_RING_S, LONGEST_RING_S = 15, 600
LONGEST_DELAY_S = 3_600
MOST_CALLS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitForm:
    """What stands in the editor's fields; `calls_per_hour` None is the mode's preset."""

    mode: DialingMode
    calls_per_hour: int | None
    call_timeout: int
    auto_dial_delay: int
    enforcement: Enforcement
    reason: str

    @property
    def limit(self) -> int:
        """The calls per hour that would hold."""
        return PRESETS[self.mode] if self.calls_per_hour is None else self.calls_per_hour


def form_of(agent: FloorAgent) -> LimitForm:
    """The form filled with what holds now."""
    modes: dict[str, DialingMode] = {"preview": "preview", "power": "power", "predictive": "predictive"}
    return LimitForm(
        mode=modes.get(agent.mode, "power"),
        calls_per_hour=agent.calls_per_hour,
        call_timeout=agent.call_timeout,
        auto_dial_delay=agent.auto_dial_delay,
        enforcement=agent.enforcement,
        reason="",
    )


def faults_of(form: LimitForm) -> dict[FieldName, str]:
    """What is wrong, by field, in sentences that say what would be right."""
    faults: dict[FieldName, str] = {}
    if form.calls_per_hour is not None and not 0 <= form.calls_per_hour <= MOST_CALLS:
        faults["calls_per_hour"] = tr("Between 0 and {most} calls per hour").format(most=f"{MOST_CALLS:,}")
    if form.call_timeout < SHORTEST_RING_S:
        faults["call_timeout"] = tr(
            "A call must ring at least {least} s or four rings before it is given up: 47 CFR 64.1200(a)(6)"
        ).format(least=SHORTEST_RING_S)
    elif form.call_timeout > LONGEST_RING_S:
        faults["call_timeout"] = tr("At most {most} s").format(most=LONGEST_RING_S)
    if not 0 <= form.auto_dial_delay <= LONGEST_DELAY_S:
        faults["auto_dial_delay"] = tr("Between 0 and {most} s").format(most=f"{LONGEST_DELAY_S:,}")
    if not 3 <= len(form.reason.strip()) <= 500:
        faults["reason"] = tr("Say why in at least 3 letters: it goes into the audit trail")
    return faults


def edit_of(form: LimitForm, before: LimitForm, revision: int) -> EditAgent | None:
    """The edit that makes the differences so; None if there is none."""
    changes = {
        "mode": (form.mode, before.mode),
        "max_calls_per_hour": (form.calls_per_hour, before.calls_per_hour),
        "call_timeout": (form.call_timeout, before.call_timeout),
        "auto_dial_delay": (form.auto_dial_delay, before.auto_dial_delay),
        "enforcement": (form.enforcement, before.enforcement),
    }
    if all(new == old for new, old in changes.values()):
        return None
    edit = EditAgent(expected_revision=revision, reason=form.reason.strip())
    return msgspec.structs.replace(edit, **{name: new for name, (new, old) in changes.items() if new != old})


def consequence(form: LimitForm, used: int, calls: NDArray[np.float64], now: float) -> str:
    """What the edit will do at once, from the calls inside the hour: an edit keeps what was used."""
    limit = form.limit
    if form.enforcement == "alert-only":
        if used < limit:
            return tr("Alert only: nothing is refused.")
        over = tr("Alert only: nothing is refused. {used} are used: each call past {limit} is counted and warned of.")
        return over.format(used=used, limit=limit)
    if limit == 0:
        return tr("0 blocks this agent: every call is refused until the limit is raised.")
    leave = used - limit + 1
    if leave <= 0:
        return tr("{used} used: %n more may go now.", "", limit - used).format(used=used)
    wait = next_free_after(calls, now, leave)
    if wait is None:
        return tr("{used} used: refused until %n leave the window.", "", leave).format(used=used)
    said = tr("{used} used: refused until %n leave the window, in about {time}.", "", leave)
    return said.format(used=used, time=age(max(1, round(wait))))
