"""The class of a called number: the first gate, from the numbering plan's own table and from nothing cleverer.

A library's idea of a valid number is no gate: one release rejects 15 assigned US area codes.
"""

import re
from enum import StrEnum

from app.compliance.area_codes import AreaCodes, CodeClass, Place
from app.engine.value import Value


class NumberFault(StrEnum):
    """Why a number is not called, whatever the hour."""

    INVALID_FORMAT = "NANP_INVALID_FORMAT"
    COUNTRY_CODE = "NON_US_COUNTRY_CODE"
    FOREIGN = "NON_US_NANP"
    NON_GEOGRAPHIC = "NPA_NON_GEOGRAPHIC"
    UNASSIGNED = "NPA_UNASSIGNED"


class UsNumber(Value, frozen=True, kw_only=True):
    """A geographic number of the United States or its territories, and where its area code is."""

    e164: str
    place: Place


# Area and exchange codes start with 2 to 9; N11 exchanges are services (ATIS-0300051).
_NANP = re.compile(r"\+1([2-9][0-9]{2})(?![2-9]11)[2-9][0-9]{2}[0-9]{4}", re.ASCII)
_E164 = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)
_BY_CLASS = {CodeClass.FOREIGN: NumberFault.FOREIGN, CodeClass.NON_GEOGRAPHIC: NumberFault.NON_GEOGRAPHIC}


def classify(e164: str, codes: AreaCodes) -> UsNumber | NumberFault:
    """The number with its place, or why it is not called."""
    match = _NANP.fullmatch(e164)
    if match is None:
        abroad = _E164.fullmatch(e164) is not None and not e164.startswith("+1")
        return NumberFault.COUNTRY_CODE if abroad else NumberFault.INVALID_FORMAT
    place = codes.of_code(match[1])
    if place is None:
        return NumberFault.UNASSIGNED
    fault = None if place.code_class is None else _BY_CLASS.get(place.code_class)
    return UsNumber(e164=e164, place=place) if fault is None else fault
