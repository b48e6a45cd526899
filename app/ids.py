"""The only maker of ids and secrets."""

import re
import secrets

import uuid_utils

from app.engine.value import Id, Instant

_UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", re.ASCII)


def new_id(now: Instant) -> Id:
    """A UUIDv7 (RFC 9562 section 5.7) of this instant: ids sort by time, so that an index grows at its end."""
    return str(uuid_utils.uuid7(nanoseconds=now * 1_000))


def parse_id(text: str) -> Id | None:
    """The canonical form of a UUID in the 8-4-4-4-12 form, None if it is not one."""
    return text.lower() if _UUID.fullmatch(text) else None


def new_secret() -> str:
    """A secret of 256 random bits, URL-safe."""
    return secrets.token_urlsafe(32)


def new_token_id() -> str:
    """The public part of a token: 72 random bits, by which its hash is looked up."""
    return secrets.token_urlsafe(9).replace("-", "A").replace("_", "B")
