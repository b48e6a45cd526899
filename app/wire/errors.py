"""The one shape of every answer that is not a success."""

from datetime import datetime
from typing import Any

import msgspec

from app.wire.base import Body


class ErrorBody(Body, frozen=True, kw_only=True, omit_defaults=True):
    """`error` is a sentence for a person; `code` is for programs; a 429 adds the limit and the retry.

    `retry_after` is whole seconds (RFC 9110 section 10.2.3), absent where waiting does not help.
    `current` and `yours` are set on the 409 of an edit that lost a race: both values, so that a person can choose.
    """

    error: str
    code: str
    rate_limit_exceeded: bool
    retry_after: int | msgspec.UnsetType = msgspec.UNSET
    limit: int | msgspec.UnsetType = msgspec.UNSET
    used: int | msgspec.UnsetType = msgspec.UNSET
    reset_at: datetime | msgspec.UnsetType = msgspec.UNSET
    limit_id: str | msgspec.UnsetType = msgspec.UNSET
    field: str | msgspec.UnsetType = msgspec.UNSET
    current: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET
    yours: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET
