"""Which calls and refusals of the fake log are what a search asks for."""

from collections.abc import Callable

from app.wire.log import LogFilter
from app.wire.operator import CallItem, RefusalItem


def call_fits(wanted: LogFilter) -> Callable[[CallItem], bool]:
    number = "".join(mark for mark in wanted.number or "" if mark in "+0123456789")
    same = [
        (name, word)
        for name in ("agent_id", "session_id", "user_id", "campaign_id", "status", "disposition")
        if (word := getattr(wanted, name)) is not None
    ]

    def fits(call: CallItem) -> bool:
        known = call.phone_number
        return (
            (wanted.since is None or call.at >= wanted.since)
            and (wanted.until is None or call.at < wanted.until)
            and all(getattr(call, name) == word for name, word in same)
            and (known.startswith(number) if number.startswith("+") else known.endswith(number))
        )

    return fits


def refusal_fits(wanted: LogFilter) -> Callable[[RefusalItem], bool]:
    same = [
        (name, word)
        for name in ("agent_id", "session_id", "user_id", "code")
        if (word := getattr(wanted, name)) is not None
    ]

    def fits(item: RefusalItem) -> bool:
        return (
            (wanted.since is None or item.last_at >= wanted.since)
            and (wanted.until is None or item.last_at < wanted.until)
            and all(getattr(item, name) == word for name, word in same)
        )

    return fits
