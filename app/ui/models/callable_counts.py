"""The four figures over the map: states, contacts, and what changes next. No widget, no clock."""

from dataclasses import dataclass

from app.ui.models.callable_words import state_name, viewer_clock
from app.ui.tongue import tr
from app.ui.widgets.labels import Tone
from app.wire.callable import CallableNowPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure and what it is of."""

    figure: str
    words: str
    tone: Tone = "text"


def counts_of(page: CallableNowPage) -> tuple[Count, Count, Count, Count]:
    """States open, contacts callable now and within the hour, whether the rules bind."""
    whole = sum(all(zone.is_open for zone in state.zones) for state in page.states)
    part = sum(any(zone.is_open for zone in state.zones) for state in page.states) - whole
    states = tr("of {all} states open").format(all=len(page.states))
    contacts = page.contacts
    return (
        Count(figure=str(whole), words=states + (", " + tr("%n in part", "", part) if part else "")),
        Count(
            figure=f"{contacts.callable_now:,}",
            words=tr("of %Ln contacts callable", "", contacts.due),
        ),
        Count(figure=f"{contacts.within_hour:,}", words=tr("more within the hour")),
        _next_change(page),
    )


def _next_change(page: CallableNowPage) -> Count:
    soonest = min(
        ((zone.until, state, zone) for state in page.states for zone in state.zones if zone.until is not None),
        key=lambda one: one[0],
        default=None,
    )
    if soonest is None:
        return Count(figure="–", words=tr("no change in sight"))
    until, state, zone = soonest
    said = tr("{state} closes next") if zone.is_open else tr("{state} opens next")
    words = said.format(state=state_name(state.jurisdiction))
    return Count(figure=viewer_clock(until), words=words)
