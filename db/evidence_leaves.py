"""What is evidence, and its leaf: the kind of a row in one byte, its key in sixteen, and the SHA-256 of its fields.

A row's fields are a JSON array that starts with the kind; ids and hashes in it are base64, as msgspec writes bytes.
A call's number is not among them: its MAC is, so that a person's number can be erased and the chain still holds.
"""

import hashlib
import hmac
from enum import IntEnum

import msgspec

from app.engine.value import Instant

LEAF = 49
"""Bytes of a leaf: kind, key, SHA-256."""


class Kind(IntEnum):
    """What a leaf is of. A `*_STATE` covers columns that change; the newest leaf of a key is the one that holds."""

    CALL = 1
    CALL_STATE = 2
    CALL_RETURN = 3
    CALL_EVENT = 4
    SESSION = 5
    SESSION_STATE = 6
    SESSION_EVENT = 7
    REFUSAL = 8
    LIMIT = 9
    AUDIT = 10
    BASIS = 11
    RULES = 12
    CONTACT_REFUSAL = 13
    SUPPRESSION = 14
    AGENT = 15
    PICKUP = 16


DELETED = 128
"""Added to a kind: the row was deleted by the program, lawfully; its first leaf stays."""
ERASED = 64
"""Added to `CALL`: the number was erased on request; its MAC stays in the first leaf's hash."""

_FIRST = tuple(bytes([kind]) for kind in range(256))


def content(kind: Kind, fields: tuple[object, ...]) -> bytes:
    """The bytes that a row's hash covers."""
    return msgspec.json.encode((int(kind), *fields))


def number_content(number: int) -> bytes:
    """The key of a numbered row: its number, big-endian, in sixteen bytes."""
    return number.to_bytes(16, "big")


def row_key(number_key: bytes, call_id: bytes) -> bytes:
    """The key that one call's number is chained under; it may be shown to whoever may see that number."""
    return hmac.digest(number_key, call_id, "sha256")


def number_mac(number_key: bytes, call_id: bytes, phone_number: str) -> bytes:
    """HMAC-SHA256 of a call's number under a key of that call alone.

    The same number has another MAC in every call: after an erasure nothing ties a person's calls together.
    """
    return hmac.digest(row_key(number_key, call_id), phone_number.encode(), "sha256")


def json_text(value: object) -> str:
    """A JSON value as it reads once it was stored: SQLite makes a whole number of `2.0` in a column of type JSON."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return msgspec.json.encode(value).decode()


class Leaves:
    """The leaves of one batch, in the order of writing."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.at: Instant = 0

    def add(self, kind: Kind, key: bytes, fields: tuple[object, ...], at: Instant) -> None:
        """Add the leaf of a row whose key is `key`, or a number's `number_content`."""
        self.add_hash(kind, key, hashlib.sha256(content(kind, fields)).digest(), at)

    def add_hash(self, kind: int, key: bytes, digest: bytes, at: Instant) -> None:
        """Add a leaf whose hash is known."""
        self._parts.append(_FIRST[kind] + key + digest)
        self.at = max(self.at, at)

    def __len__(self) -> int:
        return len(self._parts)

    def joined(self) -> bytes:
        """All of them, one after the other."""
        return b"".join(self._parts)
