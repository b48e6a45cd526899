"""The columns of each export of the log, and how a row of the log becomes its cells."""

from collections.abc import Callable, Mapping

from app.compliance.area_codes import AreaCodes
from app.engine.log_rows import LoggedCall, LoggedRecord, LoggedRefusal
from app.reports.cells import flag_cell, id_cells, identity_cell, number_cell, text_cell, time_cell
from app.reports.local_time import local_cell

Names = Mapping[bytes, str]
Cells = tuple[str, ...]

CALL_COLUMNS = (
    "call_id",
    "called_at",
    "called_local_time",
    "called_zone",
    "country",
    "phone_number",
    "status",
    "disposition",
    "duration_seconds",
    "answered",
    "answered_at",
    "ended_at",
    "closed_by",
    "given_back",
    "given_back_at",
    "agent",
    "user",
    "campaign",
    "recording_url",
    "notes",
    "session_id",
    "contact_id",
    "agent_id",
    "user_id",
    "campaign_id",
)
REFUSAL_COLUMNS = (
    "refusal_id",
    "first_at",
    "last_at",
    "count",
    "code",
    "limit_id",
    "limit",
    "used",
    "retry_at",
    "user",
    "agent",
    "session_id",
    "user_id",
    "agent_id",
)
RECORD_COLUMNS = (
    "number",
    "at",
    "user",
    "action",
    "subject",
    "before",
    "after",
    "reason",
    "previous_sha256",
    "sha256",
)


def call_cells(area_codes: AreaCodes, names: Names) -> Callable[[LoggedCall], Cells]:
    """Writes a call in `CALL_COLUMNS`."""
    id_cell = id_cells()
    named = {identity: text_cell(name) for identity, name in names.items()}

    def cells(call: LoggedCall) -> Cells:
        place, number = area_codes.place(call.phone_number)
        return (
            identity_cell(call.id),
            time_cell(call.created_at),
            local_cell(call.created_at, place.zones),
            " ".join(place.zones),
            text_cell(place.country),
            text_cell(number),
            text_cell(call.status),
            text_cell(call.disposition),
            number_cell(call.duration),
            flag_cell(flag=call.answered_at is not None),
            time_cell(call.answered_at),
            time_cell(call.ended_at),
            text_cell(call.closed_by),
            flag_cell(flag=call.given_back_at is not None),
            time_cell(call.given_back_at),
            named.get(call.agent_id, ""),
            named.get(call.user_id, ""),
            named.get(call.campaign_id, "") if call.campaign_id is not None else "",
            text_cell(call.recording_url),
            text_cell(call.notes),
            id_cell(call.session_id),
            identity_cell(call.contact_id),
            id_cell(call.agent_id),
            id_cell(call.user_id),
            id_cell(call.campaign_id),
        )

    return cells


def refusal_cells(names: Names) -> Callable[[LoggedRefusal], Cells]:
    """Writes folded refusals in `REFUSAL_COLUMNS`."""
    id_cell = id_cells()

    def cells(refusal: LoggedRefusal) -> Cells:
        return (
            identity_cell(refusal.id),
            time_cell(refusal.first_at),
            time_cell(refusal.last_at),
            number_cell(refusal.tries),
            text_cell(refusal.code),
            text_cell(refusal.limit_id),
            number_cell(refusal.amount),
            number_cell(refusal.used),
            time_cell(refusal.retry_at),
            text_cell(names.get(refusal.user_id)),
            text_cell(names.get(refusal.agent_id)) if refusal.agent_id is not None else "",
            id_cell(refusal.session_id),
            id_cell(refusal.user_id),
            id_cell(refusal.agent_id),
        )

    return cells


def record_cells(record: LoggedRecord) -> Cells:
    """Writes an audit record in `RECORD_COLUMNS`."""
    return (
        number_cell(record.number),
        time_cell(record.at),
        text_cell(record.user),
        text_cell(record.action),
        text_cell(record.subject),
        text_cell(record.before),
        text_cell(record.after),
        text_cell(record.reason),
        record.previous.hex(),
        record.hash.hex(),
    )
