"""What calls and refusals are narrowed by, as a person chose it: a span of time and chips; and as the wire has it."""

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

import msgspec

from app.ui.models.export_range import range_of
from app.ui.models.log_rows import when_text
from app.ui.models.moment import Instant
from app.ui.tongue import marked, tr
from app.wire.log import LogFilter

Field = Literal[
    "agent_id", "session_id", "number", "same_as", "status", "disposition", "campaign_id", "user_id", "code"
]
Kind = Literal["calls", "refusals"]
SPANS: MappingProxyType[str, str] = MappingProxyType(
    {
        "all": marked("All time"),
        "hour": marked("Last hour"),
        "today": marked("Today"),
        "yesterday": marked("Yesterday"),
        "week": marked("Last 7 days"),
        "custom": marked("From … to …"),
    }
)
OPEN_SPANS = ("all", "hour", "today", "week")
"""Spans that the present belongs to: new rows may come on top."""

FIELDS: MappingProxyType[Field, str] = MappingProxyType(
    {
        "agent_id": marked("Agent: {what}"),
        "session_id": marked("Session: {what}"),
        "number": marked("Number: {what}"),
        "same_as": marked("Number: {what}"),
        "status": marked("Status: {what}"),
        "disposition": marked("Outcome: {what}"),
        "campaign_id": marked("Campaign: {what}"),
        "user_id": marked("User: {what}"),
        "code": marked("Reason: {what}"),
    }
)
_NUMBERS: tuple[Field, ...] = ("number", "same_as")
_OF_KIND: MappingProxyType[Kind, frozenset[Field]] = MappingProxyType(
    {
        "calls": frozenset(
            {"agent_id", "session_id", "number", "same_as", "status", "disposition", "campaign_id", "user_id"}
        ),
        "refusals": frozenset({"agent_id", "session_id", "user_id", "code"}),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One thing narrowed by: the value that the wire takes, and its words for people."""

    field: Field
    value: str
    words: str

    @property
    def chip(self) -> str:
        """As it stands on its chip."""
        return tr(FIELDS[self.field]).format(what=self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogNarrow:
    """A filter in force. `since` and `until` belong to the span `custom`."""

    span: str = "all"
    since: Instant | None = None
    until: Instant | None = None
    chosen: tuple[Chosen, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it narrows nothing."""
        return self.span == "all" and not self.chosen

    def choose(self, one: Chosen) -> "LogNarrow":
        """Narrowed by one more; another value of the same field goes, and a number however it was named."""
        gone = _NUMBERS if one.field in _NUMBERS else (one.field,)
        kept = tuple(other for other in self.chosen if other.field not in gone)
        return replace(self, chosen=(*kept, one))

    def without(self, field: Field) -> "LogNarrow":
        """No longer narrowed by a field."""
        return replace(self, chosen=tuple(other for other in self.chosen if other.field != field))

    def within(self, span: str, since: Instant | None = None, until: Instant | None = None) -> "LogNarrow":
        """Of another span of time."""
        return replace(self, span=span, since=since, until=until)

    def for_kind(self, kind: Kind) -> list[Chosen]:
        """What of it calls, or refusals, can be narrowed by."""
        return [one for one in self.chosen if one.field in _OF_KIND[kind]]

    def span_words(self, now: Instant) -> str:
        """The span for its chip."""
        if self.span != "custom" or self.since is None or self.until is None:
            return tr(SPANS[self.span])
        return f"{when_text(self.since, now)} – {when_text(self.until, now)}"

    def wire(self, kind: Kind, now: Instant) -> LogFilter:
        """As it is asked, at an instant of the engine's; an open span has no end, so that later rows come too."""
        values = {one.field: one.value for one in self.for_kind(kind)}
        since, until = self.since, self.until
        if self.span != "custom":
            since, until = range_of(self.span, now) or (None, None)
        if self.span in OPEN_SPANS:
            until = None
        return msgspec.structs.replace(LogFilter(since=since, until=until), **values)


def looks_like_an_id(text: str) -> bool:
    """Whether a text is a UUID: then it names a session and not a number."""
    plain = text.strip()
    return len(plain) == 36 and plain.count("-") == 4


def number_trouble(text: str) -> str:
    """What is wrong with a typed number and how to write it, empty if it can be searched."""
    digits = "".join(mark for mark in text if mark not in " -().+/ ")
    if digits.isascii() and digits.isdecimal() and len(digits) <= 15:
        return ""
    return tr("Write the last digits, as in 0100, or the beginning with a plus, as in +1 212")
