"""A version of the national list as the wire tells it."""

from app.controller.number_lists import NationalState
from app.engine.value import DAY, Instant
from app.wire.base import utc
from app.wire.national import NationalFile, NationalItem


def national_item(state: NationalState, now: Instant, *, is_current: bool = True) -> NationalItem:
    """A version as the wire tells it, with its age at an instant."""
    return NationalItem(
        version=state.version,
        account=state.account,
        taken_at=utc(state.taken_at),
        imported_at=utc(state.imported_at),
        by=state.by,
        numbers=state.numbers,
        area_codes=state.area_codes,
        oldest_taken_at=utc(state.oldest_taken_at),
        good_until=utc(state.good_until),
        lines=sum(file.lines for file in state.files),
        files=[NationalFile(name=one.name, role=one.role, lines=one.lines, sha256=one.sha256) for one in state.files],
        bits_sha256=state.bits_sha256,
        age_days=(now - state.oldest_taken_at) // DAY,
        is_current=is_current,
    )
