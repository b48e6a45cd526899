"""The keys of the alerts view, for F1 and the palette too."""

from collections.abc import Callable, Sequence
from functools import partial

from app.ui.page import PageAction
from app.ui.tongue import tr
from app.ui.views.alert_filter_bar import ACTS

Do = Callable[[], object]


def acts_of(act: Callable[[str], object]) -> list[PageAction]:
    """What a person does with the chosen alerts."""
    words = (tr("Acknowledge the chosen alerts"), tr("Snooze the chosen alerts"), tr("Resolve the chosen alerts"))
    return [
        PageAction(id=what, words=said, shortcuts=(key,), act=partial(act, what), icon=icon, right="alerts")
        for (what, _, icon, key), said in zip(ACTS, words, strict=True)
    ]


def ways_of(act: Callable[[str], object], show_agent: Do, edit_limits: Do) -> list[PageAction]:
    """Where to go on from an alert."""
    return [
        PageAction(
            id="agent",
            words=tr("Show the alert's agent on the floor"),
            shortcuts=("G",),
            act=show_agent,
            icon="account-search-outline",
        ),
        PageAction(
            id="limits",
            words=tr("Edit the limits of the alert's agent"),
            shortcuts=("L",),
            act=edit_limits,
            icon="tune-variant",
            right="edit_limits",
        ),
        PageAction(
            id="settings",
            words=tr("Alert settings: marks, quiet hours, sound"),
            shortcuts=("S",),
            act=partial(act, "settings"),
            icon="cog-outline",
        ),
    ]


def states_of(choose: Sequence[Do]) -> list[PageAction]:
    """The four lists, by digit."""
    words = (tr("Open alerts"), tr("Acknowledged alerts"), tr("Snoozed alerts"), tr("Alerts that are over"))
    return [
        PageAction(id=f"state{at}", words=said, shortcuts=(str(at),), act=do, icon="filter-variant")
        for at, (said, do) in enumerate(zip(words, choose, strict=True), start=1)
    ]
