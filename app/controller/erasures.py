"""Erasing one person's number from a tenant's log, behind one port."""

from typing import Protocol

from app.controller.import_contacts import normalise_phone, why_no_phone
from app.controller.outcomes import Conflict, Invalid
from app.engine.people import Identity
from app.engine.value import Instant
from app.wire.erasures import EraseNumber, NumberErased


class Erasures(Protocol):
    """Steps so small that no decision waits, off the loop. Raises `StoreUnavailable`."""

    def erase(self, identity: Identity, phone: str, reason: str, now: Instant) -> NumberErased | Conflict:
        """Erase a number in E.164, audited without it; a conflict under a legal hold."""
        ...


def number_of(intent: EraseNumber) -> str | Invalid:
    """The number that is meant, in E.164."""
    phone = normalise_phone(intent.phone_number, "US")
    if phone is None:
        return Invalid(field="phoneNumber", sentence=why_no_phone(intent.phone_number))
    return phone
