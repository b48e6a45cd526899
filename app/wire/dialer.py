"""Rows and answers of the dialer path, `POST /functions/v1/power-dialer-controller`."""

from datetime import datetime
from typing import Literal

from app.wire.base import Body, Row

DialingMode = Literal["preview", "power", "predictive"]


class SessionRow(Row, frozen=True, kw_only=True):
    """A dialing session as dialers have always read it."""

    id: str
    tenant_id: str
    agent_id: str
    campaign_id: str | None
    mode: str
    status: str
    started_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    contacts_attempted: int
    contacts_reached: int
    contacts_converted: int
    last_activity_at: datetime


class AgentRow(Row, frozen=True, kw_only=True):
    """An AI agent and its configuration; unknown configuration keys are kept as they were given."""

    id: str
    name: str
    agent_type: str
    status: str
    configuration: dict[str, object]


class CallRow(Row, frozen=True, kw_only=True):
    """One call: one line of a batch. `status` is one of product.md section 2's ten."""

    id: str
    session_id: str
    agent_id: str
    contact_id: str
    phone_number: str
    status: str
    disposition: str | None
    duration: int | None
    recording_url: str | None
    created_at: datetime
    ended_at: datetime | None


class StartAnswer(Body, frozen=True, kw_only=True):
    """A session was started, or is the one an earlier try with the same key started."""

    success: bool
    session: SessionRow
    agent: AgentRow


class SessionAnswer(Body, frozen=True, kw_only=True):
    """A session was paused, resumed, stopped, or learned a disposition."""

    success: bool
    message: str
    session: SessionRow


class LinesHeldNote(Body, frozen=True, kw_only=True):
    """Why a batch is smaller than was asked for, or empty: its campaign is too near to 3 % abandoned calls.

    `code` is `abandonment_one_line` (from 2.5 % on), `abandonment_no_overdialing` (from 2.9 % on) or
    `abandonment_headroom` (what is in flight could pass 3 %). `asked` counts lines for which there was a contact.
    """

    asked: int
    given: int
    code: str
    sentence: str


class LeftOutNote(Body, frozen=True, kw_only=True):
    """How many contacts were passed over for one reason before this answer: on a list, or forbidden by a rule now."""

    code: str
    rule_id: str
    contacts: int
    sentence: str


class NextContactAnswer(Body, frozen=True, kw_only=True):
    """Contacts to dial now. `call_ids` runs parallel to `[contact, *next_contacts]`; `call_id` is its first.

    `contact` is null when nothing may be dialed; `reason` and `next_eligible_at` say why and until when. `lines_held`
    says why there are fewer contacts than lines, `left_out` which contacts were passed over, and why.
    A contact holds `id first_name last_name phone email` and every imported column.
    """

    success: bool
    contact: dict[str, object] | None
    next_contacts: list[dict[str, object]]
    queue_size: int
    call_id: str | None
    call_ids: list[str]
    message: str
    reason: str | None = None
    next_eligible_at: datetime | None = None
    lines_held: LinesHeldNote | None = None
    left_out: list[LeftOutNote] = []


class CallAnswer(Body, frozen=True, kw_only=True):
    """A call learned its status."""

    success: bool
    call: CallRow


class LimitUse(Body, frozen=True, kw_only=True):
    """One limit as it stands: `remaining` is never negative; `reset_at` is when the next used slot comes free."""

    limit_id: str
    subject: str
    enforcement: str
    source: str
    limit: int
    used: int
    remaining: int
    window_seconds: int | None
    reset_at: datetime | None


class StatusAnswer(Body, frozen=True, kw_only=True):
    """Every limit that touches the caller, and its session if one was named."""

    success: bool
    limits: list[LimitUse]
    session: SessionRow | None
