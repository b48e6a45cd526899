"""What the framework found wrong with a request, said with the client's own word for the field, and what to do."""

import re
from types import MappingProxyType

from litestar.exceptions import HTTPException, ValidationException

_ASKED_AS = MappingProxyType(
    {
        "from_": "from",
        "from_revision": "from",
        "to_revision": "to",
        "size": "limit",
        "text": "q",
        "file_name": "file",
        "of_status": "status",
        "of_state": "state",
        "of_scope": "scope",
        "agent_id": "agentId",
        "session_id": "sessionId",
        "campaign_id": "campaignId",
        "user_id": "userId",
        "scope_id": "scopeId",
    }
)
"""What a query calls the parameters that our functions cannot be given under that name."""
_SHAPES = MappingProxyType(
    {
        "region": "must be two letters, as in US or DE",
        "emergencies": "must be a state, as in US-LA",
        "reason": "must say why in 3 letters at least, without control characters",
        "": "must have letters in it, and no control characters",
    }
)
"""What a text that does not match must be, by its field."""
_STATUSES = MappingProxyType(
    {
        404: "There is no such page",
        405: "This method is not for this page",
        413: "The body is too large for this page; send less at once",
    }
)
_ABSENT = re.compile(r"Object missing required field `(\w+)`")
_SURPLUS = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_NO_QUERY = re.compile(r"Missing required query parameter '(\w+)'")
_BODY = "data"


def first_fault(fault: HTTPException) -> tuple[str | None, str]:
    """The field that is wrong, None for the whole of it, and the sentence."""
    extra = fault.extra
    if isinstance(fault, ValidationException) and isinstance(extra, list) and extra:
        first = extra[0]
        return _named(str(first.get("key", "")), str(first.get("message", fault.detail)))
    asked = _NO_QUERY.match(fault.detail)
    if asked is not None:
        return asked[1], f"{asked[1]} is required: add ?{asked[1]}= to the address"
    return None, _STATUSES.get(fault.status_code, fault.detail)


def _named(key: str, text: str) -> tuple[str | None, str]:
    field = "" if key == _BODY else _ASKED_AS.get(key, key)
    for pattern, sentence in ((_ABSENT, "{} is required"), (_SURPLUS, "{} is not known here; leave it out")):
        found = pattern.fullmatch(text)
        if found is not None:
            inner = f"{field}.{found[1]}" if field else found[1]
            return inner, sentence.format(inner)
    if not field:
        return None, "The body must be a JSON object" + ("" if text == f"'{_BODY}'" else f" ({text})")
    if text.startswith("Expected `str` matching regex"):
        return field, f"{field} {_shape(field)}"
    if text.startswith(("Invalid RFC3339", "Expected `datetime`")):
        return field, f"{field} must be a time with its zone, as in 2026-12-01T15:30:00Z"
    return field, f"{field}: {text}"


def _shape(field: str) -> str:
    word = re.sub(r"\[\d+\]", "", field).rpartition(".")[2]
    return _SHAPES.get(word, _SHAPES[""])
