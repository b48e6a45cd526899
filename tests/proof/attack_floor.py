"""A small floor with one of everything, and the ids of it: an attack that knows no id gets no farther than a 404."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx

from tests.e2e.serving import Serving, dial, import_contacts, make_token, started

ROLES = ("admin", "supervisor", "compliance", "dialer")
_LISTS = {
    "/v1/floor": ("agents", "agent_id"),
    "/v1/sessions": ("sessions", "session_id"),
    "/v1/calls": ("calls", "call_id"),
    "/v1/refusals": ("refusals", "refusal_id"),
    "/v1/campaigns": ("campaigns", "campaign_id"),
    "/v1/users": ("users", "user_id"),
    "/v1/tokens": ("tokens", "token_id"),
    "/v1/alerts": ("alerts", "alert_id"),
    "/v1/do-not-call": ("entries", "entry_id"),
    "/v1/rule-changes": ("changes", "change_id"),
    "/v1/exports": ("exports", "export_id"),
}
"""Where ids are listed, under which field, and what a path calls one."""

_NUMBER = "+12125550117"


def make_floor(place: Path) -> tuple[Path, dict[str, str]]:
    """A folder with contacts and a token of each role."""
    data = place / "floor"
    tokens = {role: make_token(data, f"{role} one", role) for role in ROLES}
    import_contacts(data, place / "leads.csv", 60, "--campaign", "Spring")
    return data, tokens


def live_a_little(engine: Serving, tokens: Mapping[str, str]) -> dict[str, list[str]]:
    """A few calls, refusals, edits, a listed number, an export; returns the ids that paths can be given."""
    with engine.client(tokens["dialer"]) as dialer, engine.client(tokens["admin"]) as admin:
        session = started(dialer)
        for _ in range(6):
            contact = dial(dialer, "next-contact", sessionId=session).json()
            if (call := contact.get("callId")) is not None:
                dial(dialer, "call-status", callId=call, status="completed", duration=3)
        reason = {"reason": "the attack's own"}
        for path, body in (
            ("do-not-call", {"phone": _NUMBER, **reason}),
            ("holds", {"what": "all", **reason}),
            ("exports", {"kind": "calls", "range": "all"}),
            ("export-presets", {"name": "Each day", "what": {"kind": "calls", "range": "yesterday"}}),
            ("imports?file=leads.csv", {}),
        ):
            admin.post(f"/v1/{path}", json=body)
        return dict(_known(admin)) | {
            "phone": [_NUMBER],
            "kind": ["internal", "hours", "litigator"],
            "number": ["1"],
            "level": ["tenant", "system"],
            "scope_id": ["system", str(admin.get("/v1/me").json()["tenantId"])],
            "limit_id": ["calls.hour", "api.minute", "sessions.active"],
            "jurisdiction": ["US", "US-FL"],
            "answer": ["approve", "reject", "withdraw"],
        }


def _known(admin: httpx.Client) -> Iterator[tuple[str, list[str]]]:
    for path, (field, name) in _LISTS.items():
        page: dict[str, Any] = admin.get(path).json()
        if found := [str(one["id"]) for one in page.get(field, []) if "id" in one]:
            yield name, found[:20]
