"""What a dialer may ask, as values that encode themselves into the dialer path's bodies (`{"action": ...}`)."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from app.wire.base import Body
from app.wire.dialer import DialingMode

CallStatusName = Literal[
    "ringing", "answered", "completed", "no_answer", "busy", "voicemail", "failed", "abandoned", "not_placed"
]
Seconds = Annotated[int, Meta(ge=0)]
Lines = Annotated[int, Meta(ge=1, le=10)]


class Start(Body, frozen=True, kw_only=True, tag="start", tag_field="action", omit_defaults=True):
    """Start a session: of the caller's own agent (made on first use) if none is named."""

    mode: DialingMode | None = None
    campaign_id: str | None = None
    agent_id: str | None = None


class Pause(Body, frozen=True, kw_only=True, tag="pause", tag_field="action"):
    """Pause a session; it still counts as active."""

    session_id: str


class Resume(Body, frozen=True, kw_only=True, tag="resume", tag_field="action"):
    """Resume a paused session."""

    session_id: str


class Stop(Body, frozen=True, kw_only=True, tag="stop", tag_field="action"):
    """End a session for good."""

    session_id: str


class NextContact(Body, frozen=True, kw_only=True, tag="next-contact", tag_field="action", omit_defaults=True):
    """Ask for the next contact, or for several at once when predictive; each is charged as a call."""

    session_id: str
    mode: DialingMode | None = None
    lines: Lines | None = None


class CallStatus(Body, frozen=True, kw_only=True, tag="call-status", tag_field="action", omit_defaults=True):
    """Report what became of a call; `duration` is whole seconds of talk.

    The three instants (aware) are of the dialer's own clock: when somebody picked up, when that person's greeting
    ended, when an agent came on. The law counts the two seconds between the last two.
    """

    call_id: str
    status: CallStatusName
    duration: Seconds | None = None
    recording_url: str | None = None
    answered_by: Literal["person", "machine"] | None = None
    answered_at: datetime | None = None
    greeting_ended_at: datetime | None = None
    agent_connected_at: datetime | None = None


class Disposition(Body, frozen=True, kw_only=True, tag="disposition", tag_field="action", omit_defaults=True):
    """Report how a contact was left: one of product.md section 2's dispositions, or a tenant's own.

    `callback_at` (aware) is when a `callback` is due.
    """

    session_id: str
    contact_id: str
    disposition: str
    call_id: str | None = None
    notes: str | None = None
    duration: Seconds | None = None
    recording_url: str | None = None
    callback_at: datetime | None = None


class Status(Body, frozen=True, kw_only=True, tag="status", tag_field="action", omit_defaults=True):
    """Ask how every limit that touches the caller stands."""

    session_id: str | None = None


DialerRequest = Start | Pause | Resume | Stop | NextContact | CallStatus | Disposition | Status
KEYED = (Start, NextContact, Disposition)
"""The requests that a repeat would charge or count twice; they carry an Idempotency-Key."""
