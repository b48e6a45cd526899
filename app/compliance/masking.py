"""How a number is shown to whoever has no need of the whole one: where it is, and its last two digits."""

import re

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

_DOMESTIC = re.compile(r"(?:\+1)?([2-9][0-9]{2})[0-9]{5}([0-9]{2})", re.ASCII)
_E164 = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)
_HIDDEN = "***"


def masked(phone: str) -> str:
    """`(212) ***-**34` of a +1 number in E.164 or in ten digits, `+44 *** **34` of a foreign one.

    Nothing of anything else: what is no number may still hold one. Empty (an erased number) stays empty.
    """
    if not phone:
        return ""
    domestic = _DOMESTIC.fullmatch(phone)
    if domestic is not None:
        return f"({domestic[1]}) ***-**{domestic[2]}"
    if _E164.fullmatch(phone) is None:
        return _HIDDEN
    return f"+{_country_code(phone)} *** **{phone[-2:]}"


def _country_code(phone: str) -> str:
    """The country code of a number in E.164: no code is the beginning of another, so the first that fits is it."""
    found = (phone[1:end] for end in (2, 3, 4) if int(phone[1:end]) in COUNTRY_CODE_TO_REGION_CODE)
    return next(found, "")
