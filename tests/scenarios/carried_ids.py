"""Every id that a request carries beside its path: in a query string or a body, of `/v1` and of the dialers' path."""

from dataclasses import dataclass
from typing import Any

from tests.scenarios.role_table import WHY

Json = dict[str, Any]
_CALLS = {"kind": "calls", "range": "yesterday"}
_SETTING = {"scope": "tenant", "scopeId": "{}", "limitId": "sessions.active", "expectedRevision": 0, "amount": 7}


@dataclass(frozen=True, kw_only=True)
class Carried:
    """One request with `{}` where the id of a `subject` goes, which is the field `field` of it."""

    method: str
    path: str
    subject: str
    field: str
    body: Json


def _of(method: str, path: str, subject: str, field: str, body: Json | None = None) -> Carried:
    return Carried(method=method, path=path, subject=subject, field=field, body=body or {})


QUERIES = (
    *(_of("GET", "/v1/calls", subject, f"{subject}Id") for subject in ("agent", "session", "campaign", "user")),
    _of("GET", "/v1/calls", "call", "sameAs"),
    *(_of("GET", "/v1/refusals", subject, f"{subject}Id") for subject in ("agent", "session", "user")),
    _of("GET", "/v1/alerts", "agent", "agentId"),
    _of("GET", "/v1/limits/history", "tenant", "scopeId"),
    _of("GET", "/v1/limits/history", "agent", "scopeId"),
)
"""Ids in query strings."""

BODIES = (
    *(
        _of("POST", "/v1/reveals", kind, "id", {"kind": kind, "id": "{}", "reason": WHY})
        for kind in ("call", "contact")
    ),
    _of("POST", "/v1/exports", "campaign", "campaignId", {**_CALLS, "campaignId": "{}"}),
    _of("POST", "/v1/exports/preview", "campaign", "campaignId", {**_CALLS, "campaignId": "{}"}),
    _of(
        "POST",
        "/v1/export-presets",
        "campaign",
        "what.campaignId",
        {"name": "Theirs", "what": {**_CALLS, "campaignId": "{}"}},
    ),
    _of(
        "PUT",
        "/v1/alert-settings",
        "agent",
        "agents.agentId",
        {"expectedRevision": 0, "reason": WHY, "thresholds": {}, "quietHours": None, "agents": [{"agentId": "{}"}]},
    ),
    _of("POST", "/v1/holds", "campaign", "campaignId", {"scope": "campaign", "campaignId": "{}", "reason": WHY}),
    _of(
        "POST",
        "/v1/limits/changes",
        "agent",
        "agents.agentId",
        {"reason": WHY, "agents": [{"agentId": "{}", "expectedRevision": 0, "callTimeout": 44}]},
    ),
    _of("POST", "/v1/limits/changes", "tenant", "settings.scopeId", {"reason": WHY, "settings": [_SETTING]}),
    _of("POST", "/v1/may-call", "campaign", "campaignId", {"phoneNumber": "+12125550100", "campaignId": "{}"}),
)
"""Ids in bodies of what is answered at once."""

_AGENT = {"agentId": "{}", "expectedRevision": 0, "callTimeout": 44}
PREVIEWS = (
    _of("POST", "/v1/limits/preview", "agent", "agents.agentId", {"agents": [_AGENT]}),
    _of("POST", "/v1/limits/preview", "tenant", "settings.scopeId", {"settings": [_SETTING]}),
)
"""Ids in bodies of what a process of its own answers, a while later."""

NOT_A_TENANTS = frozenset(
    {
        "settings.limitId",  # a word of the grammar
        "tierId",  # tiers, files of the national list and rules are the folder's; only the operator names them
        "expectedTierId",
        "files.id",
        "ruleId",
    }
)
"""Fields that end in `id` and name nothing that a tenant owns."""

_PLAIN = ("pause", "resume", "stop", "status")
NOTES = {"disposition": "answered"}
DIALS = (
    _of("POST", "start", "agent", "agentId", {"agentId": "{}"}),
    _of("POST", "start", "campaign", "campaignId", {"campaignId": "{}"}),
    *(
        _of("POST", action, "session", "sessionId", {"sessionId": "{}"})
        for action in ("pause", "resume", "stop", "status")
    ),
    _of("POST", "next-contact", "session", "sessionId", {"sessionId": "{}"}),
    _of("POST", "call-status", "call", "callId", {"callId": "{}", "status": "completed"}),
    _of("POST", "disposition", "session", "sessionId", {"sessionId": "{}", "contactId": "{contact}", **NOTES}),
    _of("POST", "disposition", "contact", "contactId", {"sessionId": "{session}", "contactId": "{}", **NOTES}),
    _of(
        "POST",
        "disposition",
        "call",
        "callId",
        {"sessionId": "{session}", "contactId": "{contact}", "callId": "{}", **NOTES},
    ),
)
"""Ids in what dialers send, by action."""
