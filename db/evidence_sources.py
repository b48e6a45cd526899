"""Where the rows of each kind of leaf lie, and how to read back from them what the leaf covers."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, NamedTuple

from db.evidence_leaves import Kind, json_text, number_content, number_mac
from db.evidence_rows import decision_of

Row = tuple[Any, ...]


_ROW_KINDS = MappingProxyType(
    {
        Kind.CALL_STATE: Kind.CALL,
        Kind.CALL_RETURN: Kind.CALL,
        Kind.PICKUP: Kind.CALL,
        Kind.SESSION_STATE: Kind.SESSION,
    }
)


class Source(NamedTuple):
    """One kind of evidence. `columns` are read in the order they are hashed in; the first is the row's key.

    `name` is for a person, `time` the column that says when; `unless` holds of rows that need no leaf of this kind.
    """

    kind: Kind
    table: str
    name: str
    time: str
    columns: tuple[str, ...]
    unless: str = "0"

    @property
    def row_kind(self) -> Kind:
        """The kind that a deletion of the row is chained as: a row has one, however many leaves tell of it."""
        return _ROW_KINDS.get(self.kind, self.kind)

    @property
    def numbered(self) -> bool:
        """True if the key is a number and not an id."""
        return self.columns[0] == "number"


_SESSION = ("id", "tenant_id", "agent_id", "started_by", "campaign_id", "mode", "started_at")
_SESSION_STATE = (
    "id",
    "status",
    "expires_at",
    "ended_at",
    "end_reason",
    "paused_at",
    "paused_us",
    "contacts_attempted",
    "contacts_reached",
    "contacts_converted",
    "last_activity_at",
)
_CALL = (
    "id",
    "tenant_id",
    "session_id",
    "agent_id",
    "user_id",
    "contact_id",
    "campaign_id",
    "phone_number",
    "created_at",
    "basis_id",
    "list_revision",
    "verdict",
)
_STATE = ("id", "status", "disposition", "duration", "recording_url", "notes", "answered_at", "ended_at", "closed_by")
_HANDED_OUT = "status = 'initiated' AND " + " AND ".join(f"{name} IS NULL" for name in _STATE[2:])
_REFUSAL = ("id", "tenant_id", "user_id", "agent_id", "session_id", "code", "limit_id", "amount", "used", "retry_at")
_LIMIT = ("number", "revision", "tenant_id", "scope", "scope_id", "subject", "field", "before", "after", "by", "reason")
_CONTACT_REFUSAL = (
    "id",
    "tenant_id",
    "campaign_id",
    "contact_id",
    "code",
    "rule_id",
    "basis_id",
    "list_revision",
    "verdict",
    "first_at",
    "last_at",
    "count",
)
_SUPPRESSION = ("number", "tenant_id", "phone", "kind", "is_listed", "at", "by", "source", "reason")
_AGENT = ("id", "tenant_id", "user_id", "name", "agent_type", "status", "configuration", "created_at")

ADOPTED = frozenset({Kind.SUPPRESSION, Kind.AGENT})
"""Kinds of which every row has a leaf: those that were older than the chain got theirs at an upgrade."""

SOURCES = (
    Source(Kind.SESSION, "power_dialer_sessions", "session", "started_at", _SESSION),
    Source(Kind.SESSION_STATE, "power_dialer_sessions", "session", "started_at", _SESSION_STATE),
    Source(
        Kind.SESSION_EVENT,
        "session_events",
        "session event",
        "at",
        ("number", "session_id", "at", "how", "by", "reason"),
    ),
    Source(Kind.CALL, "call_logs", "call", "created_at", _CALL),
    Source(Kind.CALL_STATE, "call_logs", "call", "created_at", _STATE, _HANDED_OUT),
    Source(Kind.CALL_RETURN, "call_logs", "call", "created_at", ("id", "given_back_at"), "given_back_at IS NULL"),
    Source(
        Kind.CALL_EVENT, "call_events", "call event", "at", ("number", "call_id", "at", "status", "disposition", "by")
    ),
    Source(
        Kind.PICKUP,
        "pickups",
        "answer",
        "at",
        ("call_id", "answered_by", "answered_at", "greeting_ended_at", "connected_at", "at"),
    ),
    Source(Kind.REFUSAL, "refusals", "refusal", "first_at", (*_REFUSAL, "first_at", "last_at", "count")),
    Source(Kind.LIMIT, "limit_revisions", "limit revision", "at", (*_LIMIT, "at")),
    Source(Kind.BASIS, "decision_bases", "decision basis", "at", ("id", "document", "at")),
    Source(Kind.RULES, "rule_versions", "rule version", "at", ("id", "version", "kind", "document", "at")),
    Source(Kind.CONTACT_REFUSAL, "contact_refusals", "refused contact", "first_at", _CONTACT_REFUSAL),
    Source(Kind.SUPPRESSION, "suppressions", "do-not-call entry", "at", _SUPPRESSION),
    Source(Kind.AGENT, "ai_agents", "agent", "created_at", _AGENT),
    Source(Kind.AUDIT, "audit_records", "audit record", "at", ("number", "hash")),
)


def fields_of(source: Source, number_key: bytes | None) -> Callable[[Row, bytes | None], Row]:
    """How a row of `source.columns` becomes the fields that its leaf covers.

    The second argument is the MAC of a number that was erased: it is in the leaf of the erasure.
    """
    key = number_key or b""

    def of_limit(row: Row, erased: bytes | None) -> Row:
        del erased
        return (*row[:7], _text(row[7]), _text(row[8]), *row[9:])

    def of_call(row: Row, erased: bytes | None) -> Row:
        mac = erased if erased is not None and not row[7] else number_mac(key, row[0], str(row[7]))
        return (*row[:7], mac, row[8], *decision_of(row[9:]))

    def of_listed(row: Row, erased: bytes | None) -> Row:
        del erased
        return (*row[:2], number_mac(key, number_content(row[0]), str(row[2])), *row[3:])

    def as_it_is(row: Row, erased: bytes | None) -> Row:
        del erased
        return row

    special = {Kind.LIMIT: of_limit, Kind.CALL: of_call, Kind.SUPPRESSION: of_listed}
    return special.get(source.kind, as_it_is)


def _text(stored: object) -> object:
    """JSON that SQLite keeps as a number reads as its text again."""
    return stored if isinstance(stored, str) else json_text(stored)
