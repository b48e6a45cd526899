"""Bodies of `/v1/reveals`: one masked number shown whole, and the record of it."""

from typing import Annotated, Literal

from msgspec import Meta

from app.wire.base import Body
from app.wire.operator import Reason

RevealKind = Literal["call", "contact", "listed", "hold"]
RowId = Annotated[str, Meta(min_length=1, max_length=60)]


class RevealNumber(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Show the number of a call, a contact, an entry of a do-not-call list or a legal hold.

    A supervisor says why; compliance and admin may.
    """

    kind: RevealKind
    id: RowId
    reason: Reason | None = None


class RevealedNumber(Body, frozen=True, kw_only=True):
    """The number in E.164. That it was shown, to whom and why is in the audit trail."""

    kind: RevealKind
    id: str
    phone: str
