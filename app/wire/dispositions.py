"""Bodies of `/v1/dispositions`: the words that say how a conversation ended, and what each means."""

from typing import Literal

from app.wire.base import Body
from app.wire.operator import Reason

ContactWord = Literal["open", "callback", "closed", "do_not_call"]


class DispositionItem(Body, frozen=True, kw_only=True):
    """A disposition: does it tell of a person reached, of a conversion, and what becomes of the contact."""

    name: str
    reached: bool
    converted: bool
    contact: str
    is_own: bool


class DispositionsPage(Body, frozen=True, kw_only=True):
    """The product's dispositions, then the tenant's own."""

    dispositions: list[DispositionItem]


class SetDisposition(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one of the tenant's own dispositions means; who converted was reached."""

    reached: bool
    converted: bool = False
    contact: ContactWord = "open"
    reason: Reason
