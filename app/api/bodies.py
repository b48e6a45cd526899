"""A dialer's body: read within bounds, decoded into the intent of its action, each fault naming its field."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta

from app.api.answers import Answer, Receive, problem
from app.controller.call_status import ReportCall
from app.controller.disposition import Dispose
from app.controller.move_session import Move, MoveSession
from app.controller.next_contact import NextContact
from app.controller.start import Start
from app.controller.status import AskStatus
from app.engine.calls import CallStatus
from app.engine.limits import DialingMode
from app.engine.pacing import HIGHEST_LINES
from app.engine.pickup import Answerer, Pickup
from app.wire.base import instant_of

BODY_BYTES = 64 * 1024

UuidText = Annotated[
    str, Meta(pattern="^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$", max_length=36)
]
Url = Annotated[str, Meta(max_length=2_000)]
Notes = Annotated[str, Meta(max_length=10_000)]
Seconds = Annotated[int, Meta(ge=0, le=86_400)]
Lines = Annotated[int, Meta(ge=1, le=HIGHEST_LINES)]
Moment = Annotated[datetime, Meta(tz=True)]

Intent = Start | MoveSession | NextContact | ReportCall | Dispose | AskStatus


class _Body(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A body; keys we do not know are let pass, as the edge function did."""


class _Named(_Body, frozen=True, kw_only=True):
    action: str | None = None


class _StartBody(_Body, frozen=True, kw_only=True):
    mode: DialingMode | None = None
    campaign_id: UuidText | None = None
    agent_id: UuidText | None = None

    def intent(self) -> Start:
        return Start(mode=self.mode, campaign_id=_lower(self.campaign_id), agent_id=_lower(self.agent_id))


class _SessionBody(_Body, frozen=True, kw_only=True):
    session_id: UuidText


class _PauseBody(_SessionBody, frozen=True, kw_only=True):
    def intent(self) -> MoveSession:
        return MoveSession(session_id=self.session_id.lower(), move=Move.PAUSE)


class _ResumeBody(_SessionBody, frozen=True, kw_only=True):
    def intent(self) -> MoveSession:
        return MoveSession(session_id=self.session_id.lower(), move=Move.RESUME)


class _StopBody(_SessionBody, frozen=True, kw_only=True):
    def intent(self) -> MoveSession:
        return MoveSession(session_id=self.session_id.lower(), move=Move.END)


class _NextContactBody(_SessionBody, frozen=True, kw_only=True):
    mode: DialingMode | None = None
    lines: Lines | None = None

    def intent(self) -> NextContact:
        return NextContact(session_id=self.session_id.lower(), mode=self.mode, lines=self.lines)


class _CallStatusBody(_Body, frozen=True, kw_only=True):
    call_id: UuidText
    status: CallStatus
    duration: Seconds | None = None
    recording_url: Url | None = None
    answered_by: Answerer | None = None
    answered_at: Moment | None = None
    greeting_ended_at: Moment | None = None
    agent_connected_at: Moment | None = None

    def intent(self) -> ReportCall:
        return ReportCall(
            call_id=self.call_id.lower(),
            status=self.status,
            duration=self.duration,
            recording_url=self.recording_url,
            pickup=self._pickup(),
        )

    def _pickup(self) -> Pickup | None:
        pickup = Pickup(
            by=self.answered_by,
            answered_at=_instant(self.answered_at),
            greeting_ended_at=_instant(self.greeting_ended_at),
            connected_at=_instant(self.agent_connected_at),
        )
        return pickup if pickup != _NOTHING_TOLD else None


class _DispositionBody(_SessionBody, frozen=True, kw_only=True):
    contact_id: UuidText
    disposition: Annotated[str, Meta(min_length=1, max_length=60)]
    call_id: UuidText | None = None
    notes: Notes | None = None
    duration: Seconds | None = None
    recording_url: Url | None = None
    callback_at: Moment | None = None

    def intent(self) -> Dispose:
        return Dispose(
            session_id=self.session_id.lower(),
            contact_id=self.contact_id.lower(),
            disposition=self.disposition,
            call_id=_lower(self.call_id),
            notes=self.notes,
            duration=self.duration,
            recording_url=self.recording_url,
            callback_at=self.callback_at,
        )


class _StatusBody(_Body, frozen=True, kw_only=True):
    session_id: UuidText | None = None

    def intent(self) -> AskStatus:
        return AskStatus(session_id=_lower(self.session_id))


_Known = (
    _StartBody
    | _PauseBody
    | _ResumeBody
    | _StopBody
    | _NextContactBody
    | _CallStatusBody
    | _DispositionBody
    | _StatusBody
)


class Action(NamedTuple):
    """An action by its short name, and how its body is decoded."""

    name: str
    decoder: msgspec.json.Decoder[_Known]
    is_kept: bool


def _action(name: str, body: type[_Known], *, is_kept: bool = False) -> Action:
    return Action(name, msgspec.json.Decoder(body), is_kept)


_ACTIONS = (
    _action("start", _StartBody, is_kept=True),
    _action("pause", _PauseBody),
    _action("resume", _ResumeBody),
    _action("stop", _StopBody),
    _action("next-contact", _NextContactBody, is_kept=True),
    _action("call-status", _CallStatusBody),
    _action("disposition", _DispositionBody, is_kept=True),
    _action("status", _StatusBody),
)
ACTIONS: dict[str, Action] = {
    **{action.name: action for action in _ACTIONS},
    **{f"{action.name}-session": action for action in _ACTIONS[:4]},
}
"""Every spelling of every action: short, and with `-session` as the older paths have it."""

_named = msgspec.json.Decoder(_Named)
_PLACE = re.compile(r"(.*?)(?: - at `\$\.?([^`]*)`)?", re.DOTALL)
_FIXES = {
    "Expected `str` matching regex": "must be a UUID such as 0198c5f6-7e2a-7c1d-9a3b-2f4e6d8c0a1b",
    "Invalid RFC3339": "must be a time such as 2026-12-01T15:30:00Z",
}


_NOTHING_TOLD = Pickup()


def _instant(moment: datetime | None) -> int | None:
    return None if moment is None else instant_of(moment)


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def find_action(path_name: str, body: bytes) -> Action | Answer:
    """The action a request names, by path or by body."""
    try:
        name = path_name or _named.decode(body or b"{}").action
    except msgspec.ValidationError as fault:
        return invalid(fault)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _not_json()
    action = ACTIONS.get(name or "")
    if action is None:
        known = ", ".join(action.name for action in _ACTIONS)
        said = f"Unknown action '{name[:60]}'" if name else "No action was given"
        return problem(400, "invalid_request", f"{said}; use one of {known}", "action")
    return action


def decode(action: Action, body: bytes) -> Intent | Answer:
    """The intent of a body."""
    try:
        return action.decoder.decode(body or b"{}").intent()
    except msgspec.ValidationError as fault:
        return invalid(fault)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _not_json()


def invalid(fault: msgspec.ValidationError) -> Answer:
    """400, naming the field and what it may be."""
    match = _PLACE.fullmatch(str(fault))
    text, field = (match[1], match[2] or "") if match is not None else (str(fault), "")
    missing = re.fullmatch(r"Object missing required field `(\w+)`", text)
    if missing is not None:
        return problem(400, "invalid_request", f"{missing[1]} is required", missing[1])
    fix = next((fix for start, fix in _FIXES.items() if text.startswith(start)), None)
    if not field:
        return problem(400, "invalid_request", f"The body must be a JSON object ({text})")
    sentence = f"{field} {fix}" if fix is not None else f"{field}: {text[:1].lower()}{text[1:]}"
    return problem(400, "invalid_request", sentence, field)


def _not_json() -> Answer:
    return problem(400, "invalid_request", "The body is not valid JSON in UTF-8")


async def read_body(headers: Mapping[bytes, bytes], receive: Receive) -> bytes | Answer | None:
    """The body, a 413 or 415, or None if the client went away. Never holds more than the bound and one chunk."""
    length = headers.get(b"content-length", b"0")
    size = int(length) if length.isdigit() else 0
    body = b""
    if size <= BODY_BYTES:
        size = 0
        while size <= BODY_BYTES:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            chunk = message.get("body", b"")
            size += len(chunk)
            body = body + chunk if body else chunk
            if not message.get("more_body", False):
                break
    if size > BODY_BYTES:
        return problem(413, "invalid_request", f"The body is larger than {BODY_BYTES // 1024} KiB", headers=[_CLOSE])
    return judge_body(headers, body)


def judge_body(headers: Mapping[bytes, bytes], body: bytes) -> bytes | Answer:
    """A body that has come whole, or a 415."""
    if body and not _is_json(headers.get(b"content-type", b"application/json")):
        return problem(415, "invalid_request", "The body must be JSON: send Content-Type: application/json")
    return body


_CLOSE = (b"connection", b"close")


def _is_json(kind: bytes) -> bool:
    if kind == b"application/json":
        return True
    plain = kind.split(b";")[0].strip().lower()
    return plain == b"application/json" or plain.endswith(b"+json")
