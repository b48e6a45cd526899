"""How a number is shown to whoever has no need of the whole one: where it is, and its last two digits."""

import re

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

_DOMESTIC = re.compile(r"(?:\+1)?([2-9][0-9]{2})[0-9]{5}([0-9]{2})", re.ASCII)
_E164 = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)
_HIDDEN = "***"
_ALONE = re.compile(r"[+(]?(?:[0-9][ ()./-]{0,2}){7,}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2,4}", re.ASCII)
_NUMBERS = re.compile(
    r"""\+[0-9][0-9 ().-]{5,18}[0-9]                         # +1 212 555 0134, +442079460018
    | (?<![0-9A-Za-z.:-])\(?[2-9][0-9]{2}\)?[ .-]?[2-9][0-9]{2}[ .-]?[0-9]{4}(?![0-9A-Za-z:-])  # (212) 555-0134
    | (?<![0-9A-Za-z.:-])1[ .-]?[2-9][0-9]{2}[ .-]?[2-9][0-9]{2}[ .-]?[0-9]{4}(?![0-9A-Za-z:-])   # 1-212-555-0134
    """,
    re.ASCII | re.VERBOSE,
)


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


def veiled(text: str) -> str:
    """A text of people or of a program with every number in it veiled but for its last two digits.

    For logs and previews: what only might be a number is taken for one, and dates, instants and ids are left alone.
    """
    return _NUMBERS.sub(lambda match: _all_but_two(match[0]), text)


def veiled_cell(text: str, *, is_number: bool) -> str:
    """A cell of somebody's file: veiled but for its last two digits if it `is_number`, or is nothing but one.

    What stands in a column of numbers is one however it is written; elsewhere a date is none.
    """
    plain = text.strip()
    alone = _ALONE.fullmatch(plain) is not None and _DATE.fullmatch(plain) is None
    return _all_but_two(text) if is_number or alone else veiled(text)


def _all_but_two(text: str) -> str:
    digits = sum(mark.isdigit() for mark in text)
    veil = iter(range(digits))
    return "".join("*" if mark.isdigit() and next(veil) < digits - 2 else mark for mark in text)
