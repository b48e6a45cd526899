"""The `readable_*` views: text ids and times, so that the specification's monitoring queries run in `sqlite3`.

Times are `YYYY-MM-DD HH:MM:SS.ffffff` UTC, which compares with SQLite's own `datetime('now', '-1 hour')`.
"""


def _uuid(column: str) -> str:
    """Canonical text of a 16-byte UUID, NULL for NULL."""
    text = f"lower(hex({column}))"
    parts = (f"substr({text}, {start}, {length})" for start, length in ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12)))
    text = " || '-' || ".join(parts)
    return f"CASE WHEN {column} IS NOT NULL THEN {text} END"


def _time(column: str) -> str:
    """Text of an instant in microseconds, NULL for NULL."""
    whole = f"strftime('%Y-%m-%d %H:%M:%S', {column} / 1000000, 'unixepoch')"
    return f"{whole} || printf('.%06d', {column} % 1000000)"


def _view(table: str, ids: tuple[str, ...], times: tuple[str, ...], plain: tuple[str, ...]) -> str:
    columns = [f"{_uuid(name)} AS {name}" for name in ids]
    columns += [f'"{name}"' for name in plain]
    columns += [f"{_time(name)} AS {name}" for name in times]
    return f"SELECT {', '.join(columns)} FROM {table}"


VIEWS: dict[str, str] = {
    "readable_api_rate_limits": _view("api_rate_limits", ("tenant_id", "user_id"), ("created_at",), ("endpoint",)),
    "readable_call_logs": _view(
        "call_logs",
        ("id", "tenant_id", "session_id", "contact_id", "agent_id", "user_id", "campaign_id"),
        ("created_at", "answered_at", "ended_at", "given_back_at"),
        ("phone_number", "status", "disposition", "duration", "recording_url", "notes", "closed_by"),
    ),
    "readable_power_dialer_sessions": _view(
        "power_dialer_sessions",
        ("id", "tenant_id", "agent_id", "started_by", "campaign_id"),
        ("started_at", "expires_at", "ended_at", "last_activity_at"),
        ("mode", "status", "end_reason", "contacts_attempted", "contacts_reached", "contacts_converted"),
    ),
    "readable_refusals": _view(
        "refusals",
        ("tenant_id", "user_id", "agent_id", "session_id"),
        ("first_at", "last_at", "retry_at"),
        ("code", "limit_id", "amount", "used", "count"),
    ),
    "readable_audit_records": _view(
        "audit_records", ("tenant_id",), ("at",), ("number", "user", "action", "subject", "before", "after", "reason")
    ),
}
