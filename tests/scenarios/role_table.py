"""Every route of `/v1` with whom it is for, and the request that asks it: the role table of docs/guides/protocol.md."""

from dataclasses import dataclass, field
from typing import Any

from app.compliance.rule_edits import timeline_of, wording_hash
from app.compliance.rule_files import read_rule_book

Json = dict[str, Any]

READERS = frozenset({"supervisor", "admin", "compliance", "operator"})
SUPERVISORS = frozenset({"supervisor", "admin", "operator"})
OFFICERS = frozenset({"admin", "compliance", "operator"})
ADMINS = frozenset({"admin", "operator"})
FOLDER = frozenset({"operator"})
"""In a folder of several tenants; the admin of its only tenant may too."""
OPERATOR = frozenset({"operator", "operator without tenant"})
ANYBODY = READERS | {"dialer", "operator without tenant"}
WHY = "the night shift needs it"
PLACES = {"phone": 1}
NO_ID = "0198a000-0000-7000-8000-0000000000ff"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One route. `subject` is the kind of id its path or body names as `{}`, or empty for none of a tenant's.

    `deed` is what the audit trail calls it; empty for what changes nothing that lasts.
    """

    method: str
    path: str
    roles: frozenset[str]
    ask: str
    body: Json = field(default_factory=dict)
    subject: str = ""
    deed: str = ""


def _row(
    method: str,
    path: str,
    roles: frozenset[str],
    body: Json | None = None,
    subject: str = "",
    ask: str = "",
    deed: str = "",
) -> Row:
    start, _, rest = path.partition("{")
    asked = ask or (f"{start}{{}}{rest.partition('}')[2]}" if rest else path)
    return Row(method=method, path=path, roles=roles, ask=asked, body=body or {}, subject=subject, deed=deed)


_SETTING = {"scope": "tenant", "scopeId": "{}", "limitId": "sessions.active", "expectedRevision": 0, "amount": 77}
_NIGHT = {"kind": "calls", "range": "yesterday"}
_AGENT = {"agentId": "{}", "expectedRevision": "{revision}", "callTimeout": 44}

_RULE = "/v1/rules/{jurisdiction}/{kind}/{number}"
_SIGNED = wording_hash(timeline_of(read_rule_book(), "US-NY/hours/1"))
_BAN = {"jurisdiction": "US-NY", "kind": "ban", "wording": {"citation": "our own policy", "days": ["sun"]}}

RULE_ROWS = (
    _row("GET", "/v1/rules", READERS),
    _row("GET", _RULE, READERS, ask="/v1/rules/US-NY/hours/1"),
    _row(
        "PUT",
        f"{_RULE}/signature",
        FOLDER,
        {"counsel": "R. Roe, Esq.", "signedOn": "2026-01-01", "revision": _SIGNED, "note": WHY},
        ask="/v1/rules/US-NY/hours/1/signature",
        deed="rules.sign",
    ),
    _row("GET", "/v1/rule-changes", READERS),
    _row("POST", "/v1/rule-changes/check", FOLDER, _BAN),
    _row("POST", "/v1/rule-changes", FOLDER, {**_BAN, "reason": WHY}, deed="rules.edit"),
    _row(
        "POST",
        "/v1/rule-changes/{change_id}/{answer}",
        OFFICERS,
        {"reason": WHY},
        "rule change",
        ask="/v1/rule-changes/{}/reject",
        deed="rules.reject",
    ),
    _row(
        "PUT",
        "/v1/emergencies/{jurisdiction}",
        FOLDER,
        {"isOn": True, "reason": WHY},
        ask="/v1/emergencies/US-LA",
        deed="rules.edit",
    ),
)

ROWS = (
    _row("GET", "/v1/me", ANYBODY),
    _row("POST", "/v1/tenants", OPERATOR, {"name": "Gamma"}, deed="tenant.create"),
    _row("GET", "/v1/floor", READERS),
    _row("GET", "/v1/agents/{agent_id}", READERS, subject="agent"),
    _row(
        "PATCH",
        "/v1/agents/{agent_id}",
        SUPERVISORS,
        {"expectedRevision": "{revision}", "reason": WHY, "callTimeout": 40},
        "agent",
        deed="limits.edit",
    ),
    _row("GET", "/v1/limits", READERS),
    _row(
        "PUT",
        "/v1/limits/{level}/{scope_id}/{limit_id}",
        ADMINS,
        {"expectedRevision": 0, "reason": WHY, "amount": 70},
        "tenant",
        ask="/v1/limits/tenant/{}/sessions.active",
        deed="limits.edit",
    ),
    _row("POST", "/v1/limits/changes", SUPERVISORS, {"reason": WHY, "agents": [_AGENT]}, "agent", deed="limits.edit"),
    _row("POST", "/v1/limits/changes", ADMINS, {"reason": WHY, "settings": [_SETTING]}, "tenant", deed="limits.edit"),
    _row("POST", "/v1/limits/preview", SUPERVISORS, {"settings": [{**_SETTING, "limitId": "x"}]}),
    _row("GET", "/v1/limits/preview/{preview_id}", SUPERVISORS, subject="preview"),
    _row("DELETE", "/v1/limits/preview/{preview_id}", SUPERVISORS, subject="preview"),
    _row("GET", "/v1/limits/history", READERS),
    _row("GET", "/v1/limits/diff", READERS, ask="/v1/limits/diff?from=0"),
    _row("GET", "/v1/tiers", READERS | OPERATOR),
    _row("POST", "/v1/tiers", OPERATOR, {"name": "Gold", "reason": WHY}, deed="tier.create"),
    _row("PATCH", "/v1/tiers/{tier_id}", OPERATOR, {"name": "Silver", "reason": WHY}, "tier", deed="tier.rename"),
    _row("DELETE", "/v1/tiers/{tier_id}", OPERATOR, subject="tier", deed="tier.remove"),
    _row(
        "PUT",
        "/v1/tenants/{tenant_id}/tier",
        OPERATOR,
        {"tierId": "{tier}", "reason": WHY},
        "any tenant",
        deed="tenant.tier",
    ),
    _row("GET", "/v1/sessions", READERS),
    _row("GET", "/v1/sessions/{session_id}", READERS, subject="session"),
    _row("POST", "/v1/sessions/{session_id}/pause", SUPERVISORS, {"reason": WHY}, "session", deed="session.pause"),
    _row("POST", "/v1/sessions/{session_id}/resume", SUPERVISORS, {"reason": WHY}, "session", deed="session.resume"),
    _row("POST", "/v1/sessions/{session_id}/end", SUPERVISORS, {"reason": WHY}, "session", deed="session.end"),
    _row("GET", "/v1/calls", READERS),
    _row("GET", "/v1/calls/{call_id}", READERS, subject="call"),
    _row("POST", "/v1/reveals", READERS, {"kind": "call", "id": "{}", "reason": WHY}, "call", deed="number.reveal"),
    _row("GET", "/v1/refusals", READERS),
    _row("GET", "/v1/refusals/{refusal_id}", READERS, subject="refusal"),
    _row("GET", "/v1/monitoring", READERS),
    _row("GET", "/v1/log-choices", READERS),
    _row("GET", "/v1/audit", READERS),
    _row("GET", "/v1/audit-choices", READERS),
    _row("GET", "/v1/evidence", OFFICERS),
    _row("POST", "/v1/evidence/head", OFFICERS, deed="evidence.head"),
    _row("GET", "/v1/evidence/checks/{check_id}", FOLDER, subject="check"),
    _row("DELETE", "/v1/evidence/checks/{check_id}", FOLDER, subject="check"),
    _row("POST", "/v1/evidence/checks", FOLDER, deed="evidence.check"),
    _row("GET", "/v1/alerts", READERS),
    _row("GET", "/v1/alerts/{alert_id}", READERS, subject="alert"),
    _row("POST", "/v1/alerts/{alert_id}/acknowledge", SUPERVISORS, {"note": WHY}, "alert", deed="alerts.acknowledged"),
    _row(
        "POST",
        "/v1/alerts/{alert_id}/snooze",
        SUPERVISORS,
        {"note": WHY, "until": "2026-09-22T00:00:00Z"},
        "alert",
        deed="alerts.snoozed",
    ),
    _row("POST", "/v1/alerts/{alert_id}/resolve", SUPERVISORS, {"note": WHY}, "alert", deed="alerts.resolved"),
    _row("GET", "/v1/alert-settings", READERS),
    _row(
        "PUT",
        "/v1/alert-settings",
        ADMINS,
        {"expectedRevision": 0, "reason": WHY, "thresholds": {}, "quietHours": None, "agents": []},
        deed="alerts.settings",
    ),
    _row("GET", "/v1/users", ADMINS),
    _row("POST", "/v1/users", ADMINS, {"name": "newcomer", "role": "dialer"}, deed="user.add"),
    _row("PATCH", "/v1/users/{user_id}", ADMINS, {"reason": WHY, "disabled": True}, "user", deed="user.disable"),
    _row("GET", "/v1/tokens", ADMINS),
    _row("POST", "/v1/tokens", ADMINS, {"user": "newcomer", "role": "dialer"}, deed="token.create"),
    _row("DELETE", "/v1/tokens/{token_id}", ADMINS, subject="token", deed="token.revoke"),
    _row("GET", "/v1/campaigns", READERS),
    _row("POST", "/v1/campaigns", ADMINS, {"name": "Summer"}, deed="campaign.add"),
    _row("PATCH", "/v1/campaigns/{campaign_id}", ADMINS, {"name": "Winter"}, "campaign", deed="campaign.rename"),
    _row("POST", "/v1/imports", ADMINS, {"Phone": "+12125550100"}, ask="/v1/imports?file=leads.csv"),
    _row("GET", "/v1/imports/{import_id}", ADMINS, subject="import"),
    _row("POST", "/v1/imports/{import_id}/check", ADMINS, {"places": PLACES}, "import"),
    _row("POST", "/v1/imports/{import_id}/start", ADMINS, {"places": PLACES, "campaign": "Winter"}, "import"),
    _row("GET", "/v1/imports/{import_id}/rejected", ADMINS, subject="import"),
    _row("DELETE", "/v1/imports/{import_id}", ADMINS, subject="import"),
    _row("GET", "/v1/dispositions", READERS),
    _row(
        "PUT",
        "/v1/dispositions/{name}",
        ADMINS,
        {"reached": True, "reason": WHY},
        ask="/v1/dispositions/my_word",
        deed="disposition.set",
    ),
    _row("DELETE", "/v1/dispositions/{name}", ADMINS, ask="/v1/dispositions/my_word", deed="disposition.remove"),
    _row("GET", "/v1/do-not-call", READERS),
    _row("POST", "/v1/do-not-call", READERS, {"phone": "+12125550199", "reason": WHY}, deed="dnc.list"),
    _row(
        "DELETE",
        "/v1/do-not-call/{kind}/{phone}",
        OFFICERS,
        ask="/v1/do-not-call/internal/+12125550199?reason=asked&consent=signed+a+form",
        deed="dnc.unlist",
    ),
    _row(
        "POST",
        "/v1/do-not-call/entries/{entry_id}/lift",
        OFFICERS,
        {"reason": WHY, "consent": "signed a form"},
        ask="/v1/do-not-call/entries/999/lift",
    ),
    _row("POST", "/v1/do-not-call/imports", OFFICERS, {"Phone": "1"}, ask="/v1/do-not-call/imports?file=asked.csv"),
    _row("GET", "/v1/do-not-call/imports/{import_id}", OFFICERS, subject="number import"),
    _row("POST", "/v1/do-not-call/imports/{import_id}/check", OFFICERS, {"places": PLACES}, "number import"),
    _row("POST", "/v1/do-not-call/imports/{import_id}/start", OFFICERS, {"places": PLACES}, "number import"),
    _row("GET", "/v1/do-not-call/imports/{import_id}/rejected", OFFICERS, subject="number import"),
    _row("DELETE", "/v1/do-not-call/imports/{import_id}", OFFICERS, subject="number import"),
    _row("GET", "/v1/do-not-call/file", OFFICERS, deed="dnc.export"),
    _row("GET", "/v1/do-not-call/numbers/{phone}", READERS, ask="/v1/do-not-call/numbers/+12125550199"),
    _row("GET", "/v1/do-not-call/national", READERS),
    _row("POST", "/v1/do-not-call/national/files", FOLDER, ask="/v1/do-not-call/national/files?file=all.txt"),
    _row("DELETE", "/v1/do-not-call/national/files/{file_id}", FOLDER, ask=f"/v1/do-not-call/national/files/{NO_ID}"),
    _row("POST", "/v1/do-not-call/national/import", FOLDER, {"files": [{"id": NO_ID}], "takenOn": "2026-09-01"}),
    _row("DELETE", "/v1/do-not-call/national/import", FOLDER),
    _row("GET", "/v1/abandonment", READERS),
    _row("GET", "/v1/abandonment/{campaign_id}", READERS, subject="campaign"),
    _row(
        "POST",
        "/v1/campaigns/{campaign_id}/split",
        ADMINS,
        {"name": "Autumn", "reason": WHY},
        "campaign",
        deed="campaign.split",
    ),
    _row("GET", "/v1/calling-rules", READERS),
    _row("PUT", "/v1/calling-rules", OFFICERS, {"mode": "off", "reason": WHY}, deed="calling.rules"),
    _row(
        "PUT",
        "/v1/calling-rules/{campaign_id}",
        OFFICERS,
        {"mode": "off", "reason": WHY},
        "campaign",
        deed="calling.rules",
    ),
    _row(
        "DELETE",
        "/v1/calling-rules/{campaign_id}",
        OFFICERS,
        subject="campaign",
        ask="/v1/calling-rules/{}?reason=asked",
        deed="calling.rules",
    ),
    _row("GET", "/v1/contacts/blocked", READERS),
    *RULE_ROWS,
    _row("GET", "/v1/callable-now", READERS),
    _row("POST", "/v1/may-call", READERS, {"phoneNumber": "+12125550100"}, deed="number.lookup"),
    _row(
        "POST",
        "/v1/erasures",
        ADMINS,
        {"phoneNumber": "+12125550100", "reason": WHY},
        deed="number.erase",
    ),
    _row("GET", "/v1/jobs", READERS),
    _row("POST", "/v1/jobs/{name}/run", ADMINS, ask="/v1/jobs/clean-rate-limits/run", deed="job.run"),
    _row("GET", "/v1/retention", OFFICERS),
    _row("GET", "/v1/retention/due", OFFICERS),
    _row("GET", "/v1/holds", OFFICERS),
    _row("POST", "/v1/holds", OFFICERS, {"scope": "tenant", "reason": WHY}, deed="hold.add"),
    _row("DELETE", "/v1/holds/{number}", OFFICERS, ask="/v1/holds/1?reason=settled", deed="hold.release"),
    _row(
        "PUT",
        "/v1/retention/{name}",
        ADMINS,
        {"expected": None, "amount": 2_000, "reason": WHY},
        ask="/v1/retention/calls",
        deed="retention.edit",
    ),
    _row("GET", "/v1/diagnostics", FOLDER),
    _row("GET", "/v1/backups", FOLDER),
    _row("POST", "/v1/backups", FOLDER, deed="backup.make"),
    _row("POST", "/v1/backups/{name}/check", FOLDER, ask="/v1/backups/no.db/check"),
    _row(
        "POST", "/v1/backups/{name}/restore", FOLDER, {"reason": WHY, "callsLost": 0}, ask="/v1/backups/no.db/restore"
    ),
    _row("GET", "/v1/backups/{name}/file", FOLDER, ask="/v1/backups/no.db/file"),
    _row("GET", "/v1/exports", READERS),
    _row("POST", "/v1/exports", READERS, {"kind": "calls", "from": "2026-09-22T00:00:00Z"}, deed="export.start"),
    _row("POST", "/v1/exports/preview", READERS, {"kind": "calls", "range": "yesterday"}),
    _row("GET", "/v1/exports/{export_id}", READERS, subject="export"),
    _row("GET", "/v1/exports/{export_id}/file", READERS, subject="export", deed="export.save"),
    _row("POST", "/v1/exports/{export_id}/verify", READERS, subject="export"),
    _row("DELETE", "/v1/exports/{export_id}", READERS, subject="export", deed="export.remove"),
    _row("POST", "/v1/export-presets", OFFICERS, {"name": "Nights", "what": _NIGHT}, deed="export.preset_save"),
    _row(
        "PUT",
        "/v1/export-presets/{preset_id}",
        OFFICERS,
        {"name": "Every night", "what": _NIGHT},
        "preset",
        deed="export.preset_save",
    ),
    _row(
        "PUT",
        "/v1/export-presets/{preset_id}/schedule",
        OFFICERS,
        {"at": "02:30", "zone": "America/Chicago", "folder": "/tmp", "keep": 7},  # noqa: S108 -- nothing is written into it
        "preset",
        deed="export.schedule",
    ),
    _row("DELETE", "/v1/export-presets/{preset_id}/schedule", OFFICERS, subject="preset", deed="export.schedule"),
    _row("DELETE", "/v1/export-presets/{preset_id}", OFFICERS, subject="preset", deed="export.preset_remove"),
)
"""A route that is not here fails the test: who adds one says whom it is for."""
